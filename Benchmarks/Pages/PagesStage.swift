package import Campaign
import Dashboard
import Journal
import Logging
package import Service
import ServiceLifecycle
import Workload

/// A service with its pages on a port of the system's choice.
package struct PagesStage: Sendable {
  package let service: CampaignService
  package let clock: ManualClock
  package let rulebook: Rulebook

  /// 132 units and 24 months, about half of the last one filed.
  package static func province() async throws -> PagesStage {
    let journal = try Journal(MemoryDriver())
    try await Demonstration().fill(journal) { _, _ in }
    let clock = ManualClock(Demonstration.start)
    return PagesStage(
      service: try await CampaignService.open(journal, clock: clock), clock: clock,
      rulebook: try BundledCampaigns.rulebook(Demonstration.campaign))
  }

  /// Kon Tum's rulebook with its units copied in their blocks, 24 months.
  package static func nation(units: Int, seed: UInt64 = 20_230_202) async throws -> PagesStage {
    let yaml = try CampaignFigures.yaml(Demonstration.campaign, units: units, seed: seed)
    let book = try Rulebook(yaml: yaml)
    let figures = CampaignFigures(book, units: units, seed: seed)
    let journal = try Journal(MemoryDriver())
    let clock = ManualClock(book.calendar.opens(figures.last))
    try await CampaignService.open(journal, clock: clock).launch(
      GenesisEntry(deployment: "bench", serverID: Array(repeating: 7, count: 16), demonstrationStart: clock.now()), rulebook: yaml)
    let digest = sha256(yaml)
    for offset in 0..<figures.periods {
      let period = Period(kind: figures.first.kind, ordinal: figures.first.ordinal + offset)
      let drafts = book.units.indices.compactMap { unit -> EntryDraft? in
        guard let values = figures.month(unit, offset) else { return nil }
        let filing = Filing(
          unit: book.units[unit].id, period: period, form: Rulebook.monthForm, baseRevision: 0,
          figures: zip(book.counters, values).compactMap { counter, value in value.map { (counter: counter.code, value: $0) } })
        return SubmissionEntry(
          filing: filing, revision: 1, late: false, contentKey: sha256(filing.contentKeyBytes(campaign: book.id)), rulebookDigest: digest,
          origin: .system
        ).draft(at: book.calendar.opens(period))
      }
      for start in stride(from: 0, to: drafts.count, by: 4_000) {
        _ = try await journal.append(Array(drafts[start..<min(drafts.count, start + 4_000)]))
      }
    }
    return PagesStage(service: try await CampaignService.open(journal, clock: clock), clock: clock, rulebook: book)
  }

  /// What a page is kept for has passed: the next request makes it anew.
  func nextMinute() { clock.set(Instant(milliseconds: clock.now().milliseconds + 60_000)) }

  package func serving<Value: Sendable>(_ body: @Sendable (_ port: Int) async throws -> Value) async throws -> Value {
    var logger = Logger(label: "bench")
    logger.logLevel = .error
    let (ports, bound) = AsyncStream.makeStream(of: Int.self)
    // On a machine so busy that a page takes half a minute, those that wait for their turn are not closed.
    var limits = PageLimits()
    limits.idleSeconds = 600
    let server = PagesServer(
      service: service, address: PagesAddress(host: "127.0.0.1", port: 0), access: .open, limits: limits, logger: logger,
      onBound: { bound.yield($0.port) })
    let group = ServiceGroup(
      configuration: .init(services: [.init(service: server, successTerminationBehavior: .gracefullyShutdownGroup)], logger: logger))
    let running = Task { try await group.run() }
    var port = 0
    for await one in ports {
      port = one
      break
    }
    do {
      let value = try await body(port)
      await group.triggerGracefulShutdown()
      try await running.value
      return value
    } catch {
      await group.triggerGracefulShutdown()
      _ = try? await running.value
      throw error
    }
  }
}

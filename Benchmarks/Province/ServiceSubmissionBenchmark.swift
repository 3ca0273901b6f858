package import BenchmarkHarness
import Campaign
import Journal
import Ranking
import Service
import Workload

/// From one accepted submission to the standings of all its periods, as a server keeps them.
///
/// Timed: the stored entry is applied to the state, and the standings follow it. Not timed: what comes before it is accepted
/// (checking the form) and what makes it durable (the disk).
package struct ServiceSubmissionBenchmark {
  package struct Report: Sendable {
    package let units: Int
    package let periods: Int
    package let criteria: Int
    package let times: Sampling
    /// Of the periods that each submission bears on, from its month to the end of the year.
    package let periodsTouched: Int
    /// All standings from the state, at the end.
    package let full: Sampling
    /// Whether the standings that followed say what the full recomputation says.
    package let agree: Bool
  }

  private let campaign: CampaignFigures
  private let later: CampaignFigures
  private let yaml: [UInt8]
  private let digest: [UInt8]

  /// Kon Tum's rulebook with its units copied in their blocks.
  package init(units: Int, seed: UInt64 = 20_230_202) throws {
    yaml = try CampaignFigures.yaml("kon-tum-2023", units: units, seed: seed)
    digest = sha256(yaml)
    let many = try Rulebook(yaml: yaml)
    campaign = CampaignFigures(many, units: units, seed: seed)
    later = CampaignFigures(many, units: units, seed: seed &+ 1)
  }

  /// - Parameter count: Submissions that are timed, 1 or more, each a correction of a random unit's random month of the first year;
  ///   a hundred before them are not.
  package func run(count: Int, runs: Int = 5) async throws -> Report {
    let book = campaign.rulebook
    let year = book.periods.kind.perYear
    let periods = (0..<year).map { Period(kind: campaign.first.kind, ordinal: campaign.first.ordinal + $0) }
    let journal = try Journal(MemoryDriver())
    let clock = ManualClock(book.calendar.opens(periods[year - 1]))
    let service = try await CampaignService.open(journal, clock: clock)
    try await service.launch(
      GenesisEntry(deployment: "bench", serverID: Array(repeating: 7, count: 16), demonstrationStart: nil), rulebook: yaml)
    var state = await service.state
    for (offset, period) in periods.enumerated() {
      let drafts = book.units.indices.compactMap { draft(campaign, $0, offset, revision: 1, at: book.calendar.opens(period)) }
      for start in stride(from: 0, to: drafts.count, by: 4_000) {
        for entry in try await journal.append(Array(drafts[start..<min(drafts.count, start + 4_000)])) { try state.apply(entry) }
      }
    }
    let time = clock.now()
    let followed = StandingsCache()
    _ = try followed.snapshot(of: state, at: time)
    var samples: [Int64] = []
    var touched = 0
    var revisions: [Int: Int] = [:]
    for index in -100..<max(1, count) {
      let unit = Int((UInt64(index &+ 1000) &* 0x9E37_79B9_7F4A_7C15) >> 33) % book.units.count
      let offset = Int((UInt64(index &+ 1000) &* 0xD1B5_4A32_D192_ED03) >> 33) % year
      let slot = unit * year + offset
      let revision = revisions[slot] ?? (campaign.month(unit, offset) == nil ? 1 : 2)
      guard let draft = draft(later, unit, offset, revision: revision, at: time) else { continue }
      revisions[slot] = revision + 1
      let entry = try await journal.append([draft])[0]
      let start = ContinuousClock.now
      try state.apply(entry)
      let snapshot = try followed.snapshot(of: state, at: time)
      let taken = (ContinuousClock.now - start).nanoseconds
      precondition(snapshot.state.position == entry.position)
      if index >= 0 {
        samples.append(taken)
        touched += year - offset
      }
    }
    let served = try followed.snapshot(of: state, at: time)
    var full: [Int64] = []
    var agree = true
    for _ in 0..<runs {
      let start = ContinuousClock.now
      let anew = try StandingsCache.anew(state, at: time)
      full.append((ContinuousClock.now - start).nanoseconds)
      agree = agree && served.standings.firstDifference(from: anew.standings) == nil
    }
    try await journal.close()
    return Report(
      units: book.units.count, periods: year, criteria: book.criteria.count, times: Sampling(samples: samples.isEmpty ? [0] : samples),
      periodsTouched: samples.isEmpty ? 0 : touched / samples.count, full: Sampling(samples: full), agree: agree)
  }

  private func draft(_ figures: CampaignFigures, _ unit: Int, _ offset: Int, revision: Int, at time: Instant) -> EntryDraft? {
    guard let values = figures.month(unit, offset) else { return nil }
    let book = campaign.rulebook
    let filing = Filing(
      unit: book.units[unit].id, period: Period(kind: campaign.first.kind, ordinal: campaign.first.ordinal + offset),
      form: Rulebook.monthForm, baseRevision: revision - 1,
      figures: zip(book.counters, values).compactMap { counter, value in value.map { (counter: counter.code, value: $0) } })
    return SubmissionEntry(
      filing: filing, revision: revision, late: false, contentKey: sha256(filing.contentKeyBytes(campaign: book.id)),
      rulebookDigest: digest, origin: .system
    ).draft(at: time)
  }
}

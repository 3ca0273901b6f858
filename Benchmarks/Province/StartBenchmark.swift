package import BenchmarkHarness
import Campaign
import Foundation
import Journal
import Service

/// From a journal of many submissions to a state that can answer, with and without a start file.
package struct StartBenchmark {
  package struct Report: Sendable {
    package let submissions: Int
    package let journalBytes: Int
    package let startFileBytes: Int
    /// Opening the file, checking every entry and the chain, folding.
    package let fromJournal: Sampling
    /// Processor time of the fastest of these, both threads together: what a busy machine cannot hide.
    package let fromJournalProcessor: Int64
    /// Opening the file, checking and loading the start file.
    package let fromStartFile: Sampling
    package let writingStartFile: Sampling
    /// Of that, reading the rulebook alone.
    package let rulebook: Sampling
    /// Whether the two states agree.
    package let agree: Bool
  }

  package let units: Int
  package let months: Int
  package let counters: Int

  /// - Parameter submissions: Rounded up to whole months of all units.
  package init(submissions: Int, units: Int = 12_500, counters: Int = 30) {
    self.units = units
    months = (submissions + units - 1) / units
    self.counters = counters
  }

  private func unit(_ number: Int) -> String { "xa-\(number)" }
  private func counter(_ number: Int) -> String { "k\(number < 10 ? "0" : "")\(number)_so" }

  private var yaml: [UInt8] {
    var text = """
      thidua: 1
      campaign: start
      periods: {kind: calendar-month, first: 2020-01, last: 2040-12}
      calendar: {due-working-days: 2, grace-working-days: 5}
      blocks:
      """
    let blocks = max(1, units / 100)
    for block in 0..<blocks { text += "\n  - {id: b\(block), name: Khối \(block)}" }
    text += "\nunits:"
    for number in 0..<units { text += "\n  - {id: \(unit(number)), name: Xã \(number), block: b\(number % blocks)}" }
    text += "\ncounters:"
    for number in 0..<counters { text += "\n  - {code: \(counter(number)), combine: flow}" }
    text += "\ncriteria:"
    for number in 0..<counters / 2 {
      text += "\n  - {code: c\(number), points: 4, metric: {ratio: [\(counter(number * 2)), \(counter(number * 2 + 1))]}, scoring: {kind: PROP, target: 95}}"
    }
    return Array(text.utf8)
  }

  /// Measures in a folder that is removed afterwards.
  package func run(runs: Int) async throws -> Report {
    let path = FileManager.default.temporaryDirectory.path + "/thidua-start-\(UUID().uuidString)"
    try DataFolder.create(at: path).close()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await fill(path)
    let startFile = path + "/" + StartFile.name
    let (plain, folded, _, processor) = try await open(path, nil, runs)
    var writing: [Int64] = []
    for _ in 0..<runs {
      let start = ContinuousClock.now
      try folded.writeStartFile(at: startFile)
      writing.append((ContinuousClock.now - start).nanoseconds)
    }
    let (quick, loaded, source, _) = try await open(path, startFile, runs)
    guard case .file = source else { preconditionFailure("The start file was not used: \(source)") }
    var reading: [Int64] = []
    for _ in 0..<runs {
      let start = ContinuousClock.now
      _ = try Rulebook(yaml: yaml)
      reading.append((ContinuousClock.now - start).nanoseconds)
    }
    return Report(
      submissions: folded.submissions, journalBytes: size(path + "/" + DataFolder.journalName), startFileBytes: size(startFile),
      fromJournal: plain, fromJournalProcessor: processor, fromStartFile: quick, writingStartFile: Sampling(samples: writing), rulebook: Sampling(samples: reading),
      agree: loaded.head == folded.head && loaded.submissions == folded.submissions && sample(loaded) == sample(folded))
  }

  /// Receipts and figures of some units.
  private func sample(_ state: CampaignState) -> [String] {
    stride(from: 0, to: units, by: max(1, units / 100)).flatMap { number in
      state.filings(of: .init(unit(number))).map { "\($0.receipt) \($0.filing.figures)" }
    }
  }

  private func size(_ path: String) -> Int { (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0 }

  private func open(_ path: String, _ startFile: String?, _ runs: Int) async throws -> (Sampling, CampaignState, StartSource, Int64) {
    var samples: [Int64] = []
    var processor = Int64.max
    var last: (CampaignState, StartSource)?
    for _ in 0..<runs {
      last = nil
      let before = Self.processorTime()
      let start = ContinuousClock.now
      let folder = try DataFolder.open(at: path)
      let journal = try Journal(SQLiteDriver(folder))
      let service = try await CampaignService.open(journal, startFile: startFile) { _ in SystemClock() }
      let state = await service.state
      samples.append((ContinuousClock.now - start).nanoseconds)
      processor = min(processor, Self.processorTime() - before)
      last = (state, service.startedFrom)
      try await journal.close()
      folder.close()
    }
    guard let last else { preconditionFailure("At least one run.") }
    return (Sampling(samples: samples), last.0, last.1, processor)
  }

  private static func processorTime() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Writes a month after the other, as if every unit had filed it in the order of the roster.
  private func fill(_ path: String) async throws {
    let folder = try DataFolder.open(at: path)
    let journal = try Journal(SQLiteDriver(folder))
    let service = try await CampaignService.open(journal, clock: ManualClock(Instant(milliseconds: 1_580_000_000_000)))
    let genesis = GenesisEntry(deployment: "bench", serverID: Array(repeating: 7, count: 16), demonstrationStart: nil)
    try await service.launch(genesis, rulebook: yaml)
    let digest = sha256(yaml)
    let codes = (0..<counters).map(counter)
    var random: UInt64 = 20_230_202
    for month in 0..<months {
      let period = Period(kind: .calendarMonth, year: 2020 + month / 12, month: month % 12 + 1)!
      var number = 0
      while number < units {
        var drafts: [EntryDraft] = []
        for unit in number..<min(units, number + 4_000) {
          let figures = codes.map { code -> (counter: String, value: Int64) in
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (code, Int64(random >> 33) % 400)
          }
          let filing = Filing(
            unit: .init(self.unit(unit)), period: period, form: Rulebook.monthForm, baseRevision: 0, figures: figures)
          let entry = SubmissionEntry(
            filing: filing, revision: 1, late: false, contentKey: sha256(filing.contentKeyBytes(campaign: "start")), rulebookDigest: digest,
            origin: .system)
          drafts.append(entry.draft(at: Instant(milliseconds: 1_580_000_000_000 + Int64(month) * 2_600_000_000 + Int64(unit))))
        }
        _ = try await journal.append(drafts)
        number += drafts.count
      }
    }
    try await journal.close()
    folder.close()
  }
}

import Campaign
import Journal
import Service
import Synchronization
import Testing

/// Many clients at once.
@Suite struct RaceTests {
  /// What one task heard in the end.
  private struct Heard: Sendable {
    let draft: Int64
    let base: Int
    let receipt: Receipt
  }

  // reliability.md R11.
  @Test(arguments: 0..<100)
  func sixtyFourTasksOnOneMonthHaveOneWinnerARevision(seed: UInt64) async throws {
    let stage = try await Stage()
    let service = stage.service
    var heard: [Heard] = []
    try await withThrowingTaskGroup(of: [Heard].self) { group in
      for task in 0..<64 {
        group.addTask { try await Self.client(seed: seed &* 64 &+ UInt64(task), on: service) }
      }
      for try await receipts in group { heard += receipts }
    }

    let stored = try stage.driver.submissions()
    #expect(stored.map(\.revision) == Array(1...stored.count), "seed \(seed): one winner a revision, in order")
    #expect(stored.map(\.filing.baseRevision) == Array(0..<stored.count), "seed \(seed)")
    #expect(Set(stored.map(\.contentKey)).count == stored.count, "seed \(seed): no content twice")
    var byContent: [[UInt8]: Receipt] = [:]
    for one in heard {
      let entry = stored[one.receipt.revision - 1]
      #expect(entry.contentKey == one.receipt.contentKey, "seed \(seed): the receipt is of what is stored")
      #expect(entry.filing.figures.last?.value == 100 && entry.filing.figures.first?.value == one.draft, "seed \(seed)")
      #expect(one.receipt.replaces == one.base, "seed \(seed)")
      #expect(byContent.updateValue(one.receipt, forKey: one.receipt.contentKey).map { $0 == one.receipt } ?? true, "seed \(seed)")
    }
    #expect(byContent.count == stored.count, "seed \(seed): every winner heard of it")
    let inForce = await service.state.inForce("u0", heard[0].receipt.period)
    #expect(inForce?.receipt.revision == stored.count, "seed \(seed)")
  }

  /// Files one of six contents, repeats it now and then, and corrects what is there when somebody was faster.
  private static func client(seed: UInt64, on service: CampaignService) async throws -> [Heard] {
    var random = SeededGenerator(seed: seed)
    var heard: [Heard] = []
    var base = 0
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      for _ in 0..<Int.random(in: 0...3, using: &random) { await Task.yield() }
      let content = Int64.random(in: 1...6, using: &random)
      let draft = filing(asked: 100, answered: content, base: base)
      do {
        let receipt = try await service.file(draft)
        heard.append(Heard(draft: content, base: base, receipt: receipt))
        if Bool.random(using: &random) {
          heard.append(Heard(draft: content, base: base, receipt: try await service.file(draft)))
        }
        base = receipt.revision
      } catch ServiceFailure.conflict(let problem, let existing) {
        // The answer of a conflict always carries what is stored, also while it is on its way to the disk.
        #expect(problem.code == (base == 0 ? .alreadyExists : .revisionConflict))
        #expect(existing.revision != base)
        base = existing.revision
      }
    }
    return heard
  }

  // issue: 100 concurrent submissions cause at most 10 syncs.
  @Test func aHundredConcurrentSubmissionsShareTheirSyncs() async throws {
    let gate = Gate()
    // The first commit is the launch; the second waits until everything is on its way.
    let driver = WatchedDriver { number in if number == 2 { gate.pass() } }
    let clock = CountingClock()
    let service = try await CampaignService.open(Journal(driver), clock: clock)
    try await service.launch(genesis, rulebook: smallCampaign(units: 100))
    let before = driver.syncCount
    let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
      for unit in 0..<100 { group.addTask { try await service.file(filing("u\(unit)")) } }
      await clock.until(101, on: service)
      gate.open()
      var receipts: [Receipt] = []
      for try await receipt in group { receipts.append(receipt) }
      return receipts
    }
    #expect(Set(receipts.map(\.position)).count == 100)
    #expect(driver.syncCount - before <= 10)
    #expect(driver.syncCount - before >= 1)
  }

  /// Equal content while it is under way, and other content in front of it: nobody is answered from what may be lost.
  @Test func whileAFilingIsOnItsWayEqualContentWaitsAndOtherContentIsToldTheReceipt() async throws {
    let gate = Gate()
    let driver = WatchedDriver { number in if number == 2 { gate.pass() } }
    let clock = CountingClock()
    let service = try await CampaignService.open(Journal(driver), clock: clock)
    try await service.launch(genesis, rulebook: smallCampaign())
    async let first = service.file(filing(answered: 5))
    // Launch and first filing are decided. Only then the correction is begun, on a revision that is not durable yet.
    await clock.until(2, on: service)
    async let second = service.file(filing(answered: 6, base: 1))
    await clock.until(3, on: service)
    async let repeated = service.file(filing(answered: 5))
    async let other = service.refusal(of: [filing(answered: 9)])
    for _ in 0..<100 { _ = await service.state }
    gate.open()
    let receipts = try await [first, second, repeated]
    #expect(receipts.map(\.revision) == [1, 2, 1])
    #expect(receipts[0] == receipts[2])
    guard case .conflict(let problem, let existing) = try await other else {
      Issue.record("other content is a conflict")
      return
    }
    #expect(problem.code == .alreadyExists)
    #expect(existing == receipts[1])
  }
}

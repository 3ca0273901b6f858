import Campaign
import Journal
import Service
import Synchronization
import Testing

/// Copies of one request at the same time, and what is known of it meanwhile.
@Suite struct OnceTests {
  private static func origin(_ number: UInt64, client: UInt8 = 1, account: UInt64 = 0, saying digest: UInt8 = 1) -> RequestOrigin {
    RequestOrigin(
      account: AccountID(high: 0, low: account), clientID: Array(repeating: client, count: 16), requestNumber: number,
      content: RequestContent(method: 0x0101, digest: Array(repeating: digest, count: 32)))
  }

  private final class Count: Sendable {
    private let count = Mutex(0)
    func add() { count.withLock { $0 += 1 } }
    var value: Int { count.withLock { $0 } }
  }

  private func state(of origin: RequestOrigin, on service: CampaignService) async throws -> String {
    switch try await service.state(of: origin) {
    case .unknown: "unknown"
    case .inProgress: "in progress"
    case .applied: "applied"
    }
  }

  // "A second copy arriving while the first runs waits for it; it never runs beside it."
  @Test func aSecondCopyWaitsForTheFirst() async throws {
    let gate = Gate()
    let driver = WatchedDriver { number in if number == 2 { gate.pass() } }
    let clock = CountingClock()
    let service = try await CampaignService.open(Journal(driver), clock: clock)
    try await service.launch(genesis, rulebook: smallCampaign())
    let origin = Self.origin(7, account: 3)
    let runs = Count()
    let copies = Task {
      try await withThrowingTaskGroup(of: (replayed: Bool, Receipt?).self) { group in
        for _ in 0..<8 {
          group.addTask {
            switch try await service.once(origin, {
              runs.add()
              return try await service.submit([filing()], keys: [], from: origin)
            }) {
            case .now(let receipts): return (false, receipts.first)
            case .before(let entries): return (true, entries.first?.filing)
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
    }
    await clock.until(2, on: service)
    #expect(try await state(of: origin, on: service) == "in progress")
    await #expect(throws: ServiceFailure.self) { try await service.state(of: Self.origin(7, account: 4)) }
    gate.open()
    let answers = try await copies.value
    #expect(runs.value == 1)
    #expect(answers.count { !$0.replayed } == 1 && Set(answers.map(\.1)).count == 1)
    #expect(try await state(of: origin, on: service) == "applied")
    #expect(try await state(of: Self.origin(8), on: service) == "unknown")
  }

  // Nothing of a failed request is kept, and whoever waited tries it himself.
  @Test func afterARefusalTheNextCopyRuns() async throws {
    let stage = try await Stage(at: opens.moved(by: -1))
    let origin = Self.origin(1)
    await #expect(throws: ServiceFailure.self) {
      _ = try await stage.service.once(origin) { try await stage.service.submit([filing()], keys: [], from: origin) }
    }
    stage.clock.set(opens)
    guard case .now = try await stage.service.once(origin, { try await stage.service.submit([filing()], keys: [], from: origin) }) else {
      Issue.record("the request was never carried out")
      return
    }
  }

  // reliability.md R11 with request numbers: a key has one effect, one answer, whoever repeats it however often.
  @Test(arguments: 0..<100)
  func sixtyFourClientsWithRetriesHaveOneEffectAKey(seed: UInt64) async throws {
    let stage = try await Stage()
    let service = stage.service
    var heard: [(key: String, receipt: Receipt)] = []
    try await withThrowingTaskGroup(of: [(key: String, receipt: Receipt)].self) { group in
      for client in 0..<64 {
        group.addTask { try await Self.client(UInt8(client), seed: seed &* 64 &+ UInt64(client), on: service) }
      }
      for try await some in group { heard += some }
    }
    // The sequential model: a key always names one receipt, and each revision follows the one before.
    var byKey: [String: Receipt] = [:]
    for one in heard {
      #expect(byKey.updateValue(one.receipt, forKey: one.key).map { $0 == one.receipt } ?? true, "seed \(seed): \(one.key)")
    }
    let stored = try stage.driver.submissions()
    #expect(stored.map(\.revision) == Array(1...stored.count) && stored.map(\.filing.baseRevision) == Array(0..<stored.count), "seed \(seed)")
    let marks = try stage.driver.allRows.compactMap { try $0.entry().requestMark() }
    #expect(Set(marks.map { "\($0.clientID[0]) \($0.requestNumber)" }).count == marks.count, "seed \(seed): no key twice")
    #expect(Set(marks.map { "\($0.clientID[0]) \($0.requestNumber)" }) == Set(byKey.keys), "seed \(seed)")

    // And so after a restart.
    let again = try await stage.reopened()
    for (key, receipt) in byKey.prefix(20) {
      let parts = key.split(separator: " ").compactMap { UInt64($0) }
      let origin = RequestOrigin(account: .system, clientID: Array(repeating: UInt8(parts[0]), count: 16), requestNumber: parts[1])
      guard case .applied(_, let entries) = try await again.state(of: origin) else {
        Issue.record("seed \(seed): \(key) is forgotten")
        continue
      }
      #expect(entries.map(\.filing) == [receipt], "seed \(seed): \(key)")
    }
  }

  /// Files under numbers of its own, each sent by up to three at once, and corrects what is there when somebody was faster.
  private static func client(_ client: UInt8, seed: UInt64, on service: CampaignService) async throws -> [(key: String, receipt: Receipt)] {
    var random = SeededGenerator(seed: seed)
    var heard: [(key: String, receipt: Receipt)] = []
    var base = 0
    for number in 1...UInt64.random(in: 1...3, using: &random) {
      for _ in 0..<Int.random(in: 0...3, using: &random) { await Task.yield() }
      let content = Int64.random(in: 1...6, using: &random)
      let draft = filing(asked: 100, answered: content, base: base)
      let origin = Self.origin(number, client: client, saying: UInt8(content))
      let copies = Int.random(in: 1...3, using: &random)
      do {
        try await withThrowingTaskGroup(of: Receipt?.self) { group in
          for _ in 0..<copies {
            group.addTask {
              switch try await service.once(origin, { try await service.submit([draft], keys: [], from: origin) }) {
              case .now(let receipts): receipts.first
              case .before(let entries): entries.first?.filing
              }
            }
          }
          for try await case let receipt? in group {
            heard.append(("\(client) \(number)", receipt))
            base = receipt.revision
          }
        }
      } catch ServiceFailure.conflict(_, let existing) {
        base = existing.revision
      }
    }
    return heard
  }
}

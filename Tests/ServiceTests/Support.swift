import Campaign
import Foundation
import Journal
import Service
import Synchronization
import Testing

/// A campaign of `units` units with two counters, one criterion and one published index.
///
/// 2023-03 is the month from 15/02 to 14/03: it opens on 15 March, is due at the start of the 17th, closes on the 24th.
func smallCampaign(units: Int = 3) -> [UInt8] {
  let roster = (0..<units).map { "{id: u\($0), name: Unit \($0)}" }.joined(separator: ", ")
  return Array(
    """
    thidua: 1
    campaign: small
    periods: {kind: legal-month, first: 2023-01, last: 2023-12}
    calendar: {due-working-days: 2, grace-working-days: 5}
    units: [\(roster)]
    counters: [{code: asked, combine: flow}, {code: answered, combine: flow}]
    identities: [{part: answered, whole: [asked]}]
    criteria:
      - {code: k, points: 100, metric: {ratio: [answered, asked]}, scoring: {kind: PROP, target: 100}}
    indices:
      - {code: PCI, series: [{year: 2022, score: 60, rank: 40, of: 63, source: "test"}]}
    rules:
      - {id: up, kind: INCREASE, of: {index: PCI}, window: 2023, source: "ours: test"}
    """.utf8)
}

let opens = Instant(vietnam: "2023-03-15T00:00")!
let due = Instant(vietnam: "2023-03-17T00:00")!
let closes = Instant(vietnam: "2023-03-24T00:00")!

extension Instant {
  func moved(by milliseconds: Int64) -> Instant { Instant(milliseconds: self.milliseconds + milliseconds) }
}

/// A launched campaign on a journal in memory, on a clock that is moved by hand.
struct Stage {
  let clock: ManualClock
  let driver: MemoryDriver
  let journal: Journal
  let service: CampaignService

  init(units: Int = 3, yaml: [UInt8]? = nil, at start: Instant = opens) async throws {
    clock = ManualClock(start)
    driver = MemoryDriver()
    journal = try Journal(driver)
    service = try await CampaignService.open(journal, clock: clock)
    try await service.launch(genesis, rulebook: yaml ?? smallCampaign(units: units))
  }

  /// The service after a restart on the same rows.
  func reopened() async throws -> CampaignService {
    try await journal.close()
    return try await CampaignService.open(Journal(driver), clock: clock)
  }
}

let genesis = GenesisEntry(deployment: "test", serverID: Array(repeating: 7, count: 16), demonstrationStart: nil)

func filing(_ unit: String = "u0", asked: Int64 = 10, answered: Int64 = 5, base: Int = 0, period: String = "2023-03") -> FilingDraft {
  FilingDraft(
    unit: unit, period: period, baseRevision: base,
    cells: [.init(counter: "asked", value: asked), .init(counter: "answered", value: answered)])
}

extension CampaignService {
  func file(_ draft: FilingDraft) async throws -> Receipt { try await submit([draft], keys: [], from: .system)[0] }

  /// The failure with which a submission ends.
  func refusal(of drafts: [FilingDraft], keys: [[UInt8]] = []) async throws -> ServiceFailure {
    try await #require(throws: ServiceFailure.self) { try await submit(drafts, keys: keys, from: .system) }
  }
}

extension MemoryDriver {
  var allRows: [StoredRow] { (try? rows(from: 1, limit: .max, bytesMax: .max)) ?? [] }

  /// Every submission stored, in order.
  func submissions() throws -> [SubmissionEntry] {
    try allRows.map { try $0.entry() }.filter { $0.kind == .submission }.map { try SubmissionEntry($0) }
  }
}

/// A journal's storage whose every commit asks first.
final class WatchedDriver: JournalDriver {
  let inner = MemoryDriver()
  private let beforeCommit: @Sendable (_ number: Int) throws -> Void
  private let commits = Mutex(0)

  init(beforeCommit: @escaping @Sendable (Int) throws -> Void) { self.beforeCommit = beforeCommit }

  func commit(_ batch: [PreparedEntry]) throws {
    let number = commits.withLock { commits in
      commits += 1
      return commits
    }
    try beforeCommit(number)
    try inner.commit(batch)
  }
  func rows(from position: UInt64, limit: Int, bytesMax: Int) throws -> [StoredRow] {
    try inner.rows(from: position, limit: limit, bytesMax: bytesMax)
  }
  func texts(of positions: ClosedRange<UInt64>) throws -> [StoredText] { try inner.texts(of: positions) }
  func position(ofUniqueKey key: UniqueKey) throws -> UInt64? { try inner.position(ofUniqueKey: key) }
  func head() throws -> JournalHead { try inner.head() }
  var syncCount: Int { inner.syncCount }
  func close() throws {}
}

/// Holds a thread back until it is opened.
///
/// `@unchecked Sendable`: `isOpen` is touched only while `condition` is locked.
final class Gate: @unchecked Sendable {
  private let condition = NSCondition()
  private var isOpen = false

  func pass() {
    condition.lock()
    while !isOpen { condition.wait() }
    condition.unlock()
  }

  func open() {
    condition.lock()
    isOpen = true
    condition.broadcast()
    condition.unlock()
  }
}

/// A clock that tells how often it has been asked: the service asks once for each command that it decides.
final class CountingClock: ServiceClock {
  private struct State {
    var asked = 0
    var waiting: [(goal: Int, continuation: CheckedContinuation<Void, Never>)] = []
  }
  private let state = Mutex(State())

  func now() -> Instant {
    let reached = state.withLock { state in
      state.asked += 1
      let asked = state.asked
      defer { state.waiting.removeAll { $0.goal <= asked } }
      return state.waiting.filter { $0.goal <= asked }
    }
    for one in reached { one.continuation.resume() }
    return opens
  }

  /// Returns once `commands` have been decided by `service` and are on their way to the disk.
  func until(_ commands: Int, on service: CampaignService) async {
    await withCheckedContinuation { continuation in
      let reached = state.withLock { state in
        if state.asked < commands { state.waiting.append((commands, continuation)) }
        return state.asked >= commands
      }
      if reached { continuation.resume() }
    }
    // A command is decided and begun without a pause: when the service answers this, the last one is on its way.
    _ = await service.state
  }
}

/// SplitMix64: the same numbers from the same seed.
struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

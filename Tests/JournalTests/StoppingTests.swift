import Testing

@testable import Journal

/// A failed commit or sync stops the journal: P5 and R5.
@Suite(.timeLimit(.minutes(10)))
struct StoppingTests {
  static let broken = JournalFailure.storageFailed("SQLite 1034, disk I/O error")
  static let stopped = JournalFailure.stopped(cause: broken.description)

  @Test(arguments: Storage.allCases, [1, 2, 3, 7])
  func aFailedSyncStopsTheJournalForGood(_ storage: Storage, failing: Int) async throws {
    let place = try Place(storage)
    let driver = WatchedDriver(try place.driver()) { number in if number == failing { throw Self.broken } }
    let journal = try Journal(driver)
    for number in 1..<failing { _ = try await journal.append([draft("\(number)")]) }
    await #expect(throws: Self.stopped) { try await journal.append([draft("lost")]) }
    await #expect(throws: Self.stopped) { try await journal.append([draft("later")]) }
    await #expect(throws: Self.stopped) { try await journal.entries(from: 1) }
    await #expect(throws: Self.stopped) {
      try await journal.purgeText(of: 1, field: 1, because: "x", timeMilliseconds: instant, account: .system)
    }
    await #expect(throws: Self.stopped) { try await journal.verify() }
    #expect(driver.commitCount == failing, "a failed commit is never tried again")
    #expect(journal.head.position == UInt64(failing - 1))
    try await journal.close()

    let again = try Journal(place.driver())
    #expect(again.head.position == UInt64(failing - 1))
    #expect(try await again.append([draft("after the restart")])[0].position == UInt64(failing))
    #expect(try await again.verify().isSound)
    try await again.close()
  }

  @Test(arguments: Storage.allCases)
  func everythingThatWaitsIsAnsweredWithTheStop(_ storage: Storage) async throws {
    let place = try Place(storage)
    let gate = Gate()
    let driver = WatchedDriver(try place.driver()) { _ in
      gate.pass()
      throw Self.broken
    }
    let journal = try Journal(driver)
    let pending = (1...600).map { journal.begin([draft("\($0)")]) }
    let reading = Task { try await journal.entries(from: 1) }
    gate.open()
    for group in pending { await #expect(throws: Self.stopped) { try await group.entries() } }
    await #expect(throws: Self.stopped) { try await reading.value }
    #expect(driver.commitCount == 1)
    try await journal.close()
    #expect(try verify(place.driver()).entries == 0)
  }

  @Test func aFullQueueRefusesAndRecovers() async throws {
    let gate = Gate()
    let driver = WatchedDriver(MemoryDriver()) { _ in gate.pass() }
    var limits = JournalLimits()
    limits.waitingGroupsMax = 3
    limits.commitGroupsMax = 1
    let journal = try Journal(driver, limits: limits)
    // One group may be with the writer already, three wait; the rest must be refused.
    let pending = (1...6).map { journal.begin([draft("\($0)")]) }
    gate.open()
    var refused = 0
    for group in pending {
      do throws(JournalFailure) {
        _ = try await group.entries()
      } catch {
        #expect(error == .overloaded(groupsMax: 3))
        refused += 1
      }
    }
    #expect((2...3).contains(refused))
    #expect(try await journal.append([draft("later")])[0].position == UInt64(7 - refused))
    try await journal.close()
  }

  @Test func limitsRefuseBeforeAnythingIsStored() async throws {
    let journal = try Journal(MemoryDriver())
    let cases: [([EntryDraft], JournalFailure)] = [
      ([], .groupInvalid(entries: 0, max: 4_096)),
      (Array(repeating: draft("x"), count: 4_097), .groupInvalid(entries: 4_097, max: 4_096)),
      ([draft("x", kind: .tombstone)], .kindReserved(.tombstone)),
      ([draft(String(repeating: "x", count: (16 << 20) - 1))], .bodyTooLarge(bytes: (16 << 20) + 1)),
      ([draft("x", keys: [[]])], .uniqueKeyInvalid),
      ([draft("x", keys: [UniqueKey(Array(repeating: 1, count: 129))])], .uniqueKeyInvalid),
      ([draft("x", keys: [[1], [1]])], .uniqueKeyInvalid),
      ([draft("x", keys: (0..<65).map { [$0] })], .uniqueKeyInvalid),
      ([draft("x", texts: [text(1, "a"), text(1, "b")])], .textInvalid(field: 1)),
      ([draft("x", texts: [text(4, String(repeating: "a", count: FreeText.bytesMax + 1))])], .textInvalid(field: 4)),
      ([draft("x", texts: (0...32).map { text($0, "") })], .textInvalid(field: 32)),
    ]
    for (drafts, failure) in cases {
      await #expect(throws: failure) { try await journal.append(drafts) }
    }
    #expect(journal.head == .empty)
    let largest = try await journal.append([
      draft(
        String(repeating: "x", count: (16 << 20) - 2), keys: (0..<64).map { [$0] })
    ])
    #expect(largest[0].bytes.count == EntryLayout.headerBytes + EntryLayout.bodyBytesMax)
    #expect(try await journal.verify().isSound)
    try await journal.close()
  }
}

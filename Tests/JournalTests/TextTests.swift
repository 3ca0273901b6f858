import Testing

@testable import Journal

/// Free texts beside their entries, and purging them.
@Suite(.timeLimit(.minutes(10)))
struct TextTests {
  @Test(arguments: Storage.allCases)
  func aPurgedTextIsGoneAndTheChainStaysValid(_ storage: Storage) async throws {
    let place = try Place(storage)
    var journal = try Journal(place.driver())
    let kept = text(2, "ở lại")
    _ = try await journal.append([draft("one", texts: [text(1, "Nguyễn Thị A, 0912 345 678"), kept])])
    let before = journal.head
    let stone = try await journal.purgeText(
      of: 1, field: 1, because: "yêu cầu 12/2023", timeMilliseconds: instant + 5, account: officer)
    #expect(stone.kind == .tombstone && stone.position == 2 && stone.timeMilliseconds == instant + 5)
    let body = try #require(try Tombstone(stone))
    #expect(body == Tombstone(text: TextReference(position: 1, field: 1), reason: "yêu cầu 12/2023"))
    #expect(try await journal.texts(of: 1) == [.purged(field: 1, by: 2), .kept(kept)])
    try await journal.close()

    journal = try Journal(place.driver())
    #expect(try await journal.texts(of: 1) == [.purged(field: 1, by: 2), .kept(kept)])
    let report = try await journal.verify(against: before)
    #expect(report.isSound && report.entries == 2 && report.textsKept == 1 && report.textsPurged == 1)
    try await journal.close()
  }

  @Test(arguments: Storage.allCases)
  func whatCannotBePurgedIsRefusedAndStoresNothing(_ storage: Storage) async throws {
    let place = try Place(storage)
    let journal = try Journal(place.driver())
    _ = try await journal.append([draft("one", texts: [text(1, "x")])])
    func purge(_ position: UInt64, _ field: UInt16, _ reason: String) async throws {
      try await journal.purgeText(
        of: position, field: field, because: reason, timeMilliseconds: instant, account: .system)
    }
    await #expect(throws: JournalFailure.reasonInvalid) { try await purge(1, 1, "") }
    await #expect(throws: JournalFailure.reasonInvalid) {
      try await purge(1, 1, String(repeating: "x", count: Tombstone.reasonBytesMax + 1))
    }
    for (position, field) in [(1, 2), (2, 1), (0, 1), (.max, 1)] as [(UInt64, UInt16)] {
      await #expect(throws: JournalFailure.textUnknown(TextReference(position: position, field: field))) {
        try await purge(position, field, "reason")
      }
    }
    #expect(journal.head.position == 1)
    try await purge(1, 1, String(repeating: "x", count: Tombstone.reasonBytesMax))
    await #expect(throws: JournalFailure.textAlreadyPurged(TextReference(position: 1, field: 1))) {
      try await purge(1, 1, "again")
    }
    #expect(journal.head.position == 2)
    try await journal.close()
  }

  @Test(arguments: Storage.allCases)
  func twoPurgesOfOneTextInOneCommitMakeOneTombstone(_ storage: Storage) async throws {
    let place = try Place(storage)
    let gate = Gate()
    let driver = WatchedDriver(try place.driver()) { number in if number == 2 { gate.pass() } }
    let journal = try Journal(driver)
    _ = try await journal.append([draft("one", texts: [text(1, "x")])])
    let blocking = journal.begin([draft("two")])
    let outcomes = await withTaskGroup(of: JournalFailure?.self) { tasks in
      for _ in 1...2 {
        tasks.addTask {
          do throws(JournalFailure) {
            try await journal.purgeText(of: 1, field: 1, because: "r", timeMilliseconds: instant, account: .system)
            return nil
          } catch {
            return error
          }
        }
      }
      gate.open()
      return await tasks.reduce(into: []) { $0.append($1) }
    }
    _ = try await blocking.entries()
    #expect(outcomes.compactMap { $0 } == [.textAlreadyPurged(TextReference(position: 1, field: 1))])
    #expect(try await journal.verify().textsPurged == 1)
    try await journal.close()
  }

  @Test func textsStandInTheOrderOfTheirFieldsWhateverTheCallerGave() {
    let drafted = draft("x", texts: [text(9, "c"), text(1, "a"), text(4, "b")])
    #expect(drafted.texts.map(\.field) == [1, 4, 9])
  }

  @Test func theSaltMakesEqualTextsDiffer() {
    var generator = SeededGenerator(seed: 1)
    let one = FreeText(field: 1, salt: .random(using: &generator), text: "x")
    let two = FreeText(field: 1, salt: .random(using: &generator), text: "x")
    #expect(one.digest != two.digest)
    #expect(TextSalt.random() != TextSalt.random())
    #expect(TextSalt(bytes: Array(repeating: 0, count: 15)) == nil)
  }
}

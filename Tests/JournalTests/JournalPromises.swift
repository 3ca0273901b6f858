import Testing

@testable import Journal

/// What every driver promises, together with the journal on top of it.
@Suite(.timeLimit(.minutes(10)))
struct JournalPromises {
  @Test(arguments: Storage.allCases)
  func aNewJournalIsEmpty(_ storage: Storage) async throws {
    let place = try Place(storage)
    let journal = try Journal(place.driver())
    #expect(journal.head == .empty)
    #expect(try await journal.entries(from: 1).isEmpty)
    let report = try await journal.verify()
    #expect(report.isSound && report.entries == 0 && report.head == .empty)
    try await journal.close()
  }

  @Test(arguments: Storage.allCases)
  func whatWasAppendedReadsBack(_ storage: Storage) async throws {
    let place = try Place(storage)
    let journal = try Journal(place.driver())
    let note = text(3, "Báo cáo bổ sung")
    let stored = try await journal.append([draft("first", kind: .genesis), draft("second", texts: [note])])
    #expect(stored.map(\.position) == [1, 2])
    #expect(bodies(stored) == ["first", "second"])
    #expect(stored.map(\.kind) == [.genesis, .submission])
    #expect(stored[1].timeMilliseconds == instant && stored[1].account == officer && stored[1].kindVersion == 1)
    #expect(stored[1].textDigests == [note.digest])
    #expect(try await journal.entries(from: 1) == stored)
    #expect(try await journal.entries(from: 2) == [stored[1]])
    #expect(try await journal.entries(from: 3).isEmpty)
    #expect(try await journal.entries(from: 1, limit: 1) == [stored[0]])
    #expect(try await journal.entry(at: 2) == stored[1])
    #expect(try await journal.texts(of: 2) == [.kept(note)])
    #expect(try await journal.texts(of: 1).isEmpty)
    await #expect(throws: JournalFailure.noSuchEntry(3)) { try await journal.entry(at: 3) }
    try await journal.close()
  }

  @Test(arguments: Storage.allCases)
  func everyEntryCommitsToTheOneBefore(_ storage: Storage) async throws {
    let place = try Place(storage)
    let journal = try Journal(place.driver())
    var previous = EntryHash.beforeGenesis
    for number in 1...20 {
      let entry = try await journal.append([draft("entry \(number)")])[0]
      #expect(entry.previousHash == previous)
      #expect(entry.hash == EntryHash(of: entry.bytes))
      #expect(journal.head == entry.head)
      previous = entry.hash
    }
    let report = try await journal.verify(against: journal.head)
    #expect(report.isSound && report.entries == 20)
    try await journal.close()
  }

  @Test(arguments: Storage.allCases)
  func reopeningKeepsEverything(_ storage: Storage) async throws {
    let place = try Place(storage)
    var journal = try Journal(place.driver())
    let note = text(1, "giữ lại")
    let stored = try await journal.append([draft("one", keys: [[1]]), draft("two", texts: [note])])
    try await journal.close()
    journal = try Journal(place.driver())
    #expect(journal.head == stored[1].head)
    #expect(try await journal.entries(from: 1) == stored)
    #expect(try await journal.texts(of: 2) == [.kept(note)])
    #expect(try await journal.position(ofUniqueKey: [1]) == 1)
    await #expect(throws: JournalFailure.duplicateKey(draft: 0, heldBy: 1)) {
      try await journal.append([draft("again", keys: [[1]])])
    }
    #expect(try await journal.append([draft("three")])[0].previousHash == stored[1].hash)
    #expect(try await journal.verify().entries == 3)
    try await journal.close()
  }

  @Test(arguments: Storage.allCases)
  func aGroupIsStoredWholeOrNotAtAll(_ storage: Storage) async throws {
    let place = try Place(storage)
    let journal = try Journal(place.driver())
    _ = try await journal.append([draft("held", keys: [[7]])])
    await #expect(throws: JournalFailure.duplicateKey(draft: 2, heldBy: 1)) {
      try await journal.append([draft("a", keys: [[8]]), draft("b"), draft("c", keys: [[9], [7]])])
    }
    #expect(journal.head.position == 1)
    #expect(try await journal.position(ofUniqueKey: [8]) == nil)
    #expect(bodies(try await journal.append([draft("a", keys: [[8]]), draft("b")])) == ["a", "b"])
    try await journal.close()
  }

  @Test(arguments: Storage.allCases)
  func aCollidingGroupIsRefusedAloneWhileOthersCommit(_ storage: Storage) async throws {
    let place = try Place(storage)
    let gate = Gate()
    let driver = WatchedDriver(try place.driver()) { number in if number == 1 { gate.pass() } }
    let journal = try Journal(driver)
    let first = journal.begin([draft("first")])
    let one = journal.begin([draft("one", keys: [[1]])])
    let same = journal.begin([draft("same", keys: [[1]])])
    let twice = journal.begin([draft("x", keys: [[2]]), draft("y", keys: [[2]])])
    let last = journal.begin([draft("last", keys: [[2]])])
    gate.open()
    #expect(try await first.entries()[0].position == 1)
    #expect(try await one.entries()[0].position == 2)
    await #expect(throws: JournalFailure.duplicateKey(draft: 0, heldBy: 2)) { try await same.entries() }
    await #expect(throws: JournalFailure.duplicateKey(draft: 1, heldBy: 3)) { try await twice.entries() }
    #expect(try await last.entries()[0].position == 3)
    #expect(try await journal.verify().entries == 3)
    try await journal.close()
  }

  @Test(arguments: Storage.allCases)
  func theOrderOfStoringIsTheOrderOfTheCalls(_ storage: Storage) async throws {
    let place = try Place(storage)
    let journal = try Journal(place.driver())
    let pending = (1...1_500).map { journal.begin([draft("\($0)")]) }
    for (index, group) in pending.enumerated() {
      #expect(try await group.entries()[0].position == UInt64(index + 1))
    }
    #expect(bodies(try await journal.entries(from: 1_001)) == (1_001...1_500).map(String.init))
    #expect(try await journal.entries(from: 1, limit: .max).count == Journal.pageEntriesMax)
    try await journal.close()
  }

  @Test(arguments: Storage.allCases)
  func aHundredConcurrentAppendsShareSyncs(_ storage: Storage) async throws {
    let place = try Place(storage)
    let gate = Gate()
    let driver = WatchedDriver(try place.driver()) { number in if number == 1 { gate.pass() } }
    let journal = try Journal(driver)
    let pending = (1...100).map { journal.begin([draft("\($0)")]) }
    gate.open()
    let positions = try await withThrowingTaskGroup(of: UInt64.self) { tasks in
      for group in pending { tasks.addTask { try await group.entries()[0].position } }
      return try await tasks.reduce(into: []) { $0.append($1) }
    }
    #expect(positions.sorted() == Array(1...100))
    // What arrived before the first commit, and everything that arrived during it.
    #expect(driver.syncCount <= 2)
    try await journal.close()
  }

  @Test(arguments: Storage.allCases)
  func oneCommitTakesAtMost512Groups(_ storage: Storage) async throws {
    let place = try Place(storage)
    let gate = Gate()
    let driver = WatchedDriver(try place.driver()) { number in if number == 1 { gate.pass() } }
    let journal = try Journal(driver)
    let pending = (1...1_537).map { journal.begin([draft("\($0)")]) }
    gate.open()
    for group in pending { _ = try await group.entries() }
    #expect((4...5).contains(driver.syncCount))
    try await journal.close()
  }

  @Test(arguments: Storage.allCases)
  func nothingIsAnsweredBeforeTheSync(_ storage: Storage) async throws {
    let place = try Place(storage)
    let gate = Gate()
    let driver = WatchedDriver(try place.driver()) { _ in gate.pass() }
    let journal = try Journal(driver)
    let pending = journal.begin([draft("one")])
    #expect(journal.head == .empty)
    gate.open()
    let entry = try await pending.entries()[0]
    #expect(journal.head == entry.head)
    #expect(driver.syncCount == 1)
    try await journal.close()
  }

  @Test(arguments: Storage.allCases)
  func closingStoresWhatWasBegun(_ storage: Storage) async throws {
    let place = try Place(storage)
    let journal = try Journal(place.driver())
    let pending = (1...50).map { journal.begin([draft("\($0)")]) }
    try await journal.close()
    for group in pending { _ = try await group.entries() }
    await #expect(throws: JournalFailure.closed) { try await journal.append([draft("late")]) }
    await #expect(throws: JournalFailure.closed) { try await journal.entries(from: 1) }
    try await journal.close()
    let report = try verify(place.driver())
    #expect(report.isSound && report.entries == 50)
  }
}

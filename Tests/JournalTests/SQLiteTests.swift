import Foundation
import GRDB
import Testing

@testable import Journal

/// What only the SQLite driver promises.
@Suite(.timeLimit(.minutes(10)))
struct SQLiteTests {
  /// Changes the file behind the journal's back.
  static func tamper(_ place: Place, _ sql: String) throws {
    let queue = try DatabaseQueue(path: place.journalPath)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try db.execute(sql: sql)
      _ = try db.checkpoint(.truncate)
    }
    try queue.close()
  }

  static func filled(_ place: Place, entries: Int = 6) async throws -> JournalHead {
    let journal = try Journal(place.driver())
    for number in 1...entries {
      _ = try await journal.append([
        draft("entry \(number)", keys: [UniqueKey(Array("key \(number)".utf8))], texts: [text(1, "note \(number)")])
      ])
    }
    try await journal.close()
    return journal.head
  }

  @Test func theSettingsReadBackAsTheyMust() throws {
    let place = try Place(.sqlite)
    let driver = try #require(try place.driver() as? SQLiteDriver)
    let settings = try driver.settings()
    #expect(settings[.synchronous] == "2")
    for setting in SQLiteSetting.allCases { #expect(settings[setting] == setting.required, "\(setting)") }
    try driver.checkIntegrity()
    try driver.close()
    try driver.close()
  }

  @Test func aSettingThatDoesNotHoldIsRefused() throws {
    // A database in memory has no write-ahead log, whatever is asked for.
    let queue = try DatabaseQueue()
    #expect(throws: JournalFailure.durabilityRefused(setting: "journal_mode")) {
      try queue.writeWithoutTransaction(SQLiteSettings.apply)
    }
    try queue.close()
  }

  @Test func aNewerSchemaIsRefused() async throws {
    let place = try Place(.sqlite)
    _ = try await Self.filled(place)
    try Self.tamper(place, "UPDATE meta SET value = 2")
    #expect(throws: JournalFailure.newerVersion(found: "2", supported: 1)) { try place.driver() }
  }

  @Test func aMissingFileIsNotReplacedByAnEmptyOne() async throws {
    let place = try Place(.sqlite)
    try FileManager.default.removeItem(atPath: place.journalPath)
    #expect(throws: JournalFailure.journalMissing(path: place.journalPath)) { try place.driver() }
    #expect(!FileManager.default.fileExists(atPath: place.journalPath))
  }

  @Test(arguments: ["", "this is not a database, but it is long enough to have been one if it had wanted to be"])
  func aFileThatIsNoJournalIsRefused(_ content: String) throws {
    let place = try Place(.sqlite)
    try Data(String(repeating: content, count: 20).utf8).write(to: URL(fileURLWithPath: place.journalPath))
    do {
      _ = try place.driver()
      Issue.record("opened")
    } catch JournalFailure.storageDamaged {
    }
  }

  @Test func aDamagedHeadIsRefusedAtOpening() async throws {
    let changes: [(String, JournalFailure)] = [
      ("UPDATE entries SET bytes = x'00' WHERE position = 6", .damaged(position: 6, .tooShort(bytes: 1))),
      ("UPDATE entries SET hash = zeroblob(32) WHERE position = 6", .damaged(position: 6, .hash)),
      ("UPDATE entries SET hash = x'01' WHERE position = 6", .storageDamaged(cause: "the last row does not read")),
      (
        "DELETE FROM entries WHERE position = 6; UPDATE entries SET position = 6 WHERE position = 5",
        .damaged(position: 6, .position(inBytes: 5))
      ),
    ]
    for (sql, failure) in changes {
      let place = try Place(.sqlite)
      _ = try await Self.filled(place)
      try Self.tamper(place, sql)
      #expect(throws: failure) { try place.driver() }
    }
  }

  @Test func tamperingWithTheFileIsFound() async throws {
    let changes: [(String, UInt64)] = [
      ("UPDATE entries SET bytes = CAST(bytes || x'00' AS BLOB) WHERE position = 2", 2),
      ("UPDATE entries SET hash = zeroblob(32) WHERE position = 3", 3),
      ("DELETE FROM entries WHERE position = 4", 4),
      ("DELETE FROM entries WHERE position = 6", 6),
      ("UPDATE texts SET text = x'78' WHERE position = 1", 1),
      ("UPDATE texts SET salt = zeroblob(16) WHERE position = 5", 5),
      ("DELETE FROM texts WHERE position = 2", 2),
      ("UPDATE texts SET salt = NULL, text = NULL, purged_by = 6 WHERE position = 3", 3),
      ("INSERT INTO texts (position, field, salt, text) VALUES (4, 2, zeroblob(16), x'78')", 4),
    ]
    for (sql, position) in changes {
      let place = try Place(.sqlite)
      let head = try await Self.filled(place)
      try Self.tamper(place, sql)
      let driver = try place.driver()
      #expect(try verify(driver, against: head).finding?.position == position, "\(sql)")
      try driver.close()
    }
  }

  @Test func aPurgedTextIsNoLongerInTheFiles() async throws {
    let place = try Place(.sqlite)
    let journal = try Journal(place.driver())
    let secret = "Nguyễn Văn Bí Mật, 0905 000 111"
    _ = try await journal.append([draft("one", texts: [text(1, secret)])])
    func found() throws -> Bool {
      try [place.journalPath, place.journalPath + "-wal"].contains { file in
        try Data(contentsOf: URL(fileURLWithPath: file)).range(of: Data(secret.utf8)) != nil
      }
    }
    #expect(try found())
    try await journal.purgeText(of: 1, field: 1, because: "request", timeMilliseconds: instant, account: .system)
    #expect(try !found())
    try await journal.close()
  }

  @Test func aReaderOfTheFileDelaysThePurgeOfTheLogOnly() async throws {
    let place = try Place(.sqlite)
    let journal = try Journal(place.driver())
    let secret = "Nguyễn Văn Bí Mật"
    _ = try await journal.append([draft("one", texts: [text(1, secret)])])
    func found() throws -> Bool {
      try Data(contentsOf: URL(fileURLWithPath: place.journalPath + "-wal")).range(of: Data(secret.utf8)) != nil
    }
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let reader = try DatabaseQueue(path: place.journalPath, configuration: configuration)
    try reader.inDatabase { db in
      try db.beginTransaction(.deferred)
      _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM texts")
    }
    try await journal.purgeText(of: 1, field: 1, because: "request", timeMilliseconds: instant, account: .system)
    #expect(try found())
    try reader.inDatabase { try $0.rollback() }
    try reader.close()
    _ = try await journal.append([draft("two")])
    #expect(try !found())
    try await journal.close()
  }

  /// The second net: what the writer would refuse is refused by the file as well, whole.
  @Test func theFileItselfKeepsKeysUnique() async throws {
    let place = try Place(.sqlite)
    let head = try await Self.filled(place)
    let driver = try place.driver()
    func prepared(_ position: UInt64, after head: JournalHead, keys: [UniqueKey], purges: TextReference? = nil)
      -> PreparedEntry
    {
      PreparedEntry(entry: StoredEntry(draft("x"), after: head), uniqueKeys: keys, texts: [], purges: purges)
    }
    let first = prepared(7, after: head, keys: [[1]])
    let batches = [
      [first, prepared(8, after: first.entry.head, keys: [UniqueKey(Array("key 3".utf8))])],
      [first, prepared(8, after: first.entry.head, keys: [[1]])],
      [first, prepared(7, after: head, keys: [])],
      [first, prepared(8, after: first.entry.head, keys: [], purges: TextReference(position: 1, field: 9))],
    ]
    for batch in batches {
      do {
        try driver.commit(batch)
        Issue.record("stored")
      } catch JournalFailure.storageFailed {
      }
      #expect(try driver.head() == head)
      #expect(try driver.position(ofUniqueKey: [1]) == nil)
    }
    #expect(driver.syncCount == 0)
    try driver.close()
  }

  /// D5: what a killed process leaves, the file and its log without the shared-memory file, opens with everything.
  @Test func aCopyWithoutTheSharedMemoryFileOpensWithEverything() async throws {
    let place = try Place(.sqlite)
    let journal = try Journal(place.driver())
    for number in 1...5 { _ = try await journal.append([draft("\(number)")]) }
    let other = try Place(.sqlite)
    for suffix in ["", "-wal"] {
      try? FileManager.default.removeItem(atPath: other.journalPath + suffix)
      try FileManager.default.copyItem(atPath: place.journalPath + suffix, toPath: other.journalPath + suffix)
    }
    let copy = try other.driver()
    let report = try verify(copy, against: journal.head)
    #expect(report.isSound && report.entries == 5)
    try copy.close()
    try await journal.close()
  }
}

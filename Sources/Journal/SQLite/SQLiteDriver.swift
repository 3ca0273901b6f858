import Foundation
import GRDB
import Synchronization

/// The journal in one SQLite file, through one connection.
///
/// Versions of SQLite before 3.51.3 can corrupt a file when two connections write or checkpoint at the same moment;
/// there is only one here, the lock of `DataFolder` keeps other servers out.
package final class SQLiteDriver: JournalDriver {
  private let queue: DatabaseQueue
  private let syncs = Mutex(0)
  /// Whether a purged text may still stand in the write-ahead log.
  private let owesCheckpoint = Mutex(false)
  /// Kept for its lock.
  private let folder: DataFolder

  /// Opens the journal of a data folder and checks its settings, its version and its last entry.
  ///
  /// - Throws: `journalMissing`, `newerVersion`, `durabilityRefused`, `storageDamaged`, `damaged`, `storageFailed`.
  package init(_ folder: DataFolder) throws {
    guard FileManager.default.fileExists(atPath: folder.journalPath) else {
      throw JournalFailure.journalMissing(path: folder.journalPath)
    }
    guard access(folder.journalPath, R_OK | W_OK) == 0 else {
      throw JournalFailure(errno: errno, path: folder.journalPath)
    }
    self.folder = folder
    queue = try translated { try DatabaseQueue(path: folder.journalPath, configuration: SQLiteSettings.configuration) }
    do {
      try translated {
        try queue.inDatabase { db in
          try SQLiteSettings.apply(db)
          try SQLiteSchema.check(db)
          try Self.checkHead(db)
        }
      }
    } catch {
      try? queue.close()
      throw error
    }
  }

  /// Creates the tables in a new file, mode 0600.
  ///
  /// - Returns: The head: not empty when the file was a journal already.
  static func createFile(at path: String) throws -> JournalHead {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw JournalFailure(errno: errno, path: path) }
    Foundation.close(descriptor)
    return try translated {
      let queue = try DatabaseQueue(path: path, configuration: SQLiteSettings.configuration)
      try queue.inDatabase(SQLiteSettings.apply)
      let head = try queue.inDatabase { db in
        try db.inTransaction {
          if try db.tableExists("meta") == false { try SQLiteSchema.create(db) }
          return .commit
        }
        try SQLiteSchema.check(db)
        return try Self.head(db)
      }
      try queue.close()
      return head
    }
  }

  /// The last two entries must read and fit: what a lost tail or a torn write breaks first.
  private static func checkHead(_ db: Database) throws {
    let head = try head(db)
    guard head.position > 0 else { return }
    let rows = try rows(db, from: max(head.position, 2) - 1, limit: 2, bytesMax: .max)
    var previous: StoredEntry?
    for row in rows {
      do throws(EntryProblem) {
        let entry = try row.entry()
        let linked = previous.map { $0.hash == entry.previousHash } ?? true
        guard linked else { throw .previousHash }
        previous = entry
      } catch {
        throw JournalFailure.damaged(position: row.position, error)
      }
    }
  }

  package func commit(_ batch: [PreparedEntry]) throws {
    try translated {
      try queue.inDatabase { db in
        try db.inTransaction(.immediate) {
          try Self.store(batch, db)
          return .commit
        }
        syncs.withLock { $0 += 1 }
        if batch.contains(where: { $0.purges != nil }) { owesCheckpoint.withLock { $0 = true } }
        try cleanLog(db)
      }
    }
  }

  /// Empties the write-ahead log after a purge, where the text would stay readable.
  ///
  /// Somebody may be reading the file, such as a backup; then the next commit tries again, or closing does it.
  private func cleanLog(_ db: Database) throws {
    guard owesCheckpoint.withLock({ $0 }) else { return }
    do {
      _ = try db.checkpoint(.truncate)
      owesCheckpoint.withLock { $0 = false }
    } catch let error as DatabaseError where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) {
      return
    }
  }

  package func rows(from position: UInt64, limit: Int, bytesMax: Int) throws -> [StoredRow] {
    try translated { try queue.inDatabase { try Self.rows($0, from: position, limit: limit, bytesMax: bytesMax) } }
  }

  package func page(from position: UInt64, limit: Int, bytesMax: Int) throws -> RowPage {
    try translated { try queue.inDatabase { try Self.page($0, from: position, limit: limit, bytesMax: bytesMax) } }
  }

  package func texts(of positions: ClosedRange<UInt64>) throws -> [StoredText] {
    try translated { try queue.inDatabase { try Self.texts($0, of: positions) } }
  }

  package func position(ofUniqueKey key: UniqueKey) throws -> UInt64? {
    try translated { try queue.inDatabase { try Self.positions($0, ofUniqueKeys: [key])[key] } }
  }

  package func positions(ofUniqueKeys keys: [UniqueKey]) throws -> [UniqueKey: UInt64] {
    guard !keys.isEmpty else { return [:] }
    return try translated {
      try queue.inDatabase { db in
        // Within one transaction the locks of reading are taken once.
        var held: [UniqueKey: UInt64] = [:]
        try db.inTransaction(.deferred) {
          held = try Self.positions(db, ofUniqueKeys: keys)
          return .commit
        }
        return held
      }
    }
  }

  package func head() throws -> JournalHead {
    try translated { try queue.inDatabase(Self.head) }
  }

  package var syncCount: Int { syncs.withLock { $0 } }

  package func close() throws {
    try translated { try queue.close() }
  }

  /// The settings as SQLite reports them, for the operator and the tests.
  package func settings() throws -> [SQLiteSetting: String] {
    let pairs = try translated { try queue.inDatabase(SQLiteSettings.read) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// SQLite's own check of the whole file, and of the references between tables.
  ///
  /// - Throws: `storageDamaged` with the first finding.
  /// - Complexity: O(*n*) in the size of the file.
  package func checkIntegrity() throws {
    try translated {
      try queue.inDatabase { db in
        let finding = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)")
        guard finding == "ok" else { throw JournalFailure.storageDamaged(cause: finding ?? "no answer") }
        try db.checkForeignKeys()
      }
    }
  }
}

/// Runs `work` and turns what SQLite and GRDB throw into failures of the journal, without statements or values.
func translated<Result>(_ work: () throws -> Result) throws(JournalFailure) -> Result {
  do {
    return try work()
  } catch let failure as JournalFailure {
    throw failure
  } catch let error as DatabaseError {
    let cause = "SQLite \(error.extendedResultCode.rawValue), \(error.message ?? "no message")"
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: throw .storageDamaged(cause: cause)
    default: throw .storageFailed(cause)
    }
  } catch {
    throw .storageFailed("unexpected answer of the storage engine")
  }
}

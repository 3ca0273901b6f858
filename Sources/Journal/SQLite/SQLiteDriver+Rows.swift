import Foundation
import GRDB
import GRDBSQLite

/// The statements. Values are always bound, never written into the text.
extension SQLiteDriver {
  static func store(_ prepared: PreparedEntry, _ db: Database) throws {
    let position = Int64(prepared.entry.position)
    try db.cachedStatement(sql: "INSERT INTO entries (position, hash, bytes) VALUES (?, ?, ?)")
      .execute(arguments: [position, Data(prepared.entry.hash.bytes), Data(prepared.entry.bytes)])
    for key in prepared.uniqueKeys {
      try db.cachedStatement(sql: "INSERT INTO unique_keys (key, position) VALUES (?, ?)")
        .execute(arguments: [Data(key), position])
    }
    for text in prepared.texts {
      try db.cachedStatement(sql: "INSERT INTO texts (position, field, salt, text) VALUES (?, ?, ?, ?)")
        .execute(arguments: [position, Int(text.field), Data(text.salt.bytes), Data(text.utf8)])
    }
    if let text = prepared.purges {
      try db.execute(
        sql: """
          UPDATE texts SET salt = NULL, text = NULL, purged_by = ?
          WHERE position = ? AND field = ? AND purged_by IS NULL
          """,
        arguments: [position, Int64(text.position), Int(text.field)])
      guard db.changesCount == 1 else { throw JournalFailure.storageFailed("no such text to purge") }
    }
  }

  static func rows(_ db: Database, from position: UInt64, limit: Int, bytesMax: Int) throws -> [StoredRow] {
    guard let from = Int64(exactly: position) else { return [] }
    let statement = try db.cachedStatement(
      sql: "SELECT position, hash, bytes FROM entries WHERE position >= ? ORDER BY position LIMIT ?")
    let cursor = try Row.fetchCursor(statement, arguments: [from, limit])
    var page: [StoredRow] = []
    var bytes = 0
    while bytes < bytesMax, let row = try cursor.next() {
      let position: Int64 = row[0]
      page.append(StoredRow(position: UInt64(position), hash: blob(row, 1), bytes: blob(row, 2)))
      bytes += page[page.count - 1].bytes.count
    }
    return page
  }

  static func page(_ db: Database, from position: UInt64, limit: Int, bytesMax: Int) throws -> RowPage {
    guard let from = Int64(exactly: position) else { return RowPage() }
    let statement = try db.cachedStatement(
      sql: "SELECT position, hash, bytes FROM entries WHERE position >= ? ORDER BY position LIMIT ?")
    var page = RowPage()
    page.reserve(rows: limit, bytes: min(bytesMax, 1 << 20) + 65_536)
    // Bytes go from SQLite's page into ours: an object a row and column took as long as hashing the row.
    let rows = statement.sqliteStatement
    defer { sqlite3_reset(rows) }
    sqlite3_reset(rows)
    var code = sqlite3_bind_int64(rows, 1, from)
    if code == SQLITE_OK { code = sqlite3_bind_int64(rows, 2, Int64(limit)) }
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    while page.bytes.count < bytesMax {
      code = sqlite3_step(rows)
      if code == SQLITE_DONE { break }
      guard code == SQLITE_ROW else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
      let hash = EntryHash(raw: UnsafeRawBufferPointer(start: sqlite3_column_blob(rows, 1), count: Int(sqlite3_column_bytes(rows, 1))))
      let bytes = UnsafeRawBufferPointer(start: sqlite3_column_blob(rows, 2), count: Int(sqlite3_column_bytes(rows, 2)))
      page.add(position: UInt64(clamping: sqlite3_column_int64(rows, 0)), hash: hash, bytes: bytes)
    }
    return page
  }

  static func texts(_ db: Database, of positions: ClosedRange<UInt64>) throws -> [StoredText] {
    guard let first = Int64(exactly: positions.lowerBound) else { return [] }
    let last = Int64(clamping: positions.upperBound)
    let statement = try db.cachedStatement(
      sql: """
        SELECT position, field, salt, text, purged_by FROM texts
        WHERE position BETWEEN ? AND ? ORDER BY position, field
        """)
    let cursor = try Row.fetchCursor(statement, arguments: [first, last])
    var texts: [StoredText] = []
    while let row = try cursor.next() {
      let position: Int64 = row[0]
      let field: Int64 = row[1]
      let purgedBy: Int64? = row[4]
      let content: StoredText.Content =
        if let purgedBy {
          .purged(by: UInt64(clamping: purgedBy))
        } else {
          .kept(salt: blob(row, 2), utf8: blob(row, 3))
        }
      texts.append(
        StoredText(position: UInt64(clamping: position), field: UInt16(clamping: field), content: content))
    }
    return texts
  }

  static func position(_ db: Database, ofUniqueKey key: [UInt8]) throws -> UInt64? {
    let statement = try db.cachedStatement(sql: "SELECT position FROM unique_keys WHERE key = ?")
    return try Int64.fetchOne(statement, arguments: [Data(key)]).map(UInt64.init(clamping:))
  }

  static func head(_ db: Database) throws -> JournalHead {
    let statement = try db.cachedStatement(
      sql: "SELECT position, hash FROM entries ORDER BY position DESC LIMIT 1")
    guard let row = try Row.fetchOne(statement) else { return .empty }
    let position: Int64 = row[0]
    guard let stored = UInt64(exactly: position), let hash = EntryHash(bytes: blob(row, 1)) else {
      throw JournalFailure.storageDamaged(cause: "the last row does not read")
    }
    return JournalHead(position: stored, hash: hash)
  }

  /// A column's bytes; empty for NULL, which then matches no digest.
  private static func blob(_ row: Row, _ index: Int) -> [UInt8] {
    let data: Data? = Data.fromDatabaseValue(row[index] as DatabaseValue)
    return data.map { Array($0) } ?? []
  }
}

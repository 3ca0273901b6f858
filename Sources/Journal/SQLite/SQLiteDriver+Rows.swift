import Foundation
import GRDB

/// The statements. Values are always bound, never written into the text.
extension SQLiteDriver {
  static func store(_ batch: [PreparedEntry], _ db: Database) throws {
    let entries = try BareStatement(db, "INSERT INTO entries (position, hash, bytes) VALUES (?, ?, ?)")
    let keys = try BareStatement(db, "INSERT INTO unique_keys (key, position) VALUES (?, ?)")
    for prepared in batch {
      let position = Int64(prepared.entry.position)
      try withUnsafeBytes(of: prepared.entry.hash) { hash in
        try prepared.entry.bytes.withUnsafeBytes { bytes in
          try entries.run([.integer(position), .blob(hash), .blob(bytes)])
        }
      }
      for key in prepared.uniqueKeys { try key.withBytes { try keys.run([.blob($0), .integer(position)]) } }
      try storeTexts(of: prepared, db)
    }
  }

  private static func storeTexts(of prepared: PreparedEntry, _ db: Database) throws {
    let position = Int64(prepared.entry.position)
    for text in prepared.texts {
      try db.cachedStatement(sql: "INSERT INTO texts (position, field, salt, text) VALUES (?, ?, ?, ?)")
        .execute(arguments: [position, Int(text.field), Data(text.salt.bytes), Data(text.utf8)])
    }
    guard let text = prepared.purges else { return }
    try db.execute(
      sql: """
        UPDATE texts SET salt = NULL, text = NULL, purged_by = ?
        WHERE position = ? AND field = ? AND purged_by IS NULL
        """,
      arguments: [position, Int64(text.position), Int(text.field)])
    guard db.changesCount == 1 else { throw JournalFailure.storageFailed("no such text to purge") }
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
    var page = RowPage()
    page.reserve(rows: limit, bytes: min(bytesMax, 1 << 20) + 65_536)
    let rows = try BareStatement(db, "SELECT position, hash, bytes FROM entries WHERE position >= ? ORDER BY position LIMIT ?")
    try rows.begin([.integer(from), .integer(Int64(limit))])
    defer { rows.end() }
    while page.bytes.count < bytesMax, try rows.step() {
      page.add(position: UInt64(clamping: rows.integer(0)), hash: EntryHash(raw: rows.blob(1)), bytes: rows.blob(2))
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

  static func positions(_ db: Database, ofUniqueKeys keys: [UniqueKey]) throws -> [UniqueKey: UInt64] {
    let statement = try BareStatement(db, "SELECT position FROM unique_keys WHERE key = ?")
    var held: [UniqueKey: UInt64] = [:]
    for key in keys {
      try key.withBytes { key in try statement.begin([.blob(key)]) }
      defer { statement.end() }
      if try statement.step() { held[key] = UInt64(clamping: statement.integer(0)) }
    }
    return held
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

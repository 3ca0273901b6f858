import GRDB
import GRDBSQLite

/// A prepared statement that is spoken to without objects in between: a list of arguments and a row of values took as long as SQLite's
/// own work.
struct BareStatement {
  /// A value that is bound, never written into the text.
  enum Value {
    case integer(Int64)
    /// Copied by SQLite.
    case blob(UnsafeRawBufferPointer)
  }

  /// SQLITE_TRANSIENT, a cast that Swift does not see.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private let statement: SQLiteStatement
  private let connection: SQLiteConnection?

  /// - Parameter sql: Prepared once a connection.
  init(_ db: Database, _ sql: String) throws {
    statement = try db.cachedStatement(sql: sql).sqliteStatement
    connection = db.sqliteConnection
  }

  /// Binds all values; ``step()`` follows, and ``end()`` in any case.
  func begin(_ values: [Value]) throws {
    end()
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      switch value {
      case .integer(let integer): try check(sqlite3_bind_int64(statement, place, integer))
      // Without bytes there may be no address, which would bind NULL.
      case .blob(let bytes) where bytes.isEmpty: try check(sqlite3_bind_zeroblob(statement, place, 0))
      case .blob(let bytes):
        try check(sqlite3_bind_blob64(statement, place, bytes.baseAddress, UInt64(bytes.count), Self.copied))
      }
    }
  }

  /// - Returns: Whether there is a row.
  func step() throws -> Bool {
    let code = sqlite3_step(statement)
    if code != SQLITE_DONE, code != SQLITE_ROW { try check(code) }
    return code == SQLITE_ROW
  }

  /// Carries out what gives no row.
  func run(_ values: [Value]) throws {
    try begin(values)
    defer { end() }
    _ = try step()
  }

  /// Lets go of values and locks.
  func end() {
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
  }

  /// Of the row at hand; columns from 0 on.
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  /// Of the row at hand, until the next ``step()``.
  func blob(_ column: Int32) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: sqlite3_column_blob(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
  }

  private func check(_ code: Int32) throws {
    guard code != SQLITE_OK else { return }
    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: sqlite3_errmsg(connection).map { String(cString: $0) })
  }
}

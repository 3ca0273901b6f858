import GRDB

/// The tables of the SQLite journal, schema 1.
enum SQLiteSchema {
  static let version = 1
  /// "ThDu", so that tools recognise the file.
  static let applicationID = 1_416_119_413

  /// Creates what is missing in a new file.
  ///
  /// `WITHOUT ROWID` keeps a key and its row in one tree; `STRICT` refuses a value of another type.
  static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE meta (
          name TEXT NOT NULL PRIMARY KEY,
          value INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE entries (
          position INTEGER NOT NULL PRIMARY KEY CHECK (position > 0),
          hash BLOB NOT NULL CHECK (length(hash) = 32),
          bytes BLOB NOT NULL
        ) STRICT;
        CREATE TABLE unique_keys (
          key BLOB NOT NULL PRIMARY KEY,
          position INTEGER NOT NULL REFERENCES entries (position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE texts (
          position INTEGER NOT NULL REFERENCES entries (position),
          field INTEGER NOT NULL CHECK (field BETWEEN 0 AND 65535),
          salt BLOB CHECK (length(salt) = 16),
          text BLOB,
          purged_by INTEGER REFERENCES entries (position),
          PRIMARY KEY (position, field),
          CHECK ((salt IS NULL) = (purged_by IS NOT NULL) AND (text IS NULL) = (purged_by IS NOT NULL))
        ) STRICT, WITHOUT ROWID;
        PRAGMA application_id = 1416119413;
        """)
    try db.execute(sql: "INSERT INTO meta (name, value) VALUES ('schema', ?)", arguments: [version])
  }

  /// Checks that a file is a journal that this program can read.
  ///
  /// - Throws: `newerVersion`, `storageDamaged` when it is no journal.
  static func check(_ db: Database) throws {
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID,
      let found = try Int.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'schema'"), found >= 1
    else { throw JournalFailure.storageDamaged(cause: "the file is not a journal") }
    guard found <= version else {
      throw JournalFailure.newerVersion(found: "\(found)", supported: version)
    }
  }
}

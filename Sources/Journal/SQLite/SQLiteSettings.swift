import GRDB

/// The settings that durability rests on: set on the one connection, and read back.
enum SQLiteSettings {
  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.foreignKeysEnabled = true
    configuration.label = "journal"
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA mmap_size = 0")
      // A purged text is overwritten in the file, not only unlinked.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      // Keys are digests, each on a page of its own: with 32 MiB of pages few are read again, and between two checkpoints, 16 MiB of
      // log apart, a page that many entries touch is written back once.
      try db.execute(sql: "PRAGMA cache_size = -32768")
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 4096")
    }
    return configuration
  }

  /// Sets `synchronous = FULL` and checks every setting.
  ///
  /// GRDB sets NORMAL itself while it enables WAL, after `prepareDatabase`; a power loss could then undo an
  /// acknowledged commit. So FULL is set here, after opening.
  ///
  /// - Throws: `durabilityRefused` with the first setting that did not hold.
  static func apply(_ db: Database) throws {
    try db.execute(sql: "PRAGMA synchronous = FULL")
    for (setting, value) in try read(db) where value != setting.required {
      throw JournalFailure.durabilityRefused(setting: setting.rawValue)
    }
  }

  /// Every setting as SQLite reports it.
  static func read(_ db: Database) throws -> [(SQLiteSetting, String)] {
    try SQLiteSetting.allCases.map { setting in
      let value = try Row.fetchOne(db, sql: setting.question)?[0] as DatabaseValue?
      let number = value.flatMap(Int64.fromDatabaseValue).map { String($0) }
      return (setting, number ?? value.flatMap(String.fromDatabaseValue) ?? "")
    }
  }
}

/// A setting of SQLite that the journal insists on; the raw value is its name there.
package enum SQLiteSetting: String, Sendable, CaseIterable {
  case synchronous
  case journalMode = "journal_mode"
  case foreignKeys = "foreign_keys"
  case trustedSchema = "trusted_schema"
  case memoryMap = "mmap_size"
  case secureDelete = "secure_delete"

  /// What SQLite must answer.
  package var required: String {
    switch self {
    case .synchronous: "2"
    case .journalMode: "wal"
    case .foreignKeys, .secureDelete: "1"
    case .trustedSchema, .memoryMap: "0"
    }
  }

  var question: String {
    switch self {
    case .synchronous: "PRAGMA synchronous"
    case .journalMode: "PRAGMA journal_mode"
    case .foreignKeys: "PRAGMA foreign_keys"
    case .trustedSchema: "PRAGMA trusted_schema"
    case .memoryMap: "PRAGMA mmap_size"
    case .secureDelete: "PRAGMA secure_delete"
    }
  }
}

/// Why the journal refused or stopped. `number` is stable, the words may improve.
///
/// No case carries the content of an entry, so that every text may be logged.
/// - Source: ours: `Protocol/Errors.md`.
package enum JournalFailure: Error, Hashable, Sendable {
  // The journal as a whole.
  /// A commit or sync failed earlier; nothing is retried. The cause is for the operator.
  case stopped(cause: String)
  case closed
  /// Too many groups wait. Nothing was stored.
  case overloaded(groupsMax: Int)

  // One group of drafts; nothing of it was stored.
  case groupInvalid(entries: Int, max: Int)
  case bodyTooLarge(bytes: Int)
  case uniqueKeyInvalid
  case textInvalid(field: UInt16)
  case kindReserved(EntryKind)
  /// The draft at index `draft` of its group repeats a key that an earlier entry holds.
  case duplicateKey(draft: Int, heldBy: UInt64)
  case textUnknown(TextReference)
  case textAlreadyPurged(TextReference)
  case reasonInvalid

  // Stored entries.
  case damaged(position: UInt64, EntryProblem)
  case noSuchEntry(UInt64)

  // The data folder.
  case folderMissing(path: String)
  case folderNotEmpty(path: String)
  case folderAlreadyMade(path: String)
  case notADataFolder(path: String)
  case folderRights(path: String)
  case folderInUse(path: String)
  case newerVersion(found: String, supported: Int)
  case folderFailed(path: String, cause: String)

  // The storage engine.
  case journalMissing(path: String)
  case storageDamaged(cause: String)
  case durabilityRefused(setting: String)
  case storageFailed(String)

  // Bodies.
  case bodyEndedEarly
  case bodyFieldTooLong(announced: Int, max: Int)
  case bodyFieldInvalid
  case bodyTrailingBytes(Int)
}

extension JournalFailure {
  /// The stable number, such as `J-401`.
  package var number: String { "J-\(row.number)" }

  /// The stable name, such as `JOURNAL_STOPPED`.
  package var name: String { row.name }

  /// Whether the same call may succeed later without anybody changing anything.
  package var tryAgainHelps: Bool {
    switch self {
    case .overloaded, .folderInUse: true
    default: false
    }
  }

  private var row: (number: Int, name: String) {
    switch self {
    case .stopped: (401, "JOURNAL_STOPPED")
    case .closed: (402, "JOURNAL_CLOSED")
    case .overloaded: (403, "JOURNAL_OVERLOADED")
    case .groupInvalid: (410, "GROUP_INVALID")
    case .bodyTooLarge: (411, "BODY_TOO_LARGE")
    case .uniqueKeyInvalid: (412, "UNIQUE_KEY_INVALID")
    case .textInvalid: (413, "TEXT_INVALID")
    case .kindReserved: (414, "KIND_RESERVED")
    case .duplicateKey: (415, "DUPLICATE_KEY")
    case .textUnknown: (416, "TEXT_UNKNOWN")
    case .textAlreadyPurged: (417, "TEXT_ALREADY_PURGED")
    case .reasonInvalid: (418, "REASON_INVALID")
    case .damaged: (420, "ENTRY_DAMAGED")
    case .noSuchEntry: (421, "NO_SUCH_ENTRY")
    case .folderMissing: (430, "FOLDER_MISSING")
    case .folderNotEmpty: (431, "FOLDER_NOT_EMPTY")
    case .folderAlreadyMade: (432, "FOLDER_ALREADY_MADE")
    case .notADataFolder: (433, "NOT_A_DATA_FOLDER")
    case .folderRights: (434, "FOLDER_RIGHTS")
    case .folderInUse: (435, "FOLDER_IN_USE")
    case .newerVersion: (436, "NEWER_VERSION")
    case .folderFailed: (437, "FOLDER_FAILED")
    case .journalMissing: (440, "JOURNAL_MISSING")
    case .storageDamaged: (441, "STORAGE_DAMAGED")
    case .durabilityRefused: (442, "DURABILITY_REFUSED")
    case .storageFailed: (443, "STORAGE_FAILED")
    case .bodyEndedEarly: (450, "BODY_ENDED_EARLY")
    case .bodyFieldTooLong: (451, "BODY_FIELD_TOO_LONG")
    case .bodyFieldInvalid: (452, "BODY_FIELD_INVALID")
    case .bodyTrailingBytes: (453, "BODY_TRAILING_BYTES")
    }
  }
}

extension JournalFailure: CustomStringConvertible {
  /// Number and English text, as a log line shows it.
  package var description: String { "\(number) \(english)" }
}

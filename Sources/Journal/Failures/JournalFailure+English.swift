extension JournalFailure {
  /// What happened and what to do, in English.
  package var english: String {
    switch self {
    case .stopped(let cause):
      "the journal has stopped: \(cause). Repair the cause and start the server again; "
        + "what was not acknowledged is not counted on."
    case .closed: "the journal is closed. Start the server again."
    case .overloaded(let max): "\(max) groups are waiting already. Nothing was stored; send again in a moment."
    case .groupInvalid(let entries, let max):
      "a group has \(entries) entries; it needs 1 to \(max). Nothing was stored; divide it."
    case .bodyTooLarge(let bytes):
      "an entry's body has \(bytes) bytes, limit \(EntryLayout.bodyBytesMax). Nothing was stored; divide it."
    case .uniqueKeyInvalid:
      "unique keys must differ, at most \(EntryDraft.uniqueKeysMax) of 1 to \(EntryDraft.uniqueKeyBytesMax) bytes. "
        + "Nothing was stored."
    case .textInvalid(let field):
      "text \(field) is longer than \(FreeText.bytesMax) bytes, repeated, or one of more than "
        + "\(EntryDraft.textsMax). Nothing was stored; shorten it."
    case .kindReserved: "a tombstone is written by purging a text, not by appending. Nothing was stored."
    case .duplicateKey(let draft, let position):
      "entry \(draft + 1) of the group repeats a key of entry \(position). Nothing was stored; read that entry."
    case .textUnknown(let text): "entry \(text.position) has no text \(text.field). Nothing was purged."
    case .textAlreadyPurged(let text): "text \(text.field) of entry \(text.position) was purged before."
    case .reasonInvalid:
      "the reason must have 1 to \(Tombstone.reasonBytesMax) bytes. Nothing was purged; give one."
    case .damaged(let position, let problem):
      "entry \(position) is damaged: \(problem). Stop writing, and restore the last backup."
    case .noSuchEntry(let position): "there is no entry \(position)."
    case .folderMissing(let path): "there is no folder \(path). Check the path, or create the data folder first."
    case .folderNotEmpty(let path): "the folder \(path) holds other files. Choose an empty or a new folder."
    case .folderAlreadyMade(let path): "\(path) is a data folder already. Start the server on it instead."
    case .notADataFolder(let path): "\(path) is not a data folder. Check the path, or create the data folder first."
    case .folderRights(let path):
      "no right to read or write \(path). Give the folder to the user who runs the server."
    case .folderInUse(let path): "another server is using \(path). Stop it first; two must never share a folder."
    case .newerVersion(let found, let supported):
      "the data folder is of a newer version (\(found), this program knows \(supported)). Install the newer program."
    case .folderFailed(let path, let cause): "\(path) could not be used: \(cause). Check the disk."
    case .journalMissing(let path): "the journal \(path) is missing. Restore the last backup; nothing was created."
    case .storageDamaged(let cause): "the journal's file is damaged: \(cause). Restore the last backup."
    case .durabilityRefused(let setting):
      "the storage does not keep \(setting), so nothing could be acknowledged safely. Check the installation."
    case .storageFailed(let cause): "the storage failed: \(cause). Check the disk, then start the server again."
    case .bodyEndedEarly: "an entry's body ends too early: damaged, or of a newer version."
    case .bodyFieldTooLong(let announced, let max):
      "an entry's body announces \(announced), limit \(max): damaged, or of a newer version."
    case .bodyFieldInvalid: "an entry's body holds a value that is not allowed: damaged, or of a newer version."
    case .bodyTrailingBytes(let bytes):
      "an entry's body has \(bytes) bytes too many: damaged, or of a newer version."
    }
  }
}

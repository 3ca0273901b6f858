/// Where a journal is kept. A driver stores rows and decides nothing: order, hashes and refusals are `Journal`'s.
///
/// Every call blocks, and all come from one thread at a time. What a driver promises is one suite of tests,
/// `JournalPromises`, which runs for every driver. A driver throws `JournalFailure` and nothing else.
package protocol JournalDriver: Sendable {
  /// Stores all entries with their texts and keys and applies their purges, atomically, and returns when they are
  /// durable. After a failure nothing is known about the batch until the journal is opened again.
  ///
  /// - Parameter batch: At least one entry, continuing `head()` without a gap.
  /// - Throws: `storageFailed`; also when a unique key is taken or a purged text does not exist.
  func commit(_ batch: [PreparedEntry]) throws

  /// Rows by ascending position, from `position` on, as they are found.
  ///
  /// - Parameter limit: At most so many rows, from 1.
  /// - Parameter bytesMax: Stop after the row with which the stored bytes reach this sum; one row always comes.
  /// - Returns: An empty array at the end.
  func rows(from position: UInt64, limit: Int, bytesMax: Int) throws -> [StoredRow]

  /// The same in one piece. Who does not say it better gets it made of `rows(from:limit:bytesMax:)`.
  func page(from position: UInt64, limit: Int, bytesMax: Int) throws -> RowPage

  /// Texts of the entries in `positions`, by ascending position and field.
  func texts(of positions: ClosedRange<UInt64>) throws -> [StoredText]

  /// The entry that holds a unique key; `nil` when it is free.
  func position(ofUniqueKey key: UniqueKey) throws -> UInt64?

  /// The same for many: by key the entry that holds it, without those that are free. Who does not say it better is asked for one
  /// after another.
  func positions(ofUniqueKeys keys: [UniqueKey]) throws -> [UniqueKey: UInt64]

  /// The last position and its hash; `JournalHead.empty` without entries.
  func head() throws -> JournalHead

  /// How many times this driver has synced a commit since it was opened.
  var syncCount: Int { get }

  /// Gives everything back. No call follows but `close` again, which does nothing.
  func close() throws
}

extension JournalDriver {
  package func positions(ofUniqueKeys keys: [UniqueKey]) throws -> [UniqueKey: UInt64] {
    var held: [UniqueKey: UInt64] = [:]
    for key in keys { held[key] = try position(ofUniqueKey: key) }
    return held
  }
}

/// An entry ready to be stored: its bytes are final.
package struct PreparedEntry: Sendable {
  package let entry: StoredEntry
  package let uniqueKeys: [UniqueKey]
  package let texts: [FreeText]
  /// The text that this entry is the tombstone of.
  package let purges: TextReference?

  package init(entry: StoredEntry, uniqueKeys: [UniqueKey], texts: [FreeText], purges: TextReference?) {
    self.entry = entry
    self.uniqueKeys = uniqueKeys
    self.texts = texts
    self.purges = purges
  }
}

/// One row of the table of entries, as a driver finds it: nothing is assumed about it.
package struct StoredRow: Sendable, Hashable {
  package let position: UInt64
  package let hash: [UInt8]
  package let bytes: [UInt8]

  package init(position: UInt64, hash: [UInt8], bytes: [UInt8]) {
    self.position = position
    self.hash = hash
    self.bytes = bytes
  }

  /// Decodes the row and checks it against itself: bytes, position and hash agree.
  ///
  /// - Throws: The first problem. The link to the entry before is not checked here.
  package func entry() throws(EntryProblem) -> StoredEntry {
    let entry = try StoredEntry(decoding: bytes)
    guard entry.position == position else { throw .position(inBytes: entry.position) }
    guard entry.hash.bytes == hash else { throw .hash }
    return entry
  }
}

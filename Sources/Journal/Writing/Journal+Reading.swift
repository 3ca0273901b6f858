extension Journal {
  /// The most entries that one reading returns, and after how many bytes it ends earlier.
  package static let pageEntriesMax = 1_024
  package static let pageBytesMax = 32 << 20

  /// Entries by ascending position, each checked against its stored hash, and against the one before it in the page.
  ///
  /// To fold the whole journal, begin at 1 and go on behind the last position until the page is empty.
  ///
  /// - Parameter limit: At most so many; a page may be shorter, and only an empty one means the end.
  /// - Throws: `damaged` with the first bad entry; `stopped`, `closed`, `storageFailed`.
  package func entries(
    from position: UInt64, limit: Int = Journal.pageEntriesMax
  ) async throws(JournalFailure) -> [StoredEntry] {
    guard limit > 0 else { return [] }
    return try await withDriver { driver in
      let rows = try driver.rows(
        from: max(position, 1), limit: min(limit, Journal.pageEntriesMax), bytesMax: Journal.pageBytesMax)
      var entries: [StoredEntry] = []
      for row in rows { entries.append(try Self.checked(row, after: entries.last, from: max(position, 1))) }
      return entries
    }
  }

  /// One entry.
  ///
  /// - Throws: `noSuchEntry`, `damaged`, `stopped`, `closed`, `storageFailed`.
  package func entry(at position: UInt64) async throws(JournalFailure) -> StoredEntry {
    try await withDriver { driver in
      guard let row = try driver.rows(from: position, limit: 1, bytesMax: 1).first, row.position == position else {
        throw JournalFailure.noSuchEntry(position)
      }
      return try Self.checked(row, after: nil, from: position)
    }
  }

  /// The free texts of an entry as they are today, by ascending field; empty when it never had one.
  ///
  /// - Throws: `noSuchEntry`, `damaged` when a text does not match its digest, `stopped`, `closed`, `storageFailed`.
  package func texts(of position: UInt64) async throws(JournalFailure) -> [TextState] {
    let entry = try await entry(at: position)
    return try await withDriver { driver in
      let stored = try driver.texts(of: position...position)
      return try entry.textDigests.map { digest in
        let found = stored.first { $0.field == digest.field }
        switch found?.content {
        case nil:
          throw JournalFailure.damaged(position: position, .textMissing(field: digest.field))
        case .purged(let tombstone):
          return .purged(field: digest.field, by: tombstone)
        case .kept(let salt, let utf8):
          guard found?.matches(digest) == true, let salt = TextSalt(bytes: salt),
            let text = String(validating: utf8, as: UTF8.self)
          else { throw JournalFailure.damaged(position: position, .textDamaged(field: digest.field)) }
          return .kept(FreeText(field: digest.field, salt: salt, text: text))
        }
      }
    }
  }

  /// The entry that holds a unique key, behind everything begun so far; `nil` when the key is free.
  ///
  /// - Throws: `stopped`, `closed`, `storageFailed`.
  package func position(ofUniqueKey key: UniqueKey) async throws(JournalFailure) -> UInt64? {
    try await withDriver { try $0.position(ofUniqueKey: key) }
  }

  private static func checked(
    _ row: StoredRow, after previous: StoredEntry?, from position: UInt64
  ) throws(JournalFailure) -> StoredEntry {
    let expected = previous.map { $0.position + 1 } ?? position
    guard row.position == expected else { throw .damaged(position: expected, .missing) }
    do throws(EntryProblem) {
      let entry = try row.entry()
      let linked = previous.map { $0.hash == entry.previousHash } ?? true
      guard linked else { throw .previousHash }
      return entry
    } catch {
      throw .damaged(position: row.position, error)
    }
  }
}

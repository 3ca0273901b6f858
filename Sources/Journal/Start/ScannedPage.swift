/// Entries of one reading, each checked against itself and against the one before it, and not yet taken apart.
package struct ScannedPage: Sendable {
  package struct Entry: Sendable {
    package let position: UInt64
    package let kindNumber: UInt16
    package let kindVersion: UInt16
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let timeMilliseconds: Int64
    package let hash: EntryHash
    package let hasTexts: Bool
    /// The caller's body in ``ScannedPage/bytes``.
    package let body: Range<Int>
  }

  package let entries: [Entry]
  private let page: RowPage
  let previousHash: EntryHash

  package var bytes: [UInt8] { page.bytes }
  var head: JournalHead { JournalHead(position: entries[entries.count - 1].position, hash: entries[entries.count - 1].hash) }

  /// - Parameter page: At least one row.
  /// - Throws: `damaged` with the first bad entry.
  init(_ page: RowPage) throws(JournalFailure) {
    var entries: [Entry] = []
    entries.reserveCapacity(page.rows.count)
    var previous: EntryHash?
    var first = EntryHash.beforeGenesis
    for index in page.rows.indices {
      let row = page.rows[index]
      if let last = entries.last, row.position != last.position + 1 { throw .damaged(position: last.position + 1, .missing) }
      let read: (entry: Entry, link: EntryHash)
      if let fast = page.bytes.withUnsafeBytes({ Self.entry(row, UnsafeRawBufferPointer(rebasing: $0[row.range])) }) {
        read = fast
      } else {
        read = try Self.checked(page.row(index), row.range)
      }
      if let previous, previous != read.link { throw .damaged(position: row.position, .previousHash) }
      if index == 0 { first = read.link }
      previous = read.entry.hash
      entries.append(read.entry)
    }
    self.page = page
    self.entries = entries
    previousHash = first
  }

  /// An entry without texts; `nil` for one that is wrong, or that must be read with more care.
  private static func entry(_ row: RowPage.Row, _ raw: UnsafeRawBufferPointer) -> (entry: Entry, link: EntryHash)? {
    let header = EntryLayout.headerBytes
    guard raw.count >= header + 2 else { return nil }
    func number<Number: FixedWidthInteger>(_ offset: Int, _: Number.Type) -> Number {
      Number(bigEndian: raw.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }
    guard number(0, UInt16.self) == EntryLayout.version, number(6, UInt16.self) == 0, number(8, UInt64.self) == row.position,
      number(72, UInt32.self) == raw.count - header, raw.count - header <= EntryLayout.bodyBytesMax, number(header, UInt16.self) == 0,
      let link = EntryHash(raw: UnsafeRawBufferPointer(rebasing: raw[40..<72]))
    else { return nil }
    let hash = EntryHash(of: raw)
    guard hash == row.hash else { return nil }
    let entry = Entry(
      position: row.position, kindNumber: number(2, UInt16.self), kindVersion: number(4, UInt16.self),
      timeMilliseconds: number(16, Int64.self), hash: hash, hasTexts: false,
      body: row.range.lowerBound + header + 2..<row.range.upperBound)
    return (entry, link)
  }

  private static func checked(_ row: StoredRow, _ range: Range<Int>) throws(JournalFailure) -> (entry: Entry, link: EntryHash) {
    do throws(EntryProblem) {
      let stored = try row.entry()
      let entry = Entry(
        position: stored.position, kindNumber: stored.kindNumber, kindVersion: stored.kindVersion,
        timeMilliseconds: stored.timeMilliseconds, hash: stored.hash, hasTexts: !stored.textDigests.isEmpty,
        body: range.lowerBound + stored.bodyStart..<range.upperBound)
      return (entry, stored.previousHash)
    } catch {
      throw .damaged(position: row.position, error)
    }
  }

  /// The whole entry.
  package func stored(_ index: Int) throws(JournalFailure) -> StoredEntry {
    do throws(EntryProblem) { return try page.row(index).entry() } catch { throw .damaged(position: entries[index].position, error) }
  }

  /// A text as it is today; `nil` once it was purged.
  ///
  /// - Throws: `damaged` when it is gone without a tombstone or does not match its digest.
  package func text(_ field: UInt16, of entry: StoredEntry) throws(JournalFailure) -> String? {
    guard let digest = entry.textDigests.first(where: { $0.field == field }) else { return nil }
    let found = page.texts.first { $0.position == entry.position && $0.field == field }
    switch found?.content {
    case nil: throw .damaged(position: entry.position, .textMissing(field: field))
    case .purged: return nil
    case .kept(_, let utf8):
      guard found?.matches(digest) == true, let text = String(validating: utf8, as: UTF8.self) else {
        throw .damaged(position: entry.position, .textDamaged(field: field))
      }
      return text
    }
  }
}

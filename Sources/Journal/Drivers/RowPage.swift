/// Rows of one reading with their bytes end to end: nothing is assumed about them.
package struct RowPage: Sendable {
  package struct Row: Sendable {
    package let position: UInt64
    /// As stored; `nil` when it is not 32 bytes long.
    package let hash: EntryHash?
    /// Where the entry stands in ``RowPage/bytes``.
    package let range: Range<Int>
  }

  package private(set) var rows: [Row] = []
  package private(set) var bytes: [UInt8] = []
  /// Of the rows, by ascending position and field.
  package var texts: [StoredText] = []

  package init() {}

  package mutating func reserve(rows: Int, bytes: Int) {
    self.rows.reserveCapacity(rows)
    self.bytes.reserveCapacity(bytes)
  }

  package mutating func add(position: UInt64, hash: EntryHash?, bytes new: UnsafeRawBufferPointer) {
    let start = bytes.count
    bytes.append(contentsOf: new)
    rows.append(Row(position: position, hash: hash, range: start..<bytes.count))
  }

  /// One row by itself.
  package func row(_ index: Int) -> StoredRow {
    let row = rows[index]
    return StoredRow(position: row.position, hash: row.hash?.bytes ?? [], bytes: Array(bytes[row.range]))
  }

  /// How many texts the rows announce.
  var announcedTexts: Int {
    let at = EntryLayout.headerBytes
    return rows.reduce(0) { sum, row in
      row.range.count < at + 2 ? sum : sum + Int(bytes[row.range.lowerBound + at]) << 8 + Int(bytes[row.range.lowerBound + at + 1])
    }
  }
}

extension JournalDriver {
  /// Rows as `rows(from:limit:bytesMax:)` gives them, in one piece.
  package func page(from position: UInt64, limit: Int, bytesMax: Int) throws -> RowPage {
    var page = RowPage()
    for row in try rows(from: position, limit: limit, bytesMax: bytesMax) {
      row.bytes.withUnsafeBytes { page.add(position: row.position, hash: EntryHash(bytes: row.hash), bytes: $0) }
    }
    return page
  }
}

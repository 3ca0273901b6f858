/// A check of a whole journal from its stored bytes, page by page, in constant memory.
///
/// Re-derives positions, hashes, links and the digests of texts; trusts no stored hash. Unique keys are an index and
/// no part of history, and are not checked here.
package struct Verification: Sendable {
  package static let pageEntries = 256
  package static let pageBytes = 16 << 20
  /// A page ends before the entry with which its texts would be more; at most 16 MiB of text.
  package static let pageTexts = 256

  package private(set) var report = VerificationReport()
  private let kept: JournalHead?

  /// - Parameter kept: A head that somebody kept, from a receipt or a printed report: the journal must contain it.
  package init(against kept: JournalHead? = nil) { self.kept = kept }

  /// Checks the next page.
  ///
  /// - Returns: Whether there may be more to check.
  /// - Throws: What the driver throws when it cannot read; a wrong entry is a finding and not thrown.
  package mutating func step(on driver: any JournalDriver) throws -> Bool {
    let rows = Self.bounded(
      try driver.rows(from: report.head.position + 1, limit: Self.pageEntries, bytesMax: Self.pageBytes))
    guard let last = rows.last else {
      finish()
      return false
    }
    let texts = try driver.texts(of: min(report.head.position + 1, last.position)...last.position)
    var next = texts.startIndex
    for row in rows {
      do throws(EntryProblem) {
        let entry = try check(row)
        let start = next
        while next < texts.endIndex, texts[next].position <= row.position { next += 1 }
        try check(Array(texts[start..<next]), of: entry, on: driver)
        if let kept, kept.position == entry.position, kept.hash != entry.hash { throw .rewritten }
        try checkPurge(of: entry, on: driver)
        accept(entry)
      } catch {
        report.finding = .init(position: error == .missing ? report.head.position + 1 : row.position, problem: error)
        return false
      }
    }
    return true
  }

  /// The rows at the front whose entries announce at most `pageTexts` texts together; at least one row.
  private static func bounded(_ rows: [StoredRow]) -> ArraySlice<StoredRow> {
    let countAt = EntryLayout.headerBytes
    var texts = 0
    var end = 0
    for row in rows {
      if row.bytes.count >= countAt + 2 { texts += Int(row.bytes[countAt]) << 8 | Int(row.bytes[countAt + 1]) }
      if end > 0, texts > pageTexts { break }
      end += 1
    }
    return rows.prefix(end)
  }

  private func check(_ row: StoredRow) throws(EntryProblem) -> StoredEntry {
    guard row.position == report.head.position + 1 else { throw .missing }
    let entry = try StoredEntry(decoding: row.bytes)
    guard entry.position == row.position else { throw .position(inBytes: entry.position) }
    guard entry.previousHash == report.head.hash else { throw .previousHash }
    guard entry.hash.bytes == row.hash else { throw .hash }
    return entry
  }

  private mutating func check(
    _ texts: [StoredText], of entry: StoredEntry, on driver: any JournalDriver
  ) throws(EntryProblem) {
    for text in texts where !entry.textDigests.contains(where: { $0.field == text.field }) {
      throw .textUnexpected(field: text.field)
    }
    for digest in entry.textDigests {
      let text = texts.first { $0.field == digest.field }
      switch text?.content {
      case nil:
        throw .textMissing(field: digest.field)
      case .kept:
        guard text?.matches(digest) == true else { throw .textDamaged(field: digest.field) }
        report.textsKept += 1
      case .purged(let position):
        let named = TextReference(position: entry.position, field: digest.field)
        guard position > entry.position, Self.tombstone(at: position, on: driver)?.text == named else {
          throw .tombstone(field: digest.field, position: position)
        }
        report.textsPurged += 1
      }
    }
  }

  /// What a tombstone says was purged must be gone; a restored copy of the text would match its digest.
  private func checkPurge(of entry: StoredEntry, on driver: any JournalDriver) throws(EntryProblem) {
    guard entry.kind == .tombstone, entry.kindVersion == Tombstone.kindVersion else { return }
    guard let text = (try? Tombstone(entry))?.text else { throw .tombstoneUnreadable }
    let rows = (try? driver.texts(of: text.position...text.position)) ?? []
    guard rows.first(where: { $0.field == text.field })?.content == .purged(by: entry.position) else {
      throw .textNotPurged(field: text.field, position: text.position)
    }
  }

  /// The tombstone at a position, which may lie far behind this page; its link is checked when its page comes.
  private static func tombstone(at position: UInt64, on driver: any JournalDriver) -> Tombstone? {
    guard let row = try? driver.rows(from: position, limit: 1, bytesMax: 1).first, row.position == position,
      let entry = try? row.entry()
    else { return nil }
    return try? Tombstone(entry)
  }

  private mutating func accept(_ entry: StoredEntry) {
    report.entries += 1
    report.head = entry.head
    if entry.kind == nil { report.entriesOfUnknownKind += 1 }
  }

  private mutating func finish() {
    if let kept, kept.position > report.head.position {
      report.finding = .init(position: report.head.position + 1, problem: .truncated(keptPosition: kept.position))
    } else if let kept, kept.position == 0, kept != .empty {
      report.finding = .init(position: 0, problem: .rewritten)
    }
  }
}

/// Checks a whole journal that nobody else is using.
///
/// - Parameter kept: A head that somebody kept; without one, a cut tail cannot be told from a shorter journal.
/// - Throws: What the driver throws when it cannot read.
/// - Complexity: O(*n*) in the stored bytes, constant memory.
package func verify(
  _ driver: any JournalDriver, against kept: JournalHead? = nil
) throws -> VerificationReport {
  var verification = Verification(against: kept)
  while try verification.step(on: driver) {}
  return verification.report
}

extension Journal {
  /// Checks the whole journal while it goes on writing between the pages.
  ///
  /// - Throws: `stopped`, `closed`, `storageFailed`.
  package func verify(against kept: JournalHead? = nil) async throws(JournalFailure) -> VerificationReport {
    var verification = Verification(against: kept)
    var more = true
    while more {
      let before = verification
      (verification, more) = try await withDriver { driver in
        var verification = before
        let more = try verification.step(on: driver)
        return (verification, more)
      }
    }
    return verification.report
  }
}

/// Drafts that are stored all or none, on their way to the writer.
final class AppendGroup: Sendable {
  let drafts: [EntryDraft]
  /// The text that the only draft, a tombstone, purges.
  let purges: TextReference?
  let pending: PendingAppend

  /// Roughly the bytes that a commit of this group writes.
  let bytes: Int

  init(drafts: [EntryDraft], purges: TextReference? = nil, pending: PendingAppend = PendingAppend()) {
    self.drafts = drafts
    self.purges = purges
    self.pending = pending
    bytes = drafts.reduce(0) { sum, draft in
      sum + EntryLayout.headerBytes + draft.body.count + draft.texts.reduce(0) { $0 + $1.text.utf8.count }
    }
  }

  /// Checks what can be checked without the journal.
  ///
  /// - Throws: In this order `groupInvalid`, `kindReserved`, then a draft's own limits.
  static func checkLimits(_ drafts: [EntryDraft], entriesMax: Int) throws(JournalFailure) {
    guard (1...entriesMax).contains(drafts.count) else {
      throw .groupInvalid(entries: drafts.count, max: entriesMax)
    }
    for draft in drafts {
      guard draft.kind != .tombstone else { throw .kindReserved(.tombstone) }
      try draft.checkLimits()
    }
  }
}

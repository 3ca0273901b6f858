/// What is wrong with one stored entry, or with the chain at its position.
package enum EntryProblem: Error, Hashable, Sendable {
  /// Fewer bytes than a header.
  case tooShort(bytes: Int)
  /// A layout that this version cannot read: damaged, or written by a newer version.
  case unknownLayout(UInt16)
  /// Flags are zero in layout 1.
  case unknownFlags(UInt16)
  /// The body is not as long as announced, or longer than allowed.
  case bodyLength(announced: UInt32, found: Int)
  /// The list of text digests does not read.
  case textList
  /// The entry stands at another position than its bytes say.
  case position(inBytes: UInt64)
  /// No entry stands here, although later ones do.
  case missing
  /// The entry does not continue the chain: the one before it was changed, or this one moved.
  case previousHash
  /// The stored hash is not that of the stored bytes.
  case hash
  /// A text does not match its digest.
  case textDamaged(field: UInt16)
  /// A text is gone, and no tombstone says why.
  case textMissing(field: UInt16)
  /// A text that the entry has no digest for.
  case textUnexpected(field: UInt16)
  /// A text is marked as purged, and the named tombstone does not say so.
  case tombstone(field: UInt16, position: UInt64)
  /// A tombstone's body does not read.
  case tombstoneUnreadable
  /// This tombstone purges a text of an earlier entry, and the text is still there.
  case textNotPurged(field: UInt16, position: UInt64)
  /// The chain ends before a head that somebody kept.
  case truncated(keptPosition: UInt64)
  /// The entry differs from a head that somebody kept: history was rewritten from here or earlier.
  case rewritten
}

extension EntryProblem: CustomStringConvertible {
  /// One sentence in English, without any content of the entry.
  package var description: String {
    switch self {
    case .tooShort(let bytes): "\(bytes) bytes are less than a header of \(EntryLayout.headerBytes)"
    case .unknownLayout(let version): "layout \(version) is unknown: damaged, or of a newer version"
    case .unknownFlags(let flags): "flags are \(flags) and must be 0"
    case .bodyLength(let announced, let found): "a body of \(announced) bytes is announced, \(found) follow"
    case .textList: "the list of text digests does not read"
    case .position(let inBytes): "the bytes say position \(inBytes)"
    case .missing: "the entry is missing"
    case .previousHash: "the previous hash is not that of the entry before"
    case .hash: "the stored hash is not that of the stored bytes"
    case .textDamaged(let field): "text \(field) does not match its digest"
    case .textMissing(let field): "text \(field) is gone without a tombstone"
    case .textUnexpected(let field): "text \(field) has no digest in the entry"
    case .tombstone(let field, let position): "text \(field) is marked purged; entry \(position) does not purge it"
    case .tombstoneUnreadable: "the body of the tombstone does not read"
    case .textNotPurged(let field, let position): "text \(field) of entry \(position) is still there"
    case .truncated(let kept): "the journal ends before position \(kept) of the kept head"
    case .rewritten: "the entry differs from the kept head"
    }
  }
}

/// What a caller wants recorded. The journal adds the position and the previous hash.
///
/// ```swift
/// var body = BodyWriter()
/// body.string("kon-ray")
/// let draft = EntryDraft(
///   kind: .submission, timeMilliseconds: now, account: officer, body: body.encoded,
///   uniqueKeys: [contentKey], texts: [FreeText(field: 1, salt: .random(), text: note)])
/// ```
package struct EntryDraft: Sendable, Hashable {
  /// At most this many unique keys, each of 1 to `uniqueKeyBytesMax` bytes.
  package static let uniqueKeysMax = 64
  package static let uniqueKeyBytesMax = 128
  /// At most this many free texts, each with a field of its own.
  package static let textsMax = 32

  package let kind: EntryKind
  /// The version of the body's encoding, from 1; the caller's.
  package let kindVersion: UInt16
  /// Milliseconds since 1970-01-01T00:00:00Z.
  package let timeMilliseconds: Int64
  package let account: AccountID
  /// The content in the caller's encoding. With the digests of its texts at most `EntryLayout.bodyBytesMax` bytes.
  package let body: [UInt8]
  /// Keys of which the whole journal may hold each only once: a second net under the caller's own checks.
  package let uniqueKeys: [UniqueKey]
  /// Texts kept beside the entry, so that each can be purged; in any order.
  package let texts: [FreeText]

  package init(
    kind: EntryKind, kindVersion: UInt16 = 1, timeMilliseconds: Int64, account: AccountID, body: [UInt8],
    uniqueKeys: [UniqueKey] = [], texts: [FreeText] = []
  ) {
    self.kind = kind
    self.kindVersion = kindVersion
    self.timeMilliseconds = timeMilliseconds
    self.account = account
    self.body = body
    self.uniqueKeys = uniqueKeys
    self.texts = texts.count < 2 ? texts : texts.sorted { $0.field < $1.field }
  }

  private var hasEqualKeys: Bool {
    // There are three as a rule: comparing them is cheaper than hashing them.
    if uniqueKeys.count > 8 { return Set(uniqueKeys).count < uniqueKeys.count }
    return uniqueKeys.indices.contains { index in uniqueKeys[..<index].contains(uniqueKeys[index]) }
  }

  /// Checks the limits, so that nothing malformed reaches the writer.
  ///
  /// - Throws: In this order `bodyTooLarge`, `uniqueKeyInvalid`, `textInvalid`.
  func checkLimits() throws(JournalFailure) {
    let bodyBytes = EntryLayout.textListBytes(count: texts.count) + body.count
    guard bodyBytes <= EntryLayout.bodyBytesMax else { throw .bodyTooLarge(bytes: bodyBytes) }
    guard uniqueKeys.count <= Self.uniqueKeysMax, !hasEqualKeys,
      uniqueKeys.allSatisfy({ (1...Self.uniqueKeyBytesMax).contains($0.count) })
    else { throw .uniqueKeyInvalid }
    guard texts.count <= Self.textsMax else { throw .textInvalid(field: texts[Self.textsMax].field) }
    for (index, text) in texts.enumerated() {
      let repeated = index > 0 && texts[index - 1].field == text.field
      guard !repeated, text.utf8.count <= FreeText.bytesMax else { throw .textInvalid(field: text.field) }
    }
  }
}

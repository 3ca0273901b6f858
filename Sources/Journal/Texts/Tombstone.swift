/// The body of a tombstone entry: which text was purged, and why.
///
/// The reason stays in the chain for ever, so it names a rule or a request and never repeats what was purged.
package struct Tombstone: Sendable, Hashable {
  package static let kindVersion: UInt16 = 1
  /// The longest reason, in bytes of UTF-8; the shortest is 1.
  package static let reasonBytesMax = 1_000

  package let text: TextReference
  package let reason: String

  package init(text: TextReference, reason: String) {
    self.text = text
    self.reason = reason
  }

  /// Position u64, field u16, reason as a text with its length.
  var body: [UInt8] {
    var writer = BodyWriter()
    writer.u64(text.position)
    writer.u16(text.field)
    writer.string(reason)
    return writer.encoded
  }

  /// Reads the body of a tombstone; `nil` for an entry of any other kind.
  ///
  /// - Throws: A failure of the body, when a tombstone does not read.
  package init?(_ entry: StoredEntry) throws(JournalFailure) {
    guard entry.kind == .tombstone, entry.kindVersion == Self.kindVersion else { return nil }
    var reader = entry.bodyReader
    let text = TextReference(position: try reader.u64(), field: try reader.u16())
    let reason = try reader.string(bytesMax: Self.reasonBytesMax)
    try reader.finish()
    self.init(text: text, reason: reason)
  }
}

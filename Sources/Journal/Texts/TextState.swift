/// A free text as the journal has it today.
package enum TextState: Sendable, Hashable {
  /// The text, which matches its digest.
  case kept(FreeText)
  /// The text is gone; the entry `by` is the tombstone that says why.
  case purged(field: UInt16, by: UInt64)
}

/// One row of the table of texts, as a driver finds it: nothing is assumed about it.
package struct StoredText: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case kept(salt: [UInt8], utf8: [UInt8])
    case purged(by: UInt64)
  }

  /// The entry that the text belongs to.
  package let position: UInt64
  package let field: UInt16
  package let content: Content

  package init(position: UInt64, field: UInt16, content: Content) {
    self.position = position
    self.field = field
    self.content = content
  }

  /// Checks a kept text against the digest in its entry.
  func matches(_ digest: TextDigest) -> Bool {
    guard case .kept(let salt, let utf8) = content else { return false }
    return salt.count == TextSalt.byteCount && TextDigest(field: field, salt: salt, utf8: utf8) == digest
  }
}

/// Names one free text: the entry and the field.
package struct TextReference: Sendable, Hashable {
  package let position: UInt64
  package let field: UInt16

  package init(position: UInt64, field: UInt16) {
    self.position = position
    self.field = field
  }
}

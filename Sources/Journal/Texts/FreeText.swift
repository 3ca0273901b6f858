/// A text kept beside its entry: the chain holds only a salted digest, so that the text can be purged later.
///
/// Names, notes and evidence go here and never into a body.
package struct FreeText: Sendable, Hashable {
  /// The longest text, in bytes of UTF-8.
  package static let bytesMax = 64 << 10

  /// Which text of the entry this is; numbered by the entry's kind, the caller's.
  package let field: UInt16
  package let salt: TextSalt
  package let text: String

  package init(field: UInt16, salt: TextSalt, text: String) {
    self.field = field
    self.salt = salt
    self.text = text
  }

  /// The text in UTF-8, as given: no normalisation.
  var utf8: [UInt8] { Array(text.utf8) }

  /// What the entry holds of this text.
  package var digest: TextDigest { TextDigest(field: field, salt: salt.bytes, utf8: utf8) }
}

/// What an entry holds of a free text: SHA-256(salt ‖ UTF-8).
package struct TextDigest: Sendable, Hashable {
  package let field: UInt16
  package let hash: EntryHash

  init(field: UInt16, hash: EntryHash) {
    self.field = field
    self.hash = hash
  }

  init(field: UInt16, salt: [UInt8], utf8: [UInt8]) {
    self.init(field: field, hash: EntryHash(of: salt + utf8))
  }
}

/// Sixteen random bytes in front of a text, without which its digest could be guessed. Purged with the text.
package struct TextSalt: Sendable, Hashable {
  package static let byteCount = 16

  /// Exactly 16 bytes.
  package let bytes: [UInt8]

  /// A salt from the system's generator.
  package static func random() -> TextSalt {
    var generator = SystemRandomNumberGenerator()
    return random(using: &generator)
  }

  /// A salt from a generator of the caller's; simulations pass a seeded one.
  package static func random(using generator: inout some RandomNumberGenerator) -> TextSalt {
    TextSalt(high: generator.next(), low: generator.next())
  }

  /// The salt whose first eight bytes are `high` and last eight `low`, big-endian.
  package init(high: UInt64, low: UInt64) {
    bytes = AccountID(high: high, low: low).bytes
  }

  /// The salt with these bytes; `nil` when they are not 16.
  package init?(bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }
}

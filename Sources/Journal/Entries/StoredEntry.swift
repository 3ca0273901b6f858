/// An entry as it is stored: a view on its bytes, and their hash.
///
/// Two entries are equal when their bytes are.
package struct StoredEntry: Sendable, Hashable {
  /// From 1, without gaps.
  package let position: UInt64
  /// The kind's number, also when this version does not know it.
  package let kindNumber: UInt16
  /// The version of the body's encoding; the caller's.
  package let kindVersion: UInt16
  /// Milliseconds since 1970-01-01T00:00:00Z.
  package let timeMilliseconds: Int64
  package let account: AccountID
  package let previousHash: EntryHash
  /// One digest per free text, by ascending field.
  package let textDigests: [TextDigest]
  /// The SHA-256 of `bytes`.
  package let hash: EntryHash
  /// Exactly what is stored and hashed.
  package let bytes: [UInt8]
  /// Where in `bytes` the caller's body begins.
  let bodyStart: Int

  /// The kind; `nil` for an entry of a newer version.
  package var kind: EntryKind? { EntryKind(rawValue: kindNumber) }

  /// The caller's body, without the digests of the texts.
  ///
  /// - Complexity: O(*n*) in its bytes, which are copied; `bodyReader` does not copy.
  package var body: [UInt8] { Array(bytes[bodyStart...]) }

  /// A reader at the start of the caller's body.
  package var bodyReader: BodyReader { BodyReader(bytes[bodyStart...]) }

  /// The head of the chain that ends here.
  package var head: JournalHead { JournalHead(position: position, hash: hash) }

  package static func == (one: StoredEntry, other: StoredEntry) -> Bool { one.bytes == other.bytes }
  package func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

import Crypto
import Foundation

/// The SHA-256 of an entry's stored bytes, 32 bytes: what the following entry commits to.
package struct EntryHash: Hashable, Sendable, CustomStringConvertible {
  package static let byteCount = 32

  /// Exactly 32 bytes.
  package let bytes: [UInt8]

  /// The previous hash of the entry at position 1: the SHA-256 of a fixed ASCII string.
  package static let beforeGenesis = EntryHash(of: Array("Thi Dua journal, layout 1".utf8))

  /// Hashes `content`.
  ///
  /// - Complexity: O(*n*) in its bytes.
  package init(of content: [UInt8]) {
    bytes = Array(SHA256.hash(data: content))
  }

  /// The hash with these bytes; `nil` when they are not 32.
  package init?(bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  /// 64 lower-case hexadecimal digits.
  package var description: String { hexadecimal(bytes) }
}

/// Two lower-case digits a byte.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  var digits: [UInt8] = []
  let alphabet = Array("0123456789abcdef".utf8)
  for byte in bytes {
    digits.append(alphabet[Int(byte >> 4)])
    digits.append(alphabet[Int(byte & 15)])
  }
  return String(decoding: digits, as: UTF8.self)
}

/// The end of a chain: its last position and hash. Whoever keeps one can later show that history was not changed.
package struct JournalHead: Hashable, Sendable, CustomStringConvertible {
  /// The last position; 0 when the journal has no entry.
  package let position: UInt64
  /// The last entry's hash; `EntryHash.beforeGenesis` when the journal has no entry.
  package let hash: EntryHash

  /// The head of a journal without entries.
  package static let empty = JournalHead(position: 0, hash: .beforeGenesis)

  package init(position: UInt64, hash: EntryHash) {
    self.position = position
    self.hash = hash
  }

  package var description: String { "\(position):\(hash)" }
}

package import Crypto
import Foundation

/// The SHA-256 of an entry's stored bytes, 32 bytes: what the following entry commits to.
package struct EntryHash: Hashable, Sendable, BitwiseCopyable, CustomStringConvertible {
  package static let byteCount = 32

  // The bytes in memory order, kept inline: a journal has millions.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// Exactly 32 bytes.
  package var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

  /// The previous hash of the entry at position 1: the SHA-256 of a fixed ASCII string.
  package static let beforeGenesis = EntryHash(of: Array("Thi Dua journal, layout 1".utf8))

  /// Hashes `content`.
  ///
  /// - Complexity: O(*n*) in its bytes.
  package init(of content: [UInt8]) { self = content.withUnsafeBytes { EntryHash(of: $0) } }

  package init(of content: UnsafeRawBufferPointer) {
    var hash = SHA256()
    hash.update(bufferPointer: content)
    self.init(hash.finalize())
  }

  package init(_ digest: SHA256.Digest) {
    words = digest.withUnsafeBytes { $0.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self) }
  }

  /// The hash with these bytes; `nil` when they are not 32.
  package init?(bytes: [UInt8]) {
    guard let hash = bytes.withUnsafeBytes({ EntryHash(raw: $0) }) else { return nil }
    self = hash
  }

  package init?(raw: UnsafeRawBufferPointer) {
    guard raw.count == Self.byteCount else { return nil }
    words = raw.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self)
  }

  package static func == (one: EntryHash, other: EntryHash) -> Bool { one.words == other.words }
  package func hash(into hasher: inout Hasher) { withUnsafeBytes(of: words) { hasher.combine(bytes: $0) } }

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

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Bytes that both sides hold before the first message, so that a message can refer to them instead of saying them.
///
/// They are public constants (codes of counters and criteria, stock phrases, skeletons of messages) and never made from what
/// units report. A dictionary never changes: other bytes are another dictionary with another digest.
///
/// ```swift
/// let packed = Deflater.deflate(message, dictionary: .first)
/// ```
///
/// - Source: `Protocol/Frame.md`, Compression; `Protocol/Dictionaries/1.bin`.
public struct PresetDictionary: Hashable, Sendable {
  /// At most 4,096.
  public let bytes: [UInt8]
  /// The first eight bytes of the SHA-256, read as a big-endian number: what HELLO and WELCOME say.
  public let digest: UInt64
  /// The Adler-32, which a zlib stream carries as its DICTID.
  public let id: UInt32

  init(bytes: [UInt8], digest: UInt64) {
    self.bytes = bytes
    self.digest = digest
    self.id = Self.adler32(bytes)
  }

  /// Version 1.
  public static let first = PresetDictionary(
    bytes: Data(base64Encoded: firstCoded).map(Array.init) ?? [], digest: firstDigest)

  /// Those this library holds, the best one first.
  public static let all = [first]

  /// The dictionary a server chooses from those a client holds: the first of the client's list that it holds too.
  public static func chosen(from digests: [UInt64]) -> PresetDictionary? {
    digests.lazy.compactMap { digest in all.first { $0.digest == digest } }.first
  }

  /// RFC 1950, 9: two sums modulo 65,521.
  private static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var low: UInt32 = 1
    var high: UInt32 = 0
    for byte in bytes {
      low = (low + UInt32(byte)) % 65_521
      high = (high + low) % 65_521
    }
    return high << 16 | low
  }
}

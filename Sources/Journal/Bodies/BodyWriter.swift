/// Writes the body of an entry: big-endian numbers, and bytes and texts behind their length.
///
/// ```swift
/// var writer = BodyWriter()
/// writer.string("kon-ray")
/// writer.i64(1_234_500)
/// let body = writer.encoded
/// ```
package struct BodyWriter: Sendable {
  /// All bytes written so far.
  package private(set) var encoded: [UInt8] = []

  /// A writer that can take so many bytes before it has to grow.
  package init(reservingBytes bytes: Int = 0) { encoded.reserveCapacity(bytes) }

  /// One byte.
  package mutating func u8(_ value: UInt8) { encoded.append(value) }

  /// One byte, 1 for true and 0 for false.
  package mutating func bool(_ value: Bool) { encoded.append(value ? 1 : 0) }

  /// Two bytes.
  package mutating func u16(_ value: UInt16) { number(value) }

  /// Four bytes.
  package mutating func u32(_ value: UInt32) { number(value) }

  /// Eight bytes.
  package mutating func u64(_ value: UInt64) { number(value) }

  /// Eight bytes, two's complement.
  package mutating func i64(_ value: Int64) { number(value) }

  /// The number of elements that follow, four bytes; `BodyReader.count` reads it.
  package mutating func count(_ value: Int) {
    precondition(value >= 0 && value <= EntryLayout.bodyBytesMax, "A list is longer than the longest body.")
    number(UInt32(value))
  }

  /// A length of four bytes, then the bytes.
  package mutating func bytes(_ value: some Collection<UInt8>) {
    count(value.count)
    encoded.append(contentsOf: value)
  }

  /// A length in bytes of four bytes, then the text in UTF-8, as it is: no normalisation.
  package mutating func string(_ value: String) { bytes(value.utf8) }

  /// Bytes without a length, for what always has the same.
  package mutating func fixed(_ value: some Collection<UInt8>) { encoded.append(contentsOf: value) }

  /// The 32 bytes of a hash.
  mutating func hash(_ value: EntryHash) { withUnsafeBytes(of: value) { encoded.append(contentsOf: $0) } }

  private mutating func number(_ value: some FixedWidthInteger & BitwiseCopyable) {
    withUnsafeBytes(of: value.bigEndian) { encoded.append(contentsOf: $0) }
  }
}

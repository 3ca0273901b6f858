/// Checked reads over a payload: every one either stays inside the bytes or throws.
struct VarintReader {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    self.index = bytes.startIndex
  }

  var isAtEnd: Bool { index == bytes.endIndex }
  private var remaining: Int { bytes.endIndex - index }

  /// A minimal varint of at most ten bytes.
  ///
  /// - Throws: `TRUNCATED`, `BAD_VARINT` (eleven bytes, more than 64 bits, or a needless last byte of zero).
  mutating func varint() throws(WireProblem) -> UInt64 {
    var value: UInt64 = 0
    for position in 0..<10 {
      guard index < bytes.endIndex else { throw .stream(.truncated) }
      let byte = bytes[index]
      index += 1
      if position == 9, byte > 1 {
        throw .stream(.badVarint, byte & 0x80 == 0 ? "more than 64 bits" : "more than 10 bytes")
      }
      value |= UInt64(byte & 0x7F) << UInt64(7 * position)
      if byte & 0x80 == 0 {
        guard byte != 0 || position == 0 else { throw .stream(.badVarint, "not minimal") }
        return value
      }
    }
    throw .stream(.badVarint, "more than 10 bytes")
  }

  /// Steps over `count` bytes.
  ///
  /// - Throws: `TRUNCATED`.
  mutating func skip(bytes count: Int) throws(WireProblem) {
    guard count <= remaining else { throw .stream(.truncated) }
    index += count
  }

  /// The bytes behind a length.
  ///
  /// - Throws: `TRUNCATED`, `BAD_VARINT`.
  mutating func lengthDelimited() throws(WireProblem) -> ArraySlice<UInt8> {
    guard let length = Int(exactly: try varint()), length <= remaining else { throw .stream(.truncated) }
    let slice = bytes[index..<(index + length)]
    index += length
    return slice
  }

  /// Steps over a field the message does not know.
  ///
  /// - Throws: `BAD_WIRE_TYPE` (groups and undefined types), `TRUNCATED`, `BAD_VARINT`.
  mutating func skip(wireType: UInt8) throws(WireProblem) {
    switch wireType {
    case 0: _ = try varint()
    case 1: try skip(bytes: 8)
    case 2: _ = try lengthDelimited()
    case 5: try skip(bytes: 4)
    default: throw .stream(.badWireType, "wire type \(wireType)")
    }
  }
}

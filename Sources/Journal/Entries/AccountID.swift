/// The account that caused an entry: 16 bytes, compared and stored as they are.
package struct AccountID: Hashable, Sendable, CustomStringConvertible {
  package static let byteCount = 16

  let high: UInt64
  let low: UInt64

  /// The system itself, sixteen zero bytes.
  package static let system = AccountID(high: 0, low: 0)

  /// The id whose first eight bytes are `high` and last eight `low`, big-endian.
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The id with these bytes; `nil` when they are not 16.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    low = bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Sixteen bytes, big-endian.
  package var bytes: [UInt8] {
    var writer = BodyWriter()
    writer.u64(high)
    writer.u64(low)
    return writer.encoded
  }

  /// 32 lower-case hexadecimal digits.
  package var description: String { hexadecimal(bytes) }
}

import Journal

/// A submission as it is kept in memory and in a start file: 128 bytes in the order of the journal, numbers as the machine
/// has them, little-endian in a file.
struct FiledRecord: BitwiseCopyable, Sendable {
  var position: UInt64
  /// Milliseconds since 1970-01-01T00:00:00Z.
  var time: Int64
  var contentKey: EntryHash
  var entryHash: EntryHash
  /// Index of the unit among those of the log.
  var unit: UInt32
  var ordinal: Int32
  var revision: UInt32
  var base: UInt32
  /// One more than the index of the record that this one replaces; 0 for none.
  var previous: UInt32
  /// The index of the first record of the same unit and period.
  var first: UInt32
  var shape: UInt32
  /// Bit 0: late.
  var flags: UInt32
  /// Where its packed figures stand.
  var block: UInt32
  var offset: UInt32
  var length: UInt32
  /// 0.
  var reserved: UInt32 = 0

  static let byteCount = 128
}

/// What submissions of one form have in common.
struct FilingShape: Sendable, Hashable {
  let kind: String
  let form: String
  let rulebookDigest: EntryHash
  let counters: [String]
}

/// Figures one after another as variable-length numbers: seven bits a byte, the least first, signs folded into bit 0.
enum PackedFigures {
  static func append(_ value: Int64, to bytes: inout [UInt8]) {
    var rest = UInt64(bitPattern: (value << 1) ^ (value >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Calls `body` with the values as ``append(_:to:)`` writes them.
  static func withPacked<Result>(_ values: [Int64], _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withUnsafeTemporaryAllocation(byteCount: values.count * 10, alignment: 1) { room in
      var at = 0
      for value in values {
        var rest = UInt64(bitPattern: (value << 1) ^ (value >> 63))
        while rest >= 0x80 {
          room[at] = UInt8(truncatingIfNeeded: rest) | 0x80
          rest >>= 7
          at += 1
        }
        room[at] = UInt8(truncatingIfNeeded: rest)
        at += 1
      }
      return body(UnsafeRawBufferPointer(rebasing: room[..<at]))
    }
  }

  /// - Returns: `nil` where the bytes are not `count` numbers.
  static func values(_ bytes: UnsafeRawBufferPointer, count: Int) -> [Int64]? {
    var at = 0
    var whole = true
    let values = [Int64](unsafeUninitializedCapacity: count) { buffer, used in
      while used < count {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
          guard at < bytes.count, shift < 64 else {
            whole = false
            return
          }
          let byte = bytes[at]
          at += 1
          value |= UInt64(byte & 0x7F) << shift
          if byte < 0x80 { break }
          shift += 7
        }
        buffer.initializeElement(at: used, to: Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
        used += 1
      }
    }
    return whole && at == bytes.count ? values : nil
  }
}

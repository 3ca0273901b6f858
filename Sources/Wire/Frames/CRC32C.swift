import CChecksum
public import NIOCore

/// The Castagnoli checksum at the end of every frame: reflected polynomial `82F63B78`, eight bytes a step.
///
/// The processor's instruction does it where there is one, four times as fast; the tables say what it has to be.
///
/// It finds faults, not forgers: every error of up to five bits in a frame of our usual size is seen, an attacker
/// simply computes it anew.
///
/// ```swift
/// CRC32C.checksum(of: Array("123456789".utf8))   // 0xE306_9283
/// ```
///
/// - Complexity: O(*n*) in the bytes, eight table look-ups for eight bytes.
/// - Source: `Protocol/Frame.md`, Checksum.
public struct CRC32C: Sendable {
  private var state: UInt32 = 0xFFFF_FFFF

  public init() {}

  /// The checksum of everything given so far.
  public var value: UInt32 { ~state }

  /// Continues over the readable bytes of `buffer`, which stay readable.
  public mutating func update(_ buffer: ByteBuffer) {
    buffer.withUnsafeReadableBytes { update($0) }
  }

  /// Continues over `bytes`.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard Self.isInstruction, let start = bytes.baseAddress else { return updateByTables(bytes) }
    state = crc32c_continued(state, start.assumingMemoryBound(to: UInt8.self), bytes.count)
  }

  private static let isInstruction = crc32c_is_instruction() != 0

  /// The same without the instruction.
  package mutating func updateByTables(_ bytes: UnsafeRawBufferPointer) {
    var crc = state
    CRC32C.tables.withUnsafeBufferPointer { tables in
      var index = 0
      let whole = bytes.count & ~7
      while index < whole {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) ^ UInt64(crc)
        crc =
          tables[Int(7 << 8 | (word & 0xFF))]
          ^ tables[Int(6 << 8 | (word >> 8 & 0xFF))]
          ^ tables[Int(5 << 8 | (word >> 16 & 0xFF))]
          ^ tables[Int(4 << 8 | (word >> 24 & 0xFF))]
        crc ^=
          tables[Int(3 << 8 | (word >> 32 & 0xFF))]
          ^ tables[Int(2 << 8 | (word >> 40 & 0xFF))]
          ^ tables[Int(1 << 8 | (word >> 48 & 0xFF))]
          ^ tables[Int(word >> 56)]
        index += 8
      }
      while index < bytes.count {
        crc = tables[Int((crc ^ UInt32(bytes[index])) & 0xFF)] ^ (crc >> 8)
        index += 1
      }
    }
    state = crc
  }

  public static func checksum(of bytes: [UInt8]) -> UInt32 {
    var crc = CRC32C()
    bytes.withUnsafeBytes { crc.update($0) }
    return crc.value
  }

  public static func checksum(of buffer: ByteBuffer) -> UInt32 {
    var crc = CRC32C()
    crc.update(buffer)
    return crc.value
  }

  /// Eight tables of 256 entries one behind the other; table *k* advances a byte by *k* further zero bytes.
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 8 << 8)
    for byte in 0..<256 {
      var crc = UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0x82F6_3B78 : crc >> 1 }
      tables[byte] = crc
    }
    for index in 256..<(8 << 8) {
      let before = tables[index - 256]
      tables[index] = tables[Int(before & 0xFF)] ^ (before >> 8)
    }
    return tables
  }()
}

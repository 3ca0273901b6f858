public import NIOCore

/// The twelve bytes in front of every frame body.
///
/// All integers are big-endian. Behind the body stand four more bytes: the CRC32C over header and body.
///
/// | offset | size | field |
/// | --- | --- | --- |
/// | 0 | 4 | `bodyLength` |
/// | 4 | 1 | `type` |
/// | 5 | 1 | `flags` |
/// | 6 | 2 | `code` |
/// | 8 | 4 | `stream` |
///
/// - Source: `Protocol/Frame.md`, Header.
public struct FrameHeader: Hashable, Sendable {
  /// Bytes of the body alone, without header and checksum. Compared with a limit before a body byte is kept.
  public var bodyLength: UInt32

  /// The raw type byte, because a type this version does not know may still be skipped.
  public var type: UInt8

  /// The raw flags, reserved bits included.
  public var flags: FrameFlags

  /// Method of a REQUEST, status of a RESPONSE or GOAWAY, reason of a CANCEL, else 0.
  public var code: UInt16

  /// 0 for the connection itself, else a number the client chose.
  public var stream: UInt32

  /// Bytes of a header on the wire.
  public static let byteCount = 12

  /// Bytes of the checksum behind the body.
  public static let checksumByteCount = 4

  public init(bodyLength: UInt32, type: UInt8, flags: FrameFlags, code: UInt16, stream: UInt32) {
    self.bodyLength = bodyLength
    self.type = type
    self.flags = flags
    self.code = code
    self.stream = stream
  }

  /// Reads a header without moving the reader index.
  ///
  /// - Returns: `nil` while fewer than twelve bytes are readable.
  public init?(peeking buffer: ByteBuffer) {
    guard buffer.readableBytes >= Self.byteCount else { return nil }
    self = buffer.withUnsafeReadableBytes { FrameHeader($0) }
  }

  /// - Parameter bytes: Twelve or more.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.init(
      bodyLength: UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self)), type: bytes[4], flags: FrameFlags(rawValue: bytes[5]),
      code: UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: 6, as: UInt16.self)),
      stream: UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)))
  }

  /// Fills the first twelve of these bytes.
  func store(in bytes: UnsafeMutableRawBufferPointer) {
    bytes.storeBytes(of: bodyLength.bigEndian, as: UInt32.self)
    bytes[4] = type
    bytes[5] = flags.rawValue
    bytes.storeBytes(of: code.bigEndian, toByteOffset: 6, as: UInt16.self)
    bytes.storeBytes(of: stream.bigEndian, toByteOffset: 8, as: UInt32.self)
  }
}

/// The flag byte of a frame.
public struct FrameFlags: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The payload is a zlib stream with its raw length in front.
  public static let compressed = FrameFlags(rawValue: 0x01)
  /// Last frame of this sender on the stream.
  public static let end = FrameFlags(rawValue: 0x02)
  /// An extension block stands first in the body: its length in two bytes, then that many bytes.
  public static let ext = FrameFlags(rawValue: 0x04)
  /// The result was served from the table of requests already answered.
  public static let replayed = FrameFlags(rawValue: 0x08)

  /// Bits no version defines yet. One of them set is an error of the connection, since a flag may change the layout.
  public static let reserved = FrameFlags(rawValue: 0xF0)
}

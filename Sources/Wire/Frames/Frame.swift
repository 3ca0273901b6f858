public import NIOCore

/// A frame whose length, checksum, flags and type have been found right.
public struct Frame: Hashable, Sendable {
  public var type: FrameType
  public var flags: FrameFlags
  public var code: UInt16
  public var stream: UInt32
  /// The body, without an extension block.
  public var body: ByteBuffer

  public init(
    _ type: FrameType, flags: FrameFlags = [], code: UInt16 = 0, stream: UInt32 = 0, body: ByteBuffer = ByteBuffer()
  ) {
    self.type = type
    self.flags = flags
    self.code = code
    self.stream = stream
    self.body = body
  }

  /// Appends header, body and checksum to `buffer`.
  ///
  /// ```swift
  /// var buffer = ByteBuffer()
  /// Frame(.ping, body: ByteBuffer(integer: UInt64(1))).write(to: &buffer)   // 24 bytes
  /// ```
  ///
  /// The body is written as it stands: a caller that sets `ext` has put the block in front.
  ///
  /// - Complexity: O(*n*) in the bytes of the body.
  public func write(to buffer: inout ByteBuffer) {
    precondition(body.readableBytes <= Int(UInt32.max), "a frame body has at most 2^32 - 1 bytes")
    let start = buffer.writerIndex
    FrameHeader(
      bodyLength: UInt32(body.readableBytes), type: type.rawValue, flags: flags, code: code, stream: stream
    ).write(to: &buffer)
    buffer.writeImmutableBuffer(body)
    let length = FrameHeader.byteCount + body.readableBytes
    var crc = CRC32C()
    buffer.withUnsafeReadableBytes { bytes in
      let offset = start - buffer.readerIndex
      crc.update(UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + length)]))
    }
    buffer.writeInteger(crc.value)
  }

  /// The frame's bytes.
  public var bytes: ByteBuffer {
    var buffer = ByteBuffer()
    buffer.reserveCapacity(FrameHeader.byteCount + body.readableBytes + FrameHeader.checksumByteCount)
    write(to: &buffer)
    return buffer
  }
}

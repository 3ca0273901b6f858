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
    Self.write(type, code: code, stream: stream, to: &buffer) { buffer in
      buffer.writeImmutableBuffer(body)
      return flags
    }
  }

  /// Appends a frame whose body is made in its place.
  ///
  /// - Parameter body: Appends the body and answers the flags; it touches nothing in front of it.
  static func write(
    _ type: FrameType, code: UInt16 = 0, stream: UInt32 = 0, to buffer: inout ByteBuffer, body: (inout ByteBuffer) -> FrameFlags
  ) {
    let start = buffer.writerIndex
    buffer.writeMultipleIntegers(UInt32(0), type.rawValue, UInt8(0), code, stream)
    let flags = body(&buffer)
    let bodyLength = buffer.writerIndex - start - FrameHeader.byteCount
    precondition(bodyLength <= Int(UInt32.max), "a frame body has at most 2^32 - 1 bytes")
    buffer.setInteger(UInt32(bodyLength), at: start)
    buffer.setInteger(flags.rawValue, at: start + 5)
    var crc = CRC32C()
    buffer.withUnsafeReadableBytes { bytes in
      let offset = start - buffer.readerIndex
      crc.update(UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + FrameHeader.byteCount + bodyLength)]))
    }
    buffer.writeInteger(crc.value)
  }

  /// Appends a frame that ends with a payload as it is, in one piece.
  ///
  /// - Parameters:
  ///   - count: Bytes of the body in front of the payload.
  ///   - front: Fills them.
  static func write(
    _ type: FrameType, flags: FrameFlags, code: UInt16 = 0, stream: UInt32, payload: [UInt8], behind count: Int, to buffer: inout ByteBuffer,
    front: (UnsafeMutableRawBufferPointer) -> Void
  ) {
    let bodyLength = count + payload.count
    precondition(bodyLength <= Int(UInt32.max), "a frame body has at most 2^32 - 1 bytes")
    let covered = FrameHeader.byteCount + bodyLength
    buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: covered + FrameHeader.checksumByteCount) { bytes in
      FrameHeader(bodyLength: UInt32(bodyLength), type: type.rawValue, flags: flags, code: code, stream: stream).store(in: bytes)
      front(UnsafeMutableRawBufferPointer(rebasing: bytes[FrameHeader.byteCount..<FrameHeader.byteCount + count]))
      payload.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: bytes[(covered - payload.count)..<covered]).copyMemory(from: $0) }
      var crc = CRC32C()
      crc.update(UnsafeRawBufferPointer(rebasing: bytes[..<covered]))
      bytes.storeBytes(of: crc.value.bigEndian, toByteOffset: covered, as: UInt32.self)
      return covered + FrameHeader.checksumByteCount
    }
  }

  /// The frame's bytes.
  public var bytes: ByteBuffer {
    var buffer = ByteBuffer()
    buffer.reserveCapacity(FrameHeader.byteCount + body.readableBytes + FrameHeader.checksumByteCount)
    write(to: &buffer)
    return buffer
  }
}

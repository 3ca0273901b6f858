public import NIOCore

/// Bytes in, frames out: the first half of the checks, in their fixed order.
///
/// Length against its limit, body complete, checksum, reserved flags, type known. What follows (type legal in the
/// state, stream, body fields, decompression) needs to know the state and is done by the connections.
///
/// ```swift
/// var decoder = FrameDecoder()
/// decoder.append(bytes)
/// while let event = try decoder.next(bodyBytesMax: 4096) { … }
/// ```
///
/// What it holds back is at most one unfinished frame, provided `next` is called until it answers `nil`.
///
/// - Source: `Protocol/Frame.md`, Order of checks.
public struct FrameDecoder: Sendable {
  private var buffer = ByteBuffer()

  public init() {}

  /// One step of decoding.
  public enum Event: Hashable, Sendable {
    case frame(Frame)
    /// A frame of an ignorable unknown type, checksum right.
    case skipped(type: UInt8)
  }

  /// Frames taken so far, skipped ones included. While it stands still, the same frame is being waited for.
  public private(set) var framesTaken: UInt64 = 0

  /// Bytes received and not yet given out.
  public var pendingByteCount: Int { buffer.readableBytes }

  /// Bytes the frame begun at the front will have in its body, once its header is here.
  public var pendingBodyLength: UInt32? { FrameHeader(peeking: buffer)?.bodyLength }

  /// Adds bytes as they came from the peer.
  ///
  /// - Complexity: O(*n*) in the bytes; O(1) when nothing is pending.
  public mutating func append(_ bytes: ByteBuffer) {
    if buffer.readableBytes == 0 {
      buffer = bytes
    } else {
      // Read bytes are let go of before they outweigh the rest, so the copying stays proportional to the input.
      if buffer.readerIndex > buffer.readableBytes { buffer.discardReadBytes() }
      buffer.writeImmutableBuffer(bytes)
    }
  }

  /// Takes bytes that come before the first frame, the preface, off the front.
  mutating func takePreface() throws(WireProblem) -> Preface? { try Preface.read(from: &buffer) }

  /// The next frame, or `nil` while bytes are missing.
  ///
  /// - Parameter bodyBytesMax: The largest body allowed now, bytes. It is compared as soon as the header is here.
  /// - Throws: In this order: `FRAME_TOO_LARGE`, `BAD_CRC`, `RESERVED_BITS`, `UNKNOWN_FRAME`, `BAD_BODY` (an
  ///   extension block longer than the body). All of them end the connection; do not call again afterwards.
  public mutating func next(bodyBytesMax: Int) throws(WireProblem) -> Event? {
    guard let header = FrameHeader(peeking: buffer) else { return nil }
    let bodyLength = Int(header.bodyLength)
    guard bodyLength <= bodyBytesMax else {
      throw .connection(.frameTooLarge, "\(bodyLength) bytes announced, limit \(bodyBytesMax)")
    }
    let covered = FrameHeader.byteCount + bodyLength
    guard buffer.readableBytes >= covered + FrameHeader.checksumByteCount else { return nil }
    let isRight = buffer.withUnsafeReadableBytes { bytes in
      var crc = CRC32C()
      crc.update(UnsafeRawBufferPointer(start: bytes.baseAddress, count: covered))
      return crc.value == UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: covered, as: UInt32.self))
    }
    buffer.moveReaderIndex(forwardBy: FrameHeader.byteCount)
    guard var body = buffer.readSlice(length: bodyLength) else { return nil }
    buffer.moveReaderIndex(forwardBy: FrameHeader.checksumByteCount)
    framesTaken &+= 1
    guard isRight else { throw .connection(.badCRC) }
    guard header.flags.isDisjoint(with: .reserved) else { throw .connection(.reservedBits) }
    guard let type = FrameType(rawValue: header.type) else {
      guard FrameType.isIgnorable(header.type) else {
        throw .connection(.unknownFrame, "type \(header.type)")
      }
      return .skipped(type: header.type)
    }
    if header.flags.contains(.ext) {
      guard let block = body.readInteger(as: UInt16.self), body.readSlice(length: Int(block)) != nil else {
        throw .connection(.badBody, "extension block longer than the body")
      }
    }
    compact()
    return .frame(
      Frame(type, flags: header.flags.subtracting(.ext), code: header.code, stream: header.stream, body: body))
  }

  /// Lets go of the memory of frames already given out.
  private mutating func compact() {
    if buffer.readableBytes == 0 { buffer = ByteBuffer() }
  }
}

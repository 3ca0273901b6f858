import NIOCore

/// The checks between "this type is legal here" and the body: flags, code and stream fit the type.
///
/// - Source: `Protocol/Frame.md`, Order of checks.
enum FrameRules {
  /// The largest stream number.
  static let streamMax: UInt32 = 0x7FFF_FFFF

  /// - Throws: `RESERVED_BITS`, `STREAM_ID`.
  static func check(_ frame: Frame) throws(WireProblem) {
    guard frame.flags.subtracting(frame.type.allowedFlags).isEmpty else {
      throw .connection(.reservedBits, "flags \(frame.flags.rawValue) on type \(frame.type.rawValue)")
    }
    guard frame.code == 0 || frame.type.carriesCode else {
      throw .connection(.reservedBits, "code \(frame.code) on type \(frame.type.rawValue)")
    }
    let fits = frame.type.belongsToStream ? (1...streamMax).contains(frame.stream) : frame.stream == 0
    guard fits else {
      throw .connection(.streamID, "stream \(frame.stream) on type \(frame.type.rawValue)")
    }
  }

  /// The eight bytes of a PING or PONG.
  ///
  /// - Throws: `BAD_BODY`.
  static func pingBody(_ frame: Frame) throws(WireProblem) -> UInt64 {
    guard frame.body.readableBytes == 8, let value = frame.body.getInteger(at: frame.body.readerIndex, as: UInt64.self)
    else { throw .connection(.badBody, "a ping has 8 bytes") }
    return value
  }

  static func ping(_ value: UInt64) -> ByteBuffer { Frame(.ping, body: ByteBuffer(integer: value)).bytes }
  static func pong(_ value: UInt64) -> ByteBuffer { Frame(.pong, body: ByteBuffer(integer: value)).bytes }
}

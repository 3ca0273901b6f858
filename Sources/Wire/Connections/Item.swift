public import NIOCore

/// One of the answers of a stream: the newest state of what is watched.
public struct Item: Hashable, Sendable {
  public var stream: UInt32
  /// Where the server stood; it never falls within a stream.
  public var version: UInt64
  /// The method's item.
  public var payload: [UInt8]

  public init(stream: UInt32, version: UInt64, payload: [UInt8]) {
    self.stream = stream
    self.version = version
    self.payload = payload
  }

  /// Reads an ITEM whose flags and stream have been found right.
  ///
  /// - Throws: In this order: `TRUNCATED`, `MESSAGE_TOO_LARGE`, `BAD_COMPRESSION`.
  public init(_ frame: Frame, limits: Limits, dictionary: PresetDictionary? = nil) throws(WireProblem) {
    var body = frame.body
    guard let version = body.readInteger(as: UInt64.self) else { throw .stream(.truncated, "an item has at least 8 bytes") }
    self.stream = frame.stream
    self.version = version
    self.payload = try CarriedPayload.read(
      &body, compressed: frame.flags.contains(.compressed), rawBytesMax: limits.responseRawBytesMax, dictionary: dictionary)
  }

  /// The whole frame, compressed where that is worth while.
  public func bytes(_ compression: PayloadCompression = .plain) -> ByteBuffer {
    SharedItem(version: version, payload: payload).bytes(on: stream, compression)
  }
}

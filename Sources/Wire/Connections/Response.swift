public import NIOCore

/// The answer to one request.
public struct Response: Hashable, Sendable {
  public var stream: UInt32
  /// The status as it stood in the header; ``status`` names the ones known here.
  public var code: UInt16
  public var effect: Effect
  /// Whether the result was served from the table of requests already answered.
  public var replayed: Bool
  /// The method's answer when the status is ok, else a `Problem`.
  public var payload: [UInt8]

  /// A status this version does not know counts as `unknown`.
  public var status: Status { Status(rawValue: code) ?? .unknown }

  public init(stream: UInt32, code: UInt16, effect: Effect, replayed: Bool = false, payload: [UInt8]) {
    self.stream = stream
    self.code = code
    self.effect = effect
    self.replayed = replayed
    self.payload = payload
  }

  public static func success(_ payload: [UInt8], stream: UInt32, effect: Effect, replayed: Bool) -> Response {
    Response(stream: stream, code: Status.ok.rawValue, effect: effect, replayed: replayed, payload: payload)
  }

  public static func problem(_ problem: Problem, code: UInt16, stream: UInt32, effect: Effect) -> Response {
    Response(stream: stream, code: code, effect: effect, payload: Payload.encode(problem))
  }

  /// Reads a RESPONSE whose flags and stream have been found right.
  ///
  /// - Throws: In this order: `END_MISSING`, `TRUNCATED`, `BAD_VARINT` (an effect above 2), `MESSAGE_TOO_LARGE`,
  ///   `BAD_COMPRESSION`.
  public init(_ frame: Frame, limits: Limits, dictionary: PresetDictionary? = nil) throws(WireProblem) {
    guard frame.flags.contains(.end) else { throw .stream(.endMissing) }
    var body = frame.body
    guard let byte = body.readInteger(as: UInt8.self) else {
      throw .stream(.truncated, "a response has at least 1 byte")
    }
    guard let effect = Effect(rawValue: byte) else { throw .stream(.badVarint, "effect \(byte)") }
    self.stream = frame.stream
    self.code = frame.code
    self.effect = effect
    self.replayed = frame.flags.contains(.replayed)
    self.payload = try CarriedPayload.read(
      &body, compressed: frame.flags.contains(.compressed), rawBytesMax: limits.responseRawBytesMax, dictionary: dictionary)
  }

  /// The whole frame, compressed where that is worth while.
  public func bytes(_ compression: PayloadCompression = .plain) -> ByteBuffer {
    var buffer = ByteBuffer()
    buffer.reserveCapacity(FrameHeader.byteCount + 1 + payload.count + FrameHeader.checksumByteCount)
    write(to: &buffer, compression)
    return buffer
  }

  /// Mostly digests, which do not shrink: trying costs more than all else that is done for the request.
  private var isReceipt: Bool { effect == .applied && payload.count < 512 }

  /// Appends the whole frame to `buffer`.
  func write(to buffer: inout ByteBuffer, _ compression: PayloadCompression) {
    let flags: FrameFlags = replayed ? [.end, .replayed] : .end
    guard compression.isOn, !isReceipt else {
      return Frame.write(.response, flags: flags, code: code, stream: stream, payload: payload, behind: 1, to: &buffer) { $0[0] = effect.rawValue }
    }
    Frame.write(.response, code: code, stream: stream, to: &buffer) { buffer in
      buffer.writeInteger(effect.rawValue)
      return CarriedPayload.write(payload, to: &buffer, compression) ? flags.union(.compressed) : flags
    }
  }
}

public import NIOCore

/// A call as a server receives it.
public struct Request: Hashable, Sendable {
  public var stream: UInt32
  public var method: Method
  /// The client's own number for this request; 0 for a call that is not recorded.
  public var requestNumber: UInt64
  /// Milliseconds from arrival in which an answer is of use; 0 sets no deadline.
  public var deadlineMS: UInt32
  /// The message's bytes, inflated, not yet checked against the method's message.
  public var payload: [UInt8]

  public init(stream: UInt32, method: Method, requestNumber: UInt64, deadlineMS: UInt32, payload: [UInt8]) {
    self.stream = stream
    self.method = method
    self.requestNumber = requestNumber
    self.deadlineMS = deadlineMS
    self.payload = payload
  }

  /// Reads a REQUEST whose flags and stream have been found right.
  ///
  /// - Throws: In this order: `METHOD_UNKNOWN`, `END_MISSING`, `TRUNCATED`, `MESSAGE_TOO_LARGE`, `BAD_COMPRESSION`.
  public init(_ frame: Frame, limits: Limits, dictionary: PresetDictionary? = nil) throws(WireProblem) {
    guard let method = Method(rawValue: frame.code) else {
      throw .stream(.methodUnknown, "method \(frame.code)")
    }
    guard frame.flags.contains(.end) else { throw .stream(.endMissing) }
    var body = frame.body
    guard let (requestNumber, deadlineMS) = body.readMultipleIntegers(as: (UInt64, UInt32).self) else {
      throw .stream(.truncated, "a request has at least 12 bytes")
    }
    self.stream = frame.stream
    self.method = method
    self.requestNumber = requestNumber
    self.deadlineMS = deadlineMS
    self.payload = try CarriedPayload.read(
      &body, compressed: frame.flags.contains(.compressed),
      rawBytesMax: limits.requestRawBytesMax(of: method), dictionary: dictionary)
  }

  /// The whole frame, compressed where that is worth while.
  public func bytes(_ compression: PayloadCompression = .plain) -> ByteBuffer {
    var buffer = ByteBuffer()
    buffer.reserveCapacity(FrameHeader.byteCount + 16 + payload.count + FrameHeader.checksumByteCount)
    write(to: &buffer, compression)
    return buffer
  }

  /// Appends the whole frame to `buffer`.
  func write(to buffer: inout ByteBuffer, _ compression: PayloadCompression) {
    guard compression.isOn else {
      return Frame.write(.request, flags: .end, code: method.rawValue, stream: stream, payload: payload, behind: 12, to: &buffer) { front in
        front.storeBytes(of: requestNumber.bigEndian, as: UInt64.self)
        front.storeBytes(of: deadlineMS.bigEndian, toByteOffset: 8, as: UInt32.self)
      }
    }
    Frame.write(.request, code: method.rawValue, stream: stream, to: &buffer) { buffer in
      buffer.writeMultipleIntegers(requestNumber, deadlineMS)
      return CarriedPayload.write(payload, to: &buffer, compression) ? [.compressed, .end] : .end
    }
  }
}

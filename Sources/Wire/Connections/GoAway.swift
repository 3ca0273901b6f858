public import NIOCore

/// The body of a GOAWAY: the last request that was accepted, when to come back, and why.
public struct GoAway: Hashable, Sendable {
  /// A status or connection code.
  public var code: UInt16
  /// Requests with a higher stream number were certainly not executed.
  public var lastStream: UInt32
  /// Milliseconds; 0 says nothing.
  public var retryAfterMS: UInt32
  /// The reason for people and programs. Empty when the peer gave none.
  public var problem: Problem

  /// Stands for "not decided yet" in the first of the two GOAWAYs of a shutdown.
  public static let undecided = FrameRules.streamMax

  public init(_ problem: WireProblem, lastStream: UInt32, retryAfterMS: UInt32 = 0) {
    self.code = problem.code
    self.lastStream = lastStream
    self.retryAfterMS = retryAfterMS
    self.problem = problem.message(retryAfterMS: retryAfterMS)
  }

  /// - Throws: `BAD_BODY`.
  public init(_ frame: Frame, limits: Limits) throws(WireProblem) {
    var body = frame.body
    guard let lastStream = body.readInteger(as: UInt32.self), let retryAfterMS = body.readInteger(as: UInt32.self)
    else { throw .connection(.badBody, "a GOAWAY has at least 8 bytes") }
    self.code = frame.code
    self.lastStream = lastStream
    self.retryAfterMS = retryAfterMS
    self.problem = try Payload.connectionMessage(Problem.self, body, limits: limits)
  }

  /// The whole frame.
  public var bytes: ByteBuffer {
    var body = ByteBuffer()
    body.writeInteger(lastStream)
    body.writeInteger(retryAfterMS)
    body.writeBytes(Payload.encode(problem))
    return Frame(.goAway, code: code, body: body).bytes
  }
}

package import Service
package import Wire

/// Who asks on a connection: the same for all of its requests.
package final class Caller: Sendable {
  /// The 16 bytes the client keeps for good.
  package let clientID: [UInt8]
  package let principal: Principal

  package init(clientID: [UInt8], principal: Principal) { (self.clientID, self.principal) = (clientID, principal) }
}

/// What a handler knows of a request besides its payload.
package struct RequestContext: Sendable {
  package let caller: Caller
  /// With the client's 16 bytes the name of the request; 0 for a call that is not recorded.
  package var requestNumber: UInt64
  /// Method and digest of a call that stores something.
  var content: RequestContent?
  /// When an answer is no longer of use; `nil` for never.
  package var deadline: ContinuousClock.Instant?

  package init(_ caller: Caller, requestNumber: UInt64, deadline: ContinuousClock.Instant? = nil) {
    (self.caller, self.requestNumber, self.deadline) = (caller, requestNumber, deadline)
  }

  package var clientID: [UInt8] { caller.clientID }
  package var principal: Principal { caller.principal }

  /// Whether the deadline has passed. It is asked when the work begins; once it has begun the result is always sent.
  func deadlinePassed(at instant: ContinuousClock.Instant) -> Bool { deadline.map { instant >= $0 } ?? false }
}

/// What a handler answers.
package enum Reply: Sendable {
  /// The method's own message. A method that stores something has been applied.
  case success(_ message: [UInt8], replayed: Bool = false)
  /// Anything else, with what is known about the effect.
  case problem(Status, Problem, Effect)

  /// A problem of the wire: effect not applied.
  package static func refused(_ problem: WireProblem, retryAfterMS: UInt32 = 0) -> Reply {
    .problem(
      Status(rawValue: problem.code) ?? .unknown, problem.message(retryAfterMS: retryAfterMS), .notApplied)
  }

  /// There is more to do than can be done in time. The pause is spread over some seconds, so that the refused do not come back together.
  static var overloaded: Reply { .refused(.stream(.overloaded), retryAfterMS: .random(in: 1000...5000)) }

  /// The reply as the RESPONSE to a stream.
  func response(to method: Method, stream: UInt32) -> Response {
    switch self {
    case .success(let message, let replayed):
      return .success(
        message, stream: stream, effect: method.changesState ? .applied : .notApplied, replayed: replayed)
    case .problem(let status, var problem, let effect):
      problem.status = UInt32(status.rawValue)
      return .problem(problem, code: status.rawValue, stream: stream, effect: effect)
    }
  }
}

/// Works on one request. It may run for many requests at once.
package typealias RequestHandler = @Sendable (RequestContext, Method, [UInt8]) async -> Reply

/// Answers on the event loop what needs neither waiting nor more than some microseconds; `nil` leaves it to the
/// ``RequestHandler``.
package typealias ImmediateHandler = @Sendable (RequestContext, Method, [UInt8]) -> Reply?

/// A request on its way to an answer.
package struct BatchedRequest: Sendable {
  package let context: RequestContext
  package let method: Method
  package let payload: [UInt8]
  let stream: UInt32
  /// When it was its turn.
  let began: ContinuousClock.Instant

  package init(context: RequestContext, method: Method, payload: [UInt8], stream: UInt32 = 0, began: ContinuousClock.Instant = .now) {
    (self.context, self.method, self.payload, self.stream, self.began) = (context, method, payload, stream, began)
  }

  /// Why it is not worked on any more: its deadline has passed, or it has waited for longer than a client should.
  func refusal(_ limits: Limits, at now: ContinuousClock.Instant) -> Reply? {
    if context.deadlinePassed(at: now) { return .refused(.stream(.deadlinePassed)) }
    guard now - began > limits.queueTime else { return nil }
    return .overloaded
  }
}

/// Carries out requests that arrived together, from any connection, in one pass.
package protocol BatchHandler: Sendable {
  /// Whether requests of a method may be carried out together.
  func takes(_ method: Method) -> Bool

  /// - Parameter answer: Called with the index of each request exactly once, in one call or several, from anywhere; `nil` for one
  ///   that the ``RequestHandler`` must carry out, of which nothing has been done.
  func carryOut(_ requests: [BatchedRequest], _ answer: @escaping @Sendable ([(index: Int, reply: Reply?)]) -> Void)
}

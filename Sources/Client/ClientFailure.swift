public import Transport
public import Wire

/// How a call can end other than with an answer. Each case says what is known about the effect.
public enum ClientFailure: Error, Hashable, Sendable {
  /// There is no connection, or it ended before the request was handed to it. Nothing was sent.
  case unreachable(String)
  /// No connection that can be trusted came about: encryption, a certificate or its file is wrong. Nothing was sent.
  case insecure(TransportProblem)
  /// The server answered with a problem and says that the request was not applied.
  case refused(Problem)
  /// The request was handed to the connection and no answer can be had: chưa xác nhận. Its effect is unknown; send the
  /// same bytes again under the same request number, it cannot count twice.
  case notConfirmed(String)
  /// The server does not speak the protocol as agreed. For a call that stores something the effect is unknown.
  case protocolViolation(String)

  /// Whether sending the same request again, a little later, can help.
  public var isWorthRetrying: Bool {
    switch self {
    case .unreachable, .notConfirmed: true
    case .protocolViolation, .insecure: false
    case .refused(let problem):
      switch Status(rawValue: UInt16(clamping: problem.status)) {
      case .unavailable, .overloaded, .aborted, .deadlineExceeded: true
      case nil: problem.status == UInt32(ConnectionCode.shutdown.rawValue)
      default: problem.name == "TOO_MANY_STREAMS" || problem.name == "TOO_MANY_CONNECTIONS"
      }
    }
  }

  /// How long the server asked to be left alone.
  public var retryAfter: Duration {
    if case .refused(let problem) = self { .milliseconds(Int64(problem.retryAfterMs)) } else { .zero }
  }
}

extension ClientFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreachable(let text): "unreachable: \(text). Nothing was sent."
    case .insecure(let problem): "\(problem) Nothing was sent."
    case .refused(let problem): problem.textEn.isEmpty ? "refused: status \(problem.status)" : problem.textEn
    case .notConfirmed(let text): "not confirmed: \(text). Send the same request again; it cannot count twice."
    case .protocolViolation(let text): "the server broke the protocol: \(text)"
    }
  }
}

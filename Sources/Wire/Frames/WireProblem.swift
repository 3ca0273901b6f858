/// Something wrong with bytes or order on the wire, or a limit of the connection.
///
/// Every problem has a stable number (`W-104`), a stable name (`FRAME_TOO_LARGE`) and a text in two languages whose
/// words may improve. None of them ever carries a figure or other content of a message.
///
/// ```swift
/// let problem = WireProblem.connection(.badCRC)
/// problem.reason        // "W-103"
/// problem.text.english  // "W-103 checksum wrong: …"
/// ```
///
/// - Source: `Protocol/Errors.md`.
public struct WireProblem: Error, Hashable, Sendable {
  /// What happened; the registry's row.
  public let kind: Kind

  /// A fact for people, such as `"65537 bytes announced, limit 65536"`: numbers and field numbers, never content.
  public let fact: String

  init(_ kind: Kind, fact: String = "") {
    self.kind = kind
    self.fact = fact
  }

  /// A problem that ends the connection.
  public static func connection(_ kind: ConnectionKind, _ fact: String = "") -> WireProblem {
    WireProblem(.connection(kind), fact: fact)
  }

  /// A problem of one request; the connection goes on.
  public static func stream(_ kind: StreamKind, _ fact: String = "") -> WireProblem {
    WireProblem(.stream(kind), fact: fact)
  }

  public enum Kind: Hashable, Sendable {
    case connection(ConnectionKind)
    case stream(StreamKind)
  }

  /// After one of these, frame boundaries or the peer's intentions can no longer be trusted.
  public enum ConnectionKind: CaseIterable, Hashable, Sendable {
    case badMagic, versionUnsupported, badCRC, frameTooLarge, reservedBits, unknownFrame, badState, authRequired
    case compressedSecret, streamID, calmDown, idle, shutdown, badBody, wrongDeployment, handshakeTimeout
    case frameTimeout, outputStalled, tooManyConnections, unauthenticated, creditExceeded
  }

  /// One of these is answered with a RESPONSE; effect 0.
  public enum StreamKind: CaseIterable, Hashable, Sendable {
    case badCompression, messageTooLarge, badVarint, truncated, badUTF8, notCanonical, nestingTooDeep, listTooLong
    case badWireType, methodUnknown, tooManyStreams, deadlinePassed, overloaded, endMissing, draining
    case answerTooLarge, cancelled, creditOverflow
  }

  /// Whether the connection ends with it.
  public var endsConnection: Bool {
    switch kind {
    case .connection: true
    case .stream: false
    }
  }

  /// The code of the GOAWAY or RESPONSE that reports it.
  public var code: UInt16 { row.code }

  /// The stable number, `"W-104"`.
  public var reason: String { row.reason }

  /// The stable name, `"FRAME_TOO_LARGE"`.
  public var name: String { row.name }

  /// Both texts: number, what happened, the fact, what to do.
  public var text: (vietnamese: String, english: String) {
    let detail = fact.isEmpty ? "" : ": \(fact)"
    return ("\(reason) \(row.vietnamese)\(detail). \(row.adviceVietnamese)",
      "\(reason) \(row.english)\(detail). \(row.adviceEnglish)")
  }

  /// The problem as the message that travels in a RESPONSE or GOAWAY.
  ///
  /// - Parameter retryAfterMS: Milliseconds after which to come back; 0 says nothing.
  public func message(retryAfterMS: UInt32 = 0) -> Problem {
    var message = Problem()
    message.status = UInt32(code)
    message.reason = reason
    message.name = name
    message.textVi = text.vietnamese
    message.textEn = text.english
    message.retryAfterMs = retryAfterMS
    return message
  }
}

extension WireProblem: CustomStringConvertible {
  public var description: String { text.english }
}

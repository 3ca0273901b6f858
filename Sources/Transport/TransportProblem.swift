/// Something wrong with encryption, a certificate, or the file it comes from. No request was sent.
///
/// Each has a stable number (`T-710`), a stable name (`CERTIFICATE_UNTRUSTED`) and a text in two languages whose words may improve.
///
/// - Source: `Protocol/Errors.md`.
public struct TransportProblem: Error, Hashable, Sendable {
  /// What happened; the registry's row.
  public let kind: Kind
  /// A fact for people: an address, a path, a day. Never a key or a token.
  public let fact: String

  public enum Kind: CaseIterable, Hashable, Sendable {
    case plainListening, plainConnecting
    case certificateUntrusted, certificateExpired, certificateOtherName, clientCertificateRefused, versionRefused, notTLS, tlsExpected
    case otherProtocol, handshakeFailed, serverCertificateRefused
    case fileUnreadable, fileInvalid, keyNotPrivate, keyOfAnother, fileExists
  }

  public init(_ kind: Kind, _ fact: String = "") {
    self.kind = kind
    self.fact = fact
  }

  /// The stable number, `"T-710"`.
  public var number: String { "T-\(kind.row.number)" }

  /// The stable name, `"CERTIFICATE_UNTRUSTED"`.
  public var name: String { kind.row.name }

  /// Both texts: number, what happened, the fact, what to do.
  public var text: (vietnamese: String, english: String) {
    let (row, detail) = (kind.row, fact.isEmpty ? "" : ": \(fact)")
    return ("\(number) \(row.vietnamese)\(detail). \(row.adviceVietnamese)", "\(number) \(row.english)\(detail). \(row.adviceEnglish)")
  }

  /// One of each, in the order of their numbers: the registry as a list.
  public static var all: [TransportProblem] {
    Kind.allCases.map { TransportProblem($0) }.sorted { $0.number < $1.number }
  }
}

extension TransportProblem: CustomStringConvertible {
  public var description: String { text.english }
}

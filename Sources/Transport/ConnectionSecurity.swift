package import NIOSSL
import NIOCore

/// How a client's bytes travel.
public enum ConnectionSecurity: Sendable {
  /// Unencrypted, and never beyond this machine.
  case plain
  /// Unencrypted also where everybody on the way can read the token and the figures.
  case plainBeyondLoopback
  /// Encrypted, with a server that shows a certificate for its name.
  case tls(ClientTLS)

  package var tls: ClientTLS? {
    if case .tls(let tls) = self { tls } else { nil }
  }

  /// - Throws: ``TransportProblem`` `plainConnecting`.
  package func check(host: String) throws(TransportProblem) {
    if case .plain = self, !Loopback.contains(host) { throw TransportProblem(.plainConnecting, host) }
  }
}

/// Whom a client trusts, and what it shows; TLS 1.3 only. The server's name is always checked.
///
/// ```swift
/// let tls = try ClientTLS(authority: "ca.pem")
/// ```
public struct ClientTLS: Sendable {
  package let context: NIOSSLContext

  /// - Parameters:
  ///   - authority: Path of the CA certificates to trust; `nil`: the system's.
  ///   - identity: Paths of the client's own certificate and of its key, which only its owner may read; `nil`: it shows none.
  /// - Throws: ``TransportProblem``: `fileUnreadable`, `keyNotPrivate`, `fileInvalid`, `keyOfAnother`.
  public init(authority: String? = nil, identity: (certificate: String, key: String)? = nil) throws(TransportProblem) {
    var settings = TLSConfiguration.makeClientConfiguration()
    settings.minimumTLSVersion = .tlsv13
    settings.certificateVerification = .fullVerification
    settings.applicationProtocols = [ApplicationProtocol.name]
    settings.shutdownTimeout = .seconds(1)
    if let authority { settings.trustRoots = .certificates(try PEMFile.certificates(authority)) }
    if let identity {
      settings.certificateChain = try PEMFile.certificates(identity.certificate).map { .certificate($0) }
      settings.privateKey = .privateKey(try PEMFile.key(identity.key))
    }
    do {
      context = try NIOSSLContext(configuration: settings)
    } catch {
      throw TransportProblem(.keyOfAnother, identity.map { "\($0.key), \($0.certificate)" } ?? "\(error)")
    }
  }

  /// The handler in front of a connection to a host.
  ///
  /// - Throws: ``TransportProblem`` `certificateOtherName` for a host that no certificate can name.
  package func handler(host: String) throws(TransportProblem) -> NIOSSLClientHandler {
    do {
      // The library compares an address with the one that the socket is connected to.
      return try NIOSSLClientHandler(context: context, serverHostname: Loopback.isAddress(host) ? nil : host)
    } catch {
      throw TransportProblem(.certificateOtherName, host)
    }
  }
}

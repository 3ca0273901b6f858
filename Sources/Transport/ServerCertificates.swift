package import NIOSSL
import NIOCore
import Synchronization

/// What a server shows to say who it is, read from files, also anew while it runs.
///
/// ```swift
/// let certificates = try ServerCertificates(certificate: "server.pem", key: "server.key")
/// ```
///
/// TLS 1.3 only, without early data. A connection keeps what it was opened with.
///
/// - Source: `Protocol/Frame.md`, Transport.
package final class ServerCertificates: Sendable {
  private struct Loaded {
    let context: NIOSSLContext
    let expires: Int64
  }
  private let certificate: String
  private let key: String
  private let clientAuthority: String?
  private let loaded: Mutex<Loaded>

  /// - Parameters:
  ///   - certificate: Path of the server's certificate and whatever stands between it and its CA.
  ///   - key: Path of its key; only its owner may read it.
  ///   - clientAuthority: Path of the CA whose certificates clients must show; `nil`: clients show none.
  /// - Throws: ``TransportProblem``: `fileUnreadable`, `keyNotPrivate`, `fileInvalid`, `keyOfAnother`.
  package init(certificate: String, key: String, clientAuthority: String? = nil) throws(TransportProblem) {
    self.certificate = certificate
    self.key = key
    self.clientAuthority = clientAuthority
    loaded = Mutex(try Self.load(certificate, key, clientAuthority))
  }

  /// Reads the files again, for the connections to come.
  ///
  /// - Throws: As `init`; what was loaded before stays then.
  package func reload() throws(TransportProblem) {
    let new = try Self.load(certificate, key, clientAuthority)
    loaded.withLock { $0 = new }
  }

  /// For one more connection.
  package var context: NIOSSLContext { loaded.withLock { $0.context } }

  /// When the server's certificate ends, seconds since 1970.
  package var expires: Int64 { loaded.withLock { $0.expires } }

  private static func load(
    _ certificate: String, _ key: String, _ clientAuthority: String?
  ) throws(TransportProblem) -> Loaded {
    let chain = try PEMFile.certificates(certificate)
    var settings = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(try PEMFile.key(key)))
    settings.minimumTLSVersion = .tlsv13
    settings.applicationProtocols = [ApplicationProtocol.name]
    settings.shutdownTimeout = .seconds(1)
    if let clientAuthority {
      settings.trustRoots = .certificates(try PEMFile.certificates(clientAuthority))
      // The names in a client's certificate are no host names.
      settings.certificateVerification = .noHostnameVerification
    }
    do {
      return Loaded(context: try NIOSSLContext(configuration: settings), expires: Int64(chain[0].notValidAfter))
    } catch {
      throw TransportProblem(.keyOfAnother, "\(key), \(certificate)")
    }
  }
}

/// What both sides name in the handshake, so that no other protocol's server or client is mistaken for one of ours.
package enum ApplicationProtocol {
  package static let name = "thidua/1"
}

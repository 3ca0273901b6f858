import ArgumentParser
import Campaign
import Logging
import Service
import ServiceLifecycle
import Transport
import UnixSignals

/// What `serve` shows to its clients, and whether it may go without.
struct EncryptionOptions: ParsableArguments {
  @Option(name: .long, help: "Chứng chỉ của máy chủ (PEM): mã hóa bằng TLS 1.3 / the server's certificate: TLS 1.3.")
  var certificate: String?
  @Option(name: .long, help: "Khóa của chứng chỉ, quyền 0600 / its key, mode 0600.")
  var key: String?
  @Option(name: .long, help: "CA mà chứng chỉ máy khách phải có / the CA whose certificates clients must show.")
  var clientCa: String?
  @Flag(
    name: .long,
    help: "Không mã hóa cả ngoài loopback: ai ở giữa cũng đọc được / unencrypted beyond loopback: everybody on the way can read it.")
  var plainBeyondLoopback = false

  /// The files' certificates; `nil` where none are named.
  ///
  /// - Throws: `TransportProblem` for a file that cannot be used.
  func certificates() throws -> ServerCertificates? {
    guard (certificate == nil) == (key == nil) else { throw ValidationError("--certificate and --key go together.") }
    guard let certificate, let key else {
      if plainBeyondLoopback {
        Terminal.warn(
          "không mã hóa: ai ở giữa cũng đọc được mã truy cập và số liệu.",
          "not encrypted: everybody on the way can read tokens and figures.")
      }
      guard clientCa == nil else { throw ValidationError("--client-ca goes with --certificate and --key.") }
      return nil
    }
    guard !plainBeyondLoopback else { throw ValidationError("--certificate and --plain-beyond-loopback contradict each other.") }
    let certificates = try ServerCertificates(certificate: certificate, key: key, clientAuthority: clientCa)
    certificates.warnBeforeTheEnd()
    return certificates
  }

  /// A host as a client would name it.
  func shown(_ host: String) -> String {
    let host = host.contains(":") ? "[\(host)]" : host
    return certificate == nil ? host : "tls://\(host)"
  }
}

extension ServerCertificates {
  /// Who reads this thirty days early can renew in peace.
  fileprivate func warnBeforeTheEnd() {
    let left = expires - SystemClock().now().milliseconds / 1000
    guard left < 30 * 86_400 else { return }
    let day = Instant(milliseconds: expires * 1000).vietnameseText
    Terminal.warn(
      left < 0 ? "chứng chỉ đã hết hạn lúc \(day); máy khách sẽ không kết nối." : "chứng chỉ hết hạn lúc \(day); hãy thay rồi gửi SIGHUP.",
      left < 0 ? "the certificate ended on \(day); clients will not connect." : "the certificate ends on \(day); renew it, then send SIGHUP.")
  }
}

/// Reads the certificate's files again on SIGHUP, for the connections to come; those that are open go on.
struct CertificateRenewal: ServiceLifecycle.Service {
  let certificates: ServerCertificates
  let logger: Logger

  func run() async throws {
    let signals = await UnixSignalsSequence(trapping: .sighup)
    for await _ in signals.cancelOnGracefulShutdown() {
      do throws(TransportProblem) {
        try certificates.reload()
        logger.notice("certificates read again")
        certificates.warnBeforeTheEnd()
        Terminal.warn("đã đọc lại chứng chỉ.", "the certificates were read again.")
      } catch {
        Terminal.warn(
          "giữ chứng chỉ cũ: \(error.text.vietnamese)", "the old certificates stay: \(error.text.english)")
      }
    }
  }
}

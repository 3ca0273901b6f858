package import NIOSSL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a failed handshake means for people.
extension TransportProblem {
  /// Reads the library's error. It names what went wrong in words only, which the exact version of the library keeps still.
  ///
  /// - Parameters:
  ///   - peer: Who is at the other end.
  ///   - isServer: This side is the server.
  ///   - certificate: What the other side showed, where it got so far.
  package init(handshake error: any Error, with peer: String, isServer: Bool = false, certificate: NIOSSLCertificate? = nil) {
    let text = "\(error)"
    func says(_ words: String...) -> Bool { words.contains { text.contains($0) } }
    if let error = error as? NIOSSLExtraError, error == .failedToValidateHostname || error == .serverHostnameImpossibleToMatch {
      self.init(.certificateOtherName, peer)
    } else if says("CERTIFICATE_VERIFY_FAILED") {
      let now = Int64(time(nil))
      let isInForce = certificate.map { Int64($0.notValidBefore) <= now && now <= Int64($0.notValidAfter) }
      self.init(isServer ? .clientCertificateRefused : isInForce == false ? .certificateExpired : .certificateUntrusted, peer)
    } else if says("PEER_DID_NOT_RETURN_A_CERTIFICATE") {
      self.init(.clientCertificateRefused, peer)
    } else if says(
      "CERTIFICATE_REQUIRED", "ALERT_UNKNOWN_CA", "ALERT_CERTIFICATE", "ALERT_BAD_CERTIFICATE", "ALERT_UNSUPPORTED_CERTIFICATE")
    {
      self.init(isServer ? .serverCertificateRefused : .clientCertificateRefused, peer)
    } else if says("UNSUPPORTED_PROTOCOL", "ALERT_PROTOCOL_VERSION", "NO_SUPPORTED_VERSIONS") {
      self.init(.versionRefused, peer)
    } else if says("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "HTTPS_PROXY_REQUEST", "EOF during handshake", "UNEXPECTED_RECORD") {
      self.init(.notTLS, peer)
    } else if says("NO_APPLICATION_PROTOCOL") {
      self.init(.otherProtocol, peer)
    } else {
      // The library's own word for it, such as DECODE_ERROR, without its path in the sources.
      let reason = text.firstMatch(of: #/OPENSSL_internal:([A-Z0-9_]+)/#).map { String($0.1) }
      self.init(.handshakeFailed, reason.map { "\(peer), \($0)" } ?? peer)
    }
  }
}

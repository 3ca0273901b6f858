import Campaign
import Client
import Transport

extension ServerOptions {
  /// How to speak with a server: encrypted beyond this machine, and on it where the address says `tls://`.
  ///
  /// - Throws: ``Failure`` 64 for options that contradict each other, or a file that cannot be used.
  func security(for address: ServerAddress) throws -> ConnectionSecurity {
    let words = Words.current
    let isLoopback = Loopback.contains(address.host)
    guard address.asksForTLS || !(isLoopback || plainBeyondLoopback) else {
      guard authority == nil, certificate == nil, key == nil else {
        throw Failure(
          .usage,
          words(
            "kết nối này không mã hóa nên không dùng --tls-ca, --certificate, --key; viết tls:// trước địa chỉ.",
            "this connection is not encrypted, so --tls-ca, --certificate and --key do nothing; put tls:// in front of the address."))
      }
      return isLoopback ? .plain : .plainBeyondLoopback
    }
    guard !plainBeyondLoopback else {
      throw Failure(.usage, words("tls:// và --plain-beyond-loopback trái nhau.", "tls:// and --plain-beyond-loopback contradict each other."))
    }
    let certificate = certificate ?? Streams.variable("THIDUA_CERTIFICATE")
    let key = key ?? Streams.variable("THIDUA_KEY")
    guard (certificate == nil) == (key == nil) else {
      throw Failure(.usage, words("--certificate và --key đi cùng nhau.", "--certificate and --key go together."))
    }
    do throws(TransportProblem) {
      return .tls(
        try ClientTLS(
          authority: authority ?? Streams.variable("THIDUA_TLS_CA"),
          identity: certificate.flatMap { certificate in key.map { (certificate, $0) } }))
    } catch {
      throw ClientFailure.insecure(error)
    }
  }
}

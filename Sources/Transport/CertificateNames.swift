package import NIOSSL

extension NIOSSLCertificate {
  /// Whether the certificate names a host.
  ///
  /// The library takes a certificate for the *address* of a connection too when a *name* was asked for. Whoever can answer for the
  /// name's address (a false entry in DNS) and has a certificate for his own address would pass; here he does not. The subject's
  /// common name does not count either.
  ///
  /// - Source: RFC 9525, 6.3: a name is matched with names, an address with addresses.
  package func isFor(_ host: String) -> Bool {
    // The library compares addresses with the one that the socket is connected to.
    guard !Loopback.isAddress(host) else { return true }
    return _subjectAlternativeNames().contains { name in
      name.nameType == .dnsName && HostName.matches(host, pattern: String(decoding: name.contents, as: UTF8.self))
    }
  }
}

package enum HostName {
  /// Whether a host is meant by a name of a certificate: the same labels, or `*` in place of the first one of three or more.
  package static func matches(_ host: String, pattern: String) -> Bool {
    let (host, pattern) = (labels(host), labels(pattern))
    guard !host.isEmpty, host.count == pattern.count, !host.contains("") else { return false }
    if pattern[0] == "*", pattern.count >= 3 { return host.dropFirst() == pattern.dropFirst() }
    return host == pattern
  }

  private static func labels(_ name: String) -> [Substring] {
    let name = name.hasSuffix(".") ? String(name.dropLast()) : name
    return name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
  }
}

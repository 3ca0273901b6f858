import NIOCore

/// Which addresses only programs on this machine can reach.
public enum Loopback {
  /// Whether a host is this machine by its loopback address: `localhost`, `::1`, `127.…`. Any other name counts as reachable from
  /// elsewhere.
  public static func contains(_ host: String) -> Bool {
    guard host != "localhost" else { return true }
    guard isAddress(host) else { return false }
    return host.hasPrefix("127.") || (try? SocketAddress(ipAddress: host, port: 0))?.ipAddress == "::1"
  }

  /// Whether a host is a numeric address and no name.
  package static func isAddress(_ host: String) -> Bool { (try? SocketAddress(ipAddress: host, port: 0)) != nil }
}

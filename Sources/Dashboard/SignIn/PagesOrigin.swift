/// How people reach the pages from elsewhere: `https://thidua.example.vn`, by a proxy with TLS in front of them.
package struct PagesOrigin: Sendable, Hashable {
  /// Host, and a port that is not 443.
  package let authority: String

  /// - Returns: `nil` for what is no https address of a host.
  package init?(_ text: String) {
    guard text.hasPrefix("https://") else { return nil }
    var rest = text.dropFirst(8)
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    let name = #/[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*/#
    guard (1...2).contains(parts.count), rest.utf8.count <= 255, parts[0].wholeMatch(of: name) != nil else { return nil }
    if parts.count == 2 { guard let port = UInt16(parts[1]), port > 0, port != 443, String(port) == parts[1] else { return nil } }
    authority = String(rest)
  }

  package var link: String { "https://\(authority)/" }
}

import HTTPTypes

/// Whether a request that changes something comes from a page of ours.
///
/// Every browser of today sends `Origin` with a POST. What sends none, or another one, is refused whoever it is.
///
/// - Source: reliability A13: "CSRF token **and** Origin/`Sec-Fetch-Site` check on every change"; "missing Origin → refused".
func isSameOrigin(_ head: HTTPRequest, isSecure: Bool) -> Bool {
  guard let origin = head.headerFields[HTTPField.Name("Origin")!], let authority = head.authority, !authority.isEmpty else { return false }
  guard origin == (isSecure ? "https://" : "http://") + authority else { return false }
  let site = head.headerFields[HTTPField.Name("Sec-Fetch-Site")!]
  return site == nil || site == "same-origin"
}

extension HTTPRequest {
  /// A link on another site or in a message was followed: a browser then keeps the session to itself, though there may be one.
  var followsForeignLink: Bool {
    let site = headerFields[HTTPField.Name("Sec-Fetch-Site")!]
    return (site == "cross-site" || site == "same-site") && headerFields[HTTPField.Name("Sec-Fetch-Mode")!] == "navigate"
  }
}

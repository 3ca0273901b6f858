import HTTPTypes

/// What every answer says to a browser, errors included.
///
/// - Source: reliability A12. Strict-Transport-Security goes with https only: plain loopback has no encryption to insist on.
enum SecurityHeaders {
  static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

  /// - Parameter isSecure: The pages are reached by https.
  static func all(isSecure: Bool) -> [(HTTPField.Name, String)] { isSecure ? always + [transport] : always }

  private static let transport = (HTTPField.Name.strictTransportSecurity, "max-age=31536000")
  private static let always: [(HTTPField.Name, String)] = [
    (.contentSecurityPolicy, policy),
    (.xContentTypeOptions, "nosniff"),
    (HTTPField.Name("X-Frame-Options")!, "DENY"),
    (HTTPField.Name("Referrer-Policy")!, "same-origin"),
    (HTTPField.Name("Cross-Origin-Opener-Policy")!, "same-origin"),
    (HTTPField.Name("Cross-Origin-Resource-Policy")!, "same-origin"),
    (HTTPField.Name("Permissions-Policy")!, "camera=(), microphone=(), geolocation=(), payment=()"),
  ]
}

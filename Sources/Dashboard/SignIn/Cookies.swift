import HTTPTypes

/// What a browser keeps for these pages.
///
/// - Source: reliability A13. On plain loopback there is no encryption that `__Host-` and `Secure` could ask for.
struct Cookies: Sendable {
  /// The pages are reached by https.
  let isSecure: Bool

  var sessionName: String { isSecure ? "__Host-thidua" : "thidua" }

  func session(_ secret: String) -> String { cookie(sessionName, secret, "SameSite=Strict") }
  /// Makes a browser forget its session.
  var noSession: String { cookie(sessionName, "", "Max-Age=0; SameSite=Strict") }
  func language(_ code: String) -> String { cookie("lang", code, "Max-Age=31536000; SameSite=Lax") }

  private func cookie(_ name: String, _ value: String, _ rest: String) -> String {
    name + "=" + value + "; Path=/; HttpOnly; " + rest + (isSecure ? "; Secure" : "")
  }

  /// The value that a request gives a name; the first one counts, so that a second cannot replace it.
  static func value(_ name: String, in head: HTTPRequest) -> String? {
    for pair in (head.headerFields[.cookie] ?? "").split(separator: ";") {
      let halves = pair.split(separator: "=", maxSplits: 1)
      if halves.count == 2, halves[0].drop(while: { $0 == " " }) == name { return String(halves[1]) }
    }
    return nil
  }
}

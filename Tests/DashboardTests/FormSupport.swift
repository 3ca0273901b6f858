@testable import Dashboard
import Campaign
import Service
import Testing

/// A browser of few words: it keeps its cookie and its form key, and sends what a browser would send.
struct Browser {
  let port: Int
  var cookie = ""
  private(set) var page = Answer(status: 0, headers: [:], body: [])

  init(port: Int) { self.port = port }

  private var own: [String] { cookie.isEmpty ? [] : ["Cookie: \(cookie)"] }

  @discardableResult
  mutating func open(_ target: String, _ headers: [String] = []) async throws -> Answer {
    page = try await get(port, target, own + headers)
    return page
  }

  /// Follows an answer that leads to another page.
  mutating func follow() async throws {
    while page.status == 303, let there = page.headers["location"] { try await open(there) }
  }

  /// Sends a form as `multipart/form-data`, or as text in an address has it.
  @discardableResult
  mutating func send(
    _ target: String, _ fields: [(String, String)], files: [(field: String, name: String, bytes: [UInt8])] = [], multipart: Bool = true,
    origin: String? = nil, _ headers: [String] = []
  ) async throws -> Answer {
    var body: [UInt8] = []
    var type = "application/x-www-form-urlencoded"
    if multipart {
      type = "multipart/form-data; boundary=--x7"
      for (name, value) in fields { body += "----x7\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8 }
      for (field, name, bytes) in files {
        body += "----x7\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\r\nContent-Type: text/csv\r\n\r\n".utf8 + bytes + [13, 10]
      }
      body += "----x7--\r\n".utf8
    } else {
      body = Array(fields.map { percentEncoded($0) + "=" + percentEncoded($1) }.joined(separator: "&").utf8)
    }
    let lines = [
      "POST \(target) HTTP/1.1", "Host: localhost:\(port)", "Connection: close", "Origin: \(origin ?? "http://localhost:\(port)")",
      "Sec-Fetch-Site: same-origin", "Content-Type: \(type)", "Content-Length: \(body.count)",
    ].filter { $0 != "Origin: " } + own + headers
    page = try answer(await exchange(port, Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body))
    if let set = page.headers["set-cookie"], set.hasPrefix("thidua=") {
      cookie = set.contains("Max-Age=0") ? "" : String(set.prefix { $0 != ";" })
    }
    return page
  }

  mutating func signIn(_ token: TokenText) async throws {
    try await send("/dang-nhap", [("ma", token.secret)])
    #expect(page.status == 303)
  }

  /// The value of a field of the page.
  func value(_ name: String) -> String? {
    let wanted = name.replacing(".", with: #"\."#)
    return (try? Regex("name=\"\(wanted)\"[^>]* value=\"([^\"]*)\"").firstMatch(in: page.text))?.output[1].substring.map(String.init)
  }

  /// What every filing of the page sends along.
  var hidden: [(String, String)] { ["khoa", "so", "goc"].compactMap { name in value(name).map { (name, $0) } } }
}

extension Stage {
  func token(_ role: Role, unit: String = "", name: String = "", expires: Instant? = nil) async throws -> TokenText {
    let token = TokenText.random()
    _ = try await service.issue(TokenRequest(token, role: role, unit: unit, name: name, expires: expires), from: .system)
    return token
  }
}

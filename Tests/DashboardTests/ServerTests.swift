@testable import Dashboard
import Campaign
import Logging
import Service
import Testing

@Suite(.timeLimit(.minutes(10))) struct ServerTests {
  static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

  // reliability A12: headers on every route, errors included.
  @Test func everyAnswerCarriesTheHeaders() async throws {
    try await Stage().serving { port in
      let targets = [
        ("/", 200), ("/bang-xep-hang", 200), ("/bang-xep-hang/huyen/2023-02.json", 200), ("/don-vi/kon-ray", 200), ("/muc-tieu.csv", 200),
        ("/tim?tim=x", 200), ("/x", 404), ("/bang-xep-hang/x", 404), ("/tim?a=%", 400), (Asset.style.path, 200), (Asset.script.path, 200),
        ("/" + String(repeating: "a", count: 3000), 414),
      ]
      for (target, status) in targets {
        let answer = try await get(port, target)
        #expect(answer.status == status, "\(target)")
        #expect(answer.headers["content-security-policy"] == Self.policy)
        #expect(answer.headers["x-content-type-options"] == "nosniff")
        #expect(answer.headers["x-frame-options"] == "DENY")
        #expect(answer.headers["referrer-policy"] == "same-origin")
        #expect(answer.headers["server"] == nil)
      }
    }
  }

  @Test func refusalsSayWhatIsWrongInVietnamese() async throws {
    try await Stage().serving { port in
      let lost = try await get(port, "/x")
      #expect(lost.text.contains("Không có trang này") && lost.text.contains("lang=\"vi\""))
      #expect(try await get(port, "/x?lang=en").text.contains("No such page"))
      let posted = try await get(port, "/", method: "POST", ["Content-Length: 0"])
      #expect(posted.status == 405 && posted.headers["allow"] == "GET, HEAD")
      #expect(try await get(port, "/", host: "evil.example").status == 421)
      #expect(try await get(port, "/", host: "127.0.0.1:9999").status == 200)
    }
  }

  @Test func theLanguageIsKept() async throws {
    try await Stage().serving { port in
      let switched = try await get(port, "/bang-xep-hang?lang=en")
      let cookie = try #require(switched.headers["set-cookie"])
      #expect(cookie.hasPrefix("lang=en;") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
      #expect(switched.text.contains("lang=\"en\""))
      #expect(try await get(port, "/bang-xep-hang", ["Cookie: a=b; lang=en"]).text.contains("Ranking"))
      #expect(try await get(port, "/bang-xep-hang", ["Cookie: lang=zz"]).text.contains("Bảng xếp hạng"))
    }
  }

  @Test func aPageThatIsKnownIsNotSentAgain() async throws {
    let stage = try await Stage()
    try await stage.serving { port in
      let first = try await get(port, "/bang-xep-hang/huyen/2023-02")
      let tag = try #require(first.headers["etag"])
      #expect(try await get(port, "/bang-xep-hang/huyen/2023-02", ["If-None-Match: \(tag)"]).status == 304)
      let packed = try await get(port, "/bang-xep-hang/huyen/2023-02", ["Accept-Encoding: gzip"])
      #expect(packed.headers["content-encoding"] == "gzip" && packed.body.count < first.body.count)
      #expect(try await get(port, "/bang-xep-hang/huyen/2023-02", ["Accept-Encoding: gzip;q=0"]).headers["content-encoding"] == nil)
      let head = try await get(port, "/bang-xep-hang/huyen/2023-02", method: "HEAD")
      #expect(head.status == 200 && head.body.isEmpty && head.headers["content-length"] == String(first.body.count))
    }
  }

  @Test func aFiledMonthChangesThePage() async throws {
    let stage = try await Stage()
    stage.clock.set(Instant(vietnam: "2023-03-15T09:00")!)
    try await stage.serving { port in
      let before = try await get(port, "/bang-xep-hang/huyen/2023-03")
      try await stage.file("2023-03", ["sa-thay": 100])
      let after = try await get(port, "/bang-xep-hang/huyen/2023-03", ["If-None-Match: \(before.headers["etag"] ?? "")"])
      #expect(after.status == 200 && after.body != before.body)
    }
  }

  // reliability F10: limits hold, and the connection is closed.
  @Test func aFloodOfHeadersIsRefused() async throws {
    try await Stage().serving { port in
      let many = "GET / HTTP/1.1\r\nHost: localhost\r\n" + String(repeating: "a: b\r\n", count: 100_000) + "\r\n"
      let long = "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: " + String(repeating: "a", count: 1_000_000) + "\r\n\r\n"
      let chunk = "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n"
      for text in [many, long, chunk, "\u{0}\u{1}\u{2}\r\n\r\n", "GET\r\n\r\n"] {
        let bytes = try await exchange(port, Array(text.utf8))
        // Either a refusal or nothing at all, and in both cases an end.
        let status = String(decoding: bytes.prefix(12), as: UTF8.self)
        #expect(bytes.isEmpty || ["HTTP/1.1 400", "HTTP/1.1 405", "HTTP/1.1 431"].contains(status), "\(status)")
      }
      #expect(try await get(port, "/").status == 200)
    }
  }

  @Test func beforeTheLaunchThereIsAPageThatSaysSo() async throws {
    try await Stage(filled: false).serving { port in
      let page = try await get(port, "/")
      #expect(page.status == 503 && page.text.contains("Chưa phát động phong trào nào") && page.text.contains("thidua campaign launch"))
    }
  }

  @Test func pagesAreServedOnLoopbackOnly() async throws {
    let server = PagesServer(service: try await Stage().service, address: PagesAddress(host: "0.0.0.0", port: 0), access: .signIn, logger: .init(label: "test"))
    await #expect(throws: PagesServerError.self) { try await server.run() }
  }
}

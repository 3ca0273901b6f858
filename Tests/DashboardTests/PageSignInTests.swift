@testable import Dashboard
import Campaign
import Service
import Testing

/// Signing in to the pages (reliability A12 to A14; decision 28).
@Suite(.timeLimit(.minutes(10))) struct PageSignInTests {
  @Test func withoutSigningInThereIsNothingButTheSignIn() async throws {
    try await Stage().serving(.signIn) { port in
      for target in ["/", "/bang-xep-hang", "/don-vi/kon-ray", "/muc-tieu", "/nop-bao-cao", "/tim?tim=x", "/nop", "/bien-nhan/3", "/tai-khoan", "/don-vi/none"] {
        let answer = try await get(port, target)
        #expect(answer.status == 303 && answer.headers["location"]?.hasPrefix("/dang-nhap") == true, "\(target)")
        #expect(!answer.text.contains("Kon Rẫy"))
      }
      for target in ["/bang-xep-hang.json", "/don-vi/kon-ray.csv", "/bien-nhan/3.json"] {
        let answer = try await get(port, target)
        #expect(answer.status == 403 && answer.text.contains("A-606 NOT_SIGNED_IN"), "\(target)")
      }
      #expect(try await get(port, Asset.style.path).status == 200)
      let page = try await get(port, "/dang-nhap")
      #expect(page.status == 200 && page.headers["cache-control"] == "no-store" && page.text.contains("type=\"password\""))
    }
  }

  // A13 on plain loopback; A14: a new id at every sign-in.
  @Test func aTokenOpensASessionThatTheBrowserAloneKeeps() async throws {
    let stage = try await Stage()
    let token = try await stage.token(.viewer, name: "Nguyễn A")
    try await stage.serving(.signIn) { port in
      var browser = Browser(port: port)
      browser.cookie = "thidua=" + String(repeating: "0", count: 64)
      try await browser.send("/dang-nhap", [("ma", " \(token.secret)\n"), ("tiep", "/bang-xep-hang/huyen?lang=vi")])
      #expect(browser.page.status == 303 && browser.page.headers["location"] == "/bang-xep-hang/huyen?lang=vi")
      let cookie = try #require(browser.page.headers["set-cookie"])
      #expect(cookie.wholeMatch(of: #/thidua=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict/#) != nil)
      #expect(browser.cookie != "thidua=" + String(repeating: "0", count: 64))
      let first = browser.cookie
      try await browser.open("/bang-xep-hang")
      #expect(browser.page.status == 200 && browser.page.headers["cache-control"] == "no-store" && browser.page.headers["etag"] == nil)
      #expect(browser.page.text.contains("Nguyễn A"))
      try await browser.signIn(token)
      #expect(browser.cookie != first)
      #expect(try await get(port, "/", ["Cookie: \(first)"]).status == 303)
      // The file in which a token is handed over will do as well.
      var other = Browser(port: port)
      try await other.send("/dang-nhap", [("ma", "")], files: [("tep", "a.token", Array((token.secret + "\n").utf8))])
      #expect(other.page.status == 303 && !other.cookie.isEmpty)
    }
  }

  @Test func behindAProxyWithTLSTheCookieIsBoundToTheHost() async throws {
    let stage = try await Stage()
    let token = try await stage.token(.viewer)
    var limits = PageLimits()
    limits.origin = PagesOrigin("https://thidua.example")
    // Whoever opened the server on loopback has not opened it to the world.
    try await stage.serving(.open, limits) { port in
      #expect(try await get(port, "/").status == 421)
      let start = try await get(port, "/", host: "thidua.example")
      #expect(start.status == 303 && start.headers["strict-transport-security"] == "max-age=31536000")
      let body = "ma=" + token.secret
      func signIn(_ origin: String) async throws -> Answer {
        let head = ["POST /dang-nhap HTTP/1.1", "Host: thidua.example", "Connection: close", "Origin: \(origin)", "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(body.utf8.count)"]
        return try answer(await exchange(port, Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)))
      }
      #expect(try await signIn("http://thidua.example").status == 403)
      let cookie = try #require(try await signIn("https://thidua.example").headers["set-cookie"])
      #expect(cookie.wholeMatch(of: #/__Host-thidua=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict; Secure/#) != nil)
    }
  }

  @Test func whateverIsWrongWithATokenTheAnswerIsTheSame() async throws {
    let stage = try await Stage()
    let revoked = try await stage.token(.viewer)
    _ = try await stage.service.revoke(revoked.id, from: .system)
    let expired = try await stage.token(.viewer, expires: Instant(vietnam: "2023-03-01T10:01")!)
    let known = try await stage.token(.viewer)
    stage.clock.set(Instant(vietnam: "2023-03-01T10:02")!)
    let wrong = String(known.secret.dropLast(64)) + String(repeating: "0", count: 64)
    try await stage.serving(.signIn) { port in
      var texts: Set<String> = []
      for text in ["", "x", String(repeating: "x", count: 9_000), TokenText.random().secret, wrong, revoked.secret, expired.secret] {
        var browser = Browser(port: port)
        try await browser.send("/dang-nhap", [("ma", text)])
        #expect(browser.page.status == 403 && browser.page.headers["set-cookie"] == nil)
        #expect(text.isEmpty || text == "x" || !browser.page.text.contains(text))
        texts.insert(browser.page.text)
      }
      #expect(texts.count == 1 && texts.first?.contains("A-608 WRONG_TOKEN") == true)
    }
  }

  // A6: throttled, and no permanent lock by strangers.
  @Test func afterTooManyWrongTokensTheAnswerIsKeptBackAndARightOneIsNot() async throws {
    let stage = try await Stage()
    let token = try await stage.token(.viewer)
    var limits = PageLimits()
    limits.wrongTokensBurst = 3
    limits.wrongTokensPerMinute = 0
    limits.wrongTokensWaitingMost = 0
    try await stage.serving(.signIn, limits) { port in
      var browser = Browser(port: port)
      var statuses: [Int] = []
      for _ in 0..<5 { statuses.append(try await browser.send("/dang-nhap", [("ma", "x")]).status) }
      #expect(statuses == [403, 403, 403, 429, 429])
      try await browser.signIn(token)
      #expect(try await browser.open("/").status == 200)
    }
    limits.wrongTokensWaitingMost = 1
    limits.wrongTokenDelay = .milliseconds(300)
    try await stage.serving(.signIn, limits) { port in
      var browser = Browser(port: port)
      for _ in 0..<3 { try await browser.send("/dang-nhap", [("ma", "x")]) }
      let start = ContinuousClock.now
      #expect(try await browser.send("/dang-nhap", [("ma", "x")]).status == 403)
      #expect(start.duration(to: .now) >= .milliseconds(300))
    }
  }

  @Test func aSessionEndsWithItsToken() async throws {
    let stage = try await Stage()
    let token = try await stage.token(.office)
    try await stage.serving(.signIn) { port in
      var browser = Browser(port: port)
      try await browser.signIn(token)
      #expect(try await browser.open("/").status == 200)
      _ = try await stage.service.revoke(token.id, from: .system)
      #expect(try await browser.open("/").status == 303)
    }
  }

  // A14: replay after log-out; log-out everywhere.
  @Test func whoHasSignedOutIsOut() async throws {
    let stage = try await Stage()
    let token = try await stage.token(.viewer)
    try await stage.serving(.signIn) { port in
      var (one, two, three) = (Browser(port: port), Browser(port: port), Browser(port: port))
      try await one.signIn(token)
      try await two.signIn(token)
      try await three.signIn(token)
      try await one.open("/tai-khoan")
      #expect(one.page.text.contains(token.id.description) && !one.page.text.contains(token.secret))
      let replay = one.cookie
      let key = try #require(one.value("khoa"))
      try await one.send("/dang-xuat", [("khoa", key)], multipart: false)
      #expect(one.page.status == 303 && one.page.headers["set-cookie"]?.contains("Max-Age=0") == true)
      #expect(try await get(port, "/", ["Cookie: \(replay)"]).status == 303)
      #expect(try await two.open("/tai-khoan").status == 200)
      try await two.send("/dang-xuat", [("khoa", try #require(two.value("khoa"))), ("moi-noi", "1")], multipart: false)
      #expect(try await three.open("/").status == 303)
    }
  }

  // A13: cross-site form, fetch, missing Origin, missing and foreign key.
  @Test func whatNoPageOfOursHasSentIsRefused() async throws {
    let stage = try await Stage()
    let token = try await stage.token(.viewer)
    let other = try await stage.token(.viewer)
    try await stage.serving(.signIn) { port in
      var (browser, stranger) = (Browser(port: port), Browser(port: port))
      try await browser.signIn(token)
      try await stranger.signIn(other)
      try await stranger.open("/tai-khoan")
      let foreign = try #require(stranger.value("khoa"))
      try await browser.open("/tai-khoan")
      let key = try #require(browser.value("khoa"))
      for origin in ["", "null", "http://evil.example", "https://localhost:\(port)", "http://localhost:\(port + 1)"] {
        #expect(try await browser.send("/dang-xuat", [("khoa", key)], origin: origin).status == 403, "\(origin)")
        #expect(try await browser.send("/dang-nhap", [("ma", token.secret)], origin: origin).status == 403, "\(origin)")
      }
      for site in ["cross-site", "same-site", "none"] {
        #expect(try await browser.send("/dang-xuat", [("khoa", key)], ["Sec-Fetch-Site: \(site)"]).status == 403, "\(site)")
      }
      for wrong in [nil, "", foreign, String(key.dropLast())] {
        try await browser.send("/dang-xuat", wrong.map { [("khoa", $0)] } ?? [])
        #expect(browser.page.status == 403 && browser.page.text.contains("A-607 FOREIGN_REQUEST"))
      }
      #expect(try await browser.open("/").status == 200)
    }
  }

  // A link in a message: the browser keeps a strict cookie back until a page of ours asks.
  @Test func aLinkFromElsewhereOpensThePageOnceMore() async throws {
    try await Stage().serving(.signIn) { port in
      let answer = try await get(port, "/bang-xep-hang/xa/2023-02?trang=2", ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"])
      #expect(answer.status == 200 && answer.text.contains("content=\"0; url=/bang-xep-hang/xa/2023-02?trang=2\""))
      #expect(try await get(port, "/bang-xep-hang", ["Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: navigate"]).status == 303)
    }
  }

  @Test func nobodyIsLedElsewhereAfterSigningIn() async throws {
    let stage = try await Stage()
    let token = try await stage.token(.viewer)
    try await stage.serving(.signIn) { port in
      for next in ["https://evil.example/", "//evil.example", "/\\evil.example", "/dang-xuat", "javascript:alert(1)", "/x/y/z", ""] {
        var browser = Browser(port: port)
        try await browser.send("/dang-nhap", [("ma", token.secret), ("tiep", next)])
        #expect(browser.page.headers["location"] == "/", "\(next)")
      }
    }
  }

  // Decision 20, as the wire has it.
  @Test func eachRoleSeesWhatItMay() async throws {
    let stage = try await Stage()
    let roles: [(Role, String)] = [(.unit, "kon-ray"), (.viewer, ""), (.office, ""), (.admin, "")]
    var tokens: [Role: TokenText] = [:]
    for (role, unit) in roles { tokens[role] = try await stage.token(role, unit: unit) }
    let own = try await stage.service.snapshot().state.inForce("kon-ray", Period("2023-02", kind: .legalMonth)!)!.receipt.position
    let expected: [(String, [Role: Int])] = [
      ("/bang-xep-hang", [.unit: 200, .viewer: 200, .office: 200, .admin: 200]),
      ("/muc-tieu", [.unit: 200, .viewer: 200, .office: 200, .admin: 200]),
      ("/nop-bao-cao", [.unit: 200, .viewer: 200, .office: 200, .admin: 200]),
      ("/don-vi/kon-ray", [.unit: 200, .viewer: 200, .office: 200, .admin: 403]),
      ("/don-vi/dak-to", [.unit: 403, .viewer: 200, .office: 200, .admin: 403]),
      ("/don-vi/dak-to.json", [.unit: 403, .viewer: 200, .office: 200, .admin: 403]),
      ("/nop/kon-ray", [.unit: 200, .viewer: 403, .office: 403, .admin: 403]),
      ("/nop/dak-to", [.unit: 403, .viewer: 403, .office: 403, .admin: 403]),
      ("/bien-nhan/\(own)", [.unit: 200, .viewer: 200, .office: 200, .admin: 404]),
      ("/bien-nhan/3", [.unit: 404, .viewer: 200, .office: 200, .admin: 404]),
      ("/bien-nhan/2", [.unit: 404, .viewer: 404, .office: 404, .admin: 404]),
    ]
    let all = tokens
    try await stage.serving(.signIn) { port in
      for (role, token) in all {
        var browser = Browser(port: port)
        try await browser.signIn(token)
        for (target, status) in expected { #expect(try await browser.open(target).status == status[role], "\(role) \(target)") }
      }
      // A unit's board names the others, and leads to no page that it may not see.
      var browser = Browser(port: port)
      try await browser.signIn(all[.unit]!)
      try await browser.open("/bang-xep-hang/huyen/2023-02")
      #expect(browser.page.text.contains("Đắk Tô") && !browser.page.text.contains("/don-vi/dak-to") && browser.page.text.contains("/don-vi/kon-ray"))
    }
  }

  @Test func whereNobodySignsInThePageSaysSo() async throws {
    try await Stage().serving { port in
      let start = try await get(port, "/")
      #expect(start.text.contains("Trình diễn: không cần đăng nhập"))
      #expect(try await get(port, "/dang-nhap").status == 303)
      #expect(try await get(port, "/tai-khoan").status == 303)
    }
  }

  @Test func bodiesHaveALimit() async throws {
    let stage = try await Stage()
    try await stage.serving(.signIn) { port in
      var browser = Browser(port: port)
      #expect(try await browser.send("/dang-nhap", [("ma", String(repeating: "x", count: 300_000))]).status == 413)
      let chunked = "POST /dang-nhap HTTP/1.1\r\nHost: localhost:\(port)\r\nOrigin: http://localhost:\(port)\r\nTransfer-Encoding: chunked\r\n\r\n"
        + String(repeating: "2000\r\n" + String(repeating: "x", count: 0x2000) + "\r\n", count: 40)
      #expect(try answer(await exchange(port, Array(chunked.utf8))).status == 413)
      let broken = try await browser.send("/dang-nhap", [("ma", "x")], ["Content-Type: text/plain"])
      #expect(broken.status == 400 || broken.status == 403)
    }
    var limits = PageLimits()
    limits.bodySeconds = 1
    try await stage.serving(.signIn, limits) { port in
      let slow = "POST /dang-nhap HTTP/1.1\r\nHost: localhost:\(port)\r\nOrigin: http://localhost:\(port)\r\nContent-Length: 100\r\n\r\nma="
      let late = try answer(await exchange(port, Array(slow.utf8)))
      #expect(late.status == 408)
    }
  }
}

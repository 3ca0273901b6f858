@testable import Dashboard
import Campaign
import Service
import Testing

/// Filing from the browser (issue: "types or drops a CSV, sees every error beside its field before sending, and gets the same
/// receipt as from the client").
@Suite(.timeLimit(.minutes(10))) struct PageFormTests {
  private static let march = "/nop/kon-ray/2023-03"

  /// March is open; the unit's officer is signed in.
  private func officer(_ unit: String = "kon-ray", _ body: @escaping @Sendable (Stage, Browser) async throws -> Void) async throws {
    let stage = try await Stage()
    stage.clock.set(Instant(vietnam: "2023-03-15T09:00")!)
    let token = try await stage.token(.unit, unit: unit)
    try await stage.serving(.signIn) { port in
      var browser = Browser(port: port)
      try await browser.signIn(token)
      try await body(stage, browser)
    }
  }

  private func figures(_ asked: String, _ answered: String) -> [(String, String)] { [("s.asked", asked), ("s.answered", answered)] }

  @Test func aMonthIsFiledWithAnErrorAndThenWithout() async throws {
    try await officer { stage, browser in
      var browser = browser
      try await browser.follow()
      #expect(browser.page.text.contains("Huyện Kon Rẫy") && browser.value("goc") == "0" && browser.value("s.asked") == "")
      // Which days the figures are of, and what is demanded of them, is said before anything is wrong.
      #expect(browser.page.text.contains("Số liệu từ 15/02/2023 đến hết 14/03/2023.") && browser.page.text.contains("không quá: asked</small>"))
      #expect(browser.page.text.contains("<b>trong kỳ</b>"))
      let before = await stage.service.state.position
      try await browser.send(Self.march, browser.hidden + figures("1.234", "-1") + [("buoc", "kiem")])
      #expect(browser.page.status == 422)
      #expect(browser.page.text.contains("id=\"loi-asked\"") && browser.page.text.contains("S-213 THOUSANDS_SEPARATOR"))
      #expect(browser.page.text.contains("id=\"loi-answered\"") && browser.page.text.contains("S-211 NEGATIVE"))
      // What was typed is still there.
      #expect(browser.value("s.asked") == "1.234" && browser.value("s.answered") == "-1")
      try await browser.send(Self.march, browser.hidden + figures("10", "11") + [("buoc", "kiem")])
      #expect(browser.page.status == 422 && browser.page.text.contains("S-214 PART_EXCEEDS_WHOLE"))
      try await browser.send(Self.march, browser.hidden + figures(" 1234 ", "1200") + [("buoc", "kiem")])
      #expect(browser.page.status == 200 && browser.page.text.contains("1.234") && browser.page.text.contains("Nộp lần đầu"))
      #expect(await stage.service.state.position == before)
      try await browser.send(Self.march, browser.hidden + figures("1234", "1200") + [("buoc", "nop")], multipart: false)
      #expect(browser.page.status == 303 && browser.page.headers["location"] == "/bien-nhan/\(before + 1)")
      try await browser.follow()
      let receipt = try #require(await stage.service.state.inForce("kon-ray", Period("2023-03", kind: .legalMonth)!)?.receipt)
      for fact in [hexText(receipt.entryHash), hexText(receipt.contentKey), hexText(receipt.rulebookDigest), receipt.recordedAt.vietnameseText, "đúng hạn", "1.200"] {
        #expect(browser.page.text.contains(fact), "\(fact)")
      }
      #expect(try await browser.open("/bien-nhan/\(before + 1).csv").text.contains("kon-ray,2023-03,month,1,,\(before + 1),"))
      #expect(try await browser.open("/bien-nhan/\(before + 1).json").text.contains(hexText(receipt.entryHash)))
      #expect(try await browser.open("/nop-bao-cao/2023-03.csv").text.contains("2023-03,huyen,kon-ray,Huyện Kon Rẫy,,on-time"))
    }
  }

  // The same codes and words as the client gives for a file.
  @Test(arguments: [
    ("", "S-208"), ("1,5", "S-212"), ("1,234", "S-213"), ("1 234", "S-213"), ("-3", "S-211"), ("x", "S-209"), ("1e3", "S-209"),
    ("1000000000000001", "S-217"), ("９", "S-209"), ("<script>", "S-209"),
  ])
  func everyFieldIsCheckedInTheClientsWords(typed: String, code: String) async throws {
    let problem = #expect(throws: Campaign.Problem.self) { try SubmissionFile.integer(typed, at: "asked") }
    let expected = try #require(problem)
    #expect(expected.code.number == code)
    try await officer { _, browser in
      var browser = browser
      try await browser.open(Self.march)
      try await browser.send(Self.march, browser.hidden + figures(typed, "1") + [("buoc", "nop")])
      #expect(browser.page.status == 422 && browser.page.text.contains("\(code) \(expected.code.name)"))
      let shown: HTML = "\(expected.vi)"
      #expect(browser.page.text.contains(String(decoding: shown.bytes, as: UTF8.self)) && !browser.page.text.contains("<script>"))
    }
  }

  @Test func anUnknownFieldIsSaidAndNotPassedOver() async throws {
    try await officer { stage, browser in
      var browser = browser
      try await browser.open(Self.march)
      let before = await stage.service.state.position
      try await browser.send(Self.march, browser.hidden + figures("1", "1") + [("s.other", "1"), ("buoc", "nop")])
      #expect(browser.page.status == 422 && browser.page.text.contains("S-206 UNKNOWN_COUNTER"))
      #expect(try await browser.send(Self.march, browser.hidden + figures("1", "1") + [("s.asked", "2"), ("buoc", "nop")]).status == 400)
      #expect(await stage.service.state.position == before)
    }
  }

  // A double click, a reload, a lost answer: the same receipt, one entry.
  @Test func theSameFormIsFiledOnce() async throws {
    try await officer { stage, browser in
      var browser = browser
      try await browser.open(Self.march)
      let form = browser.hidden + figures("10", "9") + [("buoc", "nop")]
      let before = await stage.service.state.position
      let (one, two) = (browser, browser)
      async let first = one.sent(form)
      async let second = two.sent(form)
      let places = try await [first, second].map { $0.headers["location"] }
      #expect(places == ["/bien-nhan/\(before + 1)", "/bien-nhan/\(before + 1)"])
      // Much later, when the month is closed and corrected.
      try await browser.open(Self.march)
      try await browser.send(Self.march, browser.hidden + figures("10", "8") + [("buoc", "nop")])
      #expect(browser.page.headers["location"] == "/bien-nhan/\(before + 2)")
      stage.clock.set(Instant(vietnam: "2023-03-15T09:20")!)
      #expect(try await browser.send(Self.march, form).headers["location"] == "/bien-nhan/\(before + 1)")
      #expect(await stage.service.state.position == before + 2)
    }
  }

  @Test func twoTabsThatFileOneMonthAreShownBothValues() async throws {
    try await officer { stage, browser in
      var (one, two) = (browser, browser)
      try await one.open(Self.march)
      try await two.open(Self.march)
      try await one.send(Self.march, one.hidden + figures("100", "90") + [("buoc", "nop")])
      #expect(one.page.status == 303)
      let before = await stage.service.state.position
      try await two.send(Self.march, two.hidden + figures("100", "95") + [("buoc", "nop")])
      #expect(two.page.status == 409 && two.page.text.contains("S-210 ALREADY_EXISTS"))
      #expect(two.page.text.contains("<b>95</b>") && two.page.text.contains(">90</td>") && !two.page.text.contains("<b>100</b>"))
      #expect(await stage.service.state.position == before)
      #expect(two.value("goc") == "1")
      // The check says so too, before anything is sent.
      var three = browser
      try await three.send(Self.march, two.hidden.map { $0.0 == "goc" ? ("goc", "0") : $0 } + figures("100", "95") + [("buoc", "kiem")])
      #expect(three.page.status == 409)
      try await two.send(Self.march, two.hidden + figures("100", "95") + [("buoc", "kiem")], multipart: false)
      #expect(two.page.text.contains("Thay lần nộp 1"))
      try await two.send(Self.march, two.hidden + figures("100", "95") + [("buoc", "nop")], multipart: false)
      try await two.follow()
      #expect(two.page.text.contains("thay lần 1"))
      // A correction on the revision that has been replaced.
      try await one.send(Self.march, two.hidden.map { $0.0 == "khoa" ? $0 : $0.0 == "goc" ? ("goc", "1") : ("so", String(repeating: "a", count: 32)) } + figures("100", "80") + [("buoc", "nop")])
      #expect(one.page.status == 400 || one.page.status == 403)
      try await one.open(Self.march)
      #expect(one.value("goc") == "2" && one.value("s.answered") == "95")
      let stale = one.hidden.map { $0.0 == "goc" ? ("goc", "1") : $0 }
      try await one.send(Self.march, stale + figures("100", "80") + [("buoc", "nop")])
      #expect(one.page.status == 409 && one.page.text.contains("S-218 REVISION_CONFLICT"))
    }
  }

  // Back in the browser, other figures, sent again under the form's old number.
  @Test func aFormThatWasFiledAndChangedIsAConflict() async throws {
    try await officer { _, browser in
      var browser = browser
      try await browser.open(Self.march)
      let hidden = browser.hidden
      try await browser.send(Self.march, hidden + figures("10", "9") + [("buoc", "nop")])
      try await browser.send(Self.march, hidden + figures("10", "8") + [("buoc", "nop")])
      #expect(browser.page.status == 409 && browser.value("so") != hidden.first { $0.0 == "so" }?.1)
    }
  }

  @Test func aDroppedFileFillsTheForm() async throws {
    try await officer { stage, browser in
      var browser = browser
      try await browser.open(Self.march)
      func drop(_ text: String, name: String = "thang-3.csv") async throws {
        try await browser.send(Self.march, browser.hidden + figures("5", "4") + [("buoc", "tep")], files: [("tep", name, Array(text.utf8))])
      }
      try await drop("unit,period,counter,value\nkon-ray,2023-03,asked,77\nkon-ray,2023-03,answered,\ndak-to,2023-03,asked,1\n")
      #expect(browser.page.status == 200 && browser.value("s.asked") == "77" && browser.value("s.answered") == "4")
      #expect(browser.page.text.contains("Đã đọc 1 số liệu") && browser.page.text.contains("không dùng đến"))
      let cases = [
        ("", "S-201"), ("a,b\n1,2\n", "S-202"), ("unit,period,counter,value\nkon-ray,2023-03,asked,1.5\n", "S-212"),
        ("unit,period,counter,value\ndak-to,2023-03,asked,1\n", "S-245"), ("unit,period,counter,value\nkon-ray,2023-02,asked,1\n", "S-245"),
        ("unit,period,counter,value\nkon-ray,2023-03,askd,1\n", "S-206"), ("unit,period,counter,value\nkon-ray,2023-03,asked,1\nkon-ray,2023-03,asked,2\n", "S-216"),
        ("PK\u{3}\u{4}", "S-233"),
      ]
      for (text, code) in cases {
        try await drop(text, name: "<script>alert(1)</script>.csv")
        #expect(browser.page.status == 422 && browser.page.text.contains(code), "\(code): \(text)")
        #expect(browser.value("s.answered") == "4" && !browser.page.text.contains("<script>alert"))
      }
      #expect(await stage.service.state.inForce("kon-ray", Period("2023-03", kind: .legalMonth)!) == nil)
    }
  }

  @Test func theDownloadedFormCanBeDropped() async throws {
    try await officer { _, browser in
      var browser = browser
      try await browser.open(Self.march + ".csv")
      let filled = browser.page.text.replacing("asked,\n", with: "asked,10\n").replacing("answered,\n", with: "answered,9\n")
      #expect(filled.contains("# Huyện Kon Rẫy (kon-ray)"))
      try await browser.open(Self.march)
      try await browser.send(Self.march, browser.hidden + [("buoc", "tep")], files: [("tep", "mau.csv", Array(filled.utf8))])
      #expect(browser.value("s.asked") == "10" && browser.value("s.answered") == "9")
    }
  }

  // A server that was restarted under an open form knows nobody: what was typed is kept until he has signed in again.
  @Test func whatWasTypedSurvivesTheEndOfASession() async throws {
    let stage = try await Stage()
    stage.clock.set(Instant(vietnam: "2023-03-15T09:00")!)
    let token = try await stage.token(.unit, unit: "kon-ray")
    let other = try await stage.token(.unit, unit: "dak-to")
    try await stage.serving(.signIn) { port in
      var browser = Browser(port: port)
      try await browser.signIn(token)
      try await browser.open(Self.march)
      let before = await stage.service.state.position
      let form = browser.hidden + figures("10", "<9>")
      browser.cookie = "thidua=" + String(repeating: "1", count: 64)
      try await browser.send(Self.march, form + [("buoc", "nop")])
      #expect(browser.page.status == 403 && browser.page.text.contains("A-606 NOT_SIGNED_IN") && browser.value("tiep") == Self.march)
      #expect(browser.value("s.answered") == "&lt;9&gt;" && browser.value("s.asked") == "10" && browser.value("khoa") == nil)
      let kept = form.filter { $0.0 != "khoa" } + [("tiep", Self.march)]
      // A slip in the token loses nothing either.
      try await browser.send("/dang-nhap", kept + [("ma", "x")])
      #expect(browser.value("s.asked") == "10")
      var stranger = browser
      try await stranger.send("/dang-nhap", kept + [("ma", other.secret)])
      #expect(stranger.page.status == 403)
      try await browser.send("/dang-nhap", kept + [("ma", token.secret)])
      #expect(browser.page.status == 200 && browser.page.text.contains("vẫn còn đây") && browser.value("s.answered") == "&lt;9&gt;")
      #expect(await stage.service.state.position == before)
      try await browser.send(Self.march, browser.hidden + figures("10", "9") + [("buoc", "nop")])
      #expect(browser.page.status == 303)
    }
  }

  @Test func aPeriodThatIsNotOpenCannotBeFiled() async throws {
    try await officer { stage, browser in
      var browser = browser
      #expect(try await browser.open("/nop/kon-ray/2023-02").text.contains("Kỳ này đã đóng"))
      #expect(try await browser.open("/nop/kon-ray/2023-04").text.contains("Kỳ này chưa mở"))
      #expect(try await browser.open("/nop/kon-ray/2030-01").status == 404)
      #expect(try await browser.open("/nop/none/2023-03").status == 403)
      try await browser.open(Self.march)
      let form = browser.hidden + figures("10", "9") + [("buoc", "nop")]
      stage.clock.set(Instant(vietnam: "2023-03-15T09:29")!)
      let before = await stage.service.state.position
      try await browser.send("/nop/kon-ray/2023-04", form)
      #expect(browser.page.status == 422 && browser.page.text.contains("R-302 PERIOD_NOT_OPEN"))
      try await browser.send("/nop/kon-ray/2023-01", form)
      #expect(await stage.service.state.position == before)
    }
  }

  @Test func nobodyFilesForAnother() async throws {
    try await officer { stage, browser in
      var browser = browser
      try await browser.open(Self.march)
      let before = await stage.service.state.position
      try await browser.send("/nop/dak-to/2023-03", browser.hidden + figures("10", "9") + [("buoc", "nop")])
      #expect(browser.page.status == 403 && browser.page.text.contains("A-602 OTHER_UNIT"))
      try await browser.send(Self.march, [("khoa", "x")] + figures("10", "9") + [("buoc", "nop")])
      #expect(browser.page.status == 403)
      for (name, value) in [("so", "zz"), ("so", String(repeating: "Z", count: 32)), ("goc", "-1"), ("goc", "99999999999"), ("buoc", "x")] {
        try await browser.open(Self.march)
        #expect(try await browser.send(Self.march, browser.hidden + figures("1", "1") + [(name, value)]).status == 400, "\(name) \(value)")
      }
      #expect(await stage.service.state.position == before)
    }
  }

  @Test func onADemonstrationAnybodyFilesForAnybody() async throws {
    let stage = try await Stage()
    stage.clock.set(Instant(vietnam: "2023-03-15T09:00")!)
    try await stage.serving { port in
      var browser = Browser(port: port)
      #expect(try await browser.open("/nop").text.contains("/nop/xa-2"))
      try await browser.open("/nop/xa-2")
      try await browser.follow()
      try await browser.send("/nop/xa-2/2023-03", browser.hidden + figures("10", "9") + [("buoc", "nop")])
      #expect(browser.page.status == 303)
      // From another site it is refused here, too.
      try await browser.open("/nop/xa-2/2023-03")
      #expect(try await browser.send("/nop/xa-2/2023-03", browser.hidden + figures("10", "8") + [("buoc", "nop")], origin: "http://evil.example").status == 403)
    }
  }
}

extension Browser {
  fileprivate func sent(_ form: [(String, String)]) async throws -> Answer {
    var copy = self
    return try await copy.send("/nop/kon-ray/2023-03", form)
  }
}

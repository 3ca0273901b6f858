@testable import Dashboard
import Campaign
import Service
import Testing

@Suite struct BoardTests {
  @Test func aTieIsPrintedWithItsSignAndTheThirdIsThird() async throws {
    let page = try await Stage().text("/bang-xep-hang/huyen/2023-01")
    #expect(page.matches(of: #/<b>=1<\/b>/#).count == 2)
    #expect(page.contains("<b>3</b>"))
    #expect(page.contains("90,00"))
  }

  @Test func aUnitWithoutPlaceSaysWhy() async throws {
    let stage = try await Stage()
    let page = try await stage.text("/bang-xep-hang/xa/2023-01")
    #expect(page.contains("Chưa xếp hạng"))
    #expect(page.contains("chưa nộp báo cáo"))
    #expect(try await stage.text("/bang-xep-hang/xa/2023-01", .en).contains("nothing was submitted"))
  }

  // Feb: dak-to 92.5, kon-ray 85, sa-thay 74.5.
  @Test func movementStandsInWordsAndArrows() async throws {
    let page = try await Stage().text("/bang-xep-hang/huyen/2023-02")
    #expect(page.contains("▼</i><span class=\"vh\">giảm </span>1"))
    #expect(page.contains("Giảm nhiều nhất"))
    #expect(page.contains("giảm 1 bậc, 1 → 2"))
  }

  // A month that half of the block has filed would have everybody rise.
  @Test func whileUnitsAreAwaitedNobodyIsSaidToHaveRisen() async throws {
    let stage = try await Stage()
    stage.clock.set(Instant(vietnam: "2023-03-15T09:00")!)
    try await stage.file("2023-03", ["sa-thay": 100])
    let board = "/bang-xep-hang/huyen/2023-03"
    for path in [board, board + "?hoi-truong", "/tom-tat/2023-03", "/don-vi/sa-thay/2023-03"] {
      let page = try await stage.text(path)
      #expect(page.contains("chờ đủ báo cáo"), "\(path)")
      #expect(!page.contains("tăng 2 bậc"), "\(path)")
      #expect(try await stage.text(path, .en).contains("waiting for all filings"), "\(path)")
    }
    let page = try await stage.text(board)
    #expect(page.contains("<dt>Tạm dẫn đầu</dt>") && page.contains("<dt>Tăng nhiều nhất so tháng trước</dt>") && page.contains("còn chờ 2 đơn vị"))
    let row = try #require(try await stage.text(board + ".csv").split(separator: "\n").first { $0.contains(",sa-thay,") })
    let cells = row.split(separator: ",", omittingEmptySubsequences: false)
    #expect(cells[2] == "1" && cells[10] == "" && cells[11] == "")
    #expect(try await !stage.text(board + ".json").contains(#/"moved_(previous|last_year)": -?[0-9]/#))
    // Lines over the months rise and fall no more than the board does.
    let course = try await stage.text("/dien-bien/huyen/2023-03")
    #expect(!course.contains("▲") && course.contains("đến tháng 2/2023") && course.contains("Tháng 3/2023 chưa có trong hình: còn chờ 2 đơn vị."))
    #expect(course.contains("1 Huyện Đắk Tô</text>") && !course.contains(">3/2023</text>"))
    #expect(page.contains(#/aria-label="Hạng 5 kỳ gần nhất: –, –, 3, 3, – \(chờ đủ báo cáo\)"/#))
    let unit = try await stage.text("/don-vi/sa-thay/2023-03")
    #expect(unit.matches(of: #/<circle[^>]*><title>Tháng/#).count == 2 && !unit.contains("class=\"last\""))
    // The last one has filed.
    try await stage.file("2023-03", ["dak-to": 90, "kon-ray": 90])
    let complete = try await stage.text(board)
    #expect(!complete.contains("chờ đủ báo cáo") && complete.contains("<dt>Dẫn đầu</dt>"))
    #expect(try await stage.text(board + ".json").contains(#/"moved_previous": -?[0-9]/#))
  }

  // A medal among those who happen to have filed is a result that nobody has; who may still file has done nothing wrong.
  @Test func whileUnitsAreAwaitedNobodyHasAMedal() async throws {
    let stage = try await Stage()
    #expect(try await stage.text("/bang-xep-hang/huyen/2023-02").contains("place p1"))
    stage.clock.set(Instant(vietnam: "2023-03-15T09:00")!)
    try await stage.file("2023-03", ["sa-thay": 100])
    for path in ["/bang-xep-hang/huyen/2023-03", "/bang-xep-hang/huyen/2023-03?hoi-truong", "/tom-tat/2023-03"] {
      #expect(try await !stage.text(path).contains(#/class="(?:n )?(?:place )?p1"/#), "\(path)")
    }
    #expect(try await stage.text("/bang-xep-hang/huyen/2023-03").contains("<tbody class=\"without wait\""))
    #expect(try await stage.text("/bang-xep-hang/xa/2023-02").contains("<tbody class=\"without\""))
  }

  @Test func theLegendExplainsWhatIsThereAndNothingElse() async throws {
    let stage = try await Stage()
    let (tied, other) = (try await stage.text("/bang-xep-hang/huyen/2023-01"), try await stage.text("/bang-xep-hang/huyen/2023-02"))
    #expect(tied.contains("“=3”: đồng hạng 3.") && !other.contains("“=3”"))
    #expect(!tied.contains("“thiếu 1/12 kỳ”"))
    let missing = try await stage.text("/bang-xep-hang/xa/2023-02")
    #expect(missing.contains("“thiếu 1/12 kỳ”") && missing.contains("thiếu 2/2 kỳ<"))
    #expect(other.contains("Tháng 2/2023: từ 15/01/2023 đến 14/02/2023, chốt khi hết ngày 23/02/2023."))
    #expect(other.contains("Xếp loại: Tốt từ 80, Yếu từ 0 điểm.") && !other.contains("“…”"))
    stage.clock.set(Instant(vietnam: "2023-03-15T09:00")!)
    let open = try await stage.text("/bang-xep-hang/huyen/2023-03", .en)
    #expect(open.contains("provisional; due by the end of 16/03/2023, late filings are accepted until the end of 2") && open.contains("“…”: compared once"))
  }

  // Before the year is over nothing of a year is missed for good.
  @Test func whatAYearDecidesIsNotSaidBeforeItsEnd() async throws {
    let stage = try await Stage()
    let view = PageView(snapshot: try await stage.service.snapshot(), words: Words(.vi), address: Address(.search))
    let text = { (outcome: Outcome, isEarly: Bool) in String(decoding: view.outcome(Verdict(outcome), isEarly: isEarly).bytes, as: UTF8.self) }
    #expect(text(.notMet, true).contains("Chưa đạt") && text(.notMet, true).contains("out not early") && text(.met, true).contains("Đang đạt"))
    #expect(text(.notMet, false).contains("Không đạt") && !text(.notMet, false).contains("early"))
    for outcome in Outcome.allCases where outcome != .met && outcome != .notMet { #expect(text(outcome, true) == text(outcome, false)) }
    let (month, year) = (try view.period("2023-02").last, try #require(Period(kind: .legalMonth, year: 2022)))
    #expect(view.isEarly(month) && !view.isEarly(year))
  }

  // Issue 6: "a month without figures". It has closed, and nobody filed.
  @Test func aMonthThatNobodyFiledHasNeitherPlacesNorZeros() async throws {
    let stage = try await Stage()
    let month = "2022-11"
    for path in ["/bang-xep-hang/tat-ca/", "/bang-xep-hang/huyen/", "/tom-tat/", "/don-vi/dak-to/", "/nop-bao-cao/", "/ban-do-nhiet/huyen/", "/dien-bien/huyen/", "/phan-bo/huyen/"] {
      for language in [Language.vi, .en] {
        let page = try await stage.text(path + month, language)
        #expect(page.contains("</html>") && !page.contains(#/\b0[,.]00\b/#) && !page.contains("<b>1</b>") && !page.contains("<b>=1</b>"), "\(path)")
      }
    }
    let json = try await stage.text("/bang-xep-hang/huyen/\(month).json")
    #expect(json.matches(of: #/"place": null/#).count == 3 && json.matches(of: #/"points": null/#).count == 3)
    #expect(try await stage.text("/bang-xep-hang/huyen/\(month)").contains("chưa nộp báo cáo"))
    #expect(try await stage.text("/nop-bao-cao/\(month)").contains("Xã Măng Bút"))
  }

  // Whoever sees only the board knows whose figures it lacks.
  @Test func aBoardSaysWhoHasNotFiledAndThatNobodyIsUnranked() async throws {
    let stage = try await Stage()
    let closed = try await stage.text("/bang-xep-hang/huyen/2023-02")
    #expect(closed.contains("<dt>Chưa nộp tháng 2/2023</dt><dd>không có"))
    #expect(closed.contains("<dt>Chưa xếp hạng</dt><dd>không có <em>3/3</em>"))
    stage.clock.set(Instant(vietnam: "2023-03-15T09:00")!)
    try await stage.file("2023-03", ["sa-thay": 100])
    let open = try await stage.text("/bang-xep-hang/huyen/2023-03")
    #expect(open.contains("<dt>Chưa nộp tháng 3/2023, chưa xếp hạng</dt><dd><a href=\"/nop-bao-cao/2023-03#chua-huyen\">2 đơn vị</a> <em>còn hạn đến hết ngày 16/03/2023"))
    #expect(!open.contains("<dt>Chưa xếp hạng</dt>"))
    #expect(open.contains("href=\"/don-vi/dak-to/2023-03\""))
    #expect(try await stage.text("/bang-xep-hang/huyen/2023-03", .en).contains("Not filed, month 3/2023"))
  }

  // The first page of a board says it; whoever turns over or searches has read it.
  @Test func whatIsNotMetStandsOnTheFirstPageFromThePublicationOn() async throws {
    let stage = try await Stage()
    let path = "/bang-xep-hang/huyen/2023-02"
    #expect(!(try await stage.text(path).contains("năm 2023 không đạt")))
    let fact = IndexFact(year: 2023, score: .value(ExactDecimal("59")!, .published), rank: .unknown, of: nil, publishedOn: nil, source: "test")
    _ = try await stage.service.publish("PCI", fact, from: .system)
    #expect(try await stage.text(path).contains("2 mục tiêu của phong trào năm 2023 không đạt</b> (theo số liệu đến nay)"))
    #expect(try await stage.text(path).contains("Chỉ số PCI: yêu cầu tốt hơn năm 2022</a> <small>2 mục: up, up-2</small>"))
    #expect(try await stage.text(path + "?trang=1").contains("class=\"missed\""))
    for more in ["?trang=2", "?tim=dak"] {
      #expect(!(try await stage.text(path + more).contains("class=\"missed\"")), "\(more)")
    }
  }

  @Test func aNameIsTextAndNothingElse() async throws {
    for path in ["/bang-xep-hang", "/don-vi/xa-1", "/nop-bao-cao/2023-02", "/", "/tim?tim=script", "/don-vi/xa-1/2023-01"] {
      let page = try await Stage().text(path)
      #expect(!page.contains("<script>alert"), "\(path)")
      #expect(page.contains("&lt;script&gt;alert(1)"), "\(path)")
    }
  }

  @Test func whatWasSearchedNeedsNoMarks() async throws {
    let stage = try await Stage()
    let board = try await stage.text("/bang-xep-hang/tat-ca/2023-02?tim=dak+to")
    // The district, and the commune that belongs to it.
    #expect(board.contains("id=\"dak-to\"") && board.contains("id=\"xa-1\"") && !board.contains("id=\"kon-ray\""))
    let found = try await stage.text("/tim?tim=mang+but")
    #expect(found.contains("Xã Măng Bút") && found.contains("1 đơn vị"))
  }

  // The same numbers in every form.
  @Test func pageCSVAndJSONAgree() async throws {
    let stage = try await Stage()
    let page = try await stage.text("/bang-xep-hang/huyen/2023-02")
    let csv = try await stage.text("/bang-xep-hang/huyen/2023-02.csv")
    let json = try await stage.text("/bang-xep-hang/huyen/2023-02.json")
    let lines = csv.split(separator: "\n").dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(lines.map { $0[3] } == ["dak-to", "kon-ray", "sa-thay"])
    for line in lines {
      let (place, unit, points) = (String(line[2]), String(line[3]), String(line[5]))
      #expect(json.contains("\"place\": \(place),\n          \"tied\": false,\n          \"unit\": \"\(unit)\""))
      #expect(json.contains("\"points\": \(points)"))
      let row = try #require(page.split(separator: "<tr id=\"\(unit)\">").last?.split(separator: "</tr>").first)
      #expect(row.contains("<b>\(place)</b>") && row.contains(">\(points.replacing(".", with: ","))<"))
    }
    #expect(csv.contains(",'=1+1,"))
  }

  @Test(arguments: [("2023-Q1", "lũy kế đến"), ("2023", "lũy kế đến"), ("2022-Q4", "Quý 4/2022")])
  func aLongerPeriodHasThePlacesOfItsLast(period: String, words: String) async throws {
    let page = try await Stage().text("/bang-xep-hang/huyen/\(period)")
    #expect(page.contains(words))
  }

  @Test func everyPageSaysWhatItIsComputedFrom() async throws {
    let stage = try await Stage()
    let position = await stage.service.state.position
    for path in ["/", "/bang-xep-hang", "/don-vi/kon-ray", "/muc-tieu", "/nop-bao-cao", "/tim"] {
      let page = try await stage.text(path)
      #expect(page.contains("mục \(position)") && page.contains("Bộ quy tắc") && page.contains("10:00 01/03/2023"), "\(path)")
      #expect(page.contains("DỮ LIỆU TRÌNH DIỄN"), "\(path)")
    }
    #expect(try await stage.text("/bang-xep-hang/huyen/2023-02").contains("Đã chốt"))
    stage.clock.set(Instant(vietnam: "2023-03-15T10:00")!)
    #expect(try await stage.text("/bang-xep-hang/huyen/2023-03").contains("Tạm tính"))
  }

  @Test(arguments: ["/bang-xep-hang/x", "/bang-xep-hang/huyen/2024-01", "/bang-xep-hang/huyen/abc", "/don-vi/x", "/don-vi/dak-to/2022-01", "/muc-tieu/9999", "/nop-bao-cao/x", "/don-vi/dak-to?so-voi=x"])
  func whatDoesNotExistIsAProblemAndNoTrap(path: String) async throws {
    let stage = try await Stage()
    let problem = await #expect(throws: PageProblem.self) { try await stage.text(path) }
    #expect(problem?.kind == .notFound)
  }
}

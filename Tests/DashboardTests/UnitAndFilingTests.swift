@testable import Dashboard
import Campaign
import Service
import Testing

@Suite struct UnitAndFilingTests {
  @Test func aUnitsPageLeadsDownToItsFigures() async throws {
    let page = try await Stage().text("/don-vi/kon-ray/2023-02")
    #expect(page.contains("85,00%") && page.contains("170/200"))
    #expect(page.contains("trễ 1 ngày làm việc"))
    #expect(page.contains("<td class=\"code\">answered</td><th scope=\"row\">answered</th><td class=\"n\">80</td>"))
    #expect(page.contains("Điểm công bố: 100 × 85,0000 ÷ 100 = 85,00"))
  }

  // January: 90, 90, 50; February: 92.5, 85, 74.5.
  @Test func theBlocksBestAndMedianStandBesideAUnitsPoints() async throws {
    let stage = try await Stage()
    let january = try await stage.text("/don-vi/sa-thay/2023-01.json")
    #expect(january.contains("\"block_median\": 90,") && january.contains("\"block_best\": 90,"))
    let february = try await stage.text("/don-vi/sa-thay/2023-02.json")
    #expect(february.contains("\"block_median\": 85,") && february.contains("\"block_best\": 92.5,") && february.contains("\"gain\": 24.5"))
    // On a phone, where the column with the picture is not, they stand below the criterion's name.
    let page = try await stage.text("/don-vi/sa-thay/2023-02")
    #expect(page.contains("<small class=\"narrow\">Khối: trung vị 85,00, cao nhất 92,50</small>") && page.contains(">85,00 · 92,50</span>"))
    // Of two units the median lies halfway.
    #expect(try await stage.text("/don-vi/xa-1/2023-01.json").contains("\"block_median\": 70"))
  }

  @Test func pointsAreComparedWithThePeriodThatIsChosen() async throws {
    let stage = try await Stage()
    stage.clock.set(Instant(vietnam: "2023-03-15T09:00")!)
    try await stage.file("2023-03", ["sa-thay": 100])
    let page = try await stage.text("/don-vi/sa-thay/2023-03.csv?so-voi=2023-01")
    #expect(page.contains(",2023-01,33.0000"))
    #expect(try await stage.text("/don-vi/sa-thay/2023-03.csv").contains(",2023-02,8.5000"))
  }

  @Test func whoHasNotFiledIsOnTheList() async throws {
    let stage = try await Stage()
    let csv = try await stage.text("/nop-bao-cao/2023-02.csv")
    #expect(csv.contains("2023-02,xa,xa-2,Xã Măng Bút,kon-ray,missing,,2023-02-17T00:00:00+07:00,,"))
    #expect(csv.contains("2023-02,huyen,kon-ray,Huyện Kon Rẫy,,late,2023-02-17T09:00:00+07:00,2023-02-17T00:00:00+07:00,1,1"))
    #expect(csv.contains("2023-02,huyen,dak-to,Huyện Đắk Tô,,on-time,"))
    let page = try await stage.text("/nop-bao-cao/2023-02")
    #expect(page.contains("Chưa nộp, đã quá hạn: Xã") && page.contains("<b>3</b>/3") && page.contains("<b>1</b>/2"))
  }

  @Test func beforeTheDueInstantNobodyIsOverdue() async throws {
    let stage = try await Stage()
    stage.clock.set(Instant(vietnam: "2023-03-15T09:00")!)
    // The period that can be filed comes first.
    let page = try await stage.text("/nop-bao-cao")
    #expect(page.contains("Tháng 3/2023") && page.contains("Đang mở. Hạn nộp: hết ngày 16/03/2023."))
    #expect(!page.contains("đã quá hạn"))
    #expect(try await stage.text("/nop-bao-cao.csv").contains(",awaited,"))
  }

  @Test func anObjectiveHasItsOutcomeItsReasonAndItsSource() async throws {
    let page = try await Stage().text("/muc-tieu/2023")
    #expect(page.contains("Chỉ số PCI") && page.contains("Chờ số liệu") && page.contains("quy định của hệ thống (test)") && page.contains("số đã công bố") && page.contains("40<small>/63"))
  }

  // Whoever computes a unit's points again finds how, and of which days the figures are.
  @Test func aUnitsPageSaysHowItIsScored() async throws {
    let page = try await Stage().text("/don-vi/kon-ray/2023-02")
    #expect(page.contains("từ 100% trở lên được đủ điểm; thấp hơn thì điểm bằng giá trị ÷ 100% × điểm tối đa"))
    #expect(page.contains("Đo: (answered) ÷ (asked)") && page.contains("Tháng 2/2023: từ 15/01/2023 đến 14/02/2023"))
  }

  // Nobody earned nothing with a month that has not come: where nothing has points there is no sum.
  @Test func aSumOfNothingIsNoZero() async throws {
    let stage = try await Stage()
    stage.clock.set(Instant(vietnam: "2023-03-15T09:00")!)
    for language in Language.allCases {
      let page = try await stage.text("/don-vi/kon-ray/2023-03", language)
      #expect(page.contains(language == .vi ? "chưa đến hạn" : "pending"))
      #expect(!page.contains(#/<td class="n">(?:<b>)?0[,.]0+/#), "a zero for what has not been filed")
    }
    #expect(try await stage.text("/don-vi/kon-ray/2023-03.json").contains("\"earned\": null"))
    #expect(try await stage.text("/don-vi/kon-ray/2023-02.json").contains("\"earned\": 8"))
  }

  // A rule that is not due yet and not reached so far is what a chairman can still do something about.
  @Test func whatIsNotReachedSoFarIsAtRisk() async throws {
    let stage = try await Stage()
    let page = try await stage.text("/tom-tat/2023-02")
    #expect(page.contains("Có nguy cơ") && page.contains("K-1"))
    #expect(try await stage.text("/bang-xep-hang/huyen/2023-02").contains("1 mục tiêu chưa đến hạn, đến nay chưa đạt"))
    #expect(try await stage.text("/muc-tieu/2023").contains("; đến nay chưa đạt"))
    #expect(try await stage.text("/muc-tieu/2023.json").contains("\"so_far\": \"NOT_MET\""))
  }

  // WCAG 1.1.1 and 1.4.1: the picture has a name, the level a dashed line and its number; the table has the rest.
  @Test func anIndexIsDrawnBesideWhatIsDemanded() async throws {
    let stage = try await Stage()
    let fact = IndexFact(year: 2023, score: .value(ExactDecimal("59.5")!, .published), rank: .unknown, of: nil, publishedOn: nil, source: "test")
    _ = try await stage.service.publish("PCI", fact, from: .system)
    let page = try await stage.text("/muc-tieu/2023")
    #expect(page.contains("role=\"img\" aria-label=\"Chỉ số PCI: điểm qua các năm; mức yêu cầu 60,00\""))
    #expect(page.contains("<path class=\"aim\"") && page.contains(">59,5</text>") && page.contains(">2022</text>"))
    #expect(try await stage.text("/muc-tieu/2023", .en).contains("demanded 60.00"))
    // The table has the years of the picture, whatever else is known.
    let drawn = page.matches(of: #/text-anchor="middle">(\d{4})<\/text>/#).map { String($0.1) }
    let listed = page.matches(of: #/<th scope="col" class="n">(\d{4})<\/th>/#).map { String($0.1) }
    #expect(!drawn.isEmpty && drawn == listed)
  }

  // A narrow window has no column for code, target and maximum: they stand in the cells that are left.
  @Test func aCriterionSaysItsMaximumUnderItsPoints() async throws {
    let page = try await Stage().text("/don-vi/kon-ray/2023-02")
    #expect(page.contains("<small class=\"narrow\">/ 100</small>") && page.contains("<small class=\"narrow\">Chỉ tiêu: 100%</small>"))
    #expect(page.contains("<small class=\"narrow\">k</small>Tỷ lệ trả lời"))
  }

  @Test func theChairmansPageAnswersWhatHeAsks() async throws {
    let page = try await Stage().text("/tom-tat/2023-02")
    for words in ["Huyện Đắk Tô", "92,50", "Giảm nhiều nhất", "Chưa xếp hạng", "chưa nộp báo cáo", "<b>4/5</b>", "trong đó 1 trễ", "Xã Măng Bút (Huyện Kon Rẫy)"] {
      #expect(page.contains(words), "\(words)")
    }
  }
}

import Campaign
@testable import Dashboard
import Journal
import Ranking
import Service
import Sheets
import Testing

/// Pictures, the tables beside them, and what both must not confuse.
@Suite struct ChartTests {
  static let pages = Chart.allCases.flatMap { chart in ["huyen", "tat-ca"].map { "/\(chart.rawValue)/\($0)/2023-02" } }

  // WCAG 1.1.1: a picture has a name, says in words what it shows, and has a table with the same numbers.
  @Test(arguments: pages) func aPictureHasANameADescriptionAndATable(path: String) async throws {
    for language in Language.allCases {
      let page = try await Stage().text(path, language)
      let pictures = page.matches(of: #/<svg class="(?:heat|course (?:wide|small)(?: many)?|spread)"[^>]*role="img" aria-labelledby="(\S+) (\S+)"><title id="(\S+)">[^<]+<\/title><desc id="(\S+)">/#)
      #expect(!pictures.isEmpty)
      for picture in pictures { #expect(picture.1 == picture.3 && picture.2 == picture.4) }
      #expect(page.contains("<details class=\"twin\">"))
      let ids = page.matches(of: #/ id="([^"]+)"/#).map(\.1)
      #expect(Set(ids).count == ids.count, "an id twice")
      #expect(!page.contains("<script>alert"))
    }
  }

  @Test(arguments: pages) func everyChartHasItsDataInThreeForms(path: String) async throws {
    let stage = try await Stage()
    let table = try await stage.table(path)
    #expect(!table.rows.isEmpty && table.rows.allSatisfy { $0.count == table.columns.count })
    #expect(try await stage.text(path + ".csv").split(separator: "\n").count == table.rows.count + 1)
    #expect(try await stage.workbook(path).sheets[0].rows.count == table.rows.count + 1)
    let json = try await stage.text(path + ".json")
    #expect(json.matches(of: #/"block": "/#).count == table.rows.count && json.contains("\"journal_position\""))
  }

  @Test(arguments: pages) func anAddressReadsBack(path: String) throws {
    #expect(try #require(Address(path: path[...])).text == path)
  }

  @Test func theBoardLeadsToItsPicturesAndBack() async throws {
    let stage = try await Stage()
    let board = try await stage.text("/bang-xep-hang/huyen/2023-02")
    for chart in Chart.allCases {
      #expect(board.contains("href=\"/\(chart.rawValue)/huyen/2023-02\""))
      #expect(try await stage.text("/\(chart.rawValue)/huyen/2023-02").contains("href=\"/bang-xep-hang/huyen/2023-02\""))
    }
  }

  // Null is not zero: each state has its own letter and its own shade.
  @Test func noStateOfACellLooksLikeAnother() {
    let all = (0...10).map { Heat.tenths($0) } + [.missing, .pending, .notApplicable, .notConcerned, .unweighted]
    #expect(Set(all.map(\.letter)).count == all.count)
    #expect(Set(all.map(\.style)).count == all.count)
    for heat in all where heat != .missing && heat != .notConcerned { #expect(ChartStyle.screen.contains(".\(heat.style){") || ChartStyle.screen.contains(".\(heat.style),")) }
  }

  // xa-2 filed nothing, xa-1 was asked and answered 70 of 100.
  @Test func whatIsMissingIsNoZero() async throws {
    let stage = try await Stage()
    let page = try await stage.text("/ban-do-nhiet/xa/2023-02")
    #expect(page.contains("class=\"hm\" fill=\"url(#gach)\" d=\"M"))
    #expect(page.contains(">thiếu</td>"))
    let states = try await stage.table("/ban-do-nhiet/xa/2023-02").rows.map { [$0[3].csv, $0[7].csv, $0[8].csv] }
    #expect(states == [["xa-1", "scored", "70.0000"], ["xa-2", "missing", ""]])
  }

  @Test(arguments: [(0, 0), (1, 0), (99_999_999, 9), (100_000_000, 10), (70_000_000, 7), (-5, 0)] as [(Int64, Int)])
  func aCellShowsWholeTenths(millionths: Int64, tenths: Int) {
    #expect(Heat(Points(millionths: millionths), of: Points(millionths: 100_000_000)) == .tenths(tenths))
    #expect(Heat(Points(millionths: millionths), of: .zero) == .unweighted)
  }

  // Decision 20: another unit's points by criterion are not for a unit.
  @Test func aUnitSeesItsOwnLineOfTheHeatMap() async throws {
    let stage = try await Stage()
    var view = try await stage.view("/ban-do-nhiet/tat-ca/2023-02")
    view.principal = Principal(account: .system, role: .unit, unit: "kon-ray")
    #expect(Set(try view.table().rows.map { $0[3].csv }) == ["kon-ray"])
    let page = String(decoding: try view.rendered().bytes, as: UTF8.self)
    #expect(page.contains("Huyện Kon Rẫy") && !page.contains("Huyện Đắk Tô") && page.contains("không công khai"))
  }

  // 2023-01: 1, 1, 3; 2023-02: 92.5, 85, 74.5.
  @Test func linesHaveThePlacesOfTheBoard() async throws {
    let stage = try await Stage()
    let rows = try await stage.table("/dien-bien/huyen/2023-02").rows.filter { $0[3].csv >= "2023-01" }.map { [$0[1].csv, $0[3].csv, $0[4].csv, $0[6].csv] }
    #expect(rows == [
      ["dak-to", "2023-01", "1", "90.00"], ["dak-to", "2023-02", "1", "92.50"], ["kon-ray", "2023-01", "1", "90.00"], ["kon-ray", "2023-02", "2", "85.00"],
      ["sa-thay", "2023-01", "3", "50.00"], ["sa-thay", "2023-02", "3", "74.50"],
    ])
    let page = try await stage.text("/dien-bien/huyen/2023-02?don-vi=sa-thay")
    #expect(page.contains("<path class=\"chosen\"") && page.contains("<path class=\"faller\"") && page.contains("2 Huyện Kon Rẫy ▼1</text>"))
  }

  @Test(arguments: [
    ([], 1, -1), ([0, 0], 1, -1), ([4], 4, -1), ([-4], 1, -4), ([5, 3, 3, 0, -2, -2, -4], 3, -2), ([5, 0, 0], 1, -1), ([-1, -6, -6, -6], 1, -6),
  ] as [([Int], Int, Int)])
  func whoMovedAsFarAsTheSecondStandsOutToo(gained: [Int], rise: Int, fall: Int) {
    #expect(Course.movers(gained) == (rise, fall))
  }

  // The board is that of March, where two are awaited; the picture ends in February, and its names stand in February's order.
  @Test func namesStandInTheOrderOfThePlacesThatAreDrawn() async throws {
    let stage = try await Stage()
    stage.clock.set(Instant(vietnam: "2023-03-15T09:00")!)
    try await stage.file("2023-03", ["sa-thay": 100])
    let page = try await stage.text("/dien-bien/huyen/2023-03")
    let names = page.matches(of: #/<text class="\w+" x="\d+" y="(\d+)">(\d) /#).map { (y: Int($0.1) ?? 0, place: Int($0.2) ?? 0) }
    // Twice: for a wide window and for a phone.
    #expect(names.map(\.place) == [1, 2, 3, 1, 2, 3])
    #expect(zip(names.prefix(3), names.prefix(3).dropFirst()).allSatisfy { $0.y < $1.y })
  }

  // Ten per cent of three points are less to lose than seven of ten.
  @Test func whatIsLostIsCountedInPoints() async throws {
    let page = try await Stage().text("/ban-do-nhiet/huyen/2023-02")
    #expect(page.contains("k: bình quân mất 16,00 trên 100 điểm, đạt 84%"))
  }

  @Test func everyRankedUnitIsInOneStepOfTheSpread() async throws {
    let stage = try await Stage()
    let rows = try await stage.table("/phan-bo/huyen/2023-02").rows
    #expect(rows.compactMap { Int($0[4].csv) }.reduce(0, +) == 3)
    let page = try await stage.text("/phan-bo/huyen/2023-02")
    #expect(page.contains("3 đơn vị, từ 74,50 đến 92,50 điểm, trung vị 85,00."))
  }

  // In thousandths of a point.
  @Test(arguments: [([0, 100_000], 10_000), ([74_500, 92_500], 1_000), ([50_000], 100), ([0, 100], 100), ([-3_000, 1_000_000_000], 100_000_000)] as [([Int64], Int64)])
  func stepsAreRoundNumbers(thousandths: [Int64], step: Int64) throws {
    let points = thousandths.map { Points(millionths: $0 * 1_000) }
    let axis = try #require(SpreadAxis(points))
    #expect(axis.step == step * 1_000 && axis.count <= 21)
    for value in points {
      let index = axis.index(value)
      #expect((0..<axis.count).contains(index) && axis.edge(index) <= value && value < axis.edge(index + 1))
    }
  }

  @Test func beforeAnybodyIsRankedThePictureSaysSo() async throws {
    let stage = try await Stage()
    stage.clock.set(Instant(vietnam: "2023-03-15T10:00")!)
    for chart in Chart.allCases {
      let page = try await stage.text("/\(chart.rawValue)/huyen/2022-11")
      #expect(page.contains("Chưa đơn vị nào được xếp hạng") || chart == .heat)
    }
    #expect(SpreadAxis([Points]()) == nil)
  }
}

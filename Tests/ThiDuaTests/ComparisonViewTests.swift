import Campaign
import Ranking
import Testing
@testable import ThiDua

/// `thidua compare`, and `thidua evaluate --scoreboard`.
@Suite struct ComparisonViewTests {
  static let yaml = """
    thidua: 1
    campaign: small
    periods: {kind: year}
    units: [{id: a, name: Sở A}, {id: b, name: Sở B}, {id: c, name: Sở C}]
    counters: [{code: n, combine: flow}, {code: d, combine: flow}, {code: e, combine: flow}]
    criteria:
      - {code: k, points: 60, metric: {ratio: [n, d]}, scoring: {kind: PROP, target: 100}}
      - {code: l, points: 40, metric: {count: e}, scoring: {kind: COUNT, each: 1}}
    scoreboards: [{id: short, criteria: [{code: l, points: 100, metric: {count: e}, scoring: {kind: COUNT, each: 10}}]}]
    """
  static let csv = """
    unit,period,counter,value
    a,2023,n,10
    a,2023,d,10
    a,2023,e,0
    b,2023,n,5
    b,2023,d,10
    b,2023,e,20
    c,2023,n,0
    c,2023,d,10
    c,2023,e,5

    """

  private func report(_ change: (String, String), _ language: Language = .vi) throws -> Report {
    let books = try [Self.yaml, Self.yaml.replacing(change.0, with: change.1)].map { try Rulebook(yaml: Array($0.utf8)) }
    let ranked = try books.map { try evaluated(try FigureFile.read(Array(Self.csv.utf8), for: $0), under: $0) }
    let comparisons = ranked[0].1.map { RankingComparison(ranked[0].0, ranked[1].0, in: $0) }
    return Report(
      comparisons, of: [("a.yaml", books[0]), ("b.yaml", books[1])], differences: books[0].differences(to: books[1]), Words(language))
  }

  @Test func whoMovesStandsWithTheCriteriaThatMoveThem() throws {
    // Of 100: 60, 30 + 20, 5. Of 70: 30, 15 + 20, 5.
    let text = try report(("{code: k, points: 60", "{code: k, points: 30")).text(.table, coloured: false)
    #expect(
      text == """
        A: a.yaml — small
        B: b.yaml — small

        Khác nhau: 1
          ≠ tiêu chí k: điểm tối đa 60 → 30

        Năm 2023 — Tất cả đơn vị
        Hạng A  Hạng B  Đổi  Đơn vị  Điểm A  Điểm B  Vì
        ──────  ──────  ───  ──────  ──────  ──────  ─────────────────────────────
             2       1   ▲1  Sở B     50,00   50,00  điểm của đơn vị khác thay đổi
             1       2   ▼1  Sở A     60,00   42,86  k −17,14
        Đổi hạng: 2 đơn vị. Giữ hạng: 1, trong đó đổi điểm: 1.

        """, "\(text)")
  }

  @Test func programsReadEveryUnitAndEveryCriterion() throws {
    let report = try report(("{code: k, points: 60", "{code: k, points: 30"), .en)
    #expect(report.csv.count == 4 && report.csv[1] == ["2023", "all", "b", "2", "1", "1", "50.00", "50.00", "0.00", "", "", ""])
    let json = report.json.text
    #expect(json.contains("\"part\": \"criteria\"") && json.contains("\"text\": \"points 60 → 30\"") && json.contains("\"shift\": -17.142857"))
  }

  @Test func equalRulebooksSaySo() throws {
    let text = try report(("campaign: small", "campaign: small"), .en).text(.table, coloured: false)
    #expect(text.contains("The two rulebooks are the same.") && text.contains("Moved: 0 units. Stayed: 3, of which with other points: 0."))
  }

  @Test func aScoreboardIsNamedByItsID() throws {
    let book = try Rulebook(yaml: Array(Self.yaml.utf8))
    #expect(try scored(book, by: nil, Words(.en)).criteria.count == 2)
    #expect(try scored(book, by: "short", Words(.en)).criteria.map(\.points.description) == ["100"])
    let failure = #expect(throws: Failure.self) { try scored(book, by: "shrot", Words(.en)) }
    #expect(failure?.status == .usage && failure?.lines == ["there is no scoreboard \"shrot\". Scoreboards: short."])
    let none = try #require(book.scoreboard("short"))
    #expect(#expect(throws: Failure.self) { try scored(none, by: "x", Words(.en)) }?.lines.first?.contains("no further scoreboard") == true)
  }
}

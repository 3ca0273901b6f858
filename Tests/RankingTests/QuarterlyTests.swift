import Campaign
import Ranking
import Testing

/// Campaigns that report by quarter, half-year or nine months: months of a year go together as they do for months.
@Suite struct QuarterlyTests {
  static func yaml(_ kind: String) -> String {
    """
    thidua: 1
    campaign: quarters
    periods: {kind: \(kind)}
    units: [{id: a}, {id: b}]
    counters: [{code: c_done, combine: flow}, {code: c_all, combine: flow}]
    criteria: [{code: done, points: 10, metric: {ratio: [c_done, c_all]}, scoring: {kind: PROP, target: 100}}]
    rules:
      - {id: gain, kind: RANK_GAIN, of: {place: unit}, by: 1, against: same-month-last-year, window: 2023, source: "ours: test"}
    """
  }

  /// Of each period and unit: done, all.
  static func standings(_ kind: String, _ figures: [(String, String, Int, Int)]) throws -> Standings {
    let rulebook = try Rulebook(yaml: Array(yaml(kind).utf8))
    let csv = figures.reduce("unit,period,counter,value\n") { csv, row in
      csv + "\(row.1),\(row.0),c_done,\(row.2)\n\(row.1),\(row.0),c_all,\(row.3)\n"
    }
    guard case .counters(let filings) = try FigureFile.read(Array(csv.utf8), for: rulebook) else { throw Problem(.badHeader, vi: "", en: "") }
    var table = FigureTable(for: rulebook)
    for filing in filings { table.put(filing, under: rulebook) }
    let periods = filings.map(\.period)
    let scope = RankingScope(first: periods.min()!, last: periods.max()!, dueThrough: periods.max(), closedThrough: periods.max())
    return try Standings(rulebook: rulebook, figures: table, scope: scope)
  }

  // Ratios over several periods are ratios of sums: 4 of 10 and 9 of 10 are 13 of 20.
  @Test(arguments: ["legal-quarter", "calendar-quarter"])
  func theSecondQuarterCountsTheFirst(kind: String) throws {
    let standings = try Self.standings(kind, [("2023-Q1", "a", 4, 10), ("2023-Q1", "b", 9, 10), ("2023-Q2", "a", 9, 10), ("2023-Q2", "b", 9, 10)])
    let second = try #require(standings.rulebook.period("2023-Q2"))
    #expect(standings.standing(of: "a", in: second)?.published == Points(millionths: 65_000_000))
    #expect(standings.standing(of: "b", in: second)?.published == Points(millionths: 90_000_000))
  }

  @Test func theFirstQuarterForgetsLastYear() throws {
    let standings = try Self.standings("legal-quarter", [("2022-Q4", "a", 0, 10), ("2022-Q4", "b", 1, 10), ("2023-Q1", "a", 9, 10), ("2023-Q1", "b", 1, 10)])
    let first = try #require(standings.rulebook.period("2023-Q1"))
    let a = try #require(standings.standing(of: "a", in: first))
    #expect(a.published == Points(millionths: 90_000_000) && a.place == 1 && a.movedSincePrevious == 1)
  }

  @Test("place against the same period of last year", arguments: [
    ("legal-quarter", "2022-Q3", "2023-Q3"), ("calendar-half", "2022-H1", "2023-H1"), ("legal-nine-months", "2022-9M", "2023-9M"),
    ("legal-year", "2022", "2023"),
  ])
  func samePeriodOfLastYear(kind: String, before: String, now: String) throws {
    let standings = try Self.standings(kind, [(before, "a", 1, 10), (before, "b", 9, 10), (now, "a", 9, 10), (now, "b", 1, 10)])
    let period = try #require(standings.rulebook.period(now))
    let a = try #require(standings.standing(of: "a", in: period))
    #expect(a.place == 1 && a.movedSinceLastYear == 1 && a.placesGained?.outcome == .met)
    #expect(standings.standing(of: "b", in: period)?.placesGained?.outcome == .notMet)
  }
}

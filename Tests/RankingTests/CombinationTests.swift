import Campaign
import Ranking
import Testing

/// How the months of a year go together: domain 1.3 "Counter", 4.3 "recompute from summed counters".
@Suite struct CombinationTests {
  /// The value of a count after each of four months: 10, 4, nothing filed, and 1 in January of the next year.
  static func values(_ combination: String, missing: String = "skipped") throws -> [String] {
    let yaml = """
      thidua: 1
      campaign: months
      decimals: 6
      ranking: {total: points, missing-month: \(missing)}
      periods: {kind: calendar-month}
      units: [{id: a}]
      counters: [{code: c_n, combine: \(combination)}]
      criteria: [{code: k, metric: {count: c_n}, weight: 1}]
      """
    let rulebook = try Rulebook(yaml: Array(yaml.utf8))
    var figures = FigureTable(for: rulebook)
    let csv = "unit,period,counter,value\na,2022-10,c_n,10\na,2022-11,c_n,4\na,2023-02,c_n,1\n"
    guard case .counters(let filings) = try FigureFile.read(Array(csv.utf8), for: rulebook) else { return [] }
    for filing in filings { figures.put(filing, under: rulebook) }
    let first = try #require(rulebook.period("2022-10"))
    let last = try #require(rulebook.period("2023-02"))
    let standings = try Standings(
      rulebook: rulebook, figures: figures, scope: RankingScope(first: first, last: last, dueThrough: last, closedThrough: nil))
    return sequence(first: first) { $0.next }.prefix(5).map { period in
      switch standings.explanation(of: "a", in: period).first?.leaf {
      case .scored(let points)?: points.description
      case .missing?: "missing"
      case .notApplicable?: "n/a"
      default: "?"
      }
    }
  }

  @Test func aFlowIsSummedFromTheStartOfTheYear() throws {
    #expect(try Self.values("flow") == ["10", "14", "14", "n/a", "1"])
  }

  @Test func aStockIsTheLastValueOfTheYear() throws {
    #expect(try Self.values("stock") == ["10", "4", "4", "n/a", "1"])
  }

  @Test func aCumulativeCounterIsSummedAlready() throws {
    #expect(try Self.values("cumulative") == ["10", "4", "4", "n/a", "1"])
  }

  @Test func aYearlyCounterHoldsIntoTheNextYear() throws {
    #expect(try Self.values("yearly") == ["10", "4", "4", "4", "1"])
  }

  @Test func aMonthThatWasNotFiledIsMissingWhereTheRulebookSaysSo() throws {
    #expect(try Self.values("flow", missing: "missing") == ["10", "14", "missing", "missing", "1"])
  }
}

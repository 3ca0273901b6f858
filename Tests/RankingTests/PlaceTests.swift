import Campaign
import Ranking
import TestSupport
import Testing

/// What must hold of places whatever the figures are.
@Suite struct PlaceTests {
  static func yaml(against: String = "same-month-last-year", by: Int = 1) -> String {
    """
    thidua: 1
    campaign: places
    ranking: {total: points, missing-month: skipped}
    periods: {kind: year}
    units: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}]
    criteria:
      - {code: k, points: 10, scoring: {kind: PROP, target: 100}}
      - {code: l, points: 5, scoring: {kind: FLOOR, target: 90, floor: 10}}
    rules: [{id: r, kind: RANK_GAIN, of: {place: unit}, by: \(by), against: \(against), window: [2023, 2025], source: "ours: test"}]
    """
  }

  static func standings(_ yaml: String, _ lines: [String]) throws -> Standings {
    let rulebook = try Rulebook(yaml: Array(yaml.utf8))
    let csv = "unit,period,criterion,value\n" + lines.joined(separator: "\n")
    var figures = FigureTable(for: rulebook)
    if case .criteria(let rows) = try FigureFile.read(Array(csv.utf8), for: rulebook) {
      for row in rows { figures.put(row, under: rulebook) }
    }
    let first = try #require(rulebook.period("2022"))
    let last = try #require(rulebook.period("2024"))
    return try Standings(
      rulebook: rulebook, figures: figures, scope: RankingScope(first: first, last: last, dueThrough: last, closedThrough: last))
  }

  @Test func moreOfAGoodThingIsNeverAWorsePlace() throws {
    let year = try #require(Period("2023", kind: .year))
    for seed in UInt64(1)...300 {
      var random = SplitMix64(seed: seed)
      var values = (0..<5).map { _ in random.int(0...100) }
      func lines() -> [String] { zip(["a", "b", "c", "d", "e"], values).flatMap { ["\($0),2023,k,\($1)", "\($0),2023,l,\($1)"] } }
      let before = try Self.standings(Self.yaml(), lines())
      values[2] += random.int(1...30)
      let after = try Self.standings(Self.yaml(), lines())
      let old = try #require(before.standing(of: "c", in: year))
      let new = try #require(after.standing(of: "c", in: year))
      #expect(try #require(new.place) <= old.place ?? 0, "seed \(seed)")
      #expect(new.earned >= old.earned, "seed \(seed)")
    }
  }

  // Rulebook.md, RANK_GAIN: "against" may name a year; the place of that year counts then, not that of last year.
  @Test func aGainIsCountedAgainstTheYearThatTheRuleNames() throws {
    // The places of a: 3 in 2022, 1 in 2023, 2 in 2024.
    let lines = [
      "a,2022,k,50", "b,2022,k,70", "c,2022,k,60", "a,2023,k,90", "b,2023,k,70", "c,2023,k,60", "a,2024,k,65", "b,2024,k,70", "c,2024,k,60",
    ]
    let year = try #require(Period("2024", kind: .year))
    let named = try Self.standings(Self.yaml(against: "2022"), lines)
    #expect(named.standing(of: "a", in: year)?.placesGained?.outcome == .met)
    let lastYear = try Self.standings(Self.yaml(), lines)
    #expect(lastYear.standing(of: "a", in: year)?.placesGained?.outcome == .notMet)
    #expect(lastYear.standing(of: "a", in: year)?.movedSinceLastYear == -1)
  }

  @Test func withoutAPlaceLastYearAGainIsUndetermined() throws {
    let year = try #require(Period("2022", kind: .year)).next
    let standings = try Self.standings(Self.yaml(against: "2021"), ["a,2023,k,50"])
    let verdict = standings.standing(of: "a", in: year)?.placesGained
    #expect(verdict?.outcome == .undetermined && verdict?.reason == .noBaseline)
  }
}

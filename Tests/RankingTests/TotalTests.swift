import Campaign
import Ranking
import Testing

/// Leaves to totals to places: domain 2.4, 4.3, 4.4 and 4.5.
@Suite struct TotalTests {
  static func standings(_ yaml: String, _ csv: String, through: String = "2023") throws -> Standings {
    let rulebook = try Rulebook(yaml: Array(yaml.utf8))
    var figures = FigureTable(for: rulebook)
    switch try FigureFile.read(Array(csv.utf8), for: rulebook) {
    case .criteria(let rows): for row in rows { figures.put(row, under: rulebook) }
    case .counters(let filings): for filing in filings { figures.put(filing, under: rulebook) }
    }
    let period = try #require(rulebook.period(through))
    let scope = RankingScope(first: period, last: period, dueThrough: period, closedThrough: period)
    return try Standings(rulebook: rulebook, figures: figures, scope: scope)
  }

  static func campaign(_ criteria: String, ranking: String = "{}", units: String = "[{id: a}, {id: b}, {id: c}, {id: d}]") -> String {
    """
    thidua: 1
    campaign: totals
    ranking: \(ranking)
    periods: {kind: year}
    units: \(units)
    criteria: \(criteria)
    """
  }

  static let year = Period("2023", kind: .year)!

  // domain 4.3: earned 56.4 of 74 applicable: 76.22. The 26 points without a case leave the denominator.
  @Test func theIndexIsWhatWasEarnedOfWhatWasApplicable() throws {
    let yaml = Self.campaign(
      "[{code: k, points: 74, scoring: {kind: COUNT, each: 1}}, {code: n, points: 26, scoring: {kind: PROP, target: 100}}]",
      units: "[{id: a}]")
    let rulebook = try Rulebook(yaml: Array(yaml.utf8))
    var figures = FigureTable(for: rulebook)
    for csv in ["unit,period,criterion,value\na,2023,k,56.4\n", "unit,period,criterion,numerator,denominator\na,2023,n,0,0\n"] {
      guard case .criteria(let rows) = try FigureFile.read(Array(csv.utf8), for: rulebook) else { continue }
      for row in rows { figures.put(row, under: rulebook) }
    }
    let scope = RankingScope(first: Self.year, last: Self.year, dueThrough: Self.year, closedThrough: nil)
    let standings = try Standings(rulebook: rulebook, figures: figures, scope: scope)
    let standing = try #require(standings.standing(of: "a", in: Self.year))
    #expect(standing.published?.text(decimals: 2) == "76.22")
    #expect(standing.earned.description == "56.4" && standing.applicable.description == "74")
  }

  // domain 2.4: a commune without payable cases: DT-03 (4 points) leaves; 77.0 of 96 is 80.21.
  @Test func aZeroDenominatorLeavesTheTotal() throws {
    let yaml = Self.campaign(
      "[{code: k, points: 96, scoring: {kind: PROP, target: 96}}, {code: n, points: 4, scoring: {kind: PROP, target: 50}}]",
      ranking: "{missing-month: skipped}", units: "[{id: a}]")
    let standings = try Self.standings(yaml, "unit,period,criterion,value\na,2023,k,77\n")
    let standing = try #require(standings.standing(of: "a", in: Self.year))
    #expect(standing.published?.text(decimals: 2) == "80.21")
  }

  // domain 4.3: missing earns nothing and stays in the denominator.
  @Test func aMissingLeafStaysInTheDenominator() throws {
    let yaml = Self.campaign(
      "[{code: k, points: 96, scoring: {kind: PROP, target: 96}}, {code: n, points: 4, scoring: {kind: PROP, target: 50}}]",
      units: "[{id: a}]")
    let standings = try Self.standings(yaml, "unit,period,criterion,value\na,2023,k,77\n")
    let standing = try #require(standings.standing(of: "a", in: Self.year))
    #expect(standing.published?.text(decimals: 2) == "77.00")
    #expect(standing.applicable.description == "100")
  }

  // domain 2.4: totals 90.10, 88.00, 88.00, 87.99 have the places 1, 2, 2, 4.
  @Test func equalTotalsShareAPlaceAndTheNextIsSkipped() throws {
    let yaml = Self.campaign("[{code: k, points: 100, scoring: {kind: PROP, target: 100}}]")
    let csv = "unit,period,criterion,value\na,2023,k,87.99\nb,2023,k,88\nc,2023,k,90.10\nd,2023,k,88.00\n"
    let board = try Self.standings(yaml, csv).board(of: "all", in: Self.year)
    #expect(board.map(\.unit.id) == ["c", "b", "d", "a"])
    #expect(board.map(\.standing.place) == [1, 2, 2, 4])
    #expect(board.map(\.standing.tied) == [false, true, true, false])
  }

  // domain 4.4: two equal printed totals never have different places; `exact` is the other choice.
  @Test(arguments: [("published", [1, 1]), ("exact", [2, 1])])
  func placesGoByTheTotalThatTheRulebookNames(placesBy: String, places: [Int]) throws {
    let yaml = Self.campaign(
      "[{code: k, points: 100, scoring: {kind: PROP, target: 100}}]", ranking: "{places-by: \(placesBy)}",
      units: "[{id: a}, {id: b}]")
    let standings = try Self.standings(yaml, "unit,period,criterion,value\na,2023,k,88.001\nb,2023,k,88.002\n")
    #expect(["a", "b"].map { standings.standing(of: $0, in: Self.year)?.place } == places)
  }

  // domain 4.3: with less than half of the points applicable there is a total but no place.
  @Test func tooFewApplicablePointsGiveNoPlace() throws {
    let yaml = Self.campaign(
      "[{code: k, points: 49, scoring: {kind: PROP, target: 100}}, {code: n, points: 51, levels: [commune], scoring: {kind: PROP, target: 1}}]",
      units: "[{id: a, level: district}, {id: b, level: commune}]")
    let standings = try Self.standings(yaml, "unit,period,criterion,value\na,2023,k,100\n")
    let standing = try #require(standings.standing(of: "a", in: Self.year))
    #expect(standing.reason == .tooFewApplicable && standing.place == nil && standing.published?.text(decimals: 2) == "100.00")
  }

  @Test("a unit that filed nothing", arguments: [("unranked", nil), ("last", 2)] as [(String, Int?)])
  func nothingFiledIsUnrankedOrLast(setting: String, place: Int?) throws {
    let yaml = Self.campaign(
      "[{code: k, points: 10, scoring: {kind: PROP, target: 100}}]", ranking: "{nothing-filed: \(setting)}",
      units: "[{id: a}, {id: b}]")
    let standings = try Self.standings(yaml, "unit,period,criterion,value\na,2023,k,1\n")
    let standing = try #require(standings.standing(of: "b", in: Self.year))
    #expect(standing.place == place)
    #expect(standing.reason == (place == nil ? .notSubmitted : nil))
  }
}

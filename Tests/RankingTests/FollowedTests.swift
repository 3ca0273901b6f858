import Campaign
import Ranking
import Testing

/// What stands beside the ranking: blocks without places, criteria without points, years in which a criterion is in force.
/// `Protocol/Rulebook.md`, blocks and criteria.
@Suite struct FollowedTests {
  static func standings(_ yaml: String, _ csv: String, _ first: String, _ last: String) throws -> Standings {
    let rulebook = try Rulebook(yaml: Array(yaml.utf8))
    var figures = FigureTable(for: rulebook)
    guard case .criteria(let rows) = try FigureFile.read(Array("unit,period,criterion,value\n\(csv)".utf8), for: rulebook)
    else { throw Problem(.emptyFile, vi: "-", en: "-") }
    for row in rows { figures.put(row, under: rulebook) }
    let (from, to) = (try #require(rulebook.period(first)), try #require(rulebook.period(last)))
    return try Standings(
      rulebook: rulebook, figures: figures, scope: RankingScope(first: from, last: to, dueThrough: to, closedThrough: to))
  }

  static func campaign(_ criteria: String, more: String = "") -> String {
    """
    thidua: 1
    campaign: followed
    periods: {kind: year}
    blocks: [{id: tỉnh, ranked: false}, {id: sở}]
    units: [{id: ubnd, block: tỉnh}, {id: a, block: sở}, {id: b, block: sở}]
    criteria: \(criteria)
    \(more)
    """
  }

  static func year(_ year: Int) -> Period { Period(kind: .year, year: year)! }

  @Test func aUnitOfABlockWithoutPlacesHasItsTotalAndNoPlace() throws {
    let rule = "rules: [{id: r, kind: RANK_GAIN, of: {place: unit}, by: 1, against: 2022, window: 2023, source: \"ours: test\"}]"
    let yaml = Self.campaign("[{code: k, points: 10, scoring: {kind: PROP, target: 100}}]", more: rule)
    let csv = "ubnd,2022,k,90\na,2022,k,80\nb,2022,k,70\nubnd,2023,k,90\na,2023,k,80\nb,2023,k,85\n"
    let standings = try Self.standings(yaml, csv, "2022", "2023")
    let province = try #require(standings.standing(of: "ubnd", in: Self.year(2023)))
    #expect(province.place == nil && province.reason == .notRanked && province.published?.text(decimals: 2) == "90.00")
    #expect(province.placesGained == Verdict(.undetermined, .noBaseline))
    #expect(["b", "a"].map { standings.standing(of: $0, in: Self.year(2023))?.place } == [1, 2])
  }

  @Test func aBlockWithoutPlacesHasNoneWhateverWasFiled() throws {
    let yaml = Self.campaign("[{code: k, points: 10, scoring: {kind: PROP, target: 100}}]")
    let standings = try Self.standings(yaml, "a,2023,k,80\n", "2023", "2023")
    #expect(standings.standing(of: "ubnd", in: Self.year(2023))?.reason == .notRanked)
    #expect(standings.standing(of: "ubnd", in: Self.year(2023))?.published == nil)
    #expect(standings.standing(of: "b", in: Self.year(2023))?.reason == .notSubmitted)
  }

  @Test func aFollowedCriterionIsMeasuredAndStandsInNoTotal() throws {
    let yaml = Self.campaign("[{code: k, points: 10, scoring: {kind: PROP, target: 100}}, {code: f}]")
    let standings = try Self.standings(yaml, "a,2023,k,80\na,2023,f,7\nb,2023,k,80\n", "2023", "2023")
    let a = try #require(standings.standing(of: "a", in: Self.year(2023)))
    let b = try #require(standings.standing(of: "b", in: Self.year(2023)))
    #expect(a.published == b.published && a.applicable == b.applicable && a.applicable.description == "10")
    #expect(a.place == 1 && b.place == 1)
    let shown = try #require(standings.explanation(of: "a", in: Self.year(2023)).last)
    #expect(shown.leaf == .followed && shown.value == Fraction(7, 1) && shown.target == nil)
    // Not filed stays "missing"; it is no zero and no "not applicable".
    #expect(standings.explanation(of: "b", in: Self.year(2023)).last?.leaf == .missing)
  }

  @Test func whatIsFollowedOnlyIsNoReportToRank() throws {
    let yaml = Self.campaign("[{code: k, points: 10, scoring: {kind: PROP, target: 100}}, {code: f}]")
    let standings = try Self.standings(yaml, "a,2023,f,7\n", "2023", "2023")
    #expect(standings.standing(of: "a", in: Self.year(2023))?.reason == .notSubmitted)
  }

  @Test func aCampaignThatOnlyFollowsRanksNobody() throws {
    let standings = try Self.standings(Self.campaign("[{code: f}]"), "a,2023,f,7\n", "2023", "2023")
    for unit in ["ubnd", "a", "b"] as [ReportingUnit.ID] {
      let standing = try #require(standings.standing(of: unit, in: Self.year(2023)))
      #expect(standing.reason == .notRanked && standing.place == nil && standing.published == nil)
    }
  }

  @Test func outsideItsYearsACriterionConcernsNobody() throws {
    let yaml = Self.campaign(
      "[{code: k, points: 10, scoring: {kind: PROP, target: 100}}, {code: w, window: 2022, points: 30, scoring: {kind: PROP, target: 100}}]")
    let csv = "a,2022,k,100\na,2022,w,50\na,2023,k,100\na,2023,w,50\n"
    let standings = try Self.standings(yaml, csv, "2022", "2023")
    let inside = try #require(standings.standing(of: "a", in: Self.year(2022)))
    let outside = try #require(standings.standing(of: "a", in: Self.year(2023)))
    #expect(inside.published?.text(decimals: 2) == "62.50" && inside.applicable.description == "40")
    // 10 of 40 points would be under the floor of 50 %; 10 of the 10 in force are not.
    #expect(outside.published?.text(decimals: 2) == "100.00" && outside.applicable.description == "10" && outside.place == 1)
    #expect(standings.explanation(of: "a", in: Self.year(2023)).map(\.leaf).last == .notConcerned)
  }

  @Test("points and scoring belong together", arguments: [
    ("{code: k, points: 1}", ProblemCode.missingKey), ("{code: k, scoring: {kind: BIN, target: 1}}", .missingKey),
    ("{code: k, window: [2023, 2022]}", .contradiction), ("{code: k, window: soon}", .badValue),
  ])
  func refusals(criterion: String, code: ProblemCode) {
    let problem = #expect(throws: Problem.self) { try Rulebook(yaml: Array(Self.campaign("[\(criterion)]").utf8)) }
    #expect(problem?.code == code)
  }

  @Test func aCampaignOfRulesNeedsNoCriteria() throws {
    let yaml = """
      thidua: 1
      campaign: rules
      units: [{id: a}]
      indices: [{code: PAR}]
      rules: [{id: r, kind: TOP_N, first: 3, of: {index: PAR}, window: 2023, source: "ours: test"}]
      """
    #expect(try Rulebook(yaml: Array(yaml.utf8)).criteria.isEmpty)
  }
}

import Campaign
import Testing

/// Further scoring schemes over the same counters: domain 3.3.
@Suite struct ScoreboardTests {
  static let board = """
    scoreboards:
      - {id: "766", fields: [{code: f}], criteria: [{code: s, field: f, points: 100, metric: {ratio: [n, d]}, scoring: {kind: PROP, target: 50}}]}

    """
  static func yaml(_ scoreboards: String = board) -> String {
    """
    thidua: 1
    campaign: boards
    ranking: {published: 1}
    bands: [{name: A, at-least: 90}]
    blocks: [{id: so, bands: [{name: B, at-least: 80}]}]
    units: [{id: a}]
    counters: [{code: n, combine: flow}, {code: d, combine: flow}]
    applicability: [{unit: a, criterion: [k, l], from: 2023-01, reason: no cases}]
    bonus: {each: 1, most-per-year: 2}
    criteria:
      - {code: k, points: 60, metric: {ratio: [n, d]}, scoring: {kind: PROP, target: 100}}
      - {code: l, points: 40, metric: {count: n}, scoring: {kind: COUNT, each: 1}}
    rules: [{id: r, kind: THRESHOLD, of: {criterion: k}, at-least: 90, window: 2023, source: "ours: decision 14"}]
    \(scoreboards)
    """
  }

  @Test func aViewHasTheSameUnitsAndCountersAndItsOwnScoring() throws {
    let book = try Rulebook(yaml: Array(Self.yaml().utf8))
    let view = try #require(book.scoreboard("766"))
    #expect(view.units == book.units && view.counters == book.counters && view.calendar == book.calendar && view.periods == book.periods)
    #expect(view.id == book.id && view.name.vi == "boards — 766")
    #expect(view.criteria.map(\.code) == ["s"] && view.fields.map(\.code) == ["f"])
    #expect(view.rules.isEmpty && view.bonus == nil && view.bands(of: "so").isEmpty && view.scoreboards.isEmpty)
    // Left out, the ranking is the campaign's.
    #expect(view.ranking == book.ranking && view.ranking.published == 1)
    #expect(book.scoreboard("767") == nil)
  }

  @Test func whomACriterionConcernsCarriesOverByItsCode() throws {
    let same = Self.yaml().replacing("{code: s, field: f, points", with: "{code: k, field: f, points")
    #expect(try Rulebook(yaml: Array(same.utf8)).scoreboard("766")?.applicability.map(\.criterion) == ["k"])
  }

  @Test(
    "refusals",
    arguments: [
      ("{id: A, criteria: []}", ProblemCode.badValue, "scoreboards[0].id"), ("{id: b, criteria: []}", .badValue, "scoreboards[0].criteria"),
      ("{id: b}", .missingKey, "scoreboards[0]"), ("{criteria: []}", .missingKey, "scoreboards[0]"),
      ("{id: b, criteria: [{code: s, points: 1, scoring: {kind: BIN, target: 1}}]}", .missingKey, "criteria[0]"),
      ("{id: b, criteria: [{code: k, points: 1, metric: {count: n}, scoring: {kind: COUNT, each: 1}}]}", .contradiction, "criteria[0]"),
      ("{id: b, criteria: [{code: s, field: x, points: 1, metric: {count: n}, scoring: {kind: COUNT, each: 1}}]}", .unknownReference, "field"),
      ("{id: b, rules: []}", .unknownKey, "scoreboards[0].rules"),
    ])
  func refusals(entry: String, code: ProblemCode, place: String) {
    let problem = #expect(throws: Problem.self) { try Rulebook(yaml: Array(Self.yaml("scoreboards: [\(entry)]").utf8)) }
    #expect(problem?.code == code && problem?.place.contains(place) == true, "\(problem?.place ?? "")")
  }

  @Test func anIDStandsOnce() {
    let twice = Self.board + Self.board.split(separator: "\n")[1] + "\n"
    let problem = #expect(throws: Problem.self) { try Rulebook(yaml: Array(Self.yaml(twice).utf8)) }
    #expect(problem?.code == .duplicateID)
  }

  @Test func aScoreboardThatIsNoHundredIsDoubtful() throws {
    let book = try Rulebook(yaml: Array(Self.yaml(Self.board.replacing("points: 100", with: "points: 95")).utf8))
    let found = book.findings().filter { $0.code == .pointsNot100 }
    #expect(found.map(\.path) == ["scoreboards[0].criteria"] && found.first?.subject == "766")
  }

  // domain 3.3: openness 18, progress 20, online services 12, online payment 10, satisfaction 18, digitisation 22.
  @Test func konTumHasTheSixGroupsOfDecision766() throws {
    let book = try BundledCampaigns.rulebook("kon-tum-2023")
    let view = try #require(book.scoreboard("766"))
    let groups = view.fields.map { field in
      view.criteria.filter { $0.field == field.code }.reduce(Points.zero) { $0 + $1.points }.description
    }
    #expect(groups == ["18", "20", "12", "10", "18", "22"])
    // domain 4.6, the row "QĐ 766 style".
    #expect(view.bands(of: "huyen").map(\.atLeast.description) == ["90", "80", "70", "50", "0"])
    let shared = Set(book.criteria.map(\.code)).intersection(view.criteria.map(\.code))
    #expect(shared == ["TT-04", "TT-05", "DT-01", "DT-02", "DT-03", "DT-04", "DT-05", "DT-06", "DT-08", "TT-08", "TT-09"])
    #expect(view.criteria.filter { !shared.contains($0.code) }.map(\.code) == ["TD-01"])
    #expect(view.criteria.allSatisfy { $0.source == .ours("ours: decision 14") })
  }
}

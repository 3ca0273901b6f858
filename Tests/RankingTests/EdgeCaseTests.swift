import Campaign
import Ranking
import Testing

/// The table of edge cases across kinds, row by row; "tie", "zero denominator" and "late report" stand in ``TotalTests`` and
/// ``AdjustmentTests``, "no baseline" in ``BaselineTests``.
///
/// - Source: domain 2.4.
@Suite struct EdgeCaseTests {
  static func index(_ rule: String, _ facts: String) -> Judged {
    Judged(rule: rule, indices: "[{code: X, series: [\(facts)]}]")
  }

  // "Base 81.35 corrected to 81.53 after publication: Δ from +4.79 to +4.61, still MET", and both can be had again.
  @Test(arguments: [("4.70", "MET", "NOT_MET"), ("0", "MET", "MET")])
  func aBaselineThatIsRevisedIsJudgedAnew(least: String, before: String, after: String) throws {
    let rule = "kind: INCREASE, of: {index: X}, window: 2023" + (least == "0" ? "" : ", min-delta: \(least)")
    var judged = Self.index(rule, "{year: 2022, score: 81.35}, {year: 2023, score: 86.14}")
    #expect(try judged.says(2023) == before)
    let corrected = IndexFact(
      year: 2022, score: .value(ExactDecimal("81.53")!, .published), rank: .unknown, of: 63, publishedOn: nil, source: "test")
    judged.published = [("X", corrected)]
    #expect(try judged.says(2023) == after && judged.objective(2023).evidence.vi == "81,53 → 86,14")
    judged.published = []
    #expect(try judged.says(2023) == before)
  }

  // "Late count 3 → 30 of 1 000 after lock: TT-01 99.7% → 97.0%, 10.00 → 7.7778 points."
  @Test func aCorrectionAfterTheLockIsScoredAnew() throws {
    let criteria = "[{code: k, points: 10, scoring: {kind: FLOOR, target: 99, floor: 90}}]"
    func earned(_ figures: String) throws -> String? {
      let judged = Judged(
        rule: "kind: THRESHOLD, of: {criterion: k}, at-least: 99, window: 2023", criteria: criteria, figures: [figures],
        closed: 2023)
      let standings = try #require(try judged.standings(try judged.rulebook()))
      let year = try #require(Period(kind: .year, year: 2023))
      return standings.standing(of: "a", in: year)?.earned.description
    }
    #expect(try earned("a 2023 k 997/1000") == "10" && earned("a 2023 k 970/1000") == "7.7778")
  }

  // "55 → 43 is +12 bậc; a naive 43 > 55 test would say not increased."
  @Test func aHigherRankNumberIsWorse() throws {
    let judged = Self.index(
      "kind: RANK_GAIN, of: {index: X}, by: 12, against: 2022, window: 2023", "{year: 2022, rank: 55}, {year: 2023, rank: 43}")
    #expect(try judged.says(2023) == "MET")
    let back = Self.index(
      "kind: RANK_GAIN, of: {index: X}, by: 1, against: 2022, window: 2023", "{year: 2022, rank: 43}, {year: 2023, rank: 55}")
    #expect(try back.says(2023) == "NOT_MET")
  }

  // "Direction sits in the metric, never in the rule text."
  @Test(arguments: [("higher", "NOT_MET"), ("lower", "MET")])
  func theDirectionIsTheCriterions(direction: String, says: String) throws {
    let judged = Judged(
      rule: "kind: INCREASE, of: {criterion: n}, window: 2023", criteria: "[{code: n, direction: \(direction)}]",
      figures: ["a 2022 n 30", "a 2023 n 3"], closed: 2023)
    #expect(try judged.says(2023) == says)
  }

  // "25% online in 2020: passes 20%, fails 30%."
  @Test(arguments: [
    ("{conflict: [20, 30]}", "UNDETERMINED CONFLICTING_TARGETS"), ("{conflict: [20, 30], prevails: 20, decided: QĐ 1}", "MET"),
    ("{conflict: [20, 30], prevails: 30, decided: QĐ 1}", "NOT_MET"),
  ])
  func conflictingTargetsWaitForADecision(target: String, says: String) throws {
    let judged = Judged(
      rule: "kind: SCHEDULE, of: {criterion: k}, at-least: {2020: \(target)}, window: [2020, 2021]",
      figures: ["a 2020 k 1/4"], closed: 2020)
    #expect(try judged.says(2020) == says)
  }

  // "Postal: 12% of dossiers (2020) says nothing on 50% of procedures (2021–25)."
  @Test func aChangedDefinitionSaysNothing() throws {
    let judged = Judged(
      rule: "kind: INCREASE, of: {criterion: k}, window: 2021", criteria: "[{code: k, new-definition: [2021]}]",
      figures: ["a 2020 k 12/100", "a 2021 k 50/100"], closed: 2021)
    #expect(try judged.says(2021) == "UNDETERMINED DEFINITION_CHANGED")
  }

  // "Rule kept, window = campaign period, flagged": it is evaluated all the same.
  @Test func aSentenceWithoutAYearIsKeptAndFlagged() throws {
    let yaml = """
      thidua: 1
      campaign: undated
      periods: {kind: year, first: 2023, last: 2025}
      units: [{id: a}]
      indices: [{code: X, series: [{year: 2024, score: 50}]}]
      rules: [{id: r, kind: THRESHOLD, of: {index: X}, at-least: 50, source: "ours: test"}]
      """
    let rulebook = try Rulebook(yaml: Array(yaml.utf8))
    let rule = try #require(rulebook.rules.first)
    #expect(rule.isUndated && rule.window == 2023...2025)
    let objectives = Objectives(rulebook: rulebook, published: [], standings: nil)
    #expect(objectives.outcomes(in: 2024).map(\.verdict.outcome) == [.met] && objectives.outcomes(in: 2026).isEmpty)
  }
}

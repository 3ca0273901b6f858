import Campaign
import Ranking
import Testing

/// - Source: domain 2.4 "No baseline": "satisfaction first surveyed in 2024 = 84%: INCREASE for 2024 undecided; for 2025 =
///   85% → MET"; domain 2.3 "First year without predecessor → UNDETERMINED/NO_BASELINE".
@Suite struct BaselineTests {
  private func verdict(in year: Int) throws -> Verdict {
    let yaml = """
      thidua: 1
      campaign: survey
      units: [{id: a}]
      criteria: [{code: x, points: 1, scoring: {kind: BIN, target: 1}}]
      indices: [{code: SAT, series: [{year: 2024, score: 84}, {year: 2025, score: 85}]}]
      rules: [{id: r, kind: INCREASE, of: {index: SAT}, window: [2023, 2027], source: "ours: a test"}]
      """
    let rulebook = try Rulebook(yaml: Array(yaml.utf8))
    let objectives = Objectives(rulebook: rulebook, published: [], standings: nil)
    return try #require(objectives.outcomes(in: year).first).verdict
  }

  @Test func theFirstSurveyedYearHasNoBaseline() throws {
    #expect(try verdict(in: 2024) == Verdict(.undetermined, .noBaseline))
  }

  @Test func theSecondYearIsDecided() throws {
    #expect(try verdict(in: 2025).outcome == .met)
  }

  @Test func aYearThatIsNotPublishedYetIsPending() throws {
    #expect(try verdict(in: 2026) == Verdict(.pending, .notPublished))
  }
}

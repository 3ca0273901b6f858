import Campaign
import Testing

/// - Source: domain 2.3 "TOP_N".
@Suite struct TopNTests {
  private func outcome(_ rank: KnownRank, first: Int = 20) -> Verdict {
    let now = Datum(value: .unknown(.undetermined, .noBaseline), rank: rank)
    return TopNRule(last: first).verdict(year: 2025, direction: .lower, now: now, reference: .nothing)
  }

  // "N = 20, rank 20 shared by two provinces → MET; next is rank 22 → NOT_MET."
  @Test func bothThatShareTheTwentiethPlaceAreAmongTheFirstTwenty() {
    #expect(outcome(.exact(20, of: 63)).outcome == .met)
    #expect(outcome(.exact(22, of: 63)).outcome == .notMet)
  }

  // "Population smaller than N → NOT_APPLICABLE."
  @Test func fewerRankedThanTheDemandNamesDecidesNothing() {
    #expect(outcome(.exact(3, of: 15)).outcome == .notApplicable)
    #expect(outcome(.exact(3, of: 15)).text.vi.contains("15"))
  }

  // "Censored list shorter than N → interval logic as above."
  @Test func anIntervalDecidesWhereAllOfItAgrees() {
    #expect(outcome(.between(31, 63, of: 63)).outcome == .notMet)
    #expect(outcome(.between(11, 63, of: 63)) == Verdict(.undetermined, .rankCensored))
    #expect(outcome(.between(11, 20, of: 20)).outcome == .met)
  }

  @Test func aComputedPlaceIsShownAndNeverDecides() {
    #expect(outcome(.computed(5, of: 61)) == Verdict(.undetermined, .notPublished))
  }

  @Test func aRulebookNamesTheLastPlaceThatSatisfies() throws {
    let yaml = """
      thidua: 1
      campaign: top
      units: [{id: a}]
      criteria: [{code: x, points: 1, scoring: {kind: BIN, target: 1}}]
      indices: [{code: PAR_INDEX, series: [{year: 2025, rank: 19, of: 63}]}]
      rules: [{id: r, kind: TOP_N, of: {index: PAR_INDEX}, first: 20, window: 2025, source: "ours: a test"}]
      """
    let rule = try #require(try Rulebook(yaml: Array(yaml.utf8)).rules.first)
    #expect(rule.kindCode == "TOP_N")
    #expect(rule.kind.demand(year: 2025).vi == "thuộc nhóm 20 đơn vị đứng đầu")
  }
}

import Campaign
import Testing

/// - Source: domain 2.3 "TOP_N".
@Suite struct TopNTests {
  private func outcome(_ rank: KnownRank, first: Int = 20, before: Datum = .nothing) -> Verdict {
    TopNRule(last: first).verdict(.figures(.rank(rank), against: before, year: 2025))
  }

  // "N = 20, rank 20 shared by two provinces → MET; next is rank 22 → NOT_MET." "Tie at N → all tied units pass."
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

  // "After the merger to 34 provinces top 20 is a much weaker demand: flag POPULATION_CHANGED but evaluate."
  @Test func anotherNumberOfRankedIsEvaluatedAndFlagged() {
    let before = Datum.rank(.exact(40, of: 63))
    let verdict = outcome(.exact(19, of: 34), before: before)
    #expect(verdict.outcome == .met && verdict.reason == .populationChanged)
    #expect(verdict.text.vi.contains("34") && verdict.text.en.contains("63"))
    #expect(outcome(.exact(22, of: 34), before: before).outcome == .notMet)
    #expect(outcome(.exact(19, of: 63), before: before) == Verdict(.met))
    #expect(TopNRule(last: 20).reference(year: 2025, window: 2021...2025) == .background(2020))
  }

  @Test func aComputedPlaceIsShownAndNeverDecides() {
    #expect(outcome(.computed(5, of: 61)) == Verdict(.undetermined, .notPublished))
  }

  @Test func aRulebookNamesTheLastPlaceThatSatisfies() throws {
    let made = try rule("kind: TOP_N, of: {index: PAR}, first: 20, window: 2025")
    #expect(made.kindCode == "TOP_N" && made.kind.looksAt == .rank)
    #expect(made.kind.demand(year: 2025).vi == "thuộc nhóm 20 đơn vị đứng đầu")
  }
}

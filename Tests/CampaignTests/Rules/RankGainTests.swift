import Campaign
import Testing

/// - Source: domain 2.3 "RANK_GAIN", domain 2.4 "Higher rank number is worse".
@Suite struct RankGainTests {
  private func verdict(
    _ base: KnownRank, _ now: KnownRank, rule: RankGainRule = RankGainRule(places: 5, against: .year(2022))
  ) -> Verdict { rule.verdict(.figures(.rank(now), against: .rank(base))) }

  // "PAR INDEX 55 → 43: required 50, gain 12 → MET"; "SIPAS 42 → 35: gain 7 → MET"; "Reference rank 3, k = 5 → required 1.
  // Reference rank 1 → required 1, i.e. hold the lead."
  @Test(arguments: [
    (55, 43, Outcome.met), (42, 35, .met), (55, 50, .met), (55, 51, .notMet), (3, 1, .met), (3, 2, .notMet), (1, 1, .met),
    (1, 2, .notMet),
  ])
  func aRankGainIsCappedAtTheFirstPlace(base: Int, now: Int, expected: Outcome) {
    #expect(verdict(.exact(base, of: 63), .exact(now, of: 63)).outcome == expected)
  }

  // "PCI 37 → 2023 list stops at 30: required 32, known interval [31, 63] → UNDETERMINED/RANK_CENSORED"; "MET if the whole
  // interval satisfies, NOT_MET if none does".
  @Test(arguments: [(37, Outcome.undetermined, ReasonCode.rankCensored as ReasonCode?), (30, .notMet, nil), (70, .met, nil)])
  func aCensoredRankDecidesOnlyAsAWhole(base: Int, expected: Outcome, reason: ReasonCode?) {
    let verdict = verdict(.exact(base, of: 63), .between(31, 63, of: 63))
    #expect(verdict.outcome == expected && verdict.reason == reason)
    if reason != nil { #expect(verdict.text.vi.contains("[31, 63]") && verdict.text.en.contains("32")) }
  }

  // "63 provinces to 2024, 34 from 2025-07-01 → UNDETERMINED/POPULATION_CHANGED".
  @Test func anotherNumberOfRankedIsUndetermined() {
    #expect(verdict(.exact(40, of: 63), .exact(10, of: 34)) == Verdict(.undetermined, .populationChanged))
  }

  // "a campaign may opt into comparison of percentile positions (rank − 0.5)/total": 35 of 63 stands at 0.5476, 18 of 34 at
  // 0.5147, 19 of 34 at 0.5441, 20 of 34 at 0.5735.
  @Test(arguments: [(18, Outcome.met), (19, .met), (20, .notMet)])
  func percentilesCompareListsOfDifferentLength(now: Int, expected: Outcome) {
    let rule = RankGainRule(places: 5, against: .year(2024), percentile: true)
    #expect(verdict(.exact(40, of: 63), .exact(now, of: 34), rule: rule).outcome == expected)
    #expect(verdict(.exact(40, of: 63), .exact(35, of: 63), rule: rule).outcome == .met)
  }

  @Test func percentilesOfTheLargestListsAreExact() {
    let rule = RankGainRule(places: 1, against: .year(2024), percentile: true)
    let (a, b) = (Int(UInt32.max), Int(UInt32.max) - 1)
    #expect(verdict(.exact(a, of: a), .exact(b, of: b), rule: rule).outcome == .notMet)
  }

  // "Reference not yet published → PENDING/NOT_PUBLISHED".
  @Test func aReferenceThatIsNotPublishedYetIsPending() {
    #expect(verdict(.unknown(.pending, .notPublished), .exact(10, of: 63)) == Verdict(.pending, .notPublished))
  }

  // "a figure that the publisher will never give → UNDETERMINED/NOT_PUBLISHED; a rank that others computed is shown as
  // computed"
  @Test func aComputedPlaceNeverDecides() {
    #expect(verdict(.exact(54, of: 63), .computed(20, of: 61)).reason == .notPublished)
    #expect(verdict(.computed(54, of: 61), .exact(20, of: 63)).outcome == .undetermined)
    #expect(verdict(.exact(54, of: 63), .unknown(.undetermined, .notPublished)) == Verdict(.undetermined, .notPublished))
  }

  @Test func withoutAReferenceThereIsNoBaseline() {
    #expect(verdict(.unknown(.undetermined, .noBaseline), .exact(1, of: 63)) == Verdict(.undetermined, .noBaseline))
    #expect(verdict(.between(31, 63, of: 63), .exact(1, of: 63)) == Verdict(.undetermined, .rankCensored))
  }

  // 2.4: "Definition changed between years".
  @Test func placesByTwoDefinitionsAreNotCompared() {
    let rule = RankGainRule(places: 5, against: .year(2022))
    let verdict = rule.verdict(.figures(.rank(.exact(1, of: 63), generation: 1), against: .rank(.exact(9, of: 63))))
    #expect(verdict == Verdict(.undetermined, .definitionChanged))
  }

  @Test func aRulebookNamesPlacesAndReference() throws {
    let made = try rule("kind: RANK_GAIN, of: {index: PAR}, by: 5, against: 2022, percentile: true, window: 2023")
    #expect((made.kind as? RankGainRule)?.percentile == true)
    #expect(made.kind.needed(.rank(.exact(55, of: 63)))?.vi == "cần bậc ≤ 50")
    #expect(refusal("kind: RANK_GAIN, of: {criterion: k}, by: 5, against: 2022, window: 2023") == (.contradiction, "rules[0].of"))
    #expect(refusal("kind: RANK_GAIN, of: {index: PAR}, by: 0, against: 2022, window: 2023") == (.badValue, "rules[0].by"))
  }
}

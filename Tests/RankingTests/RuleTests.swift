import Campaign
import Testing

/// The worked numbers of domain 2.3, kind by kind.
@Suite struct RuleTests {
  static func value(_ numerator: Int, _ denominator: Int) -> Datum {
    Datum(value: .value(Fraction(Int128(numerator), Int128(denominator))), rank: .unknown(.undetermined, .noBaseline))
  }
  static func value(_ text: String) -> Datum {
    Datum(value: .value(ExactDecimal(text)!.fraction), rank: .unknown(.undetermined, .noBaseline))
  }
  static func rank(_ rank: KnownRank) -> Datum { Datum(value: .unknown(.undetermined, .noBaseline), rank: rank) }

  // domain 2.3 THRESHOLD: at least 99 %; 1 192 of 1 204 is 99.0033 %, 1 191 is 98.9203 %.
  @Test(arguments: [(119_200, Outcome.met), (119_100, .notMet)])
  func aThresholdComparesExactly(numerator: Int, expected: Outcome) {
    let rule = ThresholdRule(comparison: .atLeast, target: ExactDecimal(99))
    #expect(rule.verdict(year: 2023, direction: .higher, now: Self.value(numerator, 1_204), reference: .nothing).outcome == expected)
  }

  // domain 2.2, convention 1: 98.996 % prints as 99.00 % and is not 99 %.
  @Test func aRoundedValueDoesNotDecide() {
    let rule = ThresholdRule(comparison: .atLeast, target: ExactDecimal(99))
    #expect(rule.verdict(year: 2023, direction: .higher, now: Self.value("98.996"), reference: .nothing).outcome == .notMet)
  }

  // domain 2.2, convention 3 and 2.3 MAINTAIN: 4 811 of 4 812 is not 100 %.
  @Test(arguments: [(4_812, Outcome.met), (4_811, .notMet)])
  func aHundredPercentIsNumeratorEqualsDenominator(numerator: Int, expected: Outcome) {
    let rule = ThresholdRule(comparison: .equal, target: ExactDecimal(100))
    #expect(rule.verdict(year: 2023, direction: .higher, now: Self.value(100 * numerator, 4_812), reference: .nothing).outcome == expected)
  }

  // domain 2.3 THRESHOLD: with nothing resolved, not applicable.
  @Test func noCasesAreNotApplicable() {
    let none = Datum(value: .unknown(.notApplicable, .zeroDenominator), rank: .unknown(.notApplicable, .noBaseline))
    let verdict = ThresholdRule(comparison: .atLeast, target: ExactDecimal(99)).verdict(year: 2023, direction: .higher, now: none, reference: .nothing)
    #expect(verdict.outcome == .notApplicable && verdict.reason == .zeroDenominator)
  }

  // domain 2.3 SCHEDULE: 30 % for 2020, 60 % from 2021; 45 % is met in 2020 and not in 2021; before 2020 there is no target.
  @Test(arguments: [(2019, Outcome.pending), (2020, .met), (2021, .notMet), (2025, .notMet)])
  func aScheduleHoldsFromItsYearOn(year: Int, expected: Outcome) throws {
    let yaml = """
      thidua: 1
      campaign: s
      units: [{id: a}]
      criteria: [{code: k, points: 1, scoring: {kind: BIN, target: 1}}]
      rules: [{id: r, kind: SCHEDULE, of: {criterion: k}, at-least: {2020: 30, 2021: 60}, window: [2019, 2025], source: "ours: test"}]
      """
    let rule = try #require(Rulebook(yaml: Array(yaml.utf8)).rules.first)
    let verdict = rule.kind.verdict(year: year, direction: .higher, now: Self.value("45"), reference: .nothing)
    #expect(verdict.outcome == expected)
    #expect(verdict.reason == (expected == .pending ? .noTarget : nil))
  }

  // domain 2.3 INCREASE: PAR INDEX 81.35 → 86.14 is met, PAPI 41.62 → 39.89 is not, equal is not better.
  @Test(arguments: [("81.35", "86.14", Outcome.met), ("41.62", "39.89", .notMet), ("50", "50.00", .notMet), ("84", "85", .met)])
  func anIncreaseIsStrict(base: String, now: String, expected: Outcome) {
    let verdict = IncreaseRule().verdict(year: 2023, direction: .higher, now: Self.value(now), reference: Self.value(base))
    #expect(verdict.outcome == expected)
    #expect(IncreaseRule().verdict(year: 2023, direction: .lower, now: Self.value(base), reference: Self.value(now)).outcome == expected)
  }

  @Test(arguments: [("4.79", Outcome.met), ("4.80", .notMet)])
  func aLeastImprovementIncludesItself(delta: String, expected: Outcome) {
    let rule = IncreaseRule(minimum: ExactDecimal(delta)!)
    #expect(rule.verdict(year: 2023, direction: .higher, now: Self.value("86.14"), reference: Self.value("81.35")).outcome == expected)
  }

  // domain 2.4: no baseline is never read as 0.
  @Test func withoutABaselineAnIncreaseIsUndetermined() {
    let none = Datum(value: .unknown(.undetermined, .noBaseline), rank: .unknown(.undetermined, .noBaseline))
    let verdict = IncreaseRule().verdict(year: 2024, direction: .higher, now: Self.value("84"), reference: none)
    #expect(verdict.outcome == .undetermined && verdict.reason == .noBaseline)
  }

  // domain 2.3 RANK_GAIN: 55 → 43 needs 50; 42 → 35 needs 37; from 3 with k = 5 the lead is enough; the lead must be held.
  @Test(arguments: [
    (55, 43, Outcome.met), (42, 35, .met), (55, 50, .met), (55, 51, .notMet), (3, 1, .met), (3, 2, .notMet), (1, 1, .met), (1, 2, .notMet),
  ])
  func aRankGainIsCappedAtTheFirstPlace(base: Int, now: Int, expected: Outcome) {
    let verdict = RankGainRule(places: 5, against: .year(2022)).verdict(
      year: 2023, direction: .lower, now: Self.rank(.exact(now, of: 63)), reference: Self.rank(.exact(base, of: 63)))
    #expect(verdict.outcome == expected)
  }

  // domain 2.3 RANK_GAIN: a place that is known only as an interval decides when the whole interval agrees.
  @Test(arguments: [(37, Outcome.undetermined, ReasonCode.rankCensored as ReasonCode?), (30, .notMet, nil), (70, .met, nil)])
  func aCensoredRankDecidesOnlyAsAWhole(base: Int, expected: Outcome, reason: ReasonCode?) {
    let verdict = RankGainRule(places: 5, against: .year(2022)).verdict(
      year: 2023, direction: .lower, now: Self.rank(.between(31, 63, of: 63)), reference: Self.rank(.exact(base, of: 63)))
    #expect(verdict.outcome == expected && verdict.reason == reason)
  }

  // domain 2.3 RANK_GAIN: 63 provinces to 2024, 34 from July 2025.
  @Test func anotherNumberOfRankedIsUndetermined() {
    let verdict = RankGainRule(places: 5, against: .year(2024)).verdict(
      year: 2025, direction: .lower, now: Self.rank(.exact(10, of: 34)), reference: Self.rank(.exact(40, of: 63)))
    #expect(verdict.outcome == .undetermined && verdict.reason == .populationChanged)
  }

  // domain 2.3 RANK_GAIN: the reference is not published yet.
  @Test func aReferenceThatIsNotPublishedYetIsPending() {
    let verdict = RankGainRule(places: 5, against: .year(2022)).verdict(
      year: 2023, direction: .lower, now: Self.rank(.exact(10, of: 63)), reference: .nothing)
    #expect(verdict.outcome == .pending && verdict.reason == .notPublished)
  }
}

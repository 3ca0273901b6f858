import Campaign
import Testing

/// - Source: domain 2.3 "INCREASE", domain 2.4 "No baseline", "Baseline later revised", "Definition changed between years".
@Suite struct IncreaseTests {
  private func outcome(
    _ base: Datum, _ now: Datum, _ direction: Direction = .higher, rule: IncreaseRule = IncreaseRule()
  ) -> Verdict {
    rule.verdict(.figures(now, against: base, direction: direction))
  }

  // "Kon Tum PAR INDEX 2022 = 81.35, 2023 = 86.14 → MET. PAPI 2020 = 41.62, 2021 = 39.89 → NOT_MET." "Equal value → NOT_MET."
  @Test(arguments: [("81.35", "86.14", Outcome.met), ("41.62", "39.89", .notMet), ("50", "50.00", .notMet), ("84", "85", .met)])
  func anIncreaseIsStrict(base: String, now: String, expected: Outcome) {
    #expect(outcome(.value(base), .value(now)).outcome == expected)
    #expect(outcome(.value(now), .value(base), .lower).outcome == expected)
  }

  // 2.4: "base 81.35 corrected to 81.53 after publication: Δ from +4.79 to +4.61, still MET".
  @Test(arguments: [("81.35", "4.79", "4.80"), ("81.53", "4.61", "4.62")])
  func aLeastImprovementIncludesItself(base: String, reached: String, missed: String) {
    let now = Datum.value("86.14")
    #expect(outcome(.value(base), now).outcome == .met)
    #expect(outcome(.value(base), now, rule: IncreaseRule(minimum: ExactDecimal(reached)!)).outcome == .met)
    #expect(outcome(.value(base), now, rule: IncreaseRule(minimum: ExactDecimal(missed)!)).outcome == .notMet)
    #expect(outcome(now, .value(base), .lower, rule: IncreaseRule(minimum: ExactDecimal(reached)!)).outcome == .met)
  }

  // 2.4: "UNDETERMINED/NO_BASELINE; never assume 0".
  @Test func withoutABaselineItIsUndetermined() {
    #expect(outcome(.noBaseline, .value("84")) == Verdict(.undetermined, .noBaseline))
    #expect(outcome(Datum(unknown: .notApplicable, .zeroDenominator), .value("84")) == Verdict(.undetermined, .noBaseline))
  }

  // "Methodology change between the years → UNDETERMINED/DEFINITION_CHANGED".
  @Test func figuresOfTwoDefinitionsAreNotCompared() {
    #expect(outcome(.value("12", generation: 0), .value("50", generation: 1)) == Verdict(.undetermined, .definitionChanged))
    #expect(outcome(.value("12", generation: 1), .value("50", generation: 1)).outcome == .met)
    #expect(outcome(.value("12", generation: nil), .value("50", generation: nil)).reason == .definitionChanged)
  }

  // 2.2, convention 7: "A provisional input makes the outcome provisional."
  @Test func aBaselineThatIsNotFinalDecidesNothingYet() {
    #expect(outcome(.value("12", isProvisional: true), .value("50")) == Verdict(.pending, .baselineProvisional))
  }

  // It looks at the score: "Score and rank can move in opposite directions."
  @Test func theRankPlaysNoPart() {
    var (then, now) = (Datum.value("79.46"), Datum.value("81.05"))
    (then.rank, now.rank) = (.exact(20, of: 63), .exact(27, of: 63))
    #expect(outcome(then, now).outcome == .met)
    #expect(IncreaseRule().looksAt == .value && IncreaseRule().reference(year: 2021, window: 2021...2025) == .year(2020))
  }

  @Test func numbersOfAnySizeAreComparedOrRefusedNeverTrapped() {
    let huge = Datum(value: .value(Fraction(.max, 3)))
    #expect(outcome(huge, huge).outcome == .notMet)
    #expect(outcome(huge, huge, rule: IncreaseRule(minimum: ExactDecimal("0.1")!)) == Verdict(.undetermined, .outOfRange))
  }

  @Test func aFallIsNoLeastImprovement() {
    #expect(refusal("kind: INCREASE, of: {index: PCI}, min-delta: -1, window: 2023") == (.badValue, "rules[0].min-delta"))
  }
}

import Campaign
import Testing

/// - Source: domain 2.3 "THRESHOLD", domain 2.2 conventions 1–6.
@Suite struct ThresholdTests {
  // "Target ≥ 99% on-time. Resolved 1 204, of which early+on time 1 192 → 99.0033…% → MET. With 1 191: 98.9203…% → NOT_MET."
  @Test(arguments: [(1_192, Outcome.met), (1_191, .notMet)])
  func aThresholdComparesExactly(onTime: Int, expected: Outcome) {
    let rule = ThresholdRule(comparison: .atLeast, target: ExactDecimal(99))
    #expect(rule.verdict(.figures(.ratio(onTime, 1_204))).outcome == expected)
  }

  // 2.2, convention 1: "98.996% does not satisfy ≥ 99% although it prints as 99.00%."
  @Test func aRoundedValueDoesNotDecide() {
    let rule = ThresholdRule(comparison: .atLeast, target: ExactDecimal(99))
    #expect(rule.verdict(.figures(.value("98.996"))).outcome == .notMet)
    #expect(ExactDecimal("98.996")!.fraction.text().en == "99.00")
  }

  // 2.2, convention 3: "100% means = 100, evaluated as numerator = denominator on integers."
  @Test(arguments: [(4_812, Outcome.met), (4_811, .notMet)])
  func aHundredPercentIsNumeratorEqualsDenominator(numerator: Int, expected: Outcome) {
    let rule = ThresholdRule(comparison: .equal, target: ExactDecimal(100))
    #expect(rule.verdict(.figures(.ratio(numerator, 4_812))).outcome == expected)
  }

  // "Zero-tolerance is THRESHOLD with = 0 on a count."
  @Test(arguments: [("0", Outcome.met), ("1", .notMet)])
  func zeroToleranceIsACountOfZero(count: String, expected: Outcome) {
    #expect(ThresholdRule(comparison: .equal, target: ExactDecimal(0)).verdict(.figures(.value(count))).outcome == expected)
  }

  // "With resolved 0: NOT_APPLICABLE"; "no late dossier → NOT_APPLICABLE, not 100% and not 0%".
  @Test func noCasesAreNotApplicable() {
    let none = Datum(unknown: .notApplicable, .zeroDenominator)
    #expect(
      ThresholdRule(comparison: .atLeast, target: ExactDecimal(99)).verdict(.figures(none))
        == Verdict(.notApplicable, .zeroDenominator))
  }

  // 2.2: the last four outcomes are handed on, never turned into a failure. 2.2, convention 6: "Null (not entered) ≠ 0."
  @Test(arguments: [
    (Outcome.pending, ReasonCode.notDue), (.missing, .notSubmitted), (.undetermined, .notPublished),
  ])
  func whatIsNotKnownIsHandedOn(outcome: Outcome, reason: ReasonCode) {
    let rule = ThresholdRule(comparison: .atMost, target: ExactDecimal(0))
    #expect(rule.verdict(.figures(Datum(unknown: outcome, reason))) == Verdict(outcome, reason))
  }

  // 2.1: "v op target with op ∈ {≥, >, =, ≤, <}".
  @Test(arguments: [
    (Comparison.atLeast, [false, true, true]), (.above, [false, false, true]), (.equal, [false, true, false]),
    (.atMost, [true, true, false]), (.below, [true, false, false]),
  ])
  func theFiveComparisons(comparison: Comparison, expected: [Bool]) {
    let rule = ThresholdRule(comparison: comparison, target: ExactDecimal(80))
    #expect(["79.99", "80.00", "80.01"].map { rule.verdict(.figures(.value($0))).outcome == .met } == expected)
  }

  @Test func aRulebookNamesExactlyOneComparison() throws {
    let made = try rule("kind: THRESHOLD, of: {criterion: k}, at-least: 99.5, window: 2023")
    #expect(made.kind.demand(year: 2023) == LocalizedText("≥ 99,5", en: "≥ 99.5"))
    #expect(refusal("kind: THRESHOLD, of: {criterion: k}, window: 2023").code == .badValue)
    #expect(refusal("kind: THRESHOLD, of: {criterion: k}, at-least: 1, below: 2, window: 2023").code == .badValue)
    #expect(refusal("kind: THRESHOLD, of: {criterion: k}, at-leest: 1, window: 2023") == (.unknownKey, "rules[0].at-leest"))
  }
}

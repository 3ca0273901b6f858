import Campaign
import Testing

/// - Source: domain 2.3 "REDUCTION".
@Suite struct ReductionTests {
  private func verdict(_ rule: ReductionRule, _ base: Datum, _ now: Datum, year: Int = 2030) -> Verdict {
    rule.verdict(.figures(now, against: base, year: year, window: 2025...2030, direction: .lower))
  }
  private func percent(_ verdict: Verdict) -> String? { verdict.share?.text().en }

  // "(a) base 2025 = 10 000; 2030 = 8 950 → 10.50% → MET; 9 000 → exactly 10% → MET; 9 001 → 9.99% → NOT_MET."
  @Test(arguments: [("8950", Outcome.met, "10.50"), ("9000", .met, "10.00"), ("9001", .notMet, "9.99")])
  func staffPaidByTheState(now: String, expected: Outcome, share: String) {
    let rule = ReductionRule(percent: ExactDecimal(10), against: .year(2025))
    let verdict = verdict(rule, .value("10000"), .value(now))
    #expect(verdict.outcome == expected && percent(verdict) == share && !verdict.overfulfilled)
    #expect(verdict.text.vi.contains("giảm"))
  }

  // "(b) mean 1 100; mean 2026–2030 = 970 → 11.82% → MET (inside 10–15); 930 → 15.45% → MET, over-fulfilled." "reaching the
  // lower end is MET; exceeding hi is still MET".
  @Test(arguments: [
    ("970", Outcome.met, "11.82", false), ("930", .met, "15.45", true), ("935", .met, "15.00", false),
    ("995", .notMet, "9.55", false),
  ])
  func directSpending(now: String, expected: Outcome, share: String, over: Bool) {
    let rule = ReductionRule(
      percent: ExactDecimal(10), stretch: ExactDecimal(15), against: .mean(2021...2025, enough: 5), years: 2026...2030)
    let verdict = verdict(rule, .value("1100"), .value(now))
    #expect(verdict.outcome == expected && percent(verdict) == share && verdict.overfulfilled == over)
    #expect(verdict.text.vi.contains("vượt mức") == over)
    #expect(rule.now(year: 2028) == .mean(2026...2030, enough: 5))
  }

  // "(c) Statutory days 15+10+20 = 45, applied 11+8+15 = 34 → 24.44% → NOT_MET for ≥ 25% (mean of the three ratios, 23.89%, is
  // not used)."
  @Test func handlingTimeAgainstTheNorm() {
    let rule = ReductionRule(percent: ExactDecimal(25), against: .norm)
    let verdict = verdict(rule, .value("100"), .ratio(34, 45), year: 2025)
    #expect(verdict.outcome == .notMet && percent(verdict) == "24.44")
    #expect(verdict.share == Fraction(1100, 45))
  }

  // "is read as total reduction by the end year, not 10% every year; the alternative reading is a parameter."
  @Test func totalOrEveryYear() {
    let total = ReductionRule(percent: ExactDecimal(10), against: .year(2025))
    #expect(total.reference(year: 2028, window: 2025...2030) == .year(2025))
    let yearly = ReductionRule(percent: ExactDecimal(10), against: .none)
    #expect(yearly.yearly && yearly.reference(year: 2028, window: 2025...2030) == .year(2027))
  }

  // "base = 0 → UNDETERMINED/ZERO_DENOMINATOR."
  @Test func aBaseOfZeroDecidesNothing() {
    let rule = ReductionRule(percent: ExactDecimal(10), against: .year(2025))
    #expect(verdict(rule, .value("0"), .value("5")) == Verdict(.undetermined, .zeroDenominator))
    let norm = ReductionRule(percent: ExactDecimal(10), against: .norm)
    #expect(verdict(norm, .value("100"), Datum(unknown: .notApplicable, .zeroDenominator)).reason == .zeroDenominator)
    #expect(verdict(norm, .value("100"), Datum(unknown: .notApplicable, .zeroDenominator)).outcome == .undetermined)
  }

  // "Missing years in a mean → UNDETERMINED/NO_BASELINE"; a base that is not out yet is pending.
  @Test func withoutABase() {
    let rule = ReductionRule(percent: ExactDecimal(10), against: .mean(2021...2025, enough: 5))
    #expect(verdict(rule, .noBaseline, .value("5")) == Verdict(.undetermined, .noBaseline))
    #expect(verdict(rule, .nothing, .value("5")) == Verdict(.pending, .notPublished))
    #expect(verdict(rule, .value("9", isProvisional: true), .value("5")) == Verdict(.pending, .baselineProvisional))
    #expect(verdict(rule, .value("9", generation: nil), .value("5")) == Verdict(.undetermined, .definitionChanged))
    #expect(verdict(rule, .value("9"), Datum(unknown: .missing, .notSubmitted)) == Verdict(.missing, .notSubmitted))
  }

  // "Read as mean of 2026–2030": before 2030 the mean is not complete.
  @Test func aMeanThatIsNotCompleteShowsHowFarItIs() {
    let rule = ReductionRule(percent: ExactDecimal(10), against: .mean(2021...2025, enough: 5), years: 2026...2030)
    let verdict = verdict(rule, .value("1100"), .value("970"), year: 2027)
    #expect(verdict.outcome == .pending && verdict.reason == .notDue && percent(verdict) == "11.82")
  }

  @Test func aRiseIsSaidAsARise() {
    let rule = ReductionRule(percent: ExactDecimal(10), against: .year(2025))
    let verdict = verdict(rule, .value("100"), .value("103"))
    #expect(verdict.outcome == .notMet && verdict.text == LocalizedText("tăng 3,00%", en: "up 3.00%"))
  }

  @Test func numbersBeyondTheExactRangeAreSaidToBe() {
    let rule = ReductionRule(percent: ExactDecimal(10), against: .year(2025))
    let (base, now) = (Datum(value: .value(Fraction(.max, 7))), Datum(value: .value(Fraction(.max - 1, 11))))
    #expect(verdict(rule, base, now) == Verdict(.undetermined, .outOfRange))
  }

  @Test func whatARulebookSays() throws {
    let keys = """
      kind: REDUCTION, of: {criterion: n}, by: 10, stretch: 15, against: [2021, 2025], now: [2026, 2030], enough-years: 4, \
      window: [2025, 2030], due: end
      """
    let made = try #require(try rule(keys).kind as? ReductionRule)
    #expect(made.against == .mean(2021...2025, enough: 4) && made.years == 2026...2030 && made.stretch == ExactDecimal(15))
    #expect(made.demand(year: 2030).vi == "giảm ít nhất 10% đến 15% so với bình quân 2021–2025")
    let norm = try rule("kind: REDUCTION, of: {criterion: k}, by: 25, against: norm, window: 2025")
    #expect(norm.kind.demand(year: 2025).en == "down at least 25% against the norm")
    let yearly = try rule("kind: REDUCTION, of: {criterion: n}, by: 10, yearly: true, window: 2026")
    #expect((yearly.kind as? ReductionRule)?.yearly == true)
  }

  @Test(arguments: [
    ("of: {criterion: n}, by: 10, window: 2025", ProblemCode.missingKey, "rules[0]"),
    ("of: {criterion: n}, by: 0, against: 2025, window: 2025", .badValue, "rules[0].by"),
    ("of: {criterion: n}, by: 10, stretch: 10, against: 2025, window: 2025", .contradiction, "rules[0].stretch"),
    ("of: {criterion: n}, by: 10, against: 2025, yearly: true, window: 2025", .contradiction, "rules[0].against"),
    ("of: {criterion: n}, by: 10, against: 2025, enough-years: 1, window: 2025", .contradiction, "rules[0].enough-years"),
    ("of: {criterion: n}, by: 10, against: [2021, 2025], enough-years: 6, window: 2025", .badValue, "rules[0].enough-years"),
    ("of: {criterion: n}, by: 10, against: [2025, 2021], window: 2025", .contradiction, "rules[0].against"),
    ("of: {criterion: n}, by: 10, against: norm, window: 2025", .contradiction, "rules[0].of"),
    ("of: {index: PCI}, by: 10, against: norm, window: 2025", .contradiction, "rules[0].of"),
    ("of: {criterion: n}, by: 10, against: 2020, now: [2024, 2026], window: 2025", .contradiction, "rules[0].now"),
  ])
  func whatAReductionMayNotSay(keys: String, code: ProblemCode, key: String) {
    #expect(refusal("kind: REDUCTION, \(keys)") == (code, key))
  }
}

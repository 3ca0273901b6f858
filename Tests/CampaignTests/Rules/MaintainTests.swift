import Campaign
import Testing

/// - Source: domain 2.3 "MAINTAIN".
@Suite struct MaintainTests {
  private let kept = MaintainRule(ThresholdRule(comparison: .equal, target: ExactDecimal(100)))
  private static let whole = Datum.ratio(4_812, 4_812)

  private func verdict(_ months: [Datum], rule: MaintainRule? = nil) -> Verdict {
    var one = RuleCase(year: 2023)
    one.periods = months.enumerated().map { .init(Period(kind: .legalMonth, year: 2023, month: $0 + 1)!, $1) }
    return (rule ?? kept).verdict(one)
  }
  private func year(_ seventh: Datum) -> [Datum] {
    var months = Array(repeating: Self.whole, count: 12)
    months[6] = seventh
    return months
  }

  // "11 months 100% and one month 4 811/4 812 → NOT_MET, first broken in that month."
  @Test func oneMonthBreaksTheYear() {
    #expect(verdict(year(Self.whole)) == Verdict(.met))
    let broken = verdict(year(.ratio(4_811, 4_812)))
    #expect(broken.outcome == .notMet && broken.brokenIn == Period("2023-07", kind: .legalMonth))
    #expect(broken.text.vi == "không giữ được từ tháng 7/2023" && broken.text.en == "not kept since month 7/2023")
  }

  // "One NOT_MET makes the whole NOT_MET from that period on".
  @Test func theFirstOfSeveralIsNamed() {
    var months = year(.ratio(1, 2))
    months[9] = .ratio(1, 2)
    #expect(verdict(months).brokenIn?.month == 7)
  }

  // "MISSING also breaks it".
  @Test func aMonthThatNobodyFiledBreaksItToo() {
    let broken = verdict(year(Datum(unknown: .missing, .notSubmitted)))
    #expect(broken.outcome == .notMet && broken.reason == .notSubmitted && broken.brokenIn?.month == 7)
    #expect(broken.text.vi.contains("chưa nộp báo cáo"))
  }

  // "NOT_APPLICABLE periods are skipped".
  @Test func aMonthWithoutCasesIsPassedOver() {
    let none = Datum(unknown: .notApplicable, .zeroDenominator)
    #expect(verdict(year(none)) == Verdict(.met))
    #expect(verdict([none, none]) == Verdict(.notApplicable, .zeroDenominator))
  }

  @Test func whatIsOpenStaysOpenUnlessItIsBroken() {
    let (unknown, late) = (Datum(unknown: .undetermined, .notPublished), Datum(unknown: .pending, .notDue))
    #expect(verdict([]) == Verdict(.pending, .notDue))
    #expect(verdict([Self.whole, late]) == Verdict(.pending, .notDue))
    #expect(verdict([late, unknown, Self.whole]) == Verdict(.undetermined, .notPublished))
    #expect(verdict([unknown, .ratio(0, 1)]).outcome == .notMet)
  }

  @Test func theInnerRuleMayChangeByYear() throws {
    let schedule = YearTargets([
      .init(from: 2022, through: nil, .fixed(ExactDecimal(90))), .init(from: 2023, through: nil, .fixed(ExactDecimal(95))),
    ])
    let rule = MaintainRule(ScheduleRule(comparison: .atLeast, targets: schedule))
    var one = RuleCase(year: 2023, window: 2022...2023)
    one.periods = [2022, 2023].map { .init(Period(kind: .year, year: $0)!, .value("92")) }
    #expect(rule.verdict(one).brokenIn?.year == 2023)
  }

  @Test func whatARulebookSays() throws {
    let made = try rule("kind: MAINTAIN, of: {criterion: k}, rule: {kind: THRESHOLD, equal: 100}, window: [2021, 2025]")
    #expect(made.kind.everyPeriod && made.kind.demand(year: 2021).vi == "giữ vững = 100 trong mọi kỳ")
    #expect(try rule("kind: MAINTAIN, of: {index: PCI}, rule: {kind: IN_BAND, at-least: Khá}, window: 2025").kind.looksAt == .band)
  }

  @Test(arguments: [
    ("of: {criterion: k}", ProblemCode.missingKey, "rules[0]"),
    ("of: {criterion: k}, rule: {equal: 100}", .missingKey, "rules[0].rule"),
    ("of: {criterion: k}, rule: {kind: INCREASE}", .badValue, "rules[0].rule.kind"),
    ("of: {criterion: k}, rule: {kind: MAINTAIN, rule: {kind: THRESHOLD, equal: 1}}", .badValue, "rules[0].rule.kind"),
    ("of: {criterion: k}, rule: {kind: THRESHOLD, equl: 100}", .unknownKey, "rules[0].rule.equl"),
    ("of: {criterion: k}, rule: {kind: THRESHOLD, equal: 100, window: 2023}", .unknownKey, "rules[0].rule.window"),
    ("of: {criterion: k}, rule: {kind: TOP_N, first: 3}", .contradiction, "rules[0].of"),
    ("of: {index: PCI}, rule: {kind: IN_BAND, at-least: Kha}", .unknownReference, "rules[0].rule.at-least"),
  ])
  func whatItMayNotSay(keys: String, code: ProblemCode, key: String) {
    #expect(refusal("kind: MAINTAIN, window: 2023, \(keys)") == (code, key))
  }
}

import Campaign
import Testing

/// - Source: domain 2.3 "CADENCE".
@Suite struct CadenceTests {
  private static let elevenMonths = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12].map { "2023-\($0 < 10 ? "0" : "")\($0)-15" }

  // "Monthly briefing; 12 closed months, 11 with a record → 91.67%; required every month → NOT_MET."
  @Test func elevenOfTwelveBriefings() {
    let verdict = CadenceRule(every: .month).verdict(.deliveries(Self.elevenMonths, asOf: "2024-01-01", year: 2023))
    #expect(verdict.outcome == .notMet && verdict.share?.text().en == "91.67")
    #expect(
      verdict.text
        == LocalizedText("11/12 tháng đã qua, thiếu tháng 7/2023", en: "11 of 12 past months, none in month 7/2023"))
    let most = CadenceRule(every: .month, least: ExactDecimal(90))
      .verdict(.deliveries(Self.elevenMonths, asOf: "2024-01-01", year: 2023))
    #expect(most.outcome == .met)
  }

  // "In each interval of the calendar (week, month, quarter, year) at least m accepted events."
  @Test func asManyEventsAsAreDemanded() {
    let twice = CadenceRule(every: .quarter, times: 2)
    let dates = ["2023-01-01", "2023-03-31", "2023-04-01", "2023-06-30", "2023-07-01", "2023-09-30", "2023-10-01", "2023-12-31"]
    #expect(twice.verdict(.deliveries(dates, asOf: "2024-01-01", year: 2023)).outcome == .met)
    #expect(twice.verdict(.deliveries(Array(dates.dropLast()), asOf: "2024-01-01", year: 2023)).outcome == .notMet)
  }

  // "An event counts for the interval that contains its date, not its entry date."
  @Test func theDateOfTheEventCounts() {
    var one = RuleCase.deliveries([], asOf: "2024-06-01", year: 2023)
    one.deliveries = [delivery("2023-12-31", enteredOn: "2024-01-20")]
    #expect(CadenceRule(every: .year).verdict(one).outcome == .met)
    one.deliveries = [delivery("2024-01-01", enteredOn: "2024-01-20")]
    #expect(CadenceRule(every: .year).verdict(one).outcome == .missing)
  }

  // "A late report satisfies the existence part and fails the timeliness part: keep both."
  @Test func aLateEntryIsMetAndLate() {
    var one = RuleCase.deliveries([], asOf: "2024-06-01", year: 2023)
    one.deliveries = [delivery("2023-12-31", enteredOn: "2024-01-20")]
    let verdict = CadenceRule(every: .year).verdict(one)
    #expect(verdict.outcome == .met && verdict.daysLate == 20 && verdict.text.en.contains("20 days late"))
    one.deliveries.append(delivery("2023-12-31", item: "x", enteredOn: "2023-12-31"))
    #expect(CadenceRule(every: .year).verdict(one).daysLate == nil)
    #expect(CadenceRule(every: .year, times: 2).verdict(one).daysLate == 20)
  }

  // "value = satisfied intervals / closed intervals": the day after its last, an interval is closed.
  @Test func onlyClosedIntervalsCount() {
    let rule = CadenceRule(every: .month)
    let none = rule.verdict(.deliveries([], asOf: "2023-01-31", year: 2023))
    #expect(none == Verdict(.pending, .notDue))
    let two = rule.verdict(.deliveries(["2023-01-02", "2023-02-02", "2023-03-02"], asOf: "2023-03-01", year: 2023))
    #expect(two.outcome == .pending && two.share == Fraction(200, 2))
    #expect(rule.verdict(.deliveries([], asOf: nil, year: 2023)).outcome == .pending)
  }

  // Decision 12: a plan of May asks nothing of January, and one that ended in June nothing of July.
  @Test func intervalsOutsideTheCampaignAreNotAskedFor() {
    var one = RuleCase.deliveries(["2020-05-20", "2020-06-01"], asOf: "2021-01-01", year: 2020)
    #expect(CadenceRule(every: .month).verdict(one).outcome == .notMet)
    one.campaign = (CivilDate("2020-05-15"), CivilDate("2020-06-14"))
    #expect(CadenceRule(every: .month).verdict(one).outcome == .met)
    #expect(CadenceRule(every: .month).verdict(one).share == Fraction(200, 2))
    #expect(CadenceRule(every: .year).verdict(one).outcome == .met)
    one.campaign = (CivilDate("2021-01-15"), nil)
    #expect(CadenceRule(every: .month).verdict(one).outcome == .notApplicable)
  }

  @Test func whatCanNoLongerBeMadeGoodIsDecidedAtOnce() {
    let dates = ["2023-01-02", "2023-03-02"]
    #expect(CadenceRule(every: .month).verdict(.deliveries(dates, asOf: "2023-04-01", year: 2023)).outcome == .notMet)
    let most = CadenceRule(every: .month, least: ExactDecimal(90))
    #expect(most.verdict(.deliveries(dates, asOf: "2023-04-01", year: 2023)).outcome == .pending)
    // 2.2: nothing at all in anything that is over is MISSING.
    #expect(CadenceRule(every: .month).verdict(.deliveries([], asOf: "2023-04-01", year: 2023)).outcome == .missing)
  }

  @Test(arguments: [
    (2020, 53, "2019-12-30", "2021-01-03"), (2023, 52, "2023-01-02", "2023-12-31"), (2026, 53, "2025-12-29", "2027-01-03"),
  ])
  func weeksBeginOnMondayAndBelongToTheYearOfTheirThursday(year: Int, count: Int, first: String, last: String) {
    let weeks = CadenceRule(every: .week).spans(in: year)
    #expect(weeks.count == count && weeks.first?.first == CivilDate(first) && weeks.last?.last == CivilDate(last))
    #expect(zip(weeks, weeks.dropFirst()).allSatisfy { $0.last + 1 == $1.first })
  }

  @Test(arguments: [(CadenceRule.Interval.month, 12), (.quarter, 4), (.year, 1)])
  func intervalsOfAYearFollowEachOther(every: CadenceRule.Interval, count: Int) {
    let spans = CadenceRule(every: every).spans(in: 2024)
    #expect(spans.count == count && spans.first?.first == CivilDate("2024-01-01") && spans.last?.last == CivilDate("2024-12-31"))
    #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.last + 1 == $1.first })
  }

  // 2.5: "CADENCE (interval by reference)", "interval unspecified": events are shown, nothing is decided.
  @Test func anUnnamedIntervalShowsTheEventsAndDecidesNothing() {
    let verdict = CadenceRule(every: .unspecified)
      .verdict(.deliveries(["2022-05-01", "2023-05-01", "2023-06-01"], asOf: "2024-01-01", year: 2023))
    #expect(verdict.outcome == .undetermined && verdict.reason == .noTarget && verdict.text.vi.hasPrefix("2 lần trong năm 2023"))
  }

  @Test func whatARulebookSays() throws {
    let made = try rule("kind: CADENCE, who: all, every: week, times: 2, at-least: 90")
    #expect(
      made.kind.demand(year: 2023)
        == LocalizedText("mỗi tuần ít nhất 2 lần, ở ≥ 90% số tuần", en: "at least 2 times a week, in ≥ 90% of the weeks"))
    #expect(try rule("kind: CADENCE, who: all, every: month").kind.demand(year: 2023).en == "at least once a month")
    #expect(refusal("kind: CADENCE, who: all") == (.missingKey, "rules[0]"))
    #expect(refusal("kind: CADENCE, who: all, every: day") == (.badValue, "rules[0].every"))
    #expect(refusal("kind: CADENCE, who: all, every: unspecified, times: 2") == (.contradiction, "rules[0].times"))
    #expect(refusal("kind: CADENCE, every: month") == (.missingKey, "rules[0]"))
  }
}

import Campaign
import Testing

/// - Source: domain 2.3 "TASK".
@Suite struct PlanTaskTests {
  private func task(_ due: String?, _ recurrence: PlanTaskRule.Recurrence = .once) -> PlanTaskRule {
    PlanTaskRule(product: LocalizedText("Bộ tiêu chí"), dueBy: due.flatMap { CivilDate($0) }, recurrence: recurrence)
  }

  // "Due 2021, delivered 2022-01-10 → NOT_MET, 10 days late." "MET if delivered and accepted by end of the due day".
  @Test(arguments: [
    ("2022-01-10", Outcome.notMet, 10 as Int?), ("2022-01-01", .notMet, 1), ("2021-12-31", .met, nil), ("2020-05-01", .met, nil),
  ])
  func theEndOfTheDueDayDecides(date: String, expected: Outcome, days: Int?) {
    let verdict = task("2021-12-31").verdict(.deliveries([date], asOf: "2022-06-01", year: 2021))
    #expect(verdict.outcome == expected && verdict.daysLate == days)
    #expect(verdict.text.vi.contains("nộp ngày") && (days == nil || verdict.text.vi.contains("muộn \(days!) ngày")))
  }

  // "Late delivery → NOT_MET with late_days, still recorded as done."
  @Test func whatCameLateIsNamedAsDone() {
    let verdict = task("2021-12-31").verdict(.deliveries(["2022-01-10"], asOf: "2022-06-01", year: 2021))
    #expect(verdict.text == LocalizedText("nộp ngày 10/01/2022, muộn 10 ngày", en: "delivered on 2022-01-10, 10 days late"))
    #expect(verdict.reason == nil)
  }

  // 2.2: PENDING before the day, MISSING when "data due, deadline passed, nothing accepted".
  @Test(arguments: [("2021-12-31", Outcome.pending), ("2022-01-01", .missing)])
  func nothingDelivered(today: String, expected: Outcome) {
    let verdict = task("2021-12-31").verdict(.deliveries([], asOf: today, year: 2021))
    #expect(verdict.outcome == expected && verdict.reason == (expected == .pending ? .notDue : .notSubmitted))
  }

  @Test func withoutADayOfTodayNothingIsOverdue() {
    #expect(task("2021-12-31").verdict(.deliveries([], asOf: nil, year: 2021)).outcome == .pending)
  }

  // "due 'by regulation' = no date".
  @Test func withoutADueDayItIsPendingUntilDelivered() {
    #expect(task(nil).verdict(.deliveries([], asOf: "2026-01-01", year: 2021)).reason == .noTarget)
    #expect(task(nil).verdict(.deliveries([], asOf: "2026-01-01", year: 2021)).outcome == .pending)
    #expect(task(nil).verdict(.deliveries(["2025-01-01"], asOf: "2026-01-01", year: 2021)).outcome == .met)
  }

  // YEARLY: each year has its own copy, due on its last day.
  @Test(arguments: [(2021, Outcome.met), (2022, .missing), (2023, .met), (2024, .pending)])
  func aYearlyTaskIsDueEachYear(year: Int, expected: Outcome) {
    let verdict = task(nil, .yearly)
      .verdict(.deliveries(["2021-11-02", "2023-12-31"], asOf: "2024-03-01", year: year, window: 2021...2025))
    #expect(verdict.outcome == expected)
    #expect(task(nil, .yearly).due(in: year) == CivilDate(year: year, month: 12, day: 31))
  }

  // "CONTINUOUS ('thường xuyên') has no due date: yearly evidence is expected."
  @Test func aContinuousTaskHasNoDueDayAndWantsAProofEachYear() {
    let rule = task(nil, .continuous)
    #expect(rule.due(in: 2021) == nil)
    let years = [2021, 2022, 2023].map {
      rule.verdict(.deliveries(["2021-03-01"], asOf: "2023-02-01", year: $0, window: 2021...2025)).outcome
    }
    #expect(years == [.met, .missing, .pending])
  }

  @Test func whatARulebookSays() throws {
    let keys = """
      kind: TASK, who: [a], with: [b], with-text: các cơ quan liên quan, product: {vi: Phần mềm, en: Software}, start: 2020, \
      due-by: 2020-06-30, window: 2020
      """
    let made = try #require(try rule(keys).kind as? PlanTaskRule)
    #expect(made.dueBy == CivilDate("2020-06-30") && made.start == CivilDate("2020-01-01") && made.cooperating == .units(["b"]))
    #expect(made.others?.vi == "các cơ quan liên quan")
    #expect(made.demand(year: 2020) == LocalizedText("Phần mềm; chậm nhất 30/06/2020", en: "Software; by 2020-06-30"))
    // "due '2021' = 2021-12-31"
    #expect(try (rule("kind: TASK, who: [a], product: p, due-by: 2021").kind as? PlanTaskRule)?.dueBy == CivilDate("2021-12-31"))
    #expect(try (rule("kind: TASK, who: [a], product: p, due-by: none").kind as? PlanTaskRule)?.dueBy == nil)
    #expect(try rule("kind: TASK, who: all, product: p, recurs: yearly").who == .all)
  }

  @Test(arguments: [
    ("who: [a], due-by: 2021", ProblemCode.missingKey, "rules[0]"),
    ("product: p, due-by: 2021", .missingKey, "rules[0]"),
    ("who: [], product: p, due-by: 2021", .badValue, "rules[0].who"),
    ("who: [z], product: p, due-by: 2021", .unknownReference, "rules[0].who[0]"),
    ("who: [a, a], product: p, due-by: 2021", .duplicateID, "rules[0].who[1]"),
    ("who: [a], with: [a], product: p, due-by: 2021", .contradiction, "rules[0].with"),
    ("who: [a], prodcut: p, due-by: 2021", .unknownKey, "rules[0].prodcut"),
    ("who: [a], product: p", .missingKey, "rules[0]"),
    ("who: [a], product: p, recurs: yearly, due-by: 2021", .contradiction, "rules[0].due-by"),
    ("who: [a], product: p, due-by: 2026", .contradiction, "rules[0].due-by"),
    ("who: [a], product: p, start: 2022, due-by: 2021", .contradiction, "rules[0].due-by"),
    ("who: [a], product: p, due-by: 2021-02-30", .badValue, "rules[0].due-by"),
    ("who: [a], product: p, due-by: 2021, of: {criterion: k}", .contradiction, "rules[0].of"),
    ("who: [a], product: p, due-by: 2021, due: end", .contradiction, "rules[0].due"),
  ])
  func whatATaskMayNotSay(keys: String, code: ProblemCode, key: String) {
    #expect(refusal("kind: TASK, \(keys)") == (code, key))
  }
}

import Campaign
import Testing

/// - Source: domain 2.3 "CHECKLIST".
@Suite struct ChecklistTests {
  static let six = (1...6).map { ChecklistRule.Item(id: "i\($0)", name: LocalizedText("Lĩnh vực \($0)", en: "Field \($0)")) }

  private func verdict(
    _ rule: ChecklistRule, done: [(String, String)], asOf: String = "2026-01-01", year: Int = 2025,
    window: ClosedRange<Int> = 2021...2025, level: UnitLevel? = nil, exempt: Set<String> = []
  ) -> Verdict {
    var one = RuleCase.deliveries([], asOf: asOf, year: year, window: window)
    one.deliveries = done.map { delivery($1, item: $0) }
    one.level = level
    one.exempt = exempt
    return rule.verdict(one)
  }
  private func first(_ count: Int, on date: String = "2023-05-01") -> [(String, String)] { (1...count).map { ("i\($0)", date) } }

  // "Unit plan must cover the six fields; five covered → ALL: NOT_MET; SHARE: 83.33%."
  @Test func fiveOfSixFields() {
    let all = verdict(ChecklistRule(items: Self.six), done: first(5))
    #expect(all.outcome == .notMet && all.share?.text().en == "83.33")
    #expect(all.text == LocalizedText("5/6 nội dung, thiếu: Lĩnh vực 6", en: "5 of 6 items, without: Field 6"))
    #expect(verdict(ChecklistRule(items: Self.six), done: first(6)).outcome == .met)
    let share = verdict(ChecklistRule(items: Self.six, least: ExactDecimal(80)), done: first(5))
    #expect(share.outcome == .met && share.share == Fraction(500, 6))
    #expect(verdict(ChecklistRule(items: Self.six, least: ExactDecimal(80)), done: first(4)).outcome == .notMet)
  }

  // "Items that do not concern the unit leave the list."
  @Test func itemsThatDoNotConcernTheUnitLeave() {
    #expect(verdict(ChecklistRule(items: Self.six), done: first(5), exempt: ["i6"]).outcome == .met)
    let items = Self.six + [ChecklistRule.Item(id: "x", name: LocalizedText("X"), levels: [.district])]
    #expect(verdict(ChecklistRule(items: items), done: first(6), level: .commune).outcome == .met)
    #expect(verdict(ChecklistRule(items: items), done: first(6), level: .district).outcome == .notMet)
  }

  // "n = 0 → NOT_APPLICABLE."
  @Test func anEmptyListIsNotApplicable() {
    let none = verdict(ChecklistRule(items: Self.six), done: [], exempt: Set(Self.six.map(\.id)))
    #expect(none.outcome == .notApplicable && none.reason == .zeroDenominator)
  }

  // 2.2: PENDING before the end, MISSING where nothing at all came.
  @Test func beforeTheEndItIsPendingAndWithoutAnythingMissing() {
    let rule = ChecklistRule(items: Self.six)
    #expect(verdict(rule, done: first(5), asOf: "2025-12-31").outcome == .pending)
    #expect(verdict(rule, done: first(6), asOf: "2025-12-31").outcome == .met)
    #expect(verdict(rule, done: []).outcome == .missing && verdict(rule, done: []).reason == .notSubmitted)
  }

  @Test func aListThatBeginsAnewCountsItsOwnYear() {
    let rule = ChecklistRule(items: Self.six, yearly: true)
    #expect(verdict(rule, done: first(6, on: "2023-12-31"), year: 2023).outcome == .met)
    #expect(verdict(rule, done: first(6, on: "2023-12-31"), year: 2024).outcome == .missing)
    // Without it, an item done once is done for good, and one behind the window too late.
    #expect(verdict(ChecklistRule(items: Self.six), done: first(6, on: "2023-12-31"), year: 2022).outcome == .met)
    #expect(verdict(ChecklistRule(items: Self.six), done: first(6, on: "2026-01-01"), asOf: "2026-02-01").outcome == .missing)
  }

  @Test func whatARulebookSays() throws {
    let items = "items: [{id: a, name: Một}, {id: b}]"
    #expect(try rule("kind: CHECKLIST, who: all, \(items)").kind.demand(year: 2023).vi == "đủ 2 nội dung")
    let share = try rule("kind: CHECKLIST, who: {levels: [district]}, mode: share, at-least: 80, yearly: true, \(items)")
    #expect(share.kind.demand(year: 2023) == LocalizedText("≥ 80% của 2 nội dung hằng năm", en: "≥ 80% of 2 items every year"))
    #expect(share.who == .levels([.district]) && share.subject == .deliveries)
  }

  @Test(arguments: [
    ("who: all", ProblemCode.missingKey, "rules[0]"),
    ("who: all, items: []", .badValue, "rules[0].items"),
    ("who: all, items: [{id: a}, {id: a}]", .duplicateID, "rules[0].items[1].id"),
    ("who: all, items: [{name: a}]", .missingKey, "rules[0].items[0]"),
    ("who: all, items: [{id: a}], mode: share", .missingKey, "rules[0]"),
    ("who: all, items: [{id: a}], at-least: 80", .contradiction, "rules[0].at-least"),
    ("who: all, items: [{id: a}], mode: some", .badValue, "rules[0].mode"),
    ("items: [{id: a}]", .missingKey, "rules[0]"),
    ("who: everybody, items: [{id: a}]", .badValue, "rules[0].who"),
    ("who: {levels: [distric]}, items: [{id: a}]", .badValue, "rules[0].who.levels[0]"),
  ])
  func whatAChecklistMayNotSay(keys: String, code: ProblemCode, key: String) {
    #expect(refusal("kind: CHECKLIST, \(keys)") == (code, key))
  }
}

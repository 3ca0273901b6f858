import Campaign
import Testing

/// - Source: domain 2.3 "SCHEDULE", domain 2.4 "Conflicting targets".
@Suite struct ScheduleTests {
  private func schedule(_ targets: String, window: String = "[2019, 2030]") throws -> Rule {
    try rule("kind: SCHEDULE, of: {criterion: k}, at-least: \(targets), window: \(window)")
  }
  private func verdict(_ rule: Rule, _ value: String, in year: Int) -> Verdict {
    rule.kind.verdict(.figures(.value(value), year: year, window: rule.window))
  }

  // "30% for 2020, 60% for 2021–2025. A commune with 45% in 2020 → MET; 45% in 2021 → NOT_MET; value for 2026 → no target →
  // PENDING/NO_DATE_IN_TEXT."
  @Test(arguments: [(2019, Outcome.pending), (2020, .met), (2021, .notMet), (2025, .notMet), (2026, .pending)])
  func theCommunesWorkFilesOnline(year: Int, expected: Outcome) throws {
    let verdict = verdict(try schedule("{2020: 30, \"2021..2025\": 60}"), "45", in: year)
    #expect(verdict.outcome == expected)
    #expect(verdict.reason == (expected == .pending ? .noTarget : nil))
  }

  // "target is a step function: an entry holds from its year until the next entry."
  @Test func anEntryHoldsUntilTheNext() throws {
    let rule = try schedule("{2023: 90, 2030: 100}")
    #expect([2023, 2029, 2030].map { verdict(rule, "90", in: $0).outcome } == [.met, .met, .notMet])
  }

  // "đến năm 2025 đạt 50% sets only 2025 (intermediate years have no target → PENDING)".
  @Test func aTargetOfOneYearSaysNothingOfTheYearsBefore() throws {
    let rule = try schedule("{2020: 30, \"2025..2025\": 50}", window: "[2020, 2026]")
    #expect([2024, 2025, 2026].map { verdict(rule, "40", in: $0).outcome } == [.met, .notMet, .pending])
    let alone = try schedule("{\"2025..2025\": 50}")
    #expect(verdict(alone, "90", in: 2024) == Verdict(.pending, .noTarget))
  }

  // 2.4: "25% online in 2020: passes 20%, fails 30%" → UNDETERMINED/CONFLICTING_TARGETS until decided.
  @Test func twoTargetsInOneTextAreUndeterminedUntilDecided() throws {
    let open = try schedule("{2020: {conflict: [20, 30]}, \"2021..2025\": 50}")
    let verdict = verdict(open, "25", in: 2020)
    #expect(verdict.outcome == .undetermined && verdict.reason == .conflictingTargets)
    #expect(verdict.text.vi.contains("≥ 20") && verdict.text.vi.contains("≥ 30") && verdict.text.en.contains("≥ 30"))
    #expect(open.kind.demand(year: 2020).en == "≥ 20 and also ≥ 30")
    for (prevails, outcome) in [(20, Outcome.met), (30, .notMet)] {
      let decided = try schedule("{2020: {conflict: [20, 30], prevails: \(prevails), decided: Công văn 12}, 2021: 50}")
      #expect(self.verdict(decided, "25", in: 2020).outcome == outcome)
      #expect(decided.kind.demand(year: 2020).vi == "≥ \(prevails) (theo Công văn 12)")
    }
  }

  @Test func whatAScheduleMayNotSay() {
    func refused(_ targets: String, window: String = "[2019, 2030]") -> (code: ProblemCode?, key: String) {
      refusal("kind: SCHEDULE, of: {criterion: k}, at-least: \(targets), window: \(window)")
    }
    #expect(
      refused("{2020: {conflict: [20, 30], prevails: 25, decided: x}}") == (.contradiction, "rules[0].at-least.2020.prevails"))
    #expect(refused("{2020: {conflict: [20, 30], prevails: 20}}").code == .missingKey)
    #expect(refused("{2020: {conflict: [20, 30], decided: x}}").code == .contradiction)
    #expect(refused("{2020: {conflict: [20, 20.0]}}").code == .badValue)
    #expect(refused("{\"2021..2025\": 50, 2023: 60}") == (.contradiction, "rules[0].at-least.2023"))
    #expect(refused("{2020: 20, \"2020..2020\": 30}").code == .contradiction)
    #expect(refused("{\"2025..2021\": 50}").code == .badValue)
    #expect(refused("{2020-01: 50}").code == .badValue)
    #expect(refused("{\"2021..2025\": 50}", window: "2020") == (.contradiction, "rules[0].window"))
  }
}

import Campaign
import Testing

/// - Source: domain 2.1, last paragraph.
@Suite struct NarrativeTests {
  private func verdict(_ met: Bool?) -> Verdict {
    var one = RuleCase(year: 2023)
    one.assessment = met.map { Assessment(.rule(id: "r", year: 2023, met: $0), unit: nil, evidence: "Kết luận 12-KL/TU") }
    return NarrativeRule().verdict(one)
  }

  // "It is stored and shown, may hold a manual assessment with evidence, never yields points automatically."
  @Test func untilItIsAssessedItIsPending() {
    #expect(verdict(nil).outcome == .pending && verdict(nil).reason == .manualOnly)
  }

  @Test func thenTheFindingStandsWithItsEvidence() {
    #expect(verdict(true).outcome == .met && verdict(false).outcome == .notMet)
    #expect(verdict(true).reason == .manualOnly && verdict(true).text.vi.contains("12-KL/TU"))
  }

  @Test func itHasNoKeysAndNoFigure() throws {
    let made = try rule("kind: NARRATIVE, title: \"Năm có, ba không\"")
    #expect(made.subject == .assessment && made.who == nil && made.title.vi == "Năm có, ba không")
    #expect(try rule("kind: NARRATIVE, who: [b]").who == .units(["b"]))
    #expect(refusal("kind: NARRATIVE, of: {criterion: k}") == (.contradiction, "rules[0].of"))
    #expect(refusal("kind: NARRATIVE, at-least: 5") == (.unknownKey, "rules[0].at-least"))
  }
}

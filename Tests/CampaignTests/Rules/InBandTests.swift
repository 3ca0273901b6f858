import Campaign
import Testing

/// - Source: domain 2.3 "IN_BAND".
@Suite struct InBandTests {
  static let bands = ["Rất tốt", "Tốt", "Khá", "Trung bình"]

  private func verdict(_ demand: InBandRule.Demand, _ band: String, bands: [String] = bands) -> Verdict {
    InBandRule(demand).verdict(.figures(.band(band, of: bands), year: 2025))
  }

  // "'Thuộc nhóm khá' is read as at least that band"; "S = {Rất tốt, Tốt, Khá}; published band 'Trung bình' → NOT_MET".
  @Test(arguments: [("Rất tốt", Outcome.met), ("Tốt", .met), ("Khá", .met), ("Trung bình", .notMet)])
  func thatBandOrABetterOne(band: String, expected: Outcome) {
    #expect(verdict(.atLeast("Khá"), band).outcome == expected)
    #expect(verdict(.among(["Rất tốt", "Tốt", "Khá"]), band).outcome == expected)
  }

  @Test func aSetNeedNotHoldTheBetterBands() {
    #expect(verdict(.among(["Khá"]), "Tốt").outcome == .notMet)
  }

  // "band not published that year → UNDETERMINED".
  @Test func aBandThatIsNotPublishedIsUndetermined() {
    let rule = InBandRule(.atLeast("Khá"))
    #expect(rule.verdict(.figures(.value("66.03"))) == Verdict(.undetermined, .notPublished))
    #expect(rule.verdict(.figures(.nothing)) == Verdict(.pending, .notPublished))
  }

  // "do not recompute another body's bands": a band whose order nobody gave is good enough only where it is the one named.
  @Test func aBandWithoutItsOrderDecidesNothingElse() {
    #expect(verdict(.atLeast("Khá"), "Khá", bands: []).outcome == .met)
    #expect(verdict(.atLeast("Khá"), "Tốt", bands: []).outcome == .undetermined)
  }

  @Test func aRulebookNamesBandsThatTheIndexHas() throws {
    let made = try rule("kind: IN_BAND, of: {index: PCI}, at-least: Khá, window: [2021, 2025], due: end")
    #expect(made.kind.demand(year: 2025) == LocalizedText("từ mức “Khá” trở lên", en: "“Khá” or better"))
    #expect(made.dueAtEnd)
    #expect(try among("Tốt, Khá").kind.demand(year: 2025).vi == "thuộc “Tốt” hoặc “Khá”")
    #expect(refusal("kind: IN_BAND, of: {index: PCI}, at-least: Kha, window: 2025") == (.unknownReference, "rules[0].at-least"))
    #expect(refusal("kind: IN_BAND, of: {index: PCI}, among: [Khá, Khá], window: 2025").code == .badValue)
    #expect(refusal("kind: IN_BAND, of: {index: PCI}, at-least: Khá, among: [Khá], window: 2025").code == .badValue)
    #expect(refusal("kind: IN_BAND, of: {index: PAR}, at-least: Khá, window: 2025") == (.contradiction, "rules[0].of"))
    #expect(refusal("kind: IN_BAND, of: {criterion: k}, at-least: Khá, window: 2025") == (.contradiction, "rules[0].of"))
  }

  private func among(_ among: String) throws -> Rule {
    try rule("kind: IN_BAND, of: {index: PCI}, among: [\(among)], window: 2025")
  }

  @Test func bandsOfAnIndexAreNamedOnceAndItsFactsUseThem() {
    func problem(_ index: String) -> ProblemCode? {
      let yaml = "thidua: 1\ncampaign: b\nunits: [{id: a}]\nrules: []\nindices: [\(index)]\n"
      return #expect(throws: Problem.self) { try Rulebook(yaml: Array(yaml.utf8)) }?.code
    }
    #expect(problem("{code: PCI, bands: [Tốt, Tốt]}") == .badValue)
    #expect(problem("{code: PCI, bands: [Tốt, Khá], series: [{year: 2022, band: Kha}]}") == .unknownReference)
    #expect(problem("{code: PCI, series: [{year: 2022, band: Khá}]}") == .unknownReference)
  }
}

import Campaign
import Testing

/// The keys that every rule has. `Protocol/Rulebook.md`, "rules".
@Suite struct CommonKeysTests {
  @Test func everyKindOfTheListHasItsOwnCode() {
    let codes = RuleKinds.all.map { $0.code }
    #expect(
      codes == [
        "THRESHOLD", "SCHEDULE", "INCREASE", "RANK_GAIN", "TOP_N", "IN_BAND", "REDUCTION", "MAINTAIN", "TASK", "CHECKLIST",
        "CADENCE",
        "NARRATIVE",
      ])
  }

  @Test func whatIsLeftOutHasTheDefaultsOfThePage() throws {
    let made = try rule("kind: THRESHOLD, of: {criterion: k}, equal: 100, window: 2023")
    #expect(made.levels.isEmpty && made.taken == .together && made.who == nil && !made.dueAtEnd && !made.isUndated)
    #expect(made.title.vi == "r" && made.window == 2023...2023)
    #expect(try rule("kind: TOP_N, of: {place: unit}, first: 3, window: 2023").taken == .each)
  }

  // domain 2.4 "No date in the text": "rule kept, window = campaign period, flagged NO_DATE_IN_TEXT".
  @Test func withoutAWindowTheCampaignsYearsStandIn() throws {
    let made = try rule("kind: THRESHOLD, of: {criterion: k}, equal: 100")
    #expect(made.window == 2020...2025 && made.isUndated)
    let open = "periods: {kind: year, first: 2020}"
    #expect(refusal("kind: THRESHOLD, of: {criterion: k}, equal: 100", campaign: open).code == .missingKey)
  }

  @Test func levelsSayWhomARuleConcerns() throws {
    let keys = "kind: THRESHOLD, of: {criterion: k}, equal: 100, window: 2023, taken: each, level: [commune, affiliate]"
    let book = try Rulebook(yaml: Array(rulebook(keys).utf8))
    #expect(book.rules[0].levels == [.commune, .affiliate] && book.rules[0].taken == .each)
    #expect(book.units.map(book.rules[0].concerns) == [false, true])
    let all = "kind: THRESHOLD, of: {criterion: k}, equal: 1, window: 2023, level: [province]"
    let province = try Rulebook(yaml: Array(rulebook(all).utf8))
    #expect(province.units.allSatisfy(province.rules[0].concerns))
  }

  @Test func aGroupLeavesOutBlocksWithoutPlaces() throws {
    let yaml = """
      thidua: 1
      campaign: who
      blocks: [{id: x, ranked: false}, {id: y}]
      units: [{id: o, block: x, level: province}, {id: b, block: y, level: district}, {id: a, block: y, level: commune}]
      rules: []
      """
    let book = try Rulebook(yaml: Array(yaml.utf8))
    #expect(book.units(of: .all).map(\.id) == ["b", "a"])
    #expect(book.units(of: .levels([.province, .commune])).map(\.id) == ["a"])
    #expect(book.units(of: .units(["o", "a"])).map(\.id) == ["o", "a"])
  }

  @Test(arguments: [
    ("kind: INCREASE, window: 2023", ProblemCode.missingKey, "rules[0]"),
    ("kind: INCREASE, of: {index: PCX}, window: 2023", .unknownReference, "rules[0].of.index"),
    ("kind: INCREASE, of: {criterion: kk}, window: 2023", .unknownReference, "rules[0].of.criterion"),
    ("kind: INCREASE, of: {index: PCI, criterion: k}, window: 2023", .badValue, "rules[0].of"),
    ("kind: INCREASE, of: {index: PCI}, window: [2025, 2023]", .contradiction, "rules[0].window"),
    ("kind: INCREASE, of: {index: PCI}, window: [2025]", .badValue, "rules[0].window"),
    ("kind: INCREASE, of: {index: PCI}, window: 2023, who: all", .contradiction, "rules[0].who"),
    ("kind: INCREASE, of: {index: PCI}, window: 2023, taken: each", .contradiction, "rules[0].taken"),
    ("kind: TOP_N, first: 3, of: {place: unit}, window: 2023, taken: together", .contradiction, "rules[0].taken"),
    ("kind: INCREASE, of: {index: PCI}, window: 2023, level: []", .badValue, "rules[0].level"),
    ("kind: INCREASE, of: {index: PCI}, window: 2023, level: [distric]", .badValue, "rules[0].level[0]"),
    ("kind: INCREASE, of: {index: PCI}, windo: 2023", .unknownKey, "rules[0].windo"),
    ("kind: INCREASE, of: {index: PCI}, window: 2023, due: soon", .badValue, "rules[0].due"),
  ])
  func refusals(keys: String, code: ProblemCode, key: String) {
    #expect(refusal(keys) == (code, key))
  }

  @Test(arguments: [
    ("kind: INCREASE, of: {index: PCX}, window: 2023", "PCI"),
    ("kind: INCREASE, of: {index: PCI}, windo: 2023", "window"),
    ("kind: TASK, who: [a], prodct: p, due-by: 2021", "product"),
    ("kind: THRESHOLD, of: {criterion: k}, at-leest: 1", "at-least"),
    ("kind: MAINTAIN, of: {criterion: k}, rule: {kind: THRESHOLD, eqal: 1}", "equal"),
    ("kind: IN_BAND, of: {index: PCI}, at-least: Kha", "Khá"),
  ])
  func aSlipOfThePenIsToldTheNearestSpelling(keys: String, nearest: String) {
    let problem = #expect(throws: Problem.self) { try rule(keys) }
    #expect(problem?.en.contains("did you mean \"\(nearest)\"?") == true)
    #expect(problem?.vi.contains("có phải \"\(nearest)\"?") == true)
  }

  @Test func yearsOfANewDefinitionAscend() throws {
    func criterion(_ years: String) -> String {
      "thidua: 1\ncampaign: d\nunits: [{id: a}]\ncriteria: [{code: k, new-definition: \(years)}]\n"
    }
    #expect(try Rulebook(yaml: Array(criterion("[2021, 2024]").utf8)).criteria[0].newDefinitions == [2021, 2024])
    #expect(throws: Problem.self) { try Rulebook(yaml: Array(criterion("[2024, 2021]").utf8)) }
  }
}

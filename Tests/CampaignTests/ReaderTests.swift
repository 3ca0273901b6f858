import Campaign
import Testing

/// What the reader of rulebooks accepts, and how it refuses the rest: code, line and column.
@Suite struct ReaderTests {
  static let smallest = """
    thidua: 1
    campaign: three-provinces
    periods: {kind: year}
    ranking: {total: points, places-by: exact}
    units: [{id: "48", name: Đà Nẵng}, {id: "62", name: Kon Tum}, {id: "87", name: Đồng Tháp}]
    criteria:
      - {code: transparency, weight: 2}
      - {code: time_costs, weight: 0.5}
    """

  static func problem(_ yaml: String) -> Problem? {
    #expect(throws: Problem.self) { try Rulebook(yaml: Array(yaml.utf8)) }
  }

  @Test func theSmallestRulebookOfThePageIsRead() throws {
    let rulebook = try Rulebook(yaml: Array(Self.smallest.utf8))
    #expect(rulebook.id == "three-provinces" && rulebook.name.vi == "three-provinces")
    #expect(rulebook.units.map(\.id.text) == ["48", "62", "87"] && rulebook.units.map(\.block) == ["all", "all", "all"])
    #expect(rulebook.criteria.map(\.code) == ["transparency", "time_costs"])
    #expect(rulebook.decimals == 4 && rulebook.ranking.published == 2 && rulebook.ranking.applicableFloor == ExactDecimal(0))
  }

  @Test func settingsThatAreLeftOutHaveTheDefaultsOfThePage() throws {
    let yaml = "{thidua: 1, campaign: a, units: [{id: u}], criteria: [{code: k, points: 1, scoring: {kind: BIN, target: 1}}]}"
    let rulebook = try Rulebook(yaml: Array(yaml.utf8))
    #expect(rulebook.ranking == RankingSettings() && rulebook.ranking.applicableFloor == ExactDecimal(50))
    #expect(rulebook.periods.kind == .legalMonth && rulebook.periods.first == nil && rulebook.periods.last == nil)
    #expect(rulebook.calendar == ReportingCalendar(dueWorkingDays: 2, graceWorkingDays: 5))
  }

  static let head = "thidua: 1\ncampaign: a\nunits: [{id: u}, {id: v}]\n"
  static let tail = "criteria: [{code: k, points: 1, scoring: {kind: BIN, target: 1}}]\n"

  @Test("each refusal with its code and place", arguments: [
    ("thidua: [1\n", ProblemCode.rulebookSyntax, "line 2, column 1"),
    ("", .rulebookSyntax, ""),
    (head + tail + "unit: []\n", .unknownKey, "line 5, column 1, unit"),
    (head + tail + "decimals: 7\n", .badValue, "line 5, column 11, decimals"),
    (head + tail + "ranking: {total: sum}\n", .badValue, "line 5, column 18, ranking.total"),
    (head + tail + "ranking: {applicable-floor: 0,5}\n", .unknownKey, "line 5, column 31, ranking.5"),
    ("thidua: 2\n", .badValue, "line 1, column 9, thidua"),
    (head, .missingKey, "line 1, column 1"),
    ("thidua: 1\ncampaign: a\nunits:\n  - {name: x}\n" + tail, .missingKey, "line 4, column 5, units[0]"),
    ("thidua: 1\ncampaign: a\nunits: [{id: u}, {id: u}]\n" + tail, .duplicateID, "line 3, column 18, units[1]"),
    (head + tail + "decimals: 4\ndecimals: 4\n", .duplicateID, "line 5, column 1"),
    ("thidua: 1\ncampaign: a\nunits: [{id: u, block: z}]\n" + tail, .unknownReference, "line 3, column 24, units[0].block"),
    ("thidua: 1\ncampaign: a\nunits: [{id: u, parent: z}]\n" + tail, .unknownReference, "line 3, column 25, units[0].parent"),
    (head + "criteria: [{code: k, points: 1, metric: {count: c_x}, scoring: {kind: BIN, target: 1}}]\n", .unknownReference, "line 4, column 49, criteria[0].metric.count"),
    (head + "criteria: [{code: k, weight: 1}]\n", .contradiction, "line 4, column 30, criteria[0].weight"),
    (head + tail + "periods: {first: 2023-02, last: 2023-01}\n", .contradiction, "line 5, column 10, periods"),
    (head + "criteria: [{code: k, points: 1, scoring: {kind: BIN, target: 1, each: 2}}]\n", .unknownKey, "line 4, column 71, criteria[0].scoring.each"),
    (head + "criteria: [{code: k, points: 1, direction: lower, scoring: {kind: PROP, target: 1}}]\n", .badValue, "line 4, column 81, criteria[0].scoring.target"),
    (head + tail + "rules: [{id: r, kind: TOP_TEN, of: {place: unit}, window: 2023, source: x}]\n", .badValue, "line 5, column 23, rules[0].kind"),
    (head + tail + "rules: [{id: r, kind: INCREASE, by: 5, of: {place: unit}, window: 2023, source: x}]\n", .unknownKey, "line 5, column 37, rules[0].by"),
  ])
  func refusals(yaml: String, code: ProblemCode, place: String) {
    let problem = Self.problem(yaml)
    #expect(problem?.code == code)
    #expect(problem?.place == place)
    #expect(problem?.vi.isEmpty == false && problem?.en.isEmpty == false)
  }

  @Test func aSlipOfThePenIsToldTheNearestKey() {
    #expect(Self.problem(Self.head + Self.tail + "decimal: 4\n")?.en.contains("did you mean \"decimals\"?") == true)
  }

  @Test func aFileThatIsNoUTF8OrTooLargeIsRefused() {
    let bad = #expect(throws: Problem.self) { try Rulebook(yaml: Array(Self.head.utf8) + [0xFF]) }
    #expect(bad?.code == .notUTF8)
    let large = #expect(throws: Problem.self) { try Rulebook(yaml: Array(repeating: 0x20, count: 5 * 1024 * 1024)) }
    #expect(large?.code == .rulebookTooLarge)
  }
}

import Campaign
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What `thidua lint` finds doubtful: each code in a rulebook that has it, and not in one that has it no more.
@Suite struct FindingsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let code: FindingCode
    let path: String
    let yaml: String
    let words: String
    /// The change that takes the finding away.
    let from: String
    let to: String
    var testDescription: String { "\(code.rawValue) at \(path)" }

    init(_ code: FindingCode, at path: String, _ yaml: String, says words: String, gone change: (String, String)) {
      (self.code, self.path, self.yaml, self.words, from, to) = (code, path, yaml, words, change.0, change.1)
    }
  }

  static let documents = "documents: {d: {title: t}}\n"
  static func book(
    _ more: String = "", units: String = "[{id: a, level: district}, {id: b, level: district}, {id: c, level: commune}]",
    criteria: String = "[{code: k, points: 100, scoring: {kind: BIN, target: 1}, source: x}]"
  ) -> String {
    "thidua: 1\ncampaign: a\n" + documents + "units: \(units)\n" + more + "criteria: \(criteria)\n"
  }
  static func rules(_ rules: String..., more: String = "") -> String {
    book(more + "indices:\n" + indices + "rules:\n" + rules.map { "  - {\($0)}\n" }.joined())
  }
  static let indices = """
      - {code: ALL, series: [{year: 2021, score: 1, rank: 5, of: 63}, {year: 2022, score: 2, rank: 4, of: 63}, {year: 2024, score: 0, rank: 3, of: 34}]}
      - {code: GROUPS, ranks: none, series: [{year: 2022, score: 2}]}
      - {code: THIRTY, ranks: {first: 30, from: 2023}, series: [{year: 2022, score: 2, rank: 37, of: 63}]}

    """
  static let source = "source: \"ours: test\""

  static let cases: [Case] = [
    Case(.pointsNot100, at: "criteria", book(criteria: "[{code: k, points: 95, scoring: {kind: BIN, target: 1}, source: x}]"), says: "sum to 95", gone: ("95", "100")),
    Case(
      .pointsNot100, at: "criteria",
      book("periods: {kind: year, first: 2020, last: 2022}\n", criteria: "[{code: k, points: 60, scoring: {kind: BIN, target: 1}, source: x}, {code: l, points: 40, window: [2020, 2021], scoring: {kind: BIN, target: 1}, source: x}]"),
      says: "in 2022 sum to 60", gone: ("[2020, 2021]", "[2020, 2022]")),
    Case(.criterionWithoutSource, at: "criteria[0]", book(criteria: "[{code: k, points: 100, scoring: {kind: BIN, target: 1}}]"), says: "no source", gone: ("target: 1}", "target: 1}, source: x")),
    Case(.sourceWithoutQuote, at: "rules[0].source", rules("id: r, kind: INCREASE, of: {index: ALL}, window: 2022, source: {document: d}"), says: "without its words", gone: ("document: d", "document: d, quote: q")),
    Case(
      .sameDemandTwice, at: "rules[1]",
      rules("id: r, kind: INCREASE, of: {index: ALL}, window: [2022, 2023], \(source)", "id: s, kind: INCREASE, of: {index: ALL}, window: [2023, 2024], \(source)"),
      says: "same as rule r in 2023", gone: ("[2023, 2024]", "2024")),
    Case(
      .conflictingTargets, at: "rules[1]",
      rules("id: r, kind: THRESHOLD, of: {criterion: k}, at-least: 20, window: 2020, source: {document: d, quote: hai mươi}", "id: s, kind: SCHEDULE, of: {criterion: k}, at-least: {2020: 30, 2021: 50}, window: [2020, 2021], source: {document: d, quote: ba mươi}"),
      says: "in 2020 one figure must be ≥ 30 here and ≥ 20 in rule r (“ba mươi” / “hai mươi”)", gone: ("at-least: 20", "at-least: 30")),
    Case(
      .conflictingTargets, at: "rules[0]",
      rules("id: r, kind: SCHEDULE, of: {criterion: k}, at-least: {2020: {conflict: [20, 30]}}, window: 2020, \(source)"),
      says: "in 2020 the text says ≥ 20 and also ≥ 30, and nobody has decided yet",
      gone: ("[20, 30]}", "[20, 30], prevails: 30, decided: q}")),
    Case(
      .targetsDiffer, at: "rules[0]",
      rules("id: r, kind: THRESHOLD, of: {criterion: k}, at-least: 90, window: [2022, 2023], \(source)"), says: "scored against 1", gone: ("at-least: 90", "at-least: 1")),
    Case(
      .outsideCampaign, at: "rules[0]",
      rules("id: r, kind: INCREASE, of: {index: ALL}, window: [2021, 2024], \(source)", more: "periods: {first: 2022-01, last: 2023-12}\n"),
      says: "2021, 2024 lies outside the campaign (2022–2023)", gone: ("[2021, 2024]", "[2022, 2023]")),
    Case(
      .outsideCampaign, at: "criteria[0]",
      book("periods: {kind: year, first: 2022, last: 2023}\n", criteria: "[{code: k, window: 2021, points: 100, scoring: {kind: BIN, target: 1}, source: x}]"),
      says: "2021 lies outside", gone: ("window: 2021", "window: 2022")),
    Case(
      .provisionalHolidays, at: "calendar",
      book("counters: [{code: c_x, combine: flow}]\nperiods: {first: 2026-01, last: 2028-12}\ncalendar: {holidays: vietnam-2022-2026}\n"),
      says: "2027–2028 are not decided", gone: ("2028-12", "2026-12")),
    Case(
      .provisionalHolidays, at: "calendar", book("counters: [{code: c_x, combine: flow}]\n"), says: "no day off is named",
      gone: ("criteria:", "calendar: {holidays: [2023-09-01]}\ncriteria:")),
    Case(
      .missingBaseline, at: "rules[0]", rules("id: r, kind: INCREASE, of: {index: ALL}, window: [2021, 2022], \(source)"),
      says: "in 2021 there is no baseline to compare with (the rulebook has nothing of 2020)", gone: ("[2021, 2022]", "2022")),
    Case(
      .missingBaseline, at: "rules[0]",
      rules("id: r, kind: RANK_GAIN, by: 1, against: same-month-last-year, of: {place: unit}, window: 2022, \(source)", more: "periods: {first: 2022-01}\n"),
      says: "nothing of 2021", gone: ("2022-01", "2021-01")),
    Case(.notPublished, at: "rules[0]", rules("id: r, kind: TOP_N, first: 20, of: {index: GROUPS}, window: 2023, \(source)"), says: "gives no places", gone: ("TOP_N, first: 20", "INCREASE")),
    Case(
      .notPublished, at: "rules[0]", rules("id: r, kind: RANK_GAIN, by: 5, against: 2022, of: {index: THIRTY}, window: 2023, \(source)"),
      says: "Place 32 is needed", gone: ("by: 5", "by: 7")),
    Case(.notPublished, at: "rules[0]", rules("id: r, kind: INCREASE, of: {index: THIRTY}, window: [2022, 2024], \(source)"), says: "in 2023–2024 THIRTY", gone: ("[2022, 2024]", "2022")),
    Case(
      .gainOutOfReach, at: "rules[0]", rules("id: r, kind: RANK_GAIN, by: 2, against: same-month-last-year, of: {place: unit}, window: 2023, \(source)"),
      says: "at most 1 of 3 units", gone: ("RANK_GAIN, by: 2, against: same-month-last-year", "TOP_N, first: 1")),
    Case(
      .firstPlacesCeiling, at: "rules[0]", rules("id: r, kind: RANK_GAIN, by: 2, against: same-month-last-year, of: {place: unit}, window: 2023, \(source)"),
      says: "places 1 to 3", gone: ("RANK_GAIN, by: 2, against: same-month-last-year", "TOP_N, first: 1")),
    Case(.topOverPopulation, at: "rules[0]", rules("id: r, kind: TOP_N, first: 3, of: {place: unit}, window: 2023, \(source)"), says: "has 3 units only", gone: ("first: 3", "first: 2")),
    Case(.topOverPopulation, at: "rules[0]", rules("id: r, kind: TOP_N, first: 40, of: {index: ALL}, window: 2025, \(source)"), says: "ranks 34", gone: ("first: 40", "first: 20")),
    Case(.neverDecided, at: "rules[0]", rules("id: r, kind: IN_BAND, at-least: Khá, of: {place: unit}, window: 2023, \(source)"), says: "has no bands", gone: ("IN_BAND, at-least: Khá", "TOP_N, first: 2")),
    Case(.nobodyConcerned, at: "criteria[0]", book(criteria: "[{code: k, levels: [province], points: 100, scoring: {kind: BIN, target: 1}, source: x}]"), says: "no unit that is ranked", gone: ("[province]", "[commune]")),
    Case(
      .changesNoPlace, at: "criteria[1]", book("ranking: {total: points}\n", criteria: "[{code: k, weight: 1, source: x}, {code: l, weight: 0, source: x}]"),
      says: "its weight is 0", gone: ("weight: 0,", "weight: 0.5,")),
    Case(.changesNoPlace, at: "criteria[0]", book(criteria: "[{code: k, points: 0.00001, scoring: {kind: BIN, target: 1}, source: x}]"), says: "round to 0 at 4 decimals", gone: ("0.00001", "0.001")),
    Case(.changesNoPlace, at: "criteria[0]", book(criteria: "[{code: k, points: 100, scoring: {kind: BIN, target: 0}, source: x}]"), says: "everybody has all", gone: ("target: 0", "target: 1")),
    Case(.changesNoPlace, at: "criteria[0]", book(criteria: "[{code: k, points: 100, scoring: {kind: STEP, steps: [{at: 90, share: 1}, {at: 0, share: 1}]}, source: x}]"), says: "every step gives the same", gone: ("{at: 0, share: 1}", "{at: 0, share: 0.5}")),
    Case(
      .changesNoPlace, at: "criteria[0]",
      book("counters: [{code: c_x, combine: flow}, {code: c_y, combine: flow}]\nidentities: [{part: c_x, whole: [c_y]}]\n", criteria: "[{code: k, points: 100, metric: {ratio: [c_x, c_x]}, scoring: {kind: BIN, target: 1}, source: x}]"),
      says: "numerator and denominator are the same", gone: ("[c_x, c_x]", "[c_x, c_y]")),
    Case(
      .blockOfOne, at: "blocks[1]", book("blocks: [{id: so}, {id: huyen}]\n", units: "[{id: a, block: so}, {id: b, block: so}, {id: c, block: huyen}]"),
      says: "always first", gone: ("{id: huyen}", "{id: huyen, ranked: false}")),
    Case(
      .neverFiledIsRanked, at: "ranking", book("ranking: {missing-month: skipped, applicable-floor: 0}\n"), says: "ranked with 0",
      gone: ("applicable-floor: 0", "applicable-floor: 50")),
    Case(.counterUnused, at: "counters[0]", book("counters: [{code: c_x, combine: flow}]\n"), says: "no criterion and no identity", gone: ("scoring:", "metric: {count: c_x}, scoring:")),
    Case(
      .counterNotEntered, at: "criteria[0]",
      book("counters: [{code: c_x, combine: flow, levels: [district]}]\n", criteria: "[{code: k, points: 100, metric: {count: c_x}, scoring: {kind: BIN, target: 1}, source: x}]"),
      says: "1 units (such as c)", gone: ("combine: flow, levels: [district]", "combine: flow")),
    Case(
      .overlappingPeriods, at: "rules[0]",
      rules("id: r, kind: REDUCTION, by: 10, against: [2021, 2022], now: [2022, 2024], of: {index: ALL}, window: 2024, \(source)"),
      says: "2022 belongs both", gone: ("now: [2022, 2024]", "now: [2023, 2024]")),
    Case(
      .overlappingPeriods, at: "applicability",
      book("periods: {kind: year}\napplicability:\n  - {unit: a, criterion: k, from: 2022, applies: false, reason: x}\n  - {unit: a, criterion: k, from: 2023, applies: true, reason: x}\n"),
      says: "contradict each other", gone: ("from: 2022, applies", "from: 2022, through: 2022, applies")),
    Case(
      .zeroBaseline, at: "rules[0]",
      rules("id: r, kind: REDUCTION, by: 10, against: 2024, of: {index: ALL}, window: 2025, \(source)", more: ""),
      says: "baseline of 2024 is 0", gone: ("against: 2024", "against: 2022")),
    Case(
      .undatedRule, at: "rules[0]",
      rules("id: r, kind: INCREASE, of: {index: ALL}, \(source)", more: "periods: {first: 2023-01, last: 2023-12}\n"),
      says: "names no year", gone: ("of: {index: ALL},", "of: {index: ALL}, window: 2023,")),
  ]

  private static func findings(_ yaml: String) throws -> [Finding] { try Rulebook(yaml: Array(yaml.utf8)).findings() }

  @Test("each code where it is true", arguments: cases)
  func found(row: Case) throws {
    let all = try Self.findings(row.yaml)
    let found = all.filter { $0.code == row.code && $0.path == row.path }
    #expect(found.contains { $0.text.en.contains(row.words) }, "\(all.map(\.text.en))")
    for finding in found { #expect(!finding.text.vi.isEmpty && finding.text.vi != finding.text.en) }
  }

  @Test("and not where it is not", arguments: cases)
  func gone(row: Case) throws {
    #expect(row.yaml.contains(row.from))
    let changed = try Self.findings(row.yaml.replacing(row.from, with: row.to))
    #expect(!changed.contains { $0.code == row.code && $0.path == row.path }, "\(changed.map(\.text.en))")
  }

  @Test func everyCodeHasACase() {
    #expect(Set(Self.cases.map(\.code)) == Set(FindingCode.allCases))
  }

  @Test func thousandsOfRulesOnOneSubjectAreNotComparedEachWithEach() throws {
    let rules = (0..<1_500).map { "id: r\($0), kind: THRESHOLD, at-least: \($0), of: {index: ALL}, window: [1990, 2200], \(Self.source)" }
    let yaml = Self.book("indices:\n" + Self.indices + "rules:\n" + rules.map { "  - {\($0)}\n" }.joined())
    let book = try Rulebook(yaml: Array(yaml.utf8))
    let start = Self.processorTime
    #expect(!book.findings().isEmpty)
    #expect(Self.processorTime - start < .seconds(60))
  }

  /// Of this thread: what else the machine does is not in it.
  private static var processorTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}

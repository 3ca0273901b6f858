import Campaign
import Testing

/// A rulebook that contradicts itself, or names what is not there, is refused with its place, the reason and the nearest
/// spelling.
@Suite struct ContradictionTests {
  static func refused(_ yaml: String) -> Problem? { ReaderTests.problem(yaml) }
  static let head = ReaderTests.head
  static let tail = ReaderTests.tail

  @Test("two units with one official code at one instant")
  func oneCodeTwice() {
    let problem = Self.refused("thidua: 1\ncampaign: a\nunits:\n  - {id: u, code: \"23332\"}\n  - {id: v, code: \"23332\"}\n" + Self.tail)
    #expect(problem?.code == .duplicateID && problem?.place == "line 5, column 19, units[1].code")
    #expect(problem?.en.contains("belongs to unit \"u\"") == true)
  }

  @Test("nobody is above himself", arguments: [
    "[{id: u, parent: u}]", "[{id: u, parent: v}, {id: v, parent: u}]", "[{id: w}, {id: u, parent: v}, {id: v, parent: x}, {id: x, parent: u}]",
  ])
  func circle(units: String) {
    let problem = Self.refused("thidua: 1\ncampaign: a\nunits: \(units)\n" + Self.tail)
    #expect(problem?.code == .contradiction && problem?.en.contains("above itself") == true)
  }

  @Test func aLongChainOfParentsIsReadOnce() throws {
    let units = (0..<5_000).map { "  - {id: u\($0)\($0 > 0 ? ", parent: u\($0 - 1)" : "")}\n" }.reversed().joined()
    let rulebook = try Rulebook(yaml: Array(("thidua: 1\ncampaign: a\nunits:\n" + units + Self.tail).utf8))
    #expect(rulebook.units.count == 5_000)
  }

  @Test("a period kind mixed in a series", arguments: [
    ("legal-month", "{2023: 90, 2023-01: 80}", ProblemCode.contradiction, "mixes years with periods"),
    ("calendar-month", "{2022-01: 10, 2022-07: 20, 2023: 30}", .contradiction, "mixes years with periods"),
    ("legal-quarter", "{2023: 90, 2023-Q2: 80}", .contradiction, "mixes years with periods"),
    ("legal-month", "{2023-Q1: 90}", .badValue, "(2023-12)"),
    ("legal-quarter", "{2023-01: 90}", .badValue, "(2023-Q4)"),
    ("year", "{2023-01: 90}", .badValue, "a year"),
    ("year", "{by-month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]}", .contradiction, "one period a year"),
  ])
  func mixedSeries(kind: String, target: String, code: ProblemCode, words: String) {
    let problem = Self.refused(
      Self.head + "periods: {kind: \(kind)}\ncriteria: [{code: k, points: 1, scoring: {kind: BIN, target: \(target)}}]\n")
    #expect(problem?.code == code && problem?.place.contains("line 5") == true && problem?.place.contains("criteria[0].scoring.target") == true)
    #expect(problem?.en.contains(words) == true, "\(problem?.en ?? "")")
  }

  @Test func aSeriesByQuarterHoldsFromItsQuarterOn() throws {
    let yaml = Self.head + "periods: {kind: legal-quarter}\ncriteria: [{code: k, points: 1, scoring: {kind: BIN, target: {2023-Q2: 50, 2023-Q4: 80}}}]\n"
    let rulebook = try Rulebook(yaml: Array(yaml.utf8))
    guard case .bin(let target) = rulebook.criteria[0].scoring else { Issue.record("no BIN"); return }
    for (text, value) in [("2023-Q1", nil), ("2023-Q2", 50), ("2023-Q3", 50), ("2023-Q4", 80), ("2024-Q1", 80)] {
      let period = try #require(rulebook.period(text))
      #expect(target.value(in: period) == value.map { ExactDecimal($0) }, "\(text)")
    }
  }

  static let counters = "counters: [{code: c_all, combine: flow}, {code: c_done, combine: flow}]\n"

  @Test("an identity with a counter twice", arguments: ["{sum: c_all, of: [c_all, c_done]}", "{part: c_done, whole: [c_all, c_all]}"])
  func identity(text: String) {
    let problem = Self.refused(Self.head + Self.counters + "identities: [\(text)]\n" + Self.tail)
    #expect(problem?.code == .contradiction && problem?.place == "line 5, column 14, identities[0]")
  }

  struct Slip: Sendable, CustomTestStringConvertible {
    let yaml: String
    let place: String
    let meant: String
    var testDescription: String { "\(place): \(meant)" }
  }

  static let documents = "documents: {\"003\": {title: t}, kh-56: {title: t}}\nblocks: [{id: so}, {id: huyen}]\nfields: [{code: TTHC}]\nindices: [{code: PAR_INDEX}, {code: PAPI}]\n"
  static func book(units: String = "[{id: so-noi-vu, block: so}]", criterion: String = "", rules: String = "[]") -> String {
    "thidua: 1\ncampaign: a\n" + documents + "units: \(units)\n" + counters
      + "criteria: [{code: TT-01, points: 1, scoring: {kind: BIN, target: 1}\(criterion)}]\nrules: \(rules)\n"
  }
  static func rule(_ of: String, _ more: String = "source: x") -> String { "[{id: r, kind: THRESHOLD, at-least: 1, of: \(of), window: 2023, \(more)}]" }

  @Test("every reference is told its nearest spelling", arguments: [
    Slip(yaml: book(units: "[{id: u, block: huyn}]"), place: "units[0].block", meant: "huyen"),
    Slip(yaml: book(units: "[{id: so-noi-vu, block: so}, {id: v, block: so, parent: so-noi-v}]"), place: "units[1].parent", meant: "so-noi-vu"),
    Slip(yaml: book(units: "[{id: u, block: so, level: comune}]"), place: "units[0].level", meant: "commune"),
    Slip(yaml: book(criterion: ", field: TTH"), place: "criteria[0].field", meant: "TTHC"),
    Slip(yaml: book(criterion: ", metric: {count: c_don}"), place: "criteria[0].metric.count", meant: "c_done"),
    Slip(yaml: book(criterion: ", levels: [departement]"), place: "criteria[0].levels[0]", meant: "department"),
    Slip(yaml: book(criterion: ", source: {document: \"03\", quote: q}"), place: "criteria[0].source.document", meant: "003"),
    Slip(yaml: book(rules: rule("{index: PAR_INDX}")), place: "rules[0].of.index", meant: "PAR_INDEX"),
    Slip(yaml: book(rules: rule("{criterion: TT-1}")), place: "rules[0].of.criterion", meant: "TT-01"),
    Slip(yaml: book(rules: rule("{criterion: TT-01}", "source: {document: kh56, quote: q}")), place: "rules[0].source.document", meant: "kh-56"),
    Slip(yaml: book(rules: rule("{criterion: TT-01}").replacing("THRESHOLD", with: "TRESHOLD")), place: "rules[0].kind", meant: "THRESHOLD"),
    Slip(yaml: book().replacing("kind: BIN", with: "kind: BINN"), place: "criteria[0].scoring.kind", meant: "BIN"),
  ])
  func nearest(slip: Slip) {
    let problem = Self.refused(slip.yaml)
    #expect(problem?.place.hasSuffix(slip.place) == true && problem?.place.contains("column") == true, "\(problem?.description ?? "")")
    for text in [problem?.vi, problem?.en] {
      #expect(text?.contains("\"\(slip.meant)\"?") == true || text?.contains("(\(slip.meant)?)") == true, "\(text ?? "")")
    }
  }
}

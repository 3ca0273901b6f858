import Campaign
import Testing

/// What an officer's file is refused for, word by word where it stands.
@Suite struct SubmissionTests {
  static let yaml = """
    thidua: 1
    campaign: forms
    periods: {kind: legal-month, first: 2023-01, last: 2023-12}
    units: [{id: kon-ray, level: district}, {id: xa-1, level: commune}]
    counters:
      - {code: c_carry, combine: stock}
      - {code: c_online, combine: flow}
      - {code: c_other, combine: flow}
      - {code: c_total, combine: stock}
      - {code: c_ontime, combine: flow}
      - {code: c_late, combine: flow}
      - {code: c_resolved, combine: flow}
      - {code: c_open, combine: stock}
      - {code: o_files, combine: flow, levels: [district]}
    identities:
      - {sum: c_total, of: [c_carry, c_online, c_other]}
      - {sum: c_resolved, of: [c_ontime, c_late]}
      - {sum: c_total, of: [c_resolved, c_open]}
      - {part: o_files, whole: [c_online, c_other]}
    criteria: [{code: k, points: 1, metric: {ratio: [c_ontime, c_resolved]}, scoring: {kind: BIN, target: 1}}]
    """
  static let good = [
    "c_carry": "4", "c_online": "10", "c_other": "6", "c_total": "20", "c_ontime": "9", "c_late": "1", "c_resolved": "10", "c_open": "10",
    "o_files": "3",
  ]
  static let order = ["c_carry", "c_online", "c_other", "c_total", "c_ontime", "c_late", "c_resolved", "c_open", "o_files"]

  static func csv(_ values: [String: String], unit: String = "kon-ray", period: String = "2023-09") -> String {
    "unit,period,counter,value\n" + order.compactMap { code in values[code].map { "\(unit),\(period),\(code),\($0)\n" } }.joined()
  }

  /// Everything that is wrong with a file, as the code's number and its place.
  static func wrong(_ csv: String) throws -> [String] {
    let rulebook = try Rulebook(yaml: Array(yaml.utf8))
    func told(_ problem: Problem) -> String { "\(problem.code.number) \(problem.place)" }
    do {
      for draft in try SubmissionFile.drafts(Array(csv.utf8), baseRevision: 0) { _ = try rulebook.validated(draft) }
      return []
    } catch let problem as Problem { return [told(problem)] } catch let problems as Problems { return problems.all.map(told) }
  }

  @Test func aFormThatKeepsEveryIdentityIsAccepted() throws {
    #expect(try Self.wrong(Self.csv(Self.good)) == [])
  }

  @Test("one cell, one refusal", arguments: [
    ("-1", "S-211"), ("−1", "S-211"), ("1.204", "S-213"), ("\"1,204\"", "S-213"), ("1 204", "S-213"), ("12.345.678", "S-213"), ("1.5", "S-212"), ("\"1,50\"", "S-212"),
    ("abc", "S-209"), ("+5", "S-209"), ("１２", "S-209"), ("1e3", "S-209"), ("", "S-208"), ("1000000000000001", "S-217"), ("99999999999999999999", "S-217"),
  ])
  func cells(value: String, code: String) throws {
    var values = Self.good
    values["c_online"] = value
    #expect(try Self.wrong(Self.csv(values)) == ["\(code) line 3, cell \"value\", counter \"c_online\""])
  }

  @Test func aCommaInsideANumberMakesAFifthCell() throws {
    var values = Self.good
    values["c_online"] = "15,110"
    #expect(try Self.wrong(Self.csv(values)) == ["S-203 line 3"])
  }

  @Test("the file as a whole", arguments: [
    ("", "S-201 "), ("unit,period,counter,value\n", "S-201 "), ("unit,month,counter,value\na,b,c,1\n", "S-202 line 1"),
    ("unit,period,counter,value\nkon-ray,2023-09,c_carry\n", "S-203 line 2"),
  ])
  func whole(csv: String, expected: String) throws { #expect(try Self.wrong(csv) == [expected]) }

  @Test func unitPeriodAndFormAreKnown() throws {
    #expect(try Self.wrong(Self.csv(Self.good, unit: "kon-rai")) == ["S-205 line 2"])
    for period in ["2022-12", "2023-9", "2023", "09/2023"] {
      #expect(try Self.wrong(Self.csv(Self.good, period: period)).map { $0.prefix(5) } == ["S-207"])
    }
    let draft = FilingDraft(unit: "kon-ray", period: "2023-09", form: "quarter", baseRevision: 0, cells: [])
    let rulebook = try Rulebook(yaml: Array(Self.yaml.utf8))
    #expect(#expect(throws: Problems.self) { try rulebook.validated(draft) }?.first.code == .unknownForm)
  }

  @Test func countersAreKnownOncePerUnitAndComplete() throws {
    let csv = Self.csv(Self.good)
    #expect(try Self.wrong(csv + "kon-ray,2023-09,c_latte,1\n") == ["S-206 line 11, cell \"counter\", counter \"c_latte\""])
    #expect(try Self.wrong(csv + "kon-ray,2023-09,c_late,1\n") == ["S-216 line 11, cell \"counter\", counter \"c_late\""])
    #expect(try Self.wrong(Self.csv(Self.good, unit: "xa-1")) == ["S-219 line 10, cell \"counter\", counter \"o_files\""])
    var values = Self.good
    values["c_late"] = nil
    values["c_open"] = nil
    #expect(try Self.wrong(Self.csv(values)) == ["S-208 line 2, counter \"c_late\"", "S-208 line 2, counter \"c_open\""])
  }

  @Test func aNumberOverTheWireHasTheSameBounds() throws {
    let rulebook = try Rulebook(yaml: Array(Self.yaml.utf8))
    func code(_ value: Int64) -> ProblemCode? {
      let cells = [FilingDraft.Cell(counter: "c_carry", value: value)]
      let draft = FilingDraft(unit: "kon-ray", period: "2023-09", baseRevision: 0, cells: cells)
      return #expect(throws: Problems.self) { try rulebook.validated(draft) }?.first.code
    }
    #expect(code(-1) == .negative && code(FormCounter.largest + 1) == .figureTooLarge && code(.min) == .negative)
  }

  @Test func aPartIsNotGreaterThanItsWhole() throws {
    var values = Self.good
    values["o_files"] = "17"
    #expect(try Self.wrong(Self.csv(values)) == ["S-214 line 2, counter \"o_files\""])
  }

  // domain 3.1: Kon Tum's paragraph on the third quarter of 2023: received 64 933 = 15 110 + 45 161 + 4 662, on time 58 350,
  // late 818, resolved 59 123, open 6 123. The page prints "151.10" and "5.9123"; two sums do not hold.
  static let quarter = [
    "c_carry": "4662", "c_online": "15110", "c_other": "45161", "c_total": "64933", "c_ontime": "58350", "c_late": "818",
    "c_resolved": "59123", "c_open": "6123", "o_files": "0",
  ]

  @Test func theMisprintedParagraphIsRefusedAsItIsPrinted() throws {
    var values = Self.quarter
    values["c_online"] = "151.10"
    values["c_resolved"] = "5.9123"
    values["c_total"] = "64.933"
    #expect(try Self.wrong(Self.csv(values)) == [
      "S-212 line 3, cell \"value\", counter \"c_online\"", "S-213 line 5, cell \"value\", counter \"c_total\"",
      "S-212 line 8, cell \"value\", counter \"c_resolved\"",
    ])
  }

  @Test func itsSumsDoNotHoldEvenWithTheSeparatorsPutRight() throws {
    #expect(try Self.wrong(Self.csv(Self.quarter)) == ["S-215 line 2, counter \"c_resolved\"", "S-215 line 2, counter \"c_total\""])
  }

  @Test func noMoreThanAHundredProblemsAreReported() throws {
    let lines = (0..<150).map { _ in "kon-ray,2023-09,c_late,x\n" }.joined()
    #expect(try Self.wrong("unit,period,counter,value\n" + lines).count == Problems.most)
  }

  @Test func aProblemNeverRepeatsAReportedValue() throws {
    var values = Self.good
    values["c_online"] = "987.5"
    let problems = #expect(throws: Problems.self) { try SubmissionFile.drafts(Array(Self.csv(values).utf8), baseRevision: 0) }
    #expect(problems?.description.contains("987") == false)
  }
}

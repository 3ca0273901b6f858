import Campaign
import Ranking
import Testing

/// Whom a criterion concerns, and how many cases it needs: domain 3.2, 4.3 and 4.5; `Protocol/Rulebook.md`, applicability.
@Suite struct ApplicabilityTests {
  static let criteria = """
    [{code: K, field: KT, points: 80, scoring: {kind: PROP, target: 100}},
     {code: T1, field: TT, points: 13, scoring: {kind: PROP, target: 100}},
     {code: T2, field: TT, points: 7, scoring: {kind: PROP, target: 100}}]
    """

  static func campaign(_ applicability: String = "[]", criteria: String = criteria, ranking: String = "{}") -> String {
    """
    thidua: 1
    campaign: applicability
    ranking: \(ranking)
    periods: {kind: year}
    units: [{id: office, level: department}, {id: b, level: district}]
    fields: [{code: KT}, {code: TT}]
    criteria: \(criteria)
    applicability: \(applicability)
    """
  }

  static let figures = "unit,period,criterion,value\n"
    + [2022, 2023].flatMap { y in ["office", "b"].map { "\($0),\(y),K,77.5\n\($0),\(y),T1,10\n\($0),\(y),T2,10\n" } }.joined()

  static func standings(_ yaml: String, _ csv: String = figures, _ recorded: [Applicability] = []) throws -> Standings {
    let rulebook = try Rulebook(yaml: Array(yaml.utf8))
    var table = FigureTable(for: rulebook)
    guard case .criteria(let rows) = try FigureFile.read(Array(csv.utf8), for: rulebook) else { throw Problem(.emptyFile, vi: "-", en: "-") }
    for row in rows { table.put(row, under: rulebook) }
    var circumstances = Circumstances()
    circumstances.applicability = recorded
    let (first, last) = (try #require(rulebook.period("2022")), try #require(rulebook.period("2023")))
    return try Standings(
      rulebook: rulebook, figures: table, circumstances: circumstances,
      scope: RankingScope(first: first, last: last, dueThrough: last, closedThrough: last))
  }

  static func year(_ year: Int) -> Period { Period(kind: .year, year: year)! }

  static func recorded(_ criterion: String, _ applies: Bool, from: Int = 2022, through: Int? = nil) -> Applicability {
    Applicability(
      unit: "office", criterion: criterion, from: year(from), through: through.map { year($0) }, applies: applies, reason: "Quyết định 1")
  }

  // domain 3.2: an office without procedures is exempted by name from the whole field of 20 points; 4.3: the index is what
  // was earned of what is applicable. 62 of 80 is 77.50; with the field it is 62 + 1.3 + 0.7 of 100.
  @Test func aWholeFieldLeavesTheDenominatorOfAUnitThatHasNone() throws {
    let standings = try Self.standings(Self.campaign("[{unit: office, field: TT, reason: \"không có thủ tục\"}]"))
    let office = try #require(standings.standing(of: "office", in: Self.year(2023)))
    #expect(office.published?.text(decimals: 2) == "77.50" && office.applicable.description == "80" && office.place == 1)
    #expect(standings.standing(of: "b", in: Self.year(2023))?.published?.text(decimals: 2) == "64.00")
    let explained = standings.explanation(of: "office", in: Self.year(2023))
    #expect(explained.map(\.leaf) == [.scored(Points(millionths: 62_000_000)), .notConcerned, .notConcerned])
    #expect(explained.map(\.applicability) == [nil, "không có thủ tục", "không có thủ tục"])
  }

  // domain 4.3: under half of the points applicable, the score is published without rank.
  @Test func whoIsExemptedFromMoreThanHalfHasNoPlace() throws {
    let standings = try Self.standings(Self.campaign("[{unit: office, criterion: K, reason: x}]"))
    let office = try #require(standings.standing(of: "office", in: Self.year(2023)))
    #expect(office.published?.text(decimals: 2) == "10.00" && office.place == nil && office.reason == .tooFewApplicable)
  }

  @Test func anExemptionHoldsInItsPeriodsOnly() throws {
    let standings = try Self.standings(Self.campaign("[{unit: office, field: TT, from: 2022, through: 2022, reason: x}]"))
    #expect([2022, 2023].map { standings.standing(of: "office", in: Self.year($0))?.applicable.description } == ["80", "100"])
  }

  @Test func whatIsRecordedLaterPrevailsOverTheRulebookAndOverWhatWasRecordedBefore() throws {
    let yaml = Self.campaign("[{unit: office, field: TT, reason: x}]")
    let back = [Self.recorded("T1", true, from: 2023)]
    #expect(try Self.standings(yaml, recorded: back).standing(of: "office", in: Self.year(2023))?.applicable.description == "93")
    #expect(try Self.standings(yaml, recorded: back).standing(of: "office", in: Self.year(2022))?.applicable.description == "80")
    let again = back + [Self.recorded("T1", false, from: 2023, through: 2023)]
    #expect(try Self.standings(yaml, recorded: again).standing(of: "office", in: Self.year(2023))?.applicable.description == "80")
  }

  static func standings(_ yaml: String, recorded: [Applicability]) throws -> Standings { try standings(yaml, figures, recorded) }

  @Test func whatIsSetPrevailsOverTheLevelsOfTheCriterion() throws {
    let criteria = "[{code: K, points: 60, scoring: {kind: PROP, target: 100}}, {code: D, levels: [district], points: 40, scoring: {kind: PROP, target: 100}}]"
    let csv = "unit,period,criterion,value\noffice,2023,K,50\noffice,2023,D,100\n"
    let yaml = Self.campaign(criteria: criteria)
    #expect(try Self.standings(yaml, csv).standing(of: "office", in: Self.year(2023))?.published?.text(decimals: 2) == "50.00")
    let included = [Self.recorded("D", true)]
    #expect(try Self.standings(yaml, csv, included).standing(of: "office", in: Self.year(2023))?.published?.text(decimals: 2) == "70.00")
  }

  @Test func theSamePlanOnOtherCircumstancesIsWhatACompleteComputationGives() throws {
    let yaml = Self.campaign()
    let standings = try Self.standings(yaml)
    var circumstances = Circumstances()
    circumstances.applicability = [Self.recorded("T1", false)]
    let again = try standings.recomputed(with: standings.figures, circumstances: circumstances)
    #expect(again.standing(of: "office", in: Self.year(2023))?.applicable.description == "87")
    // Left out, they stay as they were.
    #expect(try again.recomputed(with: standings.figures).standing(of: "office", in: Self.year(2023))?.applicable.description == "87")
  }

  // domain 4.5: a campaign may demand a minimum denominator (≥ 10 cases) below which the metric is not applicable.
  @Test("minimum-denominator: 10", arguments: [(3, "0", nil), (9, "0", nil), (10, "10", "100.00")] as [(Int, String, String?)])
  func tooFewCasesMeasureNobody(cases: Int, applicable: String, index: String?) throws {
    let criteria = "[{code: R, minimum-denominator: 10, points: 10, scoring: {kind: PROP, target: 100}}]"
    let csv = "unit,period,criterion,numerator,denominator\noffice,2023,R,\(cases),\(cases)\n"
    let standings = try Self.standings(Self.campaign(criteria: criteria), csv)
    let office = try #require(standings.standing(of: "office", in: Self.year(2023)))
    #expect(office.applicable.description == applicable && (index == nil || office.published?.text(decimals: 2) == index))
    let shown = try #require(standings.explanation(of: "office", in: Self.year(2023)).first)
    #expect((shown.leaf == .notApplicable) == (cases < 10))
    // The volume stands next to every ratio, also next to one that does not count.
    #expect(shown.value == Fraction(1, 1) && shown.value?.denominator == Int128(cases))
  }

  @Test("refusals", arguments: [
    ("[{unit: z, criterion: K, reason: x}]", ProblemCode.unknownReference), ("[{unit: b, criterion: Z, reason: x}]", .unknownReference),
    ("[{unit: b, field: Z, reason: x}]", .unknownReference), ("[{unit: b, criterion: K}]", .missingKey),
    ("[{unit: b, criterion: K, field: KT, reason: x}]", .badValue), ("[{unit: b, reason: x}]", .badValue),
    ("[{unit: b, criterion: K, from: 2023, through: 2022, reason: x}]", .contradiction),
    ("[{unit: b, criterion: K, from: 2023-01, reason: x}]", .badValue),
  ])
  func refusals(applicability: String, code: ProblemCode) {
    let problem = #expect(throws: Problem.self) { try Rulebook(yaml: Array(Self.campaign(applicability).utf8)) }
    #expect(problem?.code == code && problem?.place.contains("applicability") == true)
  }

  @Test("a minimum denominator needs a ratio, and no other answer to no cases", arguments: [
    ("{}", "[{code: K, minimum-denominator: 10, metric: {count: c_n}, points: 1, scoring: {kind: BIN, target: 1}}]"),
    ("{zero-denominator: zero}", "[{code: K, minimum-denominator: 10, points: 1, scoring: {kind: BIN, target: 1}}]"),
  ])
  func contradictions(ranking: String, criteria: String) {
    let yaml = Self.campaign(criteria: criteria, ranking: ranking) + "\ncounters: [{code: c_n, combine: flow}]\n"
    let problem = #expect(throws: Problem.self) { try Rulebook(yaml: Array(yaml.utf8)) }
    #expect(problem?.code == .contradiction)
  }

  @Test func oneEntryMayNameSeveralUnitsAndCriteria() throws {
    let yaml = Self.campaign("[{unit: [office, b], criterion: [T1, T2], from: 2023, reason: x}]")
    let read = try Rulebook(yaml: Array(yaml.utf8)).applicability
    #expect(read.map { "\($0.unit) \($0.criterion)" } == ["office T1", "office T2", "b T1", "b T2"])
    #expect(read.allSatisfy { $0.from == Self.year(2023) && $0.through == nil && !$0.applies })
  }
}

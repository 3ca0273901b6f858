import Campaign
import Ranking
import Testing

/// Bonus, lateness and vetoes: domain 2.4 and 4.7; `Protocol/Decisions/0014-scoring-and-scoreboards.md`.
@Suite struct AdjustmentTests {
  static let steps = "[{days: 1, points: 0.5}, {days: 3, points: 1}, {days: 6, points: 2}]"

  static func campaign(_ more: String, total: String = "index") -> String {
    """
    thidua: 1
    campaign: adjustments
    ranking: {total: \(total)}
    periods: {kind: calendar-month}
    units: [{id: a}, {id: b}, {id: c}]
    criteria: [{code: k, points: 100, scoring: {kind: PROP, target: 100}}]
    \(more)
    """
  }

  static let both = campaign("bonus: {each: 0.5, most-per-year: 2}\nlateness: {steps: \(steps), most: 2}")

  static func month(_ month: Int, _ year: Int = 2023) -> Period { Period(kind: .calendarMonth, year: year, month: month)! }

  /// Figures of every month from January: what a unit has at the end of the list stands.
  static func standings(_ yaml: String, _ values: [ReportingUnit.ID: String], _ circumstances: Circumstances) throws -> Standings {
    let rulebook = try Rulebook(yaml: Array(yaml.utf8))
    var table = FigureTable(for: rulebook)
    var csv = "unit,period,criterion,value\n"
    for (unit, value) in values.sorted(by: { $0.key < $1.key }) { for m in 1...12 { csv += "\(unit),\(month(m)),k,\(value)\n" } }
    for (unit, value) in values.sorted(by: { $0.key < $1.key }) { csv += "\(unit),\(month(1, 2024)),k,\(value)\n" }
    if case .criteria(let rows) = try FigureFile.read(Array(csv.utf8), for: rulebook) { for row in rows { table.put(row, under: rulebook) } }
    let last = month(1, 2024)
    return try Standings(
      rulebook: rulebook, figures: table, circumstances: circumstances,
      scope: RankingScope(first: month(1), last: last, dueThrough: last, closedThrough: last))
  }

  static func total(_ unit: ReportingUnit.ID, _ m: Period, _ standings: Standings) -> String? {
    standings.standing(of: unit, in: m)?.published?.text(decimals: 2)
  }

  static func late(_ days: Int, in m: Period = month(3)) -> Circumstances {
    var circumstances = Circumstances()
    circumstances.workingDaysLate["a"] = [m.ordinal: days]
    return circumstances
  }

  // domain 2.4: data worth 88.40, four working days late: 88.40 − 1.00 = 87.40.
  @Test func acceptedDataCountInFullAndLatenessIsScoredApart() throws {
    let standings = try Self.standings(Self.both, ["a": "88.40"], Self.late(4))
    let standing = try #require(standings.standing(of: "a", in: Self.month(3)))
    #expect(standing.published?.text(decimals: 2) == "87.40" && standing.deduction.description == "1")
    #expect(standing.earned.description == "88.4" && standing.bonus == .zero)
  }

  @Test("domain 4.7: −0.5 for 1–2 working days, −1.0 for 3–5, −2.0 beyond", arguments: [
    (1, "0.5"), (2, "0.5"), (3, "1"), (5, "1"), (6, "2"), (400, "2"),
  ])
  func latenessByWorkingDays(days: Int, lost: String) throws {
    let standings = try Self.standings(Self.both, ["a": "50"], Self.late(days))
    #expect(standings.standing(of: "a", in: Self.month(3))?.deduction.description == lost)
  }

  @Test func latenessCostsItsOwnPeriodOnlyAndOthersNothing() throws {
    let standings = try Self.standings(Self.both, ["a": "50", "b": "50"], Self.late(6))
    #expect([2, 3, 4].map { Self.total("a", Self.month($0), standings) } == ["50.00", "48.00", "50.00"])
    #expect(Self.total("b", Self.month(3), standings) == "50.00")
    #expect(standings.standing(of: "b", in: Self.month(3))?.place == 1 && standings.standing(of: "a", in: Self.month(3))?.place == 2)
  }

  // domain 4.7: floor 0.
  @Test func nothingIsTakenBelowZero() throws {
    #expect(try Self.total("a", Self.month(3), Self.standings(Self.both, ["a": "1.5"], Self.late(6))) == "0.00")
  }

  static func initiatives(_ months: [Int], withdrawn: [Int] = []) -> Circumstances {
    var circumstances = Circumstances()
    circumstances.assessments = months.map { Assessment(.initiative(month($0)), unit: "a", evidence: "Quyết định 2") }
    circumstances.assessments += withdrawn.map { Assessment(.initiative(month($0)), unit: "a", evidence: "Quyết định 3", withdrawn: true) }
    return circumstances
  }

  // domain 4.7: +0.5 each, at most +2.0 per year. Figures count from the start of the year, and so does the bonus.
  @Test func anInitiativeCountsFromItsMonthToTheEndOfTheYear() throws {
    let standings = try Self.standings(Self.both, ["a": "80"], Self.initiatives([3, 5]))
    #expect([2, 3, 4, 5, 12].map { Self.total("a", Self.month($0), standings) } == ["80.00", "80.50", "80.50", "81.00", "81.00"])
    #expect(Self.total("a", Self.month(1, 2024), standings) == "80.00")
  }

  @Test func aYearGivesNoMoreThanItsCap() throws {
    let standings = try Self.standings(Self.both, ["a": "80"], Self.initiatives([1, 1, 1, 1, 1, 6, 7]))
    #expect([1, 12].map { Self.total("a", Self.month($0), standings) } == ["82.00", "82.00"])
  }

  // domain 4.7: total never above 100.
  @Test(arguments: [("index", "99.8", "100.00"), ("points", "99.8", "100.00")])
  func aBonusNeverLiftsATotalAboveTheMaximum(total: String, value: String, published: String) throws {
    let yaml = Self.campaign("bonus: {each: 0.5, most-per-year: 2}", total: total)
    #expect(try Self.total("a", Self.month(3), Self.standings(yaml, ["a": value], Self.initiatives([1]))) == published)
  }

  @Test func anInitiativeThatIsWithdrawnCountsNoMore() throws {
    let standings = try Self.standings(Self.both, ["a": "80"], Self.initiatives([3, 3], withdrawn: [3]))
    #expect(Self.total("a", Self.month(3), standings) == "80.50")
  }

  @Test func withoutTheSettingsNothingIsAddedOrTaken() throws {
    var circumstances = Self.initiatives([3])
    circumstances.workingDaysLate["a"] = [Self.month(3).ordinal: 9]
    let standings = try Self.standings(Self.campaign(""), ["a": "80"], circumstances)
    #expect(Self.total("a", Self.month(3), standings) == "80.00" && standings.standing(of: "a", in: Self.month(3))?.bonus == .zero)
  }

  static func veto(_ m: Int, withdrawn: Bool = false) -> [Assessment] {
    [Assessment(.falseData(month(m)), unit: "a", evidence: "Kết luận thanh tra 5", withdrawn: withdrawn)]
  }

  // domain 4.7: proven false data: rank withheld for the period.
  @Test func falseDataWithholdsThePlaceAndShowsTheTotal() throws {
    var circumstances = Circumstances()
    circumstances.assessments = Self.veto(3)
    let standings = try Self.standings(Self.both + "\nbands: [{name: Tốt, at-least: 80}]", ["a": "90", "b": "85", "c": "80"], circumstances)
    let march = try #require(standings.standing(of: "a", in: Self.month(3)))
    #expect(march.place == nil && march.reason == .rankWithheld && march.band == nil && march.published?.text(decimals: 2) == "90.00")
    #expect(["b", "c"].map { standings.standing(of: $0, in: Self.month(3))?.place } == [1, 2])
    #expect(standings.standing(of: "a", in: Self.month(4))?.place == 1)
    #expect(standings.standing(of: "a", in: Self.month(4))?.movedSincePrevious == nil)
    circumstances.assessments += Self.veto(3, withdrawn: true)
    #expect(try standings.recomputed(with: standings.figures, circumstances: circumstances).standing(of: "a", in: Self.month(3))?.place == 1)
  }

  @Test("refusals", arguments: [
    ("bonus: {each: 0, most-per-year: 2}", ProblemCode.badValue), ("bonus: {each: 0.5}", .missingKey), ("lateness: {steps: []}", .badValue),
    ("lateness: {steps: [{days: 3, points: 1}, {days: 1, points: 2}]}", .badValue),
    ("lateness: {steps: [{days: 1, points: 2}, {days: 3, points: 1}]}", .badValue), ("lateness: {steps: [{days: 0, points: 1}]}", .badValue),
    ("lateness: {steps: [{days: 1, points: 0.1234567}]}", .badValue), ("lateness: {}", .missingKey),
  ])
  func refusals(more: String, code: ProblemCode) {
    let problem = #expect(throws: Problem.self) { try Rulebook(yaml: Array(Self.campaign(more).utf8)) }
    #expect(problem?.code == code)
  }

  @Test("a total of weighted values has no maximum", arguments: ["bonus: {each: 1, most-per-year: 2}", "lateness: {steps: \(steps)}"])
  func weightsHaveNeither(more: String) {
    let yaml = Self.campaign(more, total: "points").replacing("points: 100, scoring: {kind: PROP, target: 100}", with: "weight: 2")
    let problem = #expect(throws: Problem.self) { try Rulebook(yaml: Array(yaml.utf8)) }
    #expect(problem?.code == .contradiction)
  }
}

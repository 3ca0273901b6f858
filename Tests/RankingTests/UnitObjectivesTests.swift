import Campaign
@testable import Ranking
import Testing

/// Rules that are decided unit by unit: deliveries, findings by hand, exemptions, places; and what several amount to.
@Suite struct UnitObjectivesTests {
  static func delivered(_ rule: String, _ deliveries: [Delivery], asOf: String?) -> Judged {
    var judged = Judged(rule: rule, asOf: asOf)
    judged.circumstances.deliveries = deliveries
    return judged
  }
  static let task = "kind: TASK, product: Báo cáo, due-by: 2021, window: [2020, 2025]"

  // "The row is MET only if all are": one in time, one ten days late.
  @Test func aRowIsMetOnlyIfEveryLeadMetIt() throws {
    let a = try ObligationTests.delivery("a", "2021-05-01")
    let late = try ObligationTests.delivery("b", "2022-01-10")
    let row = try Self.delivered(Self.task + ", who: [b, a]", [late, a], asOf: "2022-02-01").objective(2021)
    #expect(row.units.map(\.unit.id) == ["b", "a"] && row.verdict.outcome == .notMet && row.verdict.daysLate == 10)
    #expect(row.evidence.vi == "1/2 đơn vị đạt; không đạt: b")
    let missing = try Self.delivered(Self.task + ", who: [b, a]", [a], asOf: "2022-02-01").verdict(2021)
    #expect(missing.code == "MISSING NOT_SUBMITTED")
    let both = try Self.delivered(Self.task + ", who: [a]", [a], asOf: "2022-02-01").objective(2021)
    #expect(both.verdict.outcome == .met && both.evidence.en == "a: 2021-05-01, số 1 của a")
  }

  @Test func withoutADayNothingIsOverdueAndLaterDeliveriesAreNotKnownYet() throws {
    #expect(try Self.delivered(Self.task + ", who: [a]", [], asOf: nil).says(2021) == "PENDING NOT_DUE")
    let delivery = try ObligationTests.delivery("a", "2021-05-01")
    let before = try Self.delivered(Self.task + ", who: [a]", [delivery], asOf: "2021-04-30").objective(2021)
    #expect(before.verdict.code == "PENDING NOT_DUE" && before.evidence.en == "a: nothing reported")
    #expect(try Self.delivered(Self.task + ", who: [a]", [delivery], asOf: "2021-05-01").says(2021) == "MET")
  }

  @Test func deliveriesOfTheSameDayAreOneAndCanBeTakenBack() throws {
    let rule = "kind: CADENCE, who: [a], every: year, times: 2, window: 2021"
    let first = try ObligationTests.delivery("a", "2021-05-01")
    #expect(try Self.delivered(rule, [first, first], asOf: "2022-02-01").says(2021) == "NOT_MET")
    let second = try ObligationTests.delivery("a", "2021-05-02")
    #expect(try Self.delivered(rule, [first, second], asOf: "2022-02-01").says(2021) == "MET")
    let back = try ObligationTests.delivery("a", "2021-05-02", withdrawn: true)
    #expect(try Self.delivered(rule, [first, second, back], asOf: "2022-02-01").says(2021) == "NOT_MET")
    #expect(try Self.delivered(rule, [first, second, back, second], asOf: "2022-02-01").says(2021) == "MET")
    // A later entry of the same day corrects its evidence; it was entered when it was first entered.
    let entered = try ObligationTests.delivery("a", "2021-05-02", enteredOn: "2021-05-03")
    let again = try ObligationTests.delivery("a", "2021-05-02", enteredOn: "2022-01-20")
    #expect(try Self.delivered(rule, [first, entered, again], asOf: "2022-02-01").verdict(2021).daysLate == nil)
  }

  static func exempt(
    _ unit: ReportingUnit.ID, _ code: String, _ from: Int, _ through: Int?, applies: Bool = false
  ) throws -> Applicability {
    Applicability(
      unit: unit, criterion: code, from: try #require(Period(kind: .year, year: from)),
      through: through.flatMap { Period(kind: .year, year: $0) }, applies: applies, reason: "QĐ 5")
  }

  @Test func whoIsExemptIsPassedOver() throws {
    var judged = Self.delivered(
      Self.task + ", who: [a, b]", [try ObligationTests.delivery("a", "2021-05-01")], asOf: "2022-02-01")
    judged.circumstances.applicability = [try Self.exempt("b", "r", 2021, 2021)]
    let row = try judged.objective(2021)
    #expect(row.verdict.outcome == .met && row.units.map(\.verdict.outcome) == [.met, .notApplicable])
    #expect(row.units.last?.verdict.text.vi == "QĐ 5")
    #expect(try judged.says(2022) == "MISSING NOT_SUBMITTED")
    // The latest decision prevails.
    judged.circumstances.applicability.append(try Self.exempt("b", "r", 2021, nil, applies: true))
    #expect(try judged.says(2021) == "MISSING NOT_SUBMITTED")
    judged.circumstances.applicability = [try Self.exempt("a", "r", 2021, nil), try Self.exempt("b", "r", 2021, nil)]
    #expect(try judged.says(2021) == "NOT_APPLICABLE")
  }

  @Test func anItemThatDoesNotConcernTheUnitLeavesItsList() throws {
    let rule = "kind: CHECKLIST, who: [a], items: [{id: x}, {id: y}], window: 2021"
    var judged = Self.delivered(rule, [try ObligationTests.delivery("a", "2021-05-01", item: "x")], asOf: "2022-02-01")
    #expect(try judged.says(2021) == "NOT_MET" && judged.verdict(2021).share == Fraction(50, 1))
    judged.circumstances.applicability = [try Self.exempt("a", "r/y", 2021, nil)]
    #expect(try judged.says(2021) == "MET")
    judged.circumstances.applicability.append(try Self.exempt("a", "r/x", 2021, nil))
    #expect(try judged.says(2021) == "NOT_APPLICABLE ZERO_DENOMINATOR")
  }

  // NARRATIVE: pending until assessed by hand, for one year and one unit, and taken back by the same finding.
  @Test func aFindingByHandDecidesItsYearAlone() throws {
    func finding(_ met: Bool, unit: ReportingUnit.ID? = nil, withdrawn: Bool = false) -> Assessment {
      Assessment(.rule(id: "r", year: 2023, met: met), unit: unit, evidence: "BB 7", withdrawn: withdrawn)
    }
    var judged = Judged(rule: "kind: NARRATIVE, window: [2022, 2023]")
    #expect(try judged.says(2023) == "PENDING MANUAL_ONLY" && judged.objective(2023).evidence.en == "not assessed yet")
    judged.circumstances.assessments = [finding(true)]
    #expect(try judged.says(2023) == "MET MANUAL_ONLY" && judged.says(2022) == "PENDING MANUAL_ONLY")
    #expect(try judged.objective(2023).evidence.vi == "BB 7")
    judged.circumstances.assessments.append(finding(false))
    #expect(try judged.says(2023) == "NOT_MET MANUAL_ONLY")
    judged.circumstances.assessments.append(finding(false, withdrawn: true))
    #expect(try judged.says(2023) == "MET MANUAL_ONLY")
    // What was found of a unit is not found of the organiser, and the other way round.
    judged.rule = "kind: NARRATIVE, who: {levels: [district]}, window: [2022, 2023]"
    #expect(try judged.says(2023) == "PENDING MANUAL_ONLY")
    judged.circumstances.assessments = [finding(true, unit: "a"), finding(false, unit: "b")]
    #expect(try judged.objective(2023).units.map(\.verdict.outcome) == [.met, .notMet])
  }

  // MARK: places

  static let scored = "[{code: k, points: 10, scoring: {kind: PROP, target: 100}}]"

  @Test func eachUnitIsJudgedByItsPlaceInItsBlock() throws {
    let judged = Judged(
      rule: "kind: TOP_N, of: {place: unit}, first: 2, window: [2021, 2023]", criteria: Self.scored,
      figures: ["p 2023 k 99", "a 2023 k 90", "b 2023 k 80"], closed: 2023)
    let objective = try judged.objective(2023)
    // The province has no place, and the rule does not ask it for one; only two of the block are ranked.
    #expect(objective.units.map(\.unit.id) == ["a", "b", "c"])
    #expect(objective.units.map(\.verdict.code) == ["MET", "MET", "MISSING NOT_SUBMITTED"])
    #expect(objective.verdict.code == "MISSING NOT_SUBMITTED")
    var open = judged
    open.closed = nil
    #expect(try open.says(2023) == "PENDING NOT_DUE")
  }

  @Test func aPlaceIsKeptInEveryYear() throws {
    let judged = Judged(
      rule: "kind: MAINTAIN, of: {place: unit}, rule: {kind: TOP_N, first: 1}, window: [2022, 2023]", criteria: Self.scored,
      figures: ["a 2022 k 90", "b 2022 k 80", "c 2022 k 10", "a 2023 k 70", "b 2023 k 80", "c 2023 k 10"], closed: 2023)
    let units = try judged.objective(2023).units
    #expect(units.map(\.verdict.outcome) == [.notMet, .notMet, .notMet])
    #expect(units.map(\.verdict.brokenIn?.year) == [2023, 2022, 2022])
  }

  @Test func aTotalIsComparedWithTheYearBefore() throws {
    let judged = Judged(
      rule: "kind: RANK_GAIN, of: {place: unit}, by: 1, against: 2022, window: 2023, level: [district]", criteria: Self.scored,
      figures: ["a 2022 k 90", "b 2022 k 80", "a 2023 k 70", "b 2023 k 80"], closed: 2023)
    #expect(try judged.objective(2023).units.map(\.verdict.outcome) == [.notMet, .met])
  }

  // MARK: several verdicts

  // Decision 11: NOT_MET, MISSING, UNDETERMINED, PENDING, in this order; NOT_APPLICABLE is passed over.
  @Test func theFirstThatOccursIsTheOutcomeOfAll() {
    let worst: [Outcome] = [.notMet, .missing, .undetermined, .pending, .met, .notApplicable]
    for (index, outcome) in worst.enumerated() {
      let rest = worst[index...].map { Verdict($0) }
      #expect(Verdict(combining: rest + [Verdict(outcome)]).outcome == outcome)
      #expect(Verdict(combining: rest.reversed()).outcome == outcome)
    }
    #expect(Verdict(combining: []).outcome == .notApplicable)
  }

  @Test func severalVerdictsNameAReasonTheyShareAndTheirWorst() throws {
    let same = Verdict(combining: [Verdict(.undetermined, .noBaseline), Verdict(.undetermined, .noBaseline), Verdict(.met)])
    #expect(same.reason == .noBaseline && same.share == Fraction(100, 3))
    #expect(same.text == LocalizedText("đạt 1, chưa xác định được 2", en: "met 1, undetermined 2"))
    let different = Verdict(combining: [Verdict(.undetermined, .noBaseline), Verdict(.undetermined, .rankCensored)])
    #expect(different.outcome == .undetermined && different.reason == nil && different.share == Fraction(0, 1))
    let late = Verdict(combining: [Verdict(.notMet, daysLate: 3), Verdict(.notMet, daysLate: 9), Verdict(.notApplicable)])
    #expect(late.daysLate == 9 && late.share == Fraction(0, 1))
    let (early, later) = (try #require(Period("2022", kind: .year)), try #require(Period("2023", kind: .year)))
    #expect(Verdict(combining: [Verdict(.notMet, brokenIn: later), Verdict(.notMet, brokenIn: early)]).brokenIn == early)
    // One alone keeps its own words.
    let one = Verdict(.notMet, text: LocalizedText("x"), daysLate: 2)
    #expect(Verdict(combining: [one]) == one)
  }
}

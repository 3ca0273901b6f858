import Campaign
import Ranking
import Testing

/// Rules on units' own figures: domain 2.2 (conventions 1, 4, 5, 6) and 2.3.
@Suite struct FigureObjectivesTests {
  static let onTime = "kind: THRESHOLD, of: {criterion: k}, at-least: 99, window: [2020, 2030]"

  // "Ratios over several units are ratios of sums, never means of ratios": 1192/1204 and 0/1 are 98.92 %.
  @Test func unitsTogetherAreTheRatioOfTheirSums() throws {
    var judged = Judged(rule: Self.onTime, figures: ["a 2023 k 1192/1204"], closed: 2023)
    #expect(try judged.says(2023) == "MET")
    judged.figures.append("b 2023 k 0/1")
    #expect(try judged.says(2023) == "NOT_MET")
    #expect(try judged.objective(2023).evidence.vi == "98,92% (đến năm 2023)")
  }

  @Test func takenEachEveryUnitDecidesForItself() throws {
    let rule = Self.onTime + ", taken: each, level: [district]"
    let judged = Judged(rule: rule, figures: ["a 2023 k 1192/1204", "b 2023 k 98/100", "c 2023 k 0/9"], closed: 2023)
    let objective = try judged.objective(2023)
    #expect(objective.units.map(\.unit.id) == ["a", "b"] && objective.units.map(\.verdict.outcome) == [.met, .notMet])
    #expect(objective.verdict.outcome == .notMet && objective.verdict.share == Fraction(50, 1))
    #expect(objective.evidence.en.contains("1 of 2 units met it") && objective.evidence.en.hasSuffix(": b"))
    // Who has no cases is passed over; who did not file is missing.
    let none = Judged(rule: rule, figures: ["a 2023 k 1192/1204", "b 2023 k 0/0"], closed: 2023)
    #expect(try none.objective(2023).units.map(\.verdict.code) == ["MET", "NOT_APPLICABLE ZERO_DENOMINATOR"])
    #expect(try none.says(2023) == "MET")
    let missing = Judged(rule: rule, figures: ["a 2023 k 1192/1204"], closed: 2023)
    #expect(try missing.says(2023) == "MISSING NOT_SUBMITTED")
  }

  // "level: for a criterion it restricts the units that are summed (province = all units)".
  @Test(arguments: [
    ("district", "100,00% (đến năm 2023)"), ("commune", "0,00% (đến năm 2023)"), ("province", "50,00% (đến năm 2023)"),
  ])
  func levelsSayWhoseFiguresAreSummed(level: String, evidence: String) throws {
    let judged = Judged(rule: Self.onTime + ", level: [\(level)]", figures: ["a 2023 k 5/5", "c 2023 k 0/5"], closed: 2023)
    #expect(try judged.objective(2023).evidence.vi == evidence)
  }

  @Test func nothingFiledNoCasesAndNotClosedAreThreeThings() throws {
    #expect(try Judged(rule: Self.onTime, closed: 2023).says(2023) == "MISSING NOT_SUBMITTED")
    #expect(try Judged(rule: Self.onTime, figures: ["a 2023 k 0/0"], closed: 2023).says(2023) == "NOT_APPLICABLE ZERO_DENOMINATOR")
    #expect(try Judged(rule: Self.onTime, figures: ["a 2023 k 5/5"], closed: 2022).says(2023) == "PENDING NOT_DUE")
    #expect(try Judged(rule: Self.onTime).says(2023) == "PENDING NOT_DUE")
  }

  @Test func aDemandForTheEndIsNotDecidedBefore() throws {
    let rule = "kind: THRESHOLD, of: {criterion: k}, at-least: 99, window: [2022, 2023], due: end"
    let judged = Judged(rule: rule, figures: ["a 2022 k 1/2", "a 2023 k 1/2"], closed: 2023)
    #expect(try judged.says(2022) == "PENDING NOT_DUE" && judged.says(2023) == "NOT_MET")
    #expect(try judged.objective(2022).evidence.en == "50.00% (up to year 2022); not met so far")
  }

  // ours: decision 38. What the figures so far come to warns, and decides nothing.
  @Test func whatIsKnownSoFarDecidesNothing() throws {
    let rule = "kind: THRESHOLD, of: {criterion: k}, at-least: 99, window: [2022, 2023], due: end"
    func early(_ figures: [String], _ more: String = "") throws -> Objective {
      try Judged(rule: rule + more, figures: figures, closed: 2022).objective(2022)
    }
    let low = try early(["a 2022 k 1/2"])
    #expect(low.verdict.outcome == .pending && low.verdict.soFar == .notMet && low.isAtRisk)
    let high = try early(["a 2022 k 1/1"])
    #expect(high.verdict.outcome == .pending && high.verdict.soFar == .met && !high.isAtRisk)
    #expect(high.evidence.vi == "100,00% (đến năm 2022); đến nay đạt" && high.figures.vi == "100,00% (đến năm 2022)")
    // Nothing filed: nothing is known so far either.
    let none = try early([])
    #expect(none.verdict.soFar == nil && !none.isAtRisk)
    // Unit by unit: one reached it so far, one did not.
    let each = try early(["a 2022 k 1/1", "b 2022 k 1/2"], ", taken: each, level: [district]")
    #expect(each.verdict.outcome == .pending && each.verdict.soFar == .notMet)
    #expect(each.evidence.vi == "đến nay 1/2 đơn vị đạt; chưa đạt: b")
    // Once the year is closed the outcome is one, and nothing is said of so far.
    let closed = try Judged(rule: rule, figures: ["a 2023 k 1/2"], closed: 2023).objective(2023)
    #expect(closed.verdict.outcome == .notMet && closed.verdict.soFar == nil && !closed.isAtRisk)
  }

  // "0 of 2" would be a zero for what nobody knows.
  @Test func ofUnitsOfWhichNothingIsKnownNoneIsCounted() throws {
    let objective = try Judged(rule: Self.onTime + ", taken: each, level: [district]", figures: [], closed: 2022).objective(2023)
    #expect(objective.verdict.outcome == .pending && objective.evidence.en == "pending: a and 1 more")
  }

  // Cases are counted, not measured: three are no "3.00".
  @Test func countsHaveNoDecimals() throws {
    let judged = Judged(rule: "kind: THRESHOLD, of: {criterion: n}, equal: 0, window: 2023", figures: ["a 2023 n 3"], closed: 2023)
    #expect(try judged.objective(2023).evidence.vi == "3 (đến năm 2023)")
  }

  // REDUCTION (b): the mean of 2021–2025 is 1,100; the mean of 2026–2030 is 970: 11.82 %.
  static let spending = """
    kind: REDUCTION, of: {criterion: n}, by: 10, stretch: 15, against: [2021, 2025], now: [2026, 2030], window: [2021, 2030]
    """
  static let base = zip(2021...2025, [1_000, 1_050, 1_100, 1_150, 1_200]).map { "a \($0) n \($1)" }

  @Test(arguments: [(970, Outcome.met, "11.82", false), (930, .met, "15.45", true), (991, .notMet, "9.91", false)])
  func meansOfYearsAreCompared(now: Int, outcome: Outcome, share: String, over: Bool) throws {
    let judged = Judged(rule: Self.spending, figures: Self.base + (2026...2030).map { "a \($0) n \(now)" }, closed: 2030)
    let verdict = try judged.verdict(2030)
    #expect(verdict.outcome == outcome && verdict.share?.text().en == share && verdict.overfulfilled == over)
    // Before the last year of "now" it is shown, not decided.
    #expect(try judged.says(2029) == "PENDING NOT_DUE")
  }

  @Test func aMeanOfARatioIsTheRatioOfSums() throws {
    let rule = "kind: REDUCTION, of: {criterion: k}, by: 50, against: [2020, 2021], window: 2022"
    // 10/10 and 0/90 are 10 %, not 50 %: 6 % is not half of it.
    let judged = Judged(rule: rule, figures: ["a 2020 k 10/10", "a 2021 k 0/90", "a 2022 k 6/100"], closed: 2022)
    #expect(try judged.verdict(2022).share == Fraction(40, 1) && judged.says(2022) == "NOT_MET")
  }

  // "Missing years in a mean → NO_BASELINE unless at least m of n years are declared enough."
  @Test func enoughYearsMakeABase() throws {
    let figures = Array(Self.base.dropFirst()) + (2026...2030).map { "a \($0) n 970" }
    #expect(try Judged(rule: Self.spending, figures: figures, closed: 2030).says(2030) == "UNDETERMINED NO_BASELINE")
    let four = Judged(rule: Self.spending + ", enough-years: 4", figures: figures, closed: 2030)
    #expect(try four.verdict(2030).outcome == .met && four.verdict(2030).share == Fraction(100 * (1_125 - 970), 1_125))
  }

  // (c): 45 days by norm, 34 applied: 24.44 %, less than 25 %.
  @Test(arguments: [("34/45", Outcome.notMet), ("33/45", .met)])
  func handlingTimeIsComparedWithTheNorm(days: String, outcome: Outcome) throws {
    let rule = "kind: REDUCTION, of: {criterion: k}, by: 25, against: norm, window: 2023"
    #expect(try Judged(rule: rule, figures: ["a 2023 k \(days)"], closed: 2023).verdict(2023).outcome == outcome)
    let none = Judged(rule: rule, figures: ["a 2023 k 0/0"], closed: 2023)
    #expect(try none.says(2023) == "UNDETERMINED ZERO_DENOMINATOR")
  }

  @Test func aYearBehindTheFirstFiguresHasNoBase() throws {
    let rule = "kind: INCREASE, of: {criterion: n}, window: [2020, 2025]"
    let judged = Judged(rule: rule, figures: ["a 2020 n 5", "a 2021 n 6"], closed: 2021)
    #expect(try judged.says(2020) == "UNDETERMINED NO_BASELINE" && judged.says(2021) == "MET")
    #expect(try judged.objective(2021).evidence.en.hasPrefix("5 → 6 (up to "))
  }

  // MAINTAIN on figures: broken in the first period that fails, also where nobody filed it; no cases are passed over.
  @Test(arguments: [
    (["a 2021 k 5/5", "a 2022 k 9/9", "a 2023 k 1/1"], "MET", nil),
    (["a 2021 k 5/5", "a 2022 k 8/9", "a 2023 k 1/1"], "NOT_MET", 2022),
    (["a 2021 k 5/5", "a 2023 k 1/1"], "NOT_MET NOT_SUBMITTED", 2022),
    (["a 2021 k 5/5", "a 2022 k 0/0", "a 2023 k 1/1"], "MET", nil),
  ] as [([String], String, Int?)])
  func whatIsMaintainedHoldsInEveryYear(figures: [String], says: String, broken: Int?) throws {
    let rule = "kind: MAINTAIN, of: {criterion: k}, rule: {kind: THRESHOLD, equal: 100}, window: [2021, 2023]"
    let verdict = try Judged(rule: rule, figures: figures, closed: 2023).verdict(2023)
    #expect(verdict.code == says && verdict.brokenIn?.year == broken)
  }

  @Test func whatIsBrokenIsSaidBeforeTheEnd() throws {
    let rule = "kind: MAINTAIN, of: {criterion: k}, rule: {kind: THRESHOLD, equal: 100}, window: [2021, 2023], due: end"
    let judged = Judged(rule: rule, figures: ["a 2021 k 5/5", "a 2022 k 8/9"], closed: 2022)
    #expect(try judged.says(2021) == "PENDING NOT_DUE" && judged.says(2022) == "NOT_MET")
  }

  // `new-definition: [2022]` on a criterion: years on its two sides are not compared, those on one side are.
  @Test func figuresOfTwoDefinitionsAreNotCompared() throws {
    let judged = Judged(
      rule: "kind: INCREASE, of: {criterion: n}, window: [2020, 2025]", criteria: "[{code: n, new-definition: [2022]}]",
      figures: (2020...2023).map { "a \($0) n \($0)" }, closed: 2023)
    #expect(try (2021...2023).map(judged.says) == ["MET", "UNDETERMINED DEFINITION_CHANGED", "MET"])
    var mean = judged
    mean.rule = "kind: REDUCTION, of: {criterion: n}, by: 10, against: [2021, 2022], window: 2023"
    #expect(try mean.says(2023) == "UNDETERMINED DEFINITION_CHANGED")
  }

  @Test func outsideItsYearsACriterionDecidesNothing() throws {
    let judged = Judged(
      rule: "kind: THRESHOLD, of: {criterion: n}, at-least: 5, window: [2020, 2025]", criteria: "[{code: n, window: 2021}]",
      figures: ["a 2021 n 5", "a 2022 n 5"], closed: 2022)
    #expect(try judged.says(2021) == "MET" && judged.says(2022) == "NOT_APPLICABLE NO_DATE_IN_TEXT")
  }
}

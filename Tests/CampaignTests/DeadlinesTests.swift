import Campaign
import Testing

/// Deadlines as decisions move them: domain 4.7 and 5.1.
@Suite struct DeadlinesTests {
  static let period = Period(kind: .legalMonth, year: 2023, month: 12)!
  /// Due 19/12, closed 26/12 (decision 8).
  static let calendar = ReportingCalendar()
  static func at(_ text: String) -> Instant { Instant(vietnam: text)! }

  static func decision(_ unit: String?, due: String? = nil, closes: String? = nil) -> PeriodDecision {
    PeriodDecision(
      period: period, unit: unit.map { .init($0) }, due: due.map { at($0) }, closes: closes.map { at($0) }, reason: "test")
  }

  @Test func withoutADecisionTheCalendarCounts() {
    let deadlines = Deadlines(Self.calendar)
    #expect(deadlines.opens(Self.period) == Self.at("2023-12-15T00:00"))
    #expect(deadlines.due(Self.period, for: "a") == Self.at("2023-12-19T00:00"))
    #expect(deadlines.closes(Self.period, for: "a") == Self.at("2023-12-26T00:00"))
    #expect(deadlines.closesForEverybody(Self.period) == Self.at("2023-12-26T00:00"))
  }

  // "Outage of the platform extends the due instant for all by a recorded decision"
  @Test func aDecisionForAllMovesEveryUnitsDueInstant() {
    let deadlines = Deadlines(Self.calendar, decisions: [Self.decision(nil, due: "2023-12-21T12:00")])
    for unit in ["a", "b"] { #expect(deadlines.due(Self.period, for: .init(unit)) == Self.at("2023-12-21T12:00")) }
    #expect(deadlines.due(Self.period.previous, for: "a") == Self.calendar.due(Self.period.previous))
  }

  // "Reopening is per unit and per period … others stay closed"
  @Test func aReopeningConcernsItsUnitAlone() {
    let deadlines = Deadlines(Self.calendar, decisions: [Self.decision("a", closes: "2024-01-05T00:00")])
    let now = Self.at("2024-01-02T00:00")
    #expect(deadlines.state(of: Self.period, for: "a", at: now) == .overdue)
    #expect(deadlines.state(of: Self.period, for: "b", at: now) == .closed)
    #expect(deadlines.state(of: Self.period, for: nil, at: now) == .closed)
    #expect(deadlines.closesForEverybody(Self.period) == Self.at("2024-01-05T00:00"))
    #expect(deadlines.due(Self.period, for: "a") == Self.at("2023-12-19T00:00"), "reopening does not undo lateness")
  }

  @Test(arguments: [(-1, .open), (0, .overdue), (1, .overdue)] as [(Int64, PeriodState)])
  func theMovedDueInstantItselfIsLate(offset: Int64, state: PeriodState) {
    let deadlines = Deadlines(Self.calendar, decisions: [Self.decision(nil, due: "2023-12-21T00:00")])
    let instant = Instant(milliseconds: Self.at("2023-12-21T00:00").milliseconds + offset)
    #expect(deadlines.state(of: Self.period, for: "a", at: instant) == state)
    #expect((deadlines.workingDaysLate(Self.period, for: "a", filed: instant) != nil) == (offset >= 0))
  }

  @Test(arguments: [(-1, .overdue), (0, .closed), (1, .closed)] as [(Int64, PeriodState)])
  func atTheMovedGraceEndItselfAFilingIsRefused(offset: Int64, state: PeriodState) {
    let deadlines = Deadlines(Self.calendar, decisions: [Self.decision("a", closes: "2023-12-28T00:00")])
    let instant = Instant(milliseconds: Self.at("2023-12-28T00:00").milliseconds + offset)
    #expect(deadlines.state(of: Self.period, for: "a", at: instant) == state)
  }

  @Test func theLastDecisionOfAPeriodAndUnitSaysAllOfIt() {
    let deadlines = Deadlines(
      Self.calendar,
      decisions: [Self.decision("a", due: "2023-12-22T00:00", closes: "2023-12-30T00:00"), Self.decision("a", due: "2023-12-20T00:00")])
    #expect(deadlines.due(Self.period, for: "a") == Self.at("2023-12-20T00:00"))
    #expect(deadlines.closes(Self.period, for: "a") == Self.at("2023-12-26T00:00"))
  }

  @Test func neitherDecisionTakesAwayWhatTheOtherGave() {
    let own = Self.decision("a", due: "2023-12-22T00:00")
    let forAll = Self.decision(nil, due: "2023-12-20T00:00")
    for decisions in [[own, forAll], [forAll, own]] {
      let deadlines = Deadlines(Self.calendar, decisions: decisions)
      #expect(deadlines.due(Self.period, for: "a") == Self.at("2023-12-22T00:00"))
      #expect(deadlines.due(Self.period, for: "b") == Self.at("2023-12-20T00:00"))
    }
  }

  // domain 4.7: "1–2 working days", "3–5", "beyond"; 23 and 24 December 2023 are a weekend.
  @Test(arguments: [
    ("2023-12-18T23:59", nil), ("2023-12-19T00:00", 1), ("2023-12-19T23:59", 1), ("2023-12-20T00:00", 2), ("2023-12-22T12:00", 4),
    ("2023-12-24T12:00", 4), ("2023-12-25T00:00", 5),
  ] as [(String, Int?)])
  func latenessIsCountedInWorkingDays(filed: String, days: Int?) {
    #expect(Deadlines(Self.calendar).workingDaysLate(Self.period, for: "a", filed: Self.at(filed)) == days)
  }

  @Test func lateOnADayOffIsOneDayAtLeast() {
    let deadlines = Deadlines(Self.calendar, decisions: [Self.decision(nil, due: "2023-12-23T00:00")])
    #expect(deadlines.workingDaysLate(Self.period, for: "a", filed: Self.at("2023-12-23T08:00")) == 1)
  }

  @Test func aWrongClockKeepsNothingBusy() {
    #expect(Deadlines(Self.calendar).workingDaysLate(Self.period, for: "a", filed: Instant(milliseconds: .max / 2)) == 4_000)
  }
}

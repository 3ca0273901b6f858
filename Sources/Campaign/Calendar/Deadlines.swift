/// When the periods of a campaign open, are due and close for each unit: the calendar, and what was decided since.
///
/// The last decision about a period and a unit says all of it, and so does the last one for all units; of the two the later
/// instant counts for the unit, so that neither takes away what the other gave.
///
/// ```swift
/// var deadlines = Deadlines(calendar)
/// deadlines.add(PeriodDecision(period: december, unit: nil, due: later, closes: nil, reason: "…"))
/// deadlines.due(december, for: "kon-ray")   // later
/// ```
///
/// - Source: domain 4.7 "Outage of the platform extends the due instant for all by a recorded decision"; 5.1 "Reopening is
///   per unit and per period". Which decision prevails: ours: decision 13.
public struct Deadlines: Sendable {
  private struct Moved: Sendable {
    var forAll: PeriodDecision?
    var forUnit: [ReportingUnit.ID: PeriodDecision] = [:]
  }
  public var calendar: ReportingCalendar
  /// By the period's ordinal.
  private var moved: [Int: Moved] = [:]

  public init(_ calendar: ReportingCalendar, decisions: [PeriodDecision] = []) {
    self.calendar = calendar
    for decision in decisions { add(decision) }
  }

  /// Puts a decision in force, in place of an earlier one about the same period and the same unit or all units.
  ///
  /// - Complexity: O(1).
  public mutating func add(_ decision: PeriodDecision) {
    if let unit = decision.unit {
      moved[decision.period.ordinal, default: Moved()].forUnit[unit] = decision
    } else {
      moved[decision.period.ordinal, default: Moved()].forAll = decision
    }
  }

  /// The first instant at which the period can be filed; no decision moves it.
  public func opens(_ period: Period) -> Instant { calendar.opens(period) }

  /// The instant from which on a filing is late.
  ///
  /// - Parameter unit: `nil`: as it is for units without a decision of their own.
  public func due(_ period: Period, for unit: ReportingUnit.ID? = nil) -> Instant {
    latest(period, unit, otherwise: calendar.due(period)) { $0.due }
  }

  /// The first instant at which a filing is refused.
  ///
  /// - Parameter unit: `nil`: as it is for units without a decision of their own.
  public func closes(_ period: Period, for unit: ReportingUnit.ID? = nil) -> Instant {
    latest(period, unit, otherwise: calendar.closes(period)) { $0.closes }
  }

  /// The first instant at which nobody can file any more.
  public func closesForEverybody(_ period: Period) -> Instant {
    guard let moved = moved[period.ordinal] else { return calendar.closes(period) }
    return moved.forUnit.values.reduce(closes(period)) { max($0, $1.closes ?? $0) }
  }

  public func state(of period: Period, for unit: ReportingUnit.ID?, at now: Instant) -> PeriodState {
    if now < opens(period) { return .notOpen }
    if now >= closes(period, for: unit) { return .closed }
    return now < due(period, for: unit) ? .open : .overdue
  }

  /// Working days by which a filing was late: those that had begun between the due instant and the filing.
  ///
  /// - Parameter filed: When the unit filed the period for the first time.
  /// - Returns: At least 1; `nil` for a filing on time.
  /// - Complexity: O(days).
  public func workingDaysLate(_ period: Period, for unit: ReportingUnit.ID, filed: Instant) -> Int? {
    let due = due(period, for: unit)
    guard filed >= due else { return nil }
    let last = filed.vietnamDate
    // Nobody is late by more than years; a wrong clock must not keep the loop busy.
    guard last.day - due.vietnamDate.day <= 4_000 else { return 4_000 }
    var days = 0
    var day = due.vietnamDate
    while day <= last {
      if calendar.isWorkingDay(day) { days += 1 }
      day = day + 1
    }
    return max(1, days)
  }

  /// Whether anything was decided about a period.
  package func hasDecision(about ordinal: Int) -> Bool { moved[ordinal] != nil }

  /// The periods, by ordinal, about which something was decided.
  package var decidedOrdinals: [Int] { moved.keys.sorted() }

  /// The due instants of a period that decisions have named.
  package func decidedDueInstants(_ period: Period) -> [Instant] {
    guard let moved = moved[period.ordinal] else { return [] }
    return ([moved.forAll] + moved.forUnit.values.map(Optional.some)).compactMap { $0?.due }
  }

  private func latest(
    _ period: Period, _ unit: ReportingUnit.ID?, otherwise: Instant, _ instant: (PeriodDecision) -> Instant?
  ) -> Instant {
    guard let moved = moved[period.ordinal] else { return otherwise }
    let forAll = moved.forAll.flatMap(instant) ?? otherwise
    let own = unit.flatMap { moved.forUnit[$0] }.flatMap(instant) ?? otherwise
    return max(forAll, own)
  }
}

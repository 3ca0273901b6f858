/// Where a period stands at an instant, for a unit that wants to file it.
public enum PeriodState: String, Sendable {
  /// The period has not ended: nothing can be filed (chưa mở).
  case notOpen = "not-open"
  /// Open and on time (đang mở).
  case open
  /// Due has passed, a filing is accepted as late (quá hạn).
  case overdue
  /// The grace has ended: a filing is refused (đã đóng).
  case closed
}

/// Opening, due and closing instants of the periods of a campaign.
///
/// An instant belongs to what follows it: at the due instant itself a filing is late, at the grace end itself it is
/// refused.
///
/// - Source: domain 5.1 and 5.4; "2 working days after cut-off" is another province's rule, so it is data here.
public struct ReportingCalendar: Sendable, Equatable {
  /// Working days after the cut-off until due, 0–60.
  public let dueWorkingDays: Int
  /// Further working days in which a late filing is accepted, 0–120.
  public let graceWorkingDays: Int
  /// Days off that would be working days by their weekday.
  public let holidays: Set<CivilDate>
  /// Saturdays or Sundays that are worked.
  public let workingSaturdays: Set<CivilDate>
  /// The last year whose days off are decided; later ones are provisional. `nil` where no day off is named.
  public let decidedThrough: Int?

  public init(
    dueWorkingDays: Int = 2, graceWorkingDays: Int = 5, holidays: Set<CivilDate> = [],
    workingSaturdays: Set<CivilDate> = [], decidedThrough: Int? = nil
  ) {
    self.dueWorkingDays = dueWorkingDays
    self.graceWorkingDays = graceWorkingDays
    self.holidays = holidays
    self.workingSaturdays = workingSaturdays
    self.decidedThrough = decidedThrough
  }

  public func isWorkingDay(_ date: CivilDate) -> Bool {
    if workingSaturdays.contains(date) { return true }
    return date.weekday < 5 && !holidays.contains(date)
  }

  /// The first instant at which the period can be filed: its cut-off.
  public func opens(_ period: Period) -> Instant { period.endDay.start }

  /// The end of the last working day for a filing on time.
  public func due(_ period: Period) -> Instant { after(dueWorkingDays, from: period.endDay).start }

  /// The first instant at which a filing is refused.
  public func closes(_ period: Period) -> Instant {
    after(graceWorkingDays, from: after(dueWorkingDays, from: period.endDay)).start
  }

  public func state(of period: Period, at now: Instant) -> PeriodState {
    if now < opens(period) { return .notOpen }
    if now < due(period) { return .open }
    return now < closes(period) ? .overdue : .closed
  }

  /// The first day behind `count` working days, counted from and with `start`.
  private func after(_ count: Int, from start: CivilDate) -> CivilDate {
    var day = start
    var left = count
    while left > 0 {
      if isWorkingDay(day) { left -= 1 }
      day = day + 1
    }
    return day
  }
}

/// A recorded decision that moves the deadlines of a period (gia hạn), as after an outage of the platform.
///
/// - Source: domain 4.7 "Outage of the platform extends the due instant for all by a recorded decision"; 5.1 reopening is
///   per unit and per period, with reason.
public struct PeriodDecision: Sendable, Hashable {
  public let period: Period
  /// `nil`: for all units.
  public let unit: ReportingUnit.ID?
  /// The new due instant; `nil`: as the calendar says. A filing at this instant is late.
  public let due: Instant?
  /// The new grace end; `nil`: as the calendar says. A filing at this instant is refused.
  public let closes: Instant?
  /// Why, with the document; 1–500 bytes.
  public let reason: String

  public init(period: Period, unit: ReportingUnit.ID?, due: Instant?, closes: Instant?, reason: String) {
    self.period = period
    self.unit = unit
    self.due = due
    self.closes = closes
    self.reason = reason
  }
}

/// Whether a criterion concerns a unit in some periods: set by the campaign office, never by the unit
/// (phạm vi áp dụng).
///
/// Later ones prevail over earlier ones, and all over the `levels` of the criterion.
///
/// - Source: domain 3.2 "Applicability is data: unit × metric × period", 4.3.
public struct Applicability: Sendable, Hashable {
  public let unit: ReportingUnit.ID
  /// Code of a criterion of the rulebook.
  public let criterion: String
  public let from: Period
  /// The last period; `nil`: until further notice.
  public let through: Period?
  public let applies: Bool
  /// Why, with the document; 1–500 bytes.
  public let reason: String

  public init(
    unit: ReportingUnit.ID, criterion: String, from: Period, through: Period?, applies: Bool, reason: String
  ) {
    self.unit = unit
    self.criterion = criterion
    self.from = from
    self.through = through
    self.applies = applies
    self.reason = reason
  }
}

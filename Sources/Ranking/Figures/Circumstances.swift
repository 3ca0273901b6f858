public import Campaign

/// What bears on the places of a campaign beside the figures: applicability, findings by hand, lateness,
/// more time, deliveries.
///
/// A value like ``FigureTable``; every list is in the order of the journal, later ones prevail.
public struct Circumstances: Sendable {
  public var applicability: [Applicability] = []
  public var assessments: [Assessment] = []
  public var deliveries: [Delivery] = []
  /// By unit and the period's ordinal: working days by which the first filing was late, at least 1.
  public var workingDaysLate: [ReportingUnit.ID: [Int: Int]] = [:]
  /// Ordinals of periods that are due for others and not yet for the unit, because a decision gave it more time.
  public var extended: [ReportingUnit.ID: Set<Int>] = [:]

  public init() {}
}

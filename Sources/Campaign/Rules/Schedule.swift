/// `SCHEDULE`: a threshold that changes by year; a step function, without interpolation.
///
/// - Source: domain 2.3 "SCHEDULE": an entry holds from its year until the next; before the first there is no target.
public struct ScheduleRule: RuleKind {
  public static let code = "SCHEDULE"
  public let comparison: Comparison
  public let targets: ValueByTime

  public init(comparison: Comparison, targets: ValueByTime) {
    self.comparison = comparison
    self.targets = targets
  }

  public init(reading node: RuleReader) throws {
    comparison = try node.comparison()
    targets = try node.valueByTime(comparison.rawValue)
  }

  public func reference(year: Int) -> Reference { .none }

  public func verdict(year: Int, direction: Direction, now: Datum, reference: Datum) -> Verdict {
    guard let target = targets.value(inYear: year) else { return Verdict(.pending, .noTarget) }
    return ThresholdRule(comparison: comparison, target: target)
      .verdict(year: year, direction: direction, now: now, reference: reference)
  }

  public func demand(year: Int) -> LocalizedText {
    guard let target = targets.value(inYear: year) else { return ReasonCode.noTarget.text }
    return ThresholdRule(comparison: comparison, target: target).demand(year: year)
  }
}

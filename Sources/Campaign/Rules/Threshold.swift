/// `THRESHOLD`: the value compares with a fixed target ("đạt từ 99% trở lên"; "không trễ hẹn" is = 0).
///
/// - Source: domain 2.3 "THRESHOLD": met ⇔ v op target, on exact values; 98.996 % does not satisfy ≥ 99 %.
public struct ThresholdRule: RuleKind {
  public static let code = "THRESHOLD"
  public let comparison: Comparison
  public let target: ExactDecimal

  public init(comparison: Comparison, target: ExactDecimal) {
    self.comparison = comparison
    self.target = target
  }

  public init(reading node: RuleReader) throws {
    comparison = try node.comparison()
    target = try node.decimal(comparison.rawValue)
  }

  public func verdict(_ case: RuleCase) -> Verdict {
    switch `case`.now.value {
    case .unknown(let outcome, let reason): Verdict(outcome, reason)
    case .value(let value): Verdict(comparison.holds(value, target.fraction) ? .met : .notMet)
    }
  }

  public func demand(year: Int) -> LocalizedText { comparison.demand(target) }
}

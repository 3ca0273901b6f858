/// Comparison of a value with a target, on unrounded values.
public enum Comparison: String, Sendable, CaseIterable {
  case atLeast = "at-least"
  case above
  case equal
  case atMost = "at-most"
  case below

  package func holds(_ value: Fraction, _ target: Fraction) -> Bool {
    switch self {
    case .atLeast: value >= target
    case .above: value > target
    case .equal: value == target
    case .atMost: value <= target
    case .below: value < target
    }
  }

  package var sign: String {
    switch self {
    case .atLeast: "≥"
    case .above: ">"
    case .equal: "="
    case .atMost: "≤"
    case .below: "<"
    }
  }
}

/// `THRESHOLD`: the value compares with a fixed target.
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

  public func reference(year: Int) -> Reference { .none }

  public func verdict(year: Int, direction: Direction, now: Datum, reference: Datum) -> Verdict {
    switch now.value {
    case .unknown(let outcome, let reason): Verdict(outcome, reason)
    case .value(let v): Verdict(comparison.holds(v, target.fraction) ? .met : .notMet)
    }
  }

  public func demand(year: Int) -> LocalizedText {
    LocalizedText("\(comparison.sign) \(target.vietnameseText)", en: "\(comparison.sign) \(target)")
  }
}

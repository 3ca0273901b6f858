/// Comparison of a value with a target, on unrounded values.
///
/// - Source: domain 2.2, conventions 1–3: "đạt x%" is ≥ x; 100 % is numerator = denominator.
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

  /// "≥ 1.234,5".
  func demand(_ target: ExactDecimal) -> LocalizedText {
    LocalizedText("\(sign) \(target.vietnameseText)", en: "\(sign) \(target)")
  }
}

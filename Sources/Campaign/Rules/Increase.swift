/// `INCREASE`: better than the year before ("năm sau cao hơn năm trước").
///
/// Strictly: an equal value is not better. It looks at the score, not at the rank; the two can move in opposite
/// directions.
///
/// - Source: seed document 003, "năm sau cao hơn năm trước"; domain 2.3 "INCREASE".
public struct IncreaseRule: RuleKind {
  public static let code = "INCREASE"
  /// The least improvement, 0 or more; 0 means strictly better.
  public let minimum: ExactDecimal

  public init(minimum: ExactDecimal = ExactDecimal(0)) { self.minimum = minimum }

  public init(reading node: RuleReader) throws {
    minimum = try node.optionalDecimal("min-delta", from: ExactDecimal(0)) ?? ExactDecimal(0)
  }

  public func reference(year: Int, window: ClosedRange<Int>) -> Reference { .year(year - 1) }

  public func verdict(_ case: RuleCase) -> Verdict {
    switch (`case`.now.value, `case`.reference.value) {
    case (.unknown(let outcome, let reason), _): return Verdict(outcome, reason)
    case (_, .unknown(.pending, let reason)): return Verdict(.pending, reason)
    case (_, .unknown(_, .outOfRange)): return Verdict(.undetermined, .outOfRange)
    case (_, .unknown): return Verdict(.undetermined, .noBaseline)
    case (.value(let value), .value(let base)):
      if let obstacle = `case`.now.obstacle(to: `case`.reference) { return obstacle }
      let higher = `case`.direction == .higher
      guard minimum.coefficient != 0 else { return Verdict((higher ? value > base : value < base) ? .met : .notMet) }
      guard let demanded = higher ? base.plus(minimum.fraction) : base.minus(minimum.fraction) else {
        return Verdict(.undetermined, .outOfRange)
      }
      return Verdict((higher ? value >= demanded : value <= demanded) ? .met : .notMet)
    }
  }

  public func demand(year: Int) -> LocalizedText {
    minimum.coefficient == 0
      ? LocalizedText("tốt hơn năm \(year - 1)", en: "better than \(year - 1)")
      : LocalizedText(
        "tốt hơn năm \(year - 1) ít nhất \(minimum.vietnameseText)", en: "better than \(year - 1) by at least \(minimum)")
  }
}

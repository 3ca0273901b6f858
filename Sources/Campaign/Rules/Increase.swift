/// `INCREASE`: better than the year before ("năm sau cao hơn năm trước").
///
/// Strictly: an equal value is not better. It looks at the score, not at the rank; the two can move in opposite
/// directions.
///
/// - Source: seed document 003, "năm sau cao hơn năm trước"; domain 2.3 "INCREASE".
public struct IncreaseRule: RuleKind {
  public static let code = "INCREASE"
  /// The least improvement; 0 means strictly better.
  public let minimum: ExactDecimal

  public init(minimum: ExactDecimal = ExactDecimal(0)) { self.minimum = minimum }

  public init(reading node: RuleReader) throws {
    minimum = try node.optionalDecimal("min-delta") ?? ExactDecimal(0)
  }

  public func reference(year: Int) -> Reference { .year(year - 1) }

  public func verdict(year: Int, direction: Direction, now: Datum, reference: Datum) -> Verdict {
    switch (now.value, reference.value) {
    case (.unknown(let outcome, let reason), _): return Verdict(outcome, reason)
    case (_, .unknown(.pending, let reason)): return Verdict(.pending, reason)
    case (_, .unknown): return Verdict(.undetermined, .noBaseline)
    case (.value(let v), .value(let base)):
      let gain = direction == .higher ? v - base : base - v
      let enough = minimum.coefficient == 0 ? gain.numerator > 0 : gain >= minimum.fraction
      return Verdict(enough ? .met : .notMet)
    }
  }

  public func demand(year: Int) -> LocalizedText {
    minimum.coefficient == 0
      ? LocalizedText("cao hơn năm \(year - 1)", en: "better than \(year - 1)")
      : LocalizedText(
        "tốt hơn năm \(year - 1) ít nhất \(minimum.vietnameseText)", en: "better than \(year - 1) by at least \(minimum)")
  }
}

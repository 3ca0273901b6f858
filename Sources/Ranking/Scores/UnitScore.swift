package import Campaign

/// The sums of one unit in one period.
package struct UnitScore: Sendable {
  /// Sum of the scored leaves.
  package var earned = Points.zero
  /// Sum of the maxima that count: scored, missing and pending leaves.
  package var applicable = Points.zero
  package var scored = 0
  package var missing = 0
  package var pending = 0

  package mutating func add(_ leaf: Leaf, most: Points) {
    switch leaf {
    case .scored(let points):
      earned += points
      applicable += most
      scored += 1
    case .missing:
      applicable += most
      missing += 1
    case .pending:
      applicable += most
      pending += 1
    case .notApplicable, .notConcerned, .followed: break
    }
  }

  /// The total in millionths, rounded half up from the exact quotient to `decimals` (0–6).
  package func total(_ kind: RankingSettings.Total, decimals: Int) -> Points {
    let unit = Int128(powerOfTen(6 - decimals))
    switch kind {
    case .points: return Points(millionths: Int64(roundedHalfUp(Int128(earned.millionths), unit) * unit))
    case .index:
      guard applicable.millionths > 0 else { return .zero }
      let numerator = Int128(earned.millionths) * 100_000_000
      return Points(millionths: Int64(roundedHalfUp(numerator, Int128(applicable.millionths) * unit) * unit))
    }
  }
}

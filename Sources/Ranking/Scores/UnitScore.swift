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
  ///
  /// - Parameter adjustment: Bonus less deductions, and the most that the total may come to; `nil`: the sums alone.
  package func total(_ kind: RankingSettings.Total, decimals: Int, adjustment: Adjustment? = nil) -> Points {
    let unit = Int128(powerOfTen(6 - decimals))
    var (numerator, denominator): (Int128, Int128) =
      switch kind {
      case .points: (Int128(earned.millionths), 1)
      case .index:
        applicable.millionths > 0 ? (Int128(earned.millionths) * 100_000_000, Int128(applicable.millionths)) : (0, 1)
      }
    if let adjustment {
      let adjusted = numerator + Int128(adjustment.points.millionths) * denominator
      numerator = max(0, min(adjusted, Int128(adjustment.most.millionths) * denominator))
    }
    return Points(millionths: Int64(roundedHalfUp(numerator, denominator * unit) * unit))
  }

  package struct Adjustment: Sendable {
    package let points: Points
    package let most: Points
  }
}

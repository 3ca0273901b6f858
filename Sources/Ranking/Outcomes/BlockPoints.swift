public import Campaign

/// What the units of a block reached in one criterion, for whoever sets one of them beside the others.
public struct BlockPoints: Sendable, Hashable {
  public let best: Points
  /// The middle one, or halfway between the two in the middle, cut to whole millionths.
  public let median: Points

  /// - Parameter points: Of the units that are scored; `nil` for none.
  init?(_ points: [Points]) {
    let sorted = points.sorted()
    guard let best = sorted.last else { return nil }
    self.best = best
    let (low, high) = (sorted[(sorted.count - 1) / 2].millionths, sorted[sorted.count / 2].millionths)
    median = Points(millionths: low + (high - low) / 2)
  }
}

extension Standings {
  /// What a block's units reached in a period.
  ///
  /// - Returns: By criterion, in the order of the rulebook; `nil` where nobody is scored. Empty for a period that is not ranked here.
  /// - Complexity: O(units of the block × (periods × criteria + log units)).
  public func points(ofBlock block: String, in period: Period) -> [BlockPoints?] {
    guard scope.first <= period, period <= scope.last else { return [] }
    /// The walk has come to the period that is wanted.
    struct Arrived: Error {}
    let wanted = period.ordinal - scope.first.ordinal
    var scored: [[Points]] = rulebook.criteria.map { _ in [] }
    for unit in rulebook.units.indices where rulebook.units[unit].block == block {
      // The same walk that made the standings has been through here without leaving the exact range.
      try? plan.walk(unit, figures, compiled(for: unit)) { offset, _, leaves, _, _ in
        guard offset == wanted else { return }
        for (criterion, leaf) in leaves.enumerated() {
          if case .scored(let points) = leaf { scored[criterion].append(points) }
        }
        throw Arrived()
      }
    }
    return scored.map { BlockPoints($0) }
  }
}

import Campaign

/// A rulebook compiled for ranking: flat arrays in place of names, and a scoring kernel a criterion and period.
final class RankingPlan: Sendable {
  struct Leaf: Sendable {
    let numerator: [CounterSum.Term]
    let denominator: [CounterSum.Term]
    let shape: Shape
    /// Maximum, millionths.
    let points: Int64
    /// For figures in percent, by period offset.
    let percent: [ScoringKernel]
    /// For plain numbers.
    let plain: [ScoringKernel]
  }
  enum Shape: Sendable { case ratio, count, given }

  let rulebook: Rulebook
  let scope: RankingScope
  let combinations: [Combination]
  let leaves: [Leaf]
  /// Sum of all maxima.
  let allPoints: Int64

  init(_ rulebook: Rulebook, _ scope: RankingScope) {
    self.rulebook = rulebook
    self.scope = scope
    combinations = rulebook.counters.map(\.combination)
    let ordinals = scope.first.ordinal <= scope.last.ordinal ? Array(scope.first.ordinal...scope.last.ordinal) : []
    let periods = ordinals.map { Period(kind: scope.first.kind, ordinal: $0) }
    leaves = rulebook.criteria.map { criterion in
      func kernels(_ factor: Int128) -> [ScoringKernel] {
        periods.map { ScoringKernel(criterion, in: $0, decimals: rulebook.decimals, factor: factor) }
      }
      let (numerator, denominator, shape): ([CounterSum.Term], [CounterSum.Term], Shape) =
        switch criterion.metric {
        case .ratio(let n, let d): (n.terms, d.terms, .ratio)
        case .count(let n): (n.terms, [], .count)
        case .given: ([], [], .given)
        }
      return Leaf(
        numerator: numerator, denominator: denominator, shape: shape, points: criterion.points.millionths,
        percent: kernels(100), plain: shape == .ratio ? [] : kernels(1))
    }
    allPoints = leaves.reduce(0) { $0 + $1.points }
  }
}

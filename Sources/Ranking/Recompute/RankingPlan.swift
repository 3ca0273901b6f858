import Campaign

/// A rulebook compiled for ranking: flat lists in place of names, and a scoring kernel a criterion and period.
final class RankingPlan: Sendable {
  enum Shape: UInt8, Sendable { case ratio, count, given }

  let rulebook: Rulebook
  let scope: RankingScope
  let combinations: [Combination]
  /// By criterion: what it measures, and where the terms of its two sums stand in ``terms``.
  let shapes: [Shape]
  let sums: [(numerator: Range<Int>, denominator: Range<Int>)]
  let terms: [CounterSum.Term]
  /// Maxima by criterion, and their sum.
  let most: [Points]
  let allPoints: Points
  /// By criterion × ``periods`` + period offset: for figures in percent, and for plain numbers.
  let percent: [ScoringKernel]
  let plain: [ScoringKernel]
  let steps: [ScoringKernel.Step]
  let periods: Int
  /// By unit: the criteria that concern it.
  let concerned: [[Int]]

  init(_ rulebook: Rulebook, _ scope: RankingScope) {
    self.rulebook = rulebook
    self.scope = scope
    combinations = rulebook.counters.map(\.combination)
    let ordinals = scope.first.ordinal <= scope.last.ordinal ? Array(scope.first.ordinal...scope.last.ordinal) : []
    periods = ordinals.count
    var terms: [CounterSum.Term] = []
    var steps: [ScoringKernel.Step] = []
    func place(_ sum: CounterSum?) -> Range<Int> {
      let start = terms.count
      terms += sum?.terms ?? []
      return start..<terms.count
    }
    var shapes: [Shape] = []
    var sums: [(numerator: Range<Int>, denominator: Range<Int>)] = []
    var percent: [ScoringKernel] = []
    var plain: [ScoringKernel] = []
    for criterion in rulebook.criteria {
      let (shape, numerator, denominator): (Shape, CounterSum?, CounterSum?) =
        switch criterion.metric {
        case .ratio(let n, let d): (.ratio, n, d)
        case .count(let n): (.count, n, nil)
        case .given: (.given, nil, nil)
        }
      shapes.append(shape)
      sums.append((place(numerator), place(denominator)))
      for ordinal in ordinals {
        let period = Period(kind: scope.first.kind, ordinal: ordinal)
        percent.append(ScoringKernel(criterion, in: period, decimals: rulebook.decimals, factor: 100, steps: &steps))
        plain.append(ScoringKernel(criterion, in: period, decimals: rulebook.decimals, factor: 1, steps: &steps))
      }
    }
    self.terms = terms
    self.steps = steps
    self.shapes = shapes
    self.sums = sums
    self.percent = percent
    self.plain = plain
    concerned = rulebook.units.map { unit in rulebook.criteria.indices.filter { rulebook.criteria[$0].concerns(unit) } }
    most = rulebook.criteria.map(\.points)
    allPoints = most.reduce(.zero, +)
  }
}

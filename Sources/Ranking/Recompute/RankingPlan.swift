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
  /// Maxima by criterion, and by period offset their sum over the criteria in force.
  let most: [Points]
  let allPoints: [Points]
  /// The criteria that stand in totals, and by period offset whether one of them is in force.
  let scored: [Int]
  let scoresAnything: [Bool]
  /// By criterion × ``periods`` + period offset: for figures in percent, and for plain numbers.
  let percent: [ScoringKernel]
  let plain: [ScoringKernel]
  let steps: [ScoringKernel.Step]
  let periods: Int
  /// By unit: the criteria that concern it; those that give points, and those that are followed.
  let concerned: [[Int]]
  let followed: [[Int]]
  /// A criterion is in force in some years only.
  let hasWindows: Bool
  /// By criterion: the denominator that a ratio needs; no list at all where none needs one.
  let minimums: [Int64]
  let hasBands: Bool
  /// Totals have a bonus or a deduction.
  let adjusts: Bool
  /// The criteria whose points depend on the best of the block, and by unit its block.
  let led: [Int]
  let blockOf: [Int]
  /// By unit: whether its block has places.
  let ranked: [Bool]

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
    let scored = rulebook.criteria.indices.filter { rulebook.criteria[$0].scoring != nil }
    let unscored = rulebook.criteria.indices.filter { rulebook.criteria[$0].scoring == nil }
    self.scored = scored
    concerned = rulebook.units.map { unit in scored.filter { rulebook.criteria[$0].concerns(unit) } }
    followed = rulebook.units.map { unit in unscored.filter { rulebook.criteria[$0].concerns(unit) } }
    hasWindows = rulebook.criteria.contains { $0.window != nil }
    let demanding = rulebook.criteria.contains { $0.minimumDenominator != nil }
    minimums = demanding ? rulebook.criteria.map { $0.minimumDenominator ?? 0 } : []
    most = rulebook.criteria.map(\.points)
    let inForce = ordinals.map { ordinal in
      let year = Period(kind: scope.first.kind, ordinal: ordinal).year
      return scored.filter { rulebook.criteria[$0].isInForce(in: year) }
    }
    scoresAnything = inForce.map { !$0.isEmpty }
    allPoints = inForce.map { $0.reduce(.zero) { $0 + rulebook.criteria[$1].points } }
    hasBands = !rulebook.bands.isEmpty || rulebook.blocks.contains { $0.bands != nil }
    adjusts = rulebook.bonus != nil || rulebook.lateness != nil
    led = scored.filter { if case .leader = rulebook.criteria[$0].scoring { true } else { false } }
    let blocks = Dictionary(uniqueKeysWithValues: rulebook.blocks.enumerated().map { ($1.id, $0) })
    blockOf = rulebook.units.map { blocks[$0.block] ?? 0 }
    let unranked = Set(rulebook.blocks.filter { !$0.ranked }.map(\.id))
    ranked = rulebook.units.map { !unranked.contains($0.block) }
  }
}

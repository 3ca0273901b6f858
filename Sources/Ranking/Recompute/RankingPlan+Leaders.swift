import Campaign

/// Criteria that reward going beyond the target relative to the best of the block.
///
/// A late correction of one unit changes everybody's score, so that a score exists only once a period is closed and its
/// figures are frozen; before that the leaf is pending (domain 4.2).
extension RankingPlan {
  func slot(_ led: Int, _ block: Int, _ offset: Int) -> Int { (led * rulebook.blocks.count + block) * periods + offset }

  /// The best value of each block: a first walk over the figures.
  ///
  /// Who has no place because of false data leads nobody.
  ///
  /// - Throws: ``PointsOutOfRange``.
  func leaders(_ figures: FigureTable, _ circumstances: CompiledCircumstances) throws -> [Fraction?] {
    var best: [Fraction?] = Array(repeating: nil, count: led.count * rulebook.blocks.count * periods)
    for unit in rulebook.units.indices {
      try walk(unit, figures, circumstances) { offset, state, leaves, _, _ in
        guard !circumstances.isWithheld(unit, offset, self) else { return }
        for (position, index) in led.enumerated() {
          guard case .scored = leaves[index], let value = state.measured(index).fraction, value.numerator > 0 else { continue }
          let slot = slot(position, blockOf[unit], offset)
          if best[slot].map({ value.isGreater(than: $0) }) ?? true { best[slot] = value }
        }
      }
    }
    return best
  }

  func leader(_ index: Int, _ unit: Int, _ offset: Int, _ circumstances: CompiledCircumstances) -> Fraction? {
    guard let leaders = circumstances.leaders, let position = led.firstIndex(of: index) else { return nil }
    return leaders[circumstances.only == nil ? slot(position, blockOf[unit], offset) : position * periods + offset]
  }

  /// - Parameter value: `nil`: no cases, which are 0 points here.
  func ledLeaf(
    _ index: Int, _ value: Fraction?, _ period: Period, _ unit: Int, _ circumstances: CompiledCircumstances
  ) -> Leaf {
    guard let closed = scope.closedThrough, period <= closed else { return .pending }
    // On the first walk the points are not known yet, only that there will be some.
    guard let value, circumstances.leaders != nil else { return .scored(.zero) }
    let best = leader(index, unit, period.ordinal - scope.first.ordinal, circumstances)
    return .scored(rulebook.criteria[index].score(value, in: period, decimals: rulebook.decimals, leader: best) ?? .zero)
  }
}

extension CompiledCircumstances {
  func isWithheld(_ unit: Int, _ offset: Int, _ plan: RankingPlan) -> Bool {
    !withheld.isEmpty && withheld[index(unit) * plan.periods + offset]
  }
}

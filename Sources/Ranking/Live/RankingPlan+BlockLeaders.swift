import Campaign

/// The best of one block, for a ranking that follows its figures.
extension RankingPlan {
  /// - Parameter circumstances: Of each member, before leaders are known.
  /// - Returns: By `LEADER` criterion and period.
  /// - Throws: ``PointsOutOfRange``.
  func leaders(
    of members: [Int], _ figures: FigureTable, _ circumstances: (Int) -> CompiledCircumstances
  ) throws -> [Fraction?] {
    var best: [Fraction?] = Array(repeating: nil, count: led.count * periods)
    for unit in members {
      let own = circumstances(unit)
      try walk(unit, figures, own) { offset, state, leaves, _, _ in
        guard !own.isWithheld(unit, offset, self) else { return }
        for (position, index) in led.enumerated() {
          guard case .scored = leaves[index], let value = state.measured(index).fraction, value.numerator > 0 else { continue }
          let slot = position * periods + offset
          if best[slot].map({ value.isGreater(than: $0) }) ?? true { best[slot] = value }
        }
      }
    }
    return best
  }

  /// The best of a block as a full recomputation has found it.
  func leaders(of block: Int, in all: [Fraction?]) -> [Fraction?] {
    led.indices.flatMap { position in
      let start = (position * rulebook.blocks.count + block) * periods
      return all[start..<start + periods]
    }
  }

  /// What a unit reports bears on later periods of the same year only.
  var forgetsEachYear: Bool {
    !combinations.contains(.yearly) && !rulebook.criteria.contains { if case .given = $0.metric { true } else { false } }
  }
}

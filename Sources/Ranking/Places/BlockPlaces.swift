package import Campaign

/// A unit's place in its block, without what it is compared with.
package struct UnitPlace: Sendable, Hashable {
  /// By index in the roster.
  package let unit: Int
  /// Counted from 1; `nil` without rank, see ``reason``.
  package let place: Int?
  package let reason: ReasonCode?
}

extension Standings {
  /// The places of a block's units: by place, then without rank; equal ones by Vietnamese name.
  ///
  /// - Returns: Empty for a period that is not ranked here.
  /// - Complexity: O(units of the block) where single units are followed, O(units × log units) elsewhere.
  package func places(of block: String, in period: Period) -> [UnitPlace] {
    if let (index, offset, live) = own(block: block, period) { return live.places(index, offset) }
    let offset = period.ordinal - scope.first.ordinal
    guard period.kind == scope.first.kind, (0..<plan.periods).contains(offset) else { return [] }
    return byName(block).map { unit in
      let standing = standing(unit, offset)
      return UnitPlace(unit: unit, place: standing?.place, reason: standing?.reason)
    }.enumerated().sorted { ($0.element.place ?? .max, $0.offset) < ($1.element.place ?? .max, $1.offset) }.map(\.element)
  }

  private func byName(_ block: String) -> [Int] {
    if let live, let index = rulebook.blocks.firstIndex(where: { $0.id == block }) { return live.form.ordered[index] }
    return rulebook.byName(rulebook.units.indices.lazy.filter { rulebook.units[$0].block == block })
  }

  /// The standing of a unit by its index in the roster; an empty one for a unit or a period that is not ranked here.
  ///
  /// - Complexity: O(log units of the block).
  package func standing(unit: Int, in period: Period) -> Standing {
    guard rulebook.units.indices.contains(unit), period.kind == scope.first.kind else { return Standing() }
    return standing(unit, period.ordinal - scope.first.ordinal) ?? Standing()
  }

  /// The place of a unit, counted from 1; `nil` without rank, and for a unit or a period that is not ranked here.
  ///
  /// - Parameter unit: By index in the roster.
  /// - Complexity: O(log units of the block).
  package func place(of unit: Int, in period: Period) -> Int? {
    guard rulebook.units.indices.contains(unit) else { return nil }
    if let (_, offset, live) = own(block: rulebook.units[unit].block, period) { return live.place(unit, offset) }
    guard period.kind == scope.first.kind else { return nil }
    return standing(unit, period.ordinal - scope.first.ordinal)?.place
  }

  /// How many cases a ratio goes by, from the start of the year: the denominator that ``explanation(of:in:)`` gives.
  ///
  /// - Parameter criterion: By index in the rulebook.
  /// - Parameter unit: By index in the roster.
  /// - Returns: `nil` where the criterion does not concern the unit, and where nothing was measured.
  /// - Complexity: O(periods of the year × criteria).
  package func cases(of criterion: Int, _ unit: Int, in period: Period) -> Int128? {
    guard period.kind == scope.first.kind, scope.first <= period, period <= scope.last else { return nil }
    let start = plan.forgetsEachYear ? period.ordinal / period.kind.perYear * period.kind.perYear : .min
    var cases: Int128?
    // The walk of the explanation itself, so that a line never shows cases which the unit's page does not.
    try? plan.walk(unit, figures, compiled(for: unit), ordinals: start...period.ordinal, only: criterion) { offset, state, leaves, _, _ in
      guard offset == period.ordinal - scope.first.ordinal, case .ratio(_, let denominator) = state.measured(criterion) else { return }
      switch leaves[criterion] {
      case .scored, .followed, .notApplicable: cases = denominator
      case .missing, .pending, .notConcerned: break
      }
    }
    return cases
  }
}

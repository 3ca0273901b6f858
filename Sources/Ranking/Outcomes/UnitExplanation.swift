public import Campaign

/// One criterion of one unit in one period: what was measured and what it gave.
public struct CriterionResult: Sendable {
  public let criterion: Criterion
  public let leaf: Leaf
  /// Why the criterion concerns the unit, or does not, where that was set beside its levels.
  public let applicability: String?
  /// Numerator and denominator of a ratio, or the number over 1 (or a power of ten); `nil` where nothing was measured.
  public let value: Fraction?
  public let isRatio: Bool
  public let target: ExactDecimal?
  /// Points gained against the period before and the same period of last year; `nil` where either is not scored.
  public let againstPrevious: Points?
  public let againstLastYear: Points?
}

extension Standings {
  /// Every criterion of a unit in a period, in the order of the rulebook.
  ///
  /// - Returns: Empty for a unit or a period that is not ranked here.
  /// - Complexity: O(periods × criteria).
  public func explanation(of unit: ReportingUnit.ID, in period: Period) -> [CriterionResult] {
    guard let index = rulebook.unitIndex[unit], standing(of: unit, in: period) != nil else { return [] }
    let compiled = compiled(for: index)
    var seen: [Int: [Leaf]] = [:]
    var measured: [Measured] = []
    let wanted = period.ordinal - scope.first.ordinal
    let lastYear = period.lastYear.ordinal - scope.first.ordinal
    // The same walk that made the standings has been through here without leaving the exact range.
    try? plan.walk(index, figures, compiled) { offset, state, leaves, _, _ in
      if offset == wanted || offset == wanted - 1 || offset == lastYear { seen[offset] = leaves }
      if offset == wanted { measured = rulebook.criteria.indices.map(state.measured) }
    }
    guard let now = seen[wanted] else { return [] }
    // Points under another version of the rulebook are no points to compare with.
    let own = ownFrom.map { $0.ordinal - scope.first.ordinal } ?? 0
    for offset in seen.keys where offset < own && offset != wanted { seen[offset] = nil }
    return rulebook.criteria.indices.map { i in
      var value: Fraction?
      var isRatio = false
      switch (now[i], measured[i]) {
      case (.scored, .ratio(let n, let d)), (.followed, .ratio(let n, let d)), (.notApplicable, .ratio(let n, let d)):
        (value, isRatio) = (Fraction(n, d), true)
      case (.scored, .number(let number)), (.followed, .number(let number)): value = number
      default: break
      }
      return CriterionResult(
        criterion: rulebook.criteria[i], leaf: now[i], applicability: compiled.exception(index, i, period.ordinal)?.reason,
        value: value, isRatio: isRatio, target: rulebook.criteria[i].scoring?.target(in: period),
        againstPrevious: difference(now[i], seen[wanted - 1]?[i]), againstLastYear: difference(now[i], seen[lastYear]?[i]))
    }
  }

  private func difference(_ now: Leaf, _ then: Leaf?) -> Points? {
    guard case .scored(let a) = now, case .scored(let b)? = then else { return nil }
    return a - b
  }
}

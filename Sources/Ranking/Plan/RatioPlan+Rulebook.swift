import Campaign

extension RatioPlan {
  /// The numbers of a rulebook that is nothing but capped ratios: the canonical workload is one.
  ///
  /// Whole points and whole targets that never change, every numerator and denominator a counter of its own that is summed since
  /// January, exact sums of points, nothing missing, no cases are 0 points, whole years of calendar months, and five (or so)
  /// places to gain against the same month of the year before.
  ///
  /// - Returns: `nil` for any other rulebook.
  package init?(_ plan: ColumnPlan) {
    let (book, definition) = (plan.rulebook, plan.definition)
    let settings = book.ranking
    let (first, last) = (plan.scope.first, plan.scope.last)
    guard plan.whole == nil, book.decimals == 4, settings.total == .points, settings.placesBy == .exact, settings.published == 4,
      settings.missingMonth == .skipped, settings.zeroDenominator == .zero, settings.applicableFloor.coefficient == 0,
      plan.perYear == Self.monthsOfAYear, first.number == 1, last.number == Self.monthsOfAYear, book.bonus == nil, book.lateness == nil,
      !definition.hasBands, book.applicability.isEmpty, book.blocks.allSatisfy(\.ranked), plan.gains.count == 1,
      let gain = plan.gains[0].kind as? RankGainRule, gain.against == .sameMonthLastYear,
      plan.gains[0].window.contains(first.year), plan.gains[0].window.contains(last.year)
    else { return nil }
    var criteria: [Criterion] = []
    var seen: Set<Int> = []
    for (index, criterion) in book.criteria.enumerated() {
      let million = Int64(1_000_000)
      guard case .prop(let target) = criterion.scoring, case .ratio(let n, let d) = criterion.metric, criterion.direction == .higher,
        n.terms.count == 1, d.terms.count == 1, !n.terms[0].negative, !d.terms[0].negative,
        definition.combinations[n.terms[0].counter] == .flow, definition.combinations[d.terms[0].counter] == .flow,
        seen.insert(n.terms[0].counter).inserted, seen.insert(d.terms[0].counter).inserted,
        criterion.levels == nil, criterion.window == nil, criterion.minimumDenominator == nil,
        definition.most[index].millionths % million == 0, target.all.count == 1, let whole = target.value(in: first)?.trimmed, whole.scale == 0
      else { return nil }
      criteria.append(Criterion(points: definition.most[index].millionths / million, target: whole.coefficient))
    }
    do throws(Problem) {
      try self.init(criteria: criteria, years: last.year - first.year + 1, placesToGain: Int32(gain.places))
    } catch {
      return nil
    }
  }
}

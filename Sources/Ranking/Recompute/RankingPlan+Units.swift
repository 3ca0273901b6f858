import Campaign

/// One unit through its months.
extension RankingPlan {
  /// Visits the periods of a unit in order with its leaves.
  ///
  /// - Parameter ordinals: Whole years, where no figure bears on a later one; `nil`: all periods.
  /// - Parameter only: The one criterion whose leaf is asked for, the others are left out; `nil`: all.
  /// - Throws: ``PointsOutOfRange``.
  func walk(
    _ unit: Int, _ figures: FigureTable, _ circumstances: CompiledCircumstances, ordinals: ClosedRange<Int>? = nil,
    only: Int? = nil, _ visit: (_ offset: Int, _ state: YearToDate, _ leaves: [Leaf], _ filed: Int, _ due: Int) throws -> Void
  ) throws {
    // What was filed in front of the periods that are ranked moves the beginning of what is due.
    let looked = ordinals.flatMap { $0.lowerBound >= scope.first.ordinal ? $0 : nil } ?? .min ... .max
    let months = figures.months[unit, looked]
    var state = YearToDate(self)
    var results: [Leaf] = Array(repeating: .notConcerned, count: shapes.count)
    var (concerned, followed) = (self.concerned[unit], self.followed[unit])
    var filed = 0
    var due = 0
    // Earlier years matter to what carries over for good.
    let start = max(ordinals?.lowerBound ?? .min, min(months.keys.min() ?? scope.first.ordinal, scope.first.ordinal))
    let end = min(ordinals?.upperBound ?? scope.last.ordinal, scope.last.ordinal)
    guard start <= end else { return }
    var year = Int.min
    let (percent, plain, steps) = (self.percent, self.plain, self.steps)
    let missingCounts = rulebook.ranking.missingMonth == .missing
    let exceptions = circumstances.exceptions(of: unit)
    let demanding = !minimums.isEmpty
    let extended = circumstances.extended(of: unit)
    for ordinal in start...end {
      let period = Period(kind: scope.first.kind, ordinal: ordinal)
      state.enter(period)
      if period.year != year {
        (year, filed, due) = (period.year, 0, 0)
        if hasWindows { keepInForce(&concerned, &followed, &results, unit, year) }
      }
      if !exceptions.isEmpty { (concerned, followed) = concerning(unit, period, circumstances, &results) }
      if let only, concerned.count + followed.count > 1 {
        concerned = concerned.filter { $0 == only }
        followed = followed.filter { $0 == only }
      }
      let month = months[ordinal]
      if let month {
        state.add(month)
        filed += 1
      }
      let isDue = scope.dueThrough.map { period <= $0 } ?? false && !(!extended.isEmpty && extended.contains(ordinal))
      if isDue || month != nil { due += 1 }
      guard ordinal >= scope.first.ordinal else { continue }
      let offset = ordinal - scope.first.ordinal
      for index in concerned {
        if missingCounts, isAbsent(index, month) {
          results[index] = isDue ? .missing : .pending
          continue
        }
        let measured = state.measured(index)
        if demanding, isTooSmall(measured, index) {
          results[index] = .notApplicable
          continue
        }
        let kernel = index * periods + offset
        let fast: Int64? =
          switch measured {
          case .ratio(let n, let d): percent[kernel].points(n, d, steps: steps)
          case .number(let value): plain[kernel].points(value.numerator, value.denominator, steps: steps)
          case .zeroDenominator, .absent: nil
          }
        if let fast {
          results[index] = .scored(Points(millionths: fast))
        } else {
          results[index] = try general(index, measured, period, unit, circumstances)
        }
      }
      for index in followed {
        results[index] =
          if missingCounts, isAbsent(index, month) {
            isDue ? .missing : .pending
          } else {
            isFollowed(state.measured(index), index) ? .followed : .notApplicable
          }
      }
      try visit(offset, state, results, filed, due)
    }
  }

  /// Visits some periods of a unit with its sums alone, as ``walk(_:_:_:ordinals:only:_:)`` has them: no points are given.
  ///
  /// - Parameter wanted: Ordinals of periods that are ranked, ascending.
  /// - Complexity: O(figures of the unit).
  func measure(_ unit: Int, _ figures: FigureTable, wanted: [Int], _ visit: (_ ordinal: Int, _ state: YearToDate) -> Void) {
    guard let first = wanted.first, let last = wanted.last else { return }
    let start = forgetsEachYear ? first / scope.first.kind.perYear * scope.first.kind.perYear : .min
    let months = figures.months[unit, start...last]
    var state = YearToDate(self)
    var open = wanted[...]
    for ordinal in (Set(months.keys.filter { (start...last).contains($0) }).union(wanted)).sorted() {
      state.enter(Period(kind: scope.first.kind, ordinal: ordinal))
      if let month = months[ordinal] { state.add(month) }
      guard open.first == ordinal else { continue }
      open.removeFirst()
      visit(ordinal, state)
    }
  }

  /// A year begins: the criteria that concern the unit in it, and no leaf yet.
  private func keepInForce(_ concerned: inout [Int], _ followed: inout [Int], _ results: inout [Leaf], _ unit: Int, _ year: Int) {
    concerned = self.concerned[unit].filter { rulebook.criteria[$0].isInForce(in: year) }
    followed = self.followed[unit].filter { rulebook.criteria[$0].isInForce(in: year) }
    for index in results.indices { results[index] = .notConcerned }
  }

  /// The criteria that concern a unit in one period, where something was set beside their levels.
  private func concerning(
    _ unit: Int, _ period: Period, _ circumstances: CompiledCircumstances, _ results: inout [Leaf]
  ) -> (concerned: [Int], followed: [Int]) {
    for index in results.indices { results[index] = .notConcerned }
    let all = rulebook.criteria.indices.filter { concerns(unit, $0, period, circumstances) }
    return (all.filter { rulebook.criteria[$0].scoring != nil }, all.filter { rulebook.criteria[$0].scoring == nil })
  }

  /// Whether a criterion concerns a unit in a period: its years, then what was set last, then its levels.
  func concerns(_ unit: Int, _ index: Int, _ period: Period, _ circumstances: CompiledCircumstances) -> Bool {
    let criterion = rulebook.criteria[index]
    guard criterion.isInForce(in: period.year) else { return false }
    return circumstances.exception(unit, index, period.ordinal)?.applies ?? criterion.concerns(rulebook.units[unit])
  }

  private func isTooSmall(_ measured: Measured, _ index: Int) -> Bool {
    if case .ratio(_, let d) = measured { return d < minimums[index] }
    return false
  }

  private func isFollowed(_ measured: Measured, _ index: Int) -> Bool {
    measured.fraction != nil && (minimums.isEmpty || !isTooSmall(measured, index))
  }

  private func isAbsent(_ index: Int, _ month: FigureTable.Month?) -> Bool {
    switch month {
    case nil: true
    case .given(let given)?: given[index] == nil
    case .counters?: false
    }
  }

  /// A leaf by the definition itself, where no kernel answers.
  private func general(
    _ index: Int, _ measured: Measured, _ period: Period, _ unit: Int, _ circumstances: CompiledCircumstances
  ) throws -> Leaf {
    let value = measured.fraction
    if value == nil, rulebook.ranking.zeroDenominator == .notApplicable { return .notApplicable }
    if !led.isEmpty, led.contains(index) { return ledLeaf(index, value, period, unit, circumstances) }
    guard let value else { return .scored(.zero) }
    let criterion = rulebook.criteria[index]
    guard let points = criterion.score(value, in: period, decimals: rulebook.decimals) else {
      throw PointsOutOfRange(unit: rulebook.units[unit].id, period: period, criterion: criterion.code)
    }
    return .scored(points)
  }

  /// The sums of a unit's leaves in a period, before places are given.
  func summed(
    _ results: [Leaf], unit: Int, offset: Int, filed: Int, due: Int, _ circumstances: CompiledCircumstances
  ) -> Standing {
    var score = UnitScore()
    for index in scored { score.add(results[index], most: most[index]) }
    return standing(score, unit: unit, offset: offset, filed: filed, due: due, circumstances)
  }

  /// What follows from the sums of a unit in a period.
  func standing(
    _ score: UnitScore, unit: Int, offset: Int, filed: Int, due: Int, _ circumstances: CompiledCircumstances
  ) -> Standing {
    var standing = Standing()
    standing.earned = score.earned
    standing.applicable = score.applicable
    standing.monthsFiled = filed
    standing.monthsDue = due
    let settings = rulebook.ranking
    let isRanked = ranked[unit] && scoresAnything[offset]
    if !isRanked { standing.reason = .notRanked }
    guard scoresAnything[offset] else { return standing }
    if score.scored == 0, score.pending > 0 {
      if isRanked { standing.reason = .notDue }
      return standing
    }
    if score.scored == 0, settings.nothingFiled == .unranked, score.missing > 0 {
      if isRanked { standing.reason = .notSubmitted }
      return standing
    }
    let adjustment = adjusts ? adjust(&standing, unit, offset, circumstances) : nil
    standing.published = score.total(settings.total, decimals: settings.published, adjustment: adjustment)
    standing.exact = score.total(
      settings.total, decimals: settings.total == .points ? 6 : rulebook.decimals, adjustment: adjustment)
    if isRanked, circumstances.isWithheld(unit, offset, self) {
      standing.reason = .rankWithheld
      return standing
    }
    let floor = settings.applicableFloor.fraction
    let share = Int128(score.applicable.millionths) * 100 * floor.denominator
    if isRanked, share < Int128(allPoints[offset].millionths) * floor.numerator {
      standing.reason = .tooFewApplicable
    }
    return standing
  }

  private func adjust(
    _ standing: inout Standing, _ unit: Int, _ offset: Int, _ circumstances: CompiledCircumstances
  ) -> UnitScore.Adjustment {
    let position = circumstances.index(unit) * periods + offset
    if !circumstances.bonus.isEmpty { standing.bonus = circumstances.bonus[position] }
    if !circumstances.deduction.isEmpty { standing.deduction = circumstances.deduction[position] }
    let most = rulebook.ranking.total == .index ? Points(millionths: 100_000_000) : allPoints[offset]
    return UnitScore.Adjustment(points: standing.bonus - standing.deduction, most: most)
  }
}

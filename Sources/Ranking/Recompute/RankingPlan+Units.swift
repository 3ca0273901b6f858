import Campaign

/// One unit through its months.
extension RankingPlan {
  /// Visits the periods of a unit in order with its leaves.
  ///
  /// - Throws: ``PointsOutOfRange``.
  func walk(
    _ unit: Int, _ figures: FigureTable,
    _ visit: (_ offset: Int, _ state: YearToDate, _ leaves: [Ranking.Leaf], _ filed: Int, _ due: Int) throws -> Void
  ) throws {
    let months = figures.months[unit]
    var state = YearToDate(self)
    var results: [Ranking.Leaf] = Array(repeating: .notConcerned, count: leaves.count)
    let concerned = leaves.indices.filter { rulebook.criteria[$0].concerns(rulebook.units[unit]) }
    var filed = 0
    var due = 0
    // Earlier years matter to what carries over for good.
    let start = min(months.keys.min() ?? scope.first.ordinal, scope.first.ordinal)
    guard start <= scope.last.ordinal else { return }
    var year = Int.min
    for ordinal in start...scope.last.ordinal {
      let period = Period(kind: scope.first.kind, ordinal: ordinal)
      state.enter(period)
      if period.year != year { (year, filed, due) = (period.year, 0, 0) }
      let month = months[ordinal]
      if let month {
        state.add(month)
        filed += 1
      }
      let isDue = scope.dueThrough.map { period <= $0 } ?? false
      if isDue || month != nil { due += 1 }
      guard ordinal >= scope.first.ordinal else { continue }
      let offset = ordinal - scope.first.ordinal
      for index in concerned {
        results[index] = try leaf(index, month, state, period, offset, isDue, unit)
      }
      try visit(offset, state, results, filed, due)
    }
  }

  private func leaf(
    _ index: Int, _ month: FigureTable.Month?, _ state: YearToDate, _ period: Period, _ offset: Int, _ isDue: Bool, _ unit: Int
  ) throws -> Ranking.Leaf {
    if rulebook.ranking.missingMonth == .missing {
      switch month {
      case nil: return isDue ? .missing : .pending
      case .given(let given)? where given[index] == nil: return isDue ? .missing : .pending
      case .given?, .counters?: break
      }
    }
    let measured = state.measured(index)
    switch measured {
    case .ratio(let n, let d):
      if let points = leaves[index].percent[offset].points(n, d) { return .scored(Points(millionths: points)) }
    case .number(let value):
      if offset < leaves[index].plain.count, let points = leaves[index].plain[offset].points(value.numerator, value.denominator) {
        return .scored(Points(millionths: points))
      }
    case .zeroDenominator, .absent:
      return rulebook.ranking.zeroDenominator == .zero ? .scored(.zero) : .notApplicable
    }
    let criterion = rulebook.criteria[index]
    guard let value = measured.fraction, let points = criterion.score(value, in: period, decimals: rulebook.decimals) else {
      throw PointsOutOfRange(unit: rulebook.units[unit].id, period: period, criterion: criterion.code)
    }
    return .scored(points)
  }

  /// The sums of a unit's leaves in a period, before places are given.
  func summed(_ results: [Ranking.Leaf], filed: Int, due: Int) -> Standing {
    var score = UnitScore()
    for index in results.indices { score.add(results[index], most: Points(millionths: leaves[index].points)) }
    var standing = Standing()
    standing.earned = score.earned
    standing.applicable = score.applicable
    standing.monthsFiled = filed
    standing.monthsDue = due
    let settings = rulebook.ranking
    if score.scored == 0, score.pending > 0 {
      standing.reason = .notDue
      return standing
    }
    if score.scored == 0, settings.nothingFiled == .unranked, score.missing > 0 {
      standing.reason = .notSubmitted
      return standing
    }
    standing.published = score.total(settings.total, decimals: settings.published)
    standing.exact = score.total(settings.total, decimals: settings.total == .points ? 6 : rulebook.decimals)
    let floor = settings.applicableFloor.fraction
    if Int128(score.applicable.millionths) * 100 * floor.denominator < Int128(allPoints) * floor.numerator {
      standing.reason = .tooFewApplicable
    }
    return standing
  }
}

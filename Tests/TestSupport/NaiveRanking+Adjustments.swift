import Campaign
import Ranking

/// Bonus, deductions and false data, from the sentences of `Protocol/Rulebook.md`.
extension NaiveRanking {
  func isClosed(_ period: Period) -> Bool {
    guard let through = scope.closedThrough else { return false }
    return period <= through
  }

  func isFalse(_ unit: ReportingUnit, _ period: Period) -> Bool {
    circumstances.assessments.last { $0.unit == unit.id && $0.finding == .falseData(period) }.map { !$0.withdrawn } ?? false
  }

  /// In millionths: each initiative of the year so far, but no more than a year gives.
  func bonus(_ unit: ReportingUnit, _ period: Period) -> Int64 {
    guard let bonus = rulebook.bonus else { return 0 }
    var sum: Int64 = 0
    var month = Period(kind: period.kind, year: period.year, month: period.kind.months)!
    while month <= period {
      var standing: [Bool] = []
      for found in circumstances.assessments where found.unit == unit.id && found.finding == .initiative(month) {
        if !found.withdrawn { standing.append(true) } else if !standing.isEmpty { standing.removeLast() }
      }
      for _ in standing where sum < bonus.mostPerYear.millionths { sum += bonus.each.millionths }
      month = month.next
    }
    return sum > bonus.mostPerYear.millionths ? bonus.mostPerYear.millionths : sum
  }

  /// In millionths.
  func deduction(_ unit: ReportingUnit, _ period: Period) -> Int64 {
    guard let lateness = rulebook.lateness, let days = circumstances.workingDaysLate[unit.id]?[period.ordinal] else { return 0 }
    var points: Int64 = 0
    for step in lateness.steps where days >= step.days { points = max(points, step.points.millionths) }
    return points > lateness.most.millionths ? lateness.most.millionths : points
  }

  /// From 0 to the most, where the rulebook adds or takes anything at all.
  func kept(_ total: Ratio, under most: Ratio) -> Ratio {
    guard rulebook.bonus != nil || rulebook.lateness != nil else { return total }
    return total < Ratio(0) ? Ratio(0) : most < total ? most : total
  }
}

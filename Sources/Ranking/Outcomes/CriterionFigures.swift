import Campaign

/// What criteria measure at the ends of years and periods, for the rules that look at them.
struct CriterionFigures {
  private let standings: Standings
  private let measurements: Measurements

  /// - Parameter rules: Of the rulebook; those on other subjects are passed over.
  init(_ standings: Standings, for rules: [Rule], in year: Int) {
    self.standings = standings
    var wanted: [Int: Set<Period>] = [:]
    for rule in rules {
      guard case .criterion(let criterion) = rule.subject else { continue }
      var periods: [Period] = []
      for reference in [rule.kind.now(year: year), rule.kind.reference(year: year, window: rule.window)] {
        periods += Self.years(of: reference, in: year).compactMap { Self.end(of: $0, standings.scope)?.period }
      }
      if rule.kind.everyPeriod { periods += Self.closed(rule.window.lowerBound...year, standings.scope) }
      wanted[criterion, default: []].formUnion(periods)
    }
    measurements = Measurements(standings, wanted: wanted)
  }

  /// The last closed period of a year inside the scope, and whether it is the year's last.
  static func end(of year: Int, _ scope: RankingScope) -> (period: Period, isLast: Bool)? {
    guard let last = Period(kind: scope.first.kind, year: year), let closed = scope.closedThrough else { return nil }
    let period = min(last, closed, scope.last)
    return period.year == year && period >= scope.first ? (period, period == last) : nil
  }

  private static func closed(_ years: ClosedRange<Int>, _ scope: RankingScope) -> [Period] {
    years.flatMap { year in
      guard let end = end(of: year, scope)?.period else { return [Period]() }
      let firstOfYear = Period(kind: end.kind, year: year).map { $0.ordinal - end.kind.perYear + 1 } ?? end.ordinal
      let start = max(scope.first.ordinal, firstOfYear)
      return (start...max(start, end.ordinal)).map { Period(kind: end.kind, ordinal: $0) }
    }
  }

  private static func years(of reference: Reference, in year: Int) -> [Int] {
    switch reference {
    case .none, .norm, .background: []
    case .year(let year): [year]
    case .sameMonthLastYear: [year - 1]
    case .mean(let years, _): Array(years)
    }
  }

  // MARK: for one rule and some units

  /// What a rule is decided on, and what it was compared with, in words.
  struct Sides {
    var now: Datum
    var reference: Datum
    var isRatio = false
    /// The latest period of the year, and whether it is its last.
    var end: (period: Period, isLast: Bool)?
  }

  func sides(_ rule: Rule, _ criterion: Int, _ year: Int, units: Set<Int>) -> Sides {
    let notYet = Datum(unknown: .pending, .notDue)
    var sides = Sides(now: notYet, reference: notYet, end: Self.end(of: year, standings.scope))
    switch rule.kind.now(year: year) {
    case .mean(let years, _):
      let passed = years.filter { $0 <= year }
      let ends = passed.compactMap { Self.end(of: $0, standings.scope) }
      if !passed.isEmpty, ends.count == passed.count { (sides.now, sides.isRatio) = datum(criterion, ends, units) }
    default: if let end = sides.end { (sides.now, sides.isRatio) = datum(criterion, [end], units) }
    }
    switch rule.kind.reference(year: year, window: rule.window) {
    case .none, .background: break
    case .norm: sides.reference = Datum(value: .value(Fraction(100, 1)), generation: sides.now.generation)
    case .year(let base): sides.reference = compared(criterion, [base], enough: 1, units)
    case .sameMonthLastYear: sides.reference = compared(criterion, [year - 1], enough: 1, units)
    case .mean(let years, let enough): sides.reference = compared(criterion, Array(years), enough: enough, units)
    }
    return sides
  }

  /// Closed periods of the rule's window up to the year.
  func periods(_ rule: Rule, _ criterion: Int, _ year: Int, units: Set<Int>) -> [RuleCase.ClosedPeriod] {
    Self.closed(rule.window.lowerBound...year, standings.scope).map { period in
      RuleCase.ClosedPeriod(period, datum(criterion, [(period, true)], units).datum)
    }
  }

  private func compared(_ criterion: Int, _ years: [Int], enough: Int, _ units: Set<Int>) -> Datum {
    let ends = years.compactMap { Self.end(of: $0, standings.scope) }
    let known = ends.filter { end in
      if case .value = measurements.value(of: criterion, in: [end.period], units: units).value { true } else { false }
    }
    if known.count >= enough, !known.isEmpty { return datum(criterion, known, units).datum }
    // A base year without cases is a base of 0, not an unknown one.
    if years.count == 1, let end = ends.first { return datum(criterion, [end], units).datum }
    // Years before the first figures will not have any later on.
    let toCome = years.contains { year in year >= standings.scope.first.year && Self.end(of: year, standings.scope) == nil }
    return toCome ? Datum(unknown: .pending, .notDue) : .noBaseline
  }

  private func datum(
    _ criterion: Int, _ ends: [(period: Period, isLast: Bool)], _ units: Set<Int>
  ) -> (datum: Datum, isRatio: Bool) {
    let (value, isRatio) = measurements.value(of: criterion, in: ends.map(\.period), units: units)
    let definitions = standings.rulebook.criteria[criterion].newDefinitions
    let generations = Set(ends.map { end in definitions.count { $0 <= end.period.year } })
    let datum = Datum(
      value: value, rank: .unknown(.notApplicable, .notRanked), generation: generations.count == 1 ? generations.first : nil,
      isProvisional: !ends.allSatisfy(\.isLast))
    return (datum, isRatio)
  }
}

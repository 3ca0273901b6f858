import Campaign

/// What is added to totals, taken from them, and what withholds a place: domain 4.7.
extension CompiledCircumstances {
  /// An initiative counts from its period to the end of the year, as the figures of a period do.
  static func bonus(_ assessments: [Assessment], _ plan: RankingPlan) -> [Points] {
    guard let bonus = plan.rulebook.bonus else { return [] }
    var counts: [[Int: Int]] = Array(repeating: [:], count: plan.rulebook.units.count)
    for assessment in assessments {
      guard case .initiative(let period) = assessment.finding, period.kind == plan.scope.first.kind,
        let unit = assessment.unit.flatMap({ plan.rulebook.unitIndex[$0] })
      else { continue }
      let known = counts[unit][period.ordinal] ?? 0
      counts[unit][period.ordinal] = assessment.withdrawn ? max(0, known - 1) : known + 1
    }
    guard counts.contains(where: { !$0.isEmpty }) else { return [] }
    let kind = plan.scope.first.kind
    return counts.flatMap { counts in
      (0..<plan.periods).map { offset in
        let period = Period(kind: kind, ordinal: plan.scope.first.ordinal + offset)
        let soFar = counts.filter { $0.key <= period.ordinal && Period(kind: kind, ordinal: $0.key).year == period.year }
        return bonus.points(for: soFar.values.reduce(0, +))
      }
    }
  }

  /// Lateness costs its own period only.
  static func deduction(_ late: [ReportingUnit.ID: [Int: Int]], _ plan: RankingPlan) -> [Points] {
    guard let lateness = plan.rulebook.lateness, !late.isEmpty else { return [] }
    return plan.rulebook.units.flatMap { unit in
      let days = late[unit.id] ?? [:]
      return (0..<plan.periods).map { lateness.points(forWorkingDays: days[plan.scope.first.ordinal + $0] ?? 0) }
    }
  }

  static func withheld(_ assessments: [Assessment], _ plan: RankingPlan) -> [Bool] {
    var withheld: [Bool] = []
    for assessment in assessments {
      guard case .falseData(let period) = assessment.finding, period.kind == plan.scope.first.kind,
        let unit = assessment.unit.flatMap({ plan.rulebook.unitIndex[$0] })
      else { continue }
      let offset = period.ordinal - plan.scope.first.ordinal
      guard (0..<plan.periods).contains(offset) else { continue }
      if withheld.isEmpty { withheld = Array(repeating: false, count: plan.rulebook.units.count * plan.periods) }
      withheld[unit * plan.periods + offset] = !assessment.withdrawn
    }
    return withheld
  }
}

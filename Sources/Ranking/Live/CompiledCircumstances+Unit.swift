import Campaign

/// What bears on one unit alone.
extension CompiledCircumstances {
  /// - Parameter circumstances: Of the unit; what they say of others is passed over.
  /// - Parameter leaders: Of the unit's block, by `LEADER` criterion and period; `nil` until they are known.
  /// - Complexity: O(periods + what is recorded of the unit).
  convenience init(_ circumstances: Circumstances, _ plan: RankingPlan, only unit: Int, leaders: [Fraction?]?) {
    let (rulebook, first) = (plan.rulebook, plan.scope.first)
    let id = rulebook.units[unit].id
    var exceptions: [Exception] = []
    for entry in rulebook.applicability + circumstances.applicability where entry.unit == id && entry.from.kind == first.kind {
      let last = entry.through?.ordinal ?? .max
      guard let criterion = rulebook.criterionIndex[entry.criterion], entry.from.ordinal <= last else { continue }
      exceptions.append(
        Exception(criterion: criterion, ordinals: entry.from.ordinal...last, applies: entry.applies, reason: entry.reason))
    }
    var initiatives: [Int: Int] = [:]
    var withheld: [Bool] = []
    for assessment in circumstances.assessments where assessment.unit == id {
      switch assessment.finding {
      case .initiative(let period) where period.kind == first.kind:
        let known = initiatives[period.ordinal] ?? 0
        initiatives[period.ordinal] = assessment.withdrawn ? max(0, known - 1) : known + 1
      case .falseData(let period) where period.kind == first.kind:
        let offset = period.ordinal - first.ordinal
        guard (0..<plan.periods).contains(offset) else { continue }
        if withheld.isEmpty { withheld = Array(repeating: false, count: plan.periods) }
        withheld[offset] = !assessment.withdrawn
      default: continue
      }
    }
    let late = circumstances.workingDaysLate[id] ?? [:]
    self.init(
      exceptions: exceptions.isEmpty ? [] : [exceptions], bonus: Self.bonus(initiatives, plan),
      deduction: late.isEmpty
        ? []
        : plan.rulebook.lateness.map { lateness in
          (0..<plan.periods).map { lateness.points(forWorkingDays: late[first.ordinal + $0] ?? 0) }
        } ?? [],
      withheld: withheld, extended: circumstances.extended[id].map { [$0] } ?? [], leaders: leaders, only: unit)
  }

  private static func bonus(_ initiatives: [Int: Int], _ plan: RankingPlan) -> [Points] {
    guard let bonus = plan.rulebook.bonus, !initiatives.isEmpty else { return [] }
    let first = plan.scope.first
    return (0..<plan.periods).map { offset in
      let period = Period(kind: first.kind, ordinal: first.ordinal + offset)
      let soFar = initiatives.filter { $0.key <= period.ordinal && Period(kind: first.kind, ordinal: $0.key).year == period.year }
      return bonus.points(for: soFar.values.reduce(0, +))
    }
  }
}

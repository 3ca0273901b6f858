import Campaign

/// ``Circumstances`` as a ranking looks at them: by unit and period, without names.
///
/// A class, because it is handed down to every leaf: one reference count in place of one a list.
final class CompiledCircumstances: Sendable {
  /// A criterion that does or does not concern a unit in some periods, whatever its levels say.
  struct Exception: Sendable {
    let criterion: Int
    let ordinals: ClosedRange<Int>
    let applies: Bool
    let reason: String
  }
  /// By unit, in the order in which they were set; later ones prevail. No list at all where nobody has one.
  let exceptions: [[Exception]]
  /// By unit × the plan's periods + period offset; no lists at all where nobody has any.
  let bonus: [Points]
  let deduction: [Points]
  let withheld: [Bool]
  /// By unit; no list at all where nobody has more time than others.
  let extended: [Set<Int>]
  /// By `LEADER` criterion, block and period, see ``RankingPlan/leader(_:_:_:_:)``; `nil` until they are known.
  let leaders: [Fraction?]?
  /// The one unit that all this is about, and everything stands at its front; `nil`: about everybody.
  let only: Int?

  init(_ circumstances: Circumstances, _ plan: RankingPlan) {
    let rulebook = plan.rulebook
    let kind = plan.scope.first.kind
    var exceptions: [[Exception]] = []
    for entry in rulebook.applicability + circumstances.applicability where entry.from.kind == kind {
      guard let unit = rulebook.unitIndex[entry.unit], let criterion = rulebook.criterionIndex[entry.criterion] else { continue }
      let last = entry.through?.ordinal ?? .max
      guard entry.from.ordinal <= last else { continue }
      if exceptions.isEmpty { exceptions = Array(repeating: [], count: rulebook.units.count) }
      exceptions[unit].append(
        Exception(criterion: criterion, ordinals: entry.from.ordinal...last, applies: entry.applies, reason: entry.reason))
    }
    self.exceptions = exceptions
    bonus = Self.bonus(circumstances.assessments, plan)
    deduction = Self.deduction(circumstances.workingDaysLate, plan)
    withheld = Self.withheld(circumstances.assessments, plan)
    extended = circumstances.extended.isEmpty ? [] : rulebook.units.map { circumstances.extended[$0.id] ?? [] }
    leaders = nil
    only = nil
  }

  /// The same with the best of each block.
  init(_ other: CompiledCircumstances, leaders: [Fraction?]) {
    exceptions = other.exceptions
    bonus = other.bonus
    deduction = other.deduction
    withheld = other.withheld
    extended = other.extended
    self.leaders = leaders
    only = other.only
  }

  init(
    exceptions: [[Exception]], bonus: [Points], deduction: [Points], withheld: [Bool], extended: [Set<Int>], leaders: [Fraction?]?,
    only: Int
  ) {
    self.exceptions = exceptions
    self.bonus = bonus
    self.deduction = deduction
    self.withheld = withheld
    self.extended = extended
    self.leaders = leaders
    self.only = only
  }

  /// Where a unit stands in lists by unit.
  func index(_ unit: Int) -> Int {
    guard let only else { return unit }
    precondition(only == unit, "Made for another unit.")
    return 0
  }

  func extended(of unit: Int) -> Set<Int> { extended.isEmpty ? [] : extended[index(unit)] }

  func exceptions(of unit: Int) -> [Exception] { exceptions.isEmpty ? [] : exceptions[index(unit)] }

  /// What was set last about a criterion in a period; `nil` where its levels decide.
  func exception(_ unit: Int, _ criterion: Int, _ ordinal: Int) -> Exception? {
    exceptions(of: unit).last { $0.criterion == criterion && $0.ordinals.contains(ordinal) }
  }
}

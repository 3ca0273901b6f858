public import Campaign

/// A task, checklist or cadence of one unit, in one year where it recurs (nhiệm vụ phải thực hiện).
public struct Obligation: Sendable {
  public enum Role: String, Sendable {
    /// Leads a task (chủ trì).
    case lead
    /// Must do the items of a list, or hold the events (phải thực hiện).
    case must
    /// Contributes to a task, never answerable for its lateness (phối hợp).
    case cooperating
  }
  public enum State: String, Sendable { case done, open, late }

  public let rule: Rule
  /// `nil` where it does not recur.
  public let year: Int?
  public let role: Role
  /// The unit's own; of all leads together for one that cooperates.
  public let verdict: Verdict
  public let demand: LocalizedText
  /// The last day on time of what is to be done next; `nil` where the text names none.
  public let due: CivilDate?
  public let state: State
  /// Days since what is late was due, at least 1; 0 where nothing is.
  public let daysOverdue: Int
  public let leads: [ReportingUnit]
  public let cooperating: [ReportingUnit]
  /// Items of a checklist that concern the unit, with what proves them.
  public let items: [(item: ChecklistRule.Item, done: Delivery?)]
  /// What the unit has reported, ascending by date.
  public let deliveries: [Delivery]
}

extension Objectives {
  /// What a unit has to do, up to the day on which it is asked, also in earlier years where it was left undone.
  ///
  /// The list starts from obligations, not from reports, so that a unit that never reported anything sees them.
  ///
  /// - Parameter unit: A unit of the roster; another one has none.
  /// - Returns: What is late first, the longest first; then by due day; in the order of the rulebook where these are equal.
  /// - Complexity: O(rules × (units + years)).
  /// - Source: domain 5.1 "The list of units to chase starts from obligations, not from submissions".
  public func obligations(of unit: ReportingUnit.ID) -> [Obligation] {
    guard let unit = rulebook.unit(unit) else { return [] }
    let register = DeliveryRegister(circumstances.deliveries, asOf: asOf)
    let all = rulebook.rules.filter { $0.subject == .deliveries }.flatMap { obligations($0, unit, register) }
    return all.enumerated().sorted { a, b in
      let late = (a.element.state == .late ? 0 : 1, b.element.state == .late ? 0 : 1)
      if late.0 != late.1 { return late.0 < late.1 }
      let due = (a.element.due ?? CivilDate(day: .max), b.element.due ?? CivilDate(day: .max))
      return due.0 != due.1 ? due.0 < due.1 : a.offset < b.offset
    }.map(\.element)
  }

  private func obligations(_ rule: Rule, _ unit: ReportingUnit, _ register: DeliveryRegister) -> [Obligation] {
    let obliged = rulebook.units(of: rule.who ?? .all)
    let task = rule.kind as? PlanTaskRule
    let helpers = task?.cooperating.map { rulebook.units(of: $0) } ?? []
    let role: Obligation.Role
    if obliged.contains(where: { $0.id == unit.id }) {
      role = task == nil ? .must : .lead
    } else if helpers.contains(where: { $0.id == unit.id }) {
      role = .cooperating
    } else {
      return []
    }
    let last = min(asOf?.year ?? rule.window.upperBound, rule.window.upperBound)
    guard last >= rule.window.lowerBound else { return [] }
    let years = recurs(rule.kind) ? Array(rule.window.lowerBound...last) : [last]
    return years.compactMap { obligation(rule, unit, $0, role, obliged, helpers, register) }
  }

  private func recurs(_ kind: any RuleKind) -> Bool {
    switch kind {
    case let task as PlanTaskRule: task.recurrence != .once
    case let list as ChecklistRule: list.yearly
    default: true
    }
  }

  private func obligation(
    _ rule: Rule, _ unit: ReportingUnit, _ year: Int, _ role: Obligation.Role, _ obliged: [ReportingUnit],
    _ helpers: [ReportingUnit], _ register: DeliveryRegister
  ) -> Obligation? {
    let outcome = deliveryOutcome(rule, year, register)
    let verdict =
      role == .cooperating ? outcome.verdict : outcome.units.first { $0.unit.id == unit.id }?.verdict ?? Verdict(.notApplicable)
    guard verdict.outcome != .notApplicable else { return nil }
    let deliveries = register.deliveries(of: unit.id, for: rule.id)
    let items = items(rule, unit, year, deliveries)
    let next = next(rule, year, verdict, items.map(\.done), deliveries)
    let overdue = role == .cooperating || next.done ? nil : next.due.flatMap { due in asOf.flatMap { $0 > due ? $0.day - due.day : nil } }
    return Obligation(
      rule: rule, year: recurs(rule.kind) ? year : nil, role: role, verdict: verdict, demand: rule.kind.demand(year: year),
      due: next.due, state: next.done ? .done : overdue == nil ? .open : .late, daysOverdue: overdue ?? 0, leads: obliged,
      cooperating: helpers, items: items, deliveries: deliveries)
  }

  private func items(
    _ rule: Rule, _ unit: ReportingUnit, _ year: Int, _ deliveries: [Delivery]
  ) -> [(item: ChecklistRule.Item, done: Delivery?)] {
    guard let list = rule.kind as? ChecklistRule else { return [] }
    let exempt = circumstances.exemptItems(of: unit.id, from: rule.id, at: Period(kind: rulebook.periods.kind, year: year))
    return list.items(for: unit.level, without: exempt).map { ($0, list.done($0, year: year, window: rule.window, deliveries)) }
  }

  /// Whether everything is done, and else by when the next thing was or is to be.
  private func next(
    _ rule: Rule, _ year: Int, _ verdict: Verdict, _ items: [Delivery?], _ deliveries: [Delivery]
  ) -> (done: Bool, due: CivilDate?) {
    switch rule.kind {
    case let task as PlanTaskRule:
      // Delivered late is done all the same.
      let isDone = verdict.outcome == .met || verdict.daysLate != nil
      // A proof of a continuous task is expected within the year.
      let due = task.due(in: year) ?? (task.recurrence == .continuous ? CivilDate(year: year, month: 12, day: 31) : nil)
      return (isDone, due)
    case let list as ChecklistRule:
      return (!items.isEmpty && items.allSatisfy { $0 != nil }, list.end(year: year, window: rule.window))
    case let cadence as CadenceRule:
      let spans = cadence.spans(in: year).filter { span in
        let (first, last) = makeCase(rule, year).campaign
        return (first.map { $0 <= span.last } ?? true) && (last.map { span.first <= $0 } ?? true)
      }
      let open = spans.first { cadence.events(in: $0, deliveries).count < cadence.times }
      return (!spans.isEmpty && open == nil, open?.last)
    default: return (verdict.outcome == .met, nil)
    }
  }
}

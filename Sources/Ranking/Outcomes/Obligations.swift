public import Campaign

/// What units owe on a day, under the rules that are decided on deliveries.
///
/// ```swift
/// Obligations(rulebook: rulebook, circumstances: circumstances, on: day).owed(by: "so-noi-vu")
/// ```
///
/// Tasks that are done once and lists of the whole campaign are always there; what recurs is there up to the year, or the
/// interval, of the day. The states say what ``Objectives`` say: late and overdue are `NOT_MET` and `MISSING` there.
///
/// - Source: domain 2.3 "TASK", "CHECKLIST", "CADENCE"; ours: decision 11.
public struct Obligations: Sendable {
  /// A rule with those it names, found once for all units.
  private struct Group {
    let rule: Rule
    let leads: [ReportingUnit]
    let leading: Set<ReportingUnit.ID>
    let cooperating: Set<ReportingUnit.ID>
  }

  let rulebook: Rulebook
  let circumstances: Circumstances
  let day: CivilDate
  let register: DeliveryRegister
  private let groups: [Group]

  /// - Parameter day: What has a later date is left out.
  /// - Complexity: O(rules × units + deliveries).
  public init(rulebook: Rulebook, circumstances: Circumstances = Circumstances(), on day: CivilDate) {
    self.rulebook = rulebook
    self.circumstances = circumstances
    self.day = day
    register = DeliveryRegister(circumstances.deliveries, asOf: day)
    groups = rulebook.rules.filter { $0.subject == .deliveries }.map { rule in
      let leads = rulebook.units(of: rule.who ?? .all)
      let others = (rule.kind as? PlanTaskRule)?.cooperating.map(rulebook.units) ?? []
      let leading = Set(leads.map(\.id))
      return Group(
        rule: rule, leads: leads, leading: leading, cooperating: Set(others.map(\.id)).subtracting(leading))
    }
  }

  /// What a unit owes: ascending by due day, those without one last, then in the order of the rulebook.
  ///
  /// - Returns: Empty for a unit that the rulebook does not have, or that no rule names.
  /// - Complexity: O(rules × intervals × deliveries of the unit); a row on which it cooperates asks all who lead it.
  public func owed(by id: ReportingUnit.ID) -> [Obligation] {
    guard let unit = rulebook.unit(id) else { return [] }
    let all = groups.flatMap { group in
      if group.leading.contains(id) { return copies(of: group.rule, for: unit, as: .lead) }
      return group.cooperating.contains(id) ? shared(group) : []
    }
    // Sorting keeps no order of its own.
    return all.enumerated().sorted {
      ($0.element.due?.day ?? .max, $0.offset) < ($1.element.due?.day ?? .max, $1.offset)
    }.map(\.element)
  }

  /// The row as those see it who cooperate: done when all who lead it are done, and never late.
  private func shared(_ group: Group) -> [Obligation] {
    let copies = group.leads.map { self.copies(of: group.rule, for: $0, as: .cooperating) }
    // Every lead has the same parts of the same task.
    return (copies.first ?? []).indices.map { index in
      let row = copies.map { $0[index] }
      let concerned = row.filter { $0.state != .notApplicable }
      let state: Obligation.State
      if concerned.isEmpty {
        state = .notApplicable
      } else if concerned.allSatisfy(\.state.isDone) {
        state = .done
      } else {
        state = concerned.contains { $0.state == .noDate } ? .noDate : .open
      }
      return Obligation(
        rule: group.rule, part: row[0].part, role: .cooperating, due: row[0].due, state: state,
        proofs: row.flatMap(\.proofs).sorted { ($0.date, $0.unit) < ($1.date, $1.unit) },
        exemption: concerned.isEmpty ? row[0].exemption : nil)
    }
  }

  private func copies(of rule: Rule, for unit: ReportingUnit, as role: Obligation.Role) -> [Obligation] {
    let deliveries = register.deliveries(of: unit.id, for: rule.id)
    let parts: [DuePart]
    switch rule.kind {
    case let task as PlanTaskRule: parts = self.parts(of: task, rule, deliveries)
    case let list as ChecklistRule: parts = self.parts(of: list, rule, unit, deliveries)
    case let cadence as CadenceRule: parts = self.parts(of: cadence, rule, deliveries)
    default: return []
    }
    return parts.map { part in
      // Who is exempt in the year in which it is due, or today where no day is named.
      let year = part.year ?? part.due?.year ?? min(max(day.year, rule.window.lowerBound), rule.window.upperBound)
      let exempt = circumstances.exemption(
        of: unit.id, from: rule.id, orItem: part.item, at: Period(kind: rulebook.periods.kind, year: year))
      return Obligation(
        rule: rule, part: part.part, role: role, due: part.due, state: exempt == nil ? part.state(on: day) : .notApplicable,
        proofs: part.proofs, exemption: exempt?.reason)
    }
  }
}

extension Obligation.State {
  var isDone: Bool {
    switch self {
    case .done, .doneLate: true
    case .open, .overdue, .notApplicable, .noDate, .enough: false
    }
  }
}

import Campaign

/// A part of a rule for one unit, before anybody asks whether the unit is exempt.
struct DuePart {
  let part: Obligation.Part
  /// Of a copy that begins anew each year; `nil`: it is owed once.
  let year: Int?
  let due: CivilDate?
  /// The day behind which a proof is late or missing: the due day, or the end of the year in which one is expected.
  let end: CivilDate?
  let proofs: [Delivery]
  /// The day on which it was done; `nil`: it is not.
  let doneOn: CivilDate?
  /// The rule is met without it.
  var isEnough = false

  func state(on day: CivilDate) -> Obligation.State {
    if let doneOn {
      guard let end, doneOn > end else { return .done }
      return .doneLate(days: doneOn.day - end.day)
    }
    if isEnough { return .enough }
    guard let end else { return .noDate }
    return day > end ? .overdue(days: day.day - end.day) : .open
  }

  var item: String? { if case .item(let item, _) = part { item.id } else { nil } }
}

/// The parts of each kind.
extension Obligations {
  func parts(of task: PlanTaskRule, _ rule: Rule, _ deliveries: [Delivery]) -> [DuePart] {
    guard task.recurrence != .once else {
      let done = deliveries.first
      return [
        DuePart(
          part: .whole, year: nil, due: task.dueBy, end: task.dueBy, proofs: done.map { [$0] } ?? [], doneOn: done?.date)
      ]
    }
    let first = max(rule.window.lowerBound, task.start?.year ?? rule.window.lowerBound)
    return years(first, rule).map { year in
      let done = task.delivered(in: year, deliveries)
      return DuePart(
        part: .year(year), year: year, due: task.due(in: year), end: CivilDate(year: year, month: 12, day: 31),
        proofs: done.map { [$0] } ?? [], doneOn: done?.date)
    }
  }

  func parts(of list: ChecklistRule, _ rule: Rule, _ unit: ReportingUnit, _ deliveries: [Delivery]) -> [DuePart] {
    // What is exempt stays in sight, so that it can be said why.
    let items = list.items(for: unit.level, without: [])
    guard list.yearly else {
      let isMet = isMet(rule, unit, rule.window.upperBound, deliveries)
      let end = list.end(year: rule.window.upperBound, window: rule.window)
      return items.map { item in
        let done = deliveries.first { $0.item == item.id }
        return DuePart(
          part: .item(item, year: nil), year: nil, due: end, end: end, proofs: done.map { [$0] } ?? [],
          doneOn: done?.date, isEnough: isMet)
      }
    }
    return years(rule.window.lowerBound, rule).flatMap { year in
      let isMet = isMet(rule, unit, year, deliveries)
      let end = list.end(year: year, window: rule.window)
      return items.map { item in
        let done = list.done(item, year: year, window: rule.window, deliveries)
        return DuePart(
          part: .item(item, year: year), year: year, due: end, end: end, proofs: done.map { [$0] } ?? [],
          doneOn: done?.date, isEnough: isMet)
      }
    }
  }

  func parts(of cadence: CadenceRule, _ rule: Rule, _ deliveries: [Delivery]) -> [DuePart] {
    guard cadence.every != .unspecified else {
      return years(rule.window.lowerBound, rule).map { year in
        let events = deliveries.filter { $0.date.year == year }
        // Nobody can say how many are enough, so that none of them makes it done.
        return DuePart(part: .year(year), year: year, due: nil, end: nil, proofs: events, doneOn: nil)
      }
    }
    // A week of next year may have begun.
    let last = min(rule.window.upperBound, day.year + 1)
    guard rule.window.lowerBound <= last else { return [] }
    return (rule.window.lowerBound...last).flatMap { year in
      let isMet = isMet(rule, nil, year, deliveries)
      return cadence.spans(in: year, campaign: rulebook.periods.days).filter { $0.first <= day }.map { span in
        let events = cadence.events(in: span, deliveries)
        let late = cadence.daysLate(span, deliveries)
        return DuePart(
          part: .interval(span), year: year, due: span.last, end: span.last, proofs: events,
          doneOn: events.count >= cadence.times ? span.last + (late ?? 0) : nil, isEnough: isMet)
      }
    }
  }

  /// Years of a rule up to that of the day.
  private func years(_ first: Int, _ rule: Rule) -> [Int] {
    let last = min(rule.window.upperBound, day.year)
    return first <= last ? Array(first...last) : []
  }

  private func isMet(_ rule: Rule, _ unit: ReportingUnit?, _ year: Int, _ deliveries: [Delivery]) -> Bool {
    var one = RuleCase(year: year, window: rule.window)
    one.asOf = day
    one.campaign = rulebook.periods.days
    one.deliveries = deliveries
    if let unit {
      one.level = unit.level
      one.exempt = circumstances.exemptItems(
        of: unit.id, from: rule.id, at: Period(kind: rulebook.periods.kind, year: year))
    }
    return rule.kind.verdict(one).outcome == .met
  }
}

package import Campaign
import Ranking

/// A unit's form for a period, before anything is typed into it: what it asks for, what carries over, what is filed already.
package struct BlankForm: Sendable {
  package struct Row: Sendable {
    package let counter: FormCounter
    /// In force, once the period is filed.
    package let filed: Int64?
    /// Of the same period a year before.
    package let lastYear: Int64?
    /// What need not be typed again: facts of the year, and the opening stock of dossiers.
    package let carried: Int64?
    /// What was open when the period began.
    package let isOpening: Bool
  }
  package let unit: ReportingUnit
  package let period: Period
  package let version: RulebookVersion
  package let opens: Instant
  package let due: Instant
  package let closes: Instant
  package let state: PeriodState
  package let inForce: CampaignState.InForce?
  /// In the order of the rulebook.
  package let rows: [Row]

  package var rulebook: Rulebook { version.rulebook }
  /// 0 before the first filing.
  package var revision: Int { inForce?.receipt.revision ?? 0 }
  /// A filing would be taken now.
  package var isOpen: Bool { state == .open || state == .overdue }
}

extension Snapshot {
  /// - Parameter unit: Of the version that scores the period.
  package func blankForm(_ unit: ReportingUnit, _ period: Period) -> BlankForm {
    let version = span(of: period).version
    let deadlines = deadlines(of: period)
    let filed = state.inForce(unit.id, period)
    let before = latestFiled(unit.id, before: period)
    let lastYear = state.inForce(unit.id, period.lastYear)
    return BlankForm(
      unit: unit, period: period, version: version, opens: deadlines.opens(period), due: deadlines.due(period, for: unit.id),
      closes: deadlines.closes(period, for: unit.id), state: deadlines.state(of: period, for: unit.id, at: time), inForce: filed,
      rows: version.rulebook.form(for: unit).map { counter in
        BlankForm.Row(
          counter: counter, filed: filed?.filing.value(of: counter.code), lastYear: lastYear?.filing.value(of: counter.code),
          carried: before.flatMap { carried(counter, $0, period) }, isOpening: counter.code == Self.openingStock)
      })
  }

  /// The periods that a unit can file now, the latest first.
  ///
  /// - Complexity: O(periods that have opened).
  package func periodsToFile(_ unit: ReportingUnit.ID) -> [Period] {
    let scope = standings.scope
    guard scope.first <= scope.last else { return [] }
    return (scope.first.ordinal...scope.last.ordinal).reversed().map { Period(kind: scope.last.kind, ordinal: $0) }.filter { period in
      [.open, .overdue].contains(deadlines(of: period).state(of: period, for: unit, at: time))
        && span(of: period).rulebook.unit(unit).map { !span(of: period).rulebook.form(for: $0).isEmpty } ?? false
    }
  }

  private func latestFiled(_ unit: ReportingUnit.ID, before period: Period) -> CampaignState.InForce? {
    var earlier = period
    for _ in 0..<24 {
      earlier = earlier.previous
      guard span(of: earlier).rulebook.periods.contains(earlier) else { return nil }
      if let filed = state.inForce(unit, earlier) { return filed }
    }
    return nil
  }

  private static let openingStock = "c_carry"

  /// What carries over into a new month: facts of the year, and the opening stock of dossiers from last month's open ones.
  ///
  /// - Source: domain 3.1, identity 4: "next period's `c_carry` = this period's `c_open_ok + c_open_over`"; 3.2 "carry".
  private func carried(_ counter: FormCounter, _ before: CampaignState.InForce, _ period: Period) -> Int64? {
    if counter.code == Self.openingStock {
      guard before.receipt.period == period.previous, let ok = before.filing.value(of: "c_open_ok"),
        let over = before.filing.value(of: "c_open_over")
      else { return nil }
      return ok + over
    }
    return counter.combination == .yearly ? before.filing.value(of: counter.code) : nil
  }
}

extension Filing {
  /// - Complexity: O(figures).
  package func value(of counter: String) -> Int64? { figures.first { $0.counter == counter }?.value }
}

import Campaign
import Ranking

/// A state at an instant, as a ranking that follows single units looks at it.
struct FollowedState: LiveSource {
  let state: CampaignState
  let time: Instant
  let figures: FigureTable

  init(_ state: CampaignState, _ version: RulebookVersion, at time: Instant) {
    self.state = state
    self.time = time
    figures = state.figures(of: version)
  }

  func circumstances() -> Circumstances { state.circumstances(at: time) }
  func circumstances(of unit: ReportingUnit.ID) -> Circumstances { state.circumstances(of: unit, at: time) }
}

extension CampaignState {
  /// What bears on one unit's places beside its figures, at an instant.
  ///
  /// - Complexity: O(periods that the unit filed + what is recorded of it).
  func circumstances(of unit: ReportingUnit.ID, at time: Instant) -> Circumstances {
    var circumstances = Circumstances()
    let recorded = records.recorded(of: unit)
    circumstances.applicability = RecordLog.applicability(recorded)
    circumstances.assessments = RecordLog.assessments(recorded)
    if let late = workingDaysLate(unit), !late.isEmpty { circumstances.workingDaysLate[unit] = late }
    for ordinal in decisions.decidedOrdinals where isExtended(unit, ordinal, at: time) {
      circumstances.extended[unit, default: []].insert(ordinal)
    }
    return circumstances
  }

  private func isExtended(_ unit: ReportingUnit.ID, _ ordinal: Int, at time: Instant) -> Bool {
    guard let kind = launched?.periods.kind, case let period = Period(kind: kind, ordinal: ordinal), let version = version(for: period)
    else { return false }
    return version.rulebook.calendar.due(period) <= time && deadlines(of: version).due(period, for: unit) > time
  }

  /// What happened to units behind a position; `nil` where it may have happened to everybody.
  func touched(behind position: UInt64) -> [Touched]? {
    guard let kind = launched?.periods.kind else { return nil }
    var filed: [ReportingUnit.ID: ClosedRange<Int>] = [:]
    for index in filings.firstRecord(behind: position)..<filings.count {
      let record = filings.record(index)
      guard Int(record.shape) < filings.shapes.count, filings.shapes[Int(record.shape)].kind == kind.rawValue else { return nil }
      let (unit, ordinal) = (filings.units.ids[Int(record.unit)], Int(record.ordinal))
      let known = filed[unit] ?? ordinal...ordinal
      filed[unit] = min(known.lowerBound, ordinal)...max(known.upperBound, ordinal)
    }
    var touched = filed.map { Touched($0.key, ordinals: $0.value) }
    for one in records.recorded(behind: position) {
      if let unit = one.record.unit {
        if case .delivery = one.record { continue }
        touched.append(Touched(unit, ordinals: nil))
      } else if case .periodDecision = one.record {
        return nil
      }
    }
    return touched
  }
}

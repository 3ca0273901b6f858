package import Campaign
import Journal
package import Ranking
import Synchronization

/// Everything a view shows, computed from one position of the journal at one instant.
package struct Snapshot: Sendable {
  package let state: CampaignState
  package let rulebook: Rulebook
  package let standings: Standings
  package let time: Instant

  /// The latest period that is closed; what "the ranking" means when nobody names a period.
  package var latestClosed: Period? { standings.scope.closedThrough }

  /// The latest period that can be filed now, if any.
  package var open: Period? {
    guard let latest = latestPeriod(of: rulebook, at: time, where: { rulebook.calendar.opens($0) <= time }) else { return nil }
    return rulebook.calendar.state(of: latest, at: time) == .closed ? nil : latest
  }

  package func isProvisional(_ period: Period) -> Bool { standings.scope.closedThrough.map { period > $0 } ?? true }

  package var objectives: Objectives {
    Objectives(rulebook: rulebook, published: state.published, standings: standings)
  }
}

/// The latest period of a campaign for which a condition that ages with time holds; `nil` if for none.
func latestPeriod(of rulebook: Rulebook, at time: Instant, where holds: (Period) -> Bool) -> Period? {
  let today = time.vietnamDate
  guard var period = Period(kind: rulebook.periods.kind, around: today) else { return nil }
  period = period.next
  if let last = rulebook.periods.last { period = min(period, last) }
  // A campaign may have ended long ago or not begun: look no further back than its first period, or ten years.
  for _ in 0..<130 {
    if let first = rulebook.periods.first, period < first { return nil }
    if holds(period) { return period }
    period = period.previous
  }
  return nil
}

/// Keeps the newest standings until the journal or the calendar moves on.
final class StandingsCache: Sendable {
  private struct Key: Equatable {
    let position: UInt64
    let rulebook: [UInt8]
    let scope: RankingScope
  }
  private let newest = Mutex<(key: Key, standings: Standings)?>(nil)

  /// - Throws: ``ServiceFailure/noCampaign``, ``ServiceFailure/pointsOutOfRange(_:)``.
  func snapshot(of state: CampaignState, at time: Instant) throws -> Snapshot {
    guard let rulebook = state.rulebook, let figures = state.figures else { throw ServiceFailure.noCampaign }
    let scope = try scope(rulebook, figures, time)
    let key = Key(position: state.head.position, rulebook: state.rulebookDigest, scope: scope)
    let previous = newest.withLock { $0 }
    if let previous, previous.key == key {
      let known = previous.standings
      return Snapshot(state: state, rulebook: rulebook, standings: known, time: time)
    }
    let standings: Standings
    do {
      if let previous, previous.key.rulebook == key.rulebook, previous.key.scope == scope {
        standings = try previous.standings.recomputed(with: figures)
      } else {
        standings = try Standings(rulebook: rulebook, figures: figures, scope: scope)
      }
    } catch let error as PointsOutOfRange {
      throw ServiceFailure.pointsOutOfRange("\(error.unit), \(error.period), \(error.criterion)")
    }
    newest.withLock { if ($0?.key.position ?? 0) <= key.position { $0 = (key, standings) } }
    return Snapshot(state: state, rulebook: rulebook, standings: standings, time: time)
  }

  private func scope(_ rulebook: Rulebook, _ figures: FigureTable, _ time: Instant) throws -> RankingScope {
    let calendar = rulebook.calendar
    let opened = latestPeriod(of: rulebook, at: time) { calendar.opens($0) <= time }
    let due = latestPeriod(of: rulebook, at: time) { calendar.due($0) <= time }
    let closed = latestPeriod(of: rulebook, at: time) { calendar.closes($0) <= time }
    guard let fallback = Period(kind: rulebook.periods.kind, year: time.vietnamDate.year) else { throw ServiceFailure.noCampaign }
    let first = rulebook.periods.first ?? figures.firstPeriod(rulebook.periods.kind) ?? opened ?? fallback
    return RankingScope(first: first, last: max(first, opened ?? first), dueThrough: due, closedThrough: closed)
  }
}

package import Campaign
package import Ranking
import Synchronization

/// Where units stand at one moment, for those who ask for nothing else: told without waiting and without computing anything.
///
/// It is made with each new standings and works out the rest when somebody asks.
package final class PlacesAtHand: Sendable {
  private struct Known {
    /// What time alone will change, and when.
    var until: Instant?
    var latest: PlacedPeriod?
    /// By number of the version.
    var rosters: [Int: UnitNames] = [:]
  }
  private let snapshot: Snapshot
  private let known: Mutex<Known>

  /// - Parameter earlier: The places shown before; what has not changed since is taken over.
  init(_ snapshot: Snapshot, after earlier: PlacesAtHand?) {
    self.snapshot = snapshot
    var taken = Known()
    if let earlier {
      let before = earlier.known.withLock { ($0.until, $0.rosters) }
      taken.rosters = before.1
      if earlier.hasCalendar(of: snapshot), let until = before.0, snapshot.time < until { taken.until = until }
    }
    known = Mutex(taken)
  }

  /// Whether nothing was decided since that could change when periods open, are due and close.
  private func hasCalendar(of later: Snapshot) -> Bool {
    snapshot.time <= later.time && snapshot.state.versions.count == later.state.versions.count
      && snapshot.state.records.all.count == later.state.records.all.count
  }

  /// Whether the standings are those of an instant as well, if the journal has not moved on.
  func hold(at time: Instant) -> Bool {
    guard snapshot.time <= time else { return false }
    return time < known.withLock { known in
      if let until = known.until { return until }
      let until = snapshot.state.nextTurn(after: snapshot.time)
      known.until = until
      return until
    }
  }

  /// Whether somebody has asked whether they hold, and they no longer do.
  func hasEnded(at time: Instant) -> Bool { known.withLock { $0.until.map { $0 <= time } ?? false } }

  /// The places of a period.
  ///
  /// - Parameter label: As `Period` writes itself, in UTF-8; empty: the latest closed one, or the first.
  /// - Returns: `nil` for anything else, right or wrong.
  package func period(_ label: UnsafeRawBufferPointer) -> PlacedPeriod? {
    if let latest = known.withLock({ $0.latest }), latest.isAsked(as: label) { return latest }
    let period: Period
    if label.isEmpty {
      period = snapshot.latestClosed ?? snapshot.standings.scope.first
    } else {
      guard let text = String(validating: label, as: UTF8.self), let named = snapshot.period(text), named.description == text,
        named <= snapshot.standings.scope.last
      else { return nil }
      period = named
    }
    let span = snapshot.span(of: period)
    guard let places = span.standings.places(in: period) else { return nil }
    let found = PlacedPeriod(
      period, asked: Array(label), snapshot, places, roster(span), rulebookDigest: span.version.digest,
      closes: snapshot.deadlines(of: period).closesForEverybody(period))
    known.withLock { $0.latest = found }
    return found
  }

  private func roster(_ span: Snapshot.Span) -> UnitNames {
    let units = span.standings.rulebook.units
    if let roster = known.withLock({ $0.rosters[span.version.number] }), roster.ids.count == units.count { return roster }
    var roster = UnitNames()
    for unit in units { _ = roster.add(unit.id) }
    known.withLock { $0.rosters[span.version.number] = roster }
    return roster
  }
}

/// The places of one period at one moment.
package final class PlacedPeriod: Sendable {
  package let period: Period
  /// As the period writes itself.
  package let label: [UInt8]
  package let journalPosition: UInt64
  package let rulebookDigest: [UInt8]
  package let isDemonstration: Bool
  private let asked: [UInt8]
  private let places: PeriodPlaces
  private let roster: UnitNames
  private let closes: Instant

  init(
    _ period: Period, asked: [UInt8], _ snapshot: Snapshot, _ places: PeriodPlaces, _ roster: UnitNames, rulebookDigest: [UInt8],
    closes: Instant
  ) {
    (self.period, self.asked, self.places, self.roster, self.closes) = (period, asked, places, roster, closes)
    self.rulebookDigest = rulebookDigest
    label = Array(period.description.utf8)
    journalPosition = snapshot.state.position
    isDemonstration = snapshot.state.genesis?.isDemonstration ?? false
  }

  fileprivate func isAsked(as label: UnsafeRawBufferPointer) -> Bool { KnownForms.same(asked, label) }

  /// Somebody may still file the period.
  package func isProvisional(at time: Instant) -> Bool { closes > time }

  /// - Parameter unit: The bytes of its id.
  /// - Returns: `nil` for bytes that are no unit's id as the roster writes it.
  /// - Complexity: O(log units of the block).
  package func place(of unit: UnsafeRawBufferPointer) -> PeriodPlaces.Answer? { roster.number(unit).map { places[$0] } }
}

extension CampaignState {
  /// An instant before which time alone changes neither standings nor which period is the latest closed one.
  func nextTurn(after time: Instant) -> Instant {
    // A day may begin a period, and which periods are looked at goes by today's.
    let day: Int64 = 86_400_000
    let east: Int64 = 7 * 3_600_000
    var next = Instant(milliseconds: ((time.milliseconds + east) / day + 1) * day - east)
    if let end = nextExtensionEnd(after: time) { next = min(next, end) }
    guard let launched, let around = Period(kind: launched.periods.kind, around: time.vietnamDate) else { return next }
    let reached = [
      latestPeriod(at: time) { $0.opens($1) <= time }, latestPeriod(at: time) { $0.due($1) <= time },
      latestPeriod(at: time) { $0.closes($1) <= time },
    ]
    var period = versions.last?.rulebook.periods.last.map { min($0, around.next) } ?? around.next
    let first = reached.contains(nil) ? launched.periods.first ?? around.previous : reached.compactMap { $0 }.min() ?? around
    while period >= first {
      if let version = version(for: period) {
        let deadlines = deadlines(of: version)
        for instant in [deadlines.opens(period), deadlines.due(period), deadlines.closes(period)] where instant > time { next = min(next, instant) }
      }
      period = period.previous
    }
    return next
  }
}

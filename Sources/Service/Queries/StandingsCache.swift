package import Campaign
import Ranking
import Synchronization

/// Keeps the newest standings until the journal or the calendar moves on.
package final class StandingsCache: Sendable {
  private struct Key: Equatable {
    let position: UInt64
    let time: Instant?
    let versions: [Ranked]
  }
  /// A version and the periods that are ranked under it.
  private struct Ranked: Equatable {
    let version: Int
    let scope: RankingScope
  }
  private struct Computed {
    let key: Key
    /// Each version by itself, so that the next computation can go on from it.
    let own: [Standings]
    let spans: [(from: Period?, span: Snapshot.Span)]
    /// How many records were known.
    let records: Int
    var places: PlacesAtHand
    let outcomes: KnownOutcomes
  }
  private let newest = Mutex<Computed?>(nil)
  private let withheld = Mutex<AuditFinding?>(nil)

  package init() {}

  /// Why standings are withheld, until the server is started anew; `nil`: they are not.
  var finding: AuditFinding? { withheld.withLock { $0 } }

  /// Only the first finding is kept: what comes after may follow from it.
  func withhold(because finding: AuditFinding) { withheld.withLock { if $0 == nil { $0 = finding } } }

  /// Serves standings of another state as if they were those of this one: how tests see an audit fail.
  func plant(_ wrong: CampaignState, as state: CampaignState, at time: Instant) throws {
    let (key, spans) = try key(state, time)
    let computed = try recomputed(wrong, key, spans, time, nil)
    newest.withLock { $0 = computed }
  }

  /// - Throws: ``ServiceFailure/noCampaign``, ``ServiceFailure/pointsOutOfRange(_:)``.
  /// - Complexity: As what happened since the last call: a filing costs its unit's year. Everything is recomputed when a period
  ///   opens, is due or closes, when the rulebook changes, and when deadlines move for everybody.
  package func snapshot(of state: CampaignState, at time: Instant) throws -> Snapshot {
    let (key, spans) = try key(state, time)
    let previous = newest.withLock { $0 }
    if let previous, previous.key == key {
      let snapshot = Snapshot(state: state, spans: previous.spans, time: time, known: previous.outcomes)
      if previous.places.hasEnded(at: time) {
        let places = PlacesAtHand(snapshot, after: previous.places)
        newest.withLock { if $0?.key == key { $0?.places = places } }
      }
      return snapshot
    }
    let computed: Computed
    if let previous, let touched = touched(state, key, since: previous) {
      computed = try followed(previous, touched, state, key, spans, time)
    } else {
      computed = try recomputed(state, key, spans, time, previous)
    }
    newest.withLock { if ($0?.key.position ?? 0) <= key.position { $0 = computed } }
    return Snapshot(state: state, spans: computed.spans, time: time, known: computed.outcomes)
  }

  /// The places of a state, where its standings are at hand and time has not changed them; `nil`: ``snapshot(of:at:)`` makes them.
  ///
  /// - Parameter position: Of the newest durable entry.
  func places(of position: UInt64, at time: Instant) -> PlacesAtHand? {
    guard finding == nil, let known = newest.withLock({ $0.flatMap { $0.key.position == position ? $0.places : nil } }), known.hold(at: time)
    else { return nil }
    return known
  }

  /// Whether anybody has asked for standings.
  var isRead: Bool { newest.withLock { $0 != nil } }

  /// Takes what happened since the last call, where that is little; else the next reader does it.
  func follow(_ state: CampaignState, at time: Instant) {
    guard let (key, _) = try? key(state, time), let previous = newest.withLock({ $0 }), touched(state, key, since: previous) != nil else { return }
    _ = try? snapshot(of: state, at: time)
  }

  /// From the beginning, whatever is kept.
  ///
  /// - Throws: As ``snapshot(of:at:)``.
  package static func anew(_ state: CampaignState, at time: Instant) throws -> Snapshot {
    let cache = StandingsCache()
    let (key, spans) = try cache.key(state, time)
    let computed = try cache.recomputed(state, key, spans, time, nil, live: false)
    return Snapshot(state: state, spans: computed.spans, time: time, known: computed.outcomes)
  }

  private func key(_ state: CampaignState, _ time: Instant) throws -> (Key, [(from: Period?, ranked: Ranked)]) {
    let spans = try spans(state, time)
    return (Key(position: state.position, time: state.nextExtensionEnd(after: time), versions: spans.map(\.ranked)), spans)
  }

  private func touched(_ state: CampaignState, _ key: Key, since previous: Computed) -> [Touched]? {
    guard previous.key.position <= key.position, previous.key.versions == key.versions, previous.key.time == key.time,
      previous.own.allSatisfy(\.followsUnits)
    else { return nil }
    return state.touched(behind: previous.key.position)
  }

  private func followed(
    _ previous: Computed, _ touched: [Touched], _ state: CampaignState, _ key: Key, _ spans: [(from: Period?, ranked: Ranked)], _ time: Instant
  ) throws -> Computed {
    let recorded = previous.records == state.records.all.count ? previous.own[0].circumstances : state.recordedCircumstances
    let own = try zip(previous.own, key.versions).map { standings, ranked in
      try inRange { try standings.following(touched, FollowedState(state, state.versions[ranked.version], at: time), recorded) }
    }
    return joined(own, state, key, spans, time, previous, previous)
  }

  private func recomputed(
    _ state: CampaignState, _ key: Key, _ spans: [(from: Period?, ranked: Ranked)], _ time: Instant, _ previous: Computed?, live: Bool = true
  ) throws -> Computed {
    let circumstances = state.circumstances(at: time)
    let own = try key.versions.map { ranked in
      let version = state.versions[ranked.version]
      let earlier = previous.flatMap { one in one.key.versions.firstIndex(of: ranked).map { one.own[$0] } }
      let standings = try standings(version, state.figures(of: version), ranked.scope, circumstances, earlier)
      return live ? standings.following(units: FollowedState(state, version, at: time)) : standings
    }
    return joined(own, state, key, spans, time, nil, previous)
  }

  /// - Parameter previous: What the standings go on from; `nil`: from nothing.
  /// - Parameter before: What was shown last.
  private func joined(
    _ own: [Standings], _ state: CampaignState, _ key: Key, _ spans: [(from: Period?, ranked: Ranked)], _ time: Instant,
    _ previous: Computed?, _ before: Computed?
  ) -> Computed {
    var joined: [(from: Period?, span: Snapshot.Span)] = []
    for (index, (from, ranked)) in spans.enumerated() {
      var given = own[index]
      if let earlier = joined.last, let from {
        given = given.following(earlier.span.standings, from: from, as: previous?.spans[index].span.standings)
      }
      joined.append((from, Snapshot.Span(version: state.versions[ranked.version], standings: given)))
    }
    let outcomes = KnownOutcomes()
    let places = PlacesAtHand(Snapshot(state: state, spans: joined, time: time, known: outcomes), after: before?.places)
    return Computed(key: key, own: own, spans: joined, records: state.records.all.count, places: places, outcomes: outcomes)
  }

  private func standings(
    _ version: RulebookVersion, _ figures: FigureTable, _ scope: RankingScope, _ circumstances: Circumstances, _ earlier: Standings?
  ) throws -> Standings {
    try inRange {
      if let earlier { return try earlier.recomputed(with: figures, circumstances: circumstances) }
      return try Standings(rulebook: version.rulebook, figures: figures, circumstances: circumstances, scope: scope)
    }
  }

  private func inRange(_ compute: () throws -> Standings) throws -> Standings {
    do {
      return try compute()
    } catch let error as PointsOutOfRange {
      throw ServiceFailure.pointsOutOfRange("\(error.unit), \(error.period), \(error.criterion)")
    }
  }

  /// The versions that score anything up to the latest opened period, each ranked from the campaign's first period to the
  /// last that it scores.
  private func spans(_ state: CampaignState, _ time: Instant) throws -> [(from: Period?, ranked: Ranked)] {
    guard let launched = state.launched else { throw ServiceFailure.noCampaign }
    let kind = launched.periods.kind
    let opened = state.latestPeriod(at: time) { $0.opens($1) <= time }
    let due = state.latestPeriod(at: time) { $0.due($1) <= time }
    let closed = state.latestPeriod(at: time) { $0.closes($1) <= time }
    guard let fallback = Period(kind: kind, around: time.vietnamDate) else { throw ServiceFailure.noCampaign }
    let first = launched.periods.first ?? state.filings.firstOrdinal.map({ Period(kind: kind, ordinal: $0) }) ?? opened ?? fallback
    let last = max(first, opened ?? first)
    let all = state.timeline.spans.enumerated().compactMap { number, span -> (from: Period?, ranked: Ranked)? in
      let end = min(last, state.timeline.end(of: number) ?? last)
      guard span.from.map({ $0 <= last }) ?? true, end >= first else { return nil }
      let scope = RankingScope(first: first, last: end, dueThrough: due, closedThrough: closed)
      return (span.from, Ranked(version: span.version, scope: scope))
    }
    return all
  }
}

extension CampaignState {
  /// The next instant at which somebody's decided due instant passes, so that what was not due becomes missing; `nil`
  /// where no more time is running.
  func nextExtensionEnd(after time: Instant) -> Instant? {
    guard let kind = launched?.periods.kind else { return nil }
    let ends = decisions.decidedOrdinals.flatMap { ordinal -> [Instant] in
      let period = Period(kind: kind, ordinal: ordinal)
      return version(for: period).map { deadlines(of: $0).decidedDueInstants(period) } ?? []
    }
    return ends.filter { $0 > time }.min()
  }
}

import Campaign
import Ranking
import Synchronization

/// Keeps the newest standings until the journal or the calendar moves on.
final class StandingsCache: Sendable {
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
  }
  private let newest = Mutex<Computed?>(nil)

  /// - Throws: ``ServiceFailure/noCampaign``, ``ServiceFailure/pointsOutOfRange(_:)``.
  func snapshot(of state: CampaignState, at time: Instant) throws -> Snapshot {
    let spans = try spans(state, time)
    let key = Key(position: state.position, time: state.nextExtensionEnd(after: time), versions: spans.map(\.ranked))
    let previous = newest.withLock { $0 }
    if let previous, previous.key == key { return Snapshot(state: state, spans: previous.spans, time: time) }
    let circumstances = state.circumstances(at: time)
    var own: [Standings] = []
    var joined: [(from: Period?, span: Snapshot.Span)] = []
    for (from, ranked) in spans {
      let version = state.versions[ranked.version]
      let reusable = previous.flatMap { one in one.key.versions.firstIndex(of: ranked).map { one.own[$0] } }
      let standings = try standings(version, state.figures(of: version), ranked.scope, circumstances, reusable)
      own.append(standings)
      var given = standings
      if let earlier = joined.last, let from { given = standings.following(earlier.span.standings, from: from) }
      joined.append((from, Snapshot.Span(version: version, standings: given)))
    }
    let computed = Computed(key: key, own: own, spans: joined)
    newest.withLock { if ($0?.key.position ?? 0) <= key.position { $0 = computed } }
    return Snapshot(state: state, spans: joined, time: time)
  }

  private func standings(
    _ version: RulebookVersion, _ figures: FigureTable, _ scope: RankingScope, _ circumstances: Circumstances, _ earlier: Standings?
  ) throws -> Standings {
    do {
      if let earlier { return try earlier.recomputed(with: figures, circumstances: circumstances) }
      return try Standings(rulebook: version.rulebook, figures: figures, circumstances: circumstances, scope: scope)
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

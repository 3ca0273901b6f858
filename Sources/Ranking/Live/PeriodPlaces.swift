package import Campaign

/// The places of one period and nothing else of them, unit by unit.
///
/// ```swift
/// let places = standings.places(in: november)
/// places?[3]   // .place(2, tied: true)
/// ```
package struct PeriodPlaces: Sendable {
  package enum Answer: Sendable, Hashable {
    /// Counted from 1; `tied`: somebody else of the block has the same.
    case place(Int, tied: Bool)
    /// No place, and why; `nil` where the period was ranked before the unit belonged to its block.
    case none(ReasonCode?)
  }

  /// An object: asked a hundred thousand times a second, it is not copied for each.
  private final class Live: Sendable {
    let ranking: LiveRanking
    init(_ ranking: LiveRanking) { self.ranking = ranking }
  }

  private let standings: Standings
  private let offset: Int
  /// `nil`: places were given by an earlier rulebook, or recomputed as a whole.
  private let live: Live?

  fileprivate init(_ standings: Standings, _ offset: Int, _ live: LiveRanking?) {
    (self.standings, self.offset, self.live) = (standings, offset, live.map { Live($0) })
  }

  /// - Parameter unit: By index in the roster of the rulebook that ranks the period.
  /// - Complexity: O(log units of the block).
  package subscript(_ unit: Int) -> Answer {
    if let live { return live.ranking.told(unit, offset) }
    guard let standing = standings.standing(unit, offset) else { return .none(nil) }
    return standing.place.map { .place($0, tied: standing.tied) } ?? .none(standing.reason)
  }
}

extension Standings {
  /// - Returns: `nil` for a period that is not ranked here.
  package func places(in period: Period) -> PeriodPlaces? {
    let offset = period.ordinal - scope.first.ordinal
    guard period.kind == scope.first.kind, (0..<plan.periods).contains(offset) else { return nil }
    return PeriodPlaces(self, offset, offset >= ownOffset ? live : nil)
  }
}

extension LiveRanking {
  fileprivate func told(_ unit: Int, _ offset: Int) -> PeriodPlaces.Answer {
    guard let total = total(unit, offset) else { return .none(reason(unit, offset)) }
    let (place, tied) = place(of: total, plan.blockOf[unit], offset)
    return .place(place, tied: tied)
  }
}

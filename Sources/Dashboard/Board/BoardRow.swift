import Campaign
import Ranking
import Service

/// A unit's line of a board. What a whole block is looked through for is there; the rest is looked up for the lines that are shown.
struct BoardRow: Sendable {
  fileprivate let source: BoardSource
  /// By index in the roster.
  let index: Int
  let place: Int?
  /// Why there is no place.
  let reason: ReasonCode?
  /// Places gained against the period before of the same length.
  ///
  /// `nil` while units of the block are awaited.
  let movedPrevious: Int?
  /// Units of the block are awaited: a place among those who have filed is compared with nothing.
  let isAwaited: Bool

  var unit: ReportingUnit { source.rulebook.units[index] }
  var isFiled: Bool { source.state.isFiled(source.rulebook.units[index].id, source.period) }
  var parent: String? { source.rulebook.units[index].parent.flatMap { source.rulebook.unit($0)?.name } }
  var standing: Standing { source.span.standings.standing(unit: index, in: source.period) }
  func compared(_ standing: Standing) -> ComparedPlace { ComparedPlace(standing, isAwaited: isAwaited) }
  func band(_ standing: Standing) -> Band? { standing.band.map { source.bands[$0] } }
  /// The last periods up to this one, oldest first; `nil` without place.
  var places: [Int?] { source.look.map { source.span.standings.place(of: index, in: $0) } }
  /// Cases that the unit's ratios go by; `nil` where nothing is known.
  var volume: Int128? { source.leading.flatMap { source.span.standings.cases(of: $0, index, in: source.period) } }
  var late: Bool { source.state.workingDaysLate(unit.id, source.period) != nil }
}

/// Where the lines of a board look things up.
private final class BoardSource: Sendable {
  let state: CampaignState
  let span: Snapshot.Span
  /// A whole rulebook is many parts to copy.
  let rulebook: Rulebook
  let period: Period
  let bands: [Band]
  let look: [Period]
  let leading: Int?

  init(_ state: CampaignState, _ span: Snapshot.Span, _ period: Period, bands: [Band], look: [Period], leading: Int?) {
    (self.state, self.span, self.period, self.bands, self.look, self.leading) = (state, span, period, bands, look, leading)
    rulebook = span.rulebook
  }
}

/// The lines of one block in one period.
struct BlockBoard: Sendable {
  let block: Block
  let rows: [BoardRow]

  var ranked: [BoardRow] { rows.filter { $0.place != nil } }
  var unranked: [BoardRow] { rows.filter { $0.place == nil } }
  var leaders: [BoardRow] { rows.filter { $0.place == 1 } }
  /// Units that have not filed and may still do so: until they have, places say little of who rose and who fell.
  var awaited: [BoardRow] { rows.filter { $0.reason == .notDue } }
  /// Those who moved most in one direction, where anybody moved; while units are awaited it is nobody.
  func strongest(up: Bool) -> [BoardRow] {
    let moves = rows.compactMap(\.movedPrevious)
    guard let most = up ? moves.max() : moves.min(), up ? most > 0 : most < 0 else { return [] }
    return rows.filter { $0.movedPrevious == most }
  }
}

extension PageView {
  /// How many periods a spark line looks back.
  static let sparkPeriods = 12

  /// Boards of the blocks that are ranked, in the order of the rulebook.
  ///
  /// - Parameter block: `nil`: all.
  /// - Throws: ``PageProblem`` for a block that the campaign does not have.
  /// - Complexity: O(units); O(periods × counters) more for each line that is shown.
  func boards(_ block: String?, _ period: ShownPeriod) throws(PageProblem) -> [BlockBoard] {
    let rulebook = snapshot.span(of: period.last).rulebook
    let chosen = rulebook.blocks.filter { one in block.map { one.id == $0 } ?? one.ranked }
    if let block, chosen.isEmpty { throw .noBlock(block) }
    return chosen.map { board($0, period) }
  }

  private func board(_ block: Block, _ period: ShownPeriod) -> BlockBoard {
    let span = snapshot.span(of: period.last)
    let (standings, last) = (span.standings, period.last)
    let look = (0..<Self.sparkPeriods).reversed().compactMap { back in
      last.ordinal - back >= standings.scope.first.ordinal ? Period(kind: last.kind, ordinal: last.ordinal - back) : nil
    }
    let leading = leadingRatio(in: last).flatMap { one in span.rulebook.criteria.firstIndex { $0.code == one.code } }
    let source = BoardSource(
      snapshot.state, span, last, bands: span.rulebook.bands(of: block.id), look: look, leading: leading)
    let places = standings.places(of: block.id, in: last)
    let isAwaited = places.contains { $0.reason == .notDue }
    let before = isAwaited ? nil : period.previous(in: snapshot).map { standings.placesByUnit(of: block.id, in: $0) }
    let rows = places.map { one in
      let moved = before?[one.unit].flatMap { before in one.place.map { before - $0 } }
      return BoardRow(source: source, index: one.unit, place: one.place, reason: one.reason, movedPrevious: moved, isAwaited: isAwaited)
    }
    return BlockBoard(block: block, rows: rows)
  }

  /// The ratio that gives the most points: its denominator is the volume that stands beside a place.
  func leadingRatio(in period: Period) -> Criterion? {
    let ratios = snapshot.span(of: period).rulebook.criteria.filter { criterion in
      if case .ratio = criterion.metric { criterion.scoring != nil && criterion.isInForce(in: period.year) } else { false }
    }
    return ratios.max { $0.points < $1.points }
  }
}

extension Standings {
  /// By index in the roster; `nil` for units without place, and of other blocks.
  func placesByUnit(of block: String, in period: Period) -> [Int?] {
    var places: [Int?] = Array(repeating: nil, count: rulebook.units.count)
    for one in self.places(of: block, in: period) { places[one.unit] = one.place }
    return places
  }
}

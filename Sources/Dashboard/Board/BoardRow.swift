import Campaign
import Ranking
import Service

/// A unit's line of a board.
struct BoardRow: Sendable {
  let unit: ReportingUnit
  let parent: String?
  let standing: Standing
  let band: Band?
  /// Places gained against the period before of the same length, and against the same period of last year.
  let movedPrevious: Int?
  let movedLastYear: Int?
  /// The last periods up to this one, oldest first; `nil` without place.
  let places: [Int?]
  /// Cases that the unit's ratios go by; `nil` where nothing is known.
  let volume: Int128?
  let late: Bool
}

/// The lines of one block in one period.
struct BlockBoard: Sendable {
  let block: Block
  let rows: [BoardRow]

  var ranked: [BoardRow] { rows.filter { $0.standing.place != nil } }
  var unranked: [BoardRow] { rows.filter { $0.standing.place == nil } }
  var leaders: [BoardRow] { rows.filter { $0.standing.place == 1 } }
  /// Units that have not filed and may still do so: until they have, places say little of who rose and who fell.
  var awaited: [BoardRow] { rows.filter { $0.standing.reason == .notDue } }
  /// Those who moved most in one direction, where anybody moved and nobody is awaited.
  func strongest(up: Bool) -> [BoardRow] {
    guard awaited.isEmpty else { return [] }
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
  /// - Complexity: O(units × periods × criteria).
  func boards(_ block: String?, _ period: ShownPeriod) throws(PageProblem) -> [BlockBoard] {
    let rulebook = snapshot.span(of: period.last).rulebook
    let chosen = rulebook.blocks.filter { one in block.map { one.id == $0 } ?? one.ranked }
    if let block, chosen.isEmpty { throw .noBlock(block) }
    return chosen.map { board($0, period) }
  }

  private func board(_ block: Block, _ period: ShownPeriod) -> BlockBoard {
    let span = snapshot.span(of: period.last)
    let (standings, last) = (span.standings, period.last)
    let previous = period.previous(in: snapshot)
    let bands = span.rulebook.bands(of: block.id)
    let look = (0..<Self.sparkPeriods).reversed().compactMap { back in
      last.ordinal - back >= standings.scope.first.ordinal ? Period(kind: last.kind, ordinal: last.ordinal - back) : nil
    }
    let leading = leadingRatio(in: last)
    let rows = standings.board(of: block.id, in: last).map { unit, standing in
      var moved = standing.movedSincePrevious
      if period.isLonger {
        let before = previous.flatMap { standings.standing(of: unit.id, in: $0)?.place }
        moved = before.flatMap { before in standing.place.map { before - $0 } }
      }
      return BoardRow(
        unit: unit, parent: parent(unit, span.rulebook), standing: standing, band: standing.band.map { bands[$0] }, movedPrevious: moved,
        movedLastYear: standing.movedSinceLastYear, places: look.map { standings.standing(of: unit.id, in: $0)?.place },
        volume: leading.flatMap { standings.denominator(of: $0, unit.id, last) },
        late: snapshot.state.workingDaysLate(unit.id, last) != nil)
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
  fileprivate func denominator(of criterion: Criterion, _ unit: ReportingUnit.ID, _ period: Period) -> Int128? {
    explanation(of: unit, in: period).first { $0.criterion.code == criterion.code && $0.isRatio }?.value?.denominator
  }
}

package import Campaign
package import Ranking

/// Places by the campaign's own totals: each answer costs the logarithm of the block, whatever its size.
extension Snapshot {
  /// A line of a page.
  package typealias Line = (unit: ReportingUnit, standing: Standing)

  /// Where a unit stands; `nil` for a unit or a period that is not ranked.
  package func standing(of unit: ReportingUnit.ID, in period: Period) -> Standing? { span(of: period).standings.standing(of: unit, in: period) }

  /// How many units of a block have a place.
  package func ranked(in block: String, _ period: Period) -> Int { span(of: period).standings.ranked(in: block, period) }

  /// Units at positions from 0 on of a block's order; what lies beyond the last is left out.
  package func page(of block: String, in period: Period, _ positions: Range<Int>) -> [Line] {
    span(of: period).standings.page(of: block, in: period, positions)
  }

  /// The first units of a block. Whoever shares the last one's place may be cut off.
  package func top(_ count: Int, of block: String, in period: Period) -> [Line] { page(of: block, in: period, 0..<max(0, count)) }

  /// A unit with its neighbours; empty for one without place.
  ///
  /// - Parameter before: How many above, 0 or more.
  /// - Parameter after: How many below, 0 or more.
  package func around(_ unit: ReportingUnit.ID, in period: Period, before: Int, after: Int) -> [Line] {
    let standings = span(of: period).standings
    guard let position = standings.position(of: unit, in: period), let block = standings.rulebook.unit(unit)?.block else { return [] }
    let (above, below) = (min(max(0, before), position), min(max(0, after), Int(Int32.max)))
    return page(of: block, in: period, position - above..<position + below + 1)
  }

  /// Who stands between two units of one block, without the two; `nil` where one has no place, or they are in different blocks.
  ///
  /// - Parameter most: At most so many.
  package func between(
    _ one: ReportingUnit.ID, _ other: ReportingUnit.ID, in period: Period, most: Int
  ) -> (count: Int, first: [Line])? {
    let standings = span(of: period).standings
    guard let block = standings.rulebook.unit(one)?.block, standings.rulebook.unit(other)?.block == block,
      let a = standings.position(of: one, in: period), let b = standings.position(of: other, in: period)
    else { return nil }
    let count = max(0, abs(a - b) - 1)
    let start = min(a, b) + 1
    return (count, page(of: block, in: period, start..<start + min(count, max(0, most))))
  }
}

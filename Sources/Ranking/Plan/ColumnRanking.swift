package import Campaign

/// Recomputes everything of a rulebook from its columns: totals, places, bands, movements, gains and the outcomes of "+5 places".
///
/// Three passes, each shared among threads: totals tile by tile, places block by block and period by period, then comparisons.
/// Every piece writes its own part of the result and none reads what another of its pass writes, so that any number of threads gives
/// the same bytes.
package final class ColumnRanking: Sendable {
  package let plan: ColumnPlan
  let circumstances: CompiledCircumstances
  let columns: FormColumns
  let totals: TotalKernel
  /// Those of ``cells`` that concern their unit by its level.
  package let concernedCells: Int
  /// What a pass over tiles reads, and the memory it lies in.
  private let storage = TileStorage()
  private let tables: TileTables

  /// - Parameter columns: Of the plan.
  /// - Parameter circumstances: What bears on places beside the figures.
  /// - Throws: R-311 for a plan that takes the definition as a whole (``ColumnPlan/whole``): use ``Standings``.
  /// - Complexity: O(units × criteria).
  package init(_ plan: ColumnPlan, _ columns: FormColumns, circumstances: Circumstances = Circumstances()) throws(Problem) {
    guard plan.whole == nil, let totals = plan.totals else {
      throw Problem(
        .pointsOutOfRange, at: "criteria",
        vi: "điểm của bộ quy tắc vượt phạm vi 32 bit hoặc không có mức tối đa; hãy tính bằng định nghĩa.",
        en: "the points of the rulebook leave 32 bits, or have no maximum; compute them by the definition.")
    }
    let definition = plan.definition
    let roster = columns.roster
    let compiled = CompiledCircumstances(circumstances, definition)
    self.plan = plan
    self.columns = columns
    self.totals = totals
    let (criteria, lanes, periods) = (definition.shapes.count, ScoreKernel.lanes, definition.periods)
    var concerned: [UInt16] = Array(repeating: 0, count: roster.tiles * criteria)
    var ranked: [UInt16] = Array(repeating: 0, count: roster.tiles)
    var excepted = ranked
    var odd: [UInt16] = Array(repeating: 0, count: roster.tiles * periods)
    let all = columns.years * columns.perYear
    var extended: [UInt16] = Array(repeating: 0, count: compiled.extended.isEmpty ? 0 : roster.tiles * all)
    for slot in 0..<roster.units {
      let (tile, lane) = slot.quotientAndRemainder(dividingBy: lanes)
      let unit = roster.unitOfSlot[slot]
      let bit: UInt16 = 1 << UInt16(lane)
      for criterion in definition.concerned[unit] { concerned[tile * criteria + criterion] |= bit }
      if definition.ranked[unit] { ranked[tile] |= bit }
      if !compiled.exceptions(of: unit).isEmpty { excepted[tile] |= bit }
      for offset in 0..<periods {
        let position = unit * periods + offset
        let isAdjusted =
          (!compiled.bonus.isEmpty && compiled.bonus[position] != .zero)
          || (!compiled.deduction.isEmpty && compiled.deduction[position] != .zero)
        let isOdd = isAdjusted || compiled.isWithheld(unit, offset, definition) || totals.published == nil || totals.exact == nil
        if isOdd { odd[tile * periods + offset] |= bit }
      }
      if !compiled.extended.isEmpty {
        for ordinal in compiled.extended[unit] {
          let period = ordinal - columns.firstYear * columns.perYear
          if (0..<all).contains(period) { extended[tile * all + period] |= bit }
        }
      }
    }
    concernedCells = concerned.reduce(0) { $0 + $1.nonzeroBitCount } * definition.periods
    self.circumstances =
      definition.led.isEmpty
      ? compiled
      : CompiledCircumstances(
        compiled, leaders: try Self.leaders(plan, columns, compiled))
    tables = TileTables(
      plan, columns, totals, TileTables.Lists(concerned: concerned, ranked: ranked, excepted: excepted, odd: odd, extended: extended),
      compiled, storage)
  }

  /// Threads that pay for so many cells: half a million each, at most `available`.
  package func threads(available: Int) -> Int { max(1, min(available, cells / 500_000)) }

  /// Units × periods × criteria.
  package var cells: Int { columns.roster.units * plan.definition.periods * plan.definition.scored.count }

  /// - Parameter threads: 1 or more.
  /// - Parameter memory: Standings of this ranking that nobody reads any more; they are overwritten and returned.
  /// - Complexity: O(cells) + O(units of a block) a block and period, with a logarithm where totals crowd.
  package func standings(threads: Int, reusing memory: consuming ColumnStandings? = nil) -> ColumnStandings {
    let roster = columns.roster
    let result = memory ?? ColumnStandings(plan, totals, roster, circumstances)
    precondition(result.plan === plan && result.roster.units == roster.units, "Memory of the same ranking.")
    let definition = plan.definition
    let tilesAPiece = 4
    let (tables, rows, given) = (self.tables, result.rows, columns.given)
    WorkShare.run(
      pieces: (roster.tiles + tilesAPiece - 1) / tilesAPiece, threads: threads,
      worker: { TileScratch(sums: tables.counters + tables.sumCount, perYear: plan.perYear) }
    ) { piece, scratch in
      for tile in piece * tilesAPiece..<min(roster.tiles, (piece + 1) * tilesAPiece) {
        total(tile, tables, into: result, rows, scratch.pointers)
        if given[tile] != 0 { define(tile, into: result) }
      }
    }
    let blocks = roster.blocks
    let largest = blocks.reduce(0) { max($0, $1.count) }
    WorkShare.run(
      pieces: blocks.count * definition.periods, threads: threads, worker: { BlockScratch(largest: largest) }
    ) { piece, scratch in
      let (offset, block) = piece.quotientAndRemainder(dividingBy: blocks.count)
      place(blocks[block], offset, in: result, scratch)
    }
    WorkShare.run(pieces: blocks.count * definition.periods, threads: threads, worker: {}) { piece, _ in
      let (offset, block) = piece.quotientAndRemainder(dividingBy: blocks.count)
      compare(blocks[block], offset, in: result)
    }
    return result
  }
}

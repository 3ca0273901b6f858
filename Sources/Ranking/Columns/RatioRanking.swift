/// Recomputes everything of a ``RatioPlan`` from its columns: totals, places, gains and whether enough places were gained.
///
/// Two passes, each shared among threads: totals tile by tile, then places block by block and month by month. Every piece
/// writes its own part of the result and none depends on another of its pass, so that any number of threads gives the same bytes.
package struct RatioRanking: Sendable {
  package let plan: RatioPlan
  private let coefficients: [ScoreCoefficients]
  /// The greatest sum with which the kernel is exact for every criterion; −1 where one is outside its range.
  private let most: Int64
  private let fused: Bool

  /// Whether this build uses what only some processors have.
  package static var isForThisProcessor: Bool { ScoreKernel.isFused }

  package init(_ plan: RatioPlan) { self.init(plan, fused: ScoreKernel.isFused) }

  /// - Parameter fused: Which of the kernel's two ways; both give the same.
  init(_ plan: RatioPlan, fused: Bool) {
    self.plan = plan
    self.fused = fused
    let all = plan.criteria.compactMap { ScoreCoefficients($0, fused: fused) }
    let fits = all.count == plan.criteria.count
    coefficients = fits ? all : []
    most = fits ? all.reduce(Int64(Int16.max)) { min($0, $1.most) } : -1
  }

  /// Threads that pay for so many cells: half a million each, at most `available`.
  package static func threads(for columns: CounterColumns, available: Int) -> Int {
    let cells = columns.roster.units * columns.criteria * columns.years * RatioPlan.monthsOfAYear
    return max(1, min(available, cells / 500_000))
  }

  /// - Parameter columns: Of the plan's criteria and years.
  /// - Parameter threads: 1 or more.
  /// - Parameter memory: Standings of the same roster and plan that nobody reads any more; they are overwritten and returned.
  /// - Complexity: O(cells) + O(units of a block squared) a block and month, linear above 512 units.
  package func standings(
    of columns: CounterColumns, threads: Int, reusing memory: consuming RatioStandings? = nil
  ) -> RatioStandings {
    precondition(columns.criteria == plan.criteria.count && columns.years == plan.years, "The columns are the plan's.")
    let result = memory ?? RatioStandings(roster: columns.roster, plan: plan)
    precondition(result.fits(columns.roster, plan), "Memory of the same roster and plan.")
    let tilesAPiece = 4
    let tiles = columns.roster.tiles
    WorkShare.run(
      pieces: (tiles + tilesAPiece - 1) / tilesAPiece, threads: threads, worker: { ScoreKernel.Scratch() }
    ) { piece, scratch in
      for tile in piece * tilesAPiece..<min(tiles, (piece + 1) * tilesAPiece) {
        total(tile, of: columns, into: result, scratch.sums)
      }
    }
    let blocks = columns.roster.blocks
    let largest = blocks.reduce(0) { max($0, $1.count) }
    let months = RatioPlan.monthsOfAYear
    WorkShare.run(
      pieces: blocks.count * months, threads: threads, worker: { PlaceKernel.Scratch(largest: largest) }
    ) { piece, scratch in
      let (block, month) = piece.quotientAndRemainder(dividingBy: months)
      guard !blocks[block].isEmpty else { return }
      for year in 0..<plan.years {
        let here = year * months + month
        PlaceKernel.place(result.totals(here, blocks[block]), into: result.places(here, blocks[block]), scratch)
        if year > 0 { result.compare(here, blocks[block], placesToGain: plan.placesToGain) }
      }
    }
    return result
  }

  private func total(_ tile: Int, of columns: CounterColumns, into result: RatioStandings, _ sums: ScoreKernel.Year) {
    for year in 0..<plan.years {
      if !estimate(tile, year, of: columns, into: sums) {
        for lane in 0..<ScoreKernel.lanes { exact(tile, lane, year, of: columns, into: sums) }
      }
      for month in 0..<RatioPlan.monthsOfAYear {
        result.setTotals(year * RatioPlan.monthsOfAYear + month, tile: tile, unsafeBitCast(sums[month], to: SIMD16<Int32>.self))
      }
    }
  }

  /// All totals of a tile in a year by the kernel; false, and nothing done, where it is not proven.
  private func estimate(_ tile: Int, _ year: Int, of columns: CounterColumns, into sums: ScoreKernel.Year) -> Bool {
    let known = columns.tiles[tile]
    guard known.wide < 0, Int64(known.most) <= most else { return false }
    ScoreKernel.totals(columns.lines(tile: tile, year: year), coefficients, fused: fused, into: sums)
    return true
  }

  /// The definition, for whatever the kernel is not proven for.
  private func exact(_ tile: Int, _ lane: Int, _ year: Int, of columns: CounterColumns, into sums: ScoreKernel.Year) {
    let months = RatioPlan.monthsOfAYear
    for month in 0..<months { sums[month][lane] = 0 }
    for (index, criterion) in plan.criteria.enumerated() {
      var (n, d): (Int128, Int128) = (0, 0)
      for month in 0..<months {
        let cell = columns.stored(tile: tile, lane: lane, line: (year * plan.criteria.count + index) * months + month)
        n += Int128(cell.numerator)
        d += Int128(cell.denominator)
        sums[month][lane] += UInt32(criterion.score(n, d))
      }
    }
  }

  /// The totals of one unit in a year, in its lane of `sums`; the other lanes hold nothing that counts.
  func totals(ofLane lane: Int, tile: Int, year: Int, of columns: CounterColumns, into sums: ScoreKernel.Year) {
    if !estimate(tile, year, of: columns, into: sums) { exact(tile, lane, year, of: columns, into: sums) }
  }
}

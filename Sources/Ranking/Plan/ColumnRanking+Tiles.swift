import Campaign

/// One tile through its years.
extension ColumnRanking {
  typealias Words = ScoreKernel.Words

  func total(
    _ tile: Int, _ tables: TileTables, into result: ColumnStandings, _ rows: ColumnStandings.Rows, _ scratch: TileScratch.Pointers
  ) {
    let perYear = tables.perYear
    for year in 0..<tables.years {
      for counter in 0..<tables.counters { tables.sum(counter, tile, year, scratch) }
      let first = tables.first + year * perYear
      // Periods of the year that are ranked, counted from its first.
      let range = max(0, -first)..<max(max(0, -first), min(perYear, tables.periods - first))
      guard !range.isEmpty else { continue }
      tables.addUp(scratch)
      for number in range {
        scratch.earned[number] = Words(repeating: 0)
        scratch.applicable[number] = Words(repeating: 0)
        scratch.held[number] = Words(repeating: 0)
        scratch.waiting[number] = 0
      }
      for index in 0..<tables.leafCount {
        let leaf = tables.leaves[index]
        guard tables.concernsAnybody(leaf.criterion, tile, year, range) else { continue }
        let (bound, reach) = (tables.bounds[tile * tables.leafCount + index], tables.reaches[year * tables.leafCount + index])
        if bound <= reach.single {
          tables.scoreQuickly(leaf, reach.way, tile, year, first, range, scratch)
        } else if bound <= reach.most {
          tables.score(leaf, tile, year, first, range, scratch) { points, open, n, d, offset in
            correct(&points, open, n, leaf.isRatio ? d : nil, leaf.criterion, offset)
          }
        } else {
          define(leaf.criterion, tile, year, first, range, tables, scratch)
        }
      }
      finish(tile, year, first, range, tables, into: result, rows, scratch)
    }
  }

  /// The definition for the lanes that an estimate leaves open.
  private func correct(_ points: inout Words, _ open: Words, _ n: Words, _ d: Words?, _ criterion: Int, _ offset: Int) {
    for lane in 0..<ScoreKernel.lanes where open[lane] != 0 {
      let whole = d.map { Int128(Int32(bitPattern: $0[lane])) }
      points[lane] = UInt32(defined(criterion, offset, Int128(Int32(bitPattern: n[lane])), over: whole))
    }
  }
}

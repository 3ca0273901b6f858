import Campaign

/// One tile through its years.
extension ColumnRanking {
  typealias Words = ScoreKernel.Words

  func total(_ tile: Int, _ tables: TileTables, into result: ColumnStandings, _ rows: ColumnStandings.Rows, _ scratch: TileScratch.Pointers) {
    let perYear = tables.perYear
    for year in 0..<tables.years {
      for counter in 0..<tables.counters { tables.sum(counter, tile, year, scratch) }
      let first = tables.first + year * perYear
      // Periods of the year that are ranked, counted from its first.
      let range = max(0, -first)..<max(max(0, -first), min(perYear, tables.periods - first))
      guard !range.isEmpty else { continue }
      concern(tile, year, range, tables, scratch)
      for number in range {
        scratch.earned[number] = Words(repeating: 0)
        scratch.applicable[number] = Words(repeating: 0)
        scratch.scored[number] = Words(repeating: 0)
        scratch.waiting[number] = 0
      }
      for index in 0..<tables.leafCount {
        let leaf = tables.leaves[index]
        var anybody: UInt16 = 0
        for number in range { anybody |= scratch.concerned[leaf.criterion * perYear + number] }
        guard anybody != 0 else { continue }
        if tables.isProven(leaf, tile, first, range) {
          tables.score(leaf, tile, year, first, range, scratch) { points, open, n, d, offset in
            correct(&points, open, n, leaf.isRatio ? d : nil, leaf.criterion, offset)
          }
        } else {
          define(leaf.criterion, tile, year, first, range, scratch)
        }
      }
      finish(tile, year, first, range, tables, into: result, rows, scratch)
    }
  }

  /// Whom each criterion concerns in the periods of a year.
  private func concern(_ tile: Int, _ year: Int, _ range: Range<Int>, _ tables: TileTables, _ scratch: TileScratch.Pointers) {
    let (perYear, criteria) = (tables.perYear, tables.criteria)
    for number in range { scratch.anybody[number] = 0 }
    let excepted = Int(tables.exceptions[tile])
    let own = tables.excepted + (max(0, excepted) * tables.years + year) * perYear * criteria
    for index in 0..<tables.leafCount {
      let criterion = tables.leaves[index].criterion
      let usual = tables.concerned[tile * criteria + criterion] & tables.inForce[year * criteria + criterion]
      for number in range {
        let lanes = excepted < 0 ? usual : own[number * criteria + criterion]
        scratch.concerned[criterion * perYear + number] = lanes
        scratch.anybody[number] |= lanes
      }
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

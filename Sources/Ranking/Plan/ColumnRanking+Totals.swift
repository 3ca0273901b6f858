import Campaign

/// From a tile's sums to its totals, and why some have no place.
extension ColumnRanking {
  private typealias State = ColumnStandings.State

  func finish(
    _ tile: Int, _ year: Int, _ first: Int, _ range: Range<Int>, _ tables: TileTables, into result: ColumnStandings,
    _ rows: ColumnStandings.Rows, _ scratch: TileScratch.Pointers
  ) {
    let filings = tables.filed + (tile * tables.years + year) * tables.perYear
    let anybody = tables.anybody + (tile * tables.years + year) * tables.perYear
    let isExcepted = tables.exceptions[tile] >= 0
    var full: Words?
    var (filedSoFar, dueSoFar) = (Words(repeating: 0), Words(repeating: 0))
    let ranked = tables.words(tables.ranked[tile])
    for number in 0..<range.upperBound {
      let filed = filings[number]
      let offset = first + number
      var due: UInt16 = offset <= tables.due ? 0xFFFF : 0
      if tables.hasExtended { due &= ~tables.extended[(tile * tables.years + year) * tables.perYear + number] }
      filedSoFar = filedSoFar &- tables.words(filed)
      dueSoFar = dueSoFar &- tables.words((due & (offset < 0 ? begun(tile, year, number) : 0xFFFF)) | filed)
      guard number >= range.lowerBound else { continue }
      // Who filed nothing, where that counts: all maxima stay, whatever is known of earlier periods.
      let absent = tables.missingCounts ? ~filed & anybody[number] : 0
      // Every criterion has points, so that whoever has an applicable one was scored by it.
      let scored = Lanes.reaches(scratch.applicable[number], Words(repeating: 1))
      if scratch.waiting[number] != 0 { scratch.applicable[number] = scratch.applicable[number] &+ scratch.held[number] }
      if absent != 0 {
        if isExcepted || full == nil { full = maxima(tile, year, number, tables) }
        if let full { scratch.applicable[number] |= full & tables.words(absent) }
      }
      let (earned, applicable) = (scratch.earned[number], scratch.applicable[number])
      var reason = number32(.notRanked)
      var has = Words(repeating: 0)
      if tables.scoresAnything[offset] {
        let few = ~Lanes.reaches(applicable, Words(repeating: UInt32(max(0, tables.floors[offset]))))
        let open = tables.words((absent & ~due) | scratch.waiting[number]) & ~scored
        let missing = tables.unrankedWithoutFigures ? tables.words(absent & due) & ~scored : Words(repeating: 0)
        let without = open | missing
        has = ~without
        reason = (number32(.notDue) & open) | (number32(.notSubmitted) & missing) | (number32(.tooFewApplicable) & few & ~without)
        reason = (reason & ranked) | (number32(.notRanked) & ~ranked)
      }
      rows.set(.earned, offset, tile: tile, earned)
      rows.set(.applicable, offset, tile: tile, applicable)
      let (published, exact) = total(earned, applicable, tables)
      rows.set(.published, offset, tile: tile, published & has)
      rows.set(.exact, offset, tile: tile, exact & has)
      let months = (filedSoFar &<< UInt32(State.filedShift)) | (dueSoFar &<< UInt32(State.dueShift))
      rows.set(.state, offset, tile: tile, reason | (has & Words(repeating: UInt32(State.hasTotal))) | months)
      let odd = tables.odd[tile * tables.periods + offset]
      if odd != 0 {
        settle(odd, tile, number, offset, absent, due, (filedSoFar, dueSoFar), scored, into: result, scratch)
      }
    }
  }

  @inline(__always)
  private func number32(_ reason: ReasonCode) -> Words { Words(repeating: UInt32(State.number(reason))) }

  @inline(__always)
  private func total(_ earned: Words, _ applicable: Words, _ tables: TileTables) -> (published: Words, exact: Words) {
    guard tables.isIndex else { return (LineKernel.points(earned, tables.published), LineKernel.points(earned, tables.exact)) }
    let (published, exact) = LineKernel.points(earned, over: applicable, tables.published, and: tables.exact)
    let some = Lanes.reaches(applicable, Words(repeating: 1))
    return (published & some, exact & some)
  }

  /// Before the first ranked period, and before a unit's first filing, nothing was due.
  private func begun(_ tile: Int, _ year: Int, _ number: Int) -> UInt16 {
    let start = tile * columns.years * plan.perYear
    return columns.filed[start...start + year * plan.perYear + number].reduce(columns.given[tile]) { $0 | $1 }
  }

  /// All maxima that concern each unit in a period.
  private func maxima(_ tile: Int, _ year: Int, _ number: Int, _ tables: TileTables) -> Words {
    let (concerned, aPeriod) = tables.concerned(tile, year)
    var sum = Words(repeating: 0)
    for index in 0..<tables.leafCount {
      let leaf = tables.leaves[index]
      let lanes = concerned[leaf.criterion + number * aPeriod]
      if lanes != 0 { sum = sum &+ (Words(repeating: leaf.most) & tables.words(lanes)) }
    }
    return sum
  }

  /// Units with a bonus, a deduction or a place withheld, and totals outside the proven range.
  private func settle(
    _ odd: UInt16, _ tile: Int, _ number: Int, _ offset: Int, _ absent: UInt16, _ due: UInt16, _ months: (filed: Words, due: Words),
    _ scored: Words, into result: ColumnStandings, _ scratch: TileScratch.Pointers
  ) {
    var lanes = odd
    while lanes != 0 {
      let lane = lanes.trailingZeroBitCount
      let bit: UInt16 = 1 << UInt16(lane)
      lanes &= lanes - 1
      let slot = tile * ScoreKernel.lanes + lane
      var score = UnitScore()
      score.earned = Points(millionths: Int64(scratch.earned[number][lane]) * totals.earnedUnit)
      score.applicable = Points(millionths: Int64(scratch.applicable[number][lane]) * totals.applicableUnit)
      score.scored = scored[lane] != 0 ? 1 : 0
      score.pending = ((absent & ~due) | scratch.waiting[number]) & bit != 0 ? 1 : 0
      score.missing = absent & due & bit != 0 ? 1 : 0
      let standing = plan.definition.standing(
        score, unit: columns.roster.unitOfSlot[slot], offset: offset, filed: Int(months.filed[lane]), due: Int(months.due[lane]),
        circumstances)
      result.set(standing, slot: slot, offset: offset)
    }
  }
}

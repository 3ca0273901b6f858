package import Campaign

/// Standings that follow their columns: a submission changes what it touches and nothing else, and every byte is that of a full
/// recomputation.
///
/// A unit's month bears on its own totals from that month to the end of the year, on the places of its block in those months, and
/// on comparisons of those months and of the same ones a year later. All of it is exact integers, so that adding one to the places
/// that somebody passed is the same as counting anew.
///
/// One owner; readers of other threads get a ``snapshot()``, which no later change touches.
package struct LiveStandings: ~Copyable {
  package private(set) var columns: CounterColumns
  private let ranking: RatioRanking
  // Never handed out, so that it may be written.
  private let current: RatioStandings
  private let scratch = ScoreKernel.Scratch()
  private let blockOfSlot: [Int32]

  /// - Parameter columns: Of the ranking's plan.
  /// - Complexity: A full recomputation.
  package init(_ ranking: RatioRanking, _ columns: CounterColumns, threads: Int) {
    self.ranking = ranking
    self.columns = columns
    current = ranking.standings(of: columns, threads: threads)
    var blockOfSlot: [Int32] = Array(repeating: 0, count: columns.roster.units)
    for (block, slots) in columns.roster.blocks.enumerated() {
      for slot in slots { blockOfSlot[slot] = Int32(block) }
    }
    self.blockOfSlot = blockOfSlot
  }

  /// Takes what a unit reported in a month, or reported anew; all places are those with it when this returns.
  ///
  /// - Parameter cells: One a criterion; `nil` where it is missing.
  /// - Throws: As ``CounterColumns/set(unit:month:cells:)``; nothing is changed then.
  /// - Complexity: O(16 × criteria × months + units of the block × months).
  package mutating func submit(unit: Int, month: Int, cells: [CounterColumns.Cell?]) throws(Problem) {
    try columns.set(unit: unit, month: month, cells: cells)
    let months = RatioPlan.monthsOfAYear
    let slot = columns.roster.slotOfUnit[unit]
    let (tile, lane) = slot.quotientAndRemainder(dividingBy: ScoreKernel.lanes)
    let slots = columns.roster.blocks[Int(blockOfSlot[slot])]
    let year = month / months
    let sums = scratch.sums
    ranking.totals(ofLane: lane, tile: tile, year: year, of: columns, into: sums)
    for later in month % months..<months {
      let here = year * months + later
      guard current.move(slot - slots.lowerBound, of: slots, here, to: Int32(bitPattern: sums[later][lane])) else { continue }
      if year > 0 { current.compare(here, slots, placesToGain: ranking.plan.placesToGain) }
      if year + 1 < columns.years { current.compare(here + months, slots, placesToGain: ranking.plan.placesToGain) }
    }
  }

  /// A value as of the last submission.
  package func value(_ column: RatioStandings.Column, unit: Int, month: Int) -> Int32? {
    current.value(column, unit: unit, month: month)
  }

  /// Everything as it is now, for readers that take their time.
  /// - Complexity: O(units × months).
  package func snapshot() -> RatioStandings { RatioStandings(copying: current) }

  /// Whether every byte is that of other standings.
  package func hasSameBytes(as other: RatioStandings) -> Bool { current.hasSameBytes(as: other) }
}

extension RatioStandings {
  /// Gives a unit another total and brings the places of its block up to it.
  ///
  /// Somebody's place counts those above: it changes only where the old and the new total lie on two sides of theirs.
  ///
  /// - Parameter index: The unit's position in its block.
  /// - Returns: Whether anything changed.
  fileprivate func move(_ index: Int, of slots: Range<Int>, _ month: Int, to new: Int32) -> Bool {
    let (totals, places) = (totals(month, slots), places(month, slots))
    let old = totals[index]
    guard old != new else { return false }
    totals[index] = new
    let low = min(old, new)
    let width = UInt32(bitPattern: max(old, new) &- low)
    let step: Int32 = new > old ? 1 : -1
    var above: Int32 = 0
    for other in 0..<slots.count {
      let total = totals[other]
      places[other] &+= UInt32(bitPattern: total &- low) < width ? step : 0
      above &+= total > new ? 1 : 0
    }
    places[index] = above &+ 1
    return true
  }
}

package import Campaign

extension CounterColumns {
  /// Replaces what a unit reported in a month.
  ///
  /// A tile whose figures no longer fit 16 bits is kept in 64 bits from then on, until the columns are built anew; results are
  /// the same.
  ///
  /// - Parameter unit: Of the roster.
  /// - Parameter month: From 0 on.
  /// - Parameter cells: One a criterion; `nil` where it is missing.
  /// - Throws: R-308 for a unit or month that is not there, R-305 for another number of cells, S-211 and S-217 as where columns
  ///   are built; nothing is changed then.
  /// - Complexity: O(criteria); once O(columns) where another copy of them is still in use.
  package mutating func set(unit: Int, month: Int, cells: [Cell?]) throws(Problem) {
    let months = RatioPlan.monthsOfAYear
    guard (0..<roster.units).contains(unit), (0..<years * months).contains(month) else {
      throw Problem(
        .unknownReference, at: "units[\(unit)].months[\(month)]", vi: "không có đơn vị hoặc tháng này.", en: "no such unit or month.")
    }
    guard cells.count == criteria else {
      throw Problem(
        .badValue, at: "units[\(unit)].months[\(month)]", vi: "cần một ô cho mỗi tiêu chí.",
        en: "a cell for every criterion is needed.")
    }
    for (criterion, cell) in cells.enumerated() {
      if let cell { try Self.check(cell, unit: unit, month: month, criterion: criterion) }
    }
    let (tile, lane) = roster.slotOfUnit[unit].quotientAndRemainder(dividingBy: Self.lanes)
    let first = month / months * linesOfAYear
    if tiles[tile].wide < 0 {
      if let most = mostSum(tile: tile, lane: lane, first: first, month: month % months, cells) {
        tiles[tile] = Tile(most: max(most, tiles[tile].most), wide: -1)
      } else {
        widen(tile)
      }
    }
    if tiles[tile].wide < 0, !isKnownUniquelyReferenced(&narrow) { narrow = ColumnMemory(copying: narrow) }
    for (criterion, cell) in cells.enumerated() {
      let line = first + criterion * months + month % months
      let bit: UInt16 = 1 << UInt16(lane)
      if cell == nil { reported[tile * linesOfATile + line] &= ~bit } else { reported[tile * linesOfATile + line] |= bit }
      let cell = cell ?? Cell(numerator: 0, denominator: 0)
      if tiles[tile].wide >= 0 {
        wide[Int(tiles[tile].wide)][line * Self.lanes + lane] = cell
      } else {
        narrow.view(UInt32.self, at: (tile * linesOfATile + line) * 64, count: Self.lanes)[lane] =
          UInt32(cell.denominator) | UInt32(cell.numerator) << 16
      }
    }
  }

  /// The greatest sum of the unit's year with new cells, or `nil` where it does not meet what ``ScoreKernel`` takes as given.
  private func mostSum(tile: Int, lane: Int, first: Int, month changed: Int, _ cells: [Cell?]) -> Int32? {
    let months = RatioPlan.monthsOfAYear
    let words = narrow.view(UInt32.self, at: (tile * linesOfATile + first) * 64, count: linesOfAYear * Self.lanes)
    var most: Int64 = 0
    for (criterion, cell) in cells.enumerated() {
      let cell = cell ?? Cell(numerator: 0, denominator: 0)
      guard cell.numerator <= Int16.max, cell.denominator <= Int16.max else { return nil }
      var (n, d): (Int64, Int64) = (0, 0)
      for month in 0..<months {
        let word = words[(criterion * months + month) * Self.lanes + lane]
        n += month == changed ? cell.numerator : Int64(word >> 16)
        d += month == changed ? cell.denominator : Int64(word & 0xFFFF)
        if d == 0, n > 0 { return nil }
      }
      most = max(most, n, d)
    }
    return most <= Int64(Int16.max) ? Int32(most) : nil
  }

  private mutating func widen(_ tile: Int) {
    var cells: [Cell] = []
    cells.reserveCapacity(linesOfATile * Self.lanes)
    for line in 0..<linesOfATile {
      for lane in 0..<Self.lanes { cells.append(stored(tile: tile, lane: lane, line: line)) }
    }
    tiles[tile] = Tile(most: .max, wide: Int32(wide.count))
    wide.append(cells)
  }
}

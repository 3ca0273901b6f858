package import Campaign

/// Raw numerators and denominators of all units, criteria and months, laid out for the recomputation.
///
/// Units stand in the order of their blocks and 16 of them make a tile; a tile holds year by year, criterion by criterion and
/// month by month a line of 16 pairs, numerator and denominator in 16 bits each. A pass over a tile reads memory from front to back.
/// A tile whose figures do not fit is kept in 64 bits and computed with integers: columns widen or refuse, they never wrap.
package struct CounterColumns: Sendable {
  package struct Cell: Sendable, Equatable {
    package let numerator: Int64
    package let denominator: Int64

    package init(numerator: Int64, denominator: Int64) {
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  /// The greatest counter that is taken.
  package static let mostCounter: Int64 = 1 << 62
  static let lanes = ScoreKernel.lanes

  package let roster: BlockRoster
  package let criteria: Int
  package let years: Int
  var narrow: ColumnMemory
  /// One bit a cell: whether it was reported. A line's bits are those of its 16 units.
  var reported: [UInt16]
  var tiles: [Tile]
  var wide: [[Cell]]

  struct Tile: Sendable {
    /// Greatest sum over the months of a year, where the figures stand in 16 bits.
    let most: Int32
    /// Position in ``wide``, or −1.
    let wide: Int32
  }

  var linesOfAYear: Int { criteria * RatioPlan.monthsOfAYear }
  var linesOfATile: Int { years * linesOfAYear }

  /// Reads every cell once, unit by unit of a tile.
  ///
  /// - Parameter cell: What a unit reported of a criterion in a month from 0 on; `nil` where it is missing.
  /// - Throws: What `cell` throws; S-211 for a negative counter, S-217 for one above 2^62. The first by tile, unit, month,
  ///   criterion.
  package init(
    roster: BlockRoster, criteria: Int, years: Int, cell: (_ unit: Int, _ month: Int, _ criterion: Int) throws(Problem) -> Cell?
  ) throws(Problem) {
    precondition(criteria > 0 && years > 0, "Columns have criteria and years.")
    self.roster = roster
    self.criteria = criteria
    self.years = years
    let months = RatioPlan.monthsOfAYear
    let lines = years * criteria * months
    let count = roster.tiles
    let narrow = ColumnMemory(byteCount: count * lines * 64)
    var reported: [UInt16] = Array(repeating: 0, count: count * lines)
    var (tiles, wide): ([Tile], [[Cell]]) = ([], [])
    var cells: [Cell] = Array(repeating: Cell(numerator: 0, denominator: 0), count: lines * Self.lanes)
    for tile in 0..<count {
      for lane in 0..<Self.lanes {
        let slot = tile * Self.lanes + lane
        let unit = slot < roster.units ? roster.unitOfSlot[slot] : nil
        for month in 0..<years * months {
          for criterion in 0..<criteria {
            let line = ((month / months) * criteria + criterion) * months + month % months
            guard let unit, let found = try cell(unit, month, criterion) else {
              cells[line * Self.lanes + lane] = Cell(numerator: 0, denominator: 0)
              continue
            }
            try Self.check(found, unit: unit, month: month, criterion: criterion)
            cells[line * Self.lanes + lane] = found
            reported[tile * lines + line] |= 1 << UInt16(lane)
          }
        }
      }
      if let most = Self.mostSum(cells) {
        let words = narrow.view(UInt32.self, at: tile * lines * 64, count: cells.count)
        for index in cells.indices {
          words[index] = UInt32(cells[index].denominator) | UInt32(cells[index].numerator) << 16
        }
        tiles.append(Tile(most: most, wide: -1))
      } else {
        tiles.append(Tile(most: .max, wide: Int32(wide.count)))
        wide.append(cells)
      }
    }
    self.narrow = narrow
    self.reported = reported
    self.tiles = tiles
    self.wide = wide
  }

  static func check(_ cell: Cell, unit: Int, month: Int, criterion: Int) throws(Problem) {
    // Made only where something is wrong: this runs for every cell.
    var place: String { "units[\(unit)].months[\(month)].criteria[\(criterion)]" }
    guard cell.numerator >= 0, cell.denominator >= 0 else {
      throw Problem(.negative, at: place, vi: "số đếm âm; hãy nhập số từ 0 trở lên.", en: "a negative counter; give 0 or more.")
    }
    guard cell.numerator <= mostCounter, cell.denominator <= mostCounter else {
      throw Problem(.figureTooLarge, at: place, vi: "số đếm vượt quá 2^62.", en: "a counter above 2^62.")
    }
  }

  /// The greatest sum over the months of a year, or `nil` where the tile does not meet what ``ScoreKernel`` takes as given.
  private static func mostSum(_ cells: [Cell]) -> Int32? {
    let months = RatioPlan.monthsOfAYear
    var most: Int64 = 0
    for first in stride(from: 0, to: cells.count, by: months * lanes) {
      for lane in 0..<lanes {
        var (n, d): (Int64, Int64) = (0, 0)
        for month in 0..<months {
          let cell = cells[first + month * lanes + lane]
          guard cell.numerator <= Int16.max, cell.denominator <= Int16.max else { return nil }
          n += cell.numerator
          d += cell.denominator
          if d == 0, n > 0 { return nil }
        }
        most = max(most, n, d)
      }
    }
    return most <= Int64(Int16.max) ? Int32(most) : nil
  }

  /// A year of a tile in 16 bits; meaningless where the tile is wide.
  func lines(tile: Int, year: Int) -> UnsafeMutableBufferPointer<ScoreKernel.Words> {
    narrow.view(
      ScoreKernel.Words.self, at: (tile * linesOfATile + year * linesOfAYear) * 64, count: linesOfAYear)
  }

  /// A cell as it was given.
  package subscript(unit unit: Int, month month: Int, criterion criterion: Int) -> Cell? {
    let (tile, lane) = roster.slotOfUnit[unit].quotientAndRemainder(dividingBy: Self.lanes)
    let year = month / RatioPlan.monthsOfAYear
    let line = (year * criteria + criterion) * RatioPlan.monthsOfAYear + month % RatioPlan.monthsOfAYear
    guard reported[tile * linesOfATile + line] & (1 << UInt16(lane)) != 0 else { return nil }
    return stored(tile: tile, lane: lane, line: line)
  }

  /// A cell with 0, 0 for what is missing, by its line in the tile.
  func stored(tile: Int, lane: Int, line: Int) -> Cell {
    if tiles[tile].wide >= 0 { return wide[Int(tiles[tile].wide)][line * Self.lanes + lane] }
    let word = narrow.view(UInt32.self, at: (tile * linesOfATile + line) * 64, count: Self.lanes)[lane]
    return Cell(numerator: Int64(word >> 16), denominator: Int64(word & 0xFFFF))
  }

  /// Bytes of the columns, with those of missing cells and of tiles in 64 bits.
  package var byteCount: Int { narrow.byteCount + reported.count * 2 + wide.count * linesOfATile * Self.lanes * 16 }
  /// How many tiles did not fit 16 bits.
  package var wideTiles: Int { wide.count }
}

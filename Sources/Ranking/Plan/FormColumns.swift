package import Campaign

/// What units filed, a column a counter, laid out for a ``ColumnPlan``.
///
/// Units stand in the order of their blocks and 16 of them make a tile. A tile holds year by year a column for each counter: period by
/// period a line of 16 numbers, in 16 bits where all of them and their sums fit, else in 32, else in 64. So they are read one
/// after another. Nothing is combined yet: what is summed since January, and what carries over, the recomputation finds out itself.
package struct FormColumns: Sendable {
  enum Width: UInt8, Sendable { case none, short, word, long }

  struct Column: Sendable {
    let width: Width
    /// Of its first year, and from one year to the next: in lines of 64 bytes; in 64 bits, in numbers.
    fileprivate(set) var offset: Int
    fileprivate(set) var aYear: Int
    /// The greatest sum or value of a year.
    let most: Int64
  }

  static let lanes = ScoreKernel.lanes

  package let roster: BlockRoster
  /// The year with which the columns begin, and how many there are.
  let firstYear: Int
  let years: Int
  let perYear: Int
  let counters: Int
  let lines: ColumnMemory
  let longs: [Int64]
  /// By tile × counters + counter.
  let columns: [Column]
  /// A bit a unit: by tile, year and period whether it filed; by tile, year, counter and period whether it entered the counter.
  let filed: [UInt16]
  let entered: [UInt16]
  /// By tile: units with figures of criteria themselves; they are read in ``figures``.
  let given: [UInt16]
  private(set) var figures: FigureTable?

  /// What a unit filed for a period.
  package enum Month {
    /// Aligned with the rulebook's counters.
    case counters([Int64?])
    /// Figures of criteria themselves: such a unit is left to the definition.
    case given
  }

  /// The figures in force, for a plan.
  ///
  /// - Throws: As ``init(_:from:month:)``.
  /// - Complexity: O(units × periods × counters).
  package init(_ plan: ColumnPlan, _ figures: FigureTable) throws(Problem) {
    let months = figures.months
    let first = months.indices.lazy.compactMap { months[$0].keys.min() }.min() ?? plan.scope.first.ordinal
    // A unit is asked for period after period, and its figures may have to be unpacked first.
    var open: (unit: Int, months: [Int: FigureTable.Month]) = (-1, [:])
    try self.init(plan, from: min(first, plan.scope.first.ordinal)) { unit, ordinal in
      if open.unit != unit { open = (unit, months[unit]) }
      return switch open.months[ordinal] {
      case nil: nil
      case .counters(let values)?: .counters(values)
      case .given?: .given
      }
    }
    self.figures = figures
  }

  /// - Parameter first: Ordinal of the earliest period with figures, at most the first of the plan's scope.
  /// - Parameter month: What a unit filed; `nil`: nothing. Asked once a unit and period.
  /// - Throws: S-211 for a negative counter, S-217 for one above ``Campaign/FormCounter/largest``, R-305 as ``BlockRoster``.
  package init(_ plan: ColumnPlan, from first: Int, month: (_ unit: Int, _ ordinal: Int) -> Month?) throws(Problem) {
    let definition = plan.definition
    let roster = try BlockRoster(blockOfUnit: definition.blockOf, blocks: max(1, definition.rulebook.blocks.count))
    let perYear = plan.perYear
    let (firstYear, last) = (first / perYear, plan.scope.last.ordinal)
    let years = max(0, last / perYear - firstYear + 1)
    let (count, lanes) = (plan.counters.count, Self.lanes)
    let periods = years * perYear
    var builder = Builder(years: years, perYear: perYear)
    var columns: [Column] = []
    var filed: [UInt16] = Array(repeating: 0, count: roster.tiles * periods)
    var entered: [UInt16] = Array(repeating: 0, count: roster.tiles * periods * count)
    var given: [UInt16] = Array(repeating: 0, count: roster.tiles)
    columns.reserveCapacity(roster.tiles * count)
    // By counter, period and lane; −1: not entered.
    var cells: [Int64] = Array(repeating: -1, count: count * periods * lanes)
    for tile in 0..<roster.tiles {
      for index in cells.indices { cells[index] = -1 }
      for lane in 0..<lanes where tile * lanes + lane < roster.units {
        let unit = roster.unitOfSlot[tile * lanes + lane]
        let bit: UInt16 = 1 << UInt16(lane)
        for period in 0..<periods where firstYear * perYear + period <= last {
          switch month(unit, firstYear * perYear + period) {
          case nil: break
          case .given?: given[tile] |= bit
          case .counters(let values)?:
            filed[tile * periods + period] |= bit
            for (column, counter) in plan.counters.enumerated() {
              guard counter < values.count, let value = values[counter] else { continue }
              try Self.check(value, plan, unit, firstYear * perYear + period, counter)
              cells[(column * periods + period) * lanes + lane] = value
              let (year, number) = period.quotientAndRemainder(dividingBy: perYear)
              entered[((tile * years + year) * count + column) * perYear + number] |= bit
            }
          }
        }
      }
      for (column, counter) in plan.counters.enumerated() {
        let isFlow = definition.combinations[counter] == .flow
        columns.append(builder.add(cells[column * periods * lanes..<(column + 1) * periods * lanes], isFlow: isFlow))
      }
      builder.endTile(&columns[tile * count..<(tile + 1) * count])
    }
    self.roster = roster
    self.firstYear = firstYear
    self.years = years
    self.perYear = perYear
    counters = count
    lines = builder.memory
    longs = builder.longs
    self.columns = columns
    self.filed = filed
    self.entered = entered
    self.given = given
    figures = nil
  }

  private static func check(_ value: Int64, _ plan: ColumnPlan, _ unit: Int, _ ordinal: Int, _ counter: Int) throws(Problem) {
    guard value < 0 || value > FormCounter.largest else { return }
    let book = plan.rulebook
    let period = Period(kind: plan.scope.first.kind, ordinal: ordinal)
    let place = "unit \"\(book.units[unit].id)\", period \(period), counter \"\(book.counters[counter].code)\""
    guard value >= 0 else {
      throw Problem(.negative, at: place, vi: "số đếm âm; hãy nhập số từ 0 trở lên.", en: "a negative counter; give 0 or more.")
    }
    throw Problem(.figureTooLarge, at: place, vi: "số đếm vượt quá 10^15.", en: "a counter above 10^15.")
  }

  /// Bytes of the columns, with those of what was entered.
  package var byteCount: Int { lines.byteCount + longs.count * 8 + (filed.count + entered.count) * 2 }

  /// How many columns of a tile stand in 16, in 32 and in 64 bits; those that nobody enters are not counted.
  package var widths: (short: Int, word: Int, long: Int) {
    var (short, word, long) = (0, 0, 0)
    for column in columns {
      switch column.width {
      case .none: break
      case .short: short += 1
      case .word: word += 1
      case .long: long += 1
      }
    }
    return (short, word, long)
  }

  /// A counter as it was entered; `nil` where it was not.
  func value(_ tile: Int, _ column: Int, _ year: Int, _ number: Int, _ lane: Int) -> Int64? {
    guard entered[((tile * years + year) * counters + column) * perYear + number] & (1 << UInt16(lane)) != 0 else { return nil }
    let known = columns[tile * counters + column]
    let words = { (line: Int) in lines.view(UInt32.self, at: (known.offset + line) * 64, count: Self.lanes)[lane] }
    switch known.width {
    case .none: return nil
    case .short:
      let word = words(year * known.aYear + number / 2)
      return Int64(number % 2 == 0 ? word & 0xFFFF : word >> 16)
    case .word: return Int64(words(year * known.aYear + number))
    case .long: return longs[known.offset + year * known.aYear + number * Self.lanes + lane]
    }
  }
}

extension FormColumns {
  /// Lays columns one after another.
  private struct Builder {
    let years, perYear: Int
    private var words: [UInt32] = []
    /// Those of the tile at hand, by year.
    private var pending: [[UInt32]]
    private(set) var longs: [Int64] = []

    init(years: Int, perYear: Int) {
      self.years = years
      self.perYear = perYear
      pending = Array(repeating: [], count: years)
    }

    /// Lays the years of a tile one after another.
    mutating func endTile(_ columns: inout ArraySlice<Column>) {
      let (first, aYear) = (words.count / FormColumns.lanes, (pending.first?.count ?? 0) / FormColumns.lanes)
      for index in columns.indices where columns[index].width == .short || columns[index].width == .word {
        columns[index].offset += first
        columns[index].aYear = aYear
      }
      for year in pending.indices {
        words += pending[year]
        pending[year].removeAll(keepingCapacity: true)
      }
    }

    mutating func add(_ cells: ArraySlice<Int64>, isFlow: Bool) -> Column {
      let (first, lanes) = (cells.startIndex, FormColumns.lanes)
      var (most, greatest) = (Int64(-1), Int64(0))
      for year in 0..<years {
        for lane in 0..<lanes {
          var sum: Int64 = 0
          for number in 0..<perYear {
            let value = cells[first + (year * perYear + number) * lanes + lane]
            guard value >= 0 else { continue }
            sum = isFlow ? sum + value : max(sum, value)
            greatest = max(greatest, value)
            most = max(most, sum)
          }
        }
      }
      guard most >= 0 else { return Column(width: .none, offset: 0, aYear: 0, most: 0) }
      if greatest <= Int64(UInt16.max), most <= Int64(Int32.max) {
        let offset = pending[0].count / lanes
        for year in 0..<years {
          for number in stride(from: 0, to: perYear, by: 2) {
            for lane in 0..<lanes {
              let at = first + (year * perYear + number) * lanes + lane
              let next = number + 1 < perYear ? UInt32(max(0, cells[at + lanes])) : 0
              pending[year].append(UInt32(max(0, cells[at])) | next << 16)
            }
          }
        }
        return Column(width: .short, offset: offset, aYear: 0, most: most)
      }
      if most <= Int64(Int32.max) {
        let offset = pending[0].count / lanes
        for (index, cell) in cells.enumerated() { pending[index / (perYear * lanes)].append(UInt32(max(0, cell))) }
        return Column(width: .word, offset: offset, aYear: 0, most: most)
      }
      let offset = longs.count
      for cell in cells { longs.append(max(0, cell)) }
      return Column(width: .long, offset: offset, aYear: perYear * lanes, most: most)
    }

    var memory: ColumnMemory {
      let memory = ColumnMemory(byteCount: words.count * 4)
      let view = memory.view(UInt32.self, at: 0, count: words.count)
      for (index, word) in words.enumerated() { view[index] = word }
      return memory
    }
  }
}

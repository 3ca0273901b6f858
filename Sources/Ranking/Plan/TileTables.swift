import Campaign

/// Copies of lists at fixed addresses, which nobody changes once they are made.
///
/// A pass over tiles reads them through bare pointers: an array in a class costs a reference count at each look, more than the
/// sums of 16 units. What is read lies inside the lists by construction: positions are made from the counts that they were made with.
final class TileStorage: @unchecked Sendable {
  private var blocks: [UnsafeMutableRawPointer] = []

  func copy<Element: BitwiseCopyable>(_ list: [Element]) -> UnsafePointer<Element> {
    let bytes = max(1, list.count) * MemoryLayout<Element>.stride
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    blocks.append(memory)
    let first = memory.bindMemory(to: Element.self, capacity: max(1, list.count))
    for (index, element) in list.enumerated() { (first + index).initialize(to: element) }
    return UnsafePointer(first)
  }

  deinit { for block in blocks { block.deallocate() } }
}

/// Everything that a pass over tiles looks at, as plain data.
struct TileTables: @unchecked Sendable {
  typealias Words = ScoreKernel.Words

  /// A criterion that gives points, and where its two sums stand; 0 where there is none.
  struct Leaf {
    let criterion: Int
    let numerator, denominator: Int
    let isRatio: Bool
    let least: UInt32
    let most: UInt32

    func over(_ denominator: Int) -> Leaf {
      Leaf(criterion: criterion, numerator: numerator, denominator: denominator, isRatio: isRatio, least: least, most: most)
    }
  }

  /// How a criterion is computed in single precision for a year.
  enum Way: UInt8 {
    /// A line through n ÷ d and 0, any other line, or a table.
    case ratio, mixed, table
  }

  /// A sum of several counters: it stands behind the counters, once for all leaves that read it.
  struct Sum {
    let first, count: Int
  }

  /// The greatest sums with which all periods of a year are proven for a leaf: in single precision and at all; −1: with none.
  struct Reach {
    let way: Way
    let single, most: Int64
  }

  /// What gives the points in single precision.
  struct Quick {
    let line: QuotientCoefficients
    let firstStep, steps: Int
  }

  enum Carrying: UInt8 { case sum, year, always }

  let perYear, years, counters, sumCount, leafCount, criteria, periods: Int
  /// Offset of the columns' first period; 0 or negative.
  let first: Int
  let missingCounts, zeroCounts, isIndex, unrankedWithoutFigures, hasExtended: Bool
  /// The last offset that is due.
  let due: Int
  let columns: UnsafePointer<FormColumns.Column>
  let entered, filed, given: UnsafePointer<UInt16>
  let lines: UnsafePointer<Words>
  let carrying: UnsafePointer<Carrying>
  let leaves: UnsafePointer<Leaf>
  let sums: UnsafePointer<Sum>
  let terms: UnsafePointer<ColumnPlan.Term>
  let kernels: UnsafePointer<CriterionKernel>
  let steps: UnsafePointer<StepCoefficients>
  let quotientSteps: UnsafePointer<QuotientStep>
  let quick: UnsafePointer<Quick>
  /// By criterion × periods + offset: where its ``Quick`` stands.
  let quickOf: UnsafePointer<Int32>
  /// By year × leaves + leaf, and by tile × leaves + leaf: what is proven, and the greatest sum that may come out.
  let reaches: UnsafePointer<Reach>
  let bounds: UnsafePointer<Int64>
  /// By (tile × years + year) × criteria + criterion: whom it concerns by its levels and while it is in force.
  let concerned: UnsafePointer<UInt16>
  /// By (tile × years + year) × periods of a year + period: whom anything concerns.
  let anybody: UnsafePointer<UInt16>
  let ranked, odd, extended: UnsafePointer<UInt16>
  /// By tile: where whom it concerns stands period by period, because something was set beside the levels; −1: nowhere.
  let exceptions: UnsafePointer<Int32>
  /// By that number × all periods + period, × criteria + criterion.
  let excepted: UnsafePointer<UInt16>
  let floors: UnsafePointer<Int32>
  let lanesOfByte: UnsafePointer<SIMD8<UInt32>>
  let scoresAnything: UnsafePointer<Bool>
  let published, exact: LineCoefficients

  /// Bits by tile, worked out from the roster and from what was recorded.
  struct Lists {
    /// By tile × criteria + criterion: whom it concerns by its levels.
    var concerned: [UInt16]
    /// By tile: whose block has places; who has exceptions of applicability.
    var ranked, excepted: [UInt16]
    /// By tile × periods + offset: whose total is left to the definition.
    var odd: [UInt16]
    /// By tile × all periods of the columns: who has more time than others; no list where nobody has.
    var extended: [UInt16]
  }

  init(
    _ plan: ColumnPlan, _ columns: FormColumns, _ totals: TotalKernel, _ lists: Lists, _ circumstances: CompiledCircumstances,
    _ storage: TileStorage
  ) {
    let (definition, book) = (plan.definition, plan.rulebook)
    perYear = plan.perYear
    years = columns.years
    counters = columns.counters
    criteria = definition.shapes.count
    leafCount = definition.scored.count
    periods = definition.periods
    first = columns.firstYear * plan.perYear - plan.scope.first.ordinal
    missingCounts = book.ranking.missingMonth == .missing
    zeroCounts = book.ranking.zeroDenominator == .zero
    isIndex = book.ranking.total == .index
    unrankedWithoutFigures = book.ranking.nothingFiled == .unranked
    hasExtended = !lists.extended.isEmpty
    due = plan.scope.dueThrough.map { $0.ordinal - plan.scope.first.ordinal } ?? .min
    self.columns = storage.copy(columns.columns)
    entered = storage.copy(columns.entered)
    filed = storage.copy(columns.filed)
    given = storage.copy(columns.given)
    lines = columns.lines.view(Words.self, at: 0, count: columns.lines.byteCount / 64).baseAddress.map { UnsafePointer($0) }!
    carrying = storage.copy(
      plan.counters.map { definition.combinations[$0] == .flow ? .sum : definition.combinations[$0] == .yearly ? .always : .year })
    let leaves = Self.leaves(plan, totals)
    let scored = definition.scored
    self.leaves = storage.copy(leaves.leaves)
    sums = storage.copy(leaves.sums)
    sumCount = leaves.sums.count
    terms = storage.copy(leaves.terms)
    kernels = storage.copy(plan.kernels)
    steps = storage.copy(plan.steps)
    quotientSteps = storage.copy(plan.quotientSteps)
    let quick = Self.quick(plan)
    self.quick = storage.copy(quick.list)
    quickOf = storage.copy(quick.numbers)
    reaches = storage.copy(Self.reaches(plan, columns))
    bounds = storage.copy((0..<columns.roster.tiles).flatMap { tile in scored.map { Self.bound($0, tile, plan, columns) } })
    let inForce = (0..<columns.years).map { year in book.criteria.map { $0.isInForce(in: columns.firstYear + year) } }
    let (years, perYear, criteria) = (columns.years, plan.perYear, definition.shapes.count)
    let concerned = (0..<columns.roster.tiles * years).flatMap { row in
      let (tile, year) = row.quotientAndRemainder(dividingBy: years)
      return (0..<criteria).map { inForce[year][$0] ? lists.concerned[tile * criteria + $0] : 0 }
    }
    self.concerned = storage.copy(concerned)
    ranked = storage.copy(lists.ranked)
    odd = storage.copy(lists.odd)
    extended = storage.copy(lists.extended)
    let excepted = Self.excepted(plan, columns, lists, circumstances)
    exceptions = storage.copy(excepted.numbers)
    self.excepted = storage.copy(excepted.lanes)
    anybody = storage.copy(
      (0..<columns.roster.tiles * years * perYear).map { row in
        let (tile, period) = row.quotientAndRemainder(dividingBy: years * perYear)
        let number = Int(excepted.numbers[tile])
        return scored.reduce(0) {
          $0 | (number < 0 ? concerned[(tile * years + period / perYear) * criteria + $1]
            : excepted.lanes[(number * years * perYear + period) * criteria + $1])
        }
      })
    lanesOfByte = storage.copy(Lanes.ofByte)
    floors = storage.copy(totals.floors)
    scoresAnything = storage.copy(definition.scoresAnything)
    published = totals.published ?? .nothing
    exact = totals.exact ?? .nothing
  }

  /// Whom criteria concern in a year: by criterion, and so much further for each period.
  @inline(__always)
  func concerned(_ tile: Int, _ year: Int) -> (lanes: UnsafePointer<UInt16>, aPeriod: Int) {
    let number = Int(exceptions[tile])
    if number < 0 { return (concerned + (tile * years + year) * criteria, 0) }
    return (excepted + (number * years + year) * perYear * criteria, criteria)
  }

  @inline(__always)
  func concernsAnybody(_ criterion: Int, _ tile: Int, _ year: Int, _ range: Range<Int>) -> Bool {
    let (lanes, aPeriod) = concerned(tile, year)
    if aPeriod == 0 { return lanes[criterion] != 0 }
    return range.contains { lanes[criterion + $0 * aPeriod] != 0 }
  }

  /// All ones in the lanes whose bit is set.
  @inline(__always)
  func words(_ lanes: UInt16) -> Words { Lanes.words(lanes, lanesOfByte) }
}

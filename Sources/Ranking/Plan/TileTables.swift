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

  /// A criterion that gives points, and what it adds up.
  struct Leaf {
    let criterion: Int
    let numerator, numerators, denominator, denominators: Int
    let isRatio: Bool
    /// Its figures are counters, and the demand on its denominator fits a lane.
    let fits: Bool
    let least: UInt32
    let most: UInt32
  }

  enum Carrying: UInt8 { case sum, year, always }

  let perYear, years, counters, leafCount, criteria, periods: Int
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
  let terms: UnsafePointer<ColumnPlan.Term>
  let kernels: UnsafePointer<CriterionKernel>
  let steps: UnsafePointer<StepCoefficients>
  /// All bits or none, by year × criteria + criterion.
  let inForce: UnsafePointer<UInt16>
  let concerned, ranked, odd, extended: UnsafePointer<UInt16>
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
    var terms: [ColumnPlan.Term] = []
    leaves = storage.copy(
      definition.scored.map { criterion in
        let start = terms.count
        terms += plan.numerators[criterion] + plan.denominators[criterion]
        let least = definition.minimums.isEmpty ? 1 : max(1, definition.minimums[criterion])
        return Leaf(
          criterion: criterion, numerator: start, numerators: plan.numerators[criterion].count,
          denominator: start + plan.numerators[criterion].count, denominators: plan.denominators[criterion].count,
          isRatio: definition.shapes[criterion] == .ratio,
          fits: definition.shapes[criterion] != .given && least <= 1 << 30, least: UInt32(clamping: least),
          most: UInt32(totals.most[criterion]))
      })
    self.terms = storage.copy(terms)
    kernels = storage.copy(plan.kernels)
    steps = storage.copy(plan.steps)
    inForce = storage.copy(
      (0..<columns.years).flatMap { year in
        book.criteria.map { UInt16($0.isInForce(in: columns.firstYear + year) ? 0xFFFF : 0) }
      })
    concerned = storage.copy(lists.concerned)
    ranked = storage.copy(lists.ranked)
    odd = storage.copy(lists.odd)
    extended = storage.copy(lists.extended)
    let excepted = Self.excepted(plan, columns, lists, circumstances)
    exceptions = storage.copy(excepted.numbers)
    self.excepted = storage.copy(excepted.lanes)
    lanesOfByte = storage.copy(Lanes.ofByte)
    floors = storage.copy(totals.floors)
    scoresAnything = storage.copy(definition.scoresAnything)
    published = totals.published ?? .nothing
    exact = totals.exact ?? .nothing
  }

  /// Whom the criteria concern in each period of the tiles in which something was set beside their levels.
  private static func excepted(
    _ plan: ColumnPlan, _ columns: FormColumns, _ lists: Lists, _ circumstances: CompiledCircumstances
  ) -> (numbers: [Int32], lanes: [UInt16]) {
    let definition = plan.definition
    let criteria = definition.shapes.count
    var (numbers, lanes): ([Int32], [UInt16]) = ([], [])
    var count: Int32 = 0
    for (tile, excepted) in lists.excepted.enumerated() {
      numbers.append(excepted == 0 ? -1 : count)
      guard excepted != 0 else { continue }
      count += 1
      for number in 0..<columns.years * columns.perYear {
        let period = Period(kind: plan.scope.first.kind, ordinal: columns.firstYear * columns.perYear + number)
        for criterion in 0..<criteria {
          var concerned = plan.rulebook.criteria[criterion].isInForce(in: period.year) ? lists.concerned[tile * criteria + criterion] : 0
          var left = excepted
          while left != 0 {
            let lane = left.trailingZeroBitCount
            left &= left - 1
            let unit = columns.roster.unitOfSlot[tile * ScoreKernel.lanes + lane]
            concerned &= ~(1 << UInt16(lane))
            if definition.concerns(unit, criterion, period, circumstances) { concerned |= 1 << UInt16(lane) }
          }
          lanes.append(concerned)
        }
      }
    }
    return (numbers, lanes)
  }

  /// All ones in the lanes whose bit is set.
  @inline(__always)
  func words(_ lanes: UInt16) -> Words { Lanes.words(lanes, lanesOfByte) }
}

import Campaign

/// The lists of a plan and its columns, worked out before a pass.
extension TileTables {
  /// Leaves, and the sums of several counters, each once.
  static func leaves(_ plan: ColumnPlan, _ totals: TotalKernel) -> (leaves: [Leaf], sums: [Sum], terms: [ColumnPlan.Term]) {
    let definition = plan.definition
    var sums: [Sum] = []
    var terms: [ColumnPlan.Term] = []
    var places: [[ColumnPlan.Term]: Int] = [:]
    func place(_ list: [ColumnPlan.Term]) -> Int {
      if let known = places[list] { return known }
      if list.isEmpty { return 0 }
      if list.count == 1, !list[0].negative { return list[0].counter }
      sums.append(Sum(first: terms.count, count: list.count))
      terms += list
      places[list] = plan.counters.count + sums.count - 1
      return plan.counters.count + sums.count - 1
    }
    let leaves = definition.scored.map { criterion in
      Leaf(
        criterion: criterion, numerator: place(plan.numerators[criterion]),
        denominator: definition.shapes[criterion] == .ratio ? place(plan.denominators[criterion]) : -1,
        isRatio: definition.shapes[criterion] == .ratio,
        least: definition.shapes[criterion] == .ratio ? UInt32(clamping: least(criterion, definition)) : 1,
        most: UInt32(totals.most[criterion]))
    }
    // A plain number is over 1, which stands behind all sums.
    let one = plan.counters.count + sums.count
    return (leaves.map { $0.denominator < 0 ? $0.over(one) : $0 }, sums, terms)
  }

  private static func least(_ criterion: Int, _ definition: RankingPlan) -> Int64 {
    definition.minimums.isEmpty ? 1 : max(1, definition.minimums[criterion])
  }

  /// Kernels in single precision, each once.
  static func quick(_ plan: ColumnPlan) -> (list: [Quick], numbers: [Int32]) {
    var list: [Quick] = []
    var known: [QuotientCoefficients: Int32] = [:]
    let numbers = plan.kernels.map { kernel -> Int32 in
      if kernel.kind == .table {
        list.append(Quick(line: .nothing, firstStep: kernel.firstStep, steps: kernel.steps))
        return Int32(list.count - 1)
      }
      guard let line = kernel.quotient else { return 0 }
      if let number = known[line] { return number }
      list.append(Quick(line: line, firstStep: 0, steps: 0))
      known[line] = Int32(list.count - 1)
      return Int32(list.count - 1)
    }
    return (list, numbers)
  }

  static func reaches(_ plan: ColumnPlan, _ columns: FormColumns) -> [Reach] {
    let definition = plan.definition
    let first = columns.firstYear * plan.perYear - plan.scope.first.ordinal
    return (0..<columns.years).flatMap { year in
      definition.scored.map { criterion in
        guard definition.shapes[criterion] != .given, least(criterion, definition) <= LineCoefficients.largest else {
          return Reach(way: .ratio, single: -1, most: -1)
        }
        let offsets = (first + year * plan.perYear..<first + (year + 1) * plan.perYear).clamped(to: 0..<definition.periods)
        let kernels = offsets.map { plan.kernel(criterion, $0) }
        let most = kernels.reduce(LineCoefficients.largest) { min($0, $1.kind == .definition ? -1 : $1.most) }
        let isRatio = definition.shapes[criterion] == .ratio
        let isMixed = kernels.contains { $0.quotient?.isMixed ?? false }
        let way: Way = kernels.allSatisfy { $0.kind == .table } ? .table : isMixed ? .mixed : .ratio
        let isOne = way == .table || isRatio && kernels.allSatisfy { $0.quotient != nil }
        let single = kernels.reduce(most) { min($0, isOne ? $1.mostInSingle : -1) }
        return Reach(way: way, single: single > 0 ? single : -1, most: most)
      }
    }
  }

  /// The greatest sum that may come out of a tile, of either sign; the largest number where a column stands in 64 bits.
  static func bound(_ criterion: Int, _ tile: Int, _ plan: ColumnPlan, _ columns: FormColumns) -> Int64 {
    func greatest(_ terms: [ColumnPlan.Term]) -> Int64 {
      terms.reduce(0) { sum, term in
        let column = columns.columns[tile * columns.counters + term.counter]
        return column.width == .long || sum == .max ? .max : sum + column.most
      }
    }
    return max(greatest(plan.numerators[criterion]), greatest(plan.denominators[criterion]))
  }

  /// Whom the criteria concern in each period of the tiles in which something was set beside their levels.
  static func excepted(
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
}

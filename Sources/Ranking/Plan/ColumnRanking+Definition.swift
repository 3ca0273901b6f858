import Campaign

/// Where the definition answers in place of a vector.
extension ColumnRanking {
  /// Points in the units of a lane.
  ///
  /// - Parameter d: Positive; `nil` for a plain number.
  func defined(_ criterion: Int, _ offset: Int, _ n: Int128, over d: Int128?, leader: Fraction? = nil) -> Int64 {
    let definition = plan.definition
    let position = criterion * definition.periods + offset
    let kernel = d == nil ? definition.plain[position] : definition.percent[position]
    if leader == nil, let fast = kernel.points(n, d ?? 1, steps: definition.steps) { return fast / totals.earnedUnit }
    let value = d.map { Fraction(100 * n, $0) } ?? Fraction(n, 1)
    let period = Period(kind: definition.scope.first.kind, ordinal: definition.scope.first.ordinal + offset)
    let points = definition.rulebook.criteria[criterion].score(value, in: period, decimals: definition.rulebook.decimals, leader: leader)
    return (points ?? .zero).millionths / totals.earnedUnit
  }

  /// A criterion of a year, lane by lane.
  func define(
    _ criterion: Int, _ tile: Int, _ year: Int, _ first: Int, _ range: Range<Int>, _ tables: TileTables, _ scratch: TileScratch.Pointers
  ) {
    let definition = plan.definition
    let perYear = plan.perYear
    let settings = definition.rulebook.ranking
    let isLed = definition.led.contains(criterion)
    let sums = CriterionSums(columns, plan, criterion, tile, through: year)
    let (concerned, aPeriod) = tables.concerned(tile, year)
    for number in range {
      var lanes = concerned[criterion + number * aPeriod]
      if settings.missingMonth == .missing { lanes &= columns.filed[(tile * columns.years + year) * perYear + number] }
      let period = Period(kind: definition.scope.first.kind, ordinal: definition.scope.first.ordinal + first + number)
      while lanes != 0 {
        let lane = lanes.trailingZeroBitCount
        lanes &= lanes - 1
        let measured = sums.measured(year * perYear + number, lane)
        if case .ratio(_, let d) = measured, !definition.minimums.isEmpty, d < definition.minimums[criterion] { continue }
        if measured.fraction == nil, settings.zeroDenominator == .notApplicable { continue }
        if isLed, !(definition.scope.closedThrough.map { period <= $0 } ?? false) {
          scratch.held[number][lane] &+= UInt32(totals.most[criterion])
          scratch.waiting[number] |= 1 << UInt16(lane)
          continue
        }
        scratch.applicable[number][lane] &+= UInt32(totals.most[criterion])
        let unit = columns.roster.unitOfSlot[tile * ScoreKernel.lanes + lane]
        let leader = isLed ? definition.leader(criterion, unit, first + number, circumstances) : nil
        switch measured {
        case .ratio(let n, let d):
          scratch.earned[number][lane] &+= UInt32(defined(criterion, first + number, n, over: d, leader: leader))
        case .number(let value):
          scratch.earned[number][lane] &+= UInt32(defined(criterion, first + number, value.numerator, over: nil, leader: leader))
        case .zeroDenominator, .absent: break
        }
      }
    }
  }

  /// Units with figures of criteria themselves.
  func define(_ tile: Int, into result: ColumnStandings) {
    guard let figures = columns.figures else { return }
    let definition = plan.definition
    var lanes = columns.given[tile]
    while lanes != 0 {
      let slot = tile * ScoreKernel.lanes + lanes.trailingZeroBitCount
      lanes &= lanes - 1
      let unit = columns.roster.unitOfSlot[slot]
      // Only weighted values leave the range, and a plan with them takes no columns.
      try? definition.walk(unit, figures, circumstances) { offset, _, leaves, filed, due in
        let standing = definition.summed(leaves, unit: unit, offset: offset, filed: filed, due: due, circumstances)
        result.set(standing, slot: slot, offset: offset)
      }
    }
  }

  /// The best value of each block, from the columns.
  static func leaders(_ plan: ColumnPlan, _ columns: FormColumns, _ circumstances: CompiledCircumstances) throws(Problem) -> [Fraction?] {
    let definition = plan.definition
    if let figures = columns.figures, columns.given.contains(where: { $0 != 0 }) {
      return (try? definition.leaders(figures, circumstances)) ?? []
    }
    let (scope, settings) = (definition.scope, definition.rulebook.ranking)
    var best: [Fraction?] = Array(repeating: nil, count: definition.led.count * definition.rulebook.blocks.count * definition.periods)
    guard let closed = scope.closedThrough else { return best }
    for (position, criterion) in definition.led.enumerated() {
      for tile in 0..<columns.roster.tiles {
        let sums = CriterionSums(columns, plan, criterion, tile, through: columns.years - 1)
        for offset in 0..<definition.periods {
          let period = Period(kind: scope.first.kind, ordinal: scope.first.ordinal + offset)
          guard period <= closed else { break }
          let number = period.ordinal - columns.firstYear * columns.perYear
          for lane in 0..<ScoreKernel.lanes where tile * ScoreKernel.lanes + lane < columns.roster.units {
            let unit = columns.roster.unitOfSlot[tile * ScoreKernel.lanes + lane]
            if settings.missingMonth == .missing, !columns.filed(tile, number, lane) { continue }
            guard definition.concerns(unit, criterion, period, circumstances), !circumstances.isWithheld(unit, offset, definition) else {
              continue
            }
            let measured = sums.measured(number, lane)
            if case .ratio(_, let d) = measured, !definition.minimums.isEmpty, d < definition.minimums[criterion] { continue }
            guard let value = measured.fraction, value.numerator > 0 else { continue }
            let slot = definition.slot(position, definition.blockOf[unit], offset)
            if best[slot].map({ value.isGreater(than: $0) }) ?? true { best[slot] = value }
          }
        }
      }
    }
    return best
  }
}

extension FormColumns {
  func filed(_ tile: Int, _ period: Int, _ lane: Int) -> Bool { filed[tile * years * perYear + period] & (1 << UInt16(lane)) != 0 }
}

/// A criterion's sums of a tile, period by period from the first year on, exact for whatever was filed.
struct CriterionSums {
  private let isRatio: Bool
  private var numerators: [Int64?] = []
  private var denominators: [Int64?] = []

  init(_ columns: FormColumns, _ plan: ColumnPlan, _ criterion: Int, _ tile: Int, through year: Int) {
    isRatio = plan.definition.shapes[criterion] == .ratio
    let count = (year + 1) * columns.perYear * FormColumns.lanes
    func sums(_ terms: [ColumnPlan.Term]) -> [Int64?] {
      var sums: [Int64?] = Array(repeating: terms.isEmpty ? nil : 0, count: count)
      for term in terms {
        let combination = plan.definition.combinations[plan.counters[term.counter]]
        for lane in 0..<FormColumns.lanes {
          var value: Int64?
          for period in 0..<(year + 1) * columns.perYear {
            let (year, number) = period.quotientAndRemainder(dividingBy: columns.perYear)
            if number == 0, combination != .yearly { value = nil }
            if let entered = columns.value(tile, term.counter, year, number, lane) {
              value = combination == .flow ? (value ?? 0) + entered : entered
            }
            let at = period * FormColumns.lanes + lane
            if let value, let sum = sums[at] { sums[at] = term.negative ? sum - value : sum + value } else { sums[at] = nil }
          }
        }
      }
      return sums
    }
    numerators = sums(plan.numerators[criterion])
    if isRatio { denominators = sums(plan.denominators[criterion]) }
  }

  func measured(_ period: Int, _ lane: Int) -> Measured {
    let at = period * FormColumns.lanes + lane
    guard let n = numerators[at] else { return .absent }
    guard isRatio else { return .number(Fraction(Int128(n), 1)) }
    guard let d = denominators[at] else { return .absent }
    return d > 0 ? .ratio(Int128(n), Int128(d)) : .zeroDenominator
  }
}

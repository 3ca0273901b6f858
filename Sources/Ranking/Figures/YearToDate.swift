package import Campaign

/// What a criterion measures of a unit from the start of the year to a period, exactly.
package enum Measured: Sendable {
  /// In percent: 100 × numerator ÷ denominator; the denominator is positive.
  case ratio(Int128, Int128)
  case number(Fraction)
  case zeroDenominator
  /// Nothing was ever entered for it.
  case absent

  /// The value as rules and scoring functions see it: percent for ratios.
  package var fraction: Fraction? {
    switch self {
    case .ratio(let n, let d): Fraction(100 * n, d)
    case .number(let v): v
    case .zeroDenominator, .absent: nil
    }
  }
}

/// Carries one unit's figures through the months of a year.
///
/// Ratios over months are ratios of sums, never means of ratios (domain 2.2, convention 4).
package struct YearToDate {
  private static let unknown = Int64.min

  private let plan: RankingPlan
  // The plan's lists once more: a list reached through a class costs a reference count at each look.
  private let shapes: [RankingPlan.Shape]
  private let sums: [(numerator: Range<Int>, denominator: Range<Int>)]
  private let terms: [CounterSum.Term]
  private let combinations: [Combination]
  /// Figures of criteria themselves were added.
  private var sawGiven = false
  private var year = Int.min
  // Sums of a year stay below 12 × 10^15.
  private var counters: [Int64]
  private var numerators: [Int128?]
  private var denominators: [Int128]
  private var values: [Fraction?]

  init(_ plan: RankingPlan) {
    self.plan = plan
    shapes = plan.shapes
    sums = plan.sums
    terms = plan.terms
    combinations = plan.combinations
    counters = Array(repeating: Self.unknown, count: combinations.count)
    numerators = Array(repeating: nil, count: plan.shapes.count)
    denominators = Array(repeating: 0, count: plan.shapes.count)
    values = Array(repeating: nil, count: plan.shapes.count)
  }

  /// Begins a period, in ascending order; a new year forgets all but what is known for good.
  mutating func enter(_ period: Period) {
    guard period.year != year else { return }
    year = period.year
    for index in counters.indices where combinations[index] != .yearly { counters[index] = Self.unknown }
    guard sawGiven else { return }
    for index in numerators.indices where plan.rulebook.criteria[index].metric != .given(.yearly) {
      numerators[index] = nil
      denominators[index] = 0
      values[index] = nil
    }
  }

  mutating func add(_ month: FigureTable.Month) {
    switch month {
    case .counters(let entered):
      for index in entered.indices {
        guard let value = entered[index] else { continue }
        if combinations[index] == .flow, counters[index] != Self.unknown {
          counters[index] += value
        } else {
          counters[index] = value
        }
      }
    case .given(let given):
      sawGiven = true
      for index in given.indices {
        guard let figure = given[index] else { continue }
        add(figure, to: index)
      }
    }
  }

  private mutating func add(_ figure: GivenFigure, to index: Int) {
    var combination: Combination?
    if case .given(let declared) = plan.rulebook.criteria[index].metric { combination = declared }
    switch figure {
    case .ratio(let n, let d):
      if (combination ?? .flow) == .flow {
        numerators[index] = (numerators[index] ?? 0) + Int128(n)
        denominators[index] += Int128(d)
      } else {
        numerators[index] = Int128(n)
        denominators[index] = Int128(d)
      }
      values[index] = nil
    case .value(let v):
      let scaled = v.fraction
      if combination == .flow, let old = values[index] {
        let common = max(old.denominator, scaled.denominator)
        values[index] = Fraction(
          old.numerator * (common / old.denominator) + scaled.numerator * (common / scaled.denominator), common)
      } else {
        values[index] = scaled
      }
      numerators[index] = nil
      denominators[index] = 0
    }
  }

  /// What a criterion measures now.
  package func measured(_ criterion: Int) -> Measured {
    if sawGiven {
      if let value = values[criterion] { return .number(value) }
      if let n = numerators[criterion] { return ratio(n, denominators[criterion]) }
    }
    switch shapes[criterion] {
    case .ratio:
      guard let n = sum(sums[criterion].numerator), let d = sum(sums[criterion].denominator) else { return .absent }
      return ratio(Int128(n), Int128(d))
    case .count: return sum(sums[criterion].numerator).map { .number(Fraction(Int128($0), 1)) } ?? .absent
    case .given: return .absent
    }
  }

  private func ratio(_ n: Int128, _ d: Int128) -> Measured { d > 0 ? .ratio(n, d) : .zeroDenominator }

  private func sum(_ range: Range<Int>) -> Int64? {
    var total: Int64 = 0
    for index in range {
      let term = terms[index]
      let value = counters[term.counter]
      guard value != Self.unknown else { return nil }
      total += term.negative ? -value : value
    }
    return total
  }
}

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
  private let rulebook: Rulebook
  private var year = Int.min
  private var counters: [Int64?]
  private var numerators: [Int128?]
  private var denominators: [Int128]
  private var values: [Fraction?]

  package init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    counters = Array(repeating: nil, count: rulebook.counters.count)
    numerators = Array(repeating: nil, count: rulebook.criteria.count)
    denominators = Array(repeating: 0, count: rulebook.criteria.count)
    values = Array(repeating: nil, count: rulebook.criteria.count)
  }

  /// Begins a period, in ascending order; a new year forgets all but what is known for good.
  package mutating func enter(_ period: Period) {
    guard period.year != year else { return }
    year = period.year
    for index in counters.indices where rulebook.counters[index].combination != .yearly { counters[index] = nil }
    for index in numerators.indices where rulebook.criteria[index].metric != .given(.yearly) {
      numerators[index] = nil
      denominators[index] = 0
      values[index] = nil
    }
  }

  package mutating func add(_ month: FigureTable.Month) {
    switch month {
    case .counters(let entered):
      for index in entered.indices {
        guard let value = entered[index] else { continue }
        switch rulebook.counters[index].combination {
        case .flow: counters[index] = (counters[index] ?? 0) + value
        case .stock, .cumulative, .yearly: counters[index] = value
        }
      }
    case .given(let given):
      for index in given.indices {
        guard let figure = given[index] else { continue }
        add(figure, to: index)
      }
    }
  }

  private mutating func add(_ figure: GivenFigure, to index: Int) {
    var combination: Combination?
    if case .given(let declared) = rulebook.criteria[index].metric { combination = declared }
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
    }
  }

  /// What a criterion measures now.
  package func measured(_ criterion: Int) -> Measured {
    if let value = values[criterion] { return .number(value) }
    if let n = numerators[criterion] { return ratio(n, denominators[criterion]) }
    switch rulebook.criteria[criterion].metric {
    case .ratio(let numerator, let denominator):
      guard let n = sum(numerator), let d = sum(denominator) else { return .absent }
      return ratio(n, d)
    case .count(let terms):
      return sum(terms).map { .number(Fraction($0, 1)) } ?? .absent
    case .given: return .absent
    }
  }

  private func ratio(_ n: Int128, _ d: Int128) -> Measured { d > 0 ? .ratio(n, d) : .zeroDenominator }

  private func sum(_ terms: CounterSum) -> Int128? {
    var total: Int128 = 0
    for term in terms.terms {
      guard let value = counters[term.counter] else { return nil }
      total += term.negative ? -Int128(value) : Int128(value)
    }
    return total
  }
}

import Campaign

/// What a criterion measures, summed anew from every month that was filed.
struct NaiveFigures {
  let rulebook: Rulebook
  let months: [Int: NaiveRanking.Raw]

  /// `nil`: nothing was entered, or there were no cases. Ratios count in percent.
  func value(_ criterion: Criterion, _ period: Period) -> Ratio? {
    if let given = given(criterion, period) {
      switch given {
      case .value(let value): return value
      case .ratio(let n, let d): return percent(n, d)
      }
    }
    switch criterion.metric {
    case .given: return nil
    case .count(let sum): return terms(sum, period).map { Ratio($0) }
    case .ratio(let numerator, let denominator):
      guard let n = terms(numerator, period), let d = terms(denominator, period) else { return nil }
      return percent(n, d)
    }
  }

  /// How many cases a ratio has; `nil` for what is no ratio.
  func cases(_ criterion: Criterion, _ period: Period) -> Int128? {
    if let given = given(criterion, period) {
      if case .ratio(_, let d) = given { return d }
      return nil
    }
    guard case .ratio(let numerator, let denominator) = criterion.metric, terms(numerator, period) != nil else { return nil }
    return terms(denominator, period)
  }

  private enum Given { case value(Ratio), ratio(Int128, Int128) }

  private func percent(_ n: Int128, _ d: Int128) -> Ratio? { d > 0 ? Ratio(100 * n, d) : nil }

  private func terms(_ sum: CounterSum, _ period: Period) -> Int128? {
    var total: Int128 = 0
    for term in sum.terms {
      guard let value = counter(rulebook.counters[term.counter], period) else { return nil }
      total += term.negative ? -value : value
    }
    return total
  }

  private func counter(_ counter: FormCounter, _ period: Period) -> Int128? {
    var known: [Int128] = []
    for ordinal in months.keys.sorted() where ordinal <= period.ordinal {
      let sameYear = ordinal / (12 / period.kind.months) == period.year
      guard sameYear || counter.combination == .yearly, case .counters(let figures)? = months[ordinal] else { continue }
      if let value = figures[counter.code] { known.append(Int128(value)) }
    }
    guard !known.isEmpty else { return nil }
    return counter.combination == .flow ? known.reduce(0, +) : known.last
  }

  private func given(_ criterion: Criterion, _ period: Period) -> Given? {
    var declared: Combination?
    if case .given(let combination) = criterion.metric { declared = combination }
    var result: Given?
    for ordinal in months.keys.sorted() where ordinal <= period.ordinal {
      let sameYear = ordinal / (12 / period.kind.months) == period.year
      guard sameYear || declared == .yearly, case .given(let figures)? = months[ordinal] else { continue }
      switch (figures[criterion.code], result) {
      case (nil, _): break
      case (.value(let v)?, .value(let old)?) where declared == .flow: result = .value(old + Ratio(decimal: v.description))
      case (.value(let v)?, _): result = .value(Ratio(decimal: v.description))
      case (.ratio(let n, let d)?, .ratio(let a, let b)?) where declared == nil || declared == .flow:
        result = .ratio(a + Int128(n), b + Int128(d))
      case (.ratio(let n, let d)?, _): result = .ratio(Int128(n), Int128(d))
      }
    }
    return result
  }
}

/// Points before the one rounding, from the table of `scoring` in `Protocol/Rulebook.md`.
enum NaiveScoring {
  static func points(_ criterion: Criterion, _ value: Ratio, _ period: Period) -> Ratio {
    let most = Ratio(Int128(criterion.points.millionths), 1_000_000)
    let higher = criterion.direction == .higher
    func at(_ time: ValueByTime) -> Ratio? { time.value(in: period).map { Ratio(decimal: $0.description) } }
    switch criterion.scoring {
    case .bin(let target):
      guard let t = at(target) else { return Ratio(0) }
      return (higher ? t <= value : value <= t) ? most : Ratio(0)
    case .prop(let target):
      guard let t = at(target) else { return Ratio(0) }
      return most * (value / t).clamped()
    case .floor(let target, let floor):
      guard let t = at(target), let f = at(floor) else { return Ratio(0) }
      return most * ((value - f) / (t - f)).clamped()
    case .step(let steps):
      for step in steps {
        let at = Ratio(decimal: step.at.description)
        if higher ? at <= value : value <= at { return most * Ratio(decimal: step.share.description) }
      }
      return Ratio(0)
    case .deduction(let each, let cap):
      let least = most - (cap.map { Ratio(decimal: $0.description) } ?? most)
      let left = most - value * Ratio(decimal: each.description)
      return most < left ? most : left < least ? least : left
    case .count(let each, let cap):
      let top = cap.map { Ratio(decimal: $0.description) } ?? most
      return top * (value * Ratio(decimal: each.description) / top).clamped()
    case .leader: preconditionFailure("The best of the block is not known to one unit.")
    case .weight(let weight):
      return at(weight).map { $0 * value } ?? Ratio(0)
    case nil: return Ratio(0)
    }
  }
}

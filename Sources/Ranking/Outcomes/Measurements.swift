import Campaign

/// What criteria measure of each unit at the ends of some periods, from one walk over the figures.
struct Measurements {
  private struct Key: Hashable {
    let criterion: Int
    let ordinal: Int
  }
  private struct Sample {
    let unit: Int
    let measured: Measured
    /// Something was filed for the period itself.
    let filed: Bool
  }

  private let standings: Standings
  private var samples: [Key: [Sample]] = [:]

  /// - Parameter wanted: By criterion, periods of the campaign's kind; those outside the standings' scope have no samples.
  /// - Complexity: O(figures of the years that are wanted), once.
  init(_ standings: Standings, wanted: [Int: Set<Period>]) {
    self.standings = standings
    let (rulebook, scope) = (standings.rulebook, standings.scope)
    var byOrdinal: [Int: [Int]] = [:]
    for (criterion, periods) in wanted {
      for period in periods where scope.first <= period && period <= scope.last && rulebook.criteria[criterion].isInForce(in: period.year) {
        byOrdinal[period.ordinal, default: []].append(criterion)
      }
    }
    guard !byOrdinal.isEmpty else { return }
    let ordinals = byOrdinal.keys.sorted()
    var samples: [Key: [Sample]] = [:]
    let settled = standings.settled
    for unit in rulebook.units.indices {
      standings.plan.measure(unit, standings.figures, wanted: ordinals) { ordinal, state in
        let period = Period(kind: scope.first.kind, ordinal: ordinal)
        for criterion in byOrdinal[ordinal] ?? [] where standings.plan.concerns(unit, criterion, period, settled) {
          samples[Key(criterion: criterion, ordinal: ordinal), default: []].append(
            Sample(
              unit: unit, measured: state.measured(criterion), filed: standings.figures.hasFigures(of: criterion, unit, ordinal)))
        }
      }
    }
    self.samples = samples
  }

  /// What a criterion measures of some units together, over one period or the sum of several years' ends.
  ///
  /// Ratios over units and years are ratios of sums, never means of ratios (domain 2.2, convention 4); numbers are summed over
  /// units and averaged over years.
  ///
  /// - Parameter periods: Closed periods of the scope, at least one.
  /// - Parameter units: Whom the rule speaks of, by index in the roster.
  func value(of criterion: Int, in periods: [Period], units: Set<Int>) -> (value: Known<Fraction>, isRatio: Bool) {
    var numerator: Int128 = 0
    var denominator: Int128 = 0
    var number: Fraction?
    var nothingOccurred = false
    for period in periods {
      guard standings.rulebook.criteria[criterion].isInForce(in: period.year) else {
        return (.unknown(.notApplicable, .noTarget), false)
      }
      let all = (samples[Key(criterion: criterion, ordinal: period.ordinal)] ?? []).filter { units.contains($0.unit) }
      guard !all.isEmpty else { return (.unknown(.notApplicable, .zeroDenominator), false) }
      let needsFiling = standings.rulebook.ranking.missingMonth == .missing
      guard all.contains(where: { needsFiling ? $0.filed : !$0.measured.isAbsent }) else {
        return (.unknown(.missing, .notSubmitted), false)
      }
      for sample in all {
        switch sample.measured {
        case .ratio(let n, let d):
          numerator += n
          denominator += d
        case .number(let value):
          guard let sum = (number ?? Fraction(0, 1)).plus(value) else { return (.unknown(.undetermined, .outOfRange), false) }
          number = sum
        case .zeroDenominator: nothingOccurred = true
        case .absent: break
        }
      }
    }
    if let number {
      let mean = number.divided(by: Fraction(Int128(periods.count), 1))
      return (mean.map { .value($0) } ?? .unknown(.undetermined, .outOfRange), false)
    }
    if denominator > 0 { return (.value(Fraction(100 * numerator, denominator)), true) }
    return (nothingOccurred ? .unknown(.notApplicable, .zeroDenominator) : .unknown(.missing, .notSubmitted), true)
  }
}

extension Measured {
  fileprivate var isAbsent: Bool { if case .absent = self { true } else { false } }
}

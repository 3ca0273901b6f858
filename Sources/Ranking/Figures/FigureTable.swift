public import Campaign

/// The figures in force of a campaign: what each unit last filed for each period.
///
/// A table is a value: an older one stays readable while a newer one is made.
public struct FigureTable: Sendable {
  package enum Month: Sendable {
    /// Aligned with ``Rulebook/counters``; `nil` where the unit does not enter the counter.
    case counters([Int64?])
    /// Aligned with ``Rulebook/criteria``; `nil` where no figure was given.
    case given([GivenFigure?])
  }
  /// One dictionary a unit, in roster order, by the period's ordinal.
  package private(set) var months: [[Int: Month]]

  /// An empty table for a rulebook's roster.
  public init(for rulebook: Rulebook) { months = Array(repeating: [:], count: rulebook.units.count) }

  /// Puts a filing in force, in place of an earlier revision of the same unit and period.
  ///
  /// - Parameter filing: Validated against the same rulebook.
  /// - Complexity: O(counters).
  public mutating func put(_ filing: Filing, under rulebook: Rulebook) {
    guard let unit = rulebook.unitIndex[filing.unit] else { return }
    var values: [Int64?] = Array(repeating: nil, count: rulebook.counters.count)
    for (counter, value) in filing.figures {
      if let index = rulebook.counterIndex[counter] { values[index] = value }
    }
    months[unit][filing.period.ordinal] = .counters(values)
  }

  /// Puts a figure of a criterion itself in force.
  public mutating func put(_ row: FigureFile.Row, under rulebook: Rulebook) {
    var given: [GivenFigure?]
    if case .given(let known) = months[row.unit][row.period.ordinal] {
      given = known
    } else {
      given = Array(repeating: nil, count: rulebook.criteria.count)
    }
    months[row.unit].removeValue(forKey: row.period.ordinal)
    given[row.criterion] = row.figure
    months[row.unit][row.period.ordinal] = .given(given)
  }

  /// Puts a whole month in force, as it stands in a table of the same rulebook.
  package mutating func put(_ month: Month, unit: Int, ordinal: Int) { months[unit][ordinal] = month }

  /// Whether a unit filed anything about a criterion for a period.
  package func hasFigures(of criterion: Int, _ unit: Int, _ ordinal: Int) -> Bool {
    switch months[unit][ordinal] {
    case nil: false
    case .given(let given)?: given[criterion] != nil
    case .counters?: true
    }
  }

  /// Ordinals of the periods in which at least one unit has figures, ascending.
  package var ordinals: [Int] { Set(months.flatMap(\.keys)).sorted() }
}

extension FigureTable {
  /// The earliest period with figures.
  package func firstPeriod(_ kind: PeriodKind) -> Period? { ordinals.first.map { Period(kind: kind, ordinal: $0) } }
}

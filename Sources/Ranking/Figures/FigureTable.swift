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
  private var stored: [[Int: Month]] = []
  /// Where the figures are kept elsewhere; ``stored`` is empty then.
  private var source: (any FigureSource)?

  /// An empty table for a rulebook's roster.
  public init(for rulebook: Rulebook) { stored = Array(repeating: [:], count: rulebook.units.count) }

  /// Figures that are kept elsewhere, and read a unit at a time.
  package init(_ source: any FigureSource) { self.source = source }

  /// By unit, in roster order.
  package var months: Months { Months(stored: stored, source: source) }

  /// What units filed.
  ///
  /// - Complexity: O(1) a look; O(figures of the unit) where they are kept elsewhere.
  package struct Months: Sendable {
    fileprivate let stored: [[Int: Month]]
    fileprivate let source: (any FigureSource)?

    package var indices: Range<Int> { 0..<(source?.units ?? stored.count) }
    package subscript(_ unit: Int) -> [Int: Month] { source?.months(of: unit, .min ... .max) ?? stored[unit] }

    /// Those of some periods; where all are at hand, others may be among them.
    subscript(_ unit: Int, _ ordinals: ClosedRange<Int>) -> [Int: Month] { source?.months(of: unit, ordinals) ?? stored[unit] }
  }

  private mutating func own() {
    guard let source else { return }
    stored = (0..<source.units).map { source.months(of: $0, .min ... .max) }
    self.source = nil
  }

  /// Puts a filing in force, in place of an earlier revision of the same unit and period.
  ///
  /// - Parameter filing: Validated against the same rulebook.
  /// - Complexity: O(counters).
  public mutating func put(_ filing: Filing, under rulebook: Rulebook) {
    guard let unit = rulebook.unitIndex[filing.unit] else { return }
    own()
    var values: [Int64?] = Array(repeating: nil, count: rulebook.counters.count)
    for (counter, value) in filing.figures {
      if let index = rulebook.counterIndex[counter] { values[index] = value }
    }
    stored[unit][filing.period.ordinal] = .counters(values)
  }

  /// Puts a figure of a criterion itself in force.
  public mutating func put(_ row: FigureFile.Row, under rulebook: Rulebook) {
    own()
    var given: [GivenFigure?]
    if case .given(let known) = stored[row.unit][row.period.ordinal] {
      given = known
    } else {
      given = Array(repeating: nil, count: rulebook.criteria.count)
    }
    stored[row.unit].removeValue(forKey: row.period.ordinal)
    given[row.criterion] = row.figure
    stored[row.unit][row.period.ordinal] = .given(given)
  }

  /// Puts a whole month in force, as it stands in a table of the same rulebook.
  package mutating func put(_ month: Month, unit: Int, ordinal: Int) {
    own()
    stored[unit][ordinal] = month
  }

  /// Whether a unit filed anything about a criterion for a period.
  package func hasFigures(of criterion: Int, _ unit: Int, _ ordinal: Int) -> Bool {
    if let source { return source.hasFigures(unit, ordinal) }
    return switch stored[unit][ordinal] {
    case nil: false
    case .given(let given)?: given[criterion] != nil
    case .counters?: true
    }
  }

  /// Ordinals of the periods in which at least one unit has figures, ascending.
  package var ordinals: [Int] { Set(months.indices.flatMap { months[$0].keys }).sorted() }
}

extension FigureTable {
  /// The earliest period with figures.
  package func firstPeriod(_ kind: PeriodKind) -> Period? { ordinals.first.map { Period(kind: kind, ordinal: $0) } }
}

/// Filings of counters that are kept outside a table.
package protocol FigureSource: Sendable {
  /// How many units the roster has.
  var units: Int { get }
  /// What a unit filed of some periods, by the period's ordinal.
  func months(of unit: Int, _ ordinals: ClosedRange<Int>) -> [Int: FigureTable.Month]
  /// Whether the unit filed the period.
  func hasFigures(_ unit: Int, _ ordinal: Int) -> Bool
}

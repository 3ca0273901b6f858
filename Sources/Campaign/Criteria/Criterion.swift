/// A number that may change with time.
public struct ValueByTime: Sendable, Hashable {
  package enum Shape: Sendable, Hashable {
    case steps([Step])          // ascending; each holds until the next
    case byMonth([ExactDecimal])  // twelve
  }
  package struct Step: Sendable, Hashable {
    package let fromYear: Int
    package let fromMonth: Int
    package let value: ExactDecimal
  }
  package let shape: Shape

  package init(_ shape: Shape) { self.shape = shape }
  public init(_ constant: ExactDecimal) { shape = .steps([Step(fromYear: 0, fromMonth: 1, value: constant)]) }

  /// The value in a period; `nil` before the first entry.
  public func value(in period: Period) -> ExactDecimal? {
    switch shape {
    case .byMonth(let twelve): return twelve[period.month - 1]
    case .steps(let steps):
      return steps.last { ($0.fromYear, $0.fromMonth) <= (period.year, period.month) }?.value
    }
  }

  /// The value that holds at the end of a year.
  public func value(inYear year: Int) -> ExactDecimal? {
    Period(kind: .calendarMonth, year: year, month: 12).flatMap(value(in:))
  }

  package var all: [ExactDecimal] {
    switch shape {
    case .byMonth(let twelve): twelve
    case .steps(let steps): steps.map(\.value)
    }
  }
}

public enum Direction: String, Sendable { case higher, lower }

/// What a criterion measures.
public enum Metric: Sendable, Hashable {
  /// In percent.
  case ratio(numerator: CounterSum, denominator: CounterSum)
  case count(CounterSum)
  /// Figures are given for the criterion itself, as a value or as numerator and denominator.
  case given(Combination?)
}

/// From a value to points (cách tính điểm).
///
/// - Source: domain 4.2.
public enum Scoring: Sendable, Hashable {
  case bin(target: ValueByTime)
  case prop(target: ValueByTime)
  case floor(target: ValueByTime, floor: ValueByTime)
  /// Descending by merit: the first step that is reached gives its share.
  case step([Step])
  /// Loses points a case, at most `cap`; `nil`: all of them.
  case deduction(each: ExactDecimal, cap: Points?)
  /// Wins points an event, at most `cap`; `nil`: all of them.
  case count(each: ExactDecimal, cap: Points?)
  /// Half of the points at the target, all of them at the best of the block: a score that depends on other units.
  case leader(target: ValueByTime)
  /// Points = weight × value, without a maximum.
  case weight(ValueByTime)

  public struct Step: Sendable, Hashable {
    public let at: ExactDecimal
    public let share: ExactDecimal
  }

  /// The value that the unit is to reach in a period, where the function has one.
  public func target(in period: Period) -> ExactDecimal? {
    switch self {
    case .bin(let t), .prop(let t), .floor(let t, _), .leader(let t): t.value(in: period)
    case .step(let steps): steps.first?.at
    case .deduction: ExactDecimal(0)
    case .count, .weight: nil
    }
  }
}

/// A scored leaf of the criteria tree (tiêu chí thành phần).
public struct Criterion: Sendable, Hashable {
  public let code: String
  public let name: LocalizedText
  public let field: String?
  /// The most points it gives; zero for a weighted criterion, which has no maximum, and for a followed one.
  public let points: Points
  public let direction: Direction
  public let metric: Metric
  /// `nil`: it is followed (theo dõi), measured and shown, and stands in no total.
  public let scoring: Scoring?
  /// Whom it concerns; `nil` for everybody.
  public let levels: Set<UnitLevel>?
  /// The years in which it concerns anybody; `nil` for all.
  public let window: ClosedRange<Int>?
  /// With fewer cases in its denominator a ratio measures nobody: it is not applicable.
  public let minimumDenominator: Int64?
  public let mayExceed: Bool
  public let unitOfMeasure: String
  public let source: RuleSource?
  /// Years from which on it is measured in another way, ascending; figures from before and after are not compared.
  public let newDefinitions: [Int]

  public func concerns(_ unit: ReportingUnit) -> Bool {
    guard let levels else { return true }
    return unit.level.map(levels.contains) ?? true
  }

  public func isInForce(in year: Int) -> Bool { window?.contains(year) ?? true }
}

/// Field of reform (lĩnh vực): the top node over criteria.
public struct Field: Sendable, Hashable {
  public let code: String
  public let name: LocalizedText
}

/// Where a rule comes from.
public enum RuleSource: Sendable, Hashable, CustomStringConvertible {
  case document(String, quote: String)
  case ours(String)

  public var description: String {
    switch self {
    case .document(let id, _): id
    case .ours(let text): text
    }
  }
  public var quote: String {
    if case .document(_, let quote) = self { quote } else { "" }
  }
}

/// How the months of a year go together in a counter.
public enum Combination: String, Sendable, CaseIterable {
  /// Summed from the start of the year.
  case flow
  /// The last value stands.
  case stock
  /// Already summed since the start of the year: the last value of the year stands.
  case cumulative
  /// The last known value stands, also from an earlier year.
  case yearly
}

/// A counter (số liệu gốc): a non-negative integer that a unit enters for a period.
///
/// - Source: domain 3.1; the table of all counters is `Protocol/Counters.md`.
public struct FormCounter: Sendable, Hashable {
  public let code: String
  public let name: LocalizedText
  public let combination: Combination
  public let unitOfMeasure: String
  /// Who enters it; `nil` for everybody.
  public let levels: Set<UnitLevel>?
  public let source: String?
  /// Stands in no official form: the code is ours.
  public let ours: Bool

  /// The greatest figure that is accepted, so that every later product is exact in 128 bits.
  public static let largest: Int64 = 1_000_000_000_000_000

  public func concerns(_ unit: ReportingUnit) -> Bool {
    guard let levels else { return true }
    return unit.level.map(levels.contains) ?? true
  }
}

/// A sum of counters with signs: `c_early + c_ontime`, `o_base - o_now`.
public struct CounterSum: Sendable, Hashable {
  public struct Term: Sendable, Hashable {
    /// Index in ``Rulebook/counters``.
    public let counter: Int
    public let negative: Bool
  }
  public let terms: [Term]
}

/// What must hold between the counters of one filing.
public enum Identity: Sendable, Hashable {
  /// `total` equals the sum of `parts`; indices in ``Rulebook/counters``.
  case sum(total: Int, parts: [Int])
  /// `part` is at most the sum of `whole`.
  case part(part: Int, whole: [Int])
}

/// The years that a rule looks at or compares with.
public enum Reference: Sendable, Hashable {
  case none
  case year(Int)
  /// The mean of the years; for a ratio the ratio of their sums.
  ///
  /// - Parameter enough: How many of them must be known, 1 to their number.
  case mean(ClosedRange<Int>, enough: Int)
  /// The norm that the subject itself is measured in percent of (thời gian theo quy định): 100.
  case norm
  case sameMonthLastYear
  /// A year that is looked at for comparability alone, not compared with.
  case background(Int)
}

/// What is known of a subject in one year or period.
public struct Datum: Sendable {
  public var value: Known<Fraction>
  public var rank: KnownRank
  /// The band (nhóm, mức) that its publisher, or the campaign, gives.
  public var band: Known<String>
  /// The bands that there are, the best first.
  public var bands: [String]
  /// Counts the definitions that the subject had so far; figures of two generations cannot be compared. `nil`: figures of
  /// several went into it.
  public var generation: Int?
  /// Some input is not final.
  public var isProvisional: Bool

  public init(
    value: Known<Fraction> = .unknown(.undetermined, .noBaseline), rank: KnownRank = .unknown(.undetermined, .noBaseline),
    band: Known<String> = .unknown(.undetermined, .notPublished), bands: [String] = [], generation: Int? = 0,
    isProvisional: Bool = false
  ) {
    self.value = value
    self.rank = rank
    self.band = band
    self.bands = bands
    self.generation = generation
    self.isProvisional = isProvisional
  }

  /// Nothing is known, for one and the same reason.
  public init(unknown outcome: Outcome, _ reason: ReasonCode) {
    self.init(value: .unknown(outcome, reason), rank: .unknown(outcome, reason), band: .unknown(outcome, reason))
  }

  /// The year has passed and nothing is known of it: no baseline, now or later.
  public static let noBaseline = Datum(unknown: .undetermined, .noBaseline)
  /// Nothing is known yet.
  public static let nothing = Datum(unknown: .pending, .notPublished)

  /// Why figures of the two cannot be compared, although both are known; `nil` if they can.
  func obstacle(to reference: Datum) -> Verdict? {
    guard let generation, generation == reference.generation else { return Verdict(.undetermined, .definitionChanged) }
    return reference.isProvisional ? Verdict(.pending, .baselineProvisional) : nil
  }
}

/// A value, or why there is none.
public enum Known<Value: Sendable>: Sendable {
  case value(Value)
  case unknown(Outcome, ReasonCode)
}

/// A rank, counted from 1, among `of`; or the interval in which it lies; or why there is none.
public enum KnownRank: Sendable, Hashable {
  case exact(Int, of: Int?)
  /// The publisher ranks only the first ones: the rank lies in `low...high`.
  case between(Int, Int, of: Int?)
  /// Others computed a rank; the publisher gives none. Shown, never decisive.
  case computed(Int, of: Int?)
  case unknown(Outcome, ReasonCode)

  package var population: Int? {
    switch self {
    case .exact(_, let n), .between(_, _, let n), .computed(_, let n): n
    case .unknown: nil
    }
  }
}

/// A kind of rule: how its keys are read, which earlier year it looks at, and when it is met.
///
/// A new kind is one file that holds a type like ``IncreaseRule``, its test, and one line in ``RuleKinds/all``.
///
/// - Source: domain 2.1.
public protocol RuleKind: Sendable {
  /// "INCREASE".
  static var code: String { get }

  /// Reads the keys of its own; the common ones (`id`, `of`, `window`, `source`) are read by the rulebook.
  ///
  /// - Throws: ``Problem`` that names the key.
  init(reading node: RuleReader) throws

  /// What the subject is compared with.
  func reference(year: Int) -> Reference

  /// The outcome in a year, on what is known then and in the reference.
  func verdict(year: Int, direction: Direction, now: Datum, reference: Datum) -> Verdict

  /// What is demanded, in words: "≥ 80%", "tăng 5 bậc so với năm 2022".
  func demand(year: Int) -> LocalizedText

  /// Whether it looks at the rank of its subject instead of the value, so that views show the rank.
  static var looksAtRank: Bool { get }

  /// What the demand comes to on a known reference, in words: "cần bậc ≤ 50"; `nil` where the demand says it all.
  func needed(_ reference: Datum) -> LocalizedText?
}

extension RuleKind {
  public static var looksAtRank: Bool { false }
  public func needed(_ reference: Datum) -> LocalizedText? { nil }
}

/// The kinds that a rulebook may use.
public enum RuleKinds {
  public static let all: [any RuleKind.Type] = [
    ThresholdRule.self, ScheduleRule.self, IncreaseRule.self, RankGainRule.self, TopNRule.self,
  ]
}

/// The period with which a rule compares.
public enum Reference: Sendable, Hashable {
  case none
  case year(Int)
  case sameMonthLastYear
}

/// What is known of a subject in one year or period.
public struct Datum: Sendable {
  public var value: Known<Fraction>
  public var rank: KnownRank

  public init(value: Known<Fraction>, rank: KnownRank) {
    self.value = value
    self.rank = rank
  }
  /// The year has passed and nothing is known of it: no baseline, now or later.
  public static let noBaseline = Datum(
    value: .unknown(.undetermined, .noBaseline), rank: .unknown(.undetermined, .noBaseline))
  /// Nothing is known yet.
  public static let nothing = Datum(value: .unknown(.pending, .notPublished), rank: .unknown(.pending, .notPublished))
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

/// A checkable statement of a plan (chỉ tiêu).
public struct Rule: Sendable {
  public enum Subject: Sendable, Hashable {
    /// A published index of the province, by its code.
    case index(String)
    /// The ratio of sums of a criterion over all units; index in ``Rulebook/criteria``.
    case criterion(Int)
    /// Each unit's own place in its block.
    case unitPlace
  }

  public let id: String
  public let kind: any RuleKind
  public let subject: Subject
  public let window: ClosedRange<Int>
  /// `true`: the demand is to be reached by the last year of the window, earlier years show progress only.
  public let dueAtEnd: Bool
  public let source: RuleSource
  public let note: String?

  public var kindCode: String { type(of: kind).code }
}

/// A kind of rule: how its keys are read, what it looks at, and when it is met.
///
/// A new kind is one file that holds a type like ``IncreaseRule``, its test, and one line in ``RuleKinds/all``.
///
/// - Source: domain 2.1.
public protocol RuleKind: Sendable {
  /// "INCREASE".
  static var code: String { get }

  /// Figures, unless the kind says otherwise.
  static var decidedBy: Evidence { get }

  /// Reads the keys of its own; the common ones are read by the rulebook.
  ///
  /// - Throws: ``Problem`` that names the key.
  init(reading node: RuleReader) throws

  /// The value, unless the kind says otherwise.
  var looksAt: Facet { get }

  /// Whether it looks at every closed period of the window instead of the year.
  var everyPeriod: Bool { get }

  /// The years whose figures are judged in a year: that year, unless the kind says otherwise.
  func now(year: Int) -> Reference

  /// What they are compared with: nothing, unless the kind says otherwise.
  func reference(year: Int, window: ClosedRange<Int>) -> Reference

  /// The outcome of one subject in a year.
  func verdict(_ case: RuleCase) -> Verdict

  /// What of its keys excludes the years or the units of the rule; `nil` if nothing does. Asked while a rulebook is read.
  func contradiction(window: ClosedRange<Int>, who: Who?) -> (key: String, text: LocalizedText)?

  /// What is demanded, in words: "≥ 80%", "tăng 5 bậc so với năm 2022".
  func demand(year: Int) -> LocalizedText

  /// What the demand comes to on a known reference, in words: "cần bậc ≤ 50"; `nil` where the demand says it all.
  func needed(_ reference: Datum) -> LocalizedText?
}

/// What decides a kind of rule.
public enum Evidence: Sendable {
  /// Figures of a published index, of a criterion, or a unit's place.
  case figures
  /// What units report as delivered, done or held.
  case deliveries
  /// A finding by hand alone.
  case assessment
}

/// The side of a figure that a kind looks at.
public enum Facet: Sendable { case value, rank, band }

extension RuleKind {
  public static var decidedBy: Evidence { .figures }
  public var looksAt: Facet { .value }
  public var everyPeriod: Bool { false }
  public func now(year: Int) -> Reference { .year(year) }
  public func reference(year: Int, window: ClosedRange<Int>) -> Reference { .none }
  public func contradiction(window: ClosedRange<Int>, who: Who?) -> (key: String, text: LocalizedText)? { nil }
  public func needed(_ reference: Datum) -> LocalizedText? { nil }
}

/// The kinds that a rulebook may use.
public enum RuleKinds {
  public static let all: [any RuleKind.Type] = [
    ThresholdRule.self, ScheduleRule.self, IncreaseRule.self, RankGainRule.self, TopNRule.self, InBandRule.self,
    ReductionRule.self, MaintainRule.self, PlanTaskRule.self, ChecklistRule.self, CadenceRule.self, NarrativeRule.self,
  ]
}

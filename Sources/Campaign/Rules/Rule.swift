/// A checkable statement of a plan (chỉ tiêu).
public struct Rule: Sendable {
  public enum Subject: Sendable, Hashable {
    /// A published index of the province, by its code.
    case index(String)
    /// A criterion on the figures of units; index in ``Rulebook/criteria``.
    case criterion(Int)
    /// Each unit's own place, total and band in its block.
    case unitPlace
    /// No figure: what units report for a task, a checklist or a cadence.
    case deliveries
    /// No figure: a finding by hand.
    case assessment
  }

  /// How the figures of several units are judged.
  public enum Taken: String, Sendable, CaseIterable {
    /// As one: the ratio of their sums.
    case together
    /// One by one; the rule is met only if it is met in each.
    case each
  }

  public let id: String
  public let kind: any RuleKind
  public let subject: Subject
  /// Levels that the sentence speaks of, in its order; empty where it names none. For a criterion they restrict the units.
  public let levels: [UnitLevel]
  public let taken: Taken
  /// Who leads, must or is assessed; `nil` for rules on figures, and for a finding about the organiser.
  public let who: Who?
  public let window: ClosedRange<Int>
  /// The text names no year, and the campaign's own stand in: shown as `NO_DATE_IN_TEXT`.
  public let isUndated: Bool
  /// `true`: the demand is to be reached by the last year of the window, earlier years show progress only.
  public let dueAtEnd: Bool
  public let source: RuleSource
  /// What the sentence is about; the quoted sentence itself where the rulebook gives no shorter text.
  public let title: LocalizedText
  public let note: String?

  public var kindCode: String { type(of: kind).code }

  /// Whether the rule speaks of the unit's level.
  public func concerns(_ unit: ReportingUnit) -> Bool {
    levels.isEmpty || levels.contains(.province) || unit.level.map(levels.contains) ?? false
  }
}

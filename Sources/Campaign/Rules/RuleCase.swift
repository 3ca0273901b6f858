/// Everything a rule is decided on, for one subject and one year.
///
/// A kind says what it looks at (``RuleKind/decidedBy``, ``RuleKind/looksAt``, ``RuleKind/everyPeriod``); the rest keeps
/// its default.
public struct RuleCase: Sendable {
  /// A closed reporting period with what is known of the subject in it.
  public struct ClosedPeriod: Sendable {
    public let period: Period
    public let datum: Datum

    public init(_ period: Period, _ datum: Datum) {
      self.period = period
      self.datum = datum
    }
  }

  public var year: Int
  /// The years of the rule, with `year` inside.
  public var window: ClosedRange<Int>
  public var direction = Direction.higher
  /// Days from the first of the campaign's first period to the last of its last one; an open end where it has no such period.
  public var campaign: (first: CivilDate?, last: CivilDate?) = (nil, nil)
  /// The day on which it is asked; `nil` where nobody knows: no due day has passed then.
  public var asOf: CivilDate?
  public var now = Datum.nothing
  public var reference = Datum.nothing
  /// Closed periods of the window up to the year, ascending; for kinds that look at every period.
  public var periods: [ClosedPeriod] = []
  /// What the unit reported for the rule, ascending by date, without what was taken back.
  public var deliveries: [Delivery] = []
  /// The unit's level.
  public var level: UnitLevel?
  /// Items of a checklist that do not concern the unit, by decision of the campaign office.
  public var exempt: Set<String> = []
  /// The finding by hand in force for the year.
  public var assessment: Assessment?

  /// - Parameter window: Left out, the year alone.
  public init(year: Int, window: ClosedRange<Int>? = nil) {
    self.year = year
    self.window = window ?? year...year
  }

  /// Whether the day is over.
  public func hasPassed(_ day: CivilDate) -> Bool { asOf.map { $0 > day } ?? false }
}

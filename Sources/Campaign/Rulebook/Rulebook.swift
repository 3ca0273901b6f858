/// A campaign (phong trào thi đua) as data: who is ranked, from which counters, by which rules.
///
/// Read it with ``init(yaml:)``; the format is `Protocol/Rulebook.md`. A rulebook is immutable; two equal files give equal
/// rulebooks and equal places.
public struct Rulebook: Sendable {
  public let id: String
  public let name: LocalizedText
  public let documents: [PlanDocument]
  /// Decimals to which the points of a leaf are rounded, 0–6.
  public let decimals: Int
  public let ranking: RankingSettings
  public let periods: PeriodSpan
  public let calendar: ReportingCalendar
  public let blocks: [Block]
  /// In the order of the file (roster order).
  public let units: [ReportingUnit]
  public let counters: [FormCounter]
  public let identities: [Identity]
  public let fields: [Field]
  public let criteria: [Criterion]
  public let indices: [PublishedIndex]
  public let rules: [Rule]
  /// Whom criteria concern beside their levels, as the rulebook was written; what is recorded later prevails.
  public let applicability: [Applicability]
  /// The best first; see ``bands(of:)``.
  public let bands: [Band]
  /// What is added to totals and taken from them; with either, a total stays from 0 to 100 (a sum: to the points in force).
  public let bonus: Bonus?
  public let lateness: Lateness?
  /// Official layouts, in the order of the file.
  public let forms: [OfficialForm]
  /// Further scoring schemes over the same counters; see ``scoreboard(_:)``.
  public let scoreboards: [Scoreboard]

  package let unitIndex: [ReportingUnit.ID: Int]
  package let counterIndex: [String: Int]
  package let criterionIndex: [String: Int]

  package init(
    id: String, name: LocalizedText, documents: [PlanDocument], decimals: Int, ranking: RankingSettings,
    periods: PeriodSpan, calendar: ReportingCalendar, blocks: [Block], units: [ReportingUnit], counters: [FormCounter],
    identities: [Identity], fields: [Field], criteria: [Criterion], indices: [PublishedIndex], rules: [Rule],
    applicability: [Applicability], bands: [Band], bonus: Bonus?, lateness: Lateness?,
    scoreboards: [Scoreboard] = [], forms: [OfficialForm] = []
  ) {
    self.id = id
    self.name = name
    self.documents = documents
    self.decimals = decimals
    self.ranking = ranking
    self.periods = periods
    self.calendar = calendar
    self.blocks = blocks
    self.units = units
    self.counters = counters
    self.identities = identities
    self.fields = fields
    self.criteria = criteria
    self.indices = indices
    self.rules = rules
    self.applicability = applicability
    self.bands = bands
    self.bonus = bonus
    self.lateness = lateness
    self.forms = forms
    self.scoreboards = scoreboards
    unitIndex = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1.id, $0) })
    counterIndex = Dictionary(uniqueKeysWithValues: counters.enumerated().map { ($1.code, $0) })
    criterionIndex = Dictionary(uniqueKeysWithValues: criteria.enumerated().map { ($1.code, $0) })
  }

  public func unit(_ id: ReportingUnit.ID) -> ReportingUnit? { unitIndex[id].map { units[$0] } }

  /// The counters that a unit enters, in the order of the file: the unit's form.
  public func form(for unit: ReportingUnit) -> [FormCounter] { counters.filter { $0.concerns(unit) } }

  /// The period that a text names, if it lies inside the campaign.
  public func period(_ text: String) -> Period? {
    guard let period = Period(text, kind: periods.kind), periods.contains(period) else { return nil }
    return period
  }
}

/// A legal text that rules come from (kế hoạch, chương trình, chỉ thị).
public struct PlanDocument: Sendable, Hashable {
  public let id: String
  public let title: String
  public let number: String?
  public let issued: CivilDate?
  public let file: String?
}

/// The periods of a campaign.
public struct PeriodSpan: Sendable, Hashable {
  public let kind: PeriodKind
  public let first: Period?
  public let last: Period?

  public func contains(_ period: Period) -> Bool {
    period.kind == kind && first.map { $0 <= period } ?? true && last.map { period <= $0 } ?? true
  }

  /// The campaign's first and last day; an open end where it has no such period.
  package var days: (first: CivilDate?, last: CivilDate?) { (first?.firstDay, last.map { $0.endDay + -1 }) }
}

/// How leaves become totals and totals become places. All are choices that documents leave open: decisions 2–5.
public struct RankingSettings: Sendable, Hashable {
  public enum Total: String, Sendable { case index, points }
  public enum PlacesBy: String, Sendable { case published, exact }
  public enum MissingMonth: String, Sendable { case missing, skipped }
  public enum ZeroDenominator: String, Sendable { case notApplicable = "not-applicable", zero }
  public enum NothingFiled: String, Sendable { case unranked, last }

  public var total: Total = .index
  /// Decimals of the published total, 0–6.
  public var published: Int = 2
  public var placesBy: PlacesBy = .published
  public var missingMonth: MissingMonth = .missing
  public var zeroDenominator: ZeroDenominator = .notApplicable
  /// Percent of the unit's points that must be applicable for a place.
  public var applicableFloor: ExactDecimal = ExactDecimal(50)
  public var nothingFiled: NothingFiled = .unranked

  public init() {}
}

public import Campaign

/// A rule of the campaign with its outcome in a year.
public struct Objective: Sendable {
  public let rule: Rule
  public let year: Int
  public let subject: LocalizedText
  public let demand: LocalizedText
  public let verdict: Verdict
  /// The figures that it was decided on, in words: "81,35 → 86,14".
  public let figures: LocalizedText
  /// For a rule that is decided unit by unit, each one's verdict: in roster order, or as the rule names them.
  public let units: [(unit: ReportingUnit, verdict: Verdict)]

  init(
    _ rule: Rule, _ year: Int, subject: LocalizedText, verdict: Verdict, evidence: LocalizedText,
    units: [(unit: ReportingUnit, verdict: Verdict)] = []
  ) {
    self.rule = rule
    self.year = year
    self.subject = subject
    demand = rule.kind.demand(year: year)
    self.verdict = verdict
    self.units = units
    figures = evidence
  }

  /// The figures, and for one that is not due what they come to so far; a sentence on many units counts them by itself.
  public var evidence: LocalizedText { units.isEmpty ? figures.adding(verdict.soFar) : figures }

  /// Not due yet, and not reached by the figures so far: what is still to be done something about.
  public var isAtRisk: Bool { verdict.outcome == .pending && verdict.soFar == .notMet }
}

/// The objectives (mục tiêu, chỉ tiêu) of a campaign in a year.
///
/// ```swift
/// Objectives(rulebook: rulebook, published: [], standings: nil).outcomes(in: 2023).first?.verdict.outcome   // MET
/// ```
public struct Objectives: Sendable {
  let rulebook: Rulebook
  /// Facts in force: those of the rulebook, each replaced by a later publication of the same index and year.
  let facts: [String: [Int: IndexFact]]
  let standings: Standings?
  let circumstances: Circumstances
  let asOf: CivilDate?

  /// - Parameter published: Facts recorded after the rulebook was written, oldest first.
  /// - Parameter standings: For rules about units' own figures; `nil` leaves those `PENDING`.
  /// - Parameter circumstances: Deliveries, findings by hand, and who is exempt.
  /// - Parameter asOf: The day on which it is asked; `nil`: no due day of a task, a list or an interval has passed.
  public init(
    rulebook: Rulebook, published: [(index: String, fact: IndexFact)], standings: Standings?,
    circumstances: Circumstances = Circumstances(), asOf: CivilDate? = nil
  ) {
    self.rulebook = rulebook
    self.standings = standings
    self.circumstances = circumstances
    self.asOf = asOf
    var facts: [String: [Int: IndexFact]] = [:]
    for index in rulebook.indices { for fact in index.series { facts[index.code, default: [:]][fact.year] = fact } }
    for (index, fact) in published { facts[index, default: [:]][fact.year] = fact.keeping(facts[index]?[fact.year]) }
    self.facts = facts
  }

  /// Every rule whose window holds the year, in the order of the rulebook.
  ///
  /// - Complexity: One walk over the figures, if a rule looks at any, and O(rules × units).
  public func outcomes(in year: Int) -> [Objective] {
    let rules = rulebook.rules.filter { $0.window.contains(year) }
    let figures = standings.map { CriterionFigures($0, for: rules, in: year) }
    let deliveries = DeliveryRegister(circumstances.deliveries, asOf: asOf)
    let findings = FindingRegister(circumstances.assessments)
    return rules.map { rule in
      switch rule.subject {
      case .index(let code): indexOutcome(rule, code, year)
      case .criterion(let index): criterionOutcome(rule, index, year, figures)
      case .unitPlace: placeOutcome(rule, year)
      case .deliveries: deliveryOutcome(rule, year, deliveries)
      case .assessment: findingOutcome(rule, year, findings)
      }
    }
  }

  func makeCase(_ rule: Rule, _ year: Int) -> RuleCase {
    var one = RuleCase(year: year, window: rule.window)
    one.asOf = asOf
    one.campaign = rulebook.periods.days
    return one
  }

  /// A decision before its time is none yet; what is broken for good is.
  ///
  /// - Parameter closed: Whether the year's last figures are in.
  func settled(_ verdict: Verdict, _ rule: Rule, _ year: Int, closed: Bool) -> Verdict {
    guard verdict.outcome == .met || verdict.outcome == .notMet, verdict.brokenIn == nil else { return verdict }
    let early = rule.dueAtEnd && year < rule.window.upperBound
    guard !closed || early else { return verdict }
    var pending = Verdict(.pending, .notDue, share: verdict.share)
    pending.soFar = verdict.outcome
    return pending
  }

  /// A rule that is decided unit by unit.
  func each(_ rule: Rule, _ year: Int, subject: LocalizedText, _ units: [(unit: ReportingUnit, verdict: Verdict)]) -> Objective {
    let verdict = Verdict(combining: units.map(\.verdict))
    let applicable = units.filter { $0.verdict.outcome != .notApplicable }
    let known = applicable.map { $0.verdict.soFar ?? $0.verdict.outcome }
    let met = known.count { $0 == .met }
    // Those who decide it; of a pending one those who have not met it so far, or of whom nothing is known.
    let isShort = verdict.outcome == .pending && verdict.soFar == .notMet
    let failing = applicable.filter { one in
      isShort ? one.verdict.soFar == .notMet : one.verdict.outcome == verdict.outcome && verdict.outcome != .met && one.verdict.soFar == nil
    }
    var parts: [LocalizedText] = []
    // "0 of 132" of whom nothing is known would be a zero for what is missing.
    if known.contains(where: { $0 == .met || $0 == .notMet }) {
      let isEarly = applicable.contains { $0.verdict.soFar != nil }
      parts.append(
        LocalizedText(
          "\(isEarly ? "đến nay " : "")\(met)/\(applicable.count) đơn vị đạt",
          en: "\(isEarly ? "so far " : "")\(met) of \(applicable.count) units met it"))
    }
    if let first = failing.first, applicable.count > 1 {
      let more = failing.count > 1 ? (vi: " và \(failing.count - 1) đơn vị khác", en: " and \(failing.count - 1) more") : ("", "")
      let name = isShort ? LocalizedText("chưa đạt", en: "not yet") : verdict.outcome.name
      parts.append(
        LocalizedText("\(name.vi.lowercased()): \(first.unit.name)\(more.0)", en: "\(name.en.lowercased()): \(first.unit.name)\(more.1)"))
    }
    let evidence = LocalizedText(parts.map(\.vi).joined(separator: "; "), en: parts.map(\.en).joined(separator: "; "))
    return Objective(rule, year, subject: subject, verdict: verdict, evidence: evidence, units: units)
  }
}

extension LocalizedText {
  /// With what the figures so far would decide.
  fileprivate func adding(_ soFar: Outcome?) -> LocalizedText {
    switch soFar {
    case .met: LocalizedText("\(vi); đến nay đạt", en: "\(en); met so far")
    case .notMet: LocalizedText("\(vi); đến nay chưa đạt", en: "\(en); not met so far")
    default: self
    }
  }
}

extension IndexFact {
  /// A later publication says nothing of bands and definitions where it names none: what stood there stays.
  fileprivate func keeping(_ earlier: IndexFact?) -> IndexFact {
    IndexFact(
      year: year, score: score, rank: rank, of: of, band: band ?? earlier?.band,
      newDefinition: newDefinition || earlier?.newDefinition ?? false, publishedOn: publishedOn, source: source)
  }
}

public import Campaign

/// A rule of the campaign with its outcome in a year.
public struct Objective: Sendable {
  public let rule: Rule
  public let year: Int
  public let subject: LocalizedText
  public let demand: LocalizedText
  public let verdict: Verdict
  /// The figures that it was decided on, in words: "81,35 → 86,14".
  public let evidence: LocalizedText
}

/// The objectives (mục tiêu, chỉ tiêu) of a campaign in a year.
public struct Objectives: Sendable {
  private let rulebook: Rulebook
  /// Facts in force: those of the rulebook, each replaced by a later publication of the same index and year.
  private let facts: [String: [Int: IndexFact]]
  private let standings: Standings?

  /// - Parameter published: Facts recorded after the rulebook was written, oldest first.
  /// - Parameter standings: For rules about units' own figures; `nil` leaves those `PENDING`.
  public init(rulebook: Rulebook, published: [(index: String, fact: IndexFact)], standings: Standings?) {
    self.rulebook = rulebook
    self.standings = standings
    var facts: [String: [Int: IndexFact]] = [:]
    for index in rulebook.indices { for fact in index.series { facts[index.code, default: [:]][fact.year] = fact } }
    for (index, fact) in published { facts[index, default: [:]][fact.year] = fact }
    self.facts = facts
  }

  /// Every rule whose window holds the year, in the order of the rulebook, but for rules about each unit's own place.
  public func outcomes(in year: Int) -> [Objective] {
    rulebook.rules.filter { $0.window.contains(year) && $0.subject != .unitPlace }.map { outcome(of: $0, in: year) }
  }

  private func outcome(of rule: Rule, in year: Int) -> Objective {
    switch rule.subject {
    case .index(let code): indexOutcome(rule, code, year)
    case .criterion(let index): criterionOutcome(rule, rulebook.criteria[index], index, year)
    case .unitPlace: preconditionFailure("Rules about each unit's place are outcomes of standings, not of the province.")
    }
  }

  // MARK: published indices

  private func indexOutcome(_ rule: Rule, _ code: String, _ year: Int) -> Objective {
    guard let index = rulebook.indices.first(where: { $0.code == code }) else {
      preconditionFailure("A rule names an index that the rulebook reader let pass.")
    }
    let now = facts[code]?[year]
    let reference: IndexFact?
    switch rule.kind.reference(year: year) {
    case .year(let y): reference = facts[code]?[y]
    case .none, .sameMonthLastYear: reference = nil
    }
    let verdict = rule.kind.verdict(
      year: year, direction: .higher, now: now?.datum(of: index) ?? .nothing,
      // A year before one that is published will not be published any more.
      reference: reference?.datum(of: index) ?? (now == nil ? .nothing : .noBaseline))
    let compared = rule.kind.reference(year: year) == .none ? [now] : [reference, now]
    var vi: [String] = []
    var en: [String] = []
    if type(of: rule.kind).looksAtRank {
      vi.append("bậc " + compared.map { rank($0, true) }.joined(separator: " → "))
      en.append("place " + compared.map { rank($0, false) }.joined(separator: " → "))
    } else {
      vi.append(compared.map { score($0, true) }.joined(separator: " → "))
      en.append(compared.map { score($0, false) }.joined(separator: " → "))
    }
    if let needed = reference.flatMap({ rule.kind.needed($0.datum(of: index)) }) {
      vi.append(needed.vi)
      en.append(needed.en)
    }
    return Objective(
      rule: rule, year: year, subject: index.name, demand: rule.kind.demand(year: year), verdict: verdict,
      evidence: LocalizedText(vi.joined(separator: "; "), en: en.joined(separator: "; ")))
  }

  private func score(_ fact: IndexFact?, _ vi: Bool) -> String {
    guard case .value(let score, let basis)? = fact?.score else { return vi ? "chưa công bố" : "not published" }
    let text = vi ? score.vietnameseText : score.description
    return basis == .summed ? text + (vi ? " (cộng từ các trục nội dung)" : " (sum of its parts)") : text
  }

  private func rank(_ fact: IndexFact?, _ vi: Bool) -> String {
    switch fact?.rank {
    case .value(let r, .computed)?: return "\(r)" + (vi ? " (tự tính)" : " (computed)")
    case .value(let r, _)?: return "\(r)"
    case .beyond(let last)?: return "[\(last + 1), \(fact?.of.map(String.init) ?? "?")]"
    case .unknown?, nil: return vi ? "chưa công bố" : "not published"
    }
  }

  // MARK: figures of the units

  private func criterionOutcome(_ rule: Rule, _ criterion: Criterion, _ index: Int, _ year: Int) -> Objective {
    let (now, closed, label) = measured(index, in: year)
    let reference: Datum
    if case .year(let y) = rule.kind.reference(year: year) { reference = datum(measured(index, in: y).value) } else { reference = .nothing }
    var verdict = rule.kind.verdict(year: year, direction: criterion.direction, now: datum(now), reference: reference)
    if !closed || (rule.dueAtEnd && year < rule.window.upperBound) {
      if case .value = datum(now).value { verdict = Verdict(.pending, .notDue) }
    }
    var evidence = LocalizedText("chưa có số liệu", en: "no figures yet")
    if let now, let value = now.fraction {
      let rounded = ExactDecimal(coefficient: Int64(value.rounded(decimals: 2)), scale: 2)
      let unit = if case .ratio = now { "%" } else { "" }
      evidence = LocalizedText(
        "\(rounded.vietnameseText)\(unit) (\(label.vi))", en: "\(rounded)\(unit) (\(label.en))")
    }
    let prefix = criterion.code + " "
    return Objective(
      rule: rule, year: year, subject: LocalizedText(prefix + criterion.name.vi, en: prefix + criterion.name.en),
      demand: rule.kind.demand(year: year), verdict: verdict, evidence: evidence)
  }

  /// The latest value of a year over all units; whether the year's last period is closed; and which period it is.
  private func measured(_ criterion: Int, in year: Int) -> (value: Measured?, closed: Bool, label: LocalizedText) {
    let nothing = (nil as Measured?, false, LocalizedText(""))
    guard let standings, let last = Period(kind: rulebook.periods.kind, year: year) else { return nothing }
    let scope = standings.scope
    guard let closedThrough = scope.closedThrough, scope.first <= last else { return nothing }
    let period = min(last, closedThrough)
    guard period.year == year, period >= scope.first else { return nothing }
    return (
      standings.aggregated(criterion, in: period), period == last,
      LocalizedText("đến \(period.labelVi.lowercased())", en: "up to \(period.labelEn.lowercased())")
    )
  }

  private func datum(_ measured: Measured?) -> Datum {
    let rank = KnownRank.unknown(.notApplicable, .noBaseline)
    switch measured {
    case nil: return Datum(value: .unknown(.pending, .notDue), rank: rank)
    case .zeroDenominator?, .absent?: return Datum(value: .unknown(.notApplicable, .zeroDenominator), rank: rank)
    case .ratio?, .number?: return Datum(value: .value(measured!.fraction!), rank: rank)
    }
  }
}

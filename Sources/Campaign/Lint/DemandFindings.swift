/// Rules that ask the same thing twice, or two things of one figure; criteria that aim elsewhere than their rule.
extension Rulebook {
  static func demandFindings(_ book: Rulebook) -> [Finding] {
    var found: [Finding] = []
    // A plan has a few rules on one subject; a file that has thousands is not compared each with each.
    let most = 20
    var earlier: [Rule.Subject: [Rule]] = [:]
    for (path, rule) in book.placedRules where type(of: rule.kind).decidedBy == .figures {
      defer { earlier[rule.subject, default: []].append(rule) }
      for other in (earlier[rule.subject] ?? []).suffix(most) where other.window.overlaps(rule.window) && other.levels == rule.levels {
        let shared = rule.window.clamped(to: other.window)
        if other.kindCode == rule.kindCode, shared.allSatisfy({ other.kind.demand(year: $0) == rule.kind.demand(year: $0) }) {
          found.append(Finding(
            .sameDemandTwice, at: path, about: rule.id,
            "yêu cầu như quy tắc \(other.id) trong năm \(yearList(shared)): \(rule.kind.demand(year: shared.lowerBound).vi).",
            en: "asks the same as rule \(other.id) in \(yearList(shared)): \(rule.kind.demand(year: shared.lowerBound).en)."))
          continue
        }
        let years = shared.filter { year in
          guard let mine = rule.kind.target(inYear: year), let theirs = other.kind.target(inYear: year) else { return false }
          return mine != theirs
        }
        guard let year = years.first else { continue }
        let (mine, theirs) = (rule.kind.demand(year: year), other.kind.demand(year: year))
        found.append(Finding(
          .conflictingTargets, at: path, about: rule.id,
          "trong năm \(yearList(years)) cùng một số liệu phải \(mine.vi) ở đây và \(theirs.vi) ở quy tắc \(other.id)\(quotes(rule, other)).",
          en: "in \(yearList(years)) one figure must be \(mine.en) here and \(theirs.en) in rule \(other.id)\(quotes(rule, other))."))
      }
      found += contradictsItself(rule, path)
      if case .criterion(let index) = rule.subject { found += aimsElsewhere(rule, path, book.criteria[index], book) }
    }
    return found
  }

  /// One document names two numbers for one year, and nobody has decided.
  private static func contradictsItself(_ rule: Rule, _ path: String) -> [Finding] {
    guard let schedule = rule.kind as? ScheduleRule else { return [] }
    let years = rule.window.filter { year in
      if case .conflict(_, prevails: nil, _)? = schedule.targets.target(in: year) { true } else { false }
    }
    guard let year = years.first else { return [] }
    let demand = schedule.demand(year: year)
    return [Finding(
      .conflictingTargets, at: path, about: rule.id,
      "năm \(yearList(years)) văn bản vừa nêu \(demand.vi), chưa có quyết định chọn.",
      en: "in \(yearList(years)) the text says \(demand.en), and nobody has decided yet.")]
  }

  private static func quotes(_ rule: Rule, _ other: Rule) -> String {
    let texts = [rule, other].map(\.source.quote)
    return texts.contains("") ? "" : " (“\(texts[0])” / “\(texts[1])”)"
  }

  /// A criterion is scored against one number and its rule asks for another.
  private static func aimsElsewhere(_ rule: Rule, _ path: String, _ criterion: Criterion, _ book: Rulebook) -> [Finding] {
    let years = rule.window.filter { year in
      // With `due: end` the demand is the last year's alone.
      guard !rule.dueAtEnd || year == rule.window.upperBound, book.campaignYears?.contains(year) ?? true,
        let demanded = rule.kind.target(inYear: year), let last = Period(kind: book.periods.kind, year: year),
        let aimed = criterion.scoring?.target(in: last)
      else { return false }
      return demanded != aimed
    }
    guard let year = years.first, let last = Period(kind: book.periods.kind, year: year),
      let aimed = criterion.scoring?.target(in: last)
    else { return [] }
    let demand = rule.kind.demand(year: year)
    return [Finding(
      .targetsDiffer, at: path, about: rule.id,
      "trong năm \(yearList(years)) quy tắc yêu cầu \(demand.vi), còn tiêu chí \(criterion.code) chấm theo mức \(aimed.vietnameseText).",
      en: "in \(yearList(years)) the rule asks \(demand.en), while criterion \(criterion.code) is scored against \(aimed).")]
  }
}

extension RuleKind {
  /// The number that a value is compared with in a year, for kinds that have one.
  func target(inYear year: Int) -> ExactDecimal? {
    switch self {
    case let rule as ThresholdRule: rule.target
    case let rule as ScheduleRule: rule.targets.target(in: year)?.inForce
    default: nil
    }
  }
}

extension YearTargets.Target {
  /// `nil` while a conflict is undecided.
  fileprivate var inForce: ExactDecimal? {
    switch self {
    case .fixed(let target): target
    case .conflict(_, let prevails, _): prevails
    }
  }
}

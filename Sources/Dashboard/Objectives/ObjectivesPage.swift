import Campaign
import Ranking
import Service

/// The campaign's objectives (mục tiêu) of a year: outcome and reason in words, and the sentence of the plan.
extension PageView {
  /// A year with its objectives.
  struct YearShown {
    let year: Int
    let version: RulebookVersion
    let objectives: [Objective]

    func count(_ outcome: Outcome) -> Int { objectives.count { $0.verdict.outcome == outcome } }
  }

  /// - Throws: ``PageProblem`` for a text that is no year of the campaign.
  func yearShown(_ text: String?) throws(PageProblem) -> YearShown {
    let scope = snapshot.standings.scope
    let year: Int
    if let text {
      guard text.utf8.count == 4, let number = digits(text), years.contains(number) else {
        throw PageProblem(
          .notFound, title: LocalizedText("Không có năm này", en: "No such year"),
          LocalizedText("Phong trào không có năm “\(text)”.", en: "The campaign has no year “\(text)”."))
      }
      year = number
    } else {
      year = (snapshot.latestClosed ?? scope.first).year
    }
    let (version, objectives) = snapshot.outcomes(of: year)
    return YearShown(year: year, version: version, objectives: objectives)
  }

  /// Years in which any rule holds, up to one behind the latest period.
  private var years: ClosedRange<Int> {
    let scope = snapshot.standings.scope
    let last = snapshot.rulebook.rules.map(\.window.upperBound).max() ?? scope.last.year
    return scope.first.year...max(scope.first.year, max(scope.last.year, last))
  }

  func objectivesPage(_ text: String?) throws(PageProblem) -> HTML {
    let shown = try yearShown(text)
    func step(_ year: Int, _ sign: String, _ name: String) -> HTML {
      guard years.contains(year) else { return "<span class=\"step off\" aria-hidden=\"true\">\(sign)</span>" }
      return "<a class=\"step\" href=\"\(Address(.objectives(year: String(year))))\" aria-label=\"\(name): \(year)\">\(sign)</a>"
    }
    let title = words("Mục tiêu năm \(shown.year)", "Objectives of \(shown.year)")
    var content: HTML = """
      <div class="title"><h1>\(title)</h1><div class="periods">\(step(shown.year - 1, "‹", words("Năm trước", "Year before")))\
      <span class="pick"><b>\(shown.year)</b></span>\(step(shown.year + 1, "›", words("Năm sau", "Year after")))</div></div>\(realIndices)\(tally(shown))
      """
    let order: [Outcome] = [.notMet, .missing, .met, .undetermined, .pending, .notApplicable]
    for wanted in order {
      let own = shown.objectives.filter { $0.verdict.outcome == wanted }
      guard !own.isEmpty else { continue }
      content += """
        <section class="card" id="\(wanted.style)"><h2>\(outcome(Verdict(wanted))) <small class="count">\(own.count)</small></h2>\
        <ul class="goals">\(own.html { goal($0, shown.version.rulebook) })</ul></section>
        """
    }
    if shown.objectives.isEmpty { content += "<p class=\"empty\">\(words("Năm này không có mục tiêu nào.", "No objective holds in this year."))</p>" }
    return document(PageHead(title: title, section: .objectives, formats: PageHead.data), content)
  }

  /// A demonstration invents what units file; the indices of its rulebook are not invented, and some came later than its clock says.
  private var realIndices: HTML {
    guard snapshot.state.genesis?.isDemonstration ?? false, !snapshot.rulebook.indices.isEmpty else { return "" }
    let text = words(
      "Bản trình diễn: số liệu của đơn vị sinh ngẫu nhiên; các chỉ số của tỉnh là số đã công bố, lấy từ bộ quy tắc, kể cả số công bố sau ngày của bản trình diễn.",
      "Demonstration: figures of units are invented; the province's indices are published ones, from the rulebook, also those published after the demonstration's day.")
    return "<p class=\"legend\">\(text)</p>"
  }

  private func tally(_ shown: YearShown) -> HTML {
    let items = Outcome.allCases.filter { shown.count($0) > 0 }.html { one in
      "<li><a href=\"#\(one.style)\">\(outcome(Verdict(one)))<strong>\(shown.count(one))</strong></a></li>"
    }
    return "<ul class=\"tally\" aria-label=\"\(words("Kết quả", "Outcomes"))\">\(items)</ul>"
  }

  private func goal(_ objective: Objective, _ rulebook: Rulebook) -> HTML {
    let rule = objective.rule
    var reason = words(objective.verdict.text)
    // Of many units the text counts outcomes; why they all have theirs stands in the reason.
    if objective.units.count > 1, let common = objective.verdict.reason, common != .notDue { reason += " – " + words(common.text) }
    let document = rulebook.documents.first { $0.id == rule.source.description }
    let from = [document?.number, document?.title].compactMap { $0 }.joined(separator: ", ")
    let quote: HTML = rule.source.quote.isEmpty
      ? "<p class=\"from\">\(sourceName(rule.source.description))</p>"
      : "<blockquote><p lang=\"vi\">“\(rule.source.quote)”</p><cite>\(from.isEmpty ? sourceName(rule.source.description) : from)</cite></blockquote>"
    let why: HTML = reason.isEmpty ? "" : "<p class=\"why\"><b>\(words("Lý do", "Reason")):</b> \(reason)</p>"
    let evidence: HTML = words(objective.evidence).isEmpty ? "" : "<p>\(words("Số liệu", "Figures")): <b>\(words(objective.evidence))</b></p>"
    return """
      <li id="\(rule.id)"><div class="what"><p class="code">\(rule.id)</p><h3>\(words(objective.subject))</h3>\
      <p>\(words("Yêu cầu", "Demand")): <b>\(words(objective.demand))</b></p>\(evidence)\(why)\(series(objective, rulebook))\(units(objective))</div>\
      <div class="says">\(quote)</div></li>
      """
  }

  /// What no plan says and the system decides is not passed off as a sentence of the plan.
  private func sourceName(_ source: String) -> String {
    guard source.hasPrefix("ours: ") else { return source }
    return words("quy định của hệ thống (\(source.dropFirst(6)))", "the system's own rule (\(source.dropFirst(6)))")
  }

  /// The published years of the index that a rule is about.
  private func series(_ objective: Objective, _ rulebook: Rulebook) -> HTML {
    guard case .index(let code) = objective.rule.subject, let index = rulebook.indices.first(where: { $0.code == code }) else { return "" }
    var facts: [Int: IndexFact] = [:]
    for fact in index.series { facts[fact.year] = fact }
    for (published, fact) in snapshot.state.published where published == code { facts[fact.year] = fact }
    guard !facts.isEmpty else { return "" }
    // The years of the picture are those of its table.
    let years = Array(Set(facts.keys).union([objective.year]).sorted().filter { $0 <= objective.year }.suffix(6))
    let heads = years.html { "<th scope=\"col\" class=\"n\">\($0)</th>" }
    let scores = years.html { "<td class=\"n\">\(facts[$0].map(score) ?? nothing)</td>" }
    let ranks = years.html { "<td class=\"n\">\(facts[$0].map(rank) ?? nothing)</td>" }
    return """
      \(picture(objective, index, facts, years))<table class="series"><caption class="vh">\(words(index.name))</caption><thead><tr><td></td>\(heads)</tr></thead><tbody>\
      <tr><th scope="row">\(words("Điểm", "Score"))</th>\(scores)</tr><tr><th scope="row">\(words("Hạng", "Rank"))</th>\(ranks)</tr></tbody></table>
      """
  }

  /// The score or the rank over the years, whichever the rule looks at, with what it demands.
  private func picture(_ objective: Objective, _ index: PublishedIndex, _ facts: [Int: IndexFact], _ years: [Int]) -> HTML {
    let isRank = objective.rule.kind.looksAt == .rank
    let points = years.map { year -> SeriesPicture.Point in
      let value = facts[year].flatMap { known($0, isRank: isRank) }
      return SeriesPicture.Point(year: year, value: value?.fraction, text: value.map { words.decimal($0) } ?? "")
    }
    let target = demanded(objective, facts)
    let level = target.map { words("mức yêu cầu ", "demanded ") + words($0.text(decimals: isRank ? 0 : index.decimals)) } ?? ""
    let name = "\(words(index.name)): \(isRank ? words("hạng qua các năm", "rank over the years") : words("điểm qua các năm", "score over the years"))"
    return SeriesPicture(
      name: level.isEmpty ? name : "\(name); \(level)", points: points, target: target, targetText: level, smallestOnTop: isRank
    ).html
  }

  private func known(_ fact: IndexFact, isRank: Bool) -> ExactDecimal? {
    if isRank {
      if case .value(let rank, _) = fact.rank { return ExactDecimal(rank) }
    } else if case .value(let score, _) = fact.score {
      return score
    }
    return nil
  }

  /// The level that a rule demands, where it is one number.
  private func demanded(_ objective: Objective, _ facts: [Int: IndexFact]) -> Fraction? {
    switch objective.rule.kind {
    case let rule as TopNRule: return Fraction(Int128(rule.last), 1)
    case let rule as ThresholdRule: return rule.target.fraction
    case let rule as RankGainRule:
      guard case .year(let year) = rule.against, case .value(let rank, _) = facts[year]?.rank else { return nil }
      return Fraction(Int128(rule.required(from: rank)), 1)
    case let rule as IncreaseRule where rule.minimum.coefficient == 0:
      return facts[objective.year - 1].flatMap { known($0, isRank: false)?.fraction }
    default: return nil
    }
  }

  private func score(_ fact: IndexFact) -> HTML { if case .value(let value, _) = fact.score { "\(words.decimal(value))" } else { nothing } }

  private func rank(_ fact: IndexFact) -> HTML {
    switch fact.rank {
    case .value(let rank, _): fact.of.map { "\(rank)<small>/\($0)</small>" } ?? "\(rank)"
    case .beyond(let last): "\(words("sau \(last)", "below \(last)"))"
    case .unknown: nothing
    }
  }

  /// Each unit's own outcome, where the rule is decided unit by unit.
  private func units(_ objective: Objective) -> HTML {
    // Another unit's outcome is not for everybody (decision 20).
    let shown = objective.units.filter { principal.may(.readUnit($0.unit.id)) }
    guard objective.units.count > 1, !shown.isEmpty else { return "" }
    let rows = shown.sorted { order($0.verdict.outcome) < order($1.verdict.outcome) }.html { unit, verdict in
      """
      <tr><th scope="row">\(unitLink(unit))</th><td>\(outcome(verdict))</td><td>\(words(verdict.text))</td></tr>
      """
    }
    return """
      <details class="twin"><summary>\(words("Từng đơn vị (\(shown.count))", "Unit by unit (\(shown.count))"))</summary><table><thead><tr>\
      <th scope="col">\(words("Đơn vị", "Unit"))</th><th scope="col">\(words("Kết quả", "Outcome"))</th><th scope="col">\(words("Lý do", "Reason"))</th>\
      </tr></thead><tbody>\(rows)</tbody></table></details>
      """
  }

  private func order(_ outcome: Outcome) -> Int { [.notMet, .missing, .undetermined, .pending, .met, .notApplicable].firstIndex(of: outcome) ?? 9 }

  // MARK: for programs

  func objectivesTable(_ text: String?) throws(PageProblem) -> DataTable {
    let shown = try yearShown(text)
    let columns: [DataTable.Column] = [
      .init("year", "Năm", "Year"), .init("rule", "Mã", "Rule"), .init("kind", "Loại", "Kind"), .init("subject", "Nội dung", "Subject"),
      .init("demand", "Yêu cầu", "Demand"), .init("evidence", "Số liệu", "Figures"), .init("outcome", "Kết quả", "Outcome"),
      .init("so_far", "Đến nay", "So far"), .init("reason", "Lý do", "Reason"), .init("quote", "Câu trong kế hoạch", "Sentence of the plan"), .init("source", "Văn bản", "Document"),
    ]
    let rows = shown.objectives.map { one -> [DataCell] in
      [
        .code(String(shown.year), String(shown.year)), .text(one.rule.id), .text(one.rule.kindCode), .text(words(one.subject)),
        .text(words(one.demand)), .text(words(one.evidence)), .code(one.verdict.outcome.rawValue, words(one.verdict.outcome.name)),
        .code(one.verdict.soFar?.rawValue, one.verdict.soFar.map { words($0.name) } ?? ""),
        .code(one.verdict.reason?.rawValue, one.verdict.reason.map { words($0.text) } ?? ""), .text(one.rule.source.quote),
        .text(one.rule.source.description),
      ]
    }
    return DataTable(name: words("Mục tiêu \(shown.year)", "Objectives \(shown.year)"), columns: columns, rows: rows)
  }

  func objectivesJSON(_ text: String?) throws(PageProblem) -> JSON {
    let shown = try yearShown(text)
    return .object([
      ("provenance", provenanceJSON(nil)), ("year", .whole(shown.year)),
      (
        "objectives",
        .list(shown.objectives.map { one in
          .object([
            ("rule", .string(one.rule.id)), ("kind", .string(one.rule.kindCode)), ("subject", .string(words(one.subject))),
            ("demand", .string(words(one.demand))), ("evidence", .string(words(one.evidence))), ("outcome", .string(one.verdict.outcome.rawValue)),
            ("so_far", .text(one.verdict.soFar?.rawValue)),
            ("reason", .text(one.verdict.reason?.rawValue)), ("quote", .string(one.rule.source.quote)),
            ("source", .string(one.rule.source.description)),
          ])
        })
      ),
    ])
  }
}

import Campaign
import Wire

/// A rule as it is shown: the sentence, and what the program makes of it.
struct RuleLine: Sendable {
  let id: String
  let kind: String
  let title: LocalizedText
  /// `province`, `department`, … as the sentence speaks of them; empty where it names none.
  let levels: [UnitLevel]
  let window: ClosedRange<Int>
  /// The text names no year; the campaign's own stand in.
  let undated: Bool
  /// What is demanded, with the years it holds for where that changes.
  let demand: LocalizedText
  /// `true`: to be reached by the last year.
  let dueAtEnd: Bool
  /// Who leads or must, in words; empty for rules on figures.
  let who: LocalizedText
  /// The same, unit by unit.
  let units: [ReportingUnit]
  /// Of a task: units that cooperate, and those that are no units.
  let cooperating: [ReportingUnit]
  let others: String?
  let quote: String
  let source: String
  let note: String?

  init(_ rule: Rule, of book: Rulebook) {
    id = rule.id
    kind = rule.kindCode
    title = rule.title
    levels = rule.levels
    window = rule.window
    undated = rule.isUndated
    demand = rule.demands
    dueAtEnd = rule.dueAtEnd
    who = LocalizedText(rule.who?.text(book, \.vi) ?? "", en: rule.who?.text(book, \.en) ?? "")
    units = rule.who.map { book.units(of: $0) } ?? []
    let task = rule.kind as? PlanTaskRule
    cooperating = task?.cooperating.map { book.units(of: $0) } ?? []
    others = task?.others?.vi
    quote = rule.source.quote
    source = rule.source.description
    note = rule.note
  }

  /// `sở, huyện`.
  func levels(_ words: Words) -> String { levels.map { words($0.shortName) }.joined(separator: ", ") }

  /// `2022–2025`, `đến 2025`.
  func window(_ words: Words) -> String {
    let years = dueAtEnd && window.count > 1 ? words("đến ", "by ") + "\(window.upperBound)" : yearsText(window)
    return years + (undated ? words(" (không ghi năm)", " (no date)") : "")
  }
}

extension Who {
  /// `Sở Nội vụ; sở, huyện`.
  fileprivate func text(_ book: Rulebook, _ language: KeyPath<LocalizedText, String>) -> String {
    switch self {
    case .all: LocalizedText("mọi đơn vị", en: "all units")[keyPath: language]
    case .levels(let levels): levels.map { $0.shortName[keyPath: language] }.joined(separator: ", ")
    case .units(let ids): ids.map { book.unit($0)?.name ?? $0.text }.joined(separator: "; ")
    case .together(let parts): parts.map { $0.text(book, language) }.joined(separator: "; ")
    }
  }
}

/// What a server found in a year, by rule.
struct RuleOutcomes: Sendable {
  let year: Int
  private let rows: [String: OutcomeLine]

  init(year: Int, rows: [ObjectiveRow]) {
    self.year = year
    self.rows = Dictionary(rows.map { ($0.rule, OutcomeLine($0.outcome)) }) { first, _ in first }
  }

  /// `nil`: the rule has no outcome for the province in that year.
  subscript(rule: String) -> OutcomeLine? { rows[rule] }
}

extension UnitLevel {
  fileprivate var shortName: LocalizedText {
    switch self {
    case .province: LocalizedText("tỉnh", en: "province")
    case .department: LocalizedText("sở", en: "departments")
    case .district: LocalizedText("huyện", en: "districts")
    case .commune: LocalizedText("xã", en: "communes")
    case .affiliate: LocalizedText("trực thuộc", en: "affiliates")
    }
  }
}

private func yearsText(_ years: ClosedRange<Int>) -> String {
  years.lowerBound == years.upperBound ? "\(years.lowerBound)" : "\(years.lowerBound)–\(years.upperBound)"
}

extension Report {
  init(_ lines: [RuleLine], of book: Rulebook, outcomes: RuleOutcomes?, _ words: Words) {
    let asked = outcomes == nil ? [] : ["year", "outcome", "reason"]
    self.init(
      csv: [["rule", "kind", "title", "levels", "first", "last", "due", "undated", "demand", "units", "quote", "source"] + asked],
      json: .object([
        ("campaign", .string(book.id)), ("year", .whole(outcomes?.year)),
        ("rules", .list(lines.map { $0.json(outcomes, words) })),
      ]))
    parts = [.line(Cell(words(book.name), .strong)), .gap]
    var columns = [
      Column(words("Mã", "Code")), Column(words("Loại", "Kind")), Column(words("Nội dung", "Subject"), widest: 30),
      Column(words("Cấp", "Level"), widest: 14), Column(words("Năm", "Years"), widest: 15), Column(words("Yêu cầu", "Demand"), widest: 26),
    ]
    if outcomes != nil { columns.append(Column(words("Kết quả", "Outcome"), widest: 18)) }
    var table = Table(columns + [Column(words("Câu trích", "Quote"), widest: 48)])
    for line in lines {
      let outcome = outcomes?[line.id]
      var row = [
        Cell(line.id), Cell(line.kind), line.quote == words(line.title) ? .nothing : Cell(words(line.title)),
        line.levels.isEmpty ? .nothing : Cell(line.levels(words)), Cell(line.window(words)),
        Cell([words(line.demand), words(line.who)].filter { !$0.isEmpty }.joined(separator: " — ")),
      ]
      if outcomes != nil { row.append(outcome.map { Cell("\($0.cell(words).text) \($0.code)", $0.cell(words).style) } ?? .nothing) }
      table.rows.append(row + [Cell(line.quote.isEmpty ? line.source : "“\(line.quote)” (\(line.source))", .faint)])
      csv.append(
        [
          line.id, line.kind, words(line.title), line.levels.map(\.rawValue).joined(separator: " "), String(line.window.lowerBound),
          String(line.window.upperBound), line.due, String(line.undated), words(line.demand), line.units.map(\.id.text).joined(separator: " "),
          line.quote, line.source,
        ] + (outcomes.map { [String($0.year), outcome?.code ?? "", outcome?.reason ?? ""] } ?? []))
    }
    parts.append(.table(table))
    let kinds = Dictionary(grouping: lines, by: \.kind).map { ($0, $1.count) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    add(words.whole(lines.count) + words(" quy tắc: ", " rules: ") + kinds.map { "\($0) \($1)" }.joined(separator: ", "), .faint)
  }
}

extension RuleLine {
  fileprivate var due: String { dueAtEnd ? "end" : "yearly" }

  fileprivate func json(_ outcomes: RuleOutcomes?, _ words: Words) -> JSON {
    let found = outcomes?[id]
    let asked: [(String, JSON)] =
      outcomes == nil ? [] : [("outcome", .text(found?.code)), ("reason", .text(found.flatMap { $0.reason.isEmpty ? nil : $0.reason }))]
    return .object(
      [
        ("rule", .string(id)), ("kind", .string(kind)), ("title", .string(words(title))),
        ("levels", .list(levels.map { .string($0.rawValue) })), ("first", .whole(window.lowerBound)), ("last", .whole(window.upperBound)),
        ("due", .string(due)), ("undated", .bool(undated)), ("demand", .string(words(demand))),
        ("units", .list(units.map { .string($0.id.text) })), ("with", .list(cooperating.map { .string($0.id.text) })),
        ("with_text", .text(others)), ("quote", .string(quote)), ("source", .string(source)), ("note", .text(note)),
      ] + asked)
  }
}

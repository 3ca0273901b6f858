import Campaign
import Ranking
import Wire

/// A task, list or cadence of a unit, wherever it was looked up.
struct TaskLine: Sendable {
  let rule: String
  let kind: String
  let year: Int?
  let role: String
  let title: LocalizedText
  let demand: LocalizedText
  let due: String
  let state: String
  let daysOverdue: Int
  let outcome: OutcomeLine
  let leads: [String]
  let cooperating: [String]
  let others: String
  let items: [(id: String, name: LocalizedText, doneOn: String)]
  let events: [(date: String, item: String, evidence: String)]
  let source: String

  init(_ one: Obligation) {
    rule = one.rule.id
    kind = one.rule.kindCode
    year = one.year
    role = one.role.rawValue
    title = one.rule.title
    demand = one.demand
    due = one.due?.description ?? ""
    state = one.state.rawValue
    daysOverdue = one.daysOverdue
    outcome = OutcomeLine(one.verdict)
    leads = one.leads.map(\.id.text)
    cooperating = one.cooperating.map(\.id.text)
    others = (one.rule.kind as? PlanTaskRule)?.others?.vi ?? ""
    items = one.items.map { ($0.item.id, $0.item.name, $0.done?.date.description ?? "") }
    events = one.deliveries.map { ($0.date.description, $0.item ?? "", $0.evidence) }
    source = one.rule.source.description
  }

  init(_ row: TaskRow) {
    rule = row.rule
    kind = row.kind
    year = row.year == 0 ? nil : Int(row.year)
    role = row.role
    title = LocalizedText(row.titleVi, en: row.titleEn)
    demand = LocalizedText(row.demandVi, en: row.demandEn)
    due = row.due
    state = row.state
    daysOverdue = Int(row.daysOverdue)
    outcome = OutcomeLine(row.outcome)
    leads = row.leads
    cooperating = row.with
    others = row.withText
    items = row.items.map { ($0.id, LocalizedText($0.nameVi, en: $0.nameEn), $0.doneOn) }
    events = row.events.map { ($0.date, $0.item, $0.evidence) }
    source = row.source
  }

  func role(_ words: Words) -> String {
    switch role {
    case "lead": words("chủ trì", "lead")
    case "cooperating": words("phối hợp", "cooperates")
    default: words("thực hiện", "must")
    }
  }

  func state(_ words: Words) -> Cell {
    switch state {
    case "done": Cell(words("xong", "done"), .good)
    case "late": Cell(words("trễ \(daysOverdue) ngày", "\(daysOverdue) \(daysOverdue == 1 ? "day" : "days") late"), .bad)
    default: Cell(words("còn", "open"))
    }
  }

  var json: JSON {
    .object([
      ("rule", .string(rule)), ("kind", .string(kind)), ("year", .whole(year)), ("role", .string(role)), ("title", .string(title.vi)),
      ("demand", .string(demand.vi)), ("due", .text(due.isEmpty ? nil : due)), ("state", .string(state)), ("days_overdue", .whole(daysOverdue)),
      ("outcome", .string(outcome.code)), ("reason", .text(outcome.reason.isEmpty ? nil : outcome.reason)),
      ("leads", .list(leads.map { .string($0) })), ("with", .list(cooperating.map { .string($0) })), ("with_text", .text(others.isEmpty ? nil : others)),
      (
        "items",
        .list(
          items.map {
            .object([("id", .string($0.id)), ("name", .string($0.name.vi)), ("done_on", .text($0.doneOn.isEmpty ? nil : $0.doneOn))])
          })
      ),
      (
        "events",
        .list(
          events.map {
            .object([("date", .string($0.date)), ("item", .text($0.item.isEmpty ? nil : $0.item)), ("evidence", .string($0.evidence))])
          })
      ),
      ("source", .string(source)),
    ])
  }
}

extension Report {
  init(
    _ lines: [TaskLine], unit: (id: String, name: String), asOf: String, open: Int, late: Int, head: [Part], provenance: (String, JSON),
    _ words: Words
  ) {
    self.init(
      csv: [["rule", "kind", "year", "role", "title", "due", "state", "days_overdue", "outcome", "reason", "source"]],
      json: .object([
        provenance, ("unit", .string(unit.id)), ("as_of", .string(asOf)), ("open", .whole(open)), ("late", .whole(late)),
        ("tasks", .list(lines.map(\.json))),
      ]))
    let day = CivilDate(asOf).map { words($0.vietnameseText, $0.description) } ?? asOf
    parts = head
    parts.append(.gap)
    add(words("\(unit.name) — đến \(day): \(late) việc trễ, \(open) việc còn", "\(unit.name) — as of \(day): \(late) late, \(open) open"), .strong)
    var table = Table([
      Column(words("Mã", "Code")), Column(words("Nội dung", "Subject"), widest: 44), Column(words("Vai trò", "Role")), Column(words("Hạn", "Due")),
      Column(words("Tình trạng", "State")), Column(words("Kết quả", "Outcome"), widest: 40),
    ])
    for line in lines {
      let due = CivilDate(line.due).map { Cell(words($0.vietnameseText, $0.description)) } ?? .nothing
      let outcome = line.outcome.cell(words)
      let missing = line.items.filter { $0.doneOn.isEmpty }.map { "\($0.id): \(words($0.name))" }
      let items = missing.isEmpty ? "" : " — " + words("thiếu", "missing") + " " + missing.joined(separator: "; ")
      let text = words(line.outcome.text)
      table.rows.append([
        Cell(line.rule + (line.year.map { " (\($0))" } ?? "")), Cell(words(line.title) + items), Cell(line.role(words)), due, line.state(words),
        Cell(outcome.text + (text.isEmpty ? "" : ": " + text), outcome.style),
      ])
      csv.append([
        line.rule, line.kind, line.year.map(String.init) ?? "", line.role, words(line.title), line.due, line.state, String(line.daysOverdue),
        line.outcome.code, line.outcome.reason, line.source,
      ])
    }
    if lines.isEmpty { add(words("Không có việc nào.", "Nothing to show."), .faint) } else { parts.append(.table(table)) }
  }
}

import Campaign
import Ranking
import Wire

/// A rule of the plan with its outcome, wherever it was computed.
struct ObjectiveLine: Sendable {
  let rule: String
  let kind: String
  let subject: LocalizedText
  let demand: LocalizedText
  let evidence: LocalizedText
  let outcome: OutcomeLine
  let quote: String
  let source: String
  /// Each unit's own outcome, where a rule is decided unit by unit and it was asked for.
  let units: [(id: String, name: String, outcome: OutcomeLine)]

  init(_ objective: Objective, withUnits: Bool = false) {
    units = withUnits ? objective.units.map { ($0.unit.id.text, $0.unit.name, OutcomeLine($0.verdict)) } : []
    rule = objective.rule.id
    kind = objective.rule.kindCode
    subject = objective.subject
    demand = objective.demand
    evidence = objective.evidence
    outcome = OutcomeLine(objective.verdict)
    quote = objective.rule.source.quote
    source = objective.rule.source.description
  }

  init(_ row: ObjectiveRow) {
    rule = row.rule
    kind = row.kind
    subject = LocalizedText(row.subjectVi, en: row.subjectEn)
    demand = LocalizedText(row.demandVi, en: row.demandEn)
    evidence = LocalizedText(row.evidenceVi, en: row.evidenceEn)
    outcome = OutcomeLine(row.outcome)
    quote = row.quote
    source = row.source
    units = row.units.map { ($0.unit, $0.unitName, OutcomeLine($0.outcome)) }
  }
}

extension Report {
  /// - Parameter head: What the answer was computed from, for people and for programs.
  init(_ lines: [ObjectiveLine], year: Int, head: [Part], provenance: (String, JSON), _ words: Words) {
    self.init(
      csv: [["year", "rule", "kind", "subject", "demand", "evidence", "outcome", "reason", "quote", "source"]],
      json: .object([
        provenance, ("year", .whole(year)),
        (
          "objectives",
          .list(
            lines.map { line in
              .object([
                ("rule", .string(line.rule)), ("kind", .string(line.kind)), ("subject", .string(words(line.subject))),
                ("demand", .string(words(line.demand))), ("evidence", .string(words(line.evidence))),
                ("outcome", .string(line.outcome.code)), ("reason", .text(line.outcome.reason.isEmpty ? nil : line.outcome.reason)),
                ("quote", .string(line.quote)), ("source", .string(line.source)),
              ] + (line.units.isEmpty ? [] : [("units", .list(line.units.map { .object([("unit", .string($0.id)), ("outcome", .string($0.outcome.code)), ("reason", .text($0.outcome.reason.isEmpty ? nil : $0.outcome.reason))]) }))]))
            })
        ),
      ]))
    parts = head
    parts.append(.gap)
    add(words("Mục tiêu năm \(year)", "Objectives of \(year)"), .strong)
    var table = Table([
      Column(words("Mã", "Code")), Column(words("Nội dung", "Subject"), widest: 28), Column(words("Yêu cầu", "Demand"), widest: 22),
      Column(words("Số liệu", "Figures"), widest: 24), Column(words("Kết quả", "Outcome"), widest: 18),
      Column(words("Lý do", "Reason"), widest: 24), Column(words("Câu trích", "Quote"), widest: 44),
    ])
    for line in lines {
      let outcome = line.outcome.cell(words)
      table.rows.append([
        Cell(line.rule), Cell(words(line.subject)), Cell(words(line.demand)), Cell(words(line.evidence)),
        Cell("\(outcome.text) \(line.outcome.code)", outcome.style), Cell(words(line.outcome.text)),
        Cell(line.quote.isEmpty ? line.source : "“\(line.quote)” (\(line.source))", .faint),
      ])
      csv.append([
        String(year), line.rule, line.kind, words(line.subject), words(line.demand), words(line.evidence), line.outcome.code,
        line.outcome.reason, line.quote, line.source,
      ])
    }
    parts.append(.table(table))
    for line in lines where !line.units.isEmpty { parts += [.gap, .table(unitTable(line, words))] }
  }
}

/// Outcomes of units, in the order in which they came.
private func unitTable(_ line: ObjectiveLine, _ words: Words) -> Table {
  var table = Table([
    Column(words("Mã", "Id")), Column(words("Đơn vị", "Unit"), widest: 44), Column(words("Kết quả", "Outcome")),
    Column(words("Lý do", "Reason"), widest: 60),
  ])
  for (id, name, outcome) in line.units {
    let cell = outcome.cell(words)
    table.rows.append([Cell(id), Cell(name), Cell("\(cell.text) \(outcome.code)", cell.style), Cell(words(outcome.text))])
  }
  return table
}

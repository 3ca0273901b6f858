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

  init(_ objective: Objective) {
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
              ])
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
  }
}

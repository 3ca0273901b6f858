import Campaign

enum Format: String, Sendable, CaseIterable { case table, json, csv }

/// What a command answers, in each of its forms.
struct Report: Sendable {
  enum Part: Sendable {
    case line(Cell)
    case table(Table)
    case gap
  }
  /// For people, from top to bottom.
  var parts: [Part] = []
  /// For programs: a header, then rows.
  var csv: [[String]]
  var json: JSON

  mutating func add(_ text: String, _ style: Cell.Style = .plain) { parts.append(.line(Cell(text, style))) }

  func text(_ format: Format, coloured: Bool) -> String {
    switch format {
    case .json: return json.text
    case .csv: return csvText(csv)
    case .table:
      return parts.map { part in
        switch part {
        case .line(let cell): painted(cell.text, cell.style, coloured) + "\n"
        case .table(let table): table.text(coloured: coloured)
        case .gap: "\n"
        }
      }.joined()
    }
  }
}

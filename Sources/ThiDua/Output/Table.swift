import Campaign

/// A cell for people.
struct Cell: Sendable, Hashable, ExpressibleByStringInterpolation {
  enum Style: Sendable { case plain, strong, good, bad, faint }
  let text: String
  let style: Style

  init(_ text: String, _ style: Style = .plain) {
    self.text = text.printable
    self.style = style
  }
  init(stringLiteral value: String) { self.init(value) }

  /// There is nothing to say; never a zero.
  static let nothing = Cell("—", .faint)
}

struct Column: Sendable {
  enum Side: Sendable { case left, right }
  let title: String
  let side: Side
  /// Longer texts go on in the next line.
  let widest: Int

  init(_ title: String, _ side: Side = .left, widest: Int = 60) {
    self.title = title
    self.side = side
    self.widest = widest
  }
}

/// Rows under titles, in columns of a terminal.
struct Table: Sendable {
  let columns: [Column]
  var rows: [[Cell]] = []
  /// The last rows are sums: a rule stands above them.
  var sums: [[Cell]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// With one column more on the right.
  func with(_ column: Column, _ cells: [Cell]) -> Table {
    var table = Table(columns + [column])
    table.rows = zip(rows, cells).map { $0 + [$1] }
    return table
  }

  /// Lines with LF, without blanks at their ends.
  func text(coloured: Bool = false) -> String {
    let title = columns.map { Cell($0.title, .strong) }
    let body = rows.map(wrapped)
    let foot = sums.map(wrapped)
    let head = wrapped(title)
    var widths = columns.map { _ in 0 }
    for row in [head] + body + foot {
      for (index, lines) in row.enumerated() { widths[index] = max(widths[index], lines.map(\.columns).max() ?? 0) }
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    var text = line(head, title, widths, coloured) + rule
    for (lines, cells) in zip(body, rows) { text += line(lines, cells, widths, coloured) }
    if !sums.isEmpty { text += rule }
    for (lines, cells) in zip(foot, sums) { text += line(lines, cells, widths, coloured) }
    return text
  }

  private func wrapped(_ row: [Cell]) -> [[String]] { zip(row, columns).map { wrap($0.text, $1.widest) } }

  private func line(_ cells: [[String]], _ row: [Cell], _ widths: [Int], _ coloured: Bool) -> String {
    let height = cells.map(\.count).max() ?? 1
    var text = ""
    for part in 0..<height {
      var line = ""
      var owed = 0
      for index in columns.indices {
        let piece = part < cells[index].count ? cells[index][part] : ""
        let blank = widths[index] - piece.columns
        if columns[index].side == .right { owed += blank }
        if !piece.isEmpty {
          line += String(repeating: " ", count: owed) + painted(piece, row[index].style, coloured)
          owed = 0
        }
        owed += (columns[index].side == .left ? blank : 0) + 2
      }
      text += line + "\n"
    }
    return text
  }
}

/// Words in lines of at most `width` columns; a word that is longer stands alone.
func wrap(_ text: String, _ width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ", omittingEmptySubsequences: true) {
    if !line.isEmpty, line.columns + 1 + word.columns > width {
      lines.append(line)
      line = ""
    }
    line += (line.isEmpty ? "" : " ") + word
  }
  return lines + [line]
}

func painted(_ text: String, _ style: Cell.Style, _ coloured: Bool) -> String {
  guard coloured else { return text }
  let code: String? =
    switch style {
    case .plain: nil
    case .strong: "1"
    case .good: "32"
    case .bad: "31"
    case .faint: "2"
    }
  return code.map { "\u{1B}[\($0)m\(text)\u{1B}[0m" } ?? text
}

extension Words {
  /// `▲2`, `▼1`, `0`; places gained are better places.
  func moved(_ places: Int) -> Cell {
    if places > 0 { return Cell("▲\(places)", .good) }
    return places < 0 ? Cell("▼\(-places)", .bad) : Cell("0")
  }
}

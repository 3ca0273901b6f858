import Campaign
import Ranking
import Service

/// The board for programs: the same numbers as the page, in plain form.
extension PageView {
  private static let header = [
    "period", "block", "place", "unit", "name", "points", "band", "reason", "tied", "applicable", "moved_previous", "moved_last_year",
    "gain_last_year", "places_gained", "places_gained_reason", "months_filed", "months_due", "late", "volume",
  ]

  func boardCSV(block: String?, period text: String?) throws(PageProblem) -> String {
    let period = try period(text)
    let rulebook = snapshot.span(of: period.last).rulebook
    let rows = try boards(block, period).flatMap { board in
      board.rows.map { csv($0, period, board.block, rulebook).map(inert) }
    }
    return csvText([Self.header] + rows)
  }

  private func csv(_ row: BoardRow, _ period: ShownPeriod, _ block: Block, _ rulebook: Rulebook) -> [CSVCell] {
    let standing = row.standing
    return [
      .text(period.named.description), .text(block.id), .number(standing.place.map(String.init)), .text(row.unit.id.text), .text(row.unit.name),
      .number(standing.published?.text(decimals: rulebook.ranking.published)), .text(row.band.map { words($0.name) } ?? ""),
      .text(standing.reason?.rawValue ?? ""), .text(standing.tied ? "true" : "false"), .number(standing.applicable.description),
      .number(row.movedPrevious.map(String.init)), .number(row.movedLastYear.map(String.init)),
      .number(standing.gainSinceLastYear?.text(decimals: rulebook.gainDecimals)), .text(standing.placesGained?.outcome.rawValue ?? ""),
      .text(standing.placesGained?.reason?.rawValue ?? ""), .number(String(standing.monthsFiled)), .number(String(standing.monthsDue)),
      .text(row.late ? "true" : "false"), .number(row.volume.map { String($0) }),
    ]
  }

  func boardJSON(block: String?, period text: String?) throws(PageProblem) -> JSON {
    let period = try period(text)
    let rulebook = snapshot.span(of: period.last).rulebook
    let blocks = try boards(block, period).map { board in
      JSON.object([
        ("block", .string(board.block.id)), ("name", .string(words(board.block.name))),
        ("rows", .list(board.rows.map { json($0, rulebook) })),
      ])
    }
    return .object([
      ("provenance", provenanceJSON(period.last)), ("period", .string(period.named.description)),
      ("through", .string(period.last.description)), ("provisional", .bool(snapshot.isProvisional(period.last))), ("blocks", .list(blocks)),
    ])
  }

  private func json(_ row: BoardRow, _ rulebook: Rulebook) -> JSON {
    let standing = row.standing
    let gained = standing.placesGained.map { verdict in
      JSON.object([("outcome", .string(verdict.outcome.rawValue)), ("reason", .text(verdict.reason?.rawValue))])
    }
    return .object([
      ("place", .whole(standing.place)), ("tied", .bool(standing.tied)), ("unit", .string(row.unit.id.text)), ("name", .string(row.unit.name)),
      ("parent", .text(row.unit.parent?.text)), ("points", .decimal(standing.published?.text(decimals: rulebook.ranking.published))),
      ("band", .text(row.band.map { words($0.name) })), ("reason", .text(standing.reason?.rawValue)),
      ("applicable", .number(standing.applicable.description)), ("moved_previous", .whole(row.movedPrevious)),
      ("moved_last_year", .whole(row.movedLastYear)),
      ("gain_last_year", .decimal(standing.gainSinceLastYear?.text(decimals: rulebook.gainDecimals))), ("places_gained", gained ?? .null),
      ("months_filed", .whole(standing.monthsFiled)), ("months_due", .whole(standing.monthsDue)), ("late", .bool(row.late)),
      ("places", .list(row.places.map { .whole($0) })), ("volume", .whole(row.volume)),
    ])
  }

  /// As `thidua rank --format json` has it.
  func provenanceJSON(_ period: Period?) -> JSON {
    let version = period.map { snapshot.span(of: $0).version } ?? snapshot.current.version
    return .object([
      ("campaign", .string(version.rulebook.id)), ("deployment", .string(snapshot.state.genesis?.deployment ?? "")),
      ("demonstration", .bool(snapshot.state.genesis?.isDemonstration ?? false)), ("journal_position", .whole(snapshot.state.position)),
      ("journal_head", .string(hexText(snapshot.state.headHash))), ("rulebook_digest", .string(hexText(version.digest))),
      ("time", .string(machineInstant(snapshot.time.milliseconds))),
    ])
  }
}

/// A cell of a table for a spreadsheet.
enum CSVCell {
  case text(String)
  /// A plain number, which may begin with a minus; `nil`: empty.
  case number(String?)
}

/// A text that a spreadsheet would take for a formula gets an apostrophe in front, and stays a text.
func inert(_ cell: CSVCell) -> String {
  switch cell {
  case .number(let number): return number ?? ""
  case .text(let text):
    guard let first = text.unicodeScalars.first, ["=", "+", "-", "@", "\t", "\r", "\n"].contains(first) else { return text }
    return "'" + text
  }
}

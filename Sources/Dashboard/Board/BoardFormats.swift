import Campaign
import Ranking
import Service

/// The board for programs: the same numbers as the page, in plain form.
extension PageView {
  private static let columns: [DataTable.Column] = [
    .init("period", "Kỳ", "Period"), .init("block", "Khối", "Block"), .init("place", "Hạng", "Place"),
    .init("unit", "Mã đơn vị", "Unit code"), .init("name", "Đơn vị", "Unit"), .init("points", "Điểm", "Points"),
    .init("band", "Xếp loại", "Band"), .init("reason", "Lý do chưa xếp hạng", "Why without place"), .init("tied", "Đồng hạng", "Tied"),
    .init("applicable", "Điểm được áp dụng", "Applicable points"), .init("moved_previous", "So kỳ trước (bậc)", "On last period (places)"),
    .init("moved_last_year", "So cùng kỳ năm trước (bậc)", "On last year (places)"),
    .init("gain_last_year", "So cùng kỳ năm trước (điểm)", "On last year (points)"), .init("places_gained", "Tăng bậc", "Climb"),
    .init("places_gained_reason", "Lý do", "Reason"), .init("months_filed", "Số kỳ đã nộp", "Periods filed"),
    .init("months_due", "Số kỳ phải nộp", "Periods due"), .init("late", "Nộp trễ", "Late"), .init("volume", "Khối lượng", "Volume"),
  ]

  func boardTable(block: String?, period text: String?) throws(PageProblem) -> DataTable {
    let period = try period(text)
    let rulebook = snapshot.span(of: period.last).rulebook
    let rows = try boards(block, period).flatMap { board in board.rows.map { cells($0, period, board.block, rulebook) } }
    return DataTable(name: words("Bảng xếp hạng", "Ranking"), columns: Self.columns, rows: rows, period: period.last)
  }

  private func cells(_ row: BoardRow, _ period: ShownPeriod, _ block: Block, _ rulebook: Rulebook) -> [DataCell] {
    let standing = row.standing
    let compared = row.compared(standing)
    let gained = compared.placesGained
    return [
      .code(period.named.description, label(period.named)), .code(block.id, words(block.name)), .number(standing.place.map(String.init)),
      .text(row.unit.id.text), .text(row.unit.name), .number(standing.published?.text(decimals: rulebook.ranking.published)),
      .text(row.band(standing).map { words($0.name) } ?? ""), .code(standing.reason?.rawValue, standing.reason.map { words($0.text) } ?? ""),
      .flag(standing.tied), .number(standing.applicable.description), .number(row.movedPrevious.map(String.init)),
      .number(compared.lastYear.map(String.init)), .number(standing.gainSinceLastYear?.text(decimals: rulebook.gainDecimals)),
      .code(gained?.outcome.rawValue, gained.map { words($0.outcome.name) } ?? ""),
      .code(gained?.reason?.rawValue, gained?.reason.map { words($0.text) } ?? ""), .number(String(standing.monthsFiled)),
      .number(String(standing.monthsDue)), .flag(row.late), .number(row.volume.map { String($0) }),
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
    let compared = row.compared(standing)
    let gained = compared.placesGained.map { verdict in
      JSON.object([("outcome", .string(verdict.outcome.rawValue)), ("reason", .text(verdict.reason?.rawValue))])
    }
    return .object([
      ("place", .whole(standing.place)), ("tied", .bool(standing.tied)), ("unit", .string(row.unit.id.text)), ("name", .string(row.unit.name)),
      ("parent", .text(row.unit.parent?.text)), ("points", .decimal(standing.published?.text(decimals: rulebook.ranking.published))),
      ("band", .text(row.band(standing).map { words($0.name) })), ("reason", .text(standing.reason?.rawValue)),
      ("applicable", .number(standing.applicable.description)), ("moved_previous", .whole(row.movedPrevious)),
      ("moved_last_year", .whole(compared.lastYear)),
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

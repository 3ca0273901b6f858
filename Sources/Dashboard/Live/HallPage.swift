import Campaign
import Ranking
import Service

/// The board for a hall: large type, nothing to press, what is seen from the last row.
extension PageView {
  private static let hallRows = 20
  /// How long some rows of a long block are shown where pages turn by themselves.
  private static let hallSeconds = 15

  func hallPage(block: String?, period: ShownPeriod, _ boards: [BlockBoard]) -> HTML {
    var content: HTML = "<div class=\"title\"><h1>\(boards.count == 1 ? words(boards[0].block.name) : words("Bảng xếp hạng", "Ranking")) <span class=\"when\">\(label(period.named).lowercased())</span></h1>\(badge(period.last))</div>\(liveState(block, period))"
    let many = boards.reduce(0) { $0 + $1.rows.count } > Self.hallRows && boards.count > 1
    for board in boards { content += hallSection(board, period, most: many ? 5 : Self.hallRows, alone: boards.count == 1) }
    let out = Address(.board(block: block, period: period.named.description))
    content += """
      <p class="hall-foot"><a href="\(out)">\(words("Về bảng thường", "Back to the board"))</a>\
      <button type="button" id="toan-man-hinh" hidden>\(words("Toàn màn hình", "Full screen"))</button>\(turning(boards))</p>
      """
    let name = boards.count == 1 ? words(boards[0].block.name) : words("Tất cả các khối", "All blocks")
    return document(PageHead(title: "\(name), \(label(period.named))", section: .board, period: period.last, isHall: true), content)
  }

  private func hallSection(_ board: BlockBoard, _ period: ShownPeriod, most: Int, alone: Bool) -> HTML {
    let decimals = snapshot.span(of: period.last).rulebook.ranking.published
    let page = alone ? max(1, query("trang").flatMap { digits($0) } ?? 1) : 1
    let start = min(board.rows.count, (page - 1) * most)
    let end = min(board.rows.count, start + most)
    let rows = Array(board.rows[start..<end]).html { row in
      let points: HTML = row.standing.published.map { "\(words.points($0, decimals: decimals))" } ?? nothing
      let medal: HTML = row.place.map { $0 <= 3 && !row.isAwaited ? " class=\"p\($0)\"" : "" } ?? " class=\"without\""
      let note: HTML = row.reason.map { "<small>\(words($0.text))</small>" } ?? ""
      return """
        <li\(medal) data-row="\(row.unit.id.text)"><b>\(place(row.standing) ?? "–")</b><span>\(row.unit.name)\(note)</span>\
        <em>\(points)</em><i>\(row.place == nil ? "" : moved(row.movedPrevious, waits: row.isAwaited))</i></li>
        """
    }
    let name: HTML = alone ? "" : "<h2>\(words(board.block.name))</h2>"
    let filed = words("Đã xếp hạng \(board.ranked.count)/\(board.rows.count)", "Ranked \(board.ranked.count)/\(board.rows.count)")
      + (board.awaited.isEmpty ? "" : "; \(waiting)")
    let columns: HTML = end - start > 10 ? "two" : "one"
    return """
      <section class="board" id="bang-\(board.block.id)">\(name)<ol class="hall-list \(columns)">\(rows)</ol><p class="legend">\(filed)</p>\
      \(alone ? turns(board.rows.count, most, page) : "")</section>
      """
  }

  /// Turns the pages of a long block by themselves; the script shows it.
  private func turning(_ boards: [BlockBoard]) -> HTML {
    guard boards.count == 1, boards[0].rows.count > Self.hallRows else { return "" }
    let pages = (boards[0].rows.count + Self.hallRows - 1) / Self.hallRows
    return """
      <button type="button" id="tu-chuyen" aria-pressed="false" data-pages="\(pages)" data-seconds="\(Self.hallSeconds)" hidden>\
      \(words("Tự chuyển trang", "Turn pages"))</button>
      """
  }

  private func turns(_ count: Int, _ most: Int, _ page: Int) -> HTML {
    guard count > most else { return "" }
    let before: HTML = page > 1 ? "<a href=\"\(address.with("trang", String(page - 1)))\">‹ \(words("Trước", "Before"))</a>" : ""
    let after: HTML = page * most < count ? "<a href=\"\(address.with("trang", String(page + 1)))\">\(words("Tiếp", "Next")) ›</a>" : ""
    return "<p class=\"pages\">\(before)<span>\(page)/\((count + most - 1) / most)</span>\(after)</p>"
  }
}

import Campaign
import Ranking
import Service

/// The board (bảng xếp hạng) of one block or of all, as a page.
extension PageView {
  /// Rows on one page; larger blocks are turned over.
  static let rowsMost = 200

  func boardPage(block: String?, period text: String?) throws(PageProblem) -> HTML {
    let period = try period(text)
    let boards = try boards(block, period)
    if isHall { return hallPage(block: block, period: period, boards) }
    let name = boards.count == 1 ? words(boards[0].block.name) : words("Tất cả các khối", "All blocks")
    var content: HTML = """
      <div class="title"><h1>\(words("Bảng xếp hạng", "Ranking"))<span class="vh">: \(name), \(label(period.named))</span></h1>\
      \(stepper(period) { .board(block: block, period: $0) })</div>\(tabs(block, period) { .board(block: $0, period: period.named.description) })\
      \(views(nil, block, period))\(liveState(block, period))
      """
    content += found(query("tim"))
    if query("tim") == nil, pageNumber == 1 { content += missedObjectives(period) }
    let needs = LegendNeeds()
    for board in boards { content += section(board, period, needs) }
    content += legend(period, boards, needs)
    let head = PageHead(
      title: "\(name), \(label(period.named))", section: .board, period: period.last, formats: PageHead.data)
    return document(head, content)
  }

  func tabs(_ block: String?, _ period: ShownPeriod, _ subject: (String?) -> Address.Subject) -> HTML {
    let rulebook = snapshot.span(of: period.last).rulebook
    func tab(_ id: String?, _ name: String, _ count: Int) -> HTML {
      let current: HTML = id == block ? " aria-current=\"true\"" : ""
      return "<li><a href=\"\(Address(subject(id)))\"\(current)>\(name) <small>\(words.whole(count))</small></a></li>"
    }
    let blocks = rulebook.blocks.filter(\.ranked)
    var counts: [String: Int] = [:]
    for index in rulebook.units.indices { counts[rulebook.units[index].block, default: 0] += 1 }
    let all = blocks.reduce(0) { $0 + (counts[$1.id] ?? 0) }
    return """
      <nav class="tabs" aria-label="\(words("Khối", "Blocks"))"><ul>\(tab(nil, words("Tất cả", "All"), all))\
      \(blocks.html { block in tab(block.id, words(block.name), counts[block.id] ?? 0) })</ul></nav>
      """
  }

  private func found(_ search: String?) -> HTML {
    guard let search else { return "" }
    var all = address
    all.query.removeAll { $0.name == "tim" || $0.name == "trang" }
    return """
      <p class="found">\(words("Chỉ hiện đơn vị có", "Only units with")) “\(search)” · \
      <a href="\(all)">\(words("hiện tất cả", "show all"))</a></p>
      """
  }

  private func section(_ board: BlockBoard, _ period: ShownPeriod, _ needs: LegendNeeds) -> HTML {
    let id = "khoi-" + board.block.id
    let search = query("tim").map { known.names(of: snapshot.span(of: period.last).version).withParents.holding(VietnameseKey.plain($0)) }
    let shown = search.map { found in board.rows.filter { found[$0.index] } } ?? board.rows
    let start = min(shown.count, (pageNumber - 1) * Self.rowsMost)
    let end = min(shown.count, start + Self.rowsMost)
    var html: HTML = "<section class=\"board\" id=\"bang-\(board.block.id)\" aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(words(board.block.name))</h2>"
    if search == nil { html += highlights(board, period) }
    html += table(board, Array(shown[start..<end]), period, needs)
    html += pages(shown.count, start, end)
    html += "</section>"
    return html
  }

  private var pageNumber: Int { max(1, query("trang").flatMap { digits($0) } ?? 1) }

  func pages(_ count: Int, _ start: Int, _ end: Int) -> HTML {
    guard start > 0 || end < count else { return "" }
    let page = start / Self.rowsMost + 1
    let before: HTML = start > 0 ? "<a href=\"\(address.with("trang", String(page - 1)))\">‹ \(words("Trước", "Before"))</a>" : ""
    let after: HTML = end < count ? "<a href=\"\(address.with("trang", String(page + 1)))\">\(words("Tiếp", "Next")) ›</a>" : ""
    return "<p class=\"pages\">\(before)<span>\(words.whole(start + 1))–\(words.whole(end)) / \(words.whole(count))</span>\(after)</p>"
  }
}

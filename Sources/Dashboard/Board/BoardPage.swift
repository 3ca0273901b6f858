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
    for board in boards { content += section(board, period, alone: boards.count == 1) }
    content += legend(period)
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

  private func section(_ board: BlockBoard, _ period: ShownPeriod, alone: Bool) -> HTML {
    let id = "khoi-" + board.block.id
    let search = query("tim").map { known.names(of: snapshot.span(of: period.last).version).withParents.holding(VietnameseKey.plain($0)) }
    let shown = search.map { found in board.rows.filter { found[$0.index] } } ?? board.rows
    let start = min(shown.count, (pageNumber - 1) * Self.rowsMost)
    let end = min(shown.count, start + Self.rowsMost)
    var html: HTML = "<section class=\"board\" id=\"bang-\(board.block.id)\" aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(words(board.block.name))</h2>"
    if search == nil { html += highlights(board, period) }
    html += table(board, Array(shown[start..<end]), period)
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

  // MARK: at a glance

  /// Who leads, who rose and fell most, who has no place: what a chairman asks first.
  private func highlights(_ board: BlockBoard, _ period: ShownPeriod) -> HTML {
    let decimals = snapshot.span(of: period.last).rulebook.ranking.published
    var items: [(String, String, HTML)] = []
    if let leader = board.leaders.first, let points = leader.standing.published {
      let value = words.points(points, decimals: decimals) + words(" điểm", " points")
      items.append(("lead", words("Dẫn đầu", "Leading"), "\(names(board.leaders, period)) <em>\(value)</em>"))
    }
    for up in [true, false] {
      let rows = board.strongest(up: up)
      guard let row = rows.first, let moved = row.movedPrevious, let now = row.place else { continue }
      let way = rows.count == 1 ? ", \(now + moved) → \(now)" : ""
      let title = up ? words("Tăng nhiều nhất", "Rose most") : words("Giảm nhiều nhất", "Fell most")
      items.append((up ? "rise" : "fall", title, "\(names(rows, period)) <em>\(movedWords(moved))\(way)</em>"))
    }
    let missing = board.unranked
    let reasons = Set(missing.compactMap(\.reason)).map { words($0.text) }.sorted().joined(separator: "; ")
    items.append((
      missing.isEmpty ? "none" : "miss", words("Chưa xếp hạng", "Without place"),
      missing.isEmpty
        ? "\(words("không có", "none")) <em>\(board.ranked.count)/\(board.rows.count)</em>"
        : "<a href=\"#chua-xep-\(board.block.id)\">\(units(missing.count))</a> <em>\(reasons)</em>"))
    items.append(unfiled(board, period))
    return "<dl class=\"glance\">\(items.html { "<div class=\"\($0)\"><dt>\($1)</dt><dd>\($2)</dd></div>" })</dl>"
  }

  private func units(_ count: Int) -> String { words("\(count) đơn vị", count == 1 ? "1 unit" : "\(count) units") }

  /// Who has not filed the period, and what that means for its places.
  private func unfiled(_ board: BlockBoard, _ period: ShownPeriod) -> (String, String, HTML) {
    let title = words("Chưa nộp \(label(period.last).lowercased())", "Not filed, \(label(period.last).lowercased())")
    let open = board.rows.filter { !$0.isFiled }
    if open.isEmpty { return ("none", title, "\(words("không có", "none")) <em>\(words("đã nộp", "filed")) \(board.rows.count)/\(board.rows.count)</em>") }
    let list = "\(Address(.filing(period: period.last.description)).text)#chua-\(board.block.id)"
    let change = board.awaited.isEmpty ? "" : words("; còn đơn vị chưa nộp: hạng sẽ thay đổi", "; others have yet to file: places will change")
    return (
      "wait", title,
      "<a href=\"\(list)\">\(units(open.count))</a> <em>\(names(open, period))\(change)</em>")
  }

  /// The objectives of the year that are not met, by name: a board is often all that is looked at.
  private func missedObjectives(_ period: ShownPeriod) -> HTML {
    let year = period.last.year
    let missed = snapshot.outcomes(of: year).objectives.filter { $0.verdict.outcome == .notMet }
    guard !missed.isEmpty else { return "" }
    let link = Address(.objectives(year: String(year)))
    let items = Array(missed.prefix(Self.missedMost)).html { one in
      "<li><a href=\"\(link)#\(one.rule.id)\">\(words(one.subject))</a> <small>\(one.rule.id)</small></li>"
    }
    let rest = missed.count - Self.missedMost
    let more: HTML = rest > 0 ? "<li><a href=\"\(link)#\(Outcome.notMet.style)\">\(words("và \(rest) mục tiêu khác", "and \(rest) more"))</a></li>" : ""
    let count: HTML = "<b>\(words("mục tiêu năm \(year)", "objectives of \(year)")): \(missed.count)</b>"
    return "<div class=\"missed\"><p>\(outcome(Verdict(.notMet))) \(count)</p><ul>\(items)\(more)</ul></div>"
  }

  private static let missedMost = 3

  /// At most two names, and how many more.
  func names(_ rows: [BoardRow], _ period: ShownPeriod) -> HTML {
    var html = rows.prefix(2).map { row -> HTML in unitLink(row.unit, period) }.reduce(into: HTML()) { all, one in
      if !all.bytes.isEmpty { all += ", " }
      all += one
    }
    if rows.count > 2 { html += " \(words("và \(rows.count - 2) đơn vị khác", "and \(rows.count - 2) more"))" }
    return html
  }

  func unitLink(_ unit: ReportingUnit, _ period: ShownPeriod) -> HTML {
    unitLink(unit, period.last)
  }

  private func legend(_ period: ShownPeriod) -> HTML {
    var lines = [words("Điểm lũy kế từ đầu năm đến hết kỳ. “=3”: đồng hạng 3.", "Points from the start of the year to the end of the period. “=3”: shares place 3.")]
    if let leading = leadingRatio(in: period.last) {
      lines.append(words("Khối lượng: mẫu số của \(leading.code), ", "Volume: the denominator of \(leading.code), ") + words(leading.name).lowercased() + ".")
    }
    return "<p class=\"legend\">\(lines.joined(separator: " "))</p>"
  }
}

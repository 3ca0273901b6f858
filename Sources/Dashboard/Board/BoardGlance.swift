import Campaign
import Ranking
import Service

/// Who leads, who rose and fell most, who has no place: what a chairman asks first.
extension PageView {
  private typealias Card = (style: String, title: String, content: HTML)

  func highlights(_ board: BlockBoard, _ period: ShownPeriod) -> HTML {
    var cards = [leading(board, period)].compactMap(\.self)
    cards += [true, false].compactMap { moving(board, period, up: $0) }
    let (missing, open) = (board.unranked, board.rows.filter { !$0.isFiled })
    // Who has no place because he may still file is one thing to say, not two.
    let isOne = !missing.isEmpty && missing.allSatisfy { $0.reason == .notDue } && missing.map(\.index) == open.map(\.index)
    if !isOne { cards.append(unranked(board, missing)) }
    cards.append(unfiled(board, open, period, isInTime: isOne))
    return "<dl class=\"glance\">\(cards.html { "<div class=\"\($0.style)\"><dt>\($0.title)</dt><dd>\($0.content)</dd></div>" })</dl>"
  }

  private func leading(_ board: BlockBoard, _ period: ShownPeriod) -> Card? {
    guard let points = board.leaders.first?.standing.published else { return nil }
    let decimals = snapshot.span(of: period.last).rulebook.ranking.published
    let value = words.points(points, decimals: decimals) + words(" điểm", " points")
    let title = board.awaited.isEmpty ? words("Dẫn đầu", "Leading") : words("Tạm dẫn đầu", "Leading so far")
    return ("lead", title, "\(names(board.leaders, period)) <em>\(value)</em>")
  }

  private func moving(_ board: BlockBoard, _ period: ShownPeriod, up: Bool) -> Card? {
    let title = (up ? words("Tăng nhiều nhất ", "Rose most ") : words("Giảm nhiều nhất ", "Fell most ")) + onPrevious(period)
    let awaited = board.awaited.count
    if awaited > 0 { return ("wait", title, "\(waiting) <em>\(words("còn chờ ", "still awaited: "))\(units(awaited))</em>") }
    let rows = board.strongest(up: up)
    guard let row = rows.first, let moved = row.movedPrevious, let now = row.place else { return nil }
    let way = rows.count == 1 ? ", \(now + moved) → \(now)" : ""
    return (up ? "rise" : "fall", title, "\(names(rows, period)) <em>\(movedWords(moved))\(way)</em>")
  }

  private func unranked(_ board: BlockBoard, _ missing: [BoardRow]) -> Card {
    let title = words("Chưa xếp hạng", "Without place")
    if missing.isEmpty { return ("none", title, "\(words("không có", "none")) <em>\(board.ranked.count)/\(board.rows.count)</em>") }
    let reasons = Set(missing.compactMap(\.reason)).map { words($0.text) }.sorted().joined(separator: "; ")
    return ("miss", title, "<a href=\"#chua-xep-\(board.block.id)\">\(units(missing.count))</a> <em>\(reasons)</em>")
  }

  /// Who has not filed the period, and what that means for its places.
  private func unfiled(_ board: BlockBoard, _ open: [BoardRow], _ period: ShownPeriod, isInTime: Bool) -> Card {
    var title = words("Chưa nộp \(label(period.last).lowercased())", "Not filed, \(label(period.last).lowercased())")
    if isInTime { title += words(", chưa xếp hạng", ", without place") }
    if open.isEmpty { return ("none", title, "\(words("không có", "none")) <em>\(words("đã nộp", "filed")) \(board.rows.count)/\(board.rows.count)</em>") }
    let list = "\(Address(.filing(period: period.last.description)).text)#chua-\(board.block.id)"
    var more = names(open, period)
    if isInTime {
      let due = until(snapshot.deadlines(of: period.last).due(period.last))
      more = "\(words("còn hạn đến \(due)", "due by \(due)"))"
    }
    if !board.awaited.isEmpty { more += "\(words("; còn đơn vị chưa nộp: hạng sẽ thay đổi", "; others have yet to file: places will change"))" }
    return ("wait", title, "<a href=\"\(list)\">\(units(open.count))</a> <em>\(more)</em>")
  }

  func units(_ count: Int) -> String { words("\(count) đơn vị", count == 1 ? "1 unit" : "\(count) units") }

  /// Three names, or two and how many more.
  func names(_ rows: [BoardRow], _ period: ShownPeriod) -> HTML {
    let shown = rows.count > 3 ? 2 : 3
    var html = rows.prefix(shown).map { row -> HTML in unitLink(row.unit, period) }.reduce(into: HTML()) { all, one in
      if !all.bytes.isEmpty { all += ", " }
      all += one
    }
    if rows.count > shown { html += " \(words("và \(rows.count - shown) đơn vị khác", "and \(rows.count - shown) more"))" }
    return html
  }

  func unitLink(_ unit: ReportingUnit, _ period: ShownPeriod) -> HTML {
    unitLink(unit, period.last)
  }
}

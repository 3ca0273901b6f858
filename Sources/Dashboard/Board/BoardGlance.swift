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
    let title = words("Chưa nộp \(label(period.last).lowercased())", "Not filed, \(label(period.last).lowercased())")
    if open.isEmpty { return ("none", title, "\(words("không có", "none")) <em>\(words("đã nộp", "filed")) \(board.rows.count)/\(board.rows.count)</em>") }
    let list = "\(Address(.filing(period: period.last.description)).text)#chua-\(board.block.id)"
    var more = names(open, period)
    if isInTime {
      let due = snapshot.deadlines(of: period.last).due(period.last).vietnameseText
      more = "\(words("còn hạn đến \(due)", "due \(due)"))"
    }
    if !board.awaited.isEmpty { more += "\(words("; còn đơn vị chưa nộp: hạng sẽ thay đổi", "; others have yet to file: places will change"))" }
    return ("wait", title, "<a href=\"\(list)\">\(units(open.count))</a> <em>\(more)</em>")
  }

  func units(_ count: Int) -> String { words("\(count) đơn vị", count == 1 ? "1 unit" : "\(count) units") }

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

  // MARK: objectives

  private static let missedMost = 3

  /// The objectives of the year that are not met, by name: a board is often all that is looked at.
  ///
  /// The element is there where nothing is missed, so that a live board has a place for what comes.
  func missedObjectives(_ period: ShownPeriod) -> HTML {
    let year = period.last.year
    let missed = snapshot.missedObjectives(of: year)
    guard !missed.isEmpty else { return "<div id=\"khong-dat\"></div>" }
    let link = Address(.objectives(year: String(year)))
    // Rules that ask the same of the same are read as one.
    var lines: [(text: String, ids: [String])] = []
    for one in missed {
      let text = "\(words(one.subject)): \(words(one.demand))"
      if let known = lines.firstIndex(where: { $0.text == text }) { lines[known].ids.append(one.rule.id) } else { lines.append((text, [one.rule.id])) }
    }
    let items = Array(lines.prefix(Self.missedMost)).html { text, ids in
      "<li><a href=\"\(link)#\(ids[0])\">\(text)</a> <small>\(ids.joined(separator: ", "))</small></li>"
    }
    let rest = lines.dropFirst(Self.missedMost).reduce(0) { $0 + $1.ids.count }
    let more: HTML = rest > 0 ? "<li><a href=\"\(link)#\(Outcome.notMet.style)\">\(words("và \(rest) mục tiêu khác", "and \(rest) more"))</a></li>" : ""
    let isFinal = (snapshot.latestClosed?.next.year ?? 0) > year
    let count = words(
      "\(missed.count) mục tiêu của phong trào năm \(year) không đạt",
      missed.count == 1 ? "1 objective of the campaign for \(year) is not met" : "\(missed.count) objectives of the campaign for \(year) are not met")
    let known = isFinal ? "" : words(" (theo số liệu đến nay)", " (by the figures so far)")
    return """
      <div class="missed" id="khong-dat"><p>\(outcome(Verdict(.notMet), named: false)) <b>\(count)</b>\(known):</p><ul>\(items)\(more)</ul></div>
      """
  }
}

extension Snapshot {
  func missedObjectives(of year: Int) -> [Objective] { outcomes(of: year).objectives.filter { $0.verdict.outcome == .notMet } }
}

extension PageView {
  // MARK: legend

  func legend(_ period: ShownPeriod) -> HTML {
    let rulebook = snapshot.span(of: period.last).rulebook
    var lines = [
      words("Điểm lũy kế từ đầu năm đến hết kỳ. “=3”: đồng hạng 3.", "Points from the start of the year to the end of the period. “=3”: shares place 3."),
      words(
        "“thiếu 1/12 kỳ”: 1 trong 12 kỳ của năm chưa nộp, điểm chỉ tính từ số liệu các kỳ đã nộp.",
        "“1 of 12 periods missing”: points are computed from the periods that were filed."),
    ]
    if let climb = rulebook.rules.first(where: { $0.subject == .unitPlace && $0.kind is RankGainRule && $0.window.contains(period.last.year) }),
      let places = rulebook.climb {
      lines.append(words(
        "“+\(places) bậc”: \(words(climb.kind.demand(year: period.last.year))); đứng thứ nhất là đạt, dù tăng ít hơn; khi khối chưa đủ báo cáo thì chờ.",
        "“+\(places) places”: \(words(climb.kind.demand(year: period.last.year))); whoever is first has met it, with a smaller gain too; it waits while units of the block are awaited."))
    }
    if let leading = leadingRatio(in: period.last) {
      lines.append(words("Khối lượng: mẫu số của \(leading.code), ", "Volume: the denominator of \(leading.code), ") + words(leading.name).lowercased() + ".")
    }
    return "<p class=\"legend\">\(lines.joined(separator: " "))</p>"
  }

  /// What the cases of ``leadingRatio(in:)`` are counted in; `nil` where its counters differ or say nothing.
  func volumeUnit(_ rulebook: Rulebook, _ period: Period) -> String? {
    guard let leading = leadingRatio(in: period), case .ratio(_, let denominator) = leading.metric else { return nil }
    let units = Set(denominator.terms.map { rulebook.counters[$0.counter].unitOfMeasure })
    guard units.count == 1, let unit = units.first, !unit.isEmpty else { return nil }
    return unit
  }
}

import Campaign
import Ranking
import Service

/// The chairman's page: one A4 a period.
extension PageView {
  private static let leadersMost = 3
  private static let goalsMost = 8

  func summaryPage(_ text: String?) throws(PageProblem) -> HTML {
    let period = try period(text)
    let boards = try boards(nil, period)
    let title = words("Tóm tắt", "Summary")
    let content: HTML = """
      <div class="title"><h1>\(title) <span class="when">\(label(period.named).lowercased())</span></h1>\(stepper(period) { .summary(period: $0) })</div>\
      <div class="trio">\(boards.html { blockCard($0, period) })</div>\
      <div class="duo">\(goalsCard(period))\(filingCard(period))</div>
      """
    let head = PageHead(title: "\(title), \(label(period.named))", section: .summary, period: period.last, formats: [], isSheet: true)
    return document(head, content)
  }

  private func blockCard(_ board: BlockBoard, _ period: ShownPeriod) -> HTML {
    let decimals = snapshot.span(of: period.last).rulebook.ranking.published
    let link = Address(.board(block: board.block.id, period: period.named.description))
    let leaders = Array(board.ranked.prefix(Self.leadersMost)).html { row -> HTML in
      let points: HTML = row.standing.published.map { "\(words.points($0, decimals: decimals))" } ?? nothing
      let medal: HTML = row.isAwaited ? "" : row.place.map { " p\($0)" } ?? ""
      return """
        <li class="place\(medal)"><b>\(place(row.standing) ?? "")</b> <span>\(unitLink(row.unit, period))</span> <span class="n">\(points)</span></li>
        """
    }
    func movers(_ up: Bool) -> HTML {
      let rows = board.strongest(up: up)
      guard let moved = rows.first?.movedPrevious else {
        guard !board.awaited.isEmpty else { return "\(words("không có", "none"))" }
        return "\(waiting) <span class=\"why\">\(words("còn chờ ", "still awaited: "))\(units(board.awaited.count))</span>"
      }
      return "\(names(rows, period)) <span class=\"\(up ? "up" : "down" as HTML)\">\(movedWords(moved))</span>"
    }
    let without = board.unranked
    let reasons = Set(without.compactMap(\.reason)).map { words($0.text) }.sorted().joined(separator: "; ")
    let unranked: HTML = without.isEmpty ? "\(words("không có", "none"))" : "\(names(without, period)) <span class=\"why\">\(reasons)</span>"
    let bottom = board.ranked.last.flatMap { $0.place.map { $0 > Self.leadersMost } ?? false ? $0 : nil }
    let last: HTML = bottom.map { row in
      "<div><dt>\(words("Xếp cuối", "Last"))</dt><dd>\(unitLink(row.unit, period)) <span class=\"why\">\(row.standing.published.map { words.points($0, decimals: decimals) } ?? "")</span></dd></div>"
    } ?? ""
    return """
      <section class="card"><h2><a href="\(link)">\(words(board.block.name))</a> <small class="count">\(board.ranked.count)/\(board.rows.count)</small></h2>\
      <ol class="leaders">\(leaders)</ol><dl class="moves"><div><dt>\(words("Tăng nhiều nhất ", "Rose most "))\(onPrevious(period))</dt><dd>\(movers(true))</dd></div>\
      <div><dt>\(words("Giảm nhiều nhất ", "Fell most "))\(onPrevious(period))</dt><dd>\(movers(false))</dd></div>\(last)\
      <div><dt>\(words("Chưa xếp hạng", "Without place"))</dt><dd>\(unranked)</dd></div></dl>\(pictures(board.block, period))</section>
      """
  }

  private func pictures(_ block: Block, _ period: ShownPeriod) -> HTML {
    let links = Chart.allCases.html { chart in
      "<li><a href=\"\(Address(.chart(chart, block: block.id, period: period.named.description)))\">\(words(chart.name))</a></li>"
    }
    return "<ul class=\"links\">\(links)</ul>"
  }

  // MARK: objectives

  private func goalsCard(_ period: ShownPeriod) -> HTML {
    let outcomes = snapshot.outcomes(of: period.last.year).objectives
    let link = Address(.objectives(year: String(period.last.year)))
    let tally = Outcome.allCases.map { one in (one, outcomes.count { $0.verdict.outcome == one }) }.filter { $0.1 > 0 }.html { one, count in
      "<li><a href=\"\(link)#\(one.style)\">\(outcome(Verdict(one)))<strong>\(count)</strong></a></li>"
    }
    func list(_ all: [Objective], most: Int) -> HTML {
      let lines = alike(all)
      let rows = Array(lines.prefix(most)).html { same -> HTML in
        let one = same[0]
        let (demand, figures) = (words(one.demand), words(one.figures))
        return """
          <li>\(outcome(one.verdict, named: false)) <span><a href="\(link)#\(one.rule.id)">\(words(one.subject))</a> \
          <small>\(ids(same))</small> <span class="why">\(words("yêu cầu", "demand:")) \(demand)\(figures.isEmpty ? "" : " · ")\(figures)</span></span></li>
          """
      }
      let more = lines.dropFirst(most).reduce(0) { $0 + $1.count }
      let rest: HTML = more > 0 ? "<p class=\"legend\"><a href=\"\(link)\">\(words("và \(more) mục tiêu khác", "and \(more) more"))</a></p>" : ""
      return "<ul class=\"risks\">\(rows)</ul>\(rest)"
    }
    let failed = outcomes.filter { $0.verdict.outcome == .notMet || $0.verdict.outcome == .missing }
    let risky = outcomes.filter(\.isAtRisk)
    // One sheet holds so many of both.
    let most = (failed: max(3, Self.goalsMost - risky.count), risky: max(3, Self.goalsMost - failed.count))
    let missed: HTML = failed.isEmpty ? "<p>\(words("Không có mục tiêu nào không đạt.", "No objective is missed."))</p>" : list(failed, most: most.failed)
    let atRisk: HTML = risky.isEmpty ? "" : "<h3>\(words("Có nguy cơ: chưa đến hạn, đến nay chưa đạt", "At risk: not due yet, not met so far"))</h3>\(list(risky, most: most.risky))"
    return """
      <section class="card"><h2><a href="\(link)">\(words("Mục tiêu năm \(period.last.year)", "Objectives of \(period.last.year)"))</a></h2>\
      <ul class="tally">\(tally)</ul><h3>\(words("Không đạt hoặc thiếu báo cáo", "Not met, or missing"))</h3>\(missed)\(atRisk)</section>
      """
  }

  // MARK: filing

  private func filingCard(_ period: ShownPeriod) -> HTML {
    var html: HTML = "<section class=\"card\"><h2><a href=\"\(Address(.filing(period: period.last.description)))\">\(words("Tình hình nộp báo cáo", "Filing"))</a></h2>"
    html += filingPart(period.last)
    if let open = snapshot.open, open != period.last {
      html += "<h3><a href=\"\(Address(.filing(period: open.description)))\">\(words("Đang mở", "Open now")): \(label(open).lowercased())</a></h3>"
      let blocks = filings(open)
      html += progress(blocks, open)
      html += stillOpen(blocks, open)
    }
    html += "</section>"
    return html
  }

  private func filingPart(_ period: Period) -> HTML {
    let blocks = filings(period)
    let open = blocks.flatMap(\.lines).filter { $0.filedAt == nil }
    let late = blocks.flatMap(\.lines).filter { $0.state == .late }
    let named = late.count > 6 ? "" : ": " + late.map(\.unit.name).joined(separator: "; ")
    let all = blocks.reduce(0) { $0 + $1.lines.count }
    var html: HTML = """
      <p><b>\(words.whole(all - open.count))/\(words.whole(all))</b> \(words("đơn vị đã nộp \(label(period).lowercased())", "units have filed \(label(period).lowercased())"))\
      \(late.isEmpty ? "" : words(", trong đó \(late.count) trễ\(named)", ", \(late.count) of them late\(named)")).</p>
      """
    html += stillOpen(blocks, period)
    return html
  }

  /// Who has not filed, the first of them by name.
  private func stillOpen(_ blocks: [BlockFilings], _ period: Period) -> HTML {
    let most = 12
    let open = blocks.flatMap(\.lines).filter { $0.filedAt == nil }
    guard !open.isEmpty else { return "" }
    let names = open.prefix(most).map { line in line.parent.map { "\(line.unit.name) (\($0))" } ?? line.unit.name }.joined(separator: "; ")
    let more = open.count > most ? words(" và \(open.count - most) đơn vị khác", " and \(open.count - most) more") : ""
    return "<h3>\(words("Chưa nộp \(label(period).lowercased())", "Not filed, \(label(period).lowercased())"))</h3><p>\(names)\(more).</p>"
  }
}

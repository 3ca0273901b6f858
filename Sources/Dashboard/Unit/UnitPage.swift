import Campaign
import Ranking
import Service

/// One unit in one period: where it stands, how it came there, which criteria and figures it is made of.
extension PageView {
  /// What the page is about.
  struct UnitShown {
    let unit: ReportingUnit
    let period: Period
    let standing: Standing
    let span: Snapshot.Span
    /// The period that points are compared with; `nil` where there is none under the same version.
    let against: Period?
  }

  /// - Throws: ``PageProblem`` for an unknown unit or period.
  func unitShown(_ id: String, _ text: String?) throws(PageProblem) -> UnitShown {
    let period = try period(text).last
    let span = snapshot.span(of: period)
    guard let unit = span.rulebook.unit(.init(id)) else { throw .noUnit(id) }
    guard let standing = span.standings.standing(of: unit.id, in: period) else { throw .noUnit(id) }
    var against: Period? = period.previous
    if let chosen = query("so-voi") { against = try self.period(chosen).last }
    if let then = against, then < span.standings.scope.first || snapshot.span(of: then).version.number != span.version.number || then == period {
      against = nil
    }
    return UnitShown(unit: unit, period: period, standing: standing, span: span, against: against)
  }

  func unitPage(_ id: String, period text: String?) throws(PageProblem) -> HTML {
    let shown = try unitShown(id, text)
    let (unit, period) = (shown.unit, shown.period)
    let block = shown.span.rulebook.blocks.first { $0.id == unit.block }
    let above = [parent(unit, shown.span.rulebook), block.map { words($0.name) }].compactMap { $0 }.joined(separator: " · ")
    let board = Address(.board(block: unit.block, period: period.description))
    let steps = stepper(ShownPeriod(named: period, last: period)) { .unit(unit.id.text, period: $0) }
    let content: HTML = """
      <div class="title"><h1>\(unit.name)</h1>\(steps)\
      <p class="sub"><a class="in" href="\(board)#\(unit.id.text)">\(above)</a></p></div>\
      \(standingFacts(shown))\(history(shown))\(criteriaTable(shown))\(figures(shown))
      """
    let head = PageHead(title: "\(unit.name), \(label(period))", section: .board, period: period, formats: PageHead.data)
    return document(head, content)
  }

  // MARK: standing

  private func standingFacts(_ shown: UnitShown) -> HTML {
    let (standing, rulebook) = (shown.standing, shown.span.rulebook)
    let ranked = shown.span.standings.places(of: shown.unit.block, in: shown.period).count { $0.place != nil }
    let compared = ComparedPlace(standing, isAwaited: isAwaited(shown.unit.block, shown.period))
    func fact(_ name: String, _ value: HTML, _ more: HTML = "") -> HTML { "<div><dt>\(name)</dt><dd>\(value)\(more)</dd></div>" }
    var facts = HTML()
    if let place = place(standing) {
      facts += fact(words("Hạng", "Place"), "<strong>\(place)</strong>", "<small>/\(ranked)</small>")
    } else {
      facts += fact(words("Hạng", "Place"), "<strong>–</strong>", "<small>\(standing.reason.map { words($0.text) } ?? "")</small>")
    }
    let points = standing.published.map { words.points($0, decimals: rulebook.ranking.published) } ?? "–"
    let band = shown.span.standings.band(of: shown.unit.id, in: shown.period).map { words($0.name) } ?? ""
    facts += fact(words("Điểm", "Points"), "<strong>\(points)</strong>", "<small>\(band)</small>")
    if shown.period.kind.perYear > 1 {
      let monthly = shown.period.kind.months == 1
      facts += fact(
        monthly ? words("So tháng trước", "On last month") : words("So kỳ trước", "On last period"), moved(compared.previous, waits: compared.waits))
    }
    facts += fact(
      words("So cùng kỳ năm trước", "On last year"), moved(compared.lastYear, waits: compared.waits),
      standing.gainSinceLastYear == nil ? "" : "<small>\(gain(standing.gainSinceLastYear, decimals: rulebook.gainDecimals))\(words(" điểm", " points"))</small>")
    if let gained = compared.placesGained {
      let name = rulebook.climb.map { words("Tăng \($0) bậc", "Climb \($0) places") } ?? words("Tăng bậc", "Climb")
      facts += fact(name, outcome(gained, isEarly: isEarly(shown.period)), gained.text.vi.isEmpty ? "" : "<small>\(words(gained.text))</small>")
    }
    facts += fact(words("Báo cáo", "Filing"), filed(shown))
    return "<section class=\"card\"><h2 class=\"vh\">\(words("Kết quả", "Result"))</h2><dl class=\"numbers\">\(facts)</dl></section>"
  }

  private func filed(_ shown: UnitShown) -> HTML {
    guard let filing = snapshot.state.inForce(shown.unit.id, shown.period) else {
      return "<span class=\"badge open\">\(words("chưa nộp", "not filed"))</span>"
    }
    let late = snapshot.state.workingDaysLate(shown.unit.id, shown.period)
    let state = late.map { words("trễ \($0) ngày làm việc", "\($0) working days late") } ?? words("đúng hạn", "on time")
    let revision = words("lần \(filing.receipt.revision)", "revision \(filing.receipt.revision)")
    return "\(state)<small>\(filing.receipt.recordedAt.vietnameseText), \(revision)</small>"
  }

  // MARK: history

  private func history(_ shown: UnitShown) -> HTML {
    let scope = shown.span.standings.scope
    let periods = (max(scope.first.ordinal, shown.period.ordinal - 35)...shown.period.ordinal).map { Period(kind: shown.period.kind, ordinal: $0) }
    let past = periods.map { (period: $0, standing: shown.span.standings.standing(of: shown.unit.id, in: $0)) }
    guard past.contains(where: { $0.standing?.place != nil }) else { return "" }
    let decimals = shown.span.rulebook.ranking.published
    let members = shown.span.rulebook.units.count { $0.block == shown.unit.block }
    let marks = periods.enumerated().filter { $1.number == 1 }.map { (index: $0, text: String($1.year)) }
    let places = LineChart(
      name: words("Hạng qua các kỳ", "Places over the periods"),
      points: past.map { one in
        // A place among those who have filed is joined to none among all (decision 34).
        let waits = one.period == shown.period && isAwaited(shown.unit.block, one.period)
        return LineChart.Point(label: label(one.period), value: waits ? nil : one.standing?.place, text: one.standing.flatMap(place) ?? "–")
      },
      ticks: [(1, "1"), (max(2, (members + 1) / 2), String(max(2, (members + 1) / 2))), (max(3, members), String(max(3, members)))],
      marks: marks, smallestOnTop: true)
    let rows = past.reversed().html { period, standing in
      let points: HTML = (standing?.published).map { "\(words.points($0, decimals: decimals))" } ?? nothing
      let compared = standing.map { ComparedPlace($0, isAwaited: isAwaited(shown.unit.block, period)) }
      return """
        <tr><th scope="row"><a href="\(Address(.unit(shown.unit.id.text, period: period.description)))">\(label(period))</a></th>\
        <td class="n">\(standing.flatMap(place) ?? "–")</td><td class="n">\(points)</td><td class="n">\(moved(compared?.previous, waits: compared?.waits ?? false))</td></tr>
        """
    }
    let course = Address(
      .chart(.course, block: shown.unit.block, period: shown.period.description), query: [("don-vi", shown.unit.id.text)])
    return """
      <section class="card"><h2>\(words("Hạng qua các kỳ", "Places over the periods"))</h2>\(places.html)\
      <p class="legend"><a href="\(course)">\(words("Giữa các đơn vị của khối", "Among the units of the block"))</a></p>\
      <details class="twin"><summary>\(words("Bảng hạng và điểm", "Table of places and points"))</summary><table><thead><tr>\
      <th scope="col">\(words("Kỳ", "Period"))</th><th scope="col" class="n">\(words("Hạng", "Place"))</th>\
      <th scope="col" class="n">\(words("Điểm", "Points"))</th><th scope="col" class="n">\(words("So kỳ trước", "On last period"))</th>\
      </tr></thead><tbody>\(rows)</tbody></table></details></section>
      """
  }

  // MARK: figures

  private func figures(_ shown: UnitShown) -> HTML {
    guard let filing = snapshot.state.inForce(shown.unit.id, shown.period) else { return "" }
    let rows = shown.span.rulebook.form(for: shown.unit).html { counter in
      let value: HTML = filing.filing.figures.first { $0.counter == counter.code }.map { "\(words.whole($0.value))" } ?? nothing
      return "<tr><td class=\"code\">\(counter.code)</td><th scope=\"row\">\(words(counter.name))</th><td class=\"n\">\(value)</td><td>\(counter.unitOfMeasure)</td></tr>"
    }
    let receipt = filing.receipt
    let facts = words(
      "Nhận lúc \(receipt.recordedAt.vietnameseText), lần \(receipt.revision), mục nhật ký \(words.whole(receipt.position)).",
      "Received \(receipt.recordedAt.vietnameseText), revision \(receipt.revision), journal entry \(words.whole(receipt.position)).")
    return """
      <section class="card"><h2>\(words("Số liệu đơn vị đã nộp cho kỳ này", "Figures filed for this period"))</h2><p class="legend">\(facts)</p>\
      <details class="twin"><summary>\(words("Số liệu gốc", "Counters"))</summary><table><thead><tr>\
      <th scope="col">\(words("Mã", "Code"))</th><th scope="col">\(words("Số liệu", "Counter"))</th>\
      <th scope="col" class="n">\(words("Giá trị", "Value"))</th><th scope="col">\(words("Đơn vị tính", "Unit"))</th></tr></thead><tbody>\(rows)</tbody></table></details></section>
      """
  }
}

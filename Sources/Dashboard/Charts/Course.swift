import Campaign
import Ranking
import Service

/// Places of a block's units over the last periods.
struct Course: Sendable {
  /// Why a line stands out.
  enum Role: String, Sendable { case chosen, leader, riser, faller, plain }
  struct Line: Sendable {
    let unit: ReportingUnit
    /// One a period; `nil` without place.
    let places: [Int?]
    let role: Role
    /// Units of the block are awaited: the last place is compared with nothing.
    let isAwaited: Bool

    /// Places gained from the first known place to the last period; `nil` where one is not known, or units are awaited.
    var gained: Int? {
      guard !isAwaited, let first = places.compactMap(\.self).first, let last = places.last ?? nil else { return nil }
      return first - last
    }
  }
  let periods: [Period]
  let lines: [Line]

  private static let moversShown = 2

  /// From how many places gained, and lost, a line stands out: two each way, and whoever moved as far as the second.
  static func movers(_ gained: [Int]) -> (rise: Int, fall: Int) {
    let sorted = gained.sorted()
    return (max(1, sorted.suffix(moversShown).first ?? 1), min(-1, sorted.prefix(moversShown).last ?? -1))
  }
}

extension PageView {
  /// So many lines are drawn; the table has all.
  private static let linesMost = 120
  private static let leadersShown = 3

  /// - Parameter isSettled: Without a last period in which units are awaited.
  func course(_ board: BlockBoard, _ period: ShownPeriod, isSettled: Bool = false) -> Course {
    let standings = snapshot.span(of: period.last).standings
    let isAwaited = !isSettled && !board.awaited.isEmpty
    let last = period.last.ordinal - (isSettled && !board.awaited.isEmpty ? 1 : 0)
    let first = max(standings.scope.first.ordinal, last - Self.sparkPeriods + 1)
    let periods = first <= last ? (first...last).map { Period(kind: period.last.kind, ordinal: $0) } : []
    let places = periods.map { standings.placesByUnit(of: board.block.id, in: $0) }
    let all = board.rows.map { row in (row.unit, places.map { $0[row.index] }) }
    let plain = all.map { Course.Line(unit: $0, places: $1, role: .plain, isAwaited: isAwaited) }
    let (rise, fall) = Course.movers(plain.compactMap(\.gained))
    let chosen = query("don-vi")
    func role(_ line: Course.Line) -> Course.Role {
      if line.unit.id.text == chosen { return .chosen }
      if let gained = line.gained, gained >= rise || gained <= fall { return gained > 0 ? .riser : .faller }
      if let place = line.places.last ?? nil, place <= Self.leadersShown { return .leader }
      return .plain
    }
    let lines = plain.map { Course.Line(unit: $0.unit, places: $0.places, role: role($0), isAwaited: isAwaited) }
    return Course(periods: periods, lines: lines)
  }

  func courseSection(_ board: BlockBoard, _ period: ShownPeriod) -> HTML {
    let course = course(board, period)
    guard course.lines.contains(where: { $0.places.contains { $0 != nil } }) else { return noPlaces }
    // A line to a place among those who have filed would say that somebody has moved (decision 34).
    let settled = board.awaited.isEmpty ? course : self.course(board, period, isSettled: true)
    let until = settled.periods.last.map { label($0) } ?? ""
    let name = words(
      "Diễn biến thứ hạng: \(words(board.block.name)), đến \(until.lowercased())", "Places over time: \(words(board.block.name)), up to \(until)")
    let drawn = Course(
      periods: settled.periods,
      lines: settled.lines.enumerated().filter { $0.offset < Self.linesMost || $0.element.role == .chosen }.map(\.element))
    func picture(_ layout: CoursePicture.Layout) -> HTML {
      CoursePicture(
        id: "dien-bien-\(board.block.id)-\(layout.style)", name: name, text: movement(settled), course: drawn, layout: layout, label: shortLabel,
        moved: { words("từ \($0) đến \($1)", "\($0) to \($1)") }
      ).html
    }
    let missing = words(
      "\(label(period.last)) chưa có trong hình: còn chờ \(units(board.awaited.count)).",
      "\(label(period.last)) is not in the picture; still awaited: \(units(board.awaited.count)).")
    let awaited: HTML = board.awaited.isEmpty ? "" : "<p class=\"legend\">\(missing)</p>"
    guard drawn.lines.contains(where: { $0.places.contains { $0 != nil } }) else { return "\(awaited)\(courseTwin(course, period, name))" }
    let left = course.lines.count - drawn.lines.count
    let more: HTML = left > 0 ? "<p class=\"legend\">\(words("Hình vẽ \(drawn.lines.count) đơn vị đầu; bảng có đủ.", "The first \(drawn.lines.count) units are drawn; the table has all."))</p>" : ""
    return """
      \(courseKey)\(picture(.narrow))<div class="scroll end wide" tabindex="0" role="region" aria-label="\(name)">\(picture(.wide))</div>\(awaited)\(more)\
      \(pages(of: board.rows.count))\(courseTwin(course, period, name))
      """
  }

  /// Who rose and who fell over the whole time, in words.
  private func movement(_ course: Course) -> String {
    course.lines.filter { $0.role == .riser || $0.role == .faller }.compactMap { line in
      line.gained.map { "\(line.unit.name): \(movedWords($0))" }
    }.joined(separator: "; ")
  }

  private var courseKey: HTML {
    let roles: [(Course.Role, String)] = [
      (.leader, words("ba hạng đầu", "first three")), (.riser, words("tăng nhiều nhất trong thời gian này", "rose most over this time")),
      (.faller, words("giảm nhiều nhất", "fell most")), (.plain, words("các đơn vị khác", "the others")),
    ]
    let items = roles.html { role, text in
      "<li><svg class=\"course\" width=\"46\" height=\"16\" viewBox=\"0 0 46 16\" aria-hidden=\"true\"><path class=\"\(role.rawValue)\" d=\"M2 8H36\"/>\(CoursePicture.mark(role, 38, 8))</svg> \(text)</li>"
    }
    return "<ul class=\"key-list\" aria-label=\"\(words("Chú giải", "Key"))\">\(items)</ul>"
  }

  private func courseTwin(_ course: Course, _ period: ShownPeriod, _ name: String) -> HTML {
    let heads = course.periods.html { "<th scope=\"col\" class=\"n\">\(shortLabel($0))</th>" }
    let rows = turned(course.lines).html { line in
      let cells = line.places.html { place in "<td class=\"n\">\(place.map { "\($0)" } ?? nothing)</td>" }
      return "<tr><th scope=\"row\">\(unitLink(line.unit, period))</th>\(cells)<td class=\"n\">\(moved(line.gained, waits: line.isAwaited && line.places.last ?? nil != nil))</td></tr>"
    }
    return """
      <details class="twin"><summary>\(words("Bảng thứ hạng từng kỳ", "Table of places"))</summary><div class="scroll" tabindex="0" role="region" aria-label="\(words("Bảng thứ hạng từng kỳ", "Table of places")): \(name)">\
      <table class="small"><thead><tr><th scope="col">\(words("Đơn vị", "Unit"))</th>\(heads)\
      <th scope="col" class="n">\(words("Cả thời gian", "Over all"))</th></tr></thead><tbody>\(rows)</tbody></table></div></details>
      """
  }

  func courseTable(_ boards: [BlockBoard], _ period: ShownPeriod) -> DataTable {
    let decimals = snapshot.span(of: period.last).rulebook.ranking.published
    let standings = snapshot.span(of: period.last).standings
    let columns: [DataTable.Column] = [
      .init("block", "Khối", "Block"), .init("unit", "Mã đơn vị", "Unit code"), .init("name", "Đơn vị", "Unit"), .init("period", "Kỳ", "Period"),
      .init("place", "Hạng", "Place"), .init("tied", "Đồng hạng", "Tied"), .init("points", "Điểm", "Points"),
      .init("reason", "Lý do chưa xếp hạng", "Why without place"),
    ]
    let rows = boards.flatMap { board -> [[DataCell]] in
      let course = course(board, period)
      return course.lines.flatMap { line in
        course.periods.map { one -> [DataCell] in
          let standing = standings.standing(of: line.unit.id, in: one)
          return [
            .code(board.block.id, words(board.block.name)), .text(line.unit.id.text), .text(line.unit.name), .code(one.description, label(one)),
            .number(standing?.place.map(String.init)), .flag(standing?.tied ?? false), .number(standing?.published?.text(decimals: decimals)),
            .code(standing?.reason?.rawValue, standing?.reason.map { words($0.text) } ?? ""),
          ]
        }
      }
    }
    return DataTable(name: words(Chart.course.name), columns: columns, rows: rows, period: period.last)
  }
}

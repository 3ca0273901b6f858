import Campaign
import Ranking
import Service

/// What a cell of the heat map shows: a tenth of what was to be had, or why there are no points. Six states, never a zero for one.
enum Heat: Hashable, Sendable {
  /// 0 to 9: so many whole tenths of the maximum; 10: all of it.
  case tenths(Int)
  case missing, pending, notApplicable, notConcerned
  /// Scored without a maximum, or followed without points.
  case unweighted

  init(_ result: CriterionResult) {
    switch result.leaf {
    case .scored(let points): self.init(points, of: result.criterion.points)
    case .missing: self = .missing
    case .pending: self = .pending
    case .notApplicable: self = .notApplicable
    case .notConcerned: self = .notConcerned
    case .followed: self = .unweighted
    }
  }

  init(_ points: Points, of most: Points) {
    guard most > .zero else {
      self = .unweighted
      return
    }
    self = .tenths(Int(max(0, min(10, Int128(points.millionths) * 10 / Int128(most.millionths)))))
  }

  /// One character in the cell, so that nothing is told by colour alone.
  var letter: String {
    switch self {
    case .tenths(10): "●"
    case .tenths(let tenths): String(tenths)
    case .missing: "!"
    case .pending: "…"
    case .notApplicable: "–"
    case .notConcerned: " "
    case .unweighted: "·"
    }
  }

  /// Hatched and dotted ones refer to the patterns of the page.
  var fill: HTML {
    switch self {
    case .missing: " class=\"hm\" fill=\"url(#gach)\""
    case .notConcerned: " class=\"hx\" fill=\"url(#cham)\""
    default: " class=\"\(style)\""
    }
  }

  /// The class of its fill.
  var style: String {
    switch self {
    case .tenths(let tenths): "h\(tenths)"
    case .missing: "hm"
    case .pending: "hp"
    case .notApplicable: "hn"
    case .notConcerned: "hx"
    case .unweighted: "hu"
    }
  }
}

/// Units × criteria of one block.
struct HeatGrid: Sendable {
  struct Row: Sendable {
    let row: BoardRow
    let results: [CriterionResult]
  }
  let criteria: [Criterion]
  let rows: [Row]

  /// What the block reached of what was to be had in each criterion, and by how many units; `nil` where nothing was.
  func reached(_ column: Int) -> (points: Points, most: Points, units: Int)? {
    var (points, most, units) = (Points.zero, Points.zero, 0)
    for row in rows {
      switch row.results[column].leaf {
      case .scored(let own): points += own
      case .missing: break
      default: continue
      }
      most += row.results[column].criterion.points
      units += 1
    }
    return most.millionths > 0 ? (points, most, units) : nil
  }
}

extension PageView {
  /// - Complexity: O(units shown × periods × criteria).
  func heatGrid(_ rows: [BoardRow], _ period: ShownPeriod) -> HeatGrid {
    let span = snapshot.span(of: period.last)
    let all = rows.map { HeatGrid.Row(row: $0, results: span.standings.explanation(of: $0.unit.id, in: period.last)) }
    let width = all.map(\.results.count).max() ?? 0
    let kept = (0..<width).filter { column in
      all.contains { row in
        guard column < row.results.count else { return false }
        switch row.results[column].leaf {
        case .notConcerned, .followed: return false
        default: return true
        }
      }
    }
    let full = all.filter { $0.results.count == width }
    return HeatGrid(
      criteria: kept.compactMap { full.first?.results[$0].criterion },
      rows: full.map { row in HeatGrid.Row(row: row.row, results: kept.map { row.results[$0] }) })
  }

  /// A unit's points by criterion are for those who may read the unit (decision 20).
  private func readable(_ board: BlockBoard) -> [BoardRow] { board.rows.filter { principal.may(.readUnit($0.unit.id)) } }

  func heatSection(_ board: BlockBoard, _ period: ShownPeriod) -> HTML {
    let readable = readable(board)
    let grid = heatGrid(turned(readable), period)
    if readable.isEmpty, !board.rows.isEmpty { return "<p class=\"empty\">\(words("Điểm từng tiêu chí của đơn vị khác không công khai.", "Other units' points by criterion are not public."))</p>" }
    guard !grid.criteria.isEmpty else { return noPlaces }
    let name = words("Bản đồ nhiệt: \(words(board.block.name)), \(label(period.named))", "Heat map: \(words(board.block.name)), \(label(period.named))")
    let weakest = weakest(grid)
    let picture = HeatPicture(
      id: "nhiet-" + board.block.id, name: name, grid: grid,
      text: words(
        "\(grid.rows.count) đơn vị theo thứ hạng, \(grid.criteria.count) tiêu chí. Mỗi ô: phần mười số điểm tối đa. ",
        "\(grid.rows.count) units by place, \(grid.criteria.count) criteria. Each cell: tenths of the maximum. ") + weakest.map(\.text).joined(separator: "; "),
      place: { place($0) ?? "–" })
    return """
      \(weakList(weakest))\(picture.narrow)<div class="scroll wide" tabindex="0" role="region" aria-label="\(name)">\(picture.html)</div>\(heatKey)\
      \(pages(of: readable.count))\(heatTwin(grid, period, name))
      """
  }

  /// Where the block loses most points, however much there is to be had.
  private func weakest(_ grid: HeatGrid) -> [(criterion: Criterion, text: String)] {
    let known = grid.criteria.indices.compactMap { column in grid.reached(column).map { (column: column, reached: $0) } }
    let sorted = known.sorted { a, b in
      let (left, right) = (a.reached.most - a.reached.points, b.reached.most - b.reached.points)
      return left == right ? a.column < b.column : left > right
    }
    return sorted.prefix(3).filter { $0.reached.points < $0.reached.most }.map { one in
      let criterion = grid.criteria[one.column]
      let share = Int128(one.reached.points.millionths) * 100 / Int128(one.reached.most.millionths)
      let lost = Fraction(Int128((one.reached.most - one.reached.points).millionths), 1_000_000 * Int128(one.reached.units)).text()
      return (
        criterion,
        words(
          "\(criterion.code): bình quân mất \(lost.vi) trên \(words.points(criterion.points)) điểm, đạt \(share)%",
          "\(criterion.code): \(lost.en) of \(words.points(criterion.points)) points lost on average, \(share)% reached")
      )
    }
  }

  private func weakList(_ weakest: [(criterion: Criterion, text: String)]) -> HTML {
    guard !weakest.isEmpty else { return "" }
    let items = weakest.html { "<div class=\"fall\"><dt>\($0.text)</dt><dd>\(words($0.criterion.name))</dd></div>" }
    return "<h3>\(words("Mất điểm nhiều nhất", "Where most is lost"))</h3><dl class=\"glance\">\(items)</dl>"
  }

  /// What colours, patterns and letters mean.
  private var heatKey: HTML {
    let states: [(Heat, String)] = [
      (.tenths(10), words("đủ điểm", "all points")), (.tenths(7), words("7 phần mười", "7 tenths")), (.tenths(3), words("3 phần mười", "3 tenths")),
      (.tenths(0), words("dưới 1 phần mười, hoặc 0 điểm", "less than a tenth, or zero")), (.missing, words("thiếu báo cáo", "missing")),
      (.notApplicable, words("không áp dụng", "not applicable")), (.pending, words("chưa đến hạn", "not due yet")),
      (.notConcerned, words("không thuộc diện", "not concerned")),
    ]
    let items = states.html { heat, text in
      "<li><svg class=\"heat\" width=\"22\" height=\"22\" viewBox=\"0 0 22 22\" aria-hidden=\"true\"><rect\(heat.fill) width=\"22\" height=\"22\"/><text class=\"\(heat.isDark ? "on" : "off")\" x=\"11\" y=\"15\">\(heat.letter)</text></svg> \(text)</li>"
    }
    return "<ul class=\"key-list\" aria-label=\"\(words("Chú giải", "Key"))\">\(items)</ul>"
  }

  private func heatTwin(_ grid: HeatGrid, _ period: ShownPeriod, _ name: String) -> HTML {
    let decimals = min(2, snapshot.span(of: period.last).rulebook.decimals)
    let heads = grid.criteria.html { "<th scope=\"col\" class=\"n\"><abbr title=\"\(words($0.name))\">\($0.code)</abbr></th>" }
    let rows = grid.rows.html { row in
      let cells = row.results.html { result -> HTML in
        if case .scored(let points) = result.leaf { return "<td class=\"n\">\(words.points(points, decimals: decimals))</td>" }
        return "<td class=\"n none\">\(state(result.leaf))</td>"
      }
      return "<tr><td class=\"n\">\(place(row.row.standing) ?? "–")</td><th scope=\"row\">\(unitLink(row.row.unit, period))</th>\(cells)</tr>"
    }
    let most = grid.criteria.html { "<td class=\"n\">\(words.points($0.points))</td>" }
    let codes = grid.criteria.html { "<div><dt>\($0.code)</dt><dd>\(words($0.name))</dd></div>" }
    return """
      <details class="twin"><summary>\(words("Bảng điểm từng tiêu chí", "Table of points"))</summary><div class="scroll" tabindex="0" role="region" aria-label="\(words("Bảng điểm từng tiêu chí", "Table of points")): \(name)">\
      <table class="small"><thead><tr><th scope="col" class="n">\(words("Hạng", "Place"))</th><th scope="col">\(words("Đơn vị", "Unit"))</th>\(heads)</tr></thead>\
      <tbody>\(rows)</tbody><tfoot><tr><td></td><th scope="row">\(words("Tối đa", "Maximum"))</th>\(most)</tr></tfoot></table></div></details>\
      <details class="twin"><summary>\(words("Tên các tiêu chí", "Names of the criteria"))</summary><dl class="codes">\(codes)</dl></details>
      """
  }

  func heatTable(_ boards: [BlockBoard], _ period: ShownPeriod) throws(PageProblem) -> DataTable {
    let decimals = snapshot.span(of: period.last).rulebook.decimals
    let columns: [DataTable.Column] = [
      .init("period", "Kỳ", "Period"), .init("block", "Khối", "Block"), .init("place", "Hạng", "Place"), .init("unit", "Mã đơn vị", "Unit code"),
      .init("name", "Đơn vị", "Unit"), .init("criterion", "Mã tiêu chí", "Code"), .init("criterion_name", "Tiêu chí", "Criterion"),
      .init("state", "Trạng thái", "State"), .init("points", "Điểm", "Points"), .init("points_max", "Điểm tối đa", "Maximum"),
    ]
    var rows: [[DataCell]] = []
    for board in boards {
      // Page by page where it is asked for: a nation's table has millions of cells.
      let shown = query("trang") == nil ? readable(board) : turned(readable(board))
      guard shown.count <= DataTable.cellsMost / 100 else { throw .tableTooLarge }
      let grid = heatGrid(shown, period)
      for row in grid.rows {
        for result in row.results {
          let points: String? = if case .scored(let points) = result.leaf { points.text(decimals: decimals) } else { nil }
          rows.append([
            .code(period.named.description, label(period.named)), .code(board.block.id, words(board.block.name)),
            .number(row.row.standing.place.map(String.init)), .text(row.row.unit.id.text), .text(row.row.unit.name),
            .text(result.criterion.code), .text(words(result.criterion.name)), .code(result.leaf.code, stateName(result.leaf)),
            .number(points), .number(result.criterion.points.description),
          ])
        }
      }
    }
    return DataTable(name: words(Chart.heat.name), columns: columns, rows: rows, period: period.last)
  }
}

import Campaign
import Ranking
import Service

/// What the board of a block looks like as a picture. Each has an address of its own and a table with the same numbers.
package enum Chart: String, Sendable, CaseIterable {
  /// Units × criteria.
  case heat = "ban-do-nhiet"
  /// Places over periods.
  case course = "dien-bien"
  /// How points are spread over a block.
  case spread = "phan-bo"

  var name: LocalizedText {
    switch self {
    case .heat: LocalizedText("Bản đồ nhiệt", en: "Heat map")
    case .course: LocalizedText("Diễn biến thứ hạng", en: "Places over time")
    case .spread: LocalizedText("Phân bố điểm", en: "Spread of points")
    }
  }
}

extension PageView {
  func chartPage(_ chart: Chart, block: String?, period text: String?) throws(PageProblem) -> HTML {
    let period = try period(text)
    let boards = try boards(block, period)
    let name = boards.count == 1 ? words(boards[0].block.name) : words("Tất cả các khối", "All blocks")
    var content: HTML = """
      <div class="title"><h1>\(words(chart.name))<span class="vh">: \(name), \(label(period.named))</span></h1>\
      \(stepper(period) { .chart(chart, block: block, period: $0) })</div>\
      \(tabs(block, period) { .chart(chart, block: $0, period: period.named.description) })\(views(chart, block, period))
      """
    if chart == .heat { content += HeatPicture.patterns }
    let axis = chart == .spread ? SpreadAxis(boards) : nil
    for board in boards {
      let id = "khoi-" + board.block.id
      content += "<section class=\"card chart\" aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(words(board.block.name))</h2>"
      switch chart {
      case .heat: content += heatSection(board, period)
      case .course: content += courseSection(board, period)
      case .spread: content += axis.map { spreadSection(board, $0, period) } ?? noPlaces
      }
      content += "</section>"
    }
    let head = PageHead(
      title: "\(words(chart.name)), \(name), \(label(period.named))", section: .board, period: period.last, formats: PageHead.data)
    return document(head, content)
  }

  /// The board and its pictures, one beside the other.
  func views(_ current: Chart?, _ block: String?, _ period: ShownPeriod) -> HTML {
    func view(_ subject: Address.Subject, _ name: String, _ isCurrent: Bool, hall: Bool = false) -> HTML {
      let mark: HTML = isCurrent ? " aria-current=\"true\"" : ""
      return "<li><a href=\"\(Address(subject, query: hall ? [("hoi-truong", "")] : []))\"\(mark)>\(name)</a></li>"
    }
    let named = period.named.description
    let charts = Chart.allCases.html { view(.chart($0, block: block, period: named), words($0.name), $0 == current) }
    return """
      <nav class="views" aria-label="\(words("Cách xem", "Views"))"><ul>\(view(.board(block: block, period: named), words("Bảng", "Table"), current == nil))\
      \(charts)\(current == nil ? view(.board(block: block, period: named), words("Trình chiếu", "Hall"), false, hall: true) : "")</ul></nav>
      """
  }

  func chartTable(_ chart: Chart, block: String?, period text: String?) throws(PageProblem) -> DataTable {
    let period = try period(text)
    let boards = try boards(block, period)
    switch chart {
    case .heat: return try heatTable(boards, period)
    case .course: return courseTable(boards, period)
    case .spread: return spreadTable(boards, period)
    }
  }

  func chartJSON(_ chart: Chart, block: String?, period text: String?) throws(PageProblem) -> JSON {
    let table = try chartTable(chart, block: block, period: text).checked()
    let last = try period(text).last
    let rows = table.rows.map { cells in JSON.object(zip(table.columns, cells).map { ($0.code, $1.json) }) }
    return .object([
      ("provenance", provenanceJSON(last)), ("chart", .string(chart.rawValue)), ("provisional", .bool(snapshot.isProvisional(last))),
      ("rows", .list(rows)),
    ])
  }

  var noPlaces: HTML { "<p class=\"empty\">\(words("Chưa đơn vị nào được xếp hạng.", "No unit has a place yet."))</p>" }

  /// The rows of a page of a long list, and its number.
  func turned<Row>(_ rows: [Row]) -> [Row] {
    let page = max(1, query("trang").flatMap { digits($0) } ?? 1)
    let start = min(rows.count, (page - 1) * Self.rowsMost)
    return Array(rows[start..<min(rows.count, start + Self.rowsMost)])
  }

  /// Links that turn the pages of a long list.
  func pages(of count: Int) -> HTML {
    let page = max(1, query("trang").flatMap { digits($0) } ?? 1)
    let start = min(count, (page - 1) * Self.rowsMost)
    return pages(count, start, min(count, start + Self.rowsMost))
  }

  /// "2/2023", "Quý 1/2023".
  func shortLabel(_ period: Period) -> String {
    period.kind.months == 1 ? "\(period.number)/\(period.year)" : label(period)
  }
}

extension DataCell {
  /// Without what is for people.
  var json: JSON {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .decimal(number)
    case .flag(let flag): .bool(flag)
    case .code(let code, _): .text(code)
    }
  }
}

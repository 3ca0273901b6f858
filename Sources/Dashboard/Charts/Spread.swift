import Campaign
import Ranking
import Service

/// Steps of points that all blocks of a page share, so that they can be compared by eye.
struct SpreadAxis: Sendable {
  /// In millionths of a point.
  let first: Int64
  let step: Int64
  let count: Int

  private static let stepsMost: Int64 = 20

  /// - Returns: `nil` where nobody has points.
  init?(_ boards: [BlockBoard]) { self.init(boards.flatMap(\.ranked).compactMap(\.standing.published)) }

  init?(_ points: [Points]) {
    guard let low = points.min()?.millionths, let high = points.max()?.millionths else { return nil }
    // 0.1, 0.2, 0.5, 1, 2, 5, 10 … points.
    var (step, turn) = (Int64(100_000), 0)
    while (high - low) / step >= Self.stepsMost, step < Int64.max / 10 {
      step = turn % 3 == 1 ? step / 2 * 5 : step * 2
      turn += 1
    }
    self.step = step
    first = Self.floor(low, step)
    count = Int((high - first) / step) + 1
  }

  private static func floor(_ value: Int64, _ step: Int64) -> Int64 {
    let rest = value % step
    return value - (rest < 0 ? rest + step : rest)
  }

  func index(_ points: Points) -> Int { Int((points.millionths - first) / step) }
  /// Where a step begins.
  func edge(_ index: Int) -> Points { Points(millionths: first + Int64(index) * step) }
}

/// How the published points of a block are spread.
struct Spread: Sendable {
  /// Rows of each step, best first.
  let steps: [[BoardRow]]
  /// Ascending.
  let points: [Points]

  init(_ board: BlockBoard, _ axis: SpreadAxis) {
    var steps: [[BoardRow]] = Array(repeating: [], count: axis.count)
    for row in board.ranked {
      if let points = row.standing.published { steps[axis.index(points)].append(row) }
    }
    self.steps = steps
    points = board.ranked.compactMap(\.standing.published).sorted()
  }

  /// The value below which so many quarters lie: the one in the middle, or halfway between two.
  func quartile(_ quarter: Int) -> Points? {
    guard !points.isEmpty else { return nil }
    let position = (points.count - 1) * quarter
    let (low, high) = (points[position / 4].millionths, points[min(points.count - 1, position / 4 + 1)].millionths)
    return Points(millionths: low + (high - low) / 4 * Int64(position % 4))
  }
}

extension PageView {
  private static let namesMost = 8

  func spreadSection(_ board: BlockBoard, _ axis: SpreadAxis, _ period: ShownPeriod) -> HTML {
    let spread = Spread(board, axis)
    guard let low = spread.points.first, let high = spread.points.last, let median = spread.quartile(2) else { return noPlaces }
    let rulebook = snapshot.span(of: period.last).rulebook
    let decimals = rulebook.ranking.published
    func text(_ points: Points) -> String { words.points(points, decimals: decimals) }
    let name = words("Phân bố điểm: \(words(board.block.name)), \(label(period.named))", "Spread of points: \(words(board.block.name)), \(label(period.named))")
    let summary = words(
      "\(spread.points.count) đơn vị, từ \(text(low)) đến \(text(high)) điểm, trung vị \(text(median)).",
      "\(spread.points.count) units, from \(text(low)) to \(text(high)) points, median \(text(median)).")
    let bands = rulebook.bands(of: board.block.id).map { ($0.atLeast, words($0.name)) }
    let picture = SpreadPicture(
      id: "phan-bo-" + board.block.id, name: name, text: summary, axis: axis, spread: spread, median: median,
      medianText: words("trung vị ", "median ") + text(median), bands: bands, label: { words.points($0) },
      units: { words("\($0) đơn vị", $0 == 1 ? "1 unit" : "\($0) units") })
    let facts: [(String, String)] = [
      (words("Cao nhất", "Highest"), text(high)), (words("Trung vị", "Median"), text(median)), (words("Thấp nhất", "Lowest"), text(low)),
      (words("Một nửa số đơn vị nằm trong", "Half of the units lie within"), "\(spread.quartile(1).map(text) ?? "") – \(spread.quartile(3).map(text) ?? "")"),
      (words("Đã xếp hạng", "Ranked"), "\(spread.points.count)/\(board.rows.count)"),
    ]
    return """
      <dl class="numbers">\(facts.html { "<div><dt>\($0)</dt><dd><b>\($1)</b></dd></div>" })</dl>\
      <div class="scroll" tabindex="0" role="region" aria-label="\(name)">\(picture.html)</div>\(spreadTwin(spread, axis, period))
      """
  }

  private func spreadTwin(_ spread: Spread, _ axis: SpreadAxis, _ period: ShownPeriod) -> HTML {
    let rows = Array(spread.steps.enumerated().reversed()).html { index, members in
      let names = members.prefix(Self.namesMost).map { unitLink($0.unit, period) }.reduce(into: HTML()) { all, one in
        if !all.bytes.isEmpty { all += ", " }
        all += one
      }
      let more: HTML = members.count > Self.namesMost
        ? " \(words("và \(members.count - Self.namesMost) đơn vị khác", "and \(members.count - Self.namesMost) more"))" : ""
      return """
        <tr><th scope="row">\(words("từ \(words.points(axis.edge(index))) đến dưới \(words.points(axis.edge(index + 1)))", "\(words.points(axis.edge(index))) to under \(words.points(axis.edge(index + 1)))"))</th>\
        <td class="n">\(members.count)</td><td>\(names)\(more)</td></tr>
        """
    }
    return """
      <details class="twin"><summary>\(words("Bảng phân bố", "Table of the spread"))</summary><table><thead><tr><th scope="col">\(words("Điểm", "Points"))</th>\
      <th scope="col" class="n">\(words("Số đơn vị", "Units"))</th><th scope="col">\(words("Đơn vị", "Unit"))</th></tr></thead><tbody>\(rows)</tbody></table></details>
      """
  }

  func spreadTable(_ boards: [BlockBoard], _ period: ShownPeriod) -> DataTable {
    let columns: [DataTable.Column] = [
      .init("period", "Kỳ", "Period"), .init("block", "Khối", "Block"), .init("from", "Từ (điểm)", "From (points)"),
      .init("below", "Đến dưới (điểm)", "Below (points)"), .init("units", "Số đơn vị", "Units"),
    ]
    var rows: [[DataCell]] = []
    if let axis = SpreadAxis(boards) {
      for board in boards {
        for (index, members) in Spread(board, axis).steps.enumerated() {
          rows.append([
            .code(period.named.description, label(period.named)), .code(board.block.id, words(board.block.name)),
            .number(axis.edge(index).description), .number(axis.edge(index + 1).description), .number(String(members.count)),
          ])
        }
      }
    }
    return DataTable(name: words(Chart.spread.name), columns: columns, rows: rows, period: period.last)
  }
}

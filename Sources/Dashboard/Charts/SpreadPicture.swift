import Campaign

/// Bars of units by steps of points, with the median and the edges of the bands.
struct SpreadPicture {
  let id: String
  let name: String
  let text: String
  let axis: SpreadAxis
  let spread: Spread
  let median: Points
  let medianText: String
  let bands: [(from: Points, name: String)]
  let label: (Points) -> String
  let units: (Int) -> String

  private static let (left, right, top, bottom, width, height) = (32, 32, 78, 30, 720, 272)

  private var room: Int { Self.width - Self.left - Self.right }
  private func x(_ index: Int) -> Int { Self.left + index * room / axis.count }
  private func x(_ points: Points) -> Int {
    let share = Int128(points.millionths - axis.first) * Int128(room) / (Int128(axis.step) * Int128(axis.count))
    return Self.left + Int(max(0, min(Int128(room), share)))
  }

  var html: HTML {
    let most = max(1, spread.steps.map(\.count).max() ?? 1)
    let floor = Self.height - Self.bottom
    var html: HTML = """
      <svg class="spread" width="\(Self.width)" height="\(Self.height)" viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-labelledby="\(id)-t \(id)-d">\
      <title id="\(id)-t">\(name)</title><desc id="\(id)-d">\(text)</desc>
      """
    let last = Points(millionths: axis.first + axis.step * Int64(axis.count))
    for (index, band) in bands.enumerated() where band.from < last {
      let (from, to) = (x(max(band.from, axis.edge(0))), x(index == 0 ? last : min(last, bands[index - 1].from)))
      guard to > from else { continue }
      html += "<path class=\"edge\" d=\"M\(from) 18V\(floor)\"/><text class=\"\(to - from > 120 ? "band" : "band less" as HTML)\" x=\"\(from + 5)\" y=\"28\">\(to - from > 60 ? band.name : "")</text>"
    }
    for (index, members) in spread.steps.enumerated() {
      let (from, to) = (x(index), x(index + 1))
      if !members.isEmpty {
        let height = max(2, members.count * (floor - Self.top) / most)
        let tip = "\(label(axis.edge(index)))–\(label(axis.edge(index + 1))): \(units(members.count))"
        html += "<rect class=\"bar\" x=\"\(from + 1)\" y=\"\(floor - height)\" width=\"\(to - from - 2)\" height=\"\(height)\"><title>\(tip)</title></rect>"
        html += "<text class=\"count\" x=\"\((from + to) / 2)\" y=\"\(floor - height - 5)\">\(members.count)</text>"
      }
      html += edge(index, label(axis.edge(index)))
    }
    html += edge(axis.count, label(last))
    let middle = x(median)
    let isRight = middle > Self.width - 200
    html += "<path class=\"base\" d=\"M\(Self.left) \(floor)H\(Self.width - Self.right)\"/><path class=\"median\" d=\"M\(middle) 40V\(floor)\"/>"
    html += "<text class=\"med\" x=\"\(isRight ? middle - 6 : middle + 6)\" y=\"52\" text-anchor=\"\(isRight ? "end" : "start")\">\(medianText)</text></svg>"
    return html
  }

  /// Where a step begins. On a phone, where letters are larger beside the bars, every second label is left out.
  private func edge(_ index: Int, _ text: String) -> HTML {
    let every = axis.count <= 12 ? 1 : 2
    guard index % every == 0 else { return "" }
    let style: HTML = index / every % 2 == 0 ? "" : " class=\"less\""
    return "<text\(style) x=\"\(x(index))\" y=\"\(Self.height - 8)\" text-anchor=\"middle\">\(text)</text>"
  }
}

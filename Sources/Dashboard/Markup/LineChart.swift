import Campaign

/// A line over periods, as a picture whose numbers stand in a table beside it.
struct LineChart {
  struct Point {
    let label: String
    /// In the chart's own whole units; `nil`: a gap.
    let value: Int?
    let text: String
  }
  /// What is drawn, in words: the picture's name for whoever does not see it.
  let name: String
  let points: [Point]
  /// Values of the lines across, each with its text.
  let ticks: [(value: Int, text: String)]
  /// Labels below, by the index of their point.
  let marks: [(index: Int, text: String)]
  /// The smallest value stands on top: places.
  let smallestOnTop: Bool

  private static let (width, height, left, right, top, bottom) = (960, 216, 74, 40, 26, 50)

  var html: HTML {
    let values = points.compactMap(\.value) + ticks.map(\.value)
    guard let low = values.min(), let high = values.max(), points.contains(where: { $0.value != nil }) else { return "" }
    func x(_ index: Int) -> Int { Self.left + index * (Self.width - Self.left - Self.right) / max(1, points.count - 1) }
    func y(_ value: Int) -> Int {
      let room = Self.height - Self.top - Self.bottom
      let share = high == low ? room / 2 : (value - low) * room / (high - low)
      return smallestOnTop ? Self.top + share : Self.height - Self.bottom - share
    }
    var html: HTML = "<svg class=\"line\" viewBox=\"0 0 \(Self.width) \(Self.height)\" role=\"img\" aria-label=\"\(name)\">"
    for (value, text) in ticks {
      html += "<path class=\"grid\" d=\"M\(Self.left) \(y(value))H\(Self.width - Self.right)\"/>"
      html += "<text x=\"\(Self.left - 8)\" y=\"\(y(value))\" text-anchor=\"end\" dominant-baseline=\"central\">\(text)</text>"
    }
    for (index, text) in marks {
      html += "<text x=\"\(x(index))\" y=\"\(Self.height - 10)\" text-anchor=\"middle\">\(text)</text>"
    }
    var path = ""
    var pen = false
    for (index, point) in points.enumerated() {
      if let value = point.value { path += (pen ? "L" : "M") + "\(x(index)) \(y(value))" }
      pen = point.value != nil
    }
    html += "<path class=\"run\" d=\"\(path)\"/>"
    for (index, point) in points.enumerated() {
      guard let value = point.value else { continue }
      let last: HTML = index == points.count - 1 ? " class=\"last\"" : ""
      html += "<circle\(last) cx=\"\(x(index))\" cy=\"\(y(value))\" r=\"3\"><title>\(point.label): \(point.text)</title></circle>"
    }
    html += "</svg>"
    return html
  }
}

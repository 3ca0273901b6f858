import Campaign
import Ranking

/// An index over its years beside what is demanded of it. Its numbers stand in the table below.
struct SeriesPicture {
  struct Point {
    let year: Int
    /// `nil`: a gap.
    let value: Fraction?
    let text: String
  }
  let name: String
  let points: [Point]
  let target: Fraction?
  let targetText: String
  /// Ranks: the smallest on top.
  let smallestOnTop: Bool

  private static let (width, height, left, right, top, bottom) = (360, 128, 26, 34, 34, 26)

  var html: HTML {
    let known = points.compactMap(\.value) + [target].compactMap(\.self)
    guard points.contains(where: { $0.value != nil }), points.count > 1, let low = known.min(), let high = known.max() else { return "" }
    // In thousandths: a picture needs no more, and whole numbers are drawn.
    func whole(_ value: Fraction) -> Int128 { value.rounded(decimals: 3) }
    let (floor, span) = (whole(low), max(1, whole(high) - whole(low)))
    let room = Self.height - Self.top - Self.bottom
    func x(_ index: Int) -> Int { Self.left + index * (Self.width - Self.left - Self.right) / (points.count - 1) }
    func y(_ value: Fraction) -> Int {
      let share = Int((whole(value) - floor) * Int128(room) / span)
      return smallestOnTop ? Self.top + share : Self.height - Self.bottom - share
    }
    var html: HTML = "<svg class=\"goal-line\" viewBox=\"0 0 \(Self.width) \(Self.height)\" role=\"img\" aria-label=\"\(name)\">"
    if let target {
      html += "<path class=\"aim\" d=\"M0 \(y(target))H\(Self.width)\"/>"
      html += "<text class=\"aim\" x=\"\(Self.width)\" y=\"12\" text-anchor=\"end\">- - \(targetText)</text>"
    }
    var (path, pen) = ("", false)
    for (index, point) in points.enumerated() {
      if let value = point.value { path += (pen ? "L" : "M") + "\(x(index)) \(y(value))" }
      pen = point.value != nil
    }
    html += "<path class=\"run\" d=\"\(path)\"/>"
    for (index, point) in points.enumerated() {
      html += "<text x=\"\(x(index))\" y=\"\(Self.height - 6)\" text-anchor=\"middle\">\(point.year)</text>"
      guard let value = point.value else { continue }
      html += "<circle cx=\"\(x(index))\" cy=\"\(y(value))\" r=\"3.5\"/>"
      html += "<text class=\"val\" x=\"\(x(index))\" y=\"\(y(value) - 8)\" text-anchor=\"middle\">\(point.text)</text>"
    }
    html += "</svg>"
    return html
  }
}

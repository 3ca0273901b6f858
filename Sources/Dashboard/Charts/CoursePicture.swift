import Campaign

/// Lines of places over periods: the smallest place on top, names at both ends of those that stand out.
struct CoursePicture {
  /// How much room there is.
  enum Layout {
    case wide
    /// A phone: every period and every name in view, without moving sideways.
    case narrow

    var style: String { self == .wide ? "wide" : "small" }
    /// Room at the left for places, at the right for names; all in pixels.
    fileprivate var left: Int { self == .wide ? 46 : 30 }
    fileprivate var right: Int { self == .wide ? 236 : 172 }
    fileprivate var width: Int { self == .wide ? 1_060 : 344 }
    /// Letters of a name.
    fileprivate var lettersMost: Int { self == .wide ? 32 : 20 }
  }
  let id: String
  let name: String
  let text: String
  let course: Course
  let label: (Period) -> String
  let moved: (_ from: Int, _ to: Int) -> String
  let layout: Layout

  private static let (top, bottom) = (14, 30)
  /// Names stand at least so far apart.
  private static let lineHeight = 16

  private let placesMost: Int

  init(
    id: String, name: String, text: String, course: Course, layout: Layout, label: @escaping (Period) -> String,
    moved: @escaping (_ from: Int, _ to: Int) -> String
  ) {
    (self.id, self.name, self.text, self.course, self.layout, self.label, self.moved) = (id, name, text, course, layout, label, moved)
    placesMost = max(2, course.lines.flatMap(\.places).compactMap(\.self).max() ?? 2)
  }

  /// Everybody has a name where there is room for all.
  private var namesAll: Bool { placesMost <= 34 }
  private var height: Int { min(1_000, max(240, (placesMost - 1) * (namesAll ? 20 : 9))) + Self.top + Self.bottom }

  private func x(_ index: Int) -> Int {
    layout.left + index * (layout.width - layout.left - layout.right) / max(1, course.periods.count - 1)
  }
  private func y(_ place: Int) -> Int { Self.top + (place - 1) * (height - Self.top - Self.bottom) / max(1, placesMost - 1) }

  var html: HTML {
    var html: HTML = """
      <svg class="course \(layout.style)\(namesAll ? "" : " many")" width="\(layout.width)" height="\(height)" viewBox="0 0 \(layout.width) \(height)" role="img" aria-labelledby="\(id)-t \(id)-d">\
      <title id="\(id)-t">\(name)</title><desc id="\(id)-d">\(text)</desc>
      """
    for (index, period) in course.periods.enumerated() {
      html += "<path class=\"grid\" d=\"M\(x(index)) \(Self.top)V\(height - Self.bottom)\"/>"
      // On a phone the first and the last: what lies between can be counted.
      guard layout == .wide || index == 0 || index == course.periods.count - 1 else { continue }
      html += "<text x=\"\(x(index))\" y=\"\(height - 8)\" text-anchor=\"middle\">\(label(period))</text>"
    }
    for place in ticks { html += "<text x=\"\(layout.left - (layout == .wide ? 12 : 8))\" y=\"\(y(place) + 4)\" text-anchor=\"end\">\(place)</text>" }
    // Those that stand out are drawn last, over the others.
    for line in course.lines where line.role == .plain { html += path(line) }
    for line in course.lines where line.role != .plain { html += path(line) }
    html += names
    html += "</svg>"
    return html
  }

  private var ticks: [Int] {
    let step = placesMost <= 12 ? 1 : placesMost <= 40 ? 5 : 10
    return [1] + stride(from: step == 1 ? 2 : step, through: placesMost, by: step)
  }

  private func path(_ line: Course.Line) -> HTML {
    var (path, pen) = ("", false)
    var single: [Int] = []
    for (index, place) in line.places.enumerated() {
      if let place {
        path += (pen ? "L" : "M") + "\(x(index)) \(y(place))"
        let isAlone = !pen && (index + 1 == line.places.count || line.places[index + 1] == nil)
        if isAlone { single.append(index) }
      }
      pen = place != nil
    }
    guard !path.isEmpty else { return "" }
    let known = line.places.compactMap(\.self)
    var html: HTML = "<path class=\"\(line.role.rawValue)\" d=\"\(path)\"><title>\(line.unit.name): \(moved(known.first ?? 0, known.last ?? 0))</title></path>"
    for index in single { html += "<circle class=\"\(line.role.rawValue)\" cx=\"\(x(index))\" cy=\"\(y(line.places[index] ?? 1))\" r=\"2.5\"/>" }
    if let place = line.places.last ?? nil { html += Self.mark(line.role, x(line.places.count - 1), y(place)) }
    return html
  }

  /// The end of a line has a shape of its own: upwards, downwards, round.
  static func mark(_ role: Course.Role, _ x: Int, _ y: Int) -> HTML {
    switch role {
    case .riser: "<path class=\"riser end\" d=\"M\(x - 5) \(y + 4)h10l-5 -9z\"/>"
    case .faller: "<path class=\"faller end\" d=\"M\(x - 5) \(y - 4)h10l-5 9z\"/>"
    case .chosen: "<path class=\"chosen end\" d=\"M\(x - 5) \(y)l5 -5 5 5 -5 5z\"/>"
    case .leader: "<circle class=\"leader end\" cx=\"\(x)\" cy=\"\(y)\" r=\"4.5\"/>"
    case .plain: "<circle class=\"plain end\" cx=\"\(x)\" cy=\"\(y)\" r=\"2.5\"/>"
    }
  }

  private func arrow(_ line: Course.Line) -> String {
    guard let gained = line.gained, gained != 0 else { return "" }
    return gained > 0 ? " ▲\(gained)" : " ▼\(-gained)"
  }

  /// Names at the right end, moved apart where they would cover one another.
  private var names: HTML {
    let last = course.periods.count - 1
    // By the last place that is drawn, which need not be the board's; equal ones in the order of the board.
    let drawn = course.lines.enumerated().filter { ($0.element.places.last ?? nil) != nil && (namesAll || $0.element.role != .plain) }
    let named = drawn.sorted { a, b in
      let (one, other) = (a.element.places[last] ?? 0, b.element.places[last] ?? 0)
      return one == other ? a.offset < b.offset : one < other
    }.map(\.element)
    var ys: [Int] = []
    for line in named { ys.append(max(y(line.places[last] ?? 1), (ys.last ?? -Self.lineHeight) + Self.lineHeight)) }
    // Back from the lower edge, where the last ones were pushed beyond it.
    var limit = height - Self.bottom + 6
    for index in ys.indices.reversed() {
      ys[index] = min(ys[index], limit)
      limit = ys[index] - Self.lineHeight
    }
    var html = HTML()
    for (line, y) in zip(named, ys) {
      let place = line.places[last] ?? 1
      let most = layout.lettersMost - (layout == .narrow ? arrow(line).count : 0)
      let name = line.unit.name.count > most ? String(line.unit.name.prefix(most - 1)) + "…" : line.unit.name
      if abs(y - self.y(place)) > 2 { html += "<path class=\"lead\" d=\"M\(x(last) + 7) \(self.y(place))L\(x(last) + 15) \(y)\"/>" }
      html += "<text class=\"\(line.role.rawValue)\" x=\"\(x(last) + 18)\" y=\"\(y + 4)\">\(place) \(name)\(line.role == .plain ? "" : arrow(line))</text>"
    }
    return html
  }
}

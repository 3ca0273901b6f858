import Campaign
import Ranking
import Service

/// Small marks that stand in cells and sentences. Each says in words what its colour and shape say.
extension PageView {
  /// Nothing is known; never a zero.
  var nothing: HTML { "<span class=\"none\" aria-hidden=\"true\">—</span><span class=\"vh\">\(words("không có", "none"))</span>" }

  /// "3", "=3".
  func place(_ standing: Standing) -> String? { standing.place.map { (standing.tied ? "=" : "") + String($0) } }

  /// "▲ 2".
  func moved(_ places: Int?) -> HTML {
    guard let places else { return nothing }
    if places == 0 { return "<span class=\"same\">0</span>" }
    let text = movedWords(places)
    return places > 0
      ? "<span class=\"up\" title=\"\(text)\"><i aria-hidden=\"true\">▲</i><span class=\"vh\">\(words("tăng ", "up "))</span>\(places)</span>"
      : "<span class=\"down\" title=\"\(text)\"><i aria-hidden=\"true\">▼</i><span class=\"vh\">\(words("giảm ", "down "))</span>\(-places)</span>"
  }

  /// "tăng 2 bậc".
  func movedWords(_ places: Int) -> String {
    if places == 0 { return words("giữ nguyên bậc", "same place") }
    let count = abs(places)
    if places > 0 { return words("tăng \(count) bậc", count == 1 ? "up 1 place" : "up \(count) places") }
    return words("giảm \(count) bậc", count == 1 ? "down 1 place" : "down \(count) places")
  }

  /// "+0,45".
  func gain(_ points: Points?, decimals: Int) -> HTML {
    guard let points else { return nothing }
    let text = words.gain(points, decimals: decimals)
    return points.millionths == 0 ? "\(text)" : points.millionths > 0 ? "<span class=\"up\">\(text)</span>" : "<span class=\"down\">\(text)</span>"
  }

  /// The outcome as a mark with a shape of its own, and its name.
  ///
  /// - Parameter isEarly: The year is not over: what is met or not met so far is drawn hollow, and "not met" is said as "not yet".
  func outcome(_ verdict: Verdict, named: Bool = true, isEarly: Bool = false) -> HTML {
    let early = isEarly && (verdict.outcome == .met || verdict.outcome == .notMet)
    let name = words(verdict.outcome.name(isEarly: isEarly))
    let reason = words(verdict.text)
    let title = reason.isEmpty ? name : "\(name): \(reason)"
    let text: HTML = named ? " \(name)" : "<span class=\"vh\">\(name)</span>"
    return "<span class=\"out \(verdict.outcome.style)\(early ? " early" : "")\" title=\"\(title)\"><b aria-hidden=\"true\">\(verdict.outcome.sign)</b>\(text)</span>"
  }

  /// Whether a year's last figures are still to come.
  func isEarly(_ period: Period) -> Bool { !period.endsItsYear || snapshot.isProvisional(period) }

  /// Places over the last periods as a line: better is higher, a period without place is a gap.
  ///
  /// - Parameter waits: The last place is one among those who have filed: a line to it would say that the unit has moved.
  func spark(_ all: [Int?], waits: Bool) -> HTML {
    let places = waits ? all.dropLast() + [nil] : all
    let known = places.compactMap { $0 }
    guard known.count > 1, let best = known.min(), let worst = known.max() else { return nothing }
    let (width, height) = (84, 20)
    func x(_ index: Int) -> Int { 2 + index * (width - 6) / max(1, places.count - 1) }
    func y(_ place: Int) -> Int { worst == best ? height / 2 : 3 + (place - best) * (height - 6) / (worst - best) }
    var path = ""
    var pen = false
    for (index, place) in places.enumerated() {
      guard let place else {
        pen = false
        continue
      }
      path += (pen ? "L" : "M") + "\(x(index)) \(y(place))"
      pen = true
    }
    let dot: HTML = (places.last ?? nil).map { "<circle cx=\"\(x(places.count - 1))\" cy=\"\(y($0))\" r=\"2.5\"/>" } ?? ""
    let text = words("Hạng \(places.count) kỳ gần nhất: ", "Places of the last \(places.count) periods: ")
      + places.map { $0.map(String.init) ?? "–" }.joined(separator: ", ") + (waits ? " (\(words("chờ đủ báo cáo", "until all have filed")))" : "")
    return "<svg class=\"spark\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(text)\"><path d=\"\(path)\"/>\(dot)</svg>"
  }
}

extension Outcome {
  /// A sign that can be told from the others without colour.
  var sign: String {
    switch self {
    case .met: "✓"
    case .notMet: "✕"
    case .pending: "…"
    case .missing: "!"
    case .notApplicable: "–"
    case .undetermined: "?"
    }
  }
  /// The class of its shape in the style sheet.
  var style: String {
    switch self {
    case .met: "met"
    case .notMet: "not"
    case .pending: "pen"
    case .missing: "mis"
    case .notApplicable: "nap"
    case .undetermined: "und"
    }
  }
}

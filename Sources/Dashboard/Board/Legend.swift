import Campaign
import Ranking
import Service

/// What the words and figures of a board mean.
extension PageView {
  func legend(_ period: ShownPeriod) -> HTML {
    let rulebook = snapshot.span(of: period.last).rulebook
    var lines = [
      words("Điểm lũy kế từ đầu năm đến hết kỳ. “=3”: đồng hạng 3.", "Points from the start of the year to the end of the period. “=3”: shares place 3."),
      words(
        "“thiếu 1/12 kỳ”: 1 trong 12 kỳ của năm chưa nộp, điểm chỉ tính từ số liệu các kỳ đã nộp.",
        "“1 of 12 periods missing”: points are computed from the periods that were filed."),
    ]
    if let climb = rulebook.rules.first(where: { $0.subject == .unitPlace && $0.kind is RankGainRule && $0.window.contains(period.last.year) }),
      let places = rulebook.climb {
      lines.append(words(
        "“+\(places) bậc”: \(words(climb.kind.demand(year: period.last.year))); đứng thứ nhất là đạt, dù tăng ít hơn; khi khối chưa đủ báo cáo thì chờ.",
        "“+\(places) places”: \(words(climb.kind.demand(year: period.last.year))); whoever is first has met it, with a smaller gain too; it waits while units of the block are awaited."))
    }
    if let leading = leadingRatio(in: period.last) {
      lines.append(words("Khối lượng: mẫu số của \(leading.code), ", "Volume: the denominator of \(leading.code), ") + words(leading.name).lowercased() + ".")
    }
    return "<p class=\"legend\">\(lines.joined(separator: " "))</p>"
  }

  /// What the cases of ``leadingRatio(in:)`` are counted in; `nil` where its counters differ or say nothing.
  func volumeUnit(_ rulebook: Rulebook, _ period: Period) -> String? {
    guard let leading = leadingRatio(in: period), case .ratio(_, let denominator) = leading.metric else { return nil }
    let units = Set(denominator.terms.map { rulebook.counters[$0.counter].unitOfMeasure })
    guard units.count == 1, let unit = units.first, !unit.isEmpty else { return nil }
    return unit
  }
}

import Campaign
import Ranking
import Service

/// What a board has shown that has to be explained below it.
final class LegendNeeds {
  var isTied = false
  var isIncomplete = false
}

/// What the words and figures of a board mean.
extension PageView {
  func legend(_ period: ShownPeriod, _ boards: [BlockBoard], _ needs: LegendNeeds) -> HTML {
    let rulebook = snapshot.span(of: period.last).rulebook
    var lines = [days(period.last)]
    if needs.isTied { lines.append(words("“=3”: đồng hạng 3.", "“=3”: shares place 3.")) }
    if needs.isIncomplete {
      lines.append(
        words(
          "“thiếu 1/12 kỳ”: 1 trong 12 kỳ của năm chưa nộp, điểm chỉ tính từ số liệu các kỳ đã nộp.",
          "“1 of 12 periods missing”: points are computed from the periods that were filed."))
    }
    if !boards.allSatisfy({ $0.awaited.isEmpty }) {
      lines.append(words("“…”: chờ đủ báo cáo của khối mới so được.", "“…”: compared once all units of the block have filed."))
    }
    lines += [bands(boards, rulebook), climb(period, rulebook)].compactMap(\.self)
    if let leading = leadingRatio(in: period.last) {
      let name = words(leading.name).lowercased()
      lines.append(words("Khối lượng: số dùng làm mẫu số khi tính \(leading.code), \(name).", "Volume: the denominator of \(leading.code), \(name)."))
    }
    return "<p class=\"legend\">\(lines.joined(separator: " "))</p>"
  }

  /// The first and the last day of a period.
  func bounds(_ period: Period) -> (first: String, last: String) { (period.firstDay.vietnameseText, (period.endDay + -1).vietnameseText) }

  /// The days of a period, and when it is or was closed.
  func days(_ period: Period) -> String {
    let (first, last) = bounds(period)
    let deadlines = snapshot.deadlines(of: period)
    let (due, end) = (until(deadlines.due(period)), until(deadlines.closesForEverybody(period)))
    let closed = snapshot.isProvisional(period)
      ? words("tạm tính; hạn nộp \(due), nộp trễ còn nhận đến \(end)", "provisional; due by \(due), late filings are accepted until \(end)")
      : words("chốt khi \(end)", "closed with \(end)")
    return words(
      "\(label(period)): từ \(first) đến \(last), \(closed). Điểm lũy kế từ đầu năm.",
      "\(label(period)): \(first) to \(last), \(closed). Points add up from the start of the year.")
  }

  /// From how many points each band is given, where all blocks that are shown have the same.
  private func bands(_ boards: [BlockBoard], _ rulebook: Rulebook) -> String? {
    let all = boards.map { rulebook.bands(of: $0.block.id) }
    guard let bands = all.first, !bands.isEmpty, all.allSatisfy({ $0 == bands }) else { return nil }
    let steps = bands.map { band in words("\(words(band.name)) từ \(words.points(band.atLeast))", "\(words(band.name)) from \(words.points(band.atLeast))") }
    return words("Xếp loại: ", "Bands: ") + steps.joined(separator: ", ") + words(" điểm.", " points.")
  }

  private func climb(_ period: ShownPeriod, _ rulebook: Rulebook) -> String? {
    guard let climb = rulebook.rules.first(where: { $0.subject == .unitPlace && $0.kind is RankGainRule && $0.window.contains(period.last.year) }),
      let places = rulebook.climb
    else { return nil }
    let early = isEarly(period.last)
      ? words("; chưa hết năm nên mới là “đang đạt”, “chưa đạt”", "; the year is not over, so that it is met so far or not yet") : ""
    return words(
      "“Tăng \(places) bậc”: \(words(climb.kind.demand(year: period.last.year))); đứng thứ nhất là đạt, dù tăng ít hơn\(early).",
      "“+\(places) places”: \(words(climb.kind.demand(year: period.last.year))); whoever is first has met it, with a smaller gain too\(early).")
  }

  /// What the cases of ``leadingRatio(in:)`` are counted in; `nil` where its counters differ or say nothing.
  func volumeUnit(_ rulebook: Rulebook, _ period: Period) -> String? {
    guard let leading = leadingRatio(in: period), case .ratio(_, let denominator) = leading.metric else { return nil }
    let units = Set(denominator.terms.map { rulebook.counters[$0.counter].unitOfMeasure })
    guard units.count == 1, let unit = units.first, !unit.isEmpty else { return nil }
    return unit
  }
}

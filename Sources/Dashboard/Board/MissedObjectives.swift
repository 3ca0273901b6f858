import Campaign
import Ranking
import Service

/// The objectives of a year that are not met, named on the board.
extension PageView {
  private static let missedMost = 3

  /// The objectives of the year that are not met, by name: a board is often all that is looked at.
  ///
  /// The element is there where nothing is missed, so that a live board has a place for what comes.
  func missedObjectives(_ period: ShownPeriod) -> HTML {
    let year = period.last.year
    let missed = snapshot.missedObjectives(of: year)
    guard !missed.isEmpty else { return "<div id=\"khong-dat\"></div>" }
    let link = Address(.objectives(year: String(year)))
    // Rules that ask the same of the same are read as one.
    var lines: [(text: String, ids: [String])] = []
    for one in missed {
      let text = "\(words(one.subject)): \(words(one.demand))"
      if let known = lines.firstIndex(where: { $0.text == text }) { lines[known].ids.append(one.rule.id) } else { lines.append((text, [one.rule.id])) }
    }
    let items = Array(lines.prefix(Self.missedMost)).html { text, ids in
      "<li><a href=\"\(link)#\(ids[0])\">\(text)</a> <small>\(ids.joined(separator: ", "))</small></li>"
    }
    let rest = lines.dropFirst(Self.missedMost).reduce(0) { $0 + $1.ids.count }
    let more: HTML = rest > 0 ? "<li><a href=\"\(link)#\(Outcome.notMet.style)\">\(words("và \(rest) mục tiêu khác", "and \(rest) more"))</a></li>" : ""
    let isFinal = (snapshot.latestClosed?.next.year ?? 0) > year
    let count = words(
      "\(missed.count) mục tiêu của phong trào năm \(year) không đạt",
      missed.count == 1 ? "1 objective of the campaign for \(year) is not met" : "\(missed.count) objectives of the campaign for \(year) are not met")
    let known = isFinal ? "" : words(" (theo số liệu đến nay)", " (by the figures so far)")
    return """
      <div class="missed" id="khong-dat"><p>\(outcome(Verdict(.notMet), named: false)) <b>\(count)</b>\(known):</p><ul>\(items)\(more)</ul></div>
      """
  }
}

extension Snapshot {
  func missedObjectives(of year: Int) -> [Objective] { outcomes(of: year).objectives.filter { $0.verdict.outcome == .notMet } }
}

import Campaign
import Ranking
import Service

/// The objectives of a year that are not met, named on the board, and how many are at risk.
extension PageView {
  private static let missedMost = 3

  /// The objectives of the year that are not met, by name: a board is often all that is looked at.
  ///
  /// The element is there where nothing is missed, so that a live board has a place for what comes.
  func missedObjectives(_ period: ShownPeriod) -> HTML {
    let year = period.last.year
    let missed = snapshot.missedObjectives(of: year)
    let link = Address(.objectives(year: String(year)))
    let risky = snapshot.riskyObjectives(of: year).count
    let risk: HTML = risky > 0
      ? "<a href=\"\(link)#\(Outcome.pending.style)\">\(words("\(risky) mục tiêu chưa đến hạn, đến nay chưa đạt", risky == 1 ? "1 objective not due yet is not met so far" : "\(risky) objectives not due yet are not met so far"))</a>"
      : ""
    guard !missed.isEmpty else {
      let alone: HTML = risky > 0 ? "<p>\(risk)</p>" : ""
      return "<div class=\"missed\" id=\"khong-dat\">\(alone)</div>"
    }
    let lines = alike(missed)
    let items = Array(lines.prefix(Self.missedMost)).html { same in
      "<li><a href=\"\(link)#\(same[0].rule.id)\">\(words(same[0].subject)): \(words("yêu cầu", "demand:")) \(words(same[0].demand))</a> <small>\(ids(same))</small></li>"
    }
    let rest = lines.dropFirst(Self.missedMost).reduce(0) { $0 + $1.count }
    let more: HTML = rest > 0 ? "<li><a href=\"\(link)#\(Outcome.notMet.style)\">\(words("và \(rest) mục tiêu khác", "and \(rest) more"))</a></li>" : ""
    let isFinal = (snapshot.latestClosed?.next.year ?? 0) > year
    let count = words(
      "\(missed.count) mục tiêu của phong trào năm \(year) không đạt",
      missed.count == 1 ? "1 objective of the campaign for \(year) is not met" : "\(missed.count) objectives of the campaign for \(year) are not met")
    let last: HTML = risky > 0 ? "<li>\(risk)</li>" : ""
    let known = isFinal ? "" : words(" (theo số liệu đến nay)", " (by the figures so far)")
    return """
      <div class="missed" id="khong-dat"><p>\(outcome(Verdict(.notMet), named: false)) <b>\(count)</b>\(known):</p><ul>\(items)\(more)\(last)</ul></div>
      """
  }

  /// "003-01b", "2 mục: 003-01b, 003-18b": as many as were counted.
  func ids(_ same: [Objective]) -> String {
    let ids = same.map(\.rule.id).joined(separator: ", ")
    return same.count == 1 ? ids : words("\(same.count) mục: \(ids)", "\(same.count) rules: \(ids)")
  }

  /// Rules that ask the same of the same are read as one, at the place of the first.
  func alike(_ objectives: [Objective]) -> [[Objective]] {
    var groups: [[Objective]] = []
    for one in objectives {
      if let same = groups.firstIndex(where: { $0[0].subject == one.subject && $0[0].demand == one.demand && $0[0].verdict == one.verdict }) {
        groups[same].append(one)
      } else {
        groups.append([one])
      }
    }
    return groups
  }
}

extension Snapshot {
  func riskyObjectives(of year: Int) -> [Objective] { outcomes(of: year).objectives.filter(\.isAtRisk) }
  func missedObjectives(of year: Int) -> [Objective] { outcomes(of: year).objectives.filter { $0.verdict.outcome == .notMet } }
}

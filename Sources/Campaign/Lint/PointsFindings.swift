/// Points that do not add up to 100.
extension Rulebook {
  /// An index is earned ÷ applicable, so that any sum works; but a plan speaks of 100 points, and a sum of 95 is most often a
  /// criterion that was forgotten.
  static func pointsFindings(_ book: Rulebook) -> [Finding] {
    let boards = book.scoreboards.enumerated().flatMap { index, board in
      book.scoreboard(board.id).map { sums(of: $0, at: "scoreboards[\(index)].criteria", about: board.id) } ?? []
    }
    return sums(of: book, at: "criteria", about: "") + boards
  }

  private static func sums(of book: Rulebook, at path: String, about subject: String) -> [Finding] {
    let scored = book.criteria.filter { $0.points > .zero }
    guard book.ranking.total == .index, !scored.isEmpty else { return [] }
    let windows = scored.compactMap(\.window)
    let years = book.campaignYears ?? (windows.map(\.lowerBound).min() ?? 0)...(windows.map(\.upperBound).max() ?? 0)
    var sums: [(sum: Points, years: [Int])] = []
    for year in windows.isEmpty ? years.lowerBound...years.lowerBound : years {
      let sum = scored.filter { $0.isInForce(in: year) }.reduce(Points.zero) { $0 + $1.points }
      if let known = sums.firstIndex(where: { $0.sum == sum }) { sums[known].years.append(year) } else { sums.append((sum, [year])) }
    }
    return sums.filter { $0.sum != Points(millionths: 100_000_000) }.map { sum, years in
      let when = windows.isEmpty ? ("", "") : (" trong năm \(yearList(years))", " in \(yearList(years))")
      return Finding(
        .pointsNot100, at: path, about: subject,
        "tổng điểm tối đa của các tiêu chí\(when.0) là \(vietnamese(sum.description)), không phải 100.",
        en: "the criteria's points\(when.1) sum to \(sum), not to 100.")
    }
  }
}

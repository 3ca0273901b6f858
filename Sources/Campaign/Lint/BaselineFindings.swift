/// Comparisons with a year of which nothing is known, nor ever will be.
extension Rulebook {
  static func baselineFindings(_ book: Rulebook) -> [Finding] {
    book.placedRules.compactMap { path, rule in
      let missing = rule.window.filter { year in
        switch rule.kind.reference(year: year) {
        case .none: false
        case .year(let reference): book.lacks(rule, reference)
        case .sameMonthLastYear: book.lacks(rule, year - 1)
        }
      }
      guard let year = missing.first else { return nil }
      let reference = if case .year(let y) = rule.kind.reference(year: year) { y } else { year - 1 }
      return Finding(
        .missingBaseline, at: path, about: rule.id,
        "trong năm \(yearList(missing)) không có số liệu gốc để so sánh (năm \(reference) không có trong bộ quy tắc).",
        en: "in \(yearList(missing)) there is no baseline to compare with (the rulebook has nothing of \(reference)).")
    }
  }

  /// Whether nothing of the subject is known in a year, and a later year shows that nothing will come.
  private func lacks(_ rule: Rule, _ year: Int) -> Bool {
    switch rule.subject {
    case .index(let code):
      guard let index = index(code), index.series.contains(where: { $0.year > year }) else { return false }
      guard let fact = index.series.first(where: { $0.year == year }) else { return true }
      return type(of: rule.kind).looksAtRank ? fact.rank == .unknown && index.ranks != .none : fact.score == .unknown
    case .criterion, .unitPlace: return periods.first.map { year < $0.year } ?? false
    }
  }
}

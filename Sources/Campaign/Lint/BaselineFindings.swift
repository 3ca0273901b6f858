/// Comparisons with a year of which nothing is known, nor ever will be.
extension Rulebook {
  static func baselineFindings(_ book: Rulebook) -> [Finding] {
    book.placedRules.compactMap { path, rule -> Finding? in
      let missing = rule.window.compactMap { year -> (year: Int, reference: Int)? in
        book.lackedReference(rule, year).map { (year, $0) }
      }
      guard let reference = missing.first?.reference else { return nil }
      let years = missing.map(\.year)
      return Finding(
        .missingBaseline, at: path, about: rule.id,
        "trong năm \(yearList(years)) không có số liệu gốc để so sánh (năm \(reference) không có trong bộ quy tắc).",
        en: "in \(yearList(years)) there is no baseline to compare with (the rulebook has nothing of \(reference)).")
    }
  }

  /// The year that a rule compares with in `year` and of which nothing is known.
  private func lackedReference(_ rule: Rule, _ year: Int) -> Int? {
    switch rule.kind.reference(year: year, window: rule.window) {
    case .none, .norm, .background: nil
    case .year(let reference): lacks(rule, reference) ? reference : nil
    case .sameMonthLastYear: lacks(rule, year - 1) ? year - 1 : nil
    case .mean(let years, let enough):
      years.count { !lacks(rule, $0) } < enough ? years.first { lacks(rule, $0) } : nil
    }
  }

  /// Whether nothing of the subject is known in a year, and a later year shows that nothing will come.
  private func lacks(_ rule: Rule, _ year: Int) -> Bool {
    switch rule.subject {
    case .index(let code):
      guard let index = index(code), index.series.contains(where: { $0.year > year }) else { return false }
      guard let fact = index.series.first(where: { $0.year == year }) else { return true }
      return rule.kind.looksAt == .rank ? fact.rank == .unknown && index.ranks != .none : fact.score == .unknown
    case .deliveries, .assessment: return false
    case .criterion, .unitPlace: return periods.first.map { year < $0.year } ?? false
    }
  }
}

/// Rules on places or scores that the publisher of the index does not print.
extension Rulebook {
  static func publicationFindings(_ book: Rulebook) -> [Finding] {
    book.placedRules.compactMap { path, rule -> Finding? in
      guard case .index(let code) = rule.subject, let index = book.index(code) else { return nil }
      let atRank = rule.kind.looksAt == .rank
      guard rule.kind.looksAt != .band else { return nil }
      switch index.ranks {
      case .all: return nil
      case .none:
        guard atRank else { return nil }
        return Finding(
          .notPublished, at: path, about: rule.id, "cơ quan công bố \(code) không xếp hạng: quy tắc về thứ hạng không bao giờ xác định được.",
          en: "the publisher of \(code) gives no places: a rule on places is never decided.")
      case .first(let places, let from):
        let years = rule.window.filter { $0 >= from }
        guard let year = years.first, let last = years.last else { return nil }
        let needed = book.needed(rule, index, year)
        // A place behind the last printed one fails every demand that ends among the printed ones.
        if atRank, let needed, needed <= places { return nil }
        let demand = needed.map { (" Cần bậc \($0).", " Place \($0) is needed.") } ?? ("", "")
        return Finding(
          .notPublished, at: path, about: rule.id,
          "năm \(yearList(year...last)) \(code) chỉ công bố \(places) đơn vị đứng đầu: sau bậc \(places) quy tắc không xác định được.\(demand.0)",
          en: "in \(yearList(year...last)) \(code) is published for the first \(places) only: behind them the rule is not decided.\(demand.1)")
      }
    }
  }

  /// The worst place that satisfies a rule, where it is known.
  private func needed(_ rule: Rule, _ index: PublishedIndex, _ year: Int) -> Int? {
    switch rule.kind {
    case let top as TopNRule: return top.last
    case let gain as RankGainRule:
      guard case .year(let reference) = gain.reference(year: year, window: rule.window),
        case .value(let rank, _)? = index.series.first(where: { $0.year == reference })?.rank
      else { return nil }
      return gain.required(from: rank)
    default: return nil
    }
  }
}

/// Rules on places inside a block: what cannot be met by all, by some, or decided at all.
extension Rulebook {
  static func placeRuleFindings(_ book: Rulebook) -> [Finding] {
    book.placedRules.flatMap { path, rule -> [Finding] in
      switch (rule.subject, rule.kind) {
      case (.unitPlace, let gain as RankGainRule): return climbs(rule, gain, path, book)
      case (.unitPlace, let top as TopNRule):
        return book.rankedBlocks.filter { $0.units.count <= top.last }.map { _, block, units in
          Finding(
            .topOverPopulation, at: path, about: rule.id,
            "khối \(block.id) chỉ có \(units.count) đơn vị: ai cũng thuộc nhóm \(top.last) đơn vị đứng đầu.",
            en: "block \(block.id) has \(units.count) units only: every one is among the first \(top.last).")
        }
      case (.index(let code), let top as TopNRule):
        guard let population = book.index(code)?.series.compactMap(\.of).min(), population <= top.last else { return [] }
        return [Finding(
          .topOverPopulation, at: path, about: rule.id,
          "\(code) có năm chỉ xếp hạng \(population) đơn vị: nhóm \(top.last) đơn vị đứng đầu là tất cả.",
          en: "\(code) ranks \(population) in some year: the first \(top.last) are all of them.")]
      case (.unitPlace, let kind) where kind.looksAt == .band:
        return book.rankedBlocks.filter { book.bands(of: $0.block.id).isEmpty }.map { _, block, _ in
          Finding(
            .neverDecided, at: path, about: rule.id,
            "khối \(block.id) không có mức xếp loại: quy tắc không bao giờ xác định được ở đó.",
            en: "block \(block.id) has no bands: the rule is never decided there.")
        }
      case (.index(let code), let kind) where kind.looksAt == .band:
        guard let index = book.index(code), index.bands.isEmpty else { return [] }
        return [Finding(
          .neverDecided, at: path, about: rule.id,
          "\(code) không có danh sách nhóm: quy tắc về nhóm không bao giờ xác định được.",
          en: "\(code) has no bands: a rule on bands is never decided.")]
      default: return []
      }
    }
  }

  private static func climbs(_ rule: Rule, _ gain: RankGainRule, _ path: String, _ book: Rulebook) -> [Finding] {
    let k = gain.places
    let blocks = book.rankedBlocks.filter { $0.units.count > 1 }.map { _, block, units -> Finding in
      let (n, most) = (units.count, max(1, units.count - k))
      return Finding(
        .gainOutOfReach, at: path, about: rule.id,
        "khối \(block.id): nếu không đồng hạng, nhiều nhất \(most)/\(n) đơn vị có thể đạt yêu cầu tăng \(k) bậc.",
        en: "block \(block.id): without ties, at most \(most) of \(n) units can meet a gain of \(k) places.")
    }
    guard !blocks.isEmpty else { return [] }
    return blocks + [
      Finding(
        .firstPlacesCeiling, at: path, about: rule.id,
        "đơn vị đứng thứ 1 đến thứ \(k + 1) ở kỳ gốc chỉ đạt khi đứng thứ nhất: không đồng hạng thì chỉ một trong \(k + 1) đơn vị ấy đạt.",
        en: "units on places 1 to \(k + 1) of the reference meet it in first place only: without ties one of those \(k + 1) does.")
    ]
  }
}

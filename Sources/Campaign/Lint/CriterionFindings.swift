/// Criteria that can never change a place.
extension Rulebook {
  static func criterionFindings(_ book: Rulebook) -> [Finding] {
    let ranked = book.rankedBlocks.flatMap(\.units)
    var found: [Finding] = []
    for (path, criterion) in book.placedCriteria where criterion.scoring != nil {
      if !ranked.contains(where: criterion.concerns) {
        found.append(Finding(
          .nobodyConcerned, at: path, about: criterion.code, "không áp dụng cho đơn vị được xếp hạng nào.",
          en: "concerns no unit that is ranked."))
      } else if let why = book.changesNothing(criterion) {
        found.append(Finding(
          .changesNoPlace, at: path, about: criterion.code, "không thể làm thay đổi thứ hạng nào: \(why.vi).",
          en: "can never change a place: \(why.en)."))
      }
    }
    for (path, block, units) in book.rankedBlocks where units.count < 2 {
      found.append(
        units.isEmpty
          ? Finding(.blockOfOne, at: path, about: block.id, "khối không có đơn vị nào.", en: "the block has no unit.")
          : Finding(
            .blockOfOne, at: path, about: block.id, "khối chỉ có một đơn vị, lúc nào cũng đứng thứ nhất.",
            en: "the block has one unit, which is always first."))
    }
    return found
  }

  /// Why everybody has the same points from a criterion, whatever is filed.
  private func changesNothing(_ criterion: Criterion) -> LocalizedText? {
    let most = Int128(criterion.points.millionths)
    if case .weight(let values)? = criterion.scoring {
      return values.all.allSatisfy { $0.coefficient == 0 } ? LocalizedText("trọng số bằng 0", en: "its weight is 0") : nil
    }
    if most * 2 < Int128(powerOfTen(6 - decimals)) {
      return LocalizedText(
        "điểm tối đa làm tròn đến \(decimals) chữ số thập phân là 0", en: "its points round to 0 at \(decimals) decimals")
    }
    if case .ratio(let numerator, let denominator) = criterion.metric, numerator == denominator {
      return LocalizedText("tử số và mẫu số là một", en: "numerator and denominator are the same")
    }
    guard !criterion.canBeNegative else { return nil }
    // Values are never below 0.
    let always = LocalizedText("ai cũng đạt điểm tối đa", en: "everybody has all its points")
    let never = LocalizedText("không ai có điểm", en: "nobody has any of its points")
    let zero = ExactDecimal(0)
    switch (criterion.scoring, criterion.direction) {
    case (.bin(let target)?, .higher): return target.all.allSatisfy { $0 <= zero } ? always : nil
    case (.bin(let target)?, .lower): return target.all.allSatisfy { $0 < zero } ? never : nil
    case (.floor(let target, _)?, .higher): return target.all.allSatisfy { $0 <= zero } ? always : nil
    case (.floor(_, let floor)?, .lower): return floor.all.allSatisfy { $0 <= zero } ? never : nil
    case (.step(let steps)?, let direction):
      if steps.allSatisfy({ $0.share.coefficient == 0 }) { return never }
      guard direction == .higher, let first = steps.first, let last = steps.last else { return nil }
      return last.at <= zero && steps.allSatisfy { $0.share == first.share }
        ? LocalizedText("bậc nào cũng được cùng số điểm", en: "every step gives the same points") : nil
    default: return nil
    }
  }
}

extension Criterion {
  /// A difference of counters stands in it.
  fileprivate var canBeNegative: Bool {
    switch metric {
    case .ratio(let numerator, let denominator): (numerator.terms + denominator.terms).contains(where: \.negative)
    case .count(let sum): sum.terms.contains(where: \.negative)
    case .given: false
    }
  }
}

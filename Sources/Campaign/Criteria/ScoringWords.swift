/// How values become points, as a person would explain it.
extension Criterion {
  /// What a value has to be for which points, in a period: "0 điểm từ 90% trở xuống, tăng đều đến đủ điểm ở 99%".
  ///
  /// It says what ``Scoring`` computes; nothing is computed from it.
  ///
  /// - Returns: `nil` for a criterion that is followed without points, and for a period in which its target says nothing.
  /// - Source: domain 4.2.
  package func scoringWords(in period: Period) -> LocalizedText? {
    let isHigher = direction == .higher
    let unit = unitOfMeasure == "%" ? "%" : ""
    func number(_ value: ExactDecimal) -> (vi: String, en: String) {
      let shown = value.scale > 4 ? ExactDecimal(coefficient: Int64(clamping: value.fraction.rounded(decimals: 4)), scale: 4).trimmed : value.trimmed
      return (shown.vietnameseText + unit, shown.description + unit)
    }
    func atLeast(_ value: ExactDecimal) -> (vi: String, en: String) {
      let (vi, en) = number(value)
      return isHigher ? ("từ \(vi) trở lên", "\(en) or more") : ("từ \(vi) trở xuống", "\(en) or less")
    }
    switch scoring {
    case nil: return nil
    case .bin(let target):
      guard let t = target.value(in: period).map(atLeast) else { return nil }
      return LocalizedText("\(t.vi) được đủ điểm, còn lại 0 điểm", en: "all points for \(t.en), otherwise none")
    case .prop(let target):
      guard let value = target.value(in: period) else { return nil }
      let (t, n) = (atLeast(value), number(value))
      return LocalizedText(
        "\(t.vi) được đủ điểm; thấp hơn thì điểm bằng giá trị ÷ \(n.vi) × điểm tối đa", en: "all points for \(t.en); below that value ÷ \(n.en) × maximum")
    case .floor(let target, let floor):
      guard let t = target.value(in: period).map(atLeast), let value = floor.value(in: period) else { return nil }
      let f = number(value)
      return LocalizedText(
        "\(t.vi) được đủ điểm; ở \(f.vi) là 0 điểm, giữa hai mức tăng đều", en: "all points for \(t.en), none at \(f.en), in between in proportion")
    case .step(let steps):
      let parts = steps.map { step -> LocalizedText in
        let (t, share) = (atLeast(step.at), step.share.fraction.times(Fraction(100, 1)) ?? step.share.fraction)
        let percent = share.text(decimals: share.denominator == 1 ? 0 : 2)
        return LocalizedText("\(t.vi): \(percent.vi)% điểm tối đa", en: "\(t.en): \(percent.en)% of the maximum")
      }
      return LocalizedText(parts.map(\.vi).joined(separator: "; ") + "; còn lại 0 điểm", en: parts.map(\.en).joined(separator: "; ") + "; otherwise none")
    case .deduction(let each, let cap):
      let most = cap.map { LocalizedText(", nhiều nhất \($0.exact.vietnameseText)", en: ", at most \($0.exact)") } ?? LocalizedText("")
      return LocalizedText(
        "đủ điểm khi bằng 0; mỗi trường hợp trừ \(each.trimmed.vietnameseText) điểm\(most.vi)", en: "all points for 0; each case takes \(each.trimmed)\(most.en)")
    case .count(let each, let cap):
      let most = cap.map { LocalizedText(", nhiều nhất \($0.exact.vietnameseText)", en: ", at most \($0.exact)") } ?? LocalizedText("")
      return LocalizedText("mỗi trường hợp được \(each.trimmed.vietnameseText) điểm\(most.vi)", en: "each case gives \(each.trimmed)\(most.en)")
    case .leader(let target):
      guard let t = target.value(in: period).map(number) else { return nil }
      return LocalizedText(
        "ở \(t.vi) được nửa số điểm, cao nhất khối được đủ điểm, giữa hai mức tăng đều",
        en: "half of the points at \(t.en), all of them for the block's best, in between in proportion")
    case .weight(let weight):
      guard let w = weight.value(in: period) else { return nil }
      return LocalizedText("giá trị × \(w.trimmed.vietnameseText)", en: "value × \(w.trimmed)")
    }
  }
}

extension Rulebook {
  /// What a criterion measures, by the names of its counters: "(A + B) ÷ (C)"; `nil` where its figures are given.
  package func measureWords(_ criterion: Criterion) -> LocalizedText? {
    func words(_ sum: CounterSum) -> LocalizedText {
      var (vi, en) = ("", "")
      for term in sum.terms {
        let sign = term.negative ? " − " : vi.isEmpty ? "" : " + "
        vi += sign + counters[term.counter].name.vi
        en += sign + counters[term.counter].name.en
      }
      return LocalizedText(vi, en: en)
    }
    switch criterion.metric {
    case .ratio(let part, let whole):
      let (part, whole) = (words(part), words(whole))
      return LocalizedText("(\(part.vi)) ÷ (\(whole.vi))", en: "(\(part.en)) ÷ (\(whole.en))")
    case .count(let sum): return words(sum)
    case .given: return nil
    }
  }
}

extension Points {
  fileprivate var exact: ExactDecimal { ExactDecimal(coefficient: millionths, scale: 6).trimmed }
}

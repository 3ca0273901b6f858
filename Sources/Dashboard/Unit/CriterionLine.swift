import Campaign
import Ranking
import Service

/// One criterion of a unit beside what its block reached.
struct CriterionLine: Sendable {
  let result: CriterionResult
  /// Of the block's units that were scored; `nil` where nobody was.
  let block: BlockPoints?
  /// Points gained against the period that was chosen; `nil` where either is not scored.
  let against: Points?

  var points: Points? { if case .scored(let points) = result.leaf { points } else { nil } }
}

extension [CriterionLine] {
  /// What was earned of them; `nil` where none has points yet, which is no zero.
  var earned: Points? {
    let points = compactMap(\.points)
    return points.isEmpty ? nil : points.reduce(.zero, +)
  }
}

extension PageView {
  /// The criteria that concern a unit, in the order of the rulebook.
  ///
  /// - Parameter chosen: The period that is compared with, under the same version of the rulebook.
  /// - Complexity: O(periods × criteria), and what ``Snapshot/points(ofBlock:in:)`` takes the first time.
  func criteria(_ unit: ReportingUnit, _ period: Period, against chosen: Period?) -> [CriterionLine] {
    let span = snapshot.span(of: period)
    let block = snapshot.points(ofBlock: unit.block, in: period)
    let then = chosen.map { span.standings.explanation(of: unit.id, in: $0) } ?? []
    return span.standings.explanation(of: unit.id, in: period).enumerated().compactMap { index, result in
      if case .notConcerned = result.leaf { return nil }
      var against: Points?
      if case .scored(let now) = result.leaf, index < then.count, case .scored(let before) = then[index].leaf { against = now - before }
      return CriterionLine(result: result, block: index < block.count ? block[index] : nil, against: against)
    }
  }

  // MARK: words

  /// "98,12%" and "624/636", or the number where it is one.
  func value(_ result: CriterionResult) -> (text: String, figures: String)? {
    guard let value = result.value else { return nil }
    if result.isRatio {
      let (percent, overflow) = value.numerator.multipliedReportingOverflow(by: 100)
      let figures = "\(words.whole(value.numerator))/\(words.whole(value.denominator))"
      return (overflow ? "" : rounded(Fraction(percent, value.denominator), 2, trimmed: false) + "%", figures)
    }
    return (value.denominator == 1 ? words.whole(value.numerator) : rounded(value, 6, trimmed: true), "")
  }

  private func rounded(_ value: Fraction, _ decimals: Int, trimmed: Bool) -> String {
    let number = ExactDecimal(coefficient: Int64(clamping: value.rounded(decimals: decimals)), scale: decimals)
    return words.decimal(trimmed ? number.trimmed : number)
  }

  func target(_ result: CriterionResult) -> String? {
    guard let target = result.target else { return nil }
    let shown = target.scale > 4 ? ExactDecimal(coefficient: Int64(clamping: target.fraction.rounded(decimals: 4)), scale: 4).trimmed : target
    return words.decimal(shown) + (result.criterion.unitOfMeasure == "%" ? "%" : "")
  }

  /// Why a criterion has no points; never a zero.
  func state(_ leaf: Leaf) -> String {
    switch leaf {
    case .scored: ""
    case .missing: words("thiếu", "missing")
    case .pending: words("chưa đến hạn", "pending")
    case .notApplicable: words("không áp dụng", "n.a.")
    case .notConcerned: words("không thuộc diện", "not concerned")
    case .followed: words("theo dõi", "followed")
    }
  }
}

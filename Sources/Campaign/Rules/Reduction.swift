/// `REDUCTION`: fallen by at least x percent against a base ("cắt giảm ít nhất 25% … so với quy định").
///
/// r = (base − v) ÷ base, met ⇔ r ≥ x. "Giảm 10% đến 15%" is met at 10 and over-fulfilled above 15. A fall is the total
/// until the year, unless the rulebook reads it as a fall in every year. Money is nominal.
///
/// - Source: seed documents 000, 001, 003; domain 2.3 "REDUCTION".
public struct ReductionRule: RuleKind {
  public static let code = "REDUCTION"
  /// Percent, above 0 and at most 100.
  public let percent: ExactDecimal
  /// Percent above which it is over-fulfilled.
  public let stretch: ExactDecimal?
  /// A year, the mean of years, the norm, or nothing where every year is compared with the one before.
  public let against: Reference
  /// The years whose mean is judged; `nil`: the year itself.
  public let years: ClosedRange<Int>?

  public init(percent: ExactDecimal, stretch: ExactDecimal? = nil, against: Reference, years: ClosedRange<Int>? = nil) {
    self.percent = percent
    self.stretch = stretch
    self.against = against
    self.years = years
  }

  /// Whether it is read as a fall against the year before.
  public var yearly: Bool { against == .none }

  public init(reading node: RuleReader) throws {
    percent = try node.percent("by")
    stretch = try node.optionalPercent("stretch")
    years = try node.optionalYears("now")
    if try node.flag("yearly") {
      try node.refuse("against", "enough-years", because: "yearly")
      against = .none
    } else {
      against = try node.base("against", enough: "enough-years")
    }
    if let stretch, stretch <= percent {
      throw node.contradiction(
        "stretch", "\"stretch\" phải lớn hơn \"by\".", "\"stretch\" has to be greater than \"by\".")
    }
  }

  public func now(year: Int) -> Reference {
    years.map { .mean($0, enough: $0.count) } ?? .year(year)
  }

  public func reference(year: Int, window: ClosedRange<Int>) -> Reference { yearly ? .year(year - 1) : against }

  public func verdict(_ case: RuleCase) -> Verdict {
    let value: Fraction
    switch `case`.now.value {
    // The norm is the denominator of the subject itself.
    case .unknown(.notApplicable, .zeroDenominator) where against == .norm: return Verdict(.undetermined, .zeroDenominator)
    case .unknown(let outcome, let reason): return Verdict(outcome, reason)
    case .value(let known): value = known
    }
    let base: Fraction
    switch `case`.reference.value {
    case .unknown(.pending, let reason): return Verdict(.pending, reason)
    case .unknown(.notApplicable, .zeroDenominator): return Verdict(.undetermined, .zeroDenominator)
    case .unknown(_, .outOfRange): return Verdict(.undetermined, .outOfRange)
    case .unknown: return Verdict(.undetermined, .noBaseline)
    case .value(let known): base = known
    }
    if let obstacle = `case`.now.obstacle(to: `case`.reference) { return obstacle }
    guard base.numerator > 0 else { return Verdict(.undetermined, .zeroDenominator) }
    guard let share = base.minus(value)?.divided(by: base)?.times(Fraction(100, 1)) else {
      return Verdict(.undetermined, .outOfRange)
    }
    let over = stretch.map { share > $0.fraction } ?? false
    let amount = share.numerator < 0 ? Fraction(-share.numerator, share.denominator).text() : share.text()
    let text =
      share.numerator < 0
      ? LocalizedText("tăng \(amount.vi)%", en: "up \(amount.en)%")
      : LocalizedText(
        "giảm \(amount.vi)%" + (over ? ", vượt mức" : ""), en: "down \(amount.en)%" + (over ? ", over-fulfilled" : ""))
    if let years, `case`.year < years.upperBound { return Verdict(.pending, .notDue, text: text, share: share) }
    return Verdict(share >= percent.fraction ? .met : .notMet, text: text, share: share, overfulfilled: over)
  }

  public func contradiction(window: ClosedRange<Int>, who: Who?) -> (key: String, text: LocalizedText)? {
    guard let years, years.upperBound > window.upperBound else { return nil }
    return (
      "now",
      LocalizedText(
        "các năm \"now\" kéo dài quá \"window\", nên không bao giờ kết luận được.",
        en: "the years of \"now\" go on behind \"window\", so that it would never be decided.")
    )
  }

  public func demand(year: Int) -> LocalizedText {
    let most = stretch.map { LocalizedText(" đến \($0.vietnameseText)%", en: " to \($0)%") } ?? LocalizedText("")
    let (vi, en) = ("giảm ít nhất \(percent.vietnameseText)%\(most.vi) so với ", "down at least \(percent)%\(most.en) against ")
    switch reference(year: year, window: year...year) {
    case .norm: return LocalizedText(vi + "quy định", en: en + "the norm")
    case .mean(let years, _):
      return LocalizedText(
        vi + "bình quân \(years.lowerBound)–\(years.upperBound)", en: en + "the mean of \(years.lowerBound)–\(years.upperBound)")
    case .year(let base): return LocalizedText(vi + "năm \(base)", en: en + "\(base)")
    case .none, .sameMonthLastYear, .background: return LocalizedText(vi + "năm trước", en: en + "the year before")
    }
  }
}

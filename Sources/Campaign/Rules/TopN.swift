/// `TOP_N`: among the first N ("thuộc nhóm 20 tỉnh, thành phố đứng đầu").
///
/// Units that share the Nth place are all among the first N. A rank of which only an interval is known decides the rule
/// when the whole interval agrees. Where fewer than N are ranked the demand says nothing; where another number is ranked
/// than in the year before the window, the outcome says so.
///
/// - Source: seed document 000, "nhóm 20 … đứng đầu"; domain 2.3 "TOP_N".
public struct TopNRule: RuleKind {
  public static let code = "TOP_N"
  /// The last place that satisfies, 1–1,000.
  public let last: Int

  public init(last: Int) { self.last = last }

  public init(reading node: RuleReader) throws { last = try node.integer("first", in: 1...1000) }

  public var looksAt: Facet { .rank }

  /// How many were ranked when the text was written.
  public func reference(year: Int, window: ClosedRange<Int>) -> Reference { .background(window.lowerBound - 1) }

  public func verdict(_ case: RuleCase) -> Verdict {
    let rank = `case`.now.rank
    if let population = rank.population, population < last {
      return Verdict(
        .notApplicable, .populationChanged,
        text: LocalizedText("chỉ có \(population) đơn vị được xếp hạng", en: "only \(population) are ranked"))
    }
    switch rank {
    case .exact(let rank, _): return decided(rank <= last, `case`)
    case .between(let low, let high, _):
      if high <= last { return decided(true, `case`) }
      return low > last ? decided(false, `case`) : Verdict(.undetermined, .rankCensored)
    case .computed: return Verdict(.undetermined, .notPublished)
    case .unknown(let outcome, let reason): return Verdict(outcome, reason)
    }
  }

  private func decided(_ met: Bool, _ case: RuleCase) -> Verdict {
    let outcome = met ? Outcome.met : .notMet
    guard let then = `case`.reference.rank.population, let now = `case`.now.rank.population, then != now else {
      return Verdict(outcome)
    }
    return Verdict(
      outcome, .populationChanged,
      text: LocalizedText(
        "nay xếp hạng \(now) đơn vị, trước đây \(then): cùng con số, yêu cầu đã khác",
        en: "\(now) are ranked now, \(then) before: the same number is another demand"))
  }

  public func demand(year: Int) -> LocalizedText {
    LocalizedText("thuộc nhóm \(last) đơn vị đứng đầu", en: "among the first \(last)")
  }
}

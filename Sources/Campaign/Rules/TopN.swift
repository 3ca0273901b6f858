/// `TOP_N`: among the first N ("thuộc nhóm 20 tỉnh, thành phố đứng đầu").
///
/// Units that share the Nth place are all among the first N. A rank of which only an interval is known decides the rule
/// when the whole interval agrees. Where fewer than N are ranked the demand says nothing.
///
/// - Source: seed document 000, "nhóm 20 … đứng đầu"; domain 2.3 "TOP_N".
public struct TopNRule: RuleKind {
  public static let code = "TOP_N"
  public static let looksAtRank = true
  /// The last place that satisfies, 1–1,000.
  public let last: Int

  public init(last: Int) { self.last = last }

  public init(reading node: RuleReader) throws { last = try node.integer("first", in: 1...1000) }

  public func reference(year: Int) -> Reference { .none }

  public func verdict(year: Int, direction: Direction, now: Datum, reference: Datum) -> Verdict {
    if let population = now.rank.population, population < last {
      return Verdict(
        .notApplicable, .populationChanged,
        text: LocalizedText("chỉ có \(population) đơn vị được xếp hạng", en: "only \(population) are ranked"))
    }
    switch now.rank {
    case .exact(let rank, _): return Verdict(rank <= last ? .met : .notMet)
    case .between(let low, let high, _):
      if high <= last { return Verdict(.met) }
      return low > last ? Verdict(.notMet) : Verdict(.undetermined, .rankCensored)
    case .computed: return Verdict(.undetermined, .notPublished)
    case .unknown(let outcome, let reason): return Verdict(outcome, reason)
    }
  }

  public func demand(year: Int) -> LocalizedText {
    LocalizedText("thuộc nhóm \(last) đơn vị đứng đầu", en: "among the first \(last)")
  }
}

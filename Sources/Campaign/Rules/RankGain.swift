/// `RANK_GAIN`: at least k places better than the reference ("tăng 05 bậc so với năm 2022").
///
/// Rank 1 is best, so the demand is rank ≤ max(1, reference − k): from place 3 with k = 5 the lead is enough.
/// A rank of which only "behind place 30" is known is the interval from 31 to the number ranked; the rule is decided only
/// when the whole interval agrees. Where another number of units is ranked than in the reference nothing is decided,
/// unless the rulebook compares percentiles, (rank − ½) ÷ number ranked.
///
/// - Source: seed document 003, "tăng 05 bậc so với năm 2022"; domain 2.3 "RANK_GAIN".
public struct RankGainRule: RuleKind {
  public static let code = "RANK_GAIN"
  /// Places to gain, 1–1,000.
  public let places: Int
  /// A year, or the same month of last year.
  public let against: Reference
  /// Compares positions in percent where the number ranked has changed.
  public let percentile: Bool

  public init(places: Int, against: Reference, percentile: Bool = false) {
    self.places = places
    self.against = against
    self.percentile = percentile
  }

  public init(reading node: RuleReader) throws {
    places = try node.integer("by", in: 1...1000)
    against = try node.reference("against")
    percentile = try node.flag("percentile")
  }

  public var looksAt: Facet { .rank }

  public func reference(year: Int, window: ClosedRange<Int>) -> Reference { against }

  public func required(from reference: Int) -> Int { max(1, reference - places) }

  public func verdict(_ case: RuleCase) -> Verdict {
    let (now, reference) = (`case`.now, `case`.reference)
    let base: Int
    switch reference.rank {
    case .exact(let rank, _): base = rank
    case .between: return Verdict(.undetermined, .rankCensored)
    case .computed: return computedOnly
    case .unknown(.pending, let reason): return Verdict(.pending, reason)
    case .unknown: return Verdict(.undetermined, .noBaseline)
    }
    if case .computed = now.rank { return computedOnly }
    if case .unknown(let outcome, let reason) = now.rank { return Verdict(outcome, reason) }
    if let obstacle = now.obstacle(to: reference) { return obstacle }
    let required = required(from: base)
    var satisfies: (Int) -> Bool = { $0 <= required }
    if against != .sameMonthLastYear, let then = reference.rank.population, let today = now.rank.population, then != today {
      guard percentile else { return Verdict(.undetermined, .populationChanged) }
      satisfies = { Int128(2 * $0 - 1) * Int128(then) <= Int128(2 * required - 1) * Int128(today) }
    }
    switch now.rank {
    case .exact(let rank, _): return Verdict(satisfies(rank) ? .met : .notMet)
    case .between(let low, let high, _):
      if satisfies(high) { return Verdict(.met) }
      if !satisfies(low) { return Verdict(.notMet) }
      return Verdict(
        .undetermined, .rankCensored,
        text: LocalizedText(
          "cần bậc \(required) trở lên; chỉ biết thứ hạng nằm trong khoảng [\(low), \(high)], "
            + "vì cơ quan công bố không xếp hạng sau bậc \(low - 1)",
          en: "place \(required) or better is needed; known is only [\(low), \(high)], "
            + "as the publisher ranks no further than \(low - 1)"))
    case .computed: return computedOnly
    case .unknown(let outcome, let reason): return Verdict(outcome, reason)
    }
  }

  public func needed(_ reference: Datum) -> LocalizedText? {
    guard case .exact(let rank, _) = reference.rank else { return nil }
    return LocalizedText("cần bậc ≤ \(required(from: rank))", en: "needed: place ≤ \(required(from: rank))")
  }

  private var computedOnly: Verdict {
    Verdict(
      .undetermined, .notPublished,
      text: LocalizedText(
        "cơ quan công bố xếp nhóm, không công bố thứ hạng; thứ hạng tự tính chỉ để tham khảo",
        en: "the publisher gives groups, not places; a computed place is shown for information only"))
  }

  public func demand(year: Int) -> LocalizedText {
    if case .year(let year) = against {
      return LocalizedText("tăng \(places) bậc so với năm \(year)", en: "gain \(places) places against \(year)")
    }
    return LocalizedText(
      "tăng \(places) bậc so với cùng kỳ năm trước", en: "gain \(places) places against the same month of last year")
  }
}

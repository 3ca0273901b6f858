import Campaign

/// From the sums of 16 units to their totals: units in which sums and totals fit 32 bits, and lines where they are proven.
///
/// Points are counted in the rulebook's decimals, maxima in the greatest unit that divides them all. Every number that a lane
/// holds is below 2^31.
struct TotalKernel: Sendable {
  /// In millionths of a point.
  let earnedUnit, applicableUnit, publishedUnit, exactUnit: Int64
  /// By criterion, in units.
  let most: [Int32]
  /// From the sums to the published and the exact total; `nil` where only the definition is proven.
  let published: LineCoefficients?
  let exact: LineCoefficients?
  /// By period offset: less applicable units than these have no place.
  let floors: [Int32]

  /// - Returns: `nil` where all points together leave 32 bits.
  init?(_ plan: RankingPlan) {
    let (rulebook, settings) = (plan.rulebook, plan.rulebook.ranking)
    let earnedUnit = powerOfTen(6 - rulebook.decimals)
    let publishedUnit = powerOfTen(6 - settings.published)
    let isIndex = settings.total == .index
    let exactUnit = isIndex || !plan.adjusts ? earnedUnit : 1
    let maxima = plan.scored.map { plan.most[$0].millionths }
    let applicableUnit = max(1, maxima.reduce(0, Self.divisor))
    // A maximum that the decimals cut may be rounded up.
    let (sum, over) = maxima.reduce((Int64(0), false)) { ($0.0 &+ $1, $0.1 || $0.0 > 1 << 50) }
    guard !over, sum <= 1 << 50 else { return nil }
    let earned = maxima.reduce(Int64(0)) { $0 + ($1 + earnedUnit) / earnedUnit }
    let greatest = isIndex ? 100_000_000 : sum
    let limit = Int64(1) << 30
    guard earned < limit, sum / applicableUnit < limit, greatest / publishedUnit < limit, greatest / exactUnit < limit else { return nil }
    self.earnedUnit = earnedUnit
    self.applicableUnit = applicableUnit
    self.publishedUnit = publishedUnit
    self.exactUnit = exactUnit
    most = plan.most.map { Int32(truncatingIfNeeded: $0.millionths / applicableUnit) }
    let share = settings.applicableFloor.fraction
    floors = plan.allPoints.map { all in
      // applicable × unit × 100 × denominator < all × numerator
      let demand = Int128(all.millionths) * share.numerator
      let each = Int128(applicableUnit) * 100 * share.denominator
      return Int32(clamping: (demand + each - 1) / each)
    }
    // Sums never exceed their maximum, so that a total needs no other end than that of its line.
    let isWhole = maxima.allSatisfy { $0 % earnedUnit == 0 }
    let largest = max(earned, sum / applicableUnit) + 1
    func line(_ unit: Int64) -> LineCoefficients? {
      guard isWhole else { return nil }
      let (a, b) = isIndex ? (100_000_000 / unit * earnedUnit, applicableUnit) : (earnedUnit, unit)
      let g = Self.divisor(a, b)
      let line = LineCoefficients(a: a / g, c: 0, b: b / g, least: 0, most: greatest / unit + 1, wanted: largest)
      return line.flatMap { $0.leavesUndecided || $0.most < largest ? nil : $0 }
    }
    published = line(publishedUnit)
    exact = line(exactUnit)
  }

  private static func divisor(_ a: Int64, _ b: Int64) -> Int64 {
    var (x, y) = (a, b)
    while y != 0 { (x, y) = (y, x % y) }
    return x
  }
}

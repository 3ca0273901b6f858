public import Campaign

/// What a criterion gives a unit in a period.
public enum Leaf: Sendable, Hashable {
  case scored(Points)
  /// Due and not filed: 0 points, the maximum stays in the denominator.
  case missing
  /// Not due yet.
  case pending
  /// Zero denominator, or fewer cases than the criterion wants: the maximum leaves the denominator.
  case notApplicable
  /// The criterion does not concern units of this level, not this unit in this period, or nobody in this year.
  case notConcerned
  /// Measured and shown; it gives no points and stands in no total.
  case followed
}

/// The points of a leaf left the range in which sums are exact.
public struct PointsOutOfRange: Error, Sendable {
  public let unit: ReportingUnit.ID
  public let period: Period
  public let criterion: String
}

extension Fraction {
  /// As `>`, for positive fractions of any size.
  func isGreater(than other: Fraction) -> Bool {
    WideProduct(numerator.magnitude, other.denominator.magnitude) > WideProduct(other.numerator.magnitude, denominator.magnitude)
  }
}

extension Criterion {
  /// Points for a value: an exact fraction of the maximum, rounded once, half up.
  ///
  /// ```swift
  /// // FLOOR, 10 points, floor 90, target 99: 98.3 % gives 9.2222
  /// ```
  ///
  /// - Parameter value: In percent for ratios, else as counted; non-negative or a negative reduction.
  /// - Parameter decimals: 0–6, declared by the rulebook.
  /// - Parameter leader: The best value of the block, for `LEADER` only.
  /// - Returns: `nil` where a weighted value leaves ±10^9 points, and for a followed criterion.
  /// - Source: domain 4.2; rounding: ours: decision 1.
  package func score(_ value: Fraction, in period: Period, decimals: Int, leader: Fraction? = nil) -> Points? {
    let most = Int128(points.millionths)
    // Points as numerator over denominator, both exact, before the one rounding.
    let numerator: Int128
    let denominator: Int128
    switch scoring {
    case nil: return nil
    case .bin(let target):
      guard let t = target.value(in: period) else { return .zero }
      let met = direction == .higher ? value >= t.fraction : value <= t.fraction
      (numerator, denominator) = (met ? most : 0, 1)
    case .prop(let target):
      guard let t = target.value(in: period)?.fraction else { return .zero }
      (numerator, denominator) = share(value.numerator * t.denominator, value.denominator * t.numerator, of: most)
    case .floor(let target, let floor):
      guard let t = target.value(in: period)?.fraction, let f = floor.value(in: period)?.fraction else { return .zero }
      // Target and floor over one power of ten, so that it leaves the quotient: (v − f) ÷ (t − f), mirrored for lower.
      let common = max(t.denominator, f.denominator)
      let (high, low) = (t.numerator * (common / t.denominator), f.numerator * (common / f.denominator))
      let sign: Int128 = direction == .higher ? 1 : -1
      let reached = sign * (value.numerator * common - low * value.denominator)
      (numerator, denominator) = share(reached, value.denominator * (sign * (high - low)), of: most)
    case .step(let steps):
      let step = steps.first { direction == .higher ? value >= $0.at.fraction : value <= $0.at.fraction }
      let fraction = step?.share.fraction ?? Fraction(0, 1)
      (numerator, denominator) = (most * fraction.numerator, fraction.denominator)
    case .leader(let target):
      guard let t = target.value(in: period)?.fraction else { return .zero }
      (numerator, denominator) = ledShare(value, t, leader, of: most)
    case .deduction(let each, let cap):
      let lost = value.numerator * Int128(each.fraction.numerator) * 1_000_000
      let unit = value.denominator * each.fraction.denominator
      let least = cap.map { (most - Int128($0.millionths)) * unit } ?? 0
      (numerator, denominator) = (min(max(least, most * unit - lost), most * unit), unit)
    case .count(let each, let cap):
      let won = value.numerator * each.fraction.numerator * 1_000_000
      let unit = value.denominator * each.fraction.denominator
      let top = cap.map { Int128($0.millionths) } ?? most
      (numerator, denominator) = (max(0, min(top * unit, won)), unit)
    case .weight(let weight):
      guard let w = weight.value(in: period)?.fraction else { return .zero }
      (numerator, denominator) = (value.numerator * w.numerator, value.denominator * w.denominator)
      let rounded = roundedWeighted(numerator, denominator, decimals)
      guard rounded.magnitude <= 1_000_000_000_000_000 else { return nil }
      return Points(millionths: Int64(rounded))
    }
    let unit = Int128(powerOfTen(6 - decimals))
    return Points(millionths: Int64(roundedHalfUp(numerator, denominator * unit) * unit))
  }

  /// `most` × clamp(n ÷ d, 0, 1) as numerator and denominator, cut to halves of a millionth, below which no rounding looks.
  private func share(_ n: Int128, _ d: Int128, of most: Int128) -> (Int128, Int128) {
    if n <= 0 { return (0, 1) }
    if n >= d { return (most, 1) }
    let (product, overflow) = (2 * most).multipliedReportingOverflow(by: n)
    if !overflow { return (product / d, 2) }
    return (Int128(flooredShare(of: UInt64(2 * most), WideProduct(n.magnitude, 1), of: WideProduct(d.magnitude, 1))), 2)
  }

  /// ½·v/T up to the target, ½ + ½·(v − T)/(best − T) above it; likewise cut to halves of a millionth.
  private func ledShare(_ v: Fraction, _ t: Fraction, _ leader: Fraction?, of most: Int128) -> (Int128, Int128) {
    if v <= t { return share(v.numerator * t.denominator, 2 * v.denominator * t.numerator, of: most) }
    let best = leader.map { $0.isGreater(than: v) ? $0 : v } ?? v
    let part = WideProduct((v.numerator * t.denominator - t.numerator * v.denominator).magnitude, best.denominator.magnitude)
    let whole = WideProduct((best.numerator * t.denominator - t.numerator * best.denominator).magnitude, v.denominator.magnitude)
    return (most + Int128(flooredShare(of: UInt64(most), part, of: whole)), 2)
  }

  /// Value × weight, in millionths after rounding to `decimals`; powers of ten are cut first so that products fit.
  private func roundedWeighted(_ n: Int128, _ d: Int128, _ decimals: Int) -> Int128 {
    let scale = Int128(powerOfTen(decimals))
    let rounded = d % scale == 0 ? roundedHalfUp(n, d / scale) : roundedHalfUp(n * scale, d)
    return rounded * Int128(powerOfTen(6 - decimals))
  }
}

import Campaign

/// A criterion's scoring in one period, with everything that does not depend on the unit worked out beforehand.
///
/// Every scoring function of the algebra is a rounded, clamped line through the quotient n ÷ d, or a comparison of it:
/// points = min(most, ⌊(a·n + c·d) ÷ (b·d) + ½⌋) × unit. The products fit 64 bits while n and d keep a bound that is worked
/// out with them; beyond it ``Campaign/Criterion/score(_:in:decimals:)`` computes the same in 128 bits.
enum ScoringKernel: Sendable {
  case line(a: Int64, c: Int64, b: Int64, most: Int64, unit: Int64, bound: Int64)
  /// The points of the first step with a·n ≥ b·d (`lower`: ≤).
  case steps([Step], lower: Bool, bound: Int64)
  /// Always in 128 bits.
  case general

  struct Step: Sendable {
    let a: Int64
    let b: Int64
    let points: Int64
  }

  /// The points in millionths, or `nil` where the general definition has to answer.
  ///
  /// - Parameter d: Positive.
  func points(_ n: Int128, _ d: Int128) -> Int64? {
    switch self {
    case .line(let a, let c, let b, let most, let unit, let bound):
      guard n.magnitude <= bound, d <= bound else { return nil }
      let (n, d) = (Int64(truncatingIfNeeded: n), Int64(truncatingIfNeeded: d))
      let numerator = a * n + c * d
      guard numerator > 0 else { return 0 }
      let denominator = b * d
      return min(most, (2 * numerator + denominator) / (2 * denominator)) * unit
    case .steps(let steps, let lower, let bound):
      guard n.magnitude <= bound, d <= bound else { return nil }
      let (n, d) = (Int64(truncatingIfNeeded: n), Int64(truncatingIfNeeded: d))
      for step in steps where lower ? step.a * n <= step.b * d : step.a * n >= step.b * d { return step.points }
      return 0
    case .general: return nil
    }
  }

  /// - Parameter factor: 100 where the quotient is shown in percent, else 1.
  init(_ criterion: Criterion, in period: Period, decimals: Int, factor: Int128) {
    let most = Int128(criterion.points.millionths)
    let unit = Int128(powerOfTen(6 - decimals))
    let sign: Int128 = criterion.direction == .higher ? 1 : -1
    func step(_ at: ExactDecimal, _ share: ExactDecimal) -> (Int128, Int128, Int128) {
      let t = at.fraction
      let points = roundedHalfUp(most * share.fraction.numerator, share.fraction.denominator * unit) * unit
      return (factor * t.denominator, t.numerator, points)
    }
    switch criterion.scoring {
    case .bin(let target):
      guard let t = target.value(in: period) else { self = .general; return }
      self = Self.steps([step(t, ExactDecimal(1))], lower: criterion.direction == .lower)
    case .step(let steps):
      self = Self.steps(steps.map { step($0.at, $0.share) }, lower: criterion.direction == .lower)
    case .prop(let target):
      guard let t = target.value(in: period)?.fraction else { self = .general; return }
      self = Self.line(a: most * factor * t.denominator, c: 0, b: t.numerator * unit, most: most, unit: unit)
    case .floor(let target, let floor):
      guard let t = target.value(in: period)?.fraction, let f = floor.value(in: period)?.fraction else { self = .general; return }
      let common = max(t.denominator, f.denominator)
      let (high, low) = (t.numerator * (common / t.denominator), f.numerator * (common / f.denominator))
      self = Self.line(
        a: sign * most * factor * common, c: -sign * most * low, b: sign * (high - low) * unit, most: most, unit: unit)
    case .deduction(let each):
      let e = each.fraction
      self = Self.line(a: -1_000_000 * e.numerator * factor, c: most * e.denominator, b: e.denominator * unit, most: most, unit: unit)
    case .count(let each):
      let e = each.fraction
      self = Self.line(a: 1_000_000 * e.numerator * factor, c: 0, b: e.denominator * unit, most: most, unit: unit)
    case .weight: self = .general
    }
  }

  private static func line(a: Int128, c: Int128, b: Int128, most: Int128, unit: Int128) -> ScoringKernel {
    let g = gcd(gcd(a.magnitude, c.magnitude), b.magnitude)
    let (a, c, b) = (a / Int128(g), c / Int128(g), b / Int128(g))
    // 2·(|a|·n + |c|·d) + b·d stays below 2^62 for n, d up to the bound.
    let bound = (Int128(1) << 62) / (2 * (Int128(a.magnitude) + Int128(c.magnitude)) + 2 * b)
    guard b > 0, bound >= 1, let a = Int64(exactly: a), let c = Int64(exactly: c), let b = Int64(exactly: b) else { return .general }
    return .line(
      a: a, c: c, b: b, most: Int64(roundedHalfUp(most, unit)), unit: Int64(unit), bound: Int64(min(bound, Int128(1) << 61)))
  }

  private static func steps(_ steps: [(Int128, Int128, Int128)], lower: Bool) -> ScoringKernel {
    var bound = Int128(1) << 61
    var fitted: [Step] = []
    for (a, b, points) in steps {
      let g = Int128(max(1, gcd(a.magnitude, b.magnitude)))
      guard let a = Int64(exactly: a / g), let b = Int64(exactly: b / g) else { return .general }
      bound = min(bound, (Int128(1) << 62) / Int128(max(a.magnitude, b.magnitude, 1)))
      fitted.append(Step(a: a, b: b, points: Int64(points)))
    }
    guard bound >= 1 else { return .general }
    return .steps(fitted, lower: lower, bound: Int64(bound))
  }

  private static func gcd(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (x, y) = (a, b)
    while y != 0 { (x, y) = (y, x % y) }
    return x
  }
}

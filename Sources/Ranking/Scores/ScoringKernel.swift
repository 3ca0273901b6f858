import Campaign

/// A criterion's scoring in one period, with everything that does not depend on the unit worked out beforehand.
///
/// Every scoring function of the algebra is a rounded, clamped line through the quotient n ÷ d, or a comparison of it:
/// points = max(least, min(most, ⌊(a·n + c·d) ÷ (b·d) + ½⌋)) × unit. The products fit 64 bits while n and d keep a bound that is worked
/// out with them; beyond it ``Campaign/Criterion/score(_:in:decimals:)`` computes the same in 128 bits.
///
/// A kernel is plain data, so that a pass over many units touches no reference counts.
struct ScoringKernel: Sendable {
  enum Kind: UInt8, Sendable {
    /// Always in 128 bits.
    case general
    /// The clamped line above.
    case line
    /// The points of the first step with a·n ≥ b·d; `stepsDown`: ≤.
    case stepsUp, stepsDown
  }
  struct Step: Sendable {
    let a: Int64
    let b: Int64
    let points: Int64
  }

  private(set) var kind = Kind.general
  private(set) var a: Int64 = 0
  private(set) var c: Int64 = 0
  private(set) var b: Int64 = 1
  private(set) var least: Int64 = 0
  private(set) var most: Int64 = 0
  private(set) var unit: Int64 = 1
  /// The greatest |n| and d for which the products fit 64 bits.
  private(set) var bound: Int64 = 0
  /// Where its steps stand in the plan's list.
  private var firstStep = 0
  private var stepCount = 0

  var steps: Range<Int> { firstStep..<firstStep + stepCount }

  /// The points in millionths, or `nil` where the general definition has to answer.
  ///
  /// - Parameter d: Positive.
  /// - Parameter steps: The list that the kernel was made with.
  func points(_ n: Int128, _ d: Int128, steps: [Step]) -> Int64? {
    guard kind != .general, n.magnitude <= bound, d <= bound else { return nil }
    let (n, d) = (Int64(truncatingIfNeeded: n), Int64(truncatingIfNeeded: d))
    switch kind {
    case .general: return nil
    case .line:
      let numerator = a * n + c * d
      guard numerator > 0 else { return least * unit }
      let denominator = b * d
      return max(least, min(most, (2 * numerator + denominator) / (2 * denominator))) * unit
    case .stepsUp:
      for step in steps[firstStep..<firstStep + stepCount] where step.a * n >= step.b * d { return step.points }
      return 0
    case .stepsDown:
      for step in steps[firstStep..<firstStep + stepCount] where step.a * n <= step.b * d { return step.points }
      return 0
    }
  }

  /// - Parameter factor: 100 where the quotient is shown in percent, else 1.
  /// - Parameter list: Steps of the kernel are added to it.
  init(_ criterion: Criterion, in period: Period, decimals: Int, factor: Int128, steps list: inout [Step]) {
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
      guard let t = target.value(in: period) else {
        setNothing()
        return
      }
      setSteps([step(t, ExactDecimal(1))], lower: criterion.direction == .lower, unit: unit, &list)
    case .step(let steps):
      setSteps(steps.map { step($0.at, $0.share) }, lower: criterion.direction == .lower, unit: unit, &list)
    case .prop(let target):
      guard let t = target.value(in: period)?.fraction else {
        setNothing()
        return
      }
      setLine(a: most * factor * t.denominator, c: 0, b: t.numerator * unit, most: most, unit: unit)
    case .floor(let target, let floor):
      guard let t = target.value(in: period)?.fraction, let f = floor.value(in: period)?.fraction else {
        setNothing()
        return
      }
      let common = max(t.denominator, f.denominator)
      let (high, low) = (t.numerator * (common / t.denominator), f.numerator * (common / f.denominator))
      setLine(
        a: sign * most * factor * common, c: -sign * most * low, b: sign * (high - low) * unit, most: most, unit: unit)
    case .deduction(let each, let cap):
      let e = each.fraction
      let least = cap.map { most - Int128($0.millionths) } ?? 0
      guard least >= 0 else { return }
      setLine(
        a: -1_000_000 * e.numerator * factor, c: most * e.denominator, b: e.denominator * unit, least: least, most: most, unit: unit)
    case .count(let each, let cap):
      let e = each.fraction
      let top = cap.map { Int128($0.millionths) } ?? most
      setLine(a: 1_000_000 * e.numerator * factor, c: 0, b: e.denominator * unit, most: top, unit: unit)
    case .weight, .leader, nil: return
    }
  }

  private mutating func setLine(a: Int128, c: Int128, b: Int128, least: Int128 = 0, most: Int128, unit: Int128) {
    let g = Int128(Self.gcd(Self.gcd(a.magnitude, c.magnitude), b.magnitude))
    guard g > 0, b > 0 else { return }
    let (a, c, b) = (a / g, c / g, b / g)
    // 2·(|a|·n + |c|·d) + 2·b·d stays below 2^62 for n, d up to the bound.
    let bound = (Int128(1) << 62) / (2 * (Int128(a.magnitude) + Int128(c.magnitude)) + 2 * b)
    guard bound >= 1, let a = Int64(exactly: a), let c = Int64(exactly: c), let b = Int64(exactly: b) else { return }
    (self.a, self.c, self.b) = (a, c, b)
    // Rounding keeps the order, so that the rounded ends bound the rounded points.
    self.least = Int64(roundedHalfUp(least, unit))
    self.most = Int64(roundedHalfUp(most, unit))
    self.unit = Int64(unit)
    self.bound = Int64(min(bound, Int128(1) << 61))
    kind = .line
  }

  /// Before the first target nobody has points.
  private mutating func setNothing() {
    bound = 1 << 61
    kind = .line
  }

  private mutating func setSteps(_ steps: [(Int128, Int128, Int128)], lower: Bool, unit: Int128, _ list: inout [Step]) {
    var bound = Int128(1) << 61
    var fitted: [Step] = []
    for (a, b, points) in steps {
      let g = Int128(max(1, Self.gcd(a.magnitude, b.magnitude)))
      guard let a = Int64(exactly: a / g), let b = Int64(exactly: b / g) else { return }
      bound = min(bound, (Int128(1) << 62) / Int128(max(a.magnitude, b.magnitude, 1)))
      fitted.append(Step(a: a, b: b, points: Int64(points)))
    }
    guard bound >= 1 else { return }
    self.bound = Int64(bound)
    self.unit = Int64(unit)
    firstStep = list.count
    stepCount = fitted.count
    list += fitted
    kind = lower ? .stepsDown : .stepsUp
  }

  private static func gcd(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (x, y) = (a, b)
    while y != 0 { (x, y) = (y, x % y) }
    return x
  }
}

/// Points of 16 units by a line through v ÷ d, or by a table, in single precision, equal to the integer definition: half the divisions of
/// ``LineKernel``, for tiles whose numbers are small enough.
///
/// **Given**, for n and d of a unit: whole, |n| ≤ m, 1 ≤ d ≤ m. Asked is ⌊X + ½⌋ with X = (a·n + c·d) ÷ (b·d), kept between 0 and cap.
/// Write A = gcd(a, c), f = a ÷ A, g = c ÷ A, v = f·n + g·d, u = 2^-24, so that X = A·v ÷ (b·d). ``QuotientCoefficients/most`` is an
/// m with m < 2^22, (|f| + |g|)·m ≤ 2^24, cap ≤ 2^18 and 18·cap·b·m ≤ 2^39. Then n, d, both products and v are exact floats.
/// Where d ≤ 0 the result means nothing; the caller masks it.
///
/// **The estimate.** k is A ÷ b × (1 − 4u) in double precision, rounded to single: A÷b·(1 − 5u − ε) < k < A÷b·(1 − 3u + ε) with
/// ε < 2^-50. y = k ⊘ d and x = v ⊗ y round by at most u each, so X·(1 − 8u) < x < X for v > 0, and x ≤ 0 for v ≤ 0. x is kept
/// between 0 and cap. Adding M = 1.5·2^23, where floats are whole numbers, rounds it to a whole q with q − ½ ≤ x ≤ q + ½, and the
/// difference x − q is exact.
///
/// **The correction.** Where v ≤ 0, X ≤ 0 and x = q = 0 are right. If x was lowered to cap, X > cap, q = cap is right, and x − q = 0. Else
/// q ≤ x + ½ < X + ½ gives q ≤ ⌊X + ½⌋, and X < cap·(1 + 16u) with 9u·cap < ¼ leaves q + 1 as the only other answer, exactly if
/// X ≥ q + ½. Then x − q > ½ − 9u·cap =: edge, for x > X − 8u·X. Where x − q is beyond the edge, |X − q − ½| < 9u·cap, so
/// S = 2A·v − (2q + 1)·b·d has |S| < 18u·cap·b·m ≤ 2^15: its sign is known from its residue modulo 2^16, a sum of sixteen-bit
/// products with n and d, 2A·f·n + (2A·g − b − 2b·q)·d. q = cap is never raised, since x ≤ cap.
///
/// **Tables** compare a·n with b·d. Both products are exact under 2^24, and a rounded difference has the sign of the exact one.
enum QuotientKernel {
  typealias Words = ScoreKernel.Words
  typealias Reals = ScoreKernel.Reals
  typealias Halves = ScoreKernel.Halves

  /// Whole numbers between ±2^22.
  @inline(__always)
  private static func real(_ words: Words) -> Reals {
    #if THIDUA_FUSED
      unsafeBitCast(words &+ Words(repeating: 0x4B40_0000), to: Reals.self) - Reals(repeating: 12_582_912)
    #else
      ScoreKernel.real(words)
    #endif
  }

  /// A line with v = n: f = 1 and g = 0.
  @_transparent
  static func ratio(_ n: Words, over d: Words, _ c: QuotientCoefficients) -> Words { points(n, d, real(n), real(d), c) }

  /// Any line.
  @_transparent
  static func mixed(_ n: Words, over d: Words, _ c: QuotientCoefficients) -> Words {
    let whole = real(d)
    return points(n, d, real(n) * Reals(repeating: c.f) + whole * Reals(repeating: c.g), whole, c)
  }

  @_transparent
  private static func points(_ n: Words, _ d: Words, _ v: Reals, _ whole: Reals, _ c: QuotientCoefficients) -> Words {
    let (m, cap, zero) = (Reals(repeating: 12_582_912), Reals(repeating: c.cap), Reals(repeating: 0))
    let estimate = v * (Reals(repeating: c.k) / whole)
    let low = estimate.replacing(with: zero, where: estimate .< zero)
    let x = low.replacing(with: cap, where: cap .< low)
    let raised = x + m
    let beyond = Reals(repeating: c.edge) - (x - (raised - m))
    // 2A·f for n in the high half, 2A·g − b − 2b·q for d in the low one, modulo 2^16; then S in the high half.
    let pair = (n &<< 16) | (d & Words(repeating: 0xFFFF))
    let factors =
      unsafeBitCast(raised, to: Halves.self) &* unsafeBitCast(Words(repeating: c.step), to: Halves.self)
      &+ unsafeBitCast(Words(repeating: c.start), to: Halves.self)
    let products = unsafeBitCast(unsafeBitCast(pair, to: Halves.self) &* factors, to: Words.self)
    let s = (products &<< 16) &+ products
    let q = unsafeBitCast(raised, to: Words.self) &- Words(repeating: 0x4B40_0000)
    return q &+ ((unsafeBitCast(beyond, to: Words.self) & ~s) &>> 31)
  }

  /// The points of the first step that is reached.
  @_transparent
  static func points(_ n: Words, over d: Words, _ steps: UnsafePointer<QuotientStep>, _ count: Int) -> Words {
    let (part, whole) = (real(n), real(d))
    var found = Words(repeating: 0)
    var index = count
    while index > 0 {
      index &-= 1
      let step = steps[index]
      // Adding 0 makes +0 of −0, which is a difference of nothing as well.
      let rest = part * Reals(repeating: step.a) - whole * Reals(repeating: step.b) + Reals(repeating: 0)
      let misses = unsafeBitCast(unsafeBitCast(rest, to: SIMD16<Int32>.self) &>> 31, to: Words.self)
      found = (Words(repeating: step.points) & ~misses) | (found & misses)
    }
    return found
  }
}

/// The constants of a line for ``QuotientKernel``.
struct QuotientCoefficients: Sendable, Hashable {
  fileprivate let k, cap, edge, f, g: Float
  /// Modulo 2^16: −2b for q; then 2A·g − b in the low and 2A·f in the high half of a word.
  fileprivate let step, start: UInt32
  /// Whether v is anything but n.
  let isMixed: Bool
  /// The greatest |n| and d for which the kernel is proven.
  let most: Int64

  /// No points for anybody.
  static let nothing = QuotientCoefficients()

  private init() { (k, cap, edge, f, g, step, start, isMixed, most) = (0, 0, 0, 0, 0, 0, 0, false, 0) }

  /// - Returns: `nil` for a line that is never proven.
  init?(a: Int64, c: Int64, b: Int64, least: Int64, most: Int64) {
    let limit = Int64(1) << 52
    guard least == 0, (0...Int64(1) << 18).contains(most), b >= 1, a.magnitude < limit, c.magnitude < limit, b < limit else { return nil }
    let divisor = max(1, Self.divisor(Int64(a.magnitude), Int64(c.magnitude)))
    let (f, g) = (a / divisor, c / divisor)
    let size = max(1, f.magnitude + g.magnitude)
    let product = Int128(18) * Int128(max(1, most)) * Int128(b)
    self.most = min(Int64((Int128(1) << 39) / product), (1 << 24) / Int64(size), (1 << 22) - 1)
    guard self.most >= 1 else { return nil }
    k = Float(Double(divisor) / Double(b) * (1 - 4.0 / 16_777_216))
    cap = Float(most)
    edge = 0.5 - 9 * Float(most) / 16_777_216
    (self.f, self.g) = (Float(f), Float(g))
    isMixed = f != 1 || g != 0
    let low = UInt32(truncatingIfNeeded: 2 &* divisor &* g &- b) & 0xFFFF
    start = low | UInt32(truncatingIfNeeded: 2 &* divisor &* f) << 16
    step = UInt32(truncatingIfNeeded: -2 &* b) & 0xFFFF
  }

  private static func divisor(_ a: Int64, _ b: Int64) -> Int64 {
    var (x, y) = (a, b)
    while y != 0 { (x, y) = (y, x % y) }
    return x
  }
}

/// One row of a table for ``QuotientKernel``: `points` where a·n ≥ b·d.
struct QuotientStep: Sendable {
  fileprivate let a, b: Float
  fileprivate let points: UInt32
  /// The greatest |n| and d for which both products are exact; 0 where none are.
  let most: Int64

  /// - Parameter down: It is reached where a·n ≤ b·d.
  init(a: Int64, b: Int64, points: Int64, down: Bool) {
    let greatest = max(a.magnitude, b.magnitude, 1)
    let fits = greatest < 1 << 24 && (0..<Int64(1) << 31).contains(points)
    most = fits ? min((1 << 24) / Int64(greatest), (1 << 22) - 1) : 0
    self.a = fits ? Float(down ? -a : a) : 0
    self.b = fits ? Float(down ? -b : b) : 0
    self.points = fits ? UInt32(points) : 0
  }
}

/// Scores of 16 units × 12 months of a criterion at a time, in single precision, equal to the integer definition.
///
/// One of the two files of the room with floating point. What it takes as given is checked by ``ScoreCoefficients`` and by
/// ``CounterColumns``; where a check fails, ``RatioPlan/Criterion/score(_:_:)`` computes the same with integers.
///
/// **Given**, for n and d as summed since January: whole, 0 ≤ n ≤ 32,767, 0 ≤ d ≤ 32,767, n = 0 where d = 0. Points p ≤ 16,
/// target t ≤ 128. Write A = p·10^6 < 2^24, D = d·t < 2^22, N = n·A, X = N ÷ D, cap = p·10^4 ≤ 160,000, u = 2^-24. The
/// definition asks for min(cap, ⌊X + ½⌋), and for 0 where d = 0. All of n, d, A, t, t ÷ 2, D, cap are exact floats.
///
/// **The estimate.** k is A ÷ t × (1 − 4u) in double precision, rounded to single: A÷t·(1 − 5u − ε) < k < A÷t·(1 − 3u + ε) with
/// ε < 2^-50. y = k ⊘ d and x = n ⊗ y round by at most u each, so X·(1 − 8u) < x < X for n > 0. Adding M = 1.5·2^23, where
/// floats are whole numbers, rounds x to a whole q with q − ½ ≤ x ≤ q + ½. Hence q ≤ ⌊X + ½⌋, and while 8u·X < 1, q is that or one
/// less. One less exactly if X ≥ q + ½. For d = 0 the divisor is 10^-30 (which changes no d ≥ 1): y is finite, x = 0, q = 0.
///
/// **Fused** (processors that multiply and add in one rounding): q is rounded from the exact n·y. H = fl(N) and
/// L = fma(n, −A, H) = H − N exactly. If X < 2^21, then e = fma(q, −D, H) = H − qD exactly: it is whole, and |N − qD| ≤ 1.5·D and
/// |H − N| ≤ 2^18 (N < 2^43) keep it under 2^24. w = fma(d, t÷2, L) = D÷2 + H − N exactly: a multiple of ½ under 2^23.
/// So e ≥ w says N − qD ≥ D÷2, that is X ≥ q + ½, and q is corrected. If X ≥ 2^21, q or q + 1 is at least cap whatever the test
/// says. For d = 0, e = 0 < w. The least of that and cap is the score.
///
/// **Residues** (every processor): x is first lowered to cap. If x = cap then X > cap, q = cap, x − q = 0. Else X < cap·(1 + 16u),
/// and q is one too small only where x − q > ½ − 9u·cap =: edge, for x > X − 8u·X; x − q is exact. There |X − q − ½| < 9u·cap, so
/// S = 2N − (2q + 1)·D has |S| < 18u·cap·D < 2^15 while D ≤ 2^39 ÷ (18·cap), which ``ScoreCoefficients/most`` demands. A number of
/// that size is known from its residue modulo 2^16: sixteen-bit products give its sign. q = cap is never raised, since x ≤ cap.
enum ScoreKernel {
  typealias Words = SIMD16<UInt32>
  typealias Reals = SIMD16<Float>
  typealias Halves = SIMD32<UInt16>
  /// The totals of 12 months, in memory on a cache line: vectors on the stack are only aligned to 16 bytes.
  typealias Year = UnsafeMutableBufferPointer<Words>

  static let lanes = Words.scalarCount

  /// What a thread keeps while it adds.
  final class Scratch {
    private let memory = ColumnMemory(byteCount: 12 * MemoryLayout<Words>.stride)
    var sums: Year { memory.view(Words.self, at: 0, count: 12) }
  }

  /// The bits of M: a float between 2^23 and 2^24 is this plus a whole number, in its bits as in its value.
  private static let shift: UInt32 = 0x4B40_0000

  /// Whether the build is for a processor with fused products; `Tools/bench` and the build say so together with the processor.
  static var isFused: Bool {
    #if THIDUA_FUSED
      true
    #else
      false
    #endif
  }

  /// Totals of 16 units for the 12 months of a year, in ten-thousandths.
  ///
  /// - Parameter lines: By criterion, by month, 16 pairs: d in the low, n in the high half of a word; a missing cell is 0, 0.
  /// - Parameter sums: The totals; overwritten.
  /// - Precondition: 12 lines for each of the coefficients; the checks named above.
  static func totals(
    _ lines: UnsafeMutableBufferPointer<Words>, _ coefficients: [ScoreCoefficients], fused: Bool, into sums: Year
  ) {
    // Two calls, so that each loop is compiled for one of the ways.
    if fused { add(lines, coefficients, sums, Self.fused) } else { add(lines, coefficients, sums, Self.residual) }
  }

  @inline(__always)
  private static func add(
    _ lines: UnsafeMutableBufferPointer<Words>, _ coefficients: [ScoreCoefficients], _ totals: Year,
    _ score: (Words, ScoreCoefficients) -> Words
  ) {
    precondition(lines.count == coefficients.count * 12 && totals.count == 12, "A year of a tile has 12 lines a criterion.")
    guard var line = lines.baseAddress, let sums = totals.baseAddress else { return }
    // Every q is added with the bits of M around it, so those are taken off beforehand.
    let start = Words(repeating: 0 &- Self.shift &* UInt32(truncatingIfNeeded: coefficients.count))
    for month in 0..<12 { sums[month] = start }
    for criterion in coefficients.indices {
      let c = coefficients[criterion]
      var sum = Words(repeating: 0)
      for month in 0..<12 {
        sum = sum &+ line[month]
        sums[month] = sums[month] &+ score(sum, c)
      }
      line += 12
    }
  }

  @inline(__always)
  private static func fused(_ sum: Words, _ c: ScoreCoefficients) -> Words {
    let n = real(sum &>> 16)
    let d = real(sum & Words(repeating: 0xFFFF)) + Reals(repeating: 1e-30)
    let m = Reals(repeating: 12_582_912)
    let raised = m.addingProduct(n, c.k / d)
    let q = raised - m
    let h = n * c.a
    let w = h.addingProduct(n, c.minusA).addingProduct(d, c.halfTarget)
    let e = h.addingProduct(q, d * c.minusTarget)
    let right = raised.replacing(with: raised + 1, where: e .>= w)
    return unsafeBitCast(right.replacing(with: c.raisedCap, where: c.raisedCap .< right), to: Words.self)
  }

  @inline(__always)
  private static func residual(_ sum: Words, _ c: ScoreCoefficients) -> Words {
    let n = real(sum &>> 16)
    let d = real(sum & Words(repeating: 0xFFFF)) + Reals(repeating: 1e-30)
    let m = Reals(repeating: 12_582_912)
    let estimate = n * (c.k / d)
    let x = estimate.replacing(with: c.cap, where: c.cap .< estimate)
    let raised = x + m
    let near = unsafeBitCast(x - (raised - m) .> c.edge, to: Words.self)
    // 2·A for n in the high half, −(2q + 1)·t for d in the low one, modulo 2^16; then S in the high half.
    let factors = unsafeBitCast(raised, to: Halves.self) &* c.step &+ c.start
    let products = unsafeBitCast(unsafeBitCast(sum, to: Halves.self) &* factors, to: Words.self)
    let s = (products &<< 16) &+ products
    return unsafeBitCast(raised, to: Words.self) &+ ((near & ~s) &>> 31)
  }

  /// Whole numbers under 2^23 as floats.
  @inline(__always)
  static func real(_ words: Words) -> Reals {
    #if THIDUA_FUSED
      // The conversion of 16 lanes goes through memory; putting the number into the bits of 2^23 does not.
      return unsafeBitCast(words | Words(repeating: 0x4B00_0000), to: Reals.self) - Reals(repeating: 8_388_608)
    #else
      // By four: the conversion of all lanes at once is a call.
      let whole = unsafeBitCast(words, to: SIMD16<Int32>.self)
      return Reals(
        lowHalf: .init(lowHalf: .init(whole.lowHalf.lowHalf), highHalf: .init(whole.lowHalf.highHalf)),
        highHalf: .init(lowHalf: .init(whole.highHalf.lowHalf), highHalf: .init(whole.highHalf.highHalf)))
    #endif
  }
}

/// A criterion's constants for ``ScoreKernel``, each in all 16 lanes.
struct ScoreCoefficients: Sendable {
  let k, cap, raisedCap, a, minusA, minusTarget, halfTarget, edge: ScoreKernel.Reals
  /// Modulo 2^16: −2·t for q; then −t in the low and 2·A in the high half of a word.
  let step, start: ScoreKernel.Halves
  /// The greatest n and d for which the kernel is proven equal to the definition.
  let most: Int64

  /// - Returns: `nil` for points or a target outside the proven range.
  init?(_ criterion: RatioPlan.Criterion, fused: Bool) {
    guard (1...16).contains(criterion.points), (1...128).contains(criterion.target) else { return nil }
    let (points, target) = (Double(criterion.points), Double(criterion.target))
    let a = Float(points * 1_000_000)
    let most = Float(points * 10_000)
    k = .init(repeating: Float(points * 1_000_000 / target * (1 - 4.0 / 16_777_216)))
    cap = .init(repeating: most)
    raisedCap = .init(repeating: 12_582_912 + most)
    self.a = .init(repeating: a)
    minusA = .init(repeating: -a)
    minusTarget = .init(repeating: -Float(target))
    halfTarget = .init(repeating: Float(target / 2))
    edge = .init(repeating: 0.5 - 9 * most / 16_777_216)
    let t = UInt16(criterion.target)
    let double = UInt32(truncatingIfNeeded: 2_000_000 * criterion.points) << 16
    step = unsafeBitCast(ScoreKernel.Words(repeating: UInt32(0 &- 2 &* t)), to: ScoreKernel.Halves.self)
    start = unsafeBitCast(ScoreKernel.Words(repeating: double | UInt32(0 &- t)), to: ScoreKernel.Halves.self)
    self.most = fused ? 32_767 : min(32_767, (1 << 39) / (18 * criterion.points * 10_000 * criterion.target))
  }
}

/// Points of 16 units by any line or table of a rulebook, in double precision, equal to the integer definition.
///
/// **Given**, for n and d of a unit: whole, |n| ≤ m, 1 ≤ d ≤ m < 2^31. Asked is the whole number ⌊X + ½⌋ with
/// X = (a·n + c·d) ÷ (b·d), kept between two whole numbers `least` and `most`, 0 ≤ least ≤ most; a, b, c whole, b ≥ 1. Write
/// u = 2^-53. n and d are exact here. Where d ≤ 0 the result means nothing; the caller masks it.
///
/// **The estimate** is x = (n ⊘ d) ⊗ α ⊕ γ, fused or not, α = fl(a ÷ b), γ = fl(c ÷ b + ε). Rounding a, b, c to doubles costs at
/// most 3u of α and of γ. Where least − 1 ≤ X ≤ most + 1, |α·n÷d| ≤ most + 1 + |c|÷b, and five roundings of that, four of γ and
/// one of x are less than 16u·(most + 2 + |c|÷b) =: e together. Beyond, the same bound relative to X keeps x beyond the end
/// less ½, and the end is taken.
///
/// **Decided** (``LineCoefficients/most``): X − (k + ½) for whole k is a multiple of 1 ÷ (2bd): 0, above, or at most −1 ÷ (2bm).
/// With ε = 1 ÷ (4bm) and e < 1 ÷ (4bm) a tie lands above k + ½ and everything below it stays below, so that the nearest whole
/// number of x is the one asked for. e < 1 ÷ (4bm) is (b·(most + 2) + |c|)·m < 2^47.
///
/// **Undecided** lanes exist where that fails (targets such as 8.333333333 %): then ε = 0, and the definition answers for each x that
/// is nearer than 2e to a half. Every other x has X on the same side of it.
///
/// Adding M = 1.5·2^52 leaves the nearest whole number in the low 32 bits. Steps look at the sign of a·n − b·d, whose
/// factors ``StepCoefficients`` keeps so small that both products, and whether they differ, are exact.
enum LineKernel {
  typealias Words = ScoreKernel.Words
  typealias Reals = SIMD8<Double>
  typealias Bits = SIMD8<UInt64>

  /// Whole numbers of even and of odd lanes, from −2^31 on, by placing them into the bits of 2^52.
  @inline(__always)
  private static func even(_ words: Words) -> Reals { real(unsafeBitCast(words, to: Bits.self) & Bits(repeating: 0xFFFF_FFFF)) }
  @inline(__always)
  private static func odd(_ words: Words) -> Reals { real(unsafeBitCast(words, to: Bits.self) &>> 32) }
  @inline(__always)
  private static func real(_ bits: Bits) -> Reals {
    unsafeBitCast(bits ^ Bits(repeating: 0x4330_0000_8000_0000), to: Reals.self) - Reals(repeating: 4_503_601_774_854_144)
  }
  @inline(__always)
  private static func words(_ even: Bits, _ odd: Bits) -> Words {
    unsafeBitCast((even & Bits(repeating: 0xFFFF_FFFF)) | (odd &<< 32), to: Words.self)
  }

  @inline(__always)
  private static func line(_ quotient: Reals, _ c: LineCoefficients) -> Reals {
    let offset = Reals(repeating: c.offset)
    let (least, most) = (Reals(repeating: c.least), Reals(repeating: c.greatest))
    #if THIDUA_FUSED
      let x = offset.addingProduct(quotient, Reals(repeating: c.slope))
    #else
      let x = quotient * Reals(repeating: c.slope) + offset
    #endif
    let raised = x.replacing(with: least, where: x .< least)
    return raised.replacing(with: most, where: most .< raised)
  }
  @inline(__always)
  private static func shifted(_ x: Reals) -> Reals { x + Reals(repeating: 6_755_399_441_055_744) }
  @inline(__always)
  private static func bits(_ x: Reals) -> Bits { unsafeBitCast(x, to: Bits.self) }

  @_transparent
  static func points(_ n: Words, over d: Words, _ c: LineCoefficients) -> Words {
    words(bits(shifted(line(even(n) / even(d), c))), bits(shifted(line(odd(n) / odd(d), c))))
  }

  /// Two lines through the same quotients.
  @inline(__always)
  static func points(_ n: Words, over d: Words, _ c: LineCoefficients, and other: LineCoefficients) -> (Words, Words) {
    let (x, y) = (even(n) / even(d), odd(n) / odd(d))
    return (
      words(bits(shifted(line(x, c))), bits(shifted(line(y, c)))),
      words(bits(shifted(line(x, other))), bits(shifted(line(y, other))))
    )
  }

  /// The same for plain numbers, which are over 1.
  @_transparent
  static func points(_ n: Words, _ c: LineCoefficients) -> Words {
    words(bits(shifted(line(even(n), c))), bits(shifted(line(odd(n), c))))
  }

  /// The same where some lanes may be undecided.
  ///
  /// - Returns: In `near`, not 0 in the lanes that the definition has to answer.
  @inline(__always)
  static func estimate(_ n: Words, over d: Words, _ c: LineCoefficients) -> (points: Words, near: Words) {
    let (x, y) = (line(even(n) / even(d), c), line(odd(n) / odd(d), c))
    let (p, q) = (shifted(x), shifted(y))
    return (words(bits(p), bits(q)), words(near(x, p, c), near(y, q, c)))
  }

  @inline(__always)
  private static func near(_ x: Reals, _ shifted: Reals, _ c: LineCoefficients) -> Bits {
    let away = x - (shifted - Reals(repeating: 6_755_399_441_055_744))
    return negative(Reals(repeating: c.near) - away * away)
  }

  /// The points of the first step that is reached.
  @inline(__always)
  static func points(_ n: Words, over d: Words, _ steps: UnsafePointer<StepCoefficients>, _ count: Int) -> Words {
    let (first, second) = (even(n), odd(n))
    let (whole, other) = (even(d), odd(d))
    var (p, q) = (Bits(repeating: 0), Bits(repeating: 0))
    for index in stride(from: count - 1, through: 0, by: -1) {
      let step = steps[index]
      let (a, b, points) = (Reals(repeating: step.a), Reals(repeating: step.b), Bits(repeating: step.points))
      // Adding 0 makes +0 of −0, which is a difference of nothing as well.
      let zero = Reals(repeating: 0)
      let (misses, fails) = (negative(first * a - whole * b + zero), negative(second * a - other * b + zero))
      p = (points & ~misses) | (p & misses)
      q = (points & ~fails) | (q & fails)
    }
    return words(p, q)
  }

  /// All ones where a difference of exact numbers is below zero.
  @inline(__always)
  private static func negative(_ x: Reals) -> Bits {
    unsafeBitCast(unsafeBitCast(x, to: SIMD8<Int64>.self) &>> 63, to: Bits.self)
  }
}

/// The constants of a line for ``LineKernel``.
struct LineCoefficients: Sendable {
  fileprivate let slope, offset, least, greatest, near: Double
  /// The greatest |n| and d for which the estimate is proven.
  let most: Int64
  /// Whether lanes near a half are left to the definition.
  let leavesUndecided: Bool

  /// No sum of a tile is larger: two of them are added, and their difference has a sign, in 32 bits.
  static let largest = Int64(1) << 30

  /// No points for anybody.
  static let nothing = LineCoefficients()

  private init() { (slope, offset, least, greatest, near, most, leavesUndecided) = (0, 0, 0, 0, 0, 0, false) }

  /// - Parameter wanted: The least bound with which every lane is decided; below it lanes near a half are left open.
  /// - Returns: `nil` where even those are not proven.
  init?(a: Int64, c: Int64, b: Int64, least: Int64, most: Int64, wanted: Int64 = 1 << 20) {
    guard b >= 1, least >= 0, least <= most, most < 1 << 31 else { return nil }
    let size = Int128(b) * Int128(most + 2) + Int128(c.magnitude)
    let bound = min(Int64((Int128(1) << 47 - 1) / size), Self.largest)
    leavesUndecided = bound < wanted
    let error = (Double(most) + 2 + Double(c).magnitude / Double(b)) * 0x1p-48
    guard !leavesUndecided || error < 0x1p-10 else { return nil }
    self.most = leavesUndecided ? Self.largest : bound
    slope = Double(a) / Double(b)
    offset = Double(c) / Double(b) + (leavesUndecided ? 0 : 1 / (4 * Double(b) * Double(bound)))
    self.least = Double(least)
    greatest = Double(most)
    // Compared with a square: the nearest whole number is at most ½ away.
    near = (0.5 - error) * (0.5 - error) - 0x1p-40
  }
}

/// One row of a table for ``LineKernel``: `points` where a·n ≥ b·d.
struct StepCoefficients: Sendable {
  fileprivate let a, b: Double
  fileprivate let points: UInt64
  /// The greatest |n| and d for which both products are exact.
  let most: Int64

  /// - Parameter down: It is reached where a·n ≤ b·d.
  init?(a: Int64, b: Int64, points: Int64, down: Bool) {
    let greatest = Int64(max(a.magnitude, b.magnitude, 1))
    guard greatest < 1 << 52, points >= 0, points < 1 << 31 else { return nil }
    most = min(Int64(1) << 53 / greatest, LineCoefficients.largest)
    self.a = Double(down ? -a : a)
    self.b = Double(down ? -b : b)
    self.points = UInt64(points)
  }
}

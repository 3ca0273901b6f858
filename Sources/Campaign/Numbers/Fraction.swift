/// An exact quotient of two integers; the denominator is positive.
///
/// Predicates compare fractions, never rounded numbers: 98.996 % is not 99 %.
///
/// Figures are at most 10^15, so that sums of a year over a nation and the products that a comparison needs stay inside
/// 128 bits (decision 1).
public struct Fraction: Sendable, Comparable {
  public let numerator: Int128
  public let denominator: Int128

  /// - Parameter denominator: Positive.
  public init(_ numerator: Int128, _ denominator: Int128) {
    precondition(denominator > 0, "A fraction has a positive denominator.")
    self.numerator = numerator
    self.denominator = denominator
  }

  public static func == (a: Fraction, b: Fraction) -> Bool {
    a.numerator * b.denominator == b.numerator * a.denominator
  }
  public static func < (a: Fraction, b: Fraction) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }

  public static func - (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
  }

  /// The nearest multiple of 10^−`decimals`, a half going up, in units of 10^−`decimals`.
  ///
  /// - Parameter decimals: 0–9.
  public func rounded(decimals: Int) -> Int128 { roundedHalfUp(numerator * Int128(powerOfTen(decimals)), denominator) }
}

/// ⌊n ÷ d + ½⌋ for d > 0.
package func roundedHalfUp(_ n: Int128, _ d: Int128) -> Int128 {
  let doubled = 2 * n + d
  let divisor = 2 * d
  let quotient = doubled / divisor
  return doubled % divisor < 0 ? quotient - 1 : quotient
}

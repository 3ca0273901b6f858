/// An exact quotient of two integers; the denominator is positive.
///
/// Predicates compare fractions, never rounded numbers: 98.996 % is not 99 %.
///
/// Figures are at most 10^15, so that sums of a year over a nation and the products that points need stay inside 128 bits
/// (decision 1). Comparing never leaves the range; ``plus(_:)``, ``minus(_:)`` and ``times(_:)`` say when they would.
public struct Fraction: Sendable, Comparable, Hashable {
  public let numerator: Int128
  public let denominator: Int128

  /// - Parameter denominator: Positive.
  public init(_ numerator: Int128, _ denominator: Int128) {
    precondition(denominator > 0, "A fraction has a positive denominator.")
    self.numerator = numerator
    self.denominator = denominator
  }

  public static func == (a: Fraction, b: Fraction) -> Bool {
    if let (left, right) = crossedInRange(a, b) { return left == right }
    let (left, right) = crossed(a, b)
    return left.high == right.high && left.low == right.low
  }
  public static func < (a: Fraction, b: Fraction) -> Bool {
    if let (left, right) = crossedInRange(a, b) { return left < right }
    let (left, right) = crossed(a, b)
    return (left.high, left.low) < (right.high, right.low)
  }
  public func hash(into hasher: inout Hasher) {
    let least = reduced
    hasher.combine(least.numerator)
    hasher.combine(least.denominator)
  }

  /// The products that almost every comparison needs; the double-width ones cost hundreds of times as much.
  private static func crossedInRange(_ a: Fraction, _ b: Fraction) -> (Int128, Int128)? {
    let (left, one) = a.numerator.multipliedReportingOverflow(by: b.denominator)
    let (right, two) = b.numerator.multipliedReportingOverflow(by: a.denominator)
    return one || two ? nil : (left, right)
  }

  private typealias Product = (high: Int128, low: UInt128)
  private static func crossed(_ a: Fraction, _ b: Fraction) -> (Product, Product) {
    (a.numerator.multipliedFullWidth(by: b.denominator), b.numerator.multipliedFullWidth(by: a.denominator))
  }

  /// The same number with the least denominator.
  package var reduced: Fraction {
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    guard a > 1, let divisor = Int128(exactly: a) else { return self }
    return Fraction(numerator / divisor, denominator / divisor)
  }

  /// The exact sum; `nil` where it leaves 128 bits.
  package func plus(_ other: Fraction) -> Fraction? {
    let (a, b) = (reduced, other.reduced)
    let (left, one) = a.numerator.multipliedReportingOverflow(by: b.denominator)
    let (right, two) = b.numerator.multipliedReportingOverflow(by: a.denominator)
    let (top, three) = left.addingReportingOverflow(right)
    let (bottom, four) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    return one || two || three || four ? nil : Fraction(top, bottom).reduced
  }

  /// The exact difference; `nil` where it leaves 128 bits.
  package func minus(_ other: Fraction) -> Fraction? {
    guard other.numerator != .min else { return nil }
    return plus(Fraction(-other.numerator, other.denominator))
  }

  /// The exact product; `nil` where it leaves 128 bits.
  package func times(_ other: Fraction) -> Fraction? {
    // Crosswise first: what cancels need not be multiplied out.
    let a = Fraction(numerator, other.denominator).reduced
    let b = Fraction(other.numerator, denominator).reduced
    let (top, one) = a.numerator.multipliedReportingOverflow(by: b.numerator)
    let (bottom, two) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    return one || two ? nil : Fraction(top, bottom)
  }

  /// The exact quotient; `nil` for a divisor that is not positive, and where it leaves 128 bits.
  package func divided(by other: Fraction) -> Fraction? {
    other.numerator > 0 ? times(Fraction(other.denominator, other.numerator)) : nil
  }

  /// The nearest multiple of 10^−`decimals`, a half going up, in units of 10^−`decimals`.
  ///
  /// - Parameter decimals: 0–9.
  public func rounded(decimals: Int) -> Int128 { roundedHalfUp(numerator * Int128(powerOfTen(decimals)), denominator) }

  /// As people read it, rounded half up: `1.234,50`, in English `1234.50`.
  ///
  /// - Parameter decimals: 0–9.
  package func text(decimals: Int = 2) -> LocalizedText {
    let factor = Int128(powerOfTen(decimals))
    let room = Int128.max / 4
    guard let scaled = times(Fraction(factor, 1)), scaled.numerator.magnitude < room.magnitude, scaled.denominator < room else {
      let whole = String(numerator / denominator)
      return LocalizedText(vietnamese(whole), en: whole)
    }
    let rounded = roundedHalfUp(scaled.numerator, scaled.denominator)
    let digits = String(rounded.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    let plain =
      (rounded < 0 ? "-" : "") + padded.dropLast(decimals) + (decimals > 0 ? "." + padded.suffix(decimals) : "")
    return LocalizedText(vietnamese(plain), en: plain)
  }
}

/// ⌊n ÷ d + ½⌋ for d > 0.
package func roundedHalfUp(_ n: Int128, _ d: Int128) -> Int128 {
  let doubled = 2 * n + d
  let divisor = 2 * d
  let quotient = doubled / divisor
  return doubled % divisor < 0 ? quotient - 1 : quotient
}

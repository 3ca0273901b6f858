/// An exact number of points, counted in millionths of a point.
///
/// ```swift
/// Points(millionths: 9_222_200).description   // "9.2222"
/// ```
///
/// Sums of points are integer sums, so that nobody's place depends on the order of addition. Ours: decision 1.
public struct Points: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Millionths of a point; −10^18 … 10^18 in every value that the ranking makes.
  public var millionths: Int64

  public init(millionths: Int64) { self.millionths = millionths }

  public static let zero = Points(millionths: 0)

  public static func < (a: Points, b: Points) -> Bool { a.millionths < b.millionths }
  public static func + (a: Points, b: Points) -> Points { Points(millionths: a.millionths + b.millionths) }
  public static func - (a: Points, b: Points) -> Points { Points(millionths: a.millionths - b.millionths) }
  public static func += (a: inout Points, b: Points) { a.millionths += b.millionths }

  /// Plain machine form with a dot and without superfluous zeros: "9.2222".
  public var description: String { ExactDecimal(coefficient: millionths, scale: 6).trimmed.description }

  /// Plain machine form with exactly `decimals` decimals (0–6), cut where the points have more.
  public func text(decimals: Int) -> String {
    ExactDecimal(coefficient: millionths / powerOfTen(6 - decimals), scale: decimals).description
  }
}

/// 10^`exponent` for exponents 0–18.
package func powerOfTen(_ exponent: Int) -> Int64 {
  var result: Int64 = 1
  for _ in 0..<min(max(exponent, 0), 18) { result *= 10 }
  return result
}

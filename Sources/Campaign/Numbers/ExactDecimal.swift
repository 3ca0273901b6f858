/// A decimal number kept exactly as it was written: coefficient × 10^−scale.
///
/// ```swift
/// ExactDecimal("39.9613")!   // coefficient 399613, scale 4
/// ```
public struct ExactDecimal: Sendable, CustomStringConvertible {
  /// −10^18 < coefficient < 10^18.
  public let coefficient: Int64
  /// Number of decimals, 0–9.
  public let scale: Int

  public init(coefficient: Int64, scale: Int) {
    self.coefficient = coefficient
    self.scale = scale
  }

  public init(_ whole: Int) { self.init(coefficient: Int64(whole), scale: 0) }

  /// Reads an optional minus, digits, and at most nine decimals behind a dot. Nothing else is a decimal: no comma, no
  /// exponent, no blank, at most nine digits before the dot (15 where there are no decimals).
  public init?(_ text: some StringProtocol) {
    var whole = 0
    var decimals: Int?
    var value: Int64 = 0
    var negative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: negative = true
      case UInt8(ascii: ".") where decimals == nil && whole > 0: decimals = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if decimals == nil { whole += 1 } else { decimals! += 1 }
        guard whole <= 15, (decimals ?? 0) <= 9 else { return nil }
        guard decimals == nil || whole <= 9 else { return nil }
        value = value * 10 + Int64(byte - UInt8(ascii: "0"))
      default: return nil
      }
    }
    guard whole > 0, decimals != 0 else { return nil }
    self.init(coefficient: negative ? -value : value, scale: decimals ?? 0)
  }

  /// The same number without zeros at its end.
  public var trimmed: ExactDecimal {
    var c = coefficient
    var s = scale
    while s > 0, c % 10 == 0 { c /= 10; s -= 1 }
    return ExactDecimal(coefficient: c, scale: s)
  }

  public var fraction: Fraction { Fraction(Int128(coefficient), Int128(powerOfTen(scale))) }

  /// Plain machine form: dot, all decimals of the scale.
  public var description: String {
    let digits = String(coefficient.magnitude)
    let sign = coefficient < 0 ? "-" : ""
    guard scale > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
  }
}

extension ExactDecimal: Hashable, Comparable {
  /// Numbers are compared by value: 1.50 equals 1.5.
  public static func == (a: ExactDecimal, b: ExactDecimal) -> Bool { a.fraction == b.fraction }
  public static func < (a: ExactDecimal, b: ExactDecimal) -> Bool { a.fraction < b.fraction }
  public func hash(into hasher: inout Hasher) {
    let t = trimmed
    hasher.combine(t.coefficient)
    hasher.combine(t.scale)
  }
}

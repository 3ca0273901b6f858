/// An exact quotient for the slow ranking: always in lowest terms, the denominator positive.
struct Ratio: Equatable {
  let top: Int128
  let bottom: Int128

  init(_ top: Int128, _ bottom: Int128 = 1) {
    var a = top.magnitude
    var b = bottom.magnitude
    while b != 0 { (a, b) = (b, a % b) }
    let common = Int128(a == 0 ? 1 : a)
    let sign: Int128 = bottom < 0 ? -1 : 1
    self.top = sign * top / common
    self.bottom = sign * bottom / common
  }

  /// Reads a plain decimal such as `-12.50`.
  init(decimal text: String) {
    let negative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".")
    var number: Int128 = 0
    var bottom: Int128 = 1
    for digit in parts[0] { number = number * 10 + Int128(digit.wholeNumberValue!) }
    if parts.count > 1 {
      for digit in parts[1] {
        number = number * 10 + Int128(digit.wholeNumberValue!)
        bottom *= 10
      }
    }
    self.init(negative ? -number : number, bottom)
  }

  static func + (a: Ratio, b: Ratio) -> Ratio { Ratio(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom) }
  static func - (a: Ratio, b: Ratio) -> Ratio { Ratio(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom) }
  static func * (a: Ratio, b: Ratio) -> Ratio { Ratio(a.top * b.top, a.bottom * b.bottom) }
  static func / (a: Ratio, b: Ratio) -> Ratio { Ratio(a.top * b.bottom, a.bottom * b.top) }
  static func < (a: Ratio, b: Ratio) -> Bool { a.top * b.bottom < b.top * a.bottom }
  static func <= (a: Ratio, b: Ratio) -> Bool { !(b < a) }

  func clamped() -> Ratio { self < Ratio(0) ? Ratio(0) : Ratio(1) < self ? Ratio(1) : self }

  /// To so many decimals, a half going up.
  func rounded(_ decimals: Int) -> Ratio {
    var scale: Int128 = 1
    for _ in 0..<decimals { scale *= 10 }
    let shifted = self * Ratio(scale) + Ratio(1, 2)
    var whole = shifted.top / shifted.bottom
    if whole * shifted.bottom > shifted.top { whole -= 1 }
    return Ratio(whole, scale)
  }

  /// In millionths; only for values that have no finer decimals.
  var millionths: Int64 {
    let scaled = self * Ratio(1_000_000)
    precondition(scaled.bottom == 1, "Points have at most six decimals.")
    return Int64(scaled.top)
  }
}

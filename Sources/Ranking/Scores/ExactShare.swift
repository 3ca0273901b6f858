/// An unsigned product of two 128-bit numbers, below 2^254.
struct WideProduct: Comparable {
  private var high: UInt128
  private var low: UInt128

  init(_ a: UInt128, _ b: UInt128) { (high, low) = a.multipliedFullWidth(by: b) }

  static let zero = WideProduct(0, 0)

  static func < (a: WideProduct, b: WideProduct) -> Bool { (a.high, a.low) < (b.high, b.low) }

  static func += (a: inout WideProduct, b: WideProduct) {
    let (low, carry) = a.low.addingReportingOverflow(b.low)
    a.low = low
    a.high += b.high + (carry ? 1 : 0)
  }

  static func -= (a: inout WideProduct, b: WideProduct) {
    let (low, borrow) = a.low.subtractingReportingOverflow(b.low)
    a.low = low
    a.high -= b.high + (borrow ? 1 : 0)
  }
}

/// ⌊most × part ÷ whole⌋, exact whatever the size of the two: long multiplication by the bits of `most`, with the remainder
/// kept below `whole`.
///
/// - Parameter part: At most `whole`, which is positive.
/// - Complexity: O(bits of `most`).
func flooredShare(of most: UInt64, _ part: WideProduct, of whole: WideProduct) -> UInt64 {
  if part == whole { return most }
  var quotient: UInt64 = 0
  var remainder = WideProduct.zero
  for bit in stride(from: most.bitWidth - most.leadingZeroBitCount - 1, through: 0, by: -1) {
    quotient *= 2
    remainder += remainder
    if remainder >= whole {
      remainder -= whole
      quotient += 1
    }
    guard most >> UInt64(bit) & 1 == 1 else { continue }
    remainder += part
    if remainder >= whole {
      remainder -= whole
      quotient += 1
    }
  }
  return quotient
}

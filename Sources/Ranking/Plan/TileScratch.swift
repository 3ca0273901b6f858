/// What a thread keeps while it adds up a tile: sums since January, and the totals of a year's periods.
final class TileScratch {
  typealias Words = ScoreKernel.Words

  /// Where it all lies, as plain data.
  struct Pointers {
    /// By counter, or sum of counters, × periods of a year + period: the sum since January, or the value in force.
    let sums: UnsafeMutablePointer<Words>
    /// By period: points, maxima that count, and maxima that count while their points wait for others.
    let earned, applicable, held: UnsafeMutablePointer<Words>
    /// A bit a unit: by counter and period whether it is known, and by period who waits for the points of others.
    let known, waiting: UnsafeMutablePointer<UInt16>
  }

  private let memory: ColumnMemory
  let pointers: Pointers

  /// - Parameter sums: Counters, and sums of several; behind them stands 1, which everybody knows.
  init(sums: Int, perYear: Int) {
    let sums = sums + 1
    let words = (sums + 3) * perYear
    let bits = (sums + 1) * perYear
    memory = ColumnMemory(byteCount: words * 64 + bits * 2 + 64)
    let vectors = memory.view(Words.self, at: 0, count: words)
    let masks = memory.view(UInt16.self, at: words * 64, count: bits)
    guard let first = vectors.baseAddress, let bit = masks.baseAddress else { preconditionFailure("Memory has an address.") }
    let earned = first + sums * perYear
    pointers = Pointers(
      sums: first, earned: earned, applicable: earned + perYear, held: earned + 2 * perYear, known: bit, waiting: bit + sums * perYear)
    for number in (sums - 1) * perYear..<sums * perYear { (first[number], bit[number]) = (Words(repeating: 1), 0xFFFF) }
  }
}

/// Masks of 16 lanes.
///
/// Made by shifting a sign through a lane, and from a table, because a comparison's mask is taken apart lane by lane where it becomes a
/// vector again (several times slower for processors with masks of their own).
enum Lanes {
  typealias Words = ScoreKernel.Words

  /// All ones where a bit of a byte is set, for all 256 bytes.
  static let ofByte: [SIMD8<UInt32>] = (0..<256).map { (byte: UInt32) in
    var lanes = SIMD8<UInt32>(repeating: 0)
    for lane in 0..<8 where byte >> UInt32(lane) & 1 == 1 { lanes[lane] = .max }
    return lanes
  }

  /// All ones in the lanes whose bit is set.
  @inline(__always)
  static func words(_ lanes: UInt16, _ ofByte: UnsafePointer<SIMD8<UInt32>>) -> Words {
    Words(lowHalf: ofByte[Int(lanes & 0xFF)], highHalf: ofByte[Int(lanes >> 8)])
  }

  /// All ones where a ≥ b, for lanes of which neither is beyond ±2^30.
  @inline(__always)
  static func reaches(_ a: Words, _ b: Words) -> Words {
    ~unsafeBitCast(unsafeBitCast(a &- b, to: SIMD16<Int32>.self) &>> 31, to: Words.self)
  }

  /// Whether any bit is set.
  @inline(__always)
  static func isAny(_ words: Words) -> Bool {
    let eight = unsafeBitCast(words, to: SIMD8<UInt64>.self)
    let four = eight.lowHalf | eight.highHalf
    let two = four.lowHalf | four.highHalf
    return two[0] | two[1] != 0
  }
}

/// What a thread keeps while it adds up a tile: sums since January, and the totals of a year's periods.
final class TileScratch {
  typealias Words = ScoreKernel.Words

  /// Where it all lies, as plain data.
  struct Pointers {
    /// By counter × periods of a year + period: the sum since January, or the value in force.
    let sums: UnsafeMutablePointer<Words>
    /// By period: points, maxima that count, and all ones where a leaf was scored.
    let earned, applicable, scored: UnsafeMutablePointer<Words>
    /// A bit a unit: by counter and period whether it is known; by criterion and period whom it concerns.
    let known, concerned: UnsafeMutablePointer<UInt16>
    /// By period: whom any criterion concerns, and who waits for the points of others.
    let anybody, waiting: UnsafeMutablePointer<UInt16>
  }

  private let memory: ColumnMemory
  let pointers: Pointers

  init(counters: Int, criteria: Int, perYear: Int) {
    let words = (counters + 3) * perYear
    let bits = (counters + criteria + 2) * perYear
    memory = ColumnMemory(byteCount: words * 64 + bits * 2 + 64)
    let vectors = memory.view(Words.self, at: 0, count: words)
    let masks = memory.view(UInt16.self, at: words * 64, count: bits)
    guard let first = vectors.baseAddress, let bit = masks.baseAddress else { preconditionFailure("Memory has an address.") }
    let earned = first + counters * perYear
    let concerned = bit + counters * perYear
    let anybody = concerned + criteria * perYear
    pointers = Pointers(
      sums: first, earned: earned, applicable: earned + perYear, scored: earned + 2 * perYear, known: bit, concerned: concerned,
      anybody: anybody, waiting: anybody + perYear)
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

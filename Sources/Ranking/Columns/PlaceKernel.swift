/// Competition places (1, 2, 2, 4) of a block by its totals, greatest first: a place is 1 + the number of greater totals.
///
/// Totals are spread over as many buckets as there are units, by how far they are below the first; a bucket before another
/// holds greater totals only. Laid side by side in the order of buckets, a total is compared with its neighbours as far as the
/// fullest bucket reaches, 16 at a time and without a branch. Where totals crowd in few buckets, they are sorted by radix
/// instead. Both are exact.
///
/// Bare memory is touched here within bounds that hold by construction: bucket numbers are below the number of buckets,
/// positions come from counts that add up to the number of totals, and the window has room on both sides.
enum PlaceKernel {
  typealias Lane = SIMD16<Int32>
  /// The widest window in which neighbours are compared.
  private static let widest = 32
  private static let margin = 48

  /// What one thread needs for the largest block.
  final class Scratch {
    fileprivate let largest: Int
    fileprivate let buckets: Int
    /// How far below the first, in the order of buckets, with room for the window before and after.
    fileprivate let ordered: UnsafeMutableBufferPointer<Int32>
    fileprivate let window: UnsafeMutableBufferPointer<Int32>
    fileprivate let units: UnsafeMutableBufferPointer<Int32>
    fileprivate let bucketOf: UnsafeMutableBufferPointer<Int32>
    fileprivate let counts: UnsafeMutableBufferPointer<Int32>
    private let memory: ColumnMemory
    /// For the radix; made when it is needed.
    fileprivate var pairs: [UInt64] = []
    fileprivate var other: [UInt64] = []

    init(largest: Int) {
      self.largest = largest
      var buckets = 32
      while buckets < largest, buckets < 1 << 16 { buckets *= 2 }
      self.buckets = buckets
      let row = (largest + 15) / 16 * 16 + 2 * PlaceKernel.margin
      memory = ColumnMemory(byteCount: (4 * row + max(buckets, 1 << 11)) * 4)
      ordered = memory.view(Int32.self, at: 0, count: row)
      window = memory.view(Int32.self, at: row * 4, count: row)
      units = memory.view(Int32.self, at: row * 8, count: row)
      bucketOf = memory.view(Int32.self, at: row * 12, count: row)
      counts = memory.view(Int32.self, at: row * 16, count: max(buckets, 1 << 11))
    }
  }

  /// - Parameter totals: 0 to `Int32.max`, at most as many as the scratch was made for.
  /// - Parameter places: As many; overwritten.
  /// - Complexity: O(count).
  static func place(
    _ totals: UnsafeMutableBufferPointer<Int32>, into places: UnsafeMutableBufferPointer<Int32>, _ scratch: Scratch
  ) {
    precondition(totals.count == places.count && totals.count <= scratch.largest, "A place for every total, and room for them.")
    var (least, most) = (Int32.max, Int32.min)
    for total in totals {
      least = min(least, total)
      most = max(most, total)
    }
    if least >= most {
      for index in places.indices { places[index] = 1 }
    } else if let width = spread(totals, first: most, range: most &- least, scratch) {
      compare(totals.count, width, into: places, scratch)
    } else {
      sort(totals, first: most, range: UInt32(most &- least), into: places, scratch)
    }
  }

  /// Lays the totals in the order of their buckets.
  ///
  /// - Returns: How many neighbours on each side may be of the same bucket; `nil` where too many are.
  private static func spread(_ totals: UnsafeMutableBufferPointer<Int32>, first: Int32, range: Int32, _ scratch: Scratch) -> Int? {
    let n = totals.count
    guard let from = totals.baseAddress, let counts = scratch.counts.baseAddress, let bucketOf = scratch.bucketOf.baseAddress,
      let ordered = scratch.ordered.baseAddress, let units = scratch.units.baseAddress
    else { return nil }
    var buckets = 32
    while buckets < n, buckets < scratch.buckets { buckets *= 2 }
    // below · scale < 2^32 · buckets for below ≤ range, so that a bucket's number is below their number.
    let scale = (UInt64(buckets) << 32) / (UInt64(range) + 1)
    counts.update(repeating: 0, count: buckets)
    for index in 0..<n {
      let bucket = Int((UInt64(UInt32(bitPattern: first &- from[index])) &* scale) >> 32)
      bucketOf[index] = Int32(truncatingIfNeeded: bucket)
      counts[bucket] &+= 1
    }
    var (before, fullest) = (Int32(0), Int32(0))
    for bucket in 0..<buckets {
      let count = counts[bucket]
      counts[bucket] = before
      before &+= count
      fullest = max(fullest, count)
    }
    guard fullest <= widest + 1 else { return nil }
    for index in 0..<n {
      let bucket = Int(bucketOf[index])
      let position = Int(counts[bucket])
      counts[bucket] &+= 1
      ordered[margin + position] = first &- from[index]
      units[position] = Int32(truncatingIfNeeded: index)
    }
    return Int(fullest) - 1
  }

  /// Every total against its neighbours: those farther before are greater, those farther behind are less.
  private static func compare(_ n: Int, _ width: Int, into places: UnsafeMutableBufferPointer<Int32>, _ scratch: Scratch) {
    guard let ordered = scratch.ordered.baseAddress, let window = scratch.window.baseAddress, let units = scratch.units.baseAddress,
      let to = places.baseAddress
    else { return }
    precondition(width >= 0 && width <= widest, "The window has room on both sides.")
    // Before the first stands what is above every total, behind the last what is above none.
    for index in 0..<margin {
      ordered[index] = -1
      ordered[margin + n + index] = .max
    }
    let bytes = UnsafeRawPointer(ordered + margin)
    let steps = Lane(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    for first in stride(from: 0, to: n, by: 16) {
      let below = bytes.loadUnaligned(fromByteOffset: first * 4, as: Lane.self)
      var place = steps &+ Lane(repeating: Int32(truncatingIfNeeded: first &- width &+ 1))
      for distance in 0..<width {
        let before = bytes.loadUnaligned(fromByteOffset: (first &- distance &- 1) &* 4, as: Lane.self)
        let behind = bytes.loadUnaligned(fromByteOffset: (first &+ distance &+ 1) &* 4, as: Lane.self)
        place.replace(with: place &+ 1, where: before .< below)
        place.replace(with: place &+ 1, where: behind .< below)
      }
      UnsafeMutableRawPointer(window + first).storeBytes(of: place, as: Lane.self)
    }
    for position in 0..<n { to[Int(units[position])] = window[position] }
  }

  /// Least significant digit first, 11 bits a pass, only over the bits in which the block's totals differ.
  private static func sort(
    _ totals: UnsafeMutableBufferPointer<Int32>, first: Int32, range: UInt32, into places: UnsafeMutableBufferPointer<Int32>,
    _ scratch: Scratch
  ) {
    let n = totals.count
    if scratch.pairs.count < n {
      scratch.pairs = Array(repeating: 0, count: n)
      scratch.other = scratch.pairs
    }
    let counts = scratch.counts
    // How far below the first, then the position: ascending order is the order of places.
    for index in 0..<n { scratch.pairs[index] = UInt64(first &- totals[index]) << 32 | UInt64(index) }
    var shift = 0
    while shift < 32, range >> UInt32(shift) != 0 {
      for bucket in 0..<1 << 11 { counts[bucket] = 0 }
      for index in 0..<n { counts[Int(scratch.pairs[index] >> UInt64(32 + shift)) & 0x7FF] &+= 1 }
      var before: Int32 = 0
      for bucket in 0..<1 << 11 {
        let count = counts[bucket]
        counts[bucket] = before
        before &+= count
      }
      for index in 0..<n {
        let pair = scratch.pairs[index]
        let bucket = Int(pair >> UInt64(32 + shift)) & 0x7FF
        scratch.other[Int(counts[bucket])] = pair
        counts[bucket] &+= 1
      }
      swap(&scratch.pairs, &scratch.other)
      shift += 11
    }
    var place: Int32 = 0
    var last: UInt64 = .max
    for index in 0..<n {
      let pair = scratch.pairs[index]
      if pair >> 32 != last {
        place = Int32(index + 1)
        last = pair >> 32
      }
      places[Int(truncatingIfNeeded: pair & 0xFFFF_FFFF)] = place
    }
  }
}

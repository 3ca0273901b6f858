/// Competition places (1, 2, 2, 4) of a block by its totals, greatest first: a place is 1 + the number of greater totals.
///
/// Small blocks count, every total against every other, 16 at a time and without a branch; large ones sort by radix.
enum PlaceKernel {
  typealias Lane = SIMD16<Int32>
  /// Up to here counting is the faster way.
  static let mostCounted = 512

  /// What one thread needs for the largest block.
  struct Scratch {
    fileprivate var keys: [Int32]
    fileprivate var places: [Int32]
    fileprivate var pairs: [UInt64] = []
    fileprivate var other: [UInt64] = []
    fileprivate var counts: [Int32] = []

    init(largest: Int) {
      let small = min(largest, mostCounted)
      keys = Array(repeating: 0, count: (small + 63) / 64 * 64)
      places = keys
      guard largest > mostCounted else { return }
      pairs = Array(repeating: 0, count: largest)
      other = pairs
      counts = Array(repeating: 0, count: 1 << 11)
    }
  }

  /// - Parameter totals: 0 to `Int32.max`, at most as many as the scratch was made for.
  /// - Parameter places: As many; overwritten.
  static func place(
    _ totals: UnsafeMutableBufferPointer<Int32>, into places: UnsafeMutableBufferPointer<Int32>, _ scratch: inout Scratch
  ) {
    precondition(totals.count == places.count, "A place for every total.")
    if totals.count <= mostCounted { count(totals, into: places, &scratch) } else { sort(totals, into: places, &scratch) }
  }

  private static func count(
    _ totals: UnsafeMutableBufferPointer<Int32>, into places: UnsafeMutableBufferPointer<Int32>, _ scratch: inout Scratch
  ) {
    let n = totals.count
    scratch.keys.withUnsafeMutableBytes { keys in
      scratch.places.withUnsafeMutableBytes { found in
        let bytes = n * MemoryLayout<Int32>.stride
        precondition(bytes <= keys.count && keys.count == found.count && keys.count % 256 == 0, "The scratch fits the block.")
        keys.copyMemory(from: UnsafeRawBufferPointer(totals))
        // Lanes after the last total compare what an earlier block left there; their places are not copied.
        let vectors = (n + 15) / 16
        var first = 0
        while first + 4 <= vectors {
          let k = (lane(keys, first), lane(keys, first + 1), lane(keys, first + 2), lane(keys, first + 3))
          var greater = (Lane(repeating: 1), Lane(repeating: 1), Lane(repeating: 1), Lane(repeating: 1))
          for index in 0..<n {
            let total = Lane(repeating: totals[index])
            greater.0 = greater.0 &- minusOne(where: total .> k.0)
            greater.1 = greater.1 &- minusOne(where: total .> k.1)
            greater.2 = greater.2 &- minusOne(where: total .> k.2)
            greater.3 = greater.3 &- minusOne(where: total .> k.3)
          }
          found.storeBytes(of: greater.0, toByteOffset: first * 64, as: Lane.self)
          found.storeBytes(of: greater.1, toByteOffset: first * 64 + 64, as: Lane.self)
          found.storeBytes(of: greater.2, toByteOffset: first * 64 + 128, as: Lane.self)
          found.storeBytes(of: greater.3, toByteOffset: first * 64 + 192, as: Lane.self)
          first += 4
        }
        while first < vectors {
          let k = lane(keys, first)
          var greater = Lane(repeating: 1)
          for index in 0..<n { greater = greater &- minusOne(where: Lane(repeating: totals[index]) .> k) }
          found.storeBytes(of: greater, toByteOffset: first * 64, as: Lane.self)
          first += 1
        }
        UnsafeMutableRawBufferPointer(places).copyMemory(from: UnsafeRawBufferPointer(rebasing: found[..<bytes]))
      }
    }
  }

  @inline(__always)
  private static func minusOne(where mask: SIMDMask<Lane>) -> Lane { unsafeBitCast(mask, to: Lane.self) }

  @inline(__always)
  private static func lane(_ bytes: UnsafeMutableRawBufferPointer, _ index: Int) -> Lane {
    bytes.loadUnaligned(fromByteOffset: index * 64, as: Lane.self)
  }

  /// Least significant digit first, 11 bits a pass, only over the bits in which the block's totals differ.
  private static func sort(
    _ totals: UnsafeMutableBufferPointer<Int32>, into places: UnsafeMutableBufferPointer<Int32>, _ scratch: inout Scratch
  ) {
    let n = totals.count
    precondition(n <= scratch.pairs.count, "The scratch fits the block.")
    var (least, most) = (Int32.max, Int32.min)
    for total in totals {
      least = min(least, total)
      most = max(most, total)
    }
    // The distance from the first, then the position: ascending order is the order of places.
    for index in 0..<n { scratch.pairs[index] = UInt64(most &- totals[index]) << 32 | UInt64(index) }
    let spread = UInt32(most &- least)
    var shift = 0
    while shift < 32, spread >> shift != 0 {
      for bucket in scratch.counts.indices { scratch.counts[bucket] = 0 }
      for index in 0..<n { scratch.counts[Int(scratch.pairs[index] >> UInt64(32 + shift)) & 0x7FF] &+= 1 }
      var before: Int32 = 0
      for bucket in scratch.counts.indices {
        let count = scratch.counts[bucket]
        scratch.counts[bucket] = before
        before &+= count
      }
      for index in 0..<n {
        let pair = scratch.pairs[index]
        let bucket = Int(pair >> UInt64(32 + shift)) & 0x7FF
        scratch.other[Int(scratch.counts[bucket])] = pair
        scratch.counts[bucket] &+= 1
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

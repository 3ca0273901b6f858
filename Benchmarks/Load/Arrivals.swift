/// When callers come: times drawn beforehand, whatever the server does.
struct Arrivals: Sendable {
  struct Visit: Sendable {
    /// From the start, nanoseconds.
    var at: Int64
    var unit: Int
    /// Sent again by somebody who is not sure, under the same request number.
    var isRepeat: Bool
  }

  /// By time.
  let visits: [Visit]

  /// Everybody once within a span, and every fifth a second time up to five seconds later: half of these within 50 ms, while the first
  /// may still be under way.
  ///
  /// In each ten seconds there is one with 2.73 times as many as the mean, as many as 2,000 where the mean is 733.
  ///
  /// - Parameters:
  ///   - units: 1 or more.
  ///   - span: Nanoseconds.
  ///   - repeating: How many in a hundred send again.
  static func rush(units: Int, span: Int64, repeating: Int = 20, seed: UInt64) -> Arrivals {
    var random = SplitMix(seed)
    let slots = 10 * max(1, span / 10_000_000_000)
    let slot = span / slots
    var visits: [Visit] = []
    for unit in 0..<units {
      // 1,000 parts: 273 for the crowded tenth, the rest for the others.
      let draw = Int64(random.below(1_000))
      let quiet = Int64(random.below(9))
      let tenth: Int64 = draw < 273 ? 7 : quiet < 7 ? quiet : quiet + 1
      let ten = Int64(random.below(UInt64(slots / 10)))
      let within = Int64(random.below(UInt64(slot)))
      let at: Int64 = (ten * 10 + tenth) * slot + within
      visits.append(Visit(at: at, unit: unit, isRepeat: false))
      guard random.below(100) < UInt64(repeating) else { continue }
      let most: UInt64 = random.below(2) == 0 ? 50_000_000 : 5_000_000_000
      let later = Int64(random.below(most))
      visits.append(Visit(at: at + later, unit: unit, isRepeat: true))
    }
    return Arrivals(visits: visits.sorted { ($0.at, $0.unit) < ($1.at, $1.unit) })
  }

  /// Of the busiest second.
  var mostInASecond: Int {
    var counts: [Int64: Int] = [:]
    for visit in visits { counts[visit.at / 1_000_000_000, default: 0] += 1 }
    return counts.values.max() ?? 0
  }
}

/// The same numbers for the same seed.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// From 0 to below a bound, 1 or more.
  mutating func below(_ bound: UInt64) -> UInt64 { next(upperBound: bound) }
}

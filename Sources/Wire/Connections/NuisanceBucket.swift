/// Counts what a peer may do to make work for nothing: cancels, pings, faulty requests.
///
/// A full bucket holds a burst; it refills evenly. Time comes from outside and only its differences matter.
struct NuisanceBucket: Hashable, Sendable {
  private let burst: Int
  private let perSecond: Int
  /// Thousandths of a token, so that a millisecond is worth a whole number.
  private var level: Int
  private var filledAtMS: UInt64?

  init(burst: Int, perSecond: Int) {
    self.burst = burst
    self.perSecond = perSecond
    self.level = burst * 1000
  }

  /// Takes one token.
  ///
  /// - Parameter now: Milliseconds on any clock that does not run backwards; an earlier instant refills nothing.
  /// - Returns: Whether there was one.
  mutating func take(atMS now: UInt64) -> Bool {
    let elapsed = now &- min(filledAtMS ?? now, now)
    // An hour refills any bucket; more would only risk the multiplication.
    level = min(burst * 1000, level + Int(min(elapsed, 3_600_000)) * perSecond)
    filledAtMS = max(filledAtMS ?? now, now)
    guard level >= 1000 else { return false }
    level -= 1000
    return true
  }
}

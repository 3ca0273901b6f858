import Service
import Synchronization

/// Keeps back the answers to wrong tokens once an address has sent many of them. A right one is answered at once.
///
/// - Source: reliability A6; ours: decision 28.
final class WrongTokens: Sendable {
  private let limiter: SignInLimiter
  private let delay: Duration
  private let waitingMost: Int
  private let waiting = Mutex(0)
  private let start = ContinuousClock.now

  init(_ limits: PageLimits) {
    limiter = SignInLimiter(burst: limits.wrongTokensBurst, perMinute: limits.wrongTokensPerMinute)
    delay = limits.wrongTokenDelay
    waitingMost = limits.wrongTokensWaitingMost
  }

  /// Counts one and waits as long as it has to.
  ///
  /// - Returns: `false` where too many are waiting already.
  func wait(_ address: String) async -> Bool {
    let passed = start.duration(to: .now).components
    guard !limiter.failed(address, atMS: UInt64(max(0, passed.seconds)) * 1_000) else { return true }
    let waits = waiting.withLock { count in
      guard count < waitingMost else { return false }
      count += 1
      return true
    }
    guard waits else { return false }
    try? await Task.sleep(for: delay)
    waiting.withLock { $0 -= 1 }
    return true
  }
}

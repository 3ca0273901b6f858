/// When to try again: exponential back-off with full jitter.
///
/// The wait before attempt *n* + 1 is drawn evenly from zero to `first` × 2ⁿ⁻¹, at most `longest`, and never below what
/// the server asked for. Drawing from zero keeps clients that failed together from coming back together.
///
/// ```swift
/// let receipt = try await RetryPolicy().run { try await connection.submit(bytes, requestNumber: 7) }
/// ```
///
/// Retry at one layer only, with the very same bytes and request number.
///
/// - Source: `Protocol/Frame.md`, Retrying.
public struct RetryPolicy: Sendable {
  /// Upper end of the first wait.
  public var first: Duration
  /// Upper end of every wait.
  public var longest: Duration
  /// Attempts in all; `nil` goes on until the surrounding task is cancelled.
  public var attemptsMax: Int?
  private let random: @Sendable (ClosedRange<Int64>) -> Int64
  private let sleep: @Sendable (Duration) async throws -> Void

  /// - Parameters:
  ///   - random: Draws evenly from a range of milliseconds.
  ///   - sleep: Waits; throws when cancelled.
  public init(
    first: Duration = .seconds(1), longest: Duration = .seconds(300), attemptsMax: Int? = nil,
    random: @escaping @Sendable (ClosedRange<Int64>) -> Int64 = { Int64.random(in: $0) },
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.first = first
    self.longest = longest
    self.attemptsMax = attemptsMax
    self.random = random
    self.sleep = sleep
  }

  /// The wait after a failed attempt.
  ///
  /// - Parameters:
  ///   - attempt: The attempt that failed, counted from 1.
  ///   - retryAfter: What the server asked for; zero if nothing.
  public func wait(afterAttempt attempt: Int, retryAfter: Duration = .zero) -> Duration {
    var upper = first
    var remaining = attempt
    while remaining > 1, upper < longest {
      upper = upper + upper
      remaining -= 1
    }
    upper = min(upper, longest)
    let milliseconds = upper.components.seconds * 1000 + upper.components.attoseconds / 1_000_000_000_000_000
    return retryAfter + .milliseconds(random(0...max(0, milliseconds)))
  }

  /// Calls `attempt` until it succeeds, fails for good, or may not be made again.
  ///
  /// - Throws: The last ``ClientFailure``, or `CancellationError` when cancelled while waiting.
  public func run<Result: Sendable>(_ attempt: @Sendable () async throws -> Result) async throws -> Result {
    var attempts = 0
    while true {
      do {
        return try await attempt()
      } catch let failure as ClientFailure where failure.isWorthRetrying {
        attempts += 1
        if let attemptsMax, attempts >= attemptsMax { throw failure }
        try await sleep(wait(afterAttempt: attempts, retryAfter: failure.retryAfter))
      }
    }
  }
}

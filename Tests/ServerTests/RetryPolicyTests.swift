import Client
import Synchronization
import Testing
import Wire

/// Waiting between attempts, with dice and clock in the test's hand.
@Suite struct RetryPolicyTests {
  @Test func theUpperEndDoublesUpToTheLongest() {
    let policy = RetryPolicy(first: .seconds(1), longest: .seconds(300), random: { $0.upperBound })
    let waits = (1...12).map { policy.wait(afterAttempt: $0) }
    #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300].map { .seconds($0) })
    #expect(policy.wait(afterAttempt: .max) == .seconds(300))
  }

  @Test func theLowerEndIsWhatTheServerAskedFor() {
    let policy = RetryPolicy(random: { $0.lowerBound })
    #expect(policy.wait(afterAttempt: 5) == .zero)
    #expect(policy.wait(afterAttempt: 5, retryAfter: .seconds(3)) == .seconds(3))
  }

  @Test func whatMayHelpIsRepeatedAndWhatCannotIsNot() async throws {
    let slept = Mutex<[Duration]>([])
    let policy = RetryPolicy(random: { $0.upperBound }, sleep: { wait in slept.withLock { $0.append(wait) } })
    let attempts = Mutex(0)
    let result = try await policy.run {
      let attempt = attempts.withLock { attempts in
        attempts += 1
        return attempts
      }
      if attempt == 1 { throw ClientFailure.unreachable("") }
      if attempt == 2 { throw ClientFailure.notConfirmed("") }
      return attempt
    }
    #expect(result == 3)
    #expect(slept.withLock { $0 } == [.seconds(1), .seconds(2)])
    await #expect(throws: ClientFailure.protocolViolation("x")) {
      try await policy.run { throw ClientFailure.protocolViolation("x") }
    }
    #expect(slept.withLock { $0.count } == 2)
  }

  @Test func attemptsCanBeLimited() async {
    let policy = RetryPolicy(attemptsMax: 3, random: { $0.lowerBound }, sleep: { _ in })
    let attempts = Mutex(0)
    await #expect(throws: ClientFailure.unreachable("x")) {
      try await policy.run {
        attempts.withLock { $0 += 1 }
        throw ClientFailure.unreachable("x")
      }
    }
    #expect(attempts.withLock { $0 } == 3)
  }
}

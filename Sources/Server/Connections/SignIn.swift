package import Service
import Synchronization
import Wire

/// How a server knows its clients.
package struct SignIn: Sendable {
  /// Who holds a token; `nil` for nobody.
  let principal: @Sendable (_ token: String) async -> Principal?
  /// What holds at this moment: whether somebody who has signed in may go on.
  let validity: @Sendable () async -> @Sendable (Principal) -> Bool

  package init(
    principal: @escaping @Sendable (_ token: String) async -> Principal?,
    validity: @escaping @Sendable () async -> @Sendable (Principal) -> Bool
  ) {
    self.principal = principal
    self.validity = validity
  }

  /// With the tokens of a service's journal.
  package init(_ service: CampaignService) {
    self.init(
      principal: { await service.principal(forToken: $0) },
      validity: {
        let (access, time) = (await service.state.access, service.now())
        return { access.isValid($0, at: time) }
      })
  }
}

/// Counts wrong credentials by address, so that a flood of them is slowed down.
///
/// - Complexity: O(1) a call, but for a rare clearing of addresses that are quiet again.
final class SignInLimiter: Sendable {
  private struct Bucket {
    var failures: Int64
    var countedAtMS: UInt64
  }
  private let burst: Int64
  private let perMinute: Int64
  private let buckets = Mutex<[String: Bucket]>([:])
  /// More addresses than this are not remembered; the fullest would be the last to go.
  private static let addressesMax = 16_384

  init(_ limits: Limits) {
    burst = Int64(limits.signInFailuresBurst) * 60_000
    perMinute = Int64(limits.signInFailuresPerMinute)
  }

  /// Counts a wrong credential.
  ///
  /// - Returns: Whether the address is still within its limit.
  func failed(_ address: String, atMS now: UInt64) -> Bool {
    buckets.withLock { buckets in
      if buckets.count >= Self.addressesMax, buckets[address] == nil {
        buckets = buckets.filter { level($1, now) > burst / 2 }
        if buckets.count >= Self.addressesMax { return false }
      }
      var failures = buckets[address].map { level($0, now) } ?? 0
      failures = min(failures + 60_000, burst + 60_000)
      buckets[address] = Bucket(failures: failures, countedAtMS: now)
      return failures <= burst
    }
  }

  /// Failures that still count, in sixty-thousandths.
  private func level(_ bucket: Bucket, _ now: UInt64) -> Int64 {
    let passed = Int64(min(now &- min(bucket.countedAtMS, now), 3_600_000))
    return max(0, bucket.failures - passed * perMinute)
  }
}

import Synchronization

/// Counts wrong credentials by address, so that a flood of them is slowed down.
///
/// - Complexity: O(1) a call, but for a rare clearing of addresses that are quiet again.
package final class SignInLimiter: Sendable {
  private struct Bucket {
    var failures: Int64
    var countedAtMS: UInt64
  }
  private let burst: Int64
  private let perMinute: Int64
  private let buckets = Mutex<[String: Bucket]>([:])
  /// More addresses than this are not remembered; the fullest would be the last to go.
  private static let addressesMax = 16_384

  /// - Parameters:
  ///   - burst: So many are let through at once.
  ///   - perMinute: So many are forgotten each minute.
  package init(burst: Int, perMinute: Int) {
    self.burst = Int64(burst) * 60_000
    self.perMinute = Int64(perMinute)
  }

  /// Counts a wrong credential.
  ///
  /// - Returns: Whether the address is still within its limit.
  package func failed(_ address: String, atMS now: UInt64) -> Bool {
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

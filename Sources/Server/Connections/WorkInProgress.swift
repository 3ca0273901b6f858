import Synchronization

/// How many payload bytes all connections together are working on.
///
/// - Complexity: O(1) a call; one short lock.
final class WorkInProgress: Sendable {
  private let bytesMax: Int
  private let bytes = Mutex(0)

  init(bytesMax: Int) { self.bytesMax = bytesMax }

  /// Whether there is no room for a further byte.
  var isFull: Bool { bytes.withLock { $0 >= bytesMax } }

  /// Takes room for `count` bytes.
  ///
  /// - Returns: Whether there was room; nothing is taken otherwise. An idle server takes any request.
  func take(_ count: Int) -> Bool {
    bytes.withLock { bytes in
      guard bytes == 0 || count <= bytesMax - bytes else { return false }
      bytes += count
      return true
    }
  }

  func give(back count: Int) { bytes.withLock { $0 -= count } }
}

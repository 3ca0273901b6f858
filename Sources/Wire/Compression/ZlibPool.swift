import Synchronization

/// zlib streams between two messages: making one costs more than compressing a form does.
///
/// A stream is borrowed for one message, reset before it is lent again, and thrown away when it cannot be reset. Lending and
/// taking back are two short locks; no lock is held while zlib works.
final class ZlibPool: Sendable {
  static let deflaters = ZlibPool(.deflating, idleMax: 8)
  static let inflaters = ZlibPool(.inflating, idleMax: 8)

  private let direction: ZlibStream.Direction
  private let idleMax: Int
  private let idle = Mutex<[ZlibStream]>([])

  /// - Parameter idleMax: Streams kept for later; a deflater holds about 256 KiB, an inflater about 40 KiB.
  init(_ direction: ZlibStream.Direction, idleMax: Int) {
    self.direction = direction
    self.idleMax = idleMax
  }

  /// Streams that wait for a message.
  var idleCount: Int { idle.withLock(\.count) }

  /// Calls `body` with a stream that remembers nothing.
  ///
  /// - Returns: `nil` when zlib has no memory.
  func lend<Result>(_ body: (ZlibStream) -> Result) -> Result? {
    guard let stream = idle.withLock({ $0.popLast() }) ?? ZlibStream(direction) else { return nil }
    let result = body(stream)
    if stream.reset() {
      idle.withLock { if $0.count < idleMax { $0.append(stream) } }
    }
    return result
  }
}

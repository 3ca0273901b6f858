import NIOCore
public import Wire

/// The items of a stream, each granted when it is asked for. When nobody holds it any longer the stream is cancelled.
public struct ItemStream: Sendable {
  private let items: AsyncThrowingStream<Item, any Error>
  private let grant: @Sendable () -> Void

  fileprivate init(_ items: AsyncThrowingStream<Item, any Error>, grant: @escaping @Sendable () -> Void) {
    self.items = items
    self.grant = grant
  }

  /// The newest item. One task at a time asks.
  ///
  /// - Returns: `nil` when the server has ended the stream in order.
  /// - Throws: ``ClientFailure``: `unreachable` (the connection is lost), `refused` (the server ended it and says why),
  ///   `protocolViolation`.
  public func next() async throws -> Item? {
    grant()
    // At most one item was granted, so that none waits here.
    var iterator = items.makeAsyncIterator()
    return try await iterator.next()
  }
}

extension ThiDuaConnection {
  /// Opens a stream with the message's bytes as they are.
  ///
  /// - Throws: ``ClientFailure``: `unreachable`, `refused`.
  public func watchItems(_ method: Method, _ message: [UInt8]) async throws -> ItemStream {
    let (items, continuation) = AsyncThrowingStream.makeStream(of: Item.self)
    let handler = handler
    let stream = try await handler.eventLoop.submit { try handler.value.watch(method, payload: message, continuation) }.get()
    continuation.onTermination = { reason in
      guard case .cancelled = reason else { return }
      handler.eventLoop.execute { handler.value.endWatch(stream) }
    }
    return ItemStream(items) { handler.eventLoop.execute { handler.value.grant(to: stream) } }
  }
}

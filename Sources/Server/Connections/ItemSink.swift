import NIOCore
package import Wire

/// Where the handler of a stream puts its items.
///
/// ```swift
/// while true {
///   try await items.ready()
///   let newest = try await news()      // only now: a slow viewer skips what was in between
///   try await items.send(newest)
/// }
/// ```
package struct ItemSink: Sendable {
  /// Nobody takes items on this stream any longer. Whatever is replied then, the client hears why.
  package struct Ended: Error {}

  let handler: NIOLoopBound<ConnectionHandler>
  let stream: UInt32

  /// Returns when the client has granted an item and has taken what was sent before.
  ///
  /// - Throws: ``Ended``.
  package func ready() async throws {
    let promise = handler.eventLoop.makePromise(of: Void.self)
    handler.eventLoop.execute { handler.value.whenReady(stream, promise) }
    try await promise.futureResult.get()
  }

  /// - Throws: ``Ended``.
  package func send(_ item: SharedItem) async throws {
    let promise = handler.eventLoop.makePromise(of: Void.self)
    handler.eventLoop.execute { handler.value.sendItem(item, on: stream, promise) }
    try await promise.futureResult.get()
  }
}

/// Works on one stream of items until it ends.
package typealias StreamHandler = @Sendable (RequestContext, Method, [UInt8], ItemSink) async -> Reply

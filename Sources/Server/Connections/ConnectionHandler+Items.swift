import NIOCore
import Wire

/// Streams of items.
extension ConnectionHandler {
  /// What a stream of items waits for.
  struct ItemStream {
    /// The handler, until the next item may be sent.
    var ready: EventLoopPromise<Void>?
    var deadline: Scheduled<Void>?
  }

  /// - Parameter deadline: When the stream ends; `nil`: by itself it does not.
  func openItems(_ stream: UInt32, until deadline: ContinuousClock.Instant?) {
    guard let context else { return }
    var items = ItemStream()
    if let deadline {
      let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
      items.deadline = context.eventLoop.scheduleTask(in: TimeAmount(max(.zero, deadline - .now))) {
        let handler = bound.value
        handler.perform(handler.connection.stopItems(stream, because: .stream(.deadlinePassed)))
      }
    }
    itemStreams[stream] = items
  }

  /// Keeps the promise as soon as an item may be sent.
  func whenReady(_ stream: UInt32, _ promise: EventLoopPromise<Void>) {
    guard itemStreams[stream] != nil, connection.credit(of: stream) != nil, context != nil else { return promise.fail(ItemSink.Ended()) }
    itemStreams[stream]?.ready?.fail(ItemSink.Ended())
    itemStreams[stream]?.ready = promise
    wakeItems(stream)
  }

  func wakeItems(_ stream: UInt32) {
    guard let context, context.channel.isWritable, connection.credit(of: stream) ?? 0 > 0 else { return }
    itemStreams[stream]?.ready?.succeed()
    itemStreams[stream]?.ready = nil
  }

  /// The peer has taken what was sent.
  func wakeAllItems() {
    for stream in itemStreams.keys.sorted() { wakeItems(stream) }
  }

  func sendItem(_ item: SharedItem, on stream: UInt32, _ promise: EventLoopPromise<Void>) {
    guard context != nil, connection.credit(of: stream) ?? 0 > 0 else { return promise.fail(ItemSink.Ended()) }
    perform(connection.send(item, on: stream))
    promise.succeed()
  }

  /// Nothing more is sent on a stream: its handler hears of it wherever it waits.
  func stopItems(_ stream: UInt32) {
    itemStreams[stream]?.ready?.fail(ItemSink.Ended())
    itemStreams[stream]?.ready = nil
    tasks[stream]?.cancel()
  }

  /// The handler has returned.
  func closeItems(_ stream: UInt32) {
    guard let items = itemStreams.removeValue(forKey: stream) else { return }
    items.ready?.fail(ItemSink.Ended())
    items.deadline?.cancel()
  }
}

import NIOCore

/// Stands between a socket and everything above it, and lets so much be read as a slow reader reads. Lives on the event loop.
final class ReadGate: ChannelOutboundHandler {
  typealias OutboundIn = ByteBuffer

  /// Bytes of one reading while it is slow.
  static let bytesAtOnce = 256

  private var context: ChannelHandlerContext?
  private var isFree = true
  private var isAskedFor = false
  private var opening: RepeatedTask?

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) {
    opening?.cancel()
    self.context = nil
  }

  func read(context: ChannelHandlerContext) {
    if isFree { context.read() } else { isAskedFor = true }
  }

  /// - Parameter pause: Between two readings of ``bytesAtOnce``; `nil`: nothing is read any more.
  func slow(_ pause: TimeAmount?) {
    isFree = false
    guard let pause, let context else { return }
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    opening = context.eventLoop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { _ in bound.value.letOneThrough() }
  }

  /// Reads like everybody else from now on.
  func free() {
    isFree = true
    opening?.cancel()
    letOneThrough()
  }

  private func letOneThrough() {
    guard isAskedFor else { return }
    isAskedFor = false
    context?.read()
  }
}

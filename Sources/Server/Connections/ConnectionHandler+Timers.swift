import NIOCore
import Wire

/// Everything that happens because nothing happened for too long.
extension ConnectionHandler {
  func startHandshakeTimer() {
    guard let context else { return }
    timers.start(
      .handshake, in: shared.limits.handshakeTime, on: context.eventLoop,
      fire: hop(context.eventLoop) { $0.end(.connection(.handshakeTimeout)) })
  }

  func becameOpen() {
    isOpen = true
    if let context { shared.doorway.leave(ObjectIdentifier(context.channel)) }
    timers.stop(.handshake)
    startIdleTimer(in: shared.limits.idleTime)
  }

  /// Runs while a frame has begun and not ended, and starts anew with each frame. A long body gets a second more for
  /// each KiB. It does not run while this side has paused reading. Before the connection is open the handshake's own time is the shorter one.
  func updateFrameTimer() {
    guard let context, connection.phase == .open, connection.unfinishedByteCount > 0, !mustPause else {
      timedFrame = nil
      return timers.stop(.frame)
    }
    // The header may have come since: only then is the body's length known.
    let mark = connection.framesTaken << 1 | (connection.unfinishedBodyLength == nil ? 0 : 1)
    guard timedFrame != mark else { return }
    timedFrame = mark
    let kibibytes = Int(connection.unfinishedBodyLength ?? 0) >> 10
    timers.start(
      .frame, in: shared.limits.frameTime + .seconds(kibibytes), on: context.eventLoop,
      fire: hop(context.eventLoop) { $0.end(.connection(.frameTimeout)) })
  }

  private func startIdleTimer(in time: Duration) {
    guard let context else { return }
    timers.start(.idle, in: time, on: context.eventLoop, fire: hop(context.eventLoop) { $0.checkIdle() })
  }

  /// Any byte counts as life, and so does a request being worked on, but for streams of items.
  private func checkIdle() {
    let silence = Duration(NIODeadline.now() - lastBytesAt)
    let limits = shared.limits
    // A stream of items may be silent for hours, and its viewer gone.
    guard connection.inFlightCount == connection.itemStreamCount else { return startIdleTimer(in: limits.idleTime) }
    guard silence >= limits.idleTime else { return startIdleTimer(in: limits.idleTime - silence) }
    guard let context else { return }
    let asked = lastBytesAt
    perform(connection.ping(nowMS))
    timers.start(
      .idle, in: limits.pingAnswerTime, on: context.eventLoop,
      fire: hop(context.eventLoop) { handler in
        if handler.lastBytesAt == asked {
          handler.end(.connection(.idle))
        } else {
          handler.startIdleTimer(in: limits.idleTime)
        }
      })
  }

  /// Runs while the peer does not take what is sent; ends the connection when a whole period moved no byte.
  func startOutputTimer() {
    guard let context, !timers.isRunning(.output) else { return }
    let taken = bytesTaken(context)
    timers.start(
      .output, in: shared.limits.outputStallTime, on: context.eventLoop,
      fire: hop(context.eventLoop) { $0.checkOutput(takenBefore: taken) })
  }

  private func checkOutput(takenBefore: Int) {
    timers.stop(.output)
    guard let context, !context.channel.isWritable else { return }
    guard bytesTaken(context) > takenBefore else {
      end(.connection(.outputStalled))
      context.close(promise: nil)  // nothing more can be written, so nothing is waited for
      return
    }
    startOutputTimer()
  }

  /// Bytes the socket has taken since the connection began.
  private func bytesTaken(_ context: ChannelHandlerContext) -> Int {
    let waiting = try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)
    return bytesWritten - (waiting ?? 0)
  }

  /// Starts the shutdown of this connection.
  func drain() {
    guard let context else { return }
    perform(
      connection.beginDraining(
        ping: .random(in: .min ... .max), retryAfterMS: .random(in: 500...5000)))
    guard connection.phase == .open else { return }
    let limits = shared.limits
    timers.start(
      .lastStream, in: min(.seconds(5), limits.drainTime), on: context.eventLoop,
      fire: hop(context.eventLoop) { handler in handler.perform(handler.connection.decideLastStream()) })
    timers.start(
      .drain, in: limits.drainTime, on: context.eventLoop,
      fire: hop(context.eventLoop) { $0.end(.connection(.shutdown)) })
  }
}

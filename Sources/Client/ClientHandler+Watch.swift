import NIOCore
import Wire

/// Streams of items.
extension ClientHandler {
  /// Opens a stream. Nothing comes on it before ``grant(to:)``.
  ///
  /// - Throws: ``ClientFailure``.
  func watch(_ method: Method, payload: [UInt8], _ items: AsyncThrowingStream<Item, any Error>.Continuation) throws -> UInt32 {
    if let failure = failureOfLaterCall { throw failure }
    guard let context else { throw ClientFailure.unreachable("the connection is closed") }
    do throws(WireProblem) {
      let (stream, bytes) = try connection.request(method, payload: payload, requestNumber: 0, deadlineMS: 0)
      watches[stream] = items
      if heartbeat == nil { startHeartbeat() }
      context.writeAndFlush(NIOAny(bytes), promise: nil)
      return stream
    } catch {
      throw ClientFailure.refused(error.message())
    }
  }

  /// Takes one more item.
  func grant(to stream: UInt32) { perform(connection.grant(1, to: stream)) }

  /// Nobody takes items any longer.
  func endWatch(_ stream: UInt32) {
    guard watches.removeValue(forKey: stream) != nil else { return }
    perform(connection.cancel(stream))
  }

  func settleWatch(_ stream: UInt32, _ result: Result<Answer, any Error>) {
    guard let items = watches.removeValue(forKey: stream) else { return }
    switch result {
    case .success: items.finish()
    // A call that only reads leaves no doubt.
    case .failure(ClientFailure.notConfirmed(let text)):
      guard case .refused(let problem)? = failureOfLaterCall else { return items.finish(throwing: ClientFailure.unreachable(text)) }
      items.finish(throwing: ClientFailure.refused(problem))
    case .failure(let failure): items.finish(throwing: failure)
    }
  }

  /// While a stream is open nothing may come for hours. A PING in the server's interval tells whether it is still there.
  private func startHeartbeat() {
    guard let context else { return }
    let interval = TimeAmount.milliseconds(Int64(max(1_000, connection.pingIntervalMS)))
    let asked = lastBytesAt
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    heartbeat = context.eventLoop.scheduleTask(in: interval) {
      let handler = bound.value
      handler.heartbeat = nil
      guard !handler.watches.isEmpty else { return }
      guard handler.lastBytesAt == asked else { return handler.startHeartbeat() }
      handler.perform(handler.connection.ping(NIODeadline.now().uptimeNanoseconds))
      handler.heartbeat = bound.value.context?.eventLoop.scheduleTask(in: .seconds(20)) {
        let handler = bound.value
        handler.heartbeat = nil
        guard handler.lastBytesAt == asked else { return handler.startHeartbeat() }
        handler.lost("the server does not answer")
        handler.context?.close(promise: nil)
      }
    }
  }
}

import NIOCore
import Wire

/// Requests that have come and not begun, so that a peer which asks and does not read holds few answers.
extension ConnectionHandler {
  struct Held {
    let request: Request
    let arrival: ContinuousClock.Instant
  }

  /// Takes room for a request, and begins it when it is its turn.
  func accept(_ request: Request) {
    guard principal != nil else { return }
    guard shared.work.take(request.payload.count) else {
      return send(Reply.overloaded.response(to: request.method, stream: request.stream))
    }
    // When the bytes came that are being looked at.
    let arrival = readAt ?? .now
    if isReading { readAt = arrival }
    if held.isEmpty, connection.phase == .open, mayStart(request.method) {
      if request.method.isReading { readingCount += 1 }
      return start(request, arrival: arrival, now: arrival)
    }
    held.append(Held(request: request, arrival: arrival))
    startHeld()
  }

  private func mayStart(_ method: Method) -> Bool {
    guard let context, context.channel.isWritable else { return false }
    return !method.isReading || readingCount < shared.limits.readingAtOnceMax
  }

  /// Begins requests while the peer takes its answers. Of those that read, whose answers may be large, few run at a time;
  /// those that store go past them.
  func startHeld() {
    guard connection.phase == .open else { return dropHeld() }
    while !held.isEmpty, let index = held.firstIndex(where: { mayStart($0.request.method) }) {
      let next = held.remove(at: index)
      if next.request.method.isReading { readingCount += 1 }
      start(next.request, arrival: next.arrival, now: .now)
    }
    guard !isReading else { return }
    handOverBatch()
    flushSoon()
  }

  /// A request that nobody waits for any longer and that has not begun.
  func cancelHeld(_ stream: UInt32) {
    guard let index = held.firstIndex(where: { $0.request.stream == stream }) else { return }
    let request = held.remove(at: index).request
    shared.work.give(back: request.payload.count)
    send(Reply.refused(.stream(.cancelled)).response(to: request.method, stream: stream))
  }

  func dropHeld() {
    for one in held { shared.work.give(back: one.request.payload.count) }
    held = []
  }
}

extension Method {
  /// One answer, which may be large, and nothing stored.
  var isReading: Bool { !changesState && !streams }
}

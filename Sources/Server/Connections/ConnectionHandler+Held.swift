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
      // Spread over some seconds, so that the refused do not come back together.
      let refusal = Reply.refused(.stream(.overloaded), retryAfterMS: .random(in: 1000...5000))
      return perform(connection.respond(refusal.response(to: request.method, stream: request.stream)))
    }
    held.append(Held(request: request, arrival: .now))
    startHeld()
  }

  /// Begins requests while the peer takes its answers. Of those that read, whose answers may be large, few run at a time;
  /// those that store go past them.
  func startHeld() {
    guard connection.phase == .open else { return dropHeld() }
    while let context, context.channel.isWritable,
      let index = held.firstIndex(where: { !$0.request.method.isReading || readingCount < shared.limits.readingAtOnceMax })
    {
      let next = held.remove(at: index)
      if next.request.method.isReading { readingCount += 1 }
      start(next.request, arrival: next.arrival)
    }
  }

  /// A request that nobody waits for any longer and that has not begun.
  func cancelHeld(_ stream: UInt32) {
    guard let index = held.firstIndex(where: { $0.request.stream == stream }) else { return }
    let request = held.remove(at: index).request
    shared.work.give(back: request.payload.count)
    perform(connection.respond(Reply.refused(.stream(.cancelled)).response(to: request.method, stream: stream)))
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

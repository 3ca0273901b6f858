import NIOCore
import Service
import Wire

/// How requests are carried out: at once on the event loop, several together, or each in a task of its own.
extension ConnectionHandler {
  /// Begins a request whose room has been taken.
  ///
  /// - Parameter now: The arrival itself for one that has not waited.
  func start(_ request: Request, arrival: ContinuousClock.Instant, now: ContinuousClock.Instant) {
    guard let context, let caller else { return }
    let details = RequestContext(
      caller, requestNumber: request.requestNumber,
      deadline: request.deadlineMS == 0 ? nil : arrival + .milliseconds(Int64(request.deadlineMS)))
    if let reply = shared.answerAtOnce?(details, request.method, request.payload), !details.deadlinePassed(at: now) {
      return finish(request.method, request.stream, payloadBytes: request.payload.count, reply)
    }
    let one = BatchedRequest(context: details, method: request.method, payload: request.payload, stream: request.stream, began: now)
    if let together = shared.together, together.takes(request.method) {
      batch.append(one)
      if batch.count >= Self.batchMost { handOverBatch() }
    } else {
      startAlone(one, context.eventLoop)
    }
  }

  private func startAlone(_ request: BatchedRequest, _ eventLoop: any EventLoop) {
    let bound = NIOLoopBound(self, eventLoop: eventLoop)
    let shared = shared
    let items = request.method.streams ? ItemSink(handler: bound, stream: request.stream) : nil
    if items != nil { openItems(request.stream, until: request.context.deadline) }
    // Submissions go before views when both wait for a thread.
    tasks[request.stream] = Task(priority: request.method.changesState ? .high : .medium) {
      let reply: Reply
      if let refusal = request.refusal(shared.limits, at: .now) {
        reply = refusal
      } else if let items {
        reply = await shared.stream(request.context, request.method, request.payload, items)
      } else {
        reply = await shared.handle(request.context, request.method, request.payload)
      }
      // Compressing and checking the answer's size happen on the event loop, in order with everything else sent.
      eventLoop.execute {
        let handler = bound.value
        handler.tasks[request.stream] = nil
        handler.closeItems(request.stream)
        handler.finish(request, reply)
        handler.finished()
      }
    }
  }

  /// So many go on while those behind them are still being read (decision 36).
  private static let batchMost = 16

  /// Gives the requests that came together to whoever carries them out together.
  func handOverBatch() {
    guard !batch.isEmpty, let together = shared.together, let eventLoop = loop else { return }
    let requests = batch
    batch = []
    batched += requests.count
    let bound = NIOLoopBound(self, eventLoop: eventLoop)
    together.carryOut(requests) { replies in
      eventLoop.execute {
        let handler = bound.value
        handler.batched -= replies.count
        for (index, reply) in replies {
          let request = requests[index]
          if let reply { handler.finish(request, reply) } else { handler.startAlone(request, eventLoop) }
        }
        handler.finished()
      }
    }
  }

  private func finish(_ request: BatchedRequest, _ reply: Reply) {
    finish(request.method, request.stream, payloadBytes: request.payload.count, reply)
  }

  private func finish(_ method: Method, _ stream: UInt32, payloadBytes: Int, _ reply: Reply) {
    shared.work.give(back: payloadBytes)
    if method.isReading { readingCount -= 1 }
    send(reply.response(to: method, stream: stream))
  }

  private func finished() {
    startHeld()
    perform([])
    leaveIfDone()
  }

  /// A connection leaves the registry when its socket is closed and no handler of it runs: a shutdown that waits for
  /// the registry never takes the journal away from under a commit.
  func leaveIfDone() {
    guard context == nil, tasks.isEmpty, batched == 0 else { return }
    shared.registry.remove(ObjectIdentifier(self), address: peer)
  }
}

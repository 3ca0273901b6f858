import Logging
import NIOCore
import Service
import Wire

/// Moves bytes between one socket and its ``ServerConnection``, and runs what that decides.
///
/// Everything here happens on the socket's event loop; only the requests' own tasks leave it and come back.
final class ConnectionHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// What all connections of a server share.
  struct Shared: Sendable {
    let registry: ConnectionRegistry
    let work: WorkInProgress
    let logger: Logger
    let limits: Limits
    let welcome: @Sendable () async -> Welcome
    /// `nil`: nobody signs in.
    let signIn: SignIn?
    let signInLimiter: SignInLimiter
    let handle: RequestHandler
    /// Works on streams of items.
    let stream: StreamHandler
  }

  let shared: Shared
  var connection: ServerConnection
  var timers = ConnectionTimers()
  var context: ChannelHandlerContext?
  private(set) var peer = "?"
  /// The TLS handshake has not ended; until then nothing can be said that the peer would understand.
  var awaitsTLS: Bool
  var software = ""
  var clientID: [UInt8] = []
  /// Who asks on this connection; `nil` until somebody has signed in.
  var principal: Principal?
  /// The connection came over the control socket of the data folder.
  let isControl: Bool
  var tasks: [UInt32: Task<Void, Never>] = [:]
  var itemStreams: [UInt32: ItemStream] = [:]
  var held: [Held] = []
  /// Requests being worked on whose answers may be large.
  var readingCount = 0
  private var isReading = false
  private var readIsPending = false
  private var flushIsPending = false
  private var isClosing = false
  var lastBytesAt = NIODeadline.now()
  var bytesWritten = 0
  var timedFrame: UInt64?
  var reservation: Reservation?

  init(_ shared: Shared, isControl: Bool = false, awaitsTLS: Bool = false) {
    self.shared = shared
    self.awaitsTLS = awaitsTLS
    self.isControl = isControl
    principal = isControl ? .folderOwner : shared.signIn == nil ? .open : nil
    self.connection = ServerConnection(limits: shared.limits)
  }

  var nowMS: UInt64 { NIODeadline.now().uptimeNanoseconds / 1_000_000 }

  /// Calls `body` with this handler on its event loop, from anywhere.
  func hop(
    _ eventLoop: any EventLoop, _ body: @escaping @Sendable (ConnectionHandler) -> Void
  ) -> @Sendable () -> Void {
    let bound = NIOLoopBound(self, eventLoop: eventLoop)
    return { eventLoop.execute { body(bound.value) } }
  }

  // MARK: From the socket

  func channelActive(context: ChannelHandlerContext) {
    self.context = context
    peer = context.remoteAddress?.ipAddress ?? (isControl ? "control" : "?")
    let admission = shared.registry.add(
      NIOLoopBound(self, eventLoop: context.eventLoop), id: ObjectIdentifier(self), address: peer)
    startHandshakeTimer()
    switch admission {
    case .open: break
    case .drain: drain()
    case .tooMany: end(.connection(.tooManyConnections))
    }
    context.fireChannelActive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    lastBytesAt = .now()
    isReading = true
    perform(connection.receive(Self.unwrapInboundIn(data), atMS: nowMS))
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    isReading = false
    flush()
    updateFrameTimer()
    context.fireChannelReadComplete()
  }

  func channelInactive(context: ChannelHandlerContext) {
    timers.stopAll()
    isClosing = true
    self.context = nil
    releaseReservation()
    _ = connection.end(.connection(.shutdown))
    for task in tasks.values { task.cancel() }
    for stream in itemStreams.keys { stopItems(stream) }
    dropHeld()
    leaveIfDone()
    context.fireChannelInactive()
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    context.channel.isWritable ? timers.stop(.output) : startOutputTimer()
    startHeld()
    wakeAllItems()
    resumeReading()
    updateFrameTimer()
    context.fireChannelWritabilityChanged()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if awaitsTLS { logFailedHandshake(error) }
    shared.logger.debug("connection failed", metadata: ["peer": "\(peer)", "error": "\(error)"])
    context.close(promise: nil)
  }

  // MARK: Reading pauses

  /// Asked by the socket before each read.
  func read(context: ChannelHandlerContext) {
    if mustPause { readIsPending = true } else { context.read() }
  }

  /// Pauses while a decision is open, while the peer does not take its answers, and while the whole server is full
  /// (only if a request of this connection will end and wake it up).
  var mustPause: Bool {
    guard let context, !isClosing else { return false }
    return connection.awaitsDecision || !context.channel.isWritable
      || (shared.work.isFull && connection.inFlightCount > 0)
  }

  func resumeReading() {
    guard readIsPending, !mustPause, let context else { return }
    readIsPending = false
    context.read()
  }

  // MARK: To the socket

  func perform(_ actions: [ServerConnection.Action]) {
    releaseReservationOfWholeFrame()
    defer { reserveForLargeFrame() }
    for action in actions {
      switch action {
      case .send(let bytes):
        bytesWritten += bytes.readableBytes
        context?.write(Self.wrapOutboundOut(bytes), promise: nil)
        flushIsPending = true
      case .greet(let hello): greet(hello)
      case .authenticate(let method, let credential): signIn(method, credential)
      case .deliver(let request): accept(request)
      case .cancel(let stream):
        cancelHeld(stream)
        stopItems(stream)
      case .credit(let stream, _): wakeItems(stream)
      case .stop(let stream, _):
        cancelHeld(stream)
        stopItems(stream)
      case .close(let problem): close(because: problem)
      }
    }
    if connection.phase == .open, timers.isRunning(.handshake) { becameOpen() }
    resumeReading()
    guard !isReading else { return }
    flushSoon()
    updateFrameTimer()
  }

  private func flush() {
    guard flushIsPending else { return }
    flushIsPending = false
    context?.flush()
  }

  /// Answers that end in the same turn of the event loop share a flush.
  private func flushSoon() {
    guard flushIsPending, let context else { return }
    hop(context.eventLoop) { $0.flush() }()
  }

  func end(_ problem: WireProblem) { perform(connection.end(problem)) }

  /// Closes after the last bytes have gone out.
  ///
  /// The socket is closed for writing first and what still comes in is thrown away for a moment: closing with unread
  /// input would reset the connection and could destroy the GOAWAY on its way.
  private func close(because problem: WireProblem?) {
    guard !isClosing, let context else { return }
    isClosing = true
    if let problem {
      shared.logger.info(
        "connection ends", metadata: ["peer": "\(peer)", "reason": "\(problem.reason)", "text": "\(problem)"])
    }
    timers.stopAll()
    guard !awaitsTLS else { return context.close(promise: nil) }
    flushIsPending = false
    context.flush()
    // Whatever is still to go out gets the time of a shutdown, the wait for the peer's goodbye two seconds.
    let eventLoop = context.eventLoop
    let abandon = hop(eventLoop) { $0.context?.close(promise: nil) }
    timers.start(.linger, in: shared.limits.drainTime, on: eventLoop, fire: abandon)
    let sent = eventLoop.makePromise(of: Void.self)
    let bound = NIOLoopBound(self, eventLoop: eventLoop)
    sent.futureResult.whenComplete { _ in
      guard bound.value.context != nil else { return }
      bound.value.timers.start(.linger, in: .seconds(2), on: eventLoop, fire: abandon)
    }
    context.close(mode: .output, promise: sent)
  }

  // MARK: Requests

  func start(_ request: Request, arrival: ContinuousClock.Instant) {
    guard let context, let principal else { return }
    let bytes = request.payload.count
    let details = RequestContext(
      clientID: clientID, requestNumber: request.requestNumber,
      deadline: request.deadlineMS == 0 ? nil : arrival + .milliseconds(Int64(request.deadlineMS)),
      principal: principal, peer: peer, software: software)
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    let eventLoop = context.eventLoop
    let shared = shared
    let began = ContinuousClock.now
    let items = request.method.streams ? ItemSink(handler: bound, stream: request.stream) : nil
    if items != nil { openItems(request.stream, until: details.deadline) }
    // Submissions go before views when both wait for a thread.
    tasks[request.stream] = Task(priority: request.method.changesState ? .high : .medium) {
      let reply: Reply
      if details.deadlinePassed {
        reply = .refused(.stream(.deadlinePassed))
      } else if ContinuousClock.now - began > shared.limits.queueTime {
        reply = .refused(.stream(.overloaded), retryAfterMS: .random(in: 1000...5000))
      } else if let items {
        reply = await shared.stream(details, request.method, request.payload, items)
      } else {
        reply = await shared.handle(details, request.method, request.payload)
      }
      // Compressing and checking the answer's size happen on the event loop, in order with everything else sent.
      eventLoop.execute {
        bound.value.finish(reply.response(to: request.method, stream: request.stream), request.method, bytes: bytes)
      }
    }
  }

  private func finish(_ response: Response, _ method: Method, bytes: Int) {
    shared.work.give(back: bytes)
    tasks[response.stream] = nil
    closeItems(response.stream)
    if method.isReading { readingCount -= 1 }
    perform(connection.respond(response))
    startHeld()
    leaveIfDone()
  }

  /// A connection leaves the registry when its socket is closed and no handler of it runs: a shutdown that waits for
  /// the registry never takes the journal away from under a commit.
  private func leaveIfDone() {
    guard context == nil, tasks.isEmpty else { return }
    shared.registry.remove(ObjectIdentifier(self), address: peer)
  }
}

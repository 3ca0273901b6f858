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
    let doorway: Doorway
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
    /// Asked first, on the event loop.
    let answerAtOnce: ImmediateHandler?
    /// Takes requests that can be carried out together.
    let together: (any BatchHandler)?
  }

  let shared: Shared
  var connection: ServerConnection
  var timers = ConnectionTimers()
  var context: ChannelHandlerContext?
  /// Of the connection, also after it has closed.
  var loop: (any EventLoop)?
  private(set) var peer = "?"
  /// The TLS handshake has not ended; until then nothing can be said that the peer would understand.
  var awaitsTLS: Bool
  var clientID: [UInt8] = []
  /// Who asks on this connection; `nil` until somebody has signed in.
  var principal: Principal?
  /// The same, as requests know it; made with the first of them.
  private var knownCaller: Caller?
  /// The connection came over the control socket of the data folder.
  let isControl: Bool
  var tasks: [UInt32: Task<Void, Never>] = [:]
  var itemStreams: [UInt32: ItemStream] = [:]
  var held: [Held] = []
  /// Requests being worked on whose answers may be large.
  var readingCount = 0
  /// Requests of the bytes just read that go to ``Shared/together``, and how many are there.
  var batch: [BatchedRequest] = []
  var batched = 0
  /// Answers that are written together.
  var outgoing = ByteBuffer()
  private(set) var isReading = false
  private var readIsPending = false
  private var flushIsPending = false
  private var willFlush = false
  /// Answers since the last flush.
  private var gathered = 0
  var isOpen = false
  private var isClosing = false
  var lastBytesAt = NIODeadline.now()
  /// When the bytes came that are being looked at; `nil` between two readings.
  var readAt: ContinuousClock.Instant?
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

  /// `nil` until somebody has signed in.
  var caller: Caller? {
    if knownCaller == nil { knownCaller = principal.map { Caller(clientID: clientID, principal: $0) } }
    return knownCaller
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
    loop = context.eventLoop
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
    readAt = nil
    perform(connection.receive(Self.unwrapInboundIn(data), atMS: lastBytesAt.uptimeNanoseconds / 1_000_000))
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    isReading = false
    readAt = nil
    handOverBatch()
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
    handOverBatch()
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
        writeOutgoing()
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
    if !isOpen, connection.phase == .open { becameOpen() }
    resumeReading()
    guard !isReading else { return }
    handOverBatch()
    flushSoon()
    updateFrameTimer()
  }

  /// Sends an answer together with others that end in this turn.
  func send(_ response: Response) {
    let more = connection.respond(response, to: &outgoing)
    // Beyond this, waiting would only hold memory that the socket could have.
    if outgoing.readableBytes >= Self.outgoingBytesMax { writeOutgoing() }
    gathered += 1
    if gathered >= Self.gatheredMost { flush() }
    if !more.isEmpty { perform(more) }
  }

  private static let outgoingBytesMax = 32 << 10
  /// So many go out while those behind them are still being made (decision 36).
  private static let gatheredMost = 8

  /// Hands what has been gathered to the socket, in front of everything that follows.
  private func writeOutgoing() {
    guard outgoing.readableBytes > 0 else { return }
    let bytes = outgoing
    outgoing = ByteBuffer()
    bytesWritten += bytes.readableBytes
    context?.write(Self.wrapOutboundOut(bytes), promise: nil)
    flushIsPending = true
  }

  private func flush() {
    gathered = 0
    writeOutgoing()
    guard flushIsPending else { return }
    flushIsPending = false
    context?.flush()
  }

  /// Answers that end in the same turn of the event loop share a flush.
  func flushSoon() {
    guard flushIsPending || outgoing.readableBytes > 0, !willFlush, let context else { return }
    willFlush = true
    hop(context.eventLoop) { handler in
      handler.willFlush = false
      handler.flush()
    }()
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
    writeOutgoing()
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
}

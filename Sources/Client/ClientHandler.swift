import NIOCore
import NIOSSL
import NIOTLS
import Transport
import Wire

/// Moves bytes between the socket and the ``ClientConnection``, and keeps who waits for which answer.
///
/// Everything here happens on the socket's event loop.
final class ClientHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private struct Waiting {
    var promise: EventLoopPromise<Answer>
    var deadline: Scheduled<Void>?
  }

  /// What is known of a server once requests can be made.
  struct Opened: Sendable {
    let welcome: Welcome
    let signedIn: SignedIn?
  }

  var connection: ClientConnection
  /// The server's address, for people.
  private let server: String
  /// Whom the server's certificate has to name; `nil`: nothing is encrypted.
  private let tlsHost: String?
  private var isOpened = false
  private let opened: EventLoopPromise<Opened>
  private(set) var context: ChannelHandlerContext?
  /// Streams of items, until they end.
  var watches: [UInt32: AsyncThrowingStream<Item, any Error>.Continuation] = [:]
  var lastBytesAt = NIODeadline.now()
  var heartbeat: Scheduled<Void>?
  private var waiting: [UInt32: Waiting] = [:]
  /// Why the connection is over, once it is; decides what later calls are told.
  private var ending: ClientFailure?

  init(
    hello: Hello, server: String, tlsHost: String?, credential: [UInt8], limits: Limits, compresses: Bool,
    opened: EventLoopPromise<Opened>
  ) {
    self.server = server
    self.tlsHost = tlsHost
    self.connection = ClientConnection(hello: hello, credential: credential, limits: limits, compresses: compresses)
    self.opened = opened
  }

  // MARK: From the socket

  func channelActive(context: ChannelHandlerContext) {
    self.context = context
    perform(connection.start())
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    lastBytesAt = .now()
    let bytes = Self.unwrapInboundIn(data)
    // An alert of TLS: the preface begins with another byte.
    if tlsHost == nil, connection.phase == .awaitPreface, bytes.getInteger(at: bytes.readerIndex, as: UInt8.self) == 0x15 {
      return distrust(TransportProblem(.tlsExpected, server), context)
    }
    perform(connection.receive(bytes))
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .handshakeCompleted(let negotiated) = event as? TLSUserEvent, let tlsHost {
      if certificate(context)?.isFor(tlsHost) != true {
        distrust(TransportProblem(.certificateOtherName, server), context)
      } else if negotiated != ApplicationProtocol.name {
        distrust(TransportProblem(.otherProtocol, server), context)
      }
    }
    context.fireUserInboundEventTriggered(event)
  }

  private func certificate(_ context: ChannelHandlerContext) -> NIOSSLCertificate? {
    try? context.pipeline.syncOperations.handler(type: NIOSSLClientHandler.self).peerCertificate
  }

  /// Ends the connection so that nothing that still comes in is answered: a token would be an answer.
  private func distrust(_ problem: TransportProblem, _ context: ChannelHandlerContext) {
    end(.insecure(problem))
    _ = connection.end()
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    self.context = nil
    lost("the connection was closed")
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    switch error {
    case NIOSSLError.uncleanShutdown: lost("the connection was closed")
    case _ where tlsHost == nil || isOpened || error is IOError || error is ChannelError: lost("the connection failed: \(error)")
    default: return distrust(TransportProblem(handshake: error, with: server, certificate: certificate(context)), context)
    }
    context.close(promise: nil)
  }

  // MARK: Calls

  /// Sends one request; `promise` hears of it exactly once.
  ///
  /// - Parameter deadline: From now; `nil` waits as long as the connection lives.
  func call(
    _ method: Method, payload: [UInt8], requestNumber: UInt64, deadline: Duration?,
    started: (UInt32) -> Void, promise: EventLoopPromise<Answer>
  ) {
    if let failure = failureOfLaterCall { return promise.fail(failure) }
    guard let context else { return promise.fail(ClientFailure.unreachable("the connection is closed")) }
    do throws(WireProblem) {
      let milliseconds = deadline.map { max(1, UInt32(clamping: $0.wholeMilliseconds)) } ?? 0
      let (stream, bytes) = try connection.request(
        method, payload: payload, requestNumber: requestNumber, deadlineMS: milliseconds)
      var entry = Waiting(promise: promise)
      if let deadline {
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        entry.deadline = context.eventLoop.scheduleTask(in: TimeAmount(deadline)) {
          bound.value.giveUp(stream, "no answer within \(deadline)")
        }
      }
      waiting[stream] = entry
      started(stream)
      // From here on the bytes may reach the server, whatever becomes of the connection.
      context.writeAndFlush(Self.wrapOutboundOut(bytes), promise: nil)
    } catch {
      promise.fail(ClientFailure.refused(error.message()))
    }
  }

  /// What a call hears once the connection is over.
  var failureOfLaterCall: ClientFailure? { ending?.ofLaterCall }

  /// Stops waiting for an answer and tells the server so.
  func giveUp(_ stream: UInt32, _ text: String) {
    guard waiting[stream] != nil else { return }
    settle(stream, .failure(ClientFailure.notConfirmed(text)))
    perform(connection.cancel(stream))
  }

  /// Says goodbye. Calls without an answer are not confirmed.
  func close() {
    end(.unreachable("the connection was closed here"))
    perform(connection.end())
  }

  // MARK: Decisions

  func perform(_ actions: [ClientConnection.Action]) {
    for action in actions {
      switch action {
      case .send(let bytes): context?.write(Self.wrapOutboundOut(bytes), promise: nil)
      case .opened(let welcome):
        isOpened = true
        opened.succeed(Opened(welcome: welcome, signedIn: connection.signedIn))
      case .answered(let response): settle(response.stream, result(of: response))
      case .item(let item): watches[item.stream]?.yield(item)
      case .unreadable(let stream, let problem):
        settle(stream, .failure(ClientFailure.protocolViolation(problem.text.english)))
      case .notExecuted(let stream, let problem):
        settle(stream, .failure(ClientFailure.refused(problem)))
      case .goingAway(let goAway):
        let failure = ClientFailure.refused(goAway.problem)
        if ending == nil { ending = failure }
        opened.fail(failure)
      case .close(let problem):
        end(problem.map(ClientFailure.init) ?? .unreachable("the connection was closed"))
        context?.flush()
        context?.close(promise: nil)
      }
    }
    context?.flush()
    closeIfLeft()
  }

  /// After the server's GOAWAY the last answer ends the connection.
  private func closeIfLeft() {
    guard connection.phase == .leaving, waiting.isEmpty, watches.isEmpty else { return }
    perform(connection.end())
  }

  private func result(of response: Response) -> Result<Answer, any Error> {
    if response.code == Status.ok.rawValue {
      return .success(Answer(payload: response.payload, replayed: response.replayed))
    }
    do throws(WireProblem) {
      let problem = try Payload.decode(Problem.self, from: response.payload)
      switch response.effect {
      case .notApplied: return .failure(ClientFailure.refused(problem))
      case .applied, .unknown: return .failure(ClientFailure.notConfirmed(problem.textEn))
      }
    } catch {
      return .failure(ClientFailure.protocolViolation(error.text.english))
    }
  }

  private func settle(_ stream: UInt32, _ result: Result<Answer, any Error>) {
    settleWatch(stream, result)
    guard let entry = waiting.removeValue(forKey: stream) else { return }
    entry.deadline?.cancel()
    entry.promise.completeWith(result)
  }

  func lost(_ text: String) { end(.unreachable(text)) }

  /// The connection is over: what was sent and not answered is unknown.
  private func end(_ failure: ClientFailure) {
    if ending == nil { ending = failure }
    opened.fail(ending ?? failure)
    heartbeat?.cancel()
    for stream in (Array(waiting.keys) + watches.keys).sorted() {
      let result: ClientFailure
      switch failure {
      case .protocolViolation: result = failure
      case .unreachable(let text): result = .notConfirmed(text)
      case .refused, .notConfirmed, .insecure: result = .notConfirmed("\(failure)")
      }
      settle(stream, .failure(result))
    }
  }
}

extension ClientFailure {
  /// What this side found wrong with the server. Asking for a sign-in is no fault.
  fileprivate init(_ problem: WireProblem) {
    self = problem.kind == .connection(.authRequired) ? .refused(problem.message()) : .protocolViolation(problem.text.english)
  }

  /// What a call hears that comes after the end: nothing of it was sent.
  fileprivate var ofLaterCall: ClientFailure {
    switch self {
    case .refused, .insecure: self
    case .unreachable, .notConfirmed, .protocolViolation: .unreachable("the connection is closed")
    }
  }
}

extension Duration {
  /// Milliseconds, rounded down; at most about fifty days, which is what the wire can say.
  fileprivate var wholeMilliseconds: Int64 {
    min(components.seconds, 4_294_967) * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}

import NIOCore
import NIOTLS
import Wire

/// One connection of a caller: bytes between the socket and the client's state machine. Everything happens on the event loop.
final class LoadConnection: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  enum Event {
    /// The TCP connection stands.
    case connected
    /// TLS stands.
    case secured
    /// Signed in: requests may be made.
    case opened
    case answered(Response)
    case item(Item)
    /// The last: why it is over; `nil` where this side wanted so.
    case ended(String?)
  }

  private var connection: ClientConnection
  private let awaitsTLS: Bool
  private var hear: ((LoadConnection, Event) -> Void)?
  private var context: ChannelHandlerContext?
  private var reason: String?
  private var isLeaving = false

  init(_ connection: ClientConnection, awaitsTLS: Bool, hear: @escaping (LoadConnection, Event) -> Void) {
    self.connection = connection
    self.awaitsTLS = awaitsTLS
    self.hear = hear
  }

  // MARK: Calls

  /// Sends a request.
  ///
  /// - Returns: Its stream, or `nil` when the connection takes none now.
  func request(_ method: Wire.Method, _ payload: [UInt8], number: UInt64 = 0, deadlineMS: UInt32 = 30_000) -> UInt32? {
    do throws(WireProblem) {
      let (stream, bytes) = try connection.request(method, payload: payload, requestNumber: number, deadlineMS: deadlineMS)
      context?.writeAndFlush(Self.wrapOutboundOut(bytes), promise: nil)
      return stream
    } catch {
      return nil
    }
  }

  /// Takes so many items more of a stream.
  func grant(_ items: UInt32, to stream: UInt32) { perform(connection.grant(items, to: stream)) }

  /// Requests that wait for their answer.
  var inFlight: Int { connection.inFlightCount }

  /// Says goodbye.
  func close() {
    isLeaving = true
    guard context != nil else { return end(nil) }
    perform(connection.end())
  }

  /// Goes away without a word, as after a lost line.
  func abandon(_ text: String) {
    reason = reason ?? text
    guard let context else { return end(text) }
    context.close(promise: nil)
  }

  func end(_ text: String?) {
    guard let hear else { return }
    self.hear = nil
    hear(self, .ended(isLeaving ? nil : text ?? "the connection ended"))
  }

  // MARK: From the socket

  func channelActive(context: ChannelHandlerContext) {
    self.context = context
    guard hear != nil else { return context.close(promise: nil) }
    hear?(self, .connected)
    if !awaitsTLS { hear?(self, .secured) }
    perform(connection.start())
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .handshakeCompleted = event as? TLSUserEvent { hear?(self, .secured) }
    context.fireUserInboundEventTriggered(event)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) { perform(connection.receive(Self.unwrapInboundIn(data))) }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    reason = reason ?? "\(error)"
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    self.context = nil
    end(reason)
  }

  private func perform(_ actions: [ClientConnection.Action]) {
    for action in actions {
      switch action {
      case .send(let bytes): context?.write(Self.wrapOutboundOut(bytes), promise: nil)
      case .opened: hear?(self, .opened)
      case .answered(let response): hear?(self, .answered(response))
      case .item(let item): hear?(self, .item(item))
      case .unreadable(_, let problem): abandon("unreadable: \(problem)")
      case .notExecuted(_, let problem): reason = reason ?? "not executed: \(problem.name)"
      case .goingAway(let goAway): reason = reason ?? "GOAWAY \(goAway.problem.name)"
      case .close(let problem):
        if let problem { reason = reason ?? "\(problem)" }
        context?.flush()
        context?.close(promise: nil)
      }
    }
    context?.flush()
  }
}

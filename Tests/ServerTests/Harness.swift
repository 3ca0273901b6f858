import Client
import Foundation
import Logging
import NIOCore
import NIOPosix
import Server
import ServiceLifecycle
import Synchronization
import Wire

/// A running server for the length of `body`: real sockets on a port of the system's choice.
@discardableResult
func withServer<Result: Sendable>(
  limits: Limits = Limits(), deployment: String = "test", signIn: SignIn? = nil, logger: Logger = silent,
  streams: @escaping StreamHandler = { _, _, _, _ in .refused(.stream(.methodUnknown)) }, handler: @escaping RequestHandler,
  _ body: @Sendable (_ port: Int, _ group: ServiceGroup) async throws -> Result
) async throws -> Result {
  let (ports, bound) = AsyncStream.makeStream(of: Int.self)
  var limits = limits
  // Hundreds of tests share the threads: a request that waits for its turn is no overload here. A test of it sets another.
  if limits.queueTime == Limits().queueTime { limits.queueTime = .seconds(120) }
  let server = WireServer(
    configuration: .init(port: 0, limits: limits), logger: logger,
    onBound: { bound.yield($0) },
    welcome: {
      var welcome = Welcome()
      welcome.deployment = deployment
      return welcome
    }, signIn: signIn, streams: streams, handler: handler)
  let group = ServiceGroup(
    configuration: .init(
      services: [
        .init(
          service: server, successTerminationBehavior: .gracefullyShutdownGroup,
          failureTerminationBehavior: .gracefullyShutdownGroup)
      ], logger: silent))
  return try await withThrowingTaskGroup(of: Void.self) { tasks in
    tasks.addTask { try await group.run() }
    var port = 0
    for await bound in ports {
      port = bound
      break
    }
    let result = try await body(port, group)
    await group.triggerGracefulShutdown()
    try await tasks.waitForAll()
    return result
  }
}

/// Answers every call with its own payload.
let echo: RequestHandler = { _, _, payload in .success(payload) }

let silent: Logger = {
  var logger = Logger(label: "test")
  logger.logLevel = .critical
  return logger
}()

func connect(_ port: Int, deployment: String = "test", timeout: Duration = .seconds(10)) async throws -> ThiDuaConnection {
  try await .connect(
    host: "127.0.0.1", port: port, deployment: deployment, clientID: Array(repeating: 9, count: 16), timeout: timeout)
}

/// A door that stays shut until it is opened once.
final class Gate: Sendable {
  private let state = Mutex<(isOpen: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))

  func wait() async {
    await withCheckedContinuation { continuation in
      let isOpen = state.withLock { state in
        if !state.isOpen { state.waiting.append(continuation) }
        return state.isOpen
      }
      if isOpen { continuation.resume() }
    }
  }

  func open() {
    let waiting = state.withLock { state in
      state.isOpen = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }
}

/// A server that greets as it should and cuts the line on the first request.
final class CuttingHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer
  private var connection = ServerConnection()

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    perform(connection.receive(Self.unwrapInboundIn(data), atMS: 0), context)
  }

  private func perform(_ actions: [ServerConnection.Action], _ context: ChannelHandlerContext) {
    for action in actions {
      switch action {
      case .send(let bytes): context.writeAndFlush(Self.wrapOutboundOut(bytes), promise: nil)
      case .greet:
        var welcome = Welcome()
        welcome.deployment = "test"
        perform(connection.welcome(welcome, atMS: 0), context)
      case .deliver, .close, .cancel, .authenticate, .credit, .stop: context.close(promise: nil)
      }
    }
  }
}

/// A server of another kind.
final class StrangerHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  func channelActive(context: ChannelHandlerContext) {
    context.writeAndFlush(Self.wrapOutboundOut(ByteBuffer(string: "HTTP/1.1 400 Bad Request\r\n")), promise: nil)
  }
}

/// Tells how many bytes have come in so far.
final class ByteCounter: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  private let feed: AsyncStream<Int>.Continuation
  private var count = 0

  init(_ feed: AsyncStream<Int>.Continuation) { self.feed = feed }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    count += Self.unwrapInboundIn(data).readableBytes
    feed.yield(count)
  }
}

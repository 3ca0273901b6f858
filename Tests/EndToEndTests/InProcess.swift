import Campaign
import Client
import Foundation
import Journal
import Logging
import NIOCore
import NIOPosix
import Server
import Service
import ServiceLifecycle
import Synchronization
import Wire

/// A service on a journal in memory behind real sockets, for the length of `body`.
///
/// - Parameter rulebook: `nil`: the campaign waits for its launch.
func withServer(
  rulebook: [UInt8]?, at start: Instant, deployment: String = "test", limits: Limits = Limits(),
  _ body: @Sendable (_ port: Int, _ clock: ManualClock) async throws -> Void
) async throws {
  let clock = ManualClock(start)
  let service = try await CampaignService.open(Journal(MemoryDriver()), clock: clock)
  let genesis = GenesisEntry(deployment: deployment, serverID: Array(repeating: 3, count: 16), demonstrationStart: nil)
  if let rulebook { try await service.launch(genesis, rulebook: rulebook) } else { try await service.initialise(genesis) }
  let requests = Requests(service: service, limits: limits)
  let (ports, bound) = AsyncStream.makeStream(of: Int.self)
  var limits = limits
  // Hundreds of tests share the threads: a request that waits for its turn is no overload here.
  limits.queueTime = .seconds(120)
  let server = WireServer(
    configuration: .init(port: 0, limits: limits), logger: silent, onBound: { bound.yield($0) },
    welcome: { await requests.welcome() }, streams: { await requests.stream($0, $1, $2, $3) },
    immediate: { requests.answerAtOnce($0, $1, $2) }, together: FilingsTogether(requests, limits: limits), handler: { await requests.handle($0, $1, $2) })
  let group = ServiceGroup(
    configuration: .init(services: [.init(service: server, successTerminationBehavior: .gracefullyShutdownGroup)], logger: silent))
  try await withThrowingTaskGroup(of: Void.self) { tasks in
    tasks.addTask { try await group.run() }
    var port = 0
    for await bound in ports {
      port = bound
      break
    }
    do {
      try await body(port, clock)
    } catch {
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
      throw error
    }
    await group.triggerGracefulShutdown()
    try await tasks.waitForAll()
  }
}

let silent: Logger = {
  var logger = Logger(label: "test")
  logger.logLevel = .critical
  return logger
}()

/// With time enough for a machine on which other tests have taken every thread.
func connect(_ port: Int, deployment: String = "test", client: UInt8 = 9) async throws -> ThiDuaConnection {
  try await .connect(
    host: "127.0.0.1", port: port, deployment: deployment, clientID: Array(repeating: client, count: 16), timeout: .seconds(60))
}

extension SubmitRequest {
  init(_ campaign: String, _ filings: [Wire.Filing]) {
    self.init()
    self.campaign = campaign
    self.filings = filings
  }
}

extension Wire.Filing {
  init(_ unit: String, _ period: String, _ figures: [(String, Int64)], base: Int = 0) {
    self.init()
    self.unit = unit
    self.period = period
    form = "month"
    baseRevision = UInt32(base)
    self.figures = figures.map { counter, value in
      var figure = Figure()
      figure.counter = counter
      figure.value = value
      return figure
    }
  }
}

/// The example of the demonstration: a commune's December, ready to be sent.
func example() throws -> Wire.Filing {
  let csv = try Demonstration().example().csv
  let draft = try SubmissionFile.drafts(Array(csv.utf8), baseRevision: 0)[0]
  return Wire.Filing(draft.unit, draft.period, draft.cells.map { ($0.counter, $0.value) })
}

/// The problem with which a call is refused.
func problem(_ call: () async throws -> some Sendable) async throws -> Wire.Problem? {
  do {
    _ = try await call()
    return nil
  } catch ClientFailure.refused(let problem) {
    return problem
  }
}

/// Opens a connection, makes one call whose frame is changed on its way out, and gives the answer.
func answer(port: Int, changing change: @escaping @Sendable (inout Frame) -> Void) async throws -> Response {
  let loop = MultiThreadedEventLoopGroup.singleton.next()
  let promise = loop.makePromise(of: Response.self)
  let channel = try await ClientBootstrap(group: loop).channelInitializer { channel in
    channel.eventLoop.makeCompletedFuture {
      try channel.pipeline.syncOperations.addHandler(RawCaller(promise: promise, change: change))
    }
  }.connect(host: "127.0.0.1", port: port).get()
  let response = try await promise.futureResult.get()
  try await channel.close()
  return response
}

private final class RawCaller: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer
  private var connection: ClientConnection
  private let promise: EventLoopPromise<Response>
  private let change: (inout Frame) -> Void

  init(promise: EventLoopPromise<Response>, change: @escaping (inout Frame) -> Void) {
    var hello = Hello()
    hello.clientID = Data(repeating: 4, count: 16)
    hello.deployment = "test"
    connection = ClientConnection(hello: hello)
    self.promise = promise
    self.change = change
  }

  func channelActive(context: ChannelHandlerContext) { perform(connection.start(), context) }
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    perform(connection.receive(Self.unwrapInboundIn(data)), context)
  }
  func channelInactive(context: ChannelHandlerContext) { promise.fail(ChannelError.inputClosed) }

  private func perform(_ actions: [ClientConnection.Action], _ context: ChannelHandlerContext) {
    for action in actions {
      switch action {
      case .send(let bytes): context.writeAndFlush(Self.wrapOutboundOut(bytes), promise: nil)
      case .opened:
        guard let stream = try? connection.request(.health, payload: [], requestNumber: 0, deadlineMS: 0).stream else { return }
        var body = ByteBuffer()
        body.writeInteger(UInt64(0))
        body.writeInteger(UInt32(0))
        var frame = Frame(.request, flags: .end, code: Method.health.rawValue, stream: stream, body: body)
        change(&frame)
        context.writeAndFlush(Self.wrapOutboundOut(frame.bytes), promise: nil)
      case .answered(let response): promise.succeed(response)
      case .unreadable(_, let problem): promise.fail(problem)
      case .notExecuted, .goingAway, .close, .item: context.close(promise: nil)
      }
    }
  }
}

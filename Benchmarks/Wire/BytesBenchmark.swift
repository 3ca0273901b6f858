import BenchmarkHarness
import Campaign
import Foundation
import Journal
import NIOCore
import NIOPosix
import Server
import Service
import Wire

/// What a signed-in submission of the Kon Tum form that may be repeated safely weighs on its way up, beside gRPC.
package struct BytesBenchmark: Sendable {
  /// TCP payload, bytes up.
  package struct Weight: Sendable {
    /// With all that opens the connection.
    package let first: Int
    /// The median of the calls after it.
    package let later: Int

    init(_ calls: [Int]) {
      first = calls[0]
      later = Int(Sampling(samples: calls.dropFirst().map(Int64.init)).median)
    }
  }
  package struct Report: Sendable {
    /// Whether each filing carries the digest of its content, as our client sends it.
    package let hasContentKey: Bool
    /// Of a message, before anything is compressed.
    package let message: Int
    package let ours: Weight
    package let grpc: Weight?
    package let grpcVersion: String?
    /// Of a message as gzip packs it.
    package let gzipped: Int?
  }

  private let rulebook: Rulebook
  private let yaml: [UInt8]

  package init() throws {
    yaml = BundledCampaigns.yaml("kon-tum-2023") ?? []
    rulebook = try Rulebook(yaml: yaml)
  }

  /// - Parameter calls: On one connection, 2 or more: a first filing and its corrections.
  package func run(calls: Int, withPeers: Bool = true) async throws -> [Report] {
    var reports: [Report] = []
    for hasContentKey in [true, false] {
      let messages = try messages(calls, hasContentKey: hasContentKey)
      let token = TokenText.random()
      let ours = try await ours(messages, token)
      let grpc = withPeers ? try GrpcPeer.bytesUp(messages, token: token.secret) : nil
      reports.append(
        Report(
          hasContentKey: hasContentKey, message: Weight(messages.map(\.count)).later, ours: Weight(ours),
          grpc: grpc.map { Weight($0.bytes) }, grpcVersion: grpc?.version,
          gzipped: grpc.map { Weight($0.gzipped).later }))
    }
    return reports
  }

  private var unit: Int { rulebook.units.firstIndex { $0.level == .commune } ?? 0 }

  /// Invented figures that keep the identities of the form, other ones in each message.
  private func messages(_ count: Int, hasContentKey: Bool) throws -> [[UInt8]] {
    guard let period = Period("2023-12", kind: rulebook.periods.kind) else {
      throw WireBenchmarkFailure(description: "the campaign is not counted by months")
    }
    let reporter = rulebook.units[unit]
    let asked = Set(rulebook.form(for: reporter).map(\.code))
    return (0..<count).map { revision in
      let month = DemonstrationFigures(rulebook: rulebook, seed: UInt64(revision + 1)).month(unit, period, carried: nil)
      let figures = month.filter { asked.contains($0.key) }.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      var message = Wire.Filing()
      message.unit = reporter.id.text
      message.period = period.description
      message.form = Rulebook.monthForm
      message.baseRevision = UInt32(revision)
      message.figures = figures.map { code, value in
        var figure = Figure()
        figure.counter = code
        figure.value = Int64(value)
        return figure
      }
      if hasContentKey {
        let filing = Campaign.Filing(
          unit: reporter.id, period: period, form: Rulebook.monthForm, baseRevision: revision,
          figures: figures.map { (counter: $0.key, value: Int64($0.value)) })
        message.contentKey = Data(sha256(filing.contentKeyBytes(campaign: rulebook.id)))
      }
      var request = SubmitRequest()
      request.campaign = rulebook.id
      request.filings = [message]
      return Payload.encode(request)
    }
  }

  private func ours(_ messages: [[UInt8]], _ token: TokenText) async throws -> [Int] {
    let journal = try Journal(MemoryDriver())
    let service = try await CampaignService.open(journal, clock: ManualClock(Demonstration.start))
    try await service.launch(
      GenesisEntry(deployment: "bench", serverID: Array(repeating: 7, count: 16), demonstrationStart: Demonstration.start),
      rulebook: yaml)
    _ = try await service.issue(
      TokenRequest(token, role: .unit, unit: rulebook.units[unit].id.text),
      from: RequestOrigin(account: .system, clientID: Array(repeating: 2, count: 16), requestNumber: 1))
    let requests = Requests(service: service)
    let bytes = try await WireBenchmark.serve(
      { await requests.handle($0, $1, $2) }, together: FilingsTogether(requests, limits: WireBenchmark.patient), signIn: SignIn(service),
      welcome: { await requests.welcome() }
    ) { try await CountedCalls.run(messages, token: token.secret, port: $0) }
    try await journal.close()
    return bytes
  }
}

/// Sends one submission after another over one connection and counts what is written until each answer.
private final class CountedCalls: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private var connection: ClientConnection
  private let messages: [[UInt8]]
  private let done: EventLoopPromise<[Int]>
  private var counted: [Int] = []
  private var written = 0

  /// - Returns: Bytes up of each call; the first has all that opens the connection.
  static func run(_ messages: [[UInt8]], token: String, port: Int) async throws -> [Int] {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let done = loop.makePromise(of: [Int].self)
    do {
      _ = try await ClientBootstrap(group: loop)
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(CountedCalls(messages, token: token, done: done))
          }
        }
        .connect(host: "127.0.0.1", port: port).get()
    } catch {
      done.fail(error)
    }
    return try await done.futureResult.get()
  }

  private init(_ messages: [[UInt8]], token: String, done: EventLoopPromise<[Int]>) {
    // As the client program introduces itself.
    var hello = Hello()
    hello.clientID = Data((0..<16).map { _ in UInt8.random(in: 0...255) })
    hello.deployment = "bench"
    hello.software = "thidua/0.1.0"
    connection = ClientConnection(hello: hello, credential: Array(token.utf8))
    (self.messages, self.done) = (messages, done)
  }

  func channelActive(context: ChannelHandlerContext) { perform(connection.start(), context) }
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    perform(connection.receive(Self.unwrapInboundIn(data)), context)
  }
  func channelInactive(context: ChannelHandlerContext) { done.fail(WireBenchmarkFailure(description: "the connection ended")) }

  private func perform(_ actions: [ClientConnection.Action], _ context: ChannelHandlerContext) {
    for action in actions {
      switch action {
      case .send(let bytes): write(bytes, context)
      case .opened: next(context)
      case .answered(let response):
        guard response.code == Status.ok.rawValue else { return fail("status \(response.code)", context) }
        counted.append(written)
        written = 0
        next(context)
      case .item: break
      case .unreadable, .notExecuted, .goingAway, .close: fail("\(action)", context)
      }
    }
  }

  private func next(_ context: ChannelHandlerContext) {
    guard counted.count < messages.count else {
      done.succeed(counted)
      return context.close(promise: nil)
    }
    do throws(WireProblem) {
      let number = UInt64(counted.count + 1)
      let message = messages[counted.count]
      write(try connection.request(.submit, payload: message, requestNumber: number, deadlineMS: 30_000).bytes, context)
    } catch {
      fail("\(error)", context)
    }
  }

  private func write(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
    written += bytes.readableBytes
    context.writeAndFlush(Self.wrapOutboundOut(bytes), promise: nil)
  }

  private func fail(_ text: String, _ context: ChannelHandlerContext) {
    done.fail(WireBenchmarkFailure(description: text))
    context.close(promise: nil)
  }
}

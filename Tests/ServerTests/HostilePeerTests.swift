import Client
import Foundation
import Logging
import NIOCore
import NIOPosix
import Server
import Synchronization
import Testing
import Wire

/// Peers that take more than they give.
@Suite(.timeLimit(.minutes(10))) struct HostilePeerTests {
  /// The bytes of a client that says HELLO and makes its requests in the same write.
  private func conversation(requests: Int, deadlineMS: UInt32 = 0) -> ByteBuffer {
    var bytes = ByteBuffer()
    Preface.offering(1...1).write(to: &bytes)
    var hello = Hello()
    hello.clientID = Data(repeating: 1, count: 16)
    hello.deployment = "test"
    hello.features = PayloadCompression.uncompressedAnswers
    Frame(.hello, body: ByteBuffer(bytes: Payload.encode(hello))).write(to: &bytes)
    for stream in 1...UInt32(requests) {
      let request = Request(stream: stream, method: .health, requestNumber: 0, deadlineMS: deadlineMS, payload: [])
      bytes.writeImmutableBuffer(request.bytes(.off))
    }
    return bytes
  }

  // reliability F8: closed after the time without progress, here a fifth of a second. The answers are 16 MiB, no buffer takes them.
  @Test func aPeerThatDoesNotReadIsDisconnected() async throws {
    var limits = Limits()
    limits.outputStallTime = .milliseconds(200)
    let (lines, line) = AsyncStream.makeStream(of: String.self)
    let logger = Logger(label: "test") { _ in LogFeed(line) }
    let answer = [UInt8](repeating: 7, count: 1 << 19)
    try await withServer(limits: limits, logger: logger, handler: { _, _, _ in .success(answer) }) { port, _ in
      let peer = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .channelOption(.autoRead, value: false).channelOption(.socketOption(.so_rcvbuf), value: 4096)
        .connect(host: "127.0.0.1", port: port).get()
      try await peer.writeAndFlush(conversation(requests: 32))
      let honest = try await connect(port)
      for await line in lines where line.contains("W-118") { break }
      #expect(try await honest.call(.health, []).payload.count == answer.count)
      await honest.close()
      try await peer.close()
    }
  }

  // Frame.md, Limits: "no accepted request begins" while output is not taken, and only four calls that read are at work. Thirty-two
  // answers of a MiB would wait in memory otherwise.
  @Test func answersDoNotQueueForAPeerThatDoesNotRead() async throws {
    var limits = Limits()
    limits.outputStallTime = .milliseconds(500)
    let begun = Atomic(0)
    let (lines, line) = AsyncStream.makeStream(of: String.self)
    let logger = Logger(label: "test") { _ in LogFeed(line) }
    let answer = [UInt8](repeating: 7, count: (1 << 20) - 1)
    try await withServer(limits: limits, logger: logger, handler: { _, _, _ in
      begun.add(1, ordering: .relaxed)
      return .success(answer)
    }) { port, _ in
      let peer = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .channelOption(.autoRead, value: false).channelOption(.socketOption(.so_rcvbuf), value: 4096)
        .connect(host: "127.0.0.1", port: port).get()
      try await peer.writeAndFlush(conversation(requests: 32))
      for await line in lines where line.contains("W-118") { break }
      // Sockets on one machine take up to six MiB or so before nothing moves any more.
      #expect(begun.load(ordering: .relaxed) <= 14)
      try await peer.close()
    }
  }

  // Frame.md, Limits: a call that stores goes past those that read and wait.
  @Test func aFilingGoesPastQuestionsThatWait() async throws {
    let gate = Gate()
    try await withServer(handler: { _, method, payload in
      if method == .health { await gate.wait() }
      return .success(payload)
    }) { port, _ in
      let connection = try await connect(port)
      let questions = (0..<8).map { _ in Task { try await connection.call(.health, []) } }
      #expect(try await connection.call(.submit, [1], requestNumber: 1).payload == [1])
      gate.open()
      for question in questions { #expect(try await question.value.payload == []) }
      await connection.close()
    }
  }

  // Frame.md, Limits: "A deadline is looked at when the work begins". Work that keeps every thread for longer than the
  // millisecond that each request has.
  @Test func whatWaitedBeyondItsDeadlineIsNotBegun() async throws {
    var limits = Limits()
    limits.streamsMax = 1000
    let begun = Atomic(0)
    try await withServer(limits: limits, handler: { _, _, payload in
      begun.add(1, ordering: .relaxed)
      let end = ContinuousClock.now + .milliseconds(3)
      while ContinuousClock.now < end {}
      return .success(payload)
    }) { port, _ in
      let (responses, response) = AsyncStream.makeStream(of: Response.self)
      let peer = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(ResponseReader(response)) }
        }
        .connect(host: "127.0.0.1", port: port).get()
      try await peer.writeAndFlush(conversation(requests: 1000, deadlineMS: 1))
      var answered = 0
      var refused = 0
      for await response in responses {
        answered += 1
        if response.status == .deadlineExceeded {
          refused += 1
          #expect(response.effect == .notApplied)
          #expect(try Payload.decode(Problem.self, from: response.payload).name == "DEADLINE_PASSED")
        }
        if answered == 1000 { break }
      }
      #expect(answered == 1000 && refused > 0)
      #expect(begun.load(ordering: .relaxed) == 1000 - refused)
      try await peer.close()
    }
  }
}

/// Gives out the answers that come in.
private final class ResponseReader: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  private let feed: AsyncStream<Response>.Continuation
  private var decoder = FrameDecoder()
  private var isGreeted = false

  init(_ feed: AsyncStream<Response>.Continuation) { self.feed = feed }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = Self.unwrapInboundIn(data)
    if !isGreeted, (try? Preface.read(from: &bytes)) != nil { isGreeted = true }
    decoder.append(bytes)
    while case .frame(let frame)? = try? decoder.next(bodyBytesMax: 1 << 20) {
      if frame.type == .response, let response = try? Response(frame, limits: Limits()) { feed.yield(response) }
    }
  }

  func channelInactive(context: ChannelHandlerContext) { feed.finish() }
}

/// Hands on what is logged.
private struct LogFeed: LogHandler {
  private let line: AsyncStream<String>.Continuation
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .info

  init(_ line: AsyncStream<String>.Continuation) { self.line = line }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }
  func log(event: LogEvent) { line.yield("\(event.message) \(event.metadata ?? [:])") }
}

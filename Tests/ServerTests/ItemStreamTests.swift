import Client
import Foundation
import NIOCore
import NIOPosix
import Server
import Service
import ServiceLifecycle
import Synchronization
import Testing
import Wire

/// Streams of items over real sockets: credit, conflation, and every end.
@Suite(.timeLimit(.minutes(10))) struct ItemStreamTests {
  /// News that are counted: whoever asks gets the newest.
  private final class News: Sendable {
    private struct State {
      var newest: UInt64 = 0
      var waiting: [CheckedContinuation<Void, Never>] = []
    }
    private let state = Mutex(State())
    let sent = Atomic(0)
    let ended = Gate()

    func publish(_ count: UInt64 = 1) {
      let waiting = state.withLock { state in
        state.newest += count
        defer { state.waiting = [] }
        return state.waiting
      }
      for one in waiting { one.resume() }
    }

    private func newer(than known: UInt64) async -> UInt64 {
      while true {
        let newest = state.withLock { $0.newest }
        if newest > known || Task.isCancelled { return newest }
        await withTaskCancellationHandler {
          await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
              if state.newest == known, !Task.isCancelled { state.waiting.append(continuation) }
              return state.newest > known || Task.isCancelled
            }
            if isThere { continuation.resume() }
          }
        } onCancel: {
          for one in state.withLock({ state in
            defer { state.waiting = [] }
            return state.waiting
          }) { one.resume() }
        }
      }
    }

    func stream(size: Int = 8) -> StreamHandler {
      { [self] _, _, _, items in
        defer { ended.open() }
        var known: UInt64 = 0
        do {
          while true {
            try await items.ready()
            known = await newer(than: known)
            sent.add(1, ordering: .relaxed)
            try await items.send(SharedItem(version: known, payload: Array(repeating: UInt8(truncatingIfNeeded: known), count: size)))
          }
        } catch {
          return .refused(.stream(.overloaded))  // the connection says why it ended, not this
        }
      }
    }
  }

  private func peer(_ port: Int, reads: Bool = true, requests: [ByteBuffer], _ feed: AsyncStream<Frame>.Continuation) async throws -> any Channel {
    var bytes = ByteBuffer()
    Preface.offering(1...1).write(to: &bytes)
    var hello = Hello()
    hello.clientID = Data(repeating: 1, count: 16)
    hello.deployment = "test"
    hello.features = PayloadCompression.uncompressedAnswers
    Frame(.hello, body: ByteBuffer(bytes: Payload.encode(hello))).write(to: &bytes)
    for request in requests { bytes.writeImmutableBuffer(request) }
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(.autoRead, value: reads).channelOption(.socketOption(.so_rcvbuf), value: 4096)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(FrameFeed(feed)) }
      }
      .connect(host: "127.0.0.1", port: port).get()
    try await channel.writeAndFlush(bytes)
    return channel
  }

  private func watch(_ stream: UInt32 = 1, deadlineMS: UInt32 = 0) -> ByteBuffer {
    Request(stream: stream, method: .watchRanking, requestNumber: 0, deadlineMS: deadlineMS, payload: []).bytes(.off)
  }

  private func credit(_ items: UInt32, _ stream: UInt32 = 1) -> ByteBuffer { ItemCredit.grantBytes(items, stream: stream) }

  private func problem(_ frame: Frame?) throws -> Problem {
    try Payload.decode(Problem.self, from: try Response(try #require(frame), limits: Limits()).payload)
  }

  // Frame.md, Items: "Nothing queues up for a slow reader", and an ITEM comes only as it was granted.
  @Test func aSlowViewerGetsTheNewestAndNeverAQueue() async throws {
    let news = News()
    try await withServer(streams: news.stream(), handler: echo) { port, _ in
      let (frames, feed) = AsyncStream.makeStream(of: Frame.self)
      var iterator = frames.makeAsyncIterator()
      func next(_ type: FrameType) async -> Frame? {
        while let frame = await iterator.next() { if frame.type == type { return frame } }
        return nil
      }
      news.publish()
      let channel = try await peer(port, requests: [watch(), credit(1)], feed)
      #expect(try Item(try #require(await next(.item)), limits: Limits()).version == 1)
      // A round trip: the server has seen that there is no credit when the news come.
      news.publish(500)
      try await channel.writeAndFlush(Frame(.ping, body: ByteBuffer(integer: UInt64(1))).bytes)
      #expect(await next(.pong) != nil)
      #expect(news.sent.load(ordering: .relaxed) == 1)
      news.publish(500)
      try await channel.writeAndFlush(credit(1))
      #expect(try Item(try #require(await next(.item)), limits: Limits()).version == 1001)
      try await channel.close()
      await news.ended.wait()
    }
  }

  // Frame.md, Items: "`CANCELLED` after CANCEL"; exactly one RESPONSE.
  @Test func aCancelledStreamIsAnsweredOnce() async throws {
    let news = News()
    try await withServer(streams: news.stream(), handler: echo) { port, _ in
      let (frames, feed) = AsyncStream.makeStream(of: Frame.self)
      let cancel = Frame(.cancel, code: 1, stream: 1).bytes
      let channel = try await peer(port, requests: [watch(), credit(5), cancel, cancel], feed)
      let response = await frames.first { $0.type == .response }
      #expect(try problem(response).name == "CANCELLED")
      await news.ended.wait()
      try await channel.close()
    }
  }

  // "`DEADLINE_PASSED` when its `deadline_ms` is over, which here counts from the request's arrival to the end"
  @Test func aStreamEndsWithItsDeadline() async throws {
    let news = News()
    try await withServer(streams: news.stream(), handler: echo) { port, _ in
      let (frames, feed) = AsyncStream.makeStream(of: Frame.self)
      let channel = try await peer(port, requests: [watch(deadlineMS: 300), credit(5)], feed)
      let response = await frames.first { $0.type == .response }
      #expect(try problem(response).name == "DEADLINE_PASSED")
      try await channel.close()
    }
  }

  // "`DRAINING` when the server stops": at once, and the other answers still come.
  @Test func aServerThatStopsEndsItsStreams() async throws {
    let news = News()
    let answer = Gate()
    try await withServer(
      streams: news.stream(),
      handler: { _, _, payload in
        await answer.wait()
        return .success(payload)
      }
    ) { port, group in
      let connection = try await connect(port)
      let other = Task { try await connection.call(.health, [1, 2]) }
      let (frames, feed) = AsyncStream.makeStream(of: Frame.self)
      let second = try await peer(port, requests: [watch()], feed)
      var pongs = frames.makeAsyncIterator()
      var refusal: Problem?
      try await second.writeAndFlush(Frame(.ping, body: ByteBuffer(integer: UInt64(3))).bytes)
      while let frame = await pongs.next(), frame.type != .pong {}
      await group.triggerGracefulShutdown()
      while let frame = await pongs.next() {
        if frame.type == .ping { try await second.writeAndFlush(Frame(.pong, body: frame.body).bytes) }
        if frame.type == .response {
          refusal = try problem(frame)
          break
        }
      }
      #expect(refusal?.name == "DRAINING")
      answer.open()
      #expect(try await other.value.payload == [1, 2])
    }
  }

  // Frame.md, Limits: silence is asked after also while only streams are open.
  @Test func aViewerThatHasVanishedIsNoticed() async throws {
    var limits = Limits()
    limits.idleTime = .milliseconds(100)
    limits.pingAnswerTime = .milliseconds(100)
    let news = News()
    try await withServer(limits: limits, streams: news.stream(), handler: echo) { port, _ in
      let (frames, feed) = AsyncStream.makeStream(of: Frame.self)
      let channel = try await peer(port, requests: [watch(), credit(1)], feed)
      let goAway = await frames.first { $0.type == .goAway }
      #expect(try GoAway(try #require(goAway), limits: Limits()).problem.name == "IDLE")
      await news.ended.wait()
      try? await channel.close()
    }
  }

  // reliability F8: what a viewer that never reads costs, however much it grants, and that it is cut.
  @Test func aViewerThatNeverReadsHoldsLittleAndIsCut() async throws {
    var limits = Limits()
    limits.outputStallTime = .milliseconds(200)
    let news = News()
    let size = 1 << 19
    try await withServer(limits: limits, streams: news.stream(size: size), handler: echo) { port, _ in
      let (_, feed) = AsyncStream.makeStream(of: Frame.self)
      let channel = try await peer(port, reads: false, requests: [watch(), credit(ItemCredit.most)], feed)
      let publishing = Task {
        while !Task.isCancelled {
          news.publish()
          await Task.yield()
        }
      }
      await news.ended.wait()
      publishing.cancel()
      // What the sockets of both sides hold (a few MiB at most) beside the limit of one connection.
      #expect(news.sent.load(ordering: .relaxed) * size < 16 << 20)
      try? await channel.close()
    }
  }

  // Decision 20: "Revocation ends open connections within a second", and with it every stream.
  @Test func aRevokedTokenEndsAStream() async throws {
    let news = News()
    let isValid = Atomic(true)
    let principal = Principal(account: Principal.open.account, role: .viewer, name: "Lan")
    let signIn = SignIn(
      principal: { _ in principal },
      validity: {
        let valid = isValid.load(ordering: .relaxed)
        return { _ in valid }
      })
    try await withServer(signIn: signIn, streams: news.stream(), handler: echo) { port, _ in
      let connection = try await ThiDuaConnection.connect(
        host: "127.0.0.1", port: port, deployment: "test", clientID: Array(repeating: 9, count: 16), token: AccessToken(TokenText.random().secret))
      let items = try await connection.watchRanking(WatchRequest())
      isValid.store(false, ordering: .relaxed)
      do {
        for try await _ in items {}
        Issue.record("ended in order")
      } catch let failure as ClientFailure {
        if case .refused(let problem) = failure {
          #expect(problem.name == "UNAUTHENTICATED")
        } else {
          Issue.record("\(failure)")
        }
      }
      await news.ended.wait()
    }
  }
}

/// Gives out the frames that come in.
final class FrameFeed: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  private let feed: AsyncStream<Frame>.Continuation
  private var decoder = FrameDecoder()
  private var isGreeted = false

  init(_ feed: AsyncStream<Frame>.Continuation) { self.feed = feed }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = Self.unwrapInboundIn(data)
    if !isGreeted, (try? Preface.read(from: &bytes)) != nil { isGreeted = true }
    decoder.append(bytes)
    while case .frame(let frame)? = try? decoder.next(bodyBytesMax: 1 << 20) { feed.yield(frame) }
  }

  func channelInactive(context: ChannelHandlerContext) { feed.finish() }
}

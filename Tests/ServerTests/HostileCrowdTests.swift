import Client
import Foundation
import Logging
import NIOCore
import NIOPosix
import Server
import Synchronization
import Testing
import Wire

/// Many peers that take more than they give, and one among them that does not.
///
/// A hundred in the ordinary tests. `THIDUA_CROWD=9000` brings as many as are wanted, as slowly as people are slow, and then also says how long
/// the honest one waits: such a crowd takes half a minute and 18,000 descriptors.
@Suite(.timeLimit(.minutes(10))) struct HostileCrowdTests {
  private static let wanted = ProcessInfo.processInfo.environment["THIDUA_CROWD"].flatMap { Int($0) }
  private let crowd = wanted ?? 100
  private let isLarge = wanted != nil

  private var limits: Limits {
    var limits = Limits()
    limits.connectionsPerAddressMax = max(limits.connectionsPerAddressMax, crowd + 1)
    return limits
  }

  private func greeting(_ number: UInt8 = 1, software: String = "", features: UInt32 = 0) -> ByteBuffer {
    var bytes = ByteBuffer()
    Preface.offering(1...1).write(to: &bytes)
    var hello = Hello()
    hello.clientID = Data(repeating: number, count: 16)
    hello.deployment = "test"
    hello.software = software
    hello.features = features
    Frame(.hello, body: ByteBuffer(bytes: Payload.encode(hello))).write(to: &bytes)
    return bytes
  }

  private func peer(_ port: Int) async throws -> any Channel {
    try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connectTimeout(.seconds(300)).connect(host: "127.0.0.1", port: port).get()
  }

  /// Calls on and on until the others are gone; every call has to be answered.
  private func callsAnswered(_ honest: ThiDuaConnection, until isOver: @escaping @Sendable () -> Bool) async throws -> Int {
    var waits: [Duration] = []
    while !isOver() || waits.count < 20 {
      let asked = ContinuousClock.now
      #expect(try await honest.call(.health, [7], deadline: .seconds(300)).payload == [7])
      waits.append(ContinuousClock.now - asked)
      if isLarge { try await Task.sleep(for: .milliseconds(2)) }
    }
    if isLarge {
      waits.sort()
      print("\(crowd) peers; the honest one: \(waits.count) calls, middle \(waits[waits.count / 2]), 99 of 100 \(waits[waits.count * 99 / 100]), most \(waits[waits.count - 1])")
    }
    return waits.count
  }

  /// How long the honest one waits while nobody else is there.
  private func alone(_ honest: ThiDuaConnection) async throws {
    guard isLarge else { return }
    let until = ContinuousClock.now + .seconds(5)
    _ = try await callsAnswered(honest) { ContinuousClock.now >= until }
  }

  // reliability F6: connections with a byte now and then, before and after the handshake. Every byte is on time for itself; the
  // frame as a whole is not.
  @Test func aByteNowAndThenDoesNotKeepAConnection() async throws {
    var limits = limits
    if !isLarge { limits.frameTime = .milliseconds(500) }
    let pause: TimeAmount = isLarge ? .seconds(5) : .milliseconds(20)
    let reasons = Reasons()
    let noise = (0..<1000).map { _ in UInt8.random(in: 0...255) }
    let request = Request(stream: 1, method: .submit, requestNumber: 1, deadlineMS: 0, payload: noise).bytes(.off)
    try await withServer(limits: limits, logger: reasons.logger, handler: echo) { port, _ in
      let honest = try await connect(port)
      try await alone(honest)
      try await withThrowingTaskGroup(of: Int.self) { tasks in
        let gone = Counter()
        for number in 0..<crowd {
          let isGreeted = number % 2 == 0
          let whole = isGreeted ? request : greeting(software: String(repeating: "x", count: 1000))
          let (before, sent) = (isGreeted ? greeting() : nil, Counter())
          tasks.addTask {
            let channel = try await peer(port)
            if let before { try await channel.writeAndFlush(before) }
            let drip = channel.eventLoop.scheduleRepeatedTask(initialDelay: .zero, delay: pause) { _ in
              guard let byte = whole.getSlice(at: whole.readerIndex + sent.next(), length: 1) else { return }
              channel.writeAndFlush(byte, promise: nil)
            }
            try await channel.closeFuture.get()
            drip.cancel()
            _ = gone.next()
            return whole.readableBytes - sent.value
          }
        }
        let answered = try await callsAnswered(honest) { gone.value == crowd }
        for try await unsent in tasks { #expect(unsent > 0) }
        #expect(answered >= 20)
      }
      await honest.close()
      // Which of the two timers comes first is a matter of load; LifecycleTests has each by itself.
      #expect(reasons.count(.frameTimeout) + reasons.count(.handshakeTimeout) == crowd, "\(reasons.all)")
    }
  }

  // reliability F7: 50 connections open and cancel as fast as they can write.
  @Test func openingAndCancellingIsStopped() async throws {
    let reasons = Reasons()
    let running = Mutex<[[UInt8]: Int]>([:])
    let most = Atomic(0)
    let begun = Atomic(0)
    try await withServer(logger: reasons.logger, handler: { context, _, payload in
      let mine = running.withLock { running in
        running[context.clientID, default: 0] += 1
        return running[context.clientID, default: 0]
      }
      most.max(mine, ordering: .relaxed)
      if context.clientID != Array(repeating: 9, count: 16) { begun.add(1, ordering: .relaxed) }
      for _ in 0..<20 { await Task.yield() }
      running.withLock { $0[context.clientID, default: 0] -= 1 }
      return .success(payload)
    }) { port, _ in
      let honest = try await connect(port)
      try await alone(honest)
      let start = ContinuousClock.now
      try await withThrowingTaskGroup(of: Void.self) { tasks in
        let gone = Counter()
        for number in 0..<50 as Range<UInt8> {
          var bytes = greeting(100 + number)
          for stream in 1...1000 as ClosedRange<UInt32> {
            let request = Request(stream: stream, method: .submit, requestNumber: 1, deadlineMS: 0, payload: [1])
            bytes.writeImmutableBuffer(request.bytes(.off))
            bytes.writeImmutableBuffer(Frame(.cancel, code: Status.cancelled.rawValue, stream: stream).bytes)
          }
          let all = bytes
          tasks.addTask {
            let channel = try await peer(port)
            channel.writeAndFlush(all, promise: nil)
            try await channel.closeFuture.get()
            _ = gone.next()
          }
        }
        _ = try await callsAnswered(honest) { gone.value == 50 }
        try await tasks.waitForAll()
      }
      await honest.close()
      let limits = Limits()
      #expect(reasons.count(.calmDown) == 50)
      #expect((1...limits.streamsMax).contains(most.load(ordering: .relaxed)))
      // A request and its cancel spend one of the bucket, and the bucket fills with time.
      let seconds = Int((ContinuousClock.now - start).components.seconds) + 1
      let spent = limits.nuisanceBurst + limits.nuisancePerSecond * seconds + 1
      #expect(begun.load(ordering: .relaxed) <= 50 * spent)
    }
  }

  // reliability F8: each grants all there is and reads nothing.
  @Test func viewersThatNeverReadAreCut() async throws {
    var limits = limits
    if !isLarge { limits.outputStallTime = .milliseconds(300) }
    // However late a busy machine lets one of them greet or be served: it is for not reading that each is to be cut.
    limits.handshakeTime = .seconds(600)
    limits.idleTime = .seconds(600)
    let reasons = Reasons()
    let item = SharedItem(version: 1, payload: [UInt8](repeating: 7, count: 1 << 18))
    let flood: StreamHandler = { _, _, _, items in
      do {
        while true {
          try await items.ready()
          try await items.send(item)
        }
      } catch { return .refused(.stream(.cancelled)) }
    }
    try await withServer(limits: limits, logger: reasons.logger, streams: flood, handler: echo) { port, _ in
      // What compresses well would take long to fill a socket.
      var request = greeting(features: PayloadCompression.uncompressedAnswers)
      request.writeImmutableBuffer(Request(stream: 1, method: .watchRanking, requestNumber: 0, deadlineMS: 0, payload: []).bytes(.off))
      request.writeImmutableBuffer(ItemCredit.grantBytes(ItemCredit.most, stream: 1))
      let bytes = request
      let honest = try await connect(port)
      try await alone(honest)
      var peers: [any Channel] = []
      for _ in 0..<crowd {
        let peer = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
          .channelOption(.autoRead, value: false).channelOption(.socketOption(.so_rcvbuf), value: 4096)
          .connect(host: "127.0.0.1", port: port).get()
        try await peer.writeAndFlush(bytes)
        peers.append(peer)
      }
      _ = try await callsAnswered(honest) { reasons.total == crowd }
      await honest.close()
      #expect(reasons.count(.outputStalled) == crowd, "\(reasons.all)")
      for peer in peers { try? await peer.close() }
    }
  }

  // reliability L7: peers that greet and are never heard of again; nobody closes their sockets.
  @Test func peersThatVanishAreLetGo() async throws {
    var limits = limits
    limits.idleTime = .milliseconds(50)
    limits.pingAnswerTime = .milliseconds(100)
    let reasons = Reasons()
    try await withServer(limits: limits, logger: reasons.logger, handler: echo) { port, _ in
      try await withThrowingTaskGroup(of: Void.self) { tasks in
        for _ in 0..<crowd {
          tasks.addTask {
            let channel = try await peer(port)
            try await channel.writeAndFlush(greeting())
            try await channel.closeFuture.get()
          }
        }
        try await tasks.waitForAll()
      }
      #expect(reasons.count(.idle) == crowd)
    }
  }

  // reliability L7, the other direction: the server's host takes the bytes and nothing answers any more.
  @Test func aServerThatVanishesIsGivenUpAtTheDeadline() async throws {
    let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(MuteHandler()) }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let connection = try await connect(listener.localAddress?.port ?? 0)
    await withTaskGroup(of: Bool.self) { tasks in
      for number in 1...32 as ClosedRange<UInt64> {
        tasks.addTask {
          do {
            _ = try await connection.call(.submit, [1], requestNumber: number, deadline: .milliseconds(50))
            return false
          } catch { return if case ClientFailure.notConfirmed? = error as? ClientFailure { true } else { false } }
        }
      }
      for await isUnknown in tasks { #expect(isUnknown) }
    }
    await connection.close()
    try await listener.close()
  }
}

/// Greets as it should, then takes everything and says nothing.
private final class MuteHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer
  private var connection = ServerConnection()

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    for action in connection.receive(Self.unwrapInboundIn(data), atMS: 0) {
      switch action {
      case .send(let bytes): context.writeAndFlush(Self.wrapOutboundOut(bytes), promise: nil)
      case .greet(let hello):
        var welcome = Welcome()
        welcome.deployment = hello.deployment
        for case .send(let bytes) in connection.welcome(welcome, atMS: 0) {
          context.writeAndFlush(Self.wrapOutboundOut(bytes), promise: nil)
        }
      case .deliver, .cancel, .authenticate, .close, .credit, .stop: break
      }
    }
  }
}

/// A number that counts up.
private final class Counter: Sendable {
  private let count = Atomic(0)
  var value: Int { count.load(ordering: .relaxed) }
  func next() -> Int { count.add(1, ordering: .relaxed).oldValue }
}

/// Why connections ended, as the server logs it.
private final class Reasons: Sendable {
  private let reasons = Mutex<[String: Int]>([:])

  var all: [String: Int] { reasons.withLock { $0 } }
  var total: Int { all.values.reduce(0, +) }
  func count(_ kind: WireProblem.ConnectionKind) -> Int { all[WireProblem.connection(kind).reason, default: 0] }

  var logger: Logger { Logger(label: "test") { _ in Handler(reasons: self) } }

  private struct Handler: LogHandler {
    let reasons: Reasons
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }
    func log(event: LogEvent) {
      guard let reason = event.metadata?["reason"] else { return }
      reasons.reasons.withLock { $0["\(reason)", default: 0] += 1 }
    }
  }
}

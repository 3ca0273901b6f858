import Client
import Logging
import NIOCore
import NIOPosix
import Server
import ServiceLifecycle
import Testing
import Transport
import Wire

/// Start, end and refusal of whole connections.
@Suite(.timeLimit(.minutes(10))) struct LifecycleTests {
  private func server(host: String = "127.0.0.1", port: Int) -> WireServer {
    WireServer(configuration: .init(host: host, port: port), logger: silent, welcome: { Welcome() }, handler: echo)
  }

  @Test func aPortInUseIsNamed() async throws {
    try await withServer(handler: echo) { port, _ in
      await #expect(throws: WireServerError.portInUse(host: "127.0.0.1", port: port)) {
        try await server(port: port).run()
      }
      #expect(WireServerError.portInUse(host: "127.0.0.1", port: port).description.contains("port \(port)"))
    }
  }

  @Test(arguments: ["0.0.0.0", "::", "192.0.2.1", "example.org"])
  func plainTextBeyondLoopbackHasToBeAskedFor(host: String) async {
    await #expect(throws: TransportProblem(.plainListening, host)) {
      try await server(host: host, port: 0).run()
    }
  }

  @Test func anotherDeploymentIsRefused() async throws {
    try await withServer(deployment: "prod", handler: echo) { port, _ in
      await #expect { try await connect(port, deployment: "training") } throws: { error in
        guard case ClientFailure.refused(let problem) = error else { return false }
        return problem.name == "WRONG_DEPLOYMENT" && problem.textEn.contains("\"training\"")
      }
    }
  }

  @Test func aStoppedServerIsUnreachable() async throws {
    let port = try await withServer(handler: echo) { port, _ in port }
    await #expect { try await connect(port) } throws: { error in
      if case ClientFailure.unreachable = error { true } else { false }
    }
  }

  @Test func somethingElseOnThePortIsAViolation() async throws {
    let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(StrangerHandler()) }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    await #expect { try await connect(listener.localAddress?.port ?? 0) } throws: { error in
      if case ClientFailure.protocolViolation(let text) = error { text.contains("W-101") } else { false }
    }
    try await listener.close()
  }

  @Test func shutdownFinishesWhatWasAcceptedAndRefusesTheRest() async throws {
    let gate = Gate()
    let started = Gate()
    try await withServer(handler: { _, _, payload in
      started.open()
      await gate.wait()
      return .success(payload)
    }) { port, group in
      let connection = try await connect(port)
      let idle = try await connect(port)
      let call = Task { try await connection.call(.submit, [7], requestNumber: 7) }
      await started.wait()
      await group.triggerGracefulShutdown()
      // The idle connection is told and ends at once; from then on nothing new is accepted.
      await idle.closed()
      await #expect(throws: ClientFailure.self) { try await idle.health() }
      await #expect { try await connect(port) } throws: { error in
        if case ClientFailure.unreachable = error { true } else { false }
      }
      gate.open()
      #expect(try await call.value.payload == [7])
    }
  }

  @Test func aSilentStrangerIsDisconnected() async throws {
    var limits = Limits()
    limits.handshakeTime = .milliseconds(20)
    try await withServer(limits: limits, handler: echo) { port, _ in
      let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .connect(host: "127.0.0.1", port: port).get()
      try await channel.closeFuture.get()
    }
  }

  @Test func aSilentServerIsGivenUp() async throws {
    let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .bind(host: "127.0.0.1", port: 0).get()
    await #expect {
      try await connect(listener.localAddress?.port ?? 0, timeout: .seconds(1))
    } throws: { error in
      if case ClientFailure.unreachable(let text) = error { text.contains("handshake") } else { false }
    }
    try await listener.close()
  }

  @Test func anIdleClientThatAnswersThePingStays() async throws {
    var limits = Limits()
    limits.idleTime = .milliseconds(1)
    limits.pingAnswerTime = .seconds(5)
    try await withServer(limits: limits, handler: echo) { port, _ in
      let connection = try await connect(port)
      for number in 0..<200 as Range<UInt8> {
        #expect(try await connection.call(.health, [number]).payload == [number])
      }
      await connection.close()
    }
  }

  /// A raw connection that has shaken hands and then sends `bytes`; returns when the server has closed it.
  private func closedAfter(_ bytes: ByteBuffer, port: Int) async throws {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: "127.0.0.1", port: port).get()
    try await channel.writeAndFlush(greeting(bytes))
    try await channel.closeFuture.get()
  }

  /// Preface, HELLO, then `bytes`.
  private func greeting(_ bytes: ByteBuffer) -> ByteBuffer {
    var hello = Hello()
    hello.clientID = .init(repeating: 1, count: 16)
    hello.deployment = "test"
    var first = ByteBuffer()
    Preface.offering(1...1).write(to: &first)
    Frame(.hello, body: ByteBuffer(bytes: Payload.encode(hello))).write(to: &first)
    first.writeImmutableBuffer(bytes)
    return first
  }

  @Test func aFrameThatIsNeverCompletedEndsTheConnection() async throws {
    var limits = Limits()
    limits.frameTime = .milliseconds(20)
    try await withServer(limits: limits, handler: echo) { port, _ in
      try await closedAfter(ByteBuffer(bytes: [0, 0, 0]), port: port)
      let ping = Frame(.ping, body: ByteBuffer(integer: UInt64(1))).bytes
      try await closedAfter(ByteBuffer(bytes: ping.readableBytesView.dropLast()), port: port)
    }
  }

  @Test func anIdleClientThatDoesNotAnswerThePingIsDisconnected() async throws {
    var limits = Limits()
    limits.idleTime = .milliseconds(5)
    limits.pingAnswerTime = .milliseconds(20)
    try await withServer(limits: limits, handler: echo) { port, _ in
      try await closedAfter(ByteBuffer(), port: port)
    }
  }

  // Frame.md, Limits: a body over 64 KiB takes its room before it arrives.
  @Test func unfinishedLargeFramesDoNotHoldMoreThanTheServerHas() async throws {
    var limits = Limits()
    limits.bytesInProgressMax = 150 << 10
    try await withServer(limits: limits, handler: echo) { port, _ in
      var header = ByteBuffer()
      header.writeBytes([0, 1, 0x90, 0, 5, 2, 1, 1, 0, 0, 0, 1])  // 100 KiB of a REQUEST
      let (received, feed) = AsyncStream.makeStream(of: Int.self)
      let first = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(ByteCounter(feed)) }
        }
        .connect(host: "127.0.0.1", port: port).get()
      try await first.writeAndFlush(greeting(header))
      // Behind the preface comes WELCOME, and with it the server has seen the header.
      for await count in received where count > 8 { break }
      try await closedAfter(header, port: port)

      // Whoever leaves gives the room back.
      try await first.close()
      let noise = (0..<100 << 10).map { _ in UInt8.random(in: 0...255) }
      for attempt in 0..<200 {
        let connection = try await connect(port)
        if let answer = try? await connection.call(.submit, noise, requestNumber: 1) {
          #expect(answer.payload == noise)
          await connection.close()
          return
        }
        #expect(attempt < 199, "the room was never given back")
      }
    }
  }

  @Test func oneAddressHasOnlySoManyConnections() async throws {
    var limits = Limits()
    limits.connectionsPerAddressMax = 1
    try await withServer(limits: limits, handler: echo) { port, _ in
      let first = try await connect(port)
      await #expect(throws: ClientFailure.self) { try await connect(port) }
      #expect(try await first.call(.health, [1]).payload == [1])
      await first.close()
    }
  }
}

import Client
import Foundation
import Logging
import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS
import Server
import Service
import ServiceLifecycle
import Synchronization
import Testing
import Transport
import Wire

@testable import ThiDuaServer

/// How encrypted connections begin and end, whoever is at the other side.
@Suite(.timeLimit(.minutes(10))) struct TLSLifecycleTests {
  private let files: CertificateFolder

  init() throws { files = try CertificateFolder(Scratch()) }

  @Test func aHandshakeThatIsNeverCompletedIsCutInTime() async throws {
    var limits = Limits()
    limits.handshakeTime = .milliseconds(300)
    try await withEcho(files.certificates(), limits: limits) { port in
      // Nothing; the header of a record; a record that is announced and does not come.
      for begin in [[], [0x16, 0x03, 0x01], [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc]] as [[UInt8]] {
        let start = ContinuousClock.now
        let channel = try await stranger(port)
        // On a busy machine the server may have cut it before.
        if !begin.isEmpty { try? await channel.writeAndFlush(ByteBuffer(bytes: begin)) }
        try await channel.closeFuture.get()
        #expect(ContinuousClock.now - start >= .milliseconds(250), "\(begin)")
      }
    }
  }

  @Test func halfOpenHandshakesCountAmongAnAddressesConnections() async throws {
    var limits = Limits()
    limits.connectionsPerAddressMax = 3
    // None of them ends by itself here.
    limits.handshakeTime = .seconds(3600)
    try await withEcho(files.certificates(), limits: limits) { port in
      var open: [any Channel] = []
      for _ in 0..<3 { open.append(try await stranger(port)) }
      let (closed, heard) = AsyncStream.makeStream(of: Void.self)
      for channel in open { channel.closeFuture.whenComplete { _ in heard.yield() } }
      // One of the four is turned away: the last that the server enters, which on a busy machine need not be the last to connect.
      // Closed without a frame: what the client sees of it depends on who is quicker.
      do {
        let early = try await connect(port, files.trusting())
        for await _ in closed { break }
        #expect(open.count { !$0.isActive } == 1)
        await early.close()
      } catch is ClientFailure {
        #expect(open.count { $0.isActive } == 3)
      }
      for channel in open { try? await channel.close() }
      var connection: ThiDuaConnection?
      while connection == nil { connection = try? await connect(port, files.trusting()) }
      await connection?.close()
    }
  }

  @Test func aRevokedTokenEndsAnEncryptedConnection() async throws {
    let token = TokenText.random()
    let principal = Principal(account: Principal.open.account, role: .viewer, token: token.id, name: "Lan")
    let isValid = Mutex(true)
    let signIn = SignIn(
      principal: { $0 == token.secret ? principal : nil },
      validity: {
        let now = isValid.withLock { $0 }
        return { _ in now }
      })
    try await withEcho(files.certificates(), signIn: signIn) { port in
      let connection = try await connect(port, files.trusting(), token: AccessToken(token.secret))
      #expect(connection.signedIn?.role == "viewer")
      #expect(try await connection.call(.health, [1]).payload == [1])
      isValid.withLock { $0 = false }
      // It is looked for four times a second; a busy machine may be late with every timer.
      let start = ContinuousClock.now
      await connection.closed()
      #expect(ContinuousClock.now - start < .seconds(20))
      await #expect(throws: ClientFailure.self) { try await connection.call(.health, [1]) }
      let refused = await #expect(throws: ClientFailure.self) {
        try await connect(port, files.trusting(), token: AccessToken("wrong"))
      }
      #expect(refused.map { "\($0)" }?.contains("W-150") == true)
    }
  }

  @Test func newFilesServeNewConnectionsAndBadOnesChangeNothing() async throws {
    let other = try CertificateFolder(Scratch())
    let certificates = try files.certificates()
    try await withEcho(certificates) { port in
      let before = try await connect(port, files.trusting())
      try Data("nothing".utf8).write(to: URL(fileURLWithPath: files.path("server.pem")))
      #expect(throws: TransportProblem(.fileInvalid, files.path("server.pem"))) { try certificates.reload() }
      let still = try await connect(port, files.trusting())
      await still.close()
      for name in ["server.pem", "server.key"] {
        try Data(contentsOf: URL(fileURLWithPath: other.path(name))).write(to: URL(fileURLWithPath: files.path(name)))
      }
      try certificates.reload()
      let after = try await connect(port, other.trusting())
      #expect(try await after.call(.health, [2]).payload == [2])
      #expect(try await before.call(.health, [1]).payload == [1])
      #expect(await distrust { try await connect(port, files.trusting()) } == .certificateUntrusted)
      await before.close()
      await after.close()
    }
  }

  // "plain bytes against a TLS port": the log of the server says what it was, not the words of a library.
  @Test func theServersLogSaysWhyAHandshakeFailed() async throws {
    let (lines, line) = AsyncStream.makeStream(of: String.self)
    let logger = Logger(label: "test") { _ in LogLines(line) }
    let other = try CertificateFolder(Scratch())
    try await withService(files.certificates(clients: true), logger: logger, handler: { _, _, payload in .success(payload) }) { port, _ in
      #expect(await distrust { try await connect(port, .plain) } == .tlsExpected)
      for await line in lines where line.contains("T-715") { break }
      #expect(await distrust { try await connect(port, files.trusting()) } == .clientCertificateRefused)
      for await line in lines where line.contains("T-713") { break }
      #expect(await distrust { try await connect(port, other.trusting()) } == .certificateUntrusted)
      for await line in lines where line.contains("T-719") { break }
    }
  }

  /// Asks for more than it ever reads: it stops reading once the handshake is done.
  private final class Glutton: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
      guard case .handshakeCompleted = event as? TLSUserEvent else { return }
      var bytes = ByteBuffer()
      Preface.offering(1...1).write(to: &bytes)
      var hello = Hello()
      hello.clientID = Data(repeating: 1, count: 16)
      hello.deployment = "test"
      hello.frameBodyMax = 1 << 20
      hello.features = 1
      Frame(.hello, body: ByteBuffer(bytes: Payload.encode(hello))).write(to: &bytes)
      for stream in 1...32 as ClosedRange<UInt32> {
        bytes.writeImmutableBuffer(Request(stream: stream, method: .health, requestNumber: 0, deadlineMS: 0, payload: []).bytes(.off))
      }
      try? context.channel.syncOptions?.setOption(.autoRead, value: false)
      context.writeAndFlush(Self.wrapOutboundOut(bytes), promise: nil)
    }
  }

  @Test func aPeerThatDoesNotReadIsDisconnectedAlsoWhenEncrypted() async throws {
    var limits = Limits()
    limits.outputStallTime = .milliseconds(200)
    let answer = [UInt8](repeating: 7, count: 1 << 18)
    let (lines, line) = AsyncStream.makeStream(of: String.self)
    let logger = Logger(label: "test") { _ in LogLines(line) }
    var settings = TLSConfiguration.makeClientConfiguration()
    settings.trustRoots = .file(files.path("ca.pem"))
    settings.applicationProtocols = ["thidua/1"]
    let context = try NIOSSLContext(configuration: settings)
    try await withService(files.certificates(), limits: limits, logger: logger, handler: { _, _, _ in .success(answer) }) { port, _ in
      let peer = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .channelOption(.socketOption(.so_rcvbuf), value: 4096)
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(NIOSSLClientHandler(context: context, serverHostname: "localhost"))
            try channel.pipeline.syncOperations.addHandler(Glutton())
          }
        }.connect(host: "127.0.0.1", port: port).get()
      let honest = try await connect(port, files.trusting())
      for await line in lines where line.contains("W-118") { break }
      #expect(try await honest.call(.health, []).payload.count == answer.count)
      await honest.close()
      try? await peer.close()
    }
  }

  @Test func shutdownFinishesWhatWasAcceptedAlsoWhenEncrypted() async throws {
    let (started, start) = AsyncStream.makeStream(of: Void.self)
    let (opened, open) = AsyncStream.makeStream(of: Void.self)
    let handler: RequestHandler = { _, method, payload in
      guard method == .submit else { return .success(payload) }
      start.yield()
      for await _ in opened { break }
      return .success(payload)
    }
    try await withService(files.certificates(), handler: handler) { port, group in
      let connection = try await connect(port, files.trusting())
      let idle = try await connect(port, files.trusting())
      let call = Task { try await connection.call(.submit, [7], requestNumber: 7) }
      for await _ in started { break }
      await group.triggerGracefulShutdown()
      await idle.closed()
      await #expect(throws: ClientFailure.self) { try await idle.health(deadline: .seconds(120)) }
      open.yield()
      #expect(try await call.value.payload == [7])
    }
  }
}

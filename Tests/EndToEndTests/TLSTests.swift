import Client
import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import Server
import Service
import Testing
import Transport
import Wire

@testable import ThiDuaServer

/// TLS over real sockets: who may speak with whom.
@Suite(.timeLimit(.minutes(10))) struct TLSTests {
  private let files: CertificateFolder

  init() throws { files = try CertificateFolder(Scratch()) }

  @Test(arguments: ["127.0.0.1", "localhost"]) func callsTravelEncryptedInBothDirections(host: String) async throws {
    let message = (0..<60_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try await withEcho(files.certificates()) { port in
      let connection = try await connect(port, files.trusting(), host: host)
      for _ in 0..<5 { #expect(try await connection.call(.health, message).payload == message) }
      await connection.close()
    }
  }

  // "wrong host, expired, self-signed, wrong CA": the client refuses all four.
  @Test func aServerOfAnotherAuthorityIsRefused() async throws {
    let other = try CertificateFolder(Scratch())
    try await withEcho(files.certificates()) { port in
      #expect(await distrust { try await connect(port, other.trusting()) } == .certificateUntrusted)
      #expect(await distrust { try await connect(port, .tls(ClientTLS())) } == .certificateUntrusted)
    }
  }

  @Test func anExpiredCertificateIsRefused() async throws {
    try files.issue(.server(["127.0.0.1"]), as: "old", validity: .now.addingTimeInterval(-7000)...Date.now.addingTimeInterval(-3600))
    try files.issue(.server(["127.0.0.1"]), as: "early", validity: .now.addingTimeInterval(3600)...Date.now.addingTimeInterval(7000))
    for name in ["old", "early"] {
      try await withEcho(files.certificates(name)) { port in
        #expect(await distrust { try await connect(port, files.trusting()) } == .certificateExpired, "\(name)")
      }
    }
  }

  @Test func aCertificateForAnotherNameIsRefused() async throws {
    try files.issue(.server(["thidua.example"]), as: "name")
    try files.issue(.server(["127.0.0.1"]), as: "address")
    try await withEcho(files.certificates("name")) { port in
      #expect(await distrust { try await connect(port, files.trusting()) } == .certificateOtherName)
      #expect(await distrust { try await connect(port, files.trusting(), host: "localhost") } == .certificateOtherName)
    }
    // The address that the name leads to is no proof: whoever can lie about it may have a certificate for it.
    try await withEcho(files.certificates("address")) { port in
      #expect(await distrust { try await connect(port, files.trusting(), host: "localhost") } == .certificateOtherName)
    }
  }

  @Test(arguments: [
    ("thidua.example", "thidua.example", true), ("THIDUA.example.", "thidua.Example", true), ("a.b.c", "*.b.c", true),
    ("b.c", "*.b.c", false), ("x.a.b.c", "*.b.c", false), ("a.c", "*.c", false), ("a.b.c", "a.*.c", false), ("a.b.c", "x.b.c", false),
    (".b.c", "*.b.c", false), ("a.b", "a.b.c", false), ("", "", false),
  ])
  func aNameIsMatchedLabelByLabel(host: String, pattern: String, matches: Bool) {
    #expect(HostName.matches(host, pattern: pattern) == matches)
  }

  @Test func aServerThatAsksForACertificateTakesItsOwnOnly() async throws {
    let other = try CertificateFolder(Scratch())
    try files.issue(.client("old"), as: "old", validity: .now.addingTimeInterval(-7000)...Date.now.addingTimeInterval(-3600))
    let strange = ConnectionSecurity.tls(
      try ClientTLS(authority: files.path("ca.pem"), identity: (other.path("client.pem"), other.path("client.key"))))
    try await withEcho(files.certificates(clients: true)) { port in
      let connection = try await connect(port, files.trusting(showing: "client"))
      #expect(try await connection.call(.health, [1]).payload == [1])
      await connection.close()
      #expect(await distrust { try await connect(port, files.trusting()) } == .clientCertificateRefused)
      #expect(await distrust { try await connect(port, strange) } == .clientCertificateRefused)
      #expect(await distrust { try await connect(port, files.trusting(showing: "old")) } == .clientCertificateRefused)
      // A server's certificate is no client's.
      #expect(await distrust { try await connect(port, files.trusting(showing: "server")) } == .clientCertificateRefused)
    }
  }

  /// What a client with settings of its own hears, and whether the server let it in.
  private func heard(
    _ port: Int, _ change: (inout TLSConfiguration) -> Void
  ) async throws -> (any Error)? {
    var settings = TLSConfiguration.makeClientConfiguration()
    settings.trustRoots = .file(files.path("ca.pem"))
    change(&settings)
    let context = try NIOSSLContext(configuration: settings)
    let promise = MultiThreadedEventLoopGroup.singleton.next().makePromise(of: (any Error)?.self)
    let channel = try await stranger(port) { channel in
      try channel.pipeline.syncOperations.addHandler(NIOSSLClientHandler(context: context, serverHostname: "localhost"))
      try channel.pipeline.syncOperations.addHandler(FirstError(promise))
    }
    let error = try await promise.futureResult.get()
    try await channel.closeFuture.get()
    return error
  }

  @Test func olderVersionsAreRefused() async throws {
    try await withEcho(files.certificates()) { port in
      let error = try await heard(port) {
        $0.maximumTLSVersion = .tlsv12
        $0.applicationProtocols = ["thidua/1"]
      }
      #expect(TransportProblem(handshake: try #require(error), with: "").kind == .versionRefused, "\(String(describing: error))")
    }
  }

  @Test func whoDoesNotNameTheProtocolIsRefused() async throws {
    try await withEcho(files.certificates()) { port in
      for protocols in [[], ["h2", "http/1.1"], ["thidua/2"]] {
        // The channel ends, whatever the client hears first; it would stay open otherwise.
        _ = try await heard(port) { $0.applicationProtocols = protocols }
      }
      let connection = try await connect(port, files.trusting())
      #expect(try await connection.call(.health, [1]).payload == [1])
      await connection.close()
    }
  }

  /// Answers with the next bytes each time something comes in.
  private final class Scripted: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    private var answers: [[UInt8]]
    init(_ answers: [[UInt8]]) { self.answers = answers }
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      guard !answers.isEmpty else { return }
      context.writeAndFlush(Self.wrapOutboundOut(ByteBuffer(bytes: answers.removeFirst())), promise: nil)
    }
  }

  private func withStranger(
    _ initialise: @escaping @Sendable (any Channel) throws -> Void, _ body: (Int) async throws -> Void
  ) async throws {
    let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton).childChannelInitializer { channel in
      channel.eventLoop.makeCompletedFuture { try initialise(channel) }
    }.bind(host: "127.0.0.1", port: 0).get()
    try await body(try #require(listener.localAddress?.port))
    try await listener.close()
  }

  @Test func aServerThatNamesNoProtocolIsRefused() async throws {
    var settings = TLSConfiguration.makeServerConfiguration(
      certificateChain: try NIOSSLCertificate.fromPEMFile(files.path("server.pem")).map { .certificate($0) },
      privateKey: .privateKey(try NIOSSLPrivateKey(file: files.path("server.key"), format: .pem)))
    for protocols in [[], ["h2"]] {
      settings.applicationProtocols = protocols
      let context = try NIOSSLContext(configuration: settings)
      try await withStranger { try $0.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context)) } _: { port in
        #expect(await distrust { try await connect(port, files.trusting()) } == .otherProtocol)
      }
    }
  }

  // An alert that says no more than "handshake failure".
  @Test func whatIsNoHandshakeFailsAsOne() async throws {
    try await withStranger {
      try $0.pipeline.syncOperations.addHandler(Scripted([[0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28]]))
    } _: { port in
      #expect(await distrust { try await connect(port, files.trusting()) } == .handshakeFailed)
    }
  }

  @Test func plainBytesAtAnEncryptedPortEndClearly() async throws {
    try await withEcho(files.certificates()) { port in
      #expect(await distrust { try await connect(port, .plain) } == .tlsExpected)
      let connection = try await connect(port, files.trusting())
      #expect(try await connection.call(.health, [1]).payload == [1])
      await connection.close()
    }
  }

  @Test func encryptedBytesAtAPlainPortEndClearly() async throws {
    try await withEcho(nil) { port in
      #expect(await distrust { try await connect(port, files.trusting()) } == .notTLS)
    }
  }

  // Nothing listens at these addresses: it is refused before a connection is tried.
  @Test(arguments: ["192.0.2.1", "thidua.example", "2001:db8::1", "127.0.0.1.example"])
  func aPlainConnectionBeyondThisMachineIsNotOpened(host: String) async throws {
    let token = AccessToken(TokenText.random().secret)
    #expect(await distrust { try await connect(1, .plain, host: host, token: token) } == .plainConnecting)
  }

  @Test func filesThatCannotBeUsedAreNamed() throws {
    let other = try CertificateFolder(Scratch())
    func kind(_ certificate: String, _ key: String) -> TransportProblem? {
      do throws(TransportProblem) { _ = try ServerCertificates(certificate: certificate, key: key) } catch { return error }
      return nil
    }
    let (certificate, key) = (files.path("server.pem"), files.path("server.key"))
    #expect(kind(certificate, key) == nil)
    #expect(kind(files.path("gone"), key)?.kind == .fileUnreadable)
    #expect(kind(key, key)?.kind == .fileInvalid)
    #expect(kind(certificate, certificate)?.kind == .fileInvalid)
    #expect(kind(files.scratch.path, key)?.kind == .fileInvalid)
    #expect(kind(certificate, other.path("server.key"))?.kind == .keyOfAnother)
    for mode in [0o644, 0o640, 0o602] {
      #expect(chmod(key, mode_t(mode)) == 0)
      #expect(kind(certificate, key) == TransportProblem(.keyNotPrivate, key))
      #expect(throws: TransportProblem(.keyNotPrivate, key)) { try ClientTLS(identity: (certificate, key)) }
    }
  }
}

import Client
import Foundation
import Logging
import NIOCore
import NIOPosix
import NIOSSL
import Server
import Service
import ServiceLifecycle
import Testing
import Transport
import Wire

@testable import ThiDuaServer

/// An authority and what it issued, as files of one test.
struct CertificateFolder {
  let scratch: Scratch
  let authority: TrialAuthority

  init(_ scratch: Scratch, names: [String] = ["localhost", "127.0.0.1"]) throws {
    self.scratch = scratch
    authority = try TrialAuthority(validity: .now.addingTimeInterval(-7200)...Date.now.addingTimeInterval(86_400))
    try write(authority.pem, to: "ca.pem")
    try issue(.server(names), as: "server")
    try issue(.client("client"), as: "client")
  }

  func path(_ name: String) -> String { scratch.file(name) }

  func issue(_ holder: TrialAuthority.Holder, as name: String, validity: ClosedRange<Date>? = nil) throws {
    let issued = try authority.issue(to: holder, validity: validity)
    try write(issued.certificate, to: name + ".pem")
    try write(issued.key, to: name + ".key")
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path(name))
  }

  func certificates(_ name: String = "server", clients: Bool = false) throws -> ServerCertificates {
    try ServerCertificates(
      certificate: path(name + ".pem"), key: path(name + ".key"), clientAuthority: clients ? path("ca.pem") : nil)
  }

  func trusting(showing name: String? = nil) throws -> ConnectionSecurity {
    .tls(try ClientTLS(authority: path("ca.pem"), identity: name.map { (path($0 + ".pem"), path($0 + ".key")) }))
  }
}

/// A server that answers every call with its payload, for the length of `body`.
func withEcho(
  _ certificates: ServerCertificates?, limits: Limits = Limits(), signIn: SignIn? = nil,
  _ body: @Sendable (_ port: Int) async throws -> Void
) async throws {
  try await withService(certificates, limits: limits, signIn: signIn, handler: { _, _, payload in .success(payload) }) { port, _ in
    try await body(port)
  }
}

/// A server for the length of `body`.
func withService(
  _ certificates: ServerCertificates?, limits: Limits = Limits(), signIn: SignIn? = nil, logger: Logger = silent,
  handler: @escaping RequestHandler, _ body: @Sendable (_ port: Int, _ group: ServiceGroup) async throws -> Void
) async throws {
  let (ports, bound) = AsyncStream.makeStream(of: Int.self)
  var limits = limits
  // Hundreds of tests share the threads: a request that waits for its turn is no overload here.
  limits.queueTime = .seconds(120)
  let server = WireServer(
    configuration: .init(port: 0, limits: limits, certificates: certificates), logger: logger, onBound: { bound.yield($0) },
    welcome: {
      var welcome = Welcome()
      welcome.deployment = "test"
      return welcome
    }, signIn: signIn, handler: handler)
  let group = ServiceGroup(
    configuration: .init(services: [.init(service: server, successTerminationBehavior: .gracefullyShutdownGroup)], logger: silent))
  try await withThrowingTaskGroup(of: Void.self) { tasks in
    tasks.addTask { try await group.run() }
    var port = 0
    for await bound in ports {
      port = bound
      break
    }
    let result: Result<Void, any Error>
    do { result = .success(try await body(port, group)) } catch { result = .failure(error) }
    await group.triggerGracefulShutdown()
    try await tasks.waitForAll()
    try result.get()
  }
}

func connect(
  _ port: Int, _ security: ConnectionSecurity, host: String = "127.0.0.1", token: AccessToken? = nil
) async throws -> ThiDuaConnection {
  try await .connect(
    host: host, port: port, security: security, deployment: "test", clientID: Array(repeating: 9, count: 16), token: token,
    timeout: .seconds(60))
}

/// Why no trusted connection came about; `nil` if one did, or for another reason.
func distrust(_ body: () async throws -> some Sendable) async -> TransportProblem.Kind? {
  do {
    _ = try await body()
    return nil
  } catch ClientFailure.insecure(let problem) {
    return problem.kind
  } catch {
    Issue.record("\(error)")
    return nil
  }
}

/// A socket that says only what it is told to.
func stranger(
  _ port: Int, initialise: @escaping @Sendable (any Channel) throws -> Void = { _ in }
) async throws -> any Channel {
  try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).channelInitializer { channel in
    channel.eventLoop.makeCompletedFuture { try initialise(channel) }
  }.connect(host: "127.0.0.1", port: port).get()
}

/// Tells once what went wrong on a channel, or that nothing did.
final class FirstError: ChannelInboundHandler, Sendable {
  typealias InboundIn = ByteBuffer
  private let promise: EventLoopPromise<(any Error)?>

  init(_ promise: EventLoopPromise<(any Error)?>) { self.promise = promise }
  func errorCaught(context: ChannelHandlerContext, error: any Error) { promise.succeed(error) }
  func channelInactive(context: ChannelHandlerContext) { promise.succeed(nil) }
}

/// Every line of a log, as it comes.
struct LogLines: LogHandler {
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

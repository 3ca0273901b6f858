package import Logging
import NIOCore
import NIOPosix
import NIOSSL
import Service
import ServiceLifecycle
package import Transport
package import Wire

/// Listens on a TCP port, with TLS where it has a certificate, and hands requests to a handler.
///
/// ```swift
/// let server = WireServer(
///   configuration: .init(port: 7443), logger: logger, onBound: { print("port \($0)") },
///   welcome: { welcome }, handler: { context, method, payload in .success(payload) })
/// try await server.run()
/// ```
///
/// On graceful shutdown it stops accepting, announces the end with GOAWAY, lets accepted requests finish
/// (``Limits/drainTime`` at most), closes, and returns once the last handler has returned.
///
/// - Source: `Protocol/Frame.md`, Limits and Shutdown.
package struct WireServer: Service {
  package struct Configuration: Sendable {
    /// An address of this machine, or `localhost`.
    package var host: String
    /// 0 lets the system choose; `onBound` says which.
    package var port: Int
    package var limits: Limits
    /// Listening where others can reach it without encryption has to be asked for by name.
    package var allowPlainTextBeyondLoopback: Bool
    /// What the server shows to its clients; `nil`: nothing is encrypted.
    package var certificates: ServerCertificates?
    /// A socket in the file system whose folder only its owner can enter: who connects there is the operator. `nil`: none.
    package var controlPath: String?

    package init(
      host: String = "127.0.0.1", port: Int, limits: Limits = Limits(), allowPlainTextBeyondLoopback: Bool = false,
      certificates: ServerCertificates? = nil, controlPath: String? = nil
    ) {
      self.host = host
      self.port = port
      self.limits = limits
      self.allowPlainTextBeyondLoopback = allowPlainTextBeyondLoopback
      self.certificates = certificates
      self.controlPath = controlPath
    }

    /// Whether only programs on this machine can connect. A name other than `localhost` counts as reachable.
    package var isLoopback: Bool { Loopback.contains(host) }

    /// - Throws: ``Transport/TransportProblem`` `plainListening`.
    package func checkEncryption() throws(TransportProblem) {
      guard isLoopback || certificates != nil || allowPlainTextBeyondLoopback else { throw TransportProblem(.plainListening, host) }
    }
  }

  private let configuration: Configuration
  private let logger: Logger
  private let onBound: @Sendable (Int) -> Void
  private let welcome: @Sendable () async -> Welcome
  private let signIn: SignIn?
  private let streams: StreamHandler
  private let handler: RequestHandler
  private let immediate: ImmediateHandler?
  private let together: (any BatchHandler)?

  /// - Parameters:
  ///   - logger: Hears of connections and problems, never of payloads.
  ///   - onBound: Called once with the port, when connections are accepted.
  ///   - welcome: Makes the WELCOME of a new connection. Limits are filled in, and whether a sign-in is needed.
  ///   - signIn: How clients are known; `nil`: everybody is ``Principal/open``.
  ///   - streams: Works on a stream of items; called for many at once.
  ///   - immediate: Is asked first, on the event loop: what it answers never waits.
  ///   - together: Takes requests that can be carried out in one pass.
  ///   - handler: Works on a request; called for many at once.
  package init(
    configuration: Configuration, logger: Logger, onBound: @escaping @Sendable (Int) -> Void = { _ in },
    welcome: @escaping @Sendable () async -> Welcome, signIn: SignIn? = nil,
    streams: @escaping StreamHandler = { _, _, _, _ in .refused(.stream(.methodUnknown)) }, immediate: ImmediateHandler? = nil,
    together: (any BatchHandler)? = nil, handler: @escaping RequestHandler
  ) {
    self.configuration = configuration
    self.logger = logger
    self.onBound = onBound
    self.welcome = welcome
    self.signIn = signIn
    self.streams = streams
    self.handler = handler
    self.immediate = immediate
    self.together = together
  }

  /// Serves until graceful shutdown or cancellation.
  ///
  /// - Throws: ``Transport/TransportProblem`` `plainListening`, then ``WireServerError``: `portInUse`, `cannotListen`.
  package func run() async throws {
    try configuration.checkEncryption()
    let registry = ConnectionRegistry(perAddressMax: configuration.limits.connectionsPerAddressMax)
    let limits = configuration.limits
    let shared = ConnectionHandler.Shared(
      registry: registry, doorway: Doorway(most: limits.greetingsMax), work: WorkInProgress(bytesMax: limits.bytesInProgressMax),
      logger: logger, limits: limits, welcome: welcome, signIn: signIn, signInLimiter: SignInLimiter(burst: limits.signInFailuresBurst, perMinute: limits.signInFailuresPerMinute),
      handle: handler, stream: streams, answerAtOnce: immediate, together: together)
    let listener = try await bind(shared)
    let control: (any Channel)?
    do {
      control = try await bindControl(shared)
    } catch {
      try? await listener.close()
      throw error
    }
    let watch = watchRevocations(registry)
    defer { watch?.cancel() }
    let port = listener.localAddress?.port ?? configuration.port
    logger.info("listening", metadata: ["host": "\(configuration.host)", "port": "\(port)"])
    onBound(port)
    await withTaskCancellationHandler {
      await withGracefulShutdownHandler {
        try? await listener.closeFuture.get()
        registry.drainAll()
        if Task.isCancelled { registry.endAll() }
        await registry.untilEmpty()
      } onGracefulShutdown: {
        listener.close(promise: nil)
        control?.close(promise: nil)
      }
    } onCancel: {
      listener.close(promise: nil)
      control?.close(promise: nil)
      registry.endAll()
    }
    logger.info("stopped", metadata: ["port": "\(port)"])
  }

  /// Ends connections whose token was revoked or has expired.
  private func watchRevocations(_ registry: ConnectionRegistry) -> Task<Void, Never>? {
    guard let signIn else { return nil }
    let pause = configuration.limits.revocationTime
    return Task {
      while !Task.isCancelled {
        try? await Task.sleep(for: pause)
        registry.endConnections(unless: await signIn.validity())
      }
    }
  }

  /// Listens for the operator in the data folder.
  private func bindControl(_ shared: ConnectionHandler.Shared) async throws -> (any Channel)? {
    guard let path = configuration.controlPath else { return nil }
    let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(ConnectionHandler(shared, isControl: true))
        }
      }
    do {
      return try await bootstrap.bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true).get()
    } catch {
      throw WireServerError.cannotListen(host: path, port: 0, cause: "\(error)")
    }
  }

  private func bind(_ shared: ConnectionHandler.Shared) async throws -> any Channel {
    let limits = configuration.limits
    let certificates = configuration.certificates
    let doorway = shared.doorway
    var bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      // Who is not let in yet stands here; the system has a lower limit of its own (net.core.somaxconn).
      .serverChannelOption(.backlog, value: 4096)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      // The doorway is asked before each.
      .serverChannelOption(.maxMessagesPerRead, value: 1)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(DoorwayHandler(doorway, time: limits.greetingTime))
        }
      }
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(
        .writeBufferWaterMark, value: .init(low: limits.unsentBytesMax / 2, high: limits.unsentBytesMax))
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let certificates {
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: certificates.context))
          }
          try channel.pipeline.syncOperations.addHandler(ConnectionHandler(shared, awaitsTLS: certificates != nil))
        }
      }
    #if os(Linux)
      // TCP_USER_TIMEOUT, milliseconds: without it a vanished peer holds its socket for a quarter of an hour.
      bootstrap = bootstrap.childChannelOption(.tcpOption(.init(rawValue: 18)), value: 20_000)
      // TCP_NOTSENT_LOWAT, bytes: without it the system would take 4 MiB for each peer that asks and does not read.
      bootstrap = bootstrap.childChannelOption(.tcpOption(.init(rawValue: 25)), value: .init(limits.unsentBytesMax / 2))
    #endif
    do {
      return try await bootstrap.bind(host: configuration.host, port: configuration.port).get()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw WireServerError.portInUse(host: configuration.host, port: configuration.port)
    } catch {
      throw WireServerError.cannotListen(
        host: configuration.host, port: configuration.port, cause: "\(error)")
    }
  }
}

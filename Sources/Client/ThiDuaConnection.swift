#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import NIOCore
import NIOPosix
import NIOSSL
public import Transport
public import Wire

/// One connection to a server, for any number of calls at once.
///
/// ```swift
/// let connection = try await ThiDuaConnection.connect(
///   host: "127.0.0.1", port: 7443, deployment: "demo", clientID: id)
/// let health = try await connection.health()
/// await connection.close()
/// ```
///
/// A lost connection stays lost: connect anew. Waiting and repeating belong to ``RetryPolicy``.
public struct ThiDuaConnection: Sendable {
  /// What the server said of itself.
  public let welcome: Welcome
  /// Whom the server signed in; `nil` where it asks for nobody.
  public let signedIn: SignedIn?

  private let channel: any Channel
  let handler: NIOLoopBound<ClientHandler>

  /// Connects and waits until requests can be made.
  ///
  /// - Parameters:
  ///   - security: How the bytes travel; without encryption to this machine only.
  ///   - deployment: The system this client belongs to, such as `prod`; a server of another one is refused.
  ///   - clientID: 16 random bytes, made once and kept for good beside the outbox.
  ///   - token: What to sign in with; sent only to a server that asks for it.
  ///   - timeout: For the connection and the handshake together.
  ///   - software: Name and version of the program, for the server's log.
  ///   - compresses: Whether messages are compressed, in both directions.
  /// - Throws: ``ClientFailure``: `insecure` (also for a plain connection beyond this machine, before it is opened), `unreachable`
  ///   (no server, or no handshake in time), `refused` (the server said why:
  ///   another deployment, a wrong token, shutting down; or it asks for a token and there is none), `protocolViolation`
  ///   (something else listens there).
  public static func connect(
    host: String, port: Int, security: ConnectionSecurity = .plain, deployment: String, clientID: [UInt8], token: AccessToken? = nil,
    timeout: Duration = .seconds(10), software: String = "thidua", limits: Limits = Limits(), compresses: Bool = true
  ) async throws -> ThiDuaConnection {
    do throws(TransportProblem) { try security.check(host: host) } catch { throw ClientFailure.insecure(error) }
    return try await connect(
      to: .network(host: host, port: port, tls: security.tls), deployment: deployment, clientID: clientID, token: token, timeout: timeout,
      software: software, limits: limits, compresses: compresses)
  }

  /// Connects to the control socket in the data folder of a running server: whoever may reach it is its operator.
  package static func connect(
    controlPath path: String, clientID: [UInt8], timeout: Duration = .seconds(10), software: String = "thidua-server"
  ) async throws -> ThiDuaConnection {
    try await connect(
      to: .socket(path: path), deployment: "", clientID: clientID, token: nil, timeout: timeout, software: software, limits: Limits(),
      compresses: false)
  }

  private enum Place {
    case network(host: String, port: Int, tls: ClientTLS?)
    case socket(path: String)

    var name: String {
      switch self {
      case .network(let host, let port, let tls): "\(tls == nil ? "" : "tls://")\(host):\(port)"
      case .socket(let path): path
      }
    }

    /// What stands between the socket and our handler.
    func addEncryption(to channel: any Channel) throws {
      guard case .network(let host, _, let tls?) = self else { return }
      let handler: NIOSSLClientHandler
      do throws(TransportProblem) { handler = try tls.handler(host: host) } catch { throw ClientFailure.insecure(error) }
      try channel.pipeline.syncOperations.addHandler(handler)
    }

    var tlsHost: String? { if case .network(let host, _, .some) = self { host } else { nil } }
  }

  private static func connect(
    to place: Place, deployment: String, clientID: [UInt8], token: AccessToken?, timeout: Duration, software: String, limits: Limits,
    compresses: Bool
  ) async throws -> ThiDuaConnection {
    precondition(clientID.count == 16, "a client id has 16 bytes")
    var message = Hello()
    message.clientID = Data(clientID)
    message.deployment = deployment
    message.software = software
    let hello = message
    let group = MultiThreadedEventLoopGroup.singleton
    let eventLoop = group.next()
    let opened = eventLoop.makePromise(of: ClientHandler.Opened.self)
    var bootstrap = ClientBootstrap(group: eventLoop).connectTimeout(TimeAmount(timeout))
    if case .network = place { bootstrap = bootstrap.channelOption(.tcpOption(.tcp_nodelay), value: 1) }
    #if os(Linux)
      // TCP_USER_TIMEOUT, milliseconds: a vanished server is noticed while somebody still waits.
      if case .network = place { bootstrap = bootstrap.channelOption(.tcpOption(.init(rawValue: 18)), value: 20_000) }
    #endif
    let bound: NIOLoopBound<ClientHandler>
    do {
      bound = try await eventLoop.submit {
        NIOLoopBound(
          ClientHandler(
            hello: hello, server: place.name, tlsHost: place.tlsHost, credential: token?.bytes ?? [], limits: limits, compresses: compresses, opened: opened),
          eventLoop: eventLoop)
      }.get()
    } catch {
      throw ClientFailure.unreachable("\(error)")
    }
    let channel: any Channel
    do {
      let initialised = bootstrap.channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try place.addEncryption(to: channel)
          try channel.pipeline.syncOperations.addHandler(bound.value)
        }
      }
      switch place {
      case .network(let host, let port, _): channel = try await initialised.connect(host: host, port: port).get()
      case .socket(let path): channel = try await initialised.connect(unixDomainSocketPath: path).get()
      }
    } catch {
      let failure = error as? ClientFailure ?? ClientFailure.unreachable("\(place.name), \(Self.cause(of: error))")
      opened.fail(failure)
      throw failure
    }
    let timer = eventLoop.scheduleTask(in: TimeAmount(timeout)) {
      opened.fail(ClientFailure.unreachable("\(place.name), no handshake within \(timeout)"))
    }
    defer { timer.cancel() }
    do {
      let said = try await opened.futureResult.get()
      return ThiDuaConnection(welcome: said.welcome, signedIn: said.signedIn, channel: channel, handler: bound)
    } catch {
      channel.close(promise: nil)
      throw error
    }
  }

  /// What the operating system said, without the libraries' wrapping: "Connection refused".
  private static func cause(of error: any Error) -> String {
    let inner = (error as? NIOConnectionError)?.connectionErrors.first?.error ?? error
    guard let system = inner as? IOError else { return "\(inner)" }
    return String(cString: strerror(system.errnoCode))
  }

  /// Makes one call with the message's bytes as they are.
  ///
  /// - Parameters:
  ///   - requestNumber: The number this request keeps for ever; 0 for a call that only reads.
  ///   - deadline: How long an answer is of use; `nil` waits as long as the connection lives.
  /// - Throws: ``ClientFailure``: `unreachable`, `refused`, `notConfirmed` (also when the surrounding task is
  ///   cancelled), `protocolViolation`.
  public func call(
    _ method: Method, _ message: [UInt8], requestNumber: UInt64 = 0, deadline: Duration? = .seconds(30)
  ) async throws -> Answer {
    let promise = channel.eventLoop.makePromise(of: Answer.self)
    let stream = channel.eventLoop.makePromise(of: UInt32.self)
    let handler = handler
    return try await withTaskCancellationHandler {
      channel.eventLoop.execute {
        var isStarted = false
        handler.value.call(
          method, payload: message, requestNumber: requestNumber, deadline: deadline,
          started: {
            isStarted = true
            stream.succeed($0)
          }, promise: promise)
        if !isStarted { stream.fail(ClientFailure.unreachable("not started")) }
      }
      return try await promise.futureResult.get()
    } onCancel: {
      stream.futureResult.whenSuccess { handler.value.giveUp($0, "the call was cancelled") }
    }
  }

  /// Returns when the connection has ended, from whichever side.
  public func closed() async {
    try? await channel.closeFuture.get()
  }

  /// Says goodbye and closes. Calls still waiting end as `notConfirmed`.
  public func close() async {
    let handler = handler
    channel.eventLoop.execute { handler.value.close() }
    try? await channel.closeFuture.get()
  }
}

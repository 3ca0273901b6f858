import Foundation
import NIOCore
import NIOPosix
import Transport
import Wire

/// How connections to the server under load come about: from many addresses of this machine, as from many offices.
struct Dialer: Sendable {
  let server: SocketAddress
  let tls: ClientTLS?
  let deployment: String
  var compresses: Bool
  private let sources: [SocketAddress]

  /// - Parameters:
  ///   - sources: Addresses from 127.0.0.1 on that connections come from in turns, 1–254.
  ///   - authority: Path of the CA certificate to trust; `nil`: plain connections.
  init(port: Int, authority: String?, sources: Int = 64, deployment: String = LoadSite.deployment, compresses: Bool = true) throws {
    server = try SocketAddress(ipAddress: "127.0.0.1", port: port)
    self.sources = try (1...sources).map { try SocketAddress(ipAddress: "127.0.0.\($0)", port: 0) }
    tls = try authority.map { try ClientTLS(authority: $0) }
    self.deployment = deployment
    self.compresses = compresses
  }

  /// Who connects.
  struct Caller {
    /// Numbers its program's 16 bytes of identity, and the address that it comes from.
    var number: Int
    var token: String
  }

  /// Opens a connection. Called on the event loop, where `hear` is called as well, the last time with `ended`.
  ///
  /// - Parameter gate: Of a reader that will be slow.
  func dial(
    _ caller: Caller, on eventLoop: any EventLoop, gate: ReadGate? = nil,
    hear: @escaping (LoadConnection, LoadConnection.Event) -> Void
  ) -> LoadConnection {
    var hello = Hello()
    hello.clientID = Data((0..<16).map { $0 < 8 ? 0x4C : UInt8(truncatingIfNeeded: caller.number >> (8 * (15 - $0))) })
    hello.deployment = deployment
    hello.software = "thidua-load"
    let connection = LoadConnection(
      ClientConnection(hello: hello, credential: Array(caller.token.utf8), compresses: compresses), awaitsTLS: tls != nil, hear: hear)
    let bound = NIOLoopBound((connection, gate), eventLoop: eventLoop)
    var bootstrap = ClientBootstrap(group: eventLoop)
      .bind(to: sources[caller.number % sources.count])
      .connectTimeout(.seconds(30))
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
    if gate != nil {
      // Else the system would read some hundred KiB in its place.
      bootstrap = bootstrap.channelOption(.socketOption(.so_rcvbuf), value: 4096).channelOption(.maxMessagesPerRead, value: 1)
        .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: ReadGate.bytesAtOnce))
    }
    bootstrap
      .channelInitializer { [tls] channel in
        channel.eventLoop.makeCompletedFuture {
          if let gate = bound.value.1 { try channel.pipeline.syncOperations.addHandler(gate) }
          if let tls { try channel.pipeline.syncOperations.addHandler(try tls.handler(host: "127.0.0.1")) }
          try channel.pipeline.syncOperations.addHandler(bound.value.0)
        }
      }
      .connect(to: server)
      .whenFailure { error in bound.value.0.end("cannot connect: \(error)") }
    return connection
  }
}

import NIOCore
import NIOPosix

/// A line between client and server that loses the answer: what the client asks arrives, and when the server's reply
/// comes, the connection is cut instead.
///
/// Because the cut is made by the reply itself, the request is then surely stored.
struct SwallowingProxy: Sendable {
  private let listener: any Channel
  var port: Int { listener.localAddress?.port ?? 0 }

  init(toward server: Int) async throws {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    listener = try await ServerBootstrap(group: loop, childGroup: loop)
      .childChannelOption(.autoRead, value: false)
      .childChannelInitializer { client in
        let pair = NIOLoopBound(Pair(client: client), eventLoop: loop)
        return ClientBootstrap(group: loop).channelInitializer { upstream in
          upstream.eventLoop.makeCompletedFuture {
            try upstream.pipeline.syncOperations.addHandler(FromServer(pair.value))
          }
        }.connect(host: "127.0.0.1", port: server).flatMapThrowing { upstream in
          pair.value.server = upstream
          try client.pipeline.syncOperations.addHandler(FromClient(pair.value))
        }.flatMap { client.setOption(.autoRead, value: true) }
      }
      .bind(host: "127.0.0.1", port: 0).get()
  }

  func close() async throws { try await listener.close() }

  /// The two ends of one connection; both live on one event loop.
  private final class Pair {
    let client: any Channel
    var server: (any Channel)?
    var hasWelcome = false
    var hasRequest = false
    init(client: any Channel) { self.client = client }

    func cut() {
      client.close(promise: nil)
      server?.close(promise: nil)
    }
  }

  private final class FromClient: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let pair: Pair
    init(_ pair: Pair) { self.pair = pair }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      // The client speaks twice: the handshake, then, after the WELCOME, its request.
      if pair.hasWelcome { pair.hasRequest = true }
      pair.server?.writeAndFlush(Self.unwrapInboundIn(data), promise: nil)
    }
    func channelInactive(context: ChannelHandlerContext) { pair.cut() }
  }

  private final class FromServer: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let pair: Pair
    init(_ pair: Pair) { self.pair = pair }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      guard !pair.hasRequest else { return pair.cut() }
      pair.hasWelcome = true
      pair.client.writeAndFlush(Self.unwrapInboundIn(data), promise: nil)
    }
    func channelInactive(context: ChannelHandlerContext) { pair.cut() }
  }
}

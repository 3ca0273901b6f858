import NIOCore
import NIOPosix

/// A line between client and server that keeps what the client sends.
struct RecordingProxy: Sendable {
  struct NotTLS: Error { let bytes: [UInt8] }

  /// All that a client sent on one connection.
  struct Recording: Sendable {
    let bytes: [UInt8]

    /// How many bytes of records that hold more than the open part of a handshake.
    ///
    /// - Throws: ``NotTLS`` where it is not made of TLS records from its first byte to its last.
    func encryptedBytes() throws -> Int {
      var (rest, count) = (bytes[...], 0)
      while !rest.isEmpty {
        guard rest.count >= 5, case let head = Array(rest.prefix(5)), (20...23).contains(head[0]), head[1] == 3 else {
          throw NotTLS(bytes: bytes)
        }
        let length = Int(head[3]) << 8 | Int(head[4])
        guard rest.count >= 5 + length else { throw NotTLS(bytes: bytes) }
        if head[0] == 23 { count += length }
        rest = rest.dropFirst(5 + length)
      }
      guard !bytes.isEmpty else { throw NotTLS(bytes: []) }
      return count
    }
  }

  private let listener: any Channel
  private let recordings: AsyncStream<Recording>
  var port: Int { listener.localAddress?.port ?? 0 }

  init(toward server: Int) async throws {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let (recordings, recording) = AsyncStream.makeStream(of: Recording.self)
    self.recordings = recordings
    listener = try await ServerBootstrap(group: loop, childGroup: loop)
      .childChannelOption(.autoRead, value: false)
      .childChannelInitializer { client in
        ClientBootstrap(group: loop).channelInitializer { upstream in
          upstream.eventLoop.makeCompletedFuture { try upstream.pipeline.syncOperations.addHandler(Passing(to: client)) }
        }.connect(host: "127.0.0.1", port: server).flatMapThrowing { upstream in
          try client.pipeline.syncOperations.addHandler(Passing(to: upstream) { recording.yield(Recording(bytes: $0)) })
        }.flatMap { client.setOption(.autoRead, value: true) }
      }
      .bind(host: "127.0.0.1", port: 0).get()
  }

  /// What the next client sent, once it has ended.
  func next() async throws -> Recording {
    for await recording in recordings { return recording }
    throw CancellationError()
  }

  func close() async throws { try await listener.close() }

  /// Passes on what comes in, and ends the other side with this one.
  private final class Passing: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let other: any Channel
    private let ended: ([UInt8]) -> Void
    private var heard: [UInt8] = []

    init(to other: any Channel, ended: @escaping ([UInt8]) -> Void = { _ in }) {
      self.other = other
      self.ended = ended
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let bytes = Self.unwrapInboundIn(data)
      heard += bytes.readableBytesView
      other.writeAndFlush(bytes, promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
      ended(heard)
      other.close(promise: nil)
    }
  }
}

import NIOCore
import NIOPosix

/// The least that a server over SwiftNIO can do: 4 bytes of length and as many bytes, sent back as they came. Nothing is checked.
enum EchoPeer {
  /// - Parameter gathers: Messages of a read are written together; else each by itself, as an echo is usually written.
  static func serve<Value>(gathers: Bool, _ body: (_ port: Int) async throws -> Value) async throws -> Value {
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(EchoHandler(gathers: gathers)) }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    do {
      let value = try await body(channel.localAddress?.port ?? 0)
      try await channel.close().get()
      return value
    } catch {
      try? await channel.close().get()
      throw error
    }
  }
}

/// Takes whole messages out of what came and writes them back, flushing once a read: as our server does.
private final class EchoHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer
  private var pending = ByteBuffer()
  private let gathers: Bool

  init(gathers: Bool) { self.gathers = gathers }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = Self.unwrapInboundIn(data)
    if pending.readableBytes == 0 { pending = bytes } else { pending.writeBuffer(&bytes) }
    var whole = 0
    while let length = pending.getInteger(at: pending.readerIndex + whole, as: UInt32.self), pending.readableBytes - whole >= 4 + Int(length) {
      whole += 4 + Int(length)
      guard gathers else {
        if let message = pending.readSlice(length: whole) { context.write(Self.wrapOutboundOut(message), promise: nil) }
        whole = 0
        continue
      }
    }
    if whole > 0, let messages = pending.readSlice(length: whole) { context.write(Self.wrapOutboundOut(messages), promise: nil) }
    if pending.readableBytes == 0 { pending = ByteBuffer() }
  }

  func channelReadComplete(context: ChannelHandlerContext) { context.flush() }
}

/// Speaks to ``EchoPeer``; answers come in order.
struct EchoSpeech: Speech, Sendable {
  private let message: ByteBuffer
  private var received = 0
  private var answered = 0

  let gathers: Bool

  init(bytes: Int, gathers: Bool) {
    self.gathers = gathers
    var message = ByteBuffer()
    message.writeInteger(UInt32(bytes))
    message.writeRepeatingByte(0x5A, count: bytes)
    self.message = message
  }

  mutating func greeting() -> ByteBuffer { ByteBuffer() }
  mutating func request(_ number: Int, to buffer: inout ByteBuffer) {
    buffer.writeImmutableBuffer(message)
  }

  mutating func receive(_ bytes: ByteBuffer) -> [SpeechEvent] {
    received += bytes.readableBytes
    var events: [SpeechEvent] = []
    while (answered + 1) * message.readableBytes <= received {
      events.append(.answer(answered))
      answered += 1
    }
    return events
  }
}

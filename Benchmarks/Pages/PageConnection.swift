import NIOCore
import NIOPosix

/// A page as it came.
package struct FetchedPage: Sendable {
  package let status: Int
  /// Names in small letters.
  package let headers: [String: String]
  /// As sent, compressed or not; chunks are put together.
  package let body: [UInt8]
  /// Of the head and the body on the wire.
  package let bytes: Int
  package let sent: ContinuousClock.Instant
  package let firstByte: ContinuousClock.Instant
  package let complete: ContinuousClock.Instant
}

package struct PageConnectionLost: Error {}

/// One connection that stays open, as a browser's does: a request, its answer, the next request.
package struct PageConnection: Sendable {
  private let channel: any Channel
  private let handler: NIOLoopBound<PageHandler>

  package init(port: Int) async throws {
    let (channel, handler) = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          let handler = PageHandler()
          try channel.pipeline.syncOperations.addHandler(handler)
          return (channel, NIOLoopBound(handler, eventLoop: channel.eventLoop))
        }
      }
    (self.channel, self.handler) = (channel, handler)
  }

  /// - Parameter target: Path and query.
  /// - Throws: ``PageConnectionLost`` and what the network throws.
  package func get(_ target: String, gzip: Bool = false) async throws -> FetchedPage {
    let encoding = gzip ? "Accept-Encoding: gzip\r\n" : ""
    let request = ByteBuffer(string: "GET \(target) HTTP/1.1\r\nHost: localhost\r\n\(encoding)\r\n")
    let promise = channel.eventLoop.makePromise(of: FetchedPage.self)
    channel.eventLoop.execute { [handler, channel] in
      // A connection that the server has closed since tells nobody of it again.
      guard channel.isActive else { return promise.fail(PageConnectionLost()) }
      handler.value.expect(promise)
      channel.writeAndFlush(request, promise: nil)
    }
    return try await promise.futureResult.get()
  }

  package func close() async { try? await channel.close().get() }
}

/// Reads one answer at a time.
private final class PageHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  private var bytes: [UInt8] = []
  private var body: [UInt8] = []
  /// Where what is not read yet begins.
  private var at = 0
  private var head: (status: Int, headers: [String: String])?
  private var length = 0
  private var isChunked = false
  private var sent = ContinuousClock.now
  private var firstByte: ContinuousClock.Instant?
  private var waiting: EventLoopPromise<FetchedPage>?

  func expect(_ promise: EventLoopPromise<FetchedPage>) {
    (bytes, body, at, head, firstByte) = ([], [], 0, nil, nil)
    waiting = promise
    sent = .now
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if firstByte == nil { firstByte = .now }
    bytes += Self.unwrapInboundIn(data).readableBytesView
    if head == nil { readHead() }
    guard let head, isWhole() else { return }
    let now = ContinuousClock.now
    let page = FetchedPage(
      status: head.status, headers: head.headers, body: body, bytes: bytes.count, sent: sent, firstByte: firstByte ?? now, complete: now)
    let promise = waiting
    waiting = nil
    promise?.succeed(page)
  }

  func channelInactive(context: ChannelHandlerContext) {
    waiting?.fail(PageConnectionLost())
    waiting = nil
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func line() -> String? {
    guard let end = bytes[at...].firstIndex(of: 10) else { return nil }
    defer { at = end + 1 }
    return String(decoding: bytes[at..<max(at, end - 1)], as: UTF8.self)
  }

  private func readHead() {
    let start = at
    var lines: [String] = []
    while true {
      guard let line = line() else {
        at = start
        return
      }
      if line.isEmpty { break }
      lines.append(line)
    }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let halves = line.split(separator: ":", maxSplits: 1)
      if halves.count == 2 { headers[halves[0].lowercased()] = String(halves[1].drop { $0 == " " }) }
    }
    head = (lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0, headers)
    length = headers["content-length"].flatMap { Int($0) } ?? 0
    isChunked = headers["transfer-encoding"] == "chunked"
  }

  private func isWhole() -> Bool {
    guard isChunked else {
      guard bytes.count - at >= length else { return false }
      body = Array(bytes[at..<(at + length)])
      return true
    }
    while true {
      let start = at
      guard let size = line().flatMap({ Int($0, radix: 16) }), bytes.count >= at + size + 2 else {
        at = start
        return false
      }
      body += bytes[at..<(at + size)]
      at += size + 2
      if size == 0 { return true }
    }
  }
}

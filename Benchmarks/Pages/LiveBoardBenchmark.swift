package import BenchmarkHarness
import Campaign
import NIOCore
import NIOPosix
import Service

/// From a filing's receipt to the board that somebody has open.
package enum LiveBoardBenchmark {
  package struct Report: Sendable {
    /// To the event on the stream, and to the whole new page that a browser fetches then.
    package let event: Sampling
    package let page: Sampling
  }

  /// - Parameter count: Filings, each another revision of one commune's open month.
  package static func run(_ stage: PagesStage, _ port: Int, count: Int) async throws -> Report {
    guard let unit = stage.rulebook.units.first(where: { $0.level == .commune }),
      let open = try await stage.service.snapshot().open
    else { throw PagesBenchmark.WrongPage(description: "no open month") }
    var revision = await stage.service.state.inForce(unit.id, open)?.receipt.revision ?? 0
    let stream = try await EventStream(port, "/song/\(unit.block)/\(open)")
    let reader = try await PageConnection(port: port)
    var (events, pages): ([Int64], [Int64]) = ([], [])
    for number in 0..<max(1, count) {
      let cells = stage.rulebook.form(for: unit).map { counter in
        FilingDraft.Cell(counter: counter.code, value: counter.code == "o_files" ? Int64(number) : 0)
      }
      _ = try await stage.service.submit(
        [FilingDraft(unit: unit.id.text, period: open.description, baseRevision: revision, cells: cells)], keys: [], from: .system)
      let receipt = ContinuousClock.now
      revision += 1
      let position = await stage.service.state.position
      try await stream.until("id: \(position)\n")
      events.append((ContinuousClock.now - receipt).nanoseconds)
      let target = "/bang-xep-hang/\(unit.block)/\(open)"
      let page = try await reader.get(target, gzip: true)
      try PagesBenchmark.check(page, target, holding: "data-position=\"\(position)\"")
      pages.append((page.complete - receipt).nanoseconds)
    }
    await stream.close()
    await reader.close()
    return Report(event: Sampling(samples: events), page: Sampling(samples: pages))
  }
}

/// An open stream of events.
private struct EventStream {
  private let channel: any Channel
  private let pieces: AsyncStream<String>.Iterator

  init(_ port: Int, _ target: String) async throws {
    let (pieces, continuation) = AsyncStream.makeStream(of: String.self)
    channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).channelInitializer { channel in
      channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(PieceHandler(continuation)) }
    }.connect(host: "127.0.0.1", port: port).get()
    self.pieces = pieces.makeAsyncIterator()
    try await channel.writeAndFlush(ByteBuffer(string: "GET \(target) HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"))
    try await until("retry")
  }

  func until(_ text: String) async throws {
    var heard = ""
    var rest = pieces
    while let piece = await rest.next() {
      heard += piece
      if heard.contains(text) { return }
    }
    throw PageConnectionLost()
  }

  func close() async { try? await channel.close().get() }
}

private final class PieceHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  private let pieces: AsyncStream<String>.Continuation

  init(_ pieces: AsyncStream<String>.Continuation) { self.pieces = pieces }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) { pieces.yield(String(buffer: Self.unwrapInboundIn(data))) }
  func channelInactive(context: ChannelHandlerContext) { pieces.finish() }
  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

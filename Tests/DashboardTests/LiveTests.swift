import Campaign
@testable import Dashboard
import NIOCore
import NIOPosix
import Service
import Testing

/// Boards that follow their open period.
@Suite(.timeLimit(.minutes(10))) struct LiveTests {
  static let open = Instant(vietnam: "2023-03-15T09:00")!
  static var quick: PageLimits {
    var limits = PageLimits()
    limits.live.interval = .milliseconds(20)
    limits.live.timeInterval = .milliseconds(50)
    limits.live.beat = .milliseconds(50)
    return limits
  }

  @Test func aFiledMonthReachesAnOpenBoard() async throws {
    let stage = try await Stage()
    stage.clock.set(Self.open)
    try await stage.serving { port in
      let stream = try await Stream(port, "/song/huyen/2023-03")
      let head = try await stream.until("retry: 2000\n\n")
      #expect(head.contains("content-type: text/event-stream") || head.contains("Content-Type: text/event-stream"))
      #expect(head.contains(ServerTests.policy))
      try await stage.file("2023-03", ["sa-thay": 100])
      let position = await stage.service.state.position
      let event = try await stream.until("vừa nộp")
      #expect(event.contains("id: \(position)\n") && event.contains("Đã nộp 1/3."))
      let page = try await get(port, "/bang-xep-hang/huyen/2023-03").text
      #expect(page.contains("data-position=\"\(position)\"") && page.contains("data-stream=\"/song/huyen/2023-03?lang=vi\""))
      try await stream.close()
    }
  }

  // The board names the objectives that are not met.
  @Test func whatIsPublishedReachesAnOpenBoard() async throws {
    let stage = try await Stage()
    stage.clock.set(Self.open)
    try await stage.serving(.open, Self.quick) { port in
      let stream = try await Stream(port, "/song/huyen/2023-03")
      _ = try await stream.until("retry")
      let empty = try await get(port, "/bang-xep-hang/huyen/2023-03").text
      #expect(empty.contains("id=\"khong-dat\"") && !empty.contains("năm 2023 không đạt"))
      let fact = IndexFact(year: 2023, score: .value(ExactDecimal("59")!, .published), rank: .unknown, of: nil, publishedOn: nil, source: "test")
      _ = try await stage.service.publish("PCI", fact, from: .system)
      let position = await stage.service.state.position
      _ = try await stream.until("id: \(position)\n")
      let told = try await get(port, "/bang-xep-hang/huyen/2023-03").text
      #expect(told.contains("2 mục tiêu của phong trào năm 2023 không đạt"))
      try await stream.close()
    }
  }

  @Test func whoComesBackHearsWhatHeMissed() async throws {
    let stage = try await Stage()
    stage.clock.set(Self.open)
    try await stage.serving(.open, Self.quick) { port in
      let before = await stage.service.state.position
      let keeper = try await Stream(port, "/song/huyen/2023-03")
      _ = try await keeper.until("retry")
      try await stage.file("2023-03", ["kon-ray": 90])
      let now = await stage.service.state.position
      _ = try await keeper.until("id: \(now)\n")
      // By the header of a browser that reconnects, and by the address of a page that was made before.
      for (target, header) in [("/song/huyen/2023-03", ["Last-Event-ID: \(before)"]), ("/song/huyen/2023-03?tu=\(before)", [])] {
        let back = try await Stream(port, target, header)
        #expect(try await back.until("id: \(now)\n").contains("Huyện Kon Rẫy vừa nộp"))
        try await back.close()
      }
      // Who knows all hears nothing but signs of life.
      let calm = try await Stream(port, "/song/huyen/2023-03", ["Last-Event-ID: \(now)"])
      let signs = try await calm.until(": \n\n")
      #expect(!signs.contains("id: "))
      // A number that this journal does not have is of another journal.
      let lost = try await Stream(port, "/song/huyen/2023-03", ["Last-Event-ID: 999999"])
      _ = try await lost.until("id: \(now)\n")
      for stream in [keeper, calm, lost] { try await stream.close() }
    }
  }

  @Test func aClosedPeriodHasNothingToWaitFor() async throws {
    let stage = try await Stage()
    stage.clock.set(Self.open)
    try await stage.serving { port in
      #expect(try await get(port, "/song/huyen/2023-01").status == 204)
      #expect(try await get(port, "/song/x/2023-03").status == 404)
      #expect(try await get(port, "/song/huyen/2024-03").status == 404)
      #expect(try await get(port, "/song/huyen/2023-03", method: "HEAD").status == 200)
      let closed = try await get(port, "/bang-xep-hang/huyen/2023-01").text
      #expect(!closed.contains("data-stream"))
    }
  }

  @Test func theStreamEndsWhenThePeriodCloses() async throws {
    let stage = try await Stage()
    stage.clock.set(Self.open)
    try await stage.serving(.open, Self.quick) { port in
      let stream = try await Stream(port, "/song/huyen/2023-03?lang=en", ["Connection: close"])
      _ = try await stream.until("retry")
      stage.clock.set(Instant(vietnam: "2023-05-01T09:00")!)
      #expect(try await stream.until("event: het\ndata: The period is closed.\n\n").contains("event: het\n"))
      _ = try await stream.rest()
    }
  }

  @Test func viewersAreBounded() async throws {
    let stage = try await Stage()
    stage.clock.set(Self.open)
    var limits = Self.quick
    limits.live.viewersOfOneMost = 2
    try await stage.serving(.open, limits) { port in
      let first = try await Stream(port, "/song/huyen/2023-03")
      let second = try await Stream(port, "/song/tat-ca/2023-03")
      _ = try await first.until("retry")
      _ = try await second.until("retry")
      let third = try await get(port, "/song/huyen/2023-03")
      #expect(third.status == 503 && third.text.contains("Quá nhiều người đang xem trực tiếp"))
      // A place that is given back is found by the next sign of life.
      try await first.close()
      try await second.close()
      var status = 503
      while status == 503 {
        let again = try await Stream(port, "/song/huyen/2023-03")
        status = try await again.until("\r\n\r\n").contains(" 200 ") ? 200 : 503
        try await again.close()
      }
      #expect(status == 200)
    }
  }

  @Test func theServerStopsUnderAnOpenStream() async throws {
    let stage = try await Stage()
    stage.clock.set(Self.open)
    let (streams, opened) = AsyncStream.makeStream(of: Stream.self)
    // Returns only once the server has stopped.
    try await stage.serving { port in
      let stream = try await Stream(port, "/song/huyen/2023-03")
      _ = try await stream.until("retry")
      opened.yield(stream)
      opened.finish()
    }
    for await stream in streams { _ = try await stream.rest() }
  }

  // As a page: nobody looks without signing in, and a revoked token ends what is open.
  @Test func aStreamEndsWithItsSession() async throws {
    let stage = try await Stage()
    stage.clock.set(Self.open)
    let token = try await stage.token(.viewer)
    try await stage.serving(.signIn, Self.quick) { port in
      #expect(try await get(port, "/song/huyen/2023-03").status == 303)
      var browser = Browser(port: port)
      try await browser.signIn(token)
      let stream = try await Stream(port, "/song/huyen/2023-03", ["Cookie: \(browser.cookie)", "Connection: close"])
      _ = try await stream.until("retry")
      _ = try await stage.service.revoke(token.id, from: .system)
      _ = try await stream.rest()
    }
  }

  @Test func newsThatWereNotTakenAreReplaced() async {
    let viewer = LiveViewer(peer: "") {}
    for position in 1...100 { viewer.tell(.init(position: UInt64(position), text: LocalizedText("", en: ""), isOver: false)) }
    viewer.finish()
    var seen: [UInt64] = []
    for await news in viewer.news { seen.append(news.position) }
    #expect(seen == [100])
  }

  @Test func whoTakesNothingIsCutOff() async throws {
    let (closings, closed) = AsyncStream.makeStream(of: Void.self)
    let viewer = LiveViewer(peer: "") { closed.yield() }
    let start = ContinuousClock.now
    #expect(!viewer.isStuck(at: start + .seconds(60), most: .seconds(10)))
    try await viewer.writing {
      #expect(!viewer.isStuck(at: start + .seconds(9), most: .seconds(10)))
      #expect(viewer.isStuck(at: .now + .seconds(11), most: .seconds(10)))
      viewer.cut()
    }
    for await _ in closings { break }
    for await _ in viewer.news { Issue.record("news after the end") }
  }

  @Test func anEventIsOneEvent() {
    let news = LiveBoards.News(position: 7, text: LocalizedText("", en: ""), isOver: false)
    #expect(news.event("a\nid: 9\r\n\r\ndata: b") == "id: 7\ndata: a id: 9 data: b\n\n")
  }

  @Test func theHallHasLargeTypeAndLittleElse() async throws {
    let stage = try await Stage()
    stage.clock.set(Self.open)
    let page = try await stage.text("/bang-xep-hang/huyen/2023-03?hoi-truong")
    #expect(page.contains("<body class=\"hall\">") && page.contains("class=\"hall-list one\"") && !page.contains("role=\"search\""))
    #expect(page.contains("DỮ LIỆU TRÌNH DIỄN") && page.contains("data-stream") && !page.contains("&lt;small"))
    #expect(try await stage.text("/bang-xep-hang/huyen/2023-03").contains("?hoi-truong="))
  }
}

/// A response that is read piece by piece.
struct Stream: Sendable {
  private let channel: any Channel
  private let pieces: AsyncStream<String>

  init(_ port: Int, _ target: String, _ headers: [String] = []) async throws {
    let (pieces, arrived) = AsyncStream.makeStream(of: String.self)
    self.pieces = pieces
    channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).channelInitializer { channel in
      channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Pieces(arrived)) }
    }.connect(host: "127.0.0.1", port: port).get()
    let lines = ["GET \(target) HTTP/1.1", "Host: localhost"] + headers
    try await channel.writeAndFlush(ByteBuffer(string: lines.joined(separator: "\r\n") + "\r\n\r\n"))
  }

  /// What has come up to some text, with it.
  func until(_ text: String) async throws -> String {
    var all = ""
    for await piece in pieces {
      all += piece
      if all.contains(text) { return all }
    }
    Issue.record("the stream ended before \"\(text)\": \(all)")
    return all
  }

  func rest() async throws -> String {
    var all = ""
    for await piece in pieces { all += piece }
    return all
  }

  func close() async throws { try? await channel.close() }

  private final class Pieces: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let arrived: AsyncStream<String>.Continuation

    init(_ arrived: AsyncStream<String>.Continuation) { self.arrived = arrived }
    func channelRead(context: ChannelHandlerContext, data: NIOAny) { arrived.yield(String(buffer: Self.unwrapInboundIn(data))) }
    func channelInactive(context: ChannelHandlerContext) { arrived.finish() }
    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
  }
}

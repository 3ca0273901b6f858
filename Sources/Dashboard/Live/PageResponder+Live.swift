import Campaign
import HTTPTypes
import Hummingbird
import NIOCore
import Service
import ServiceLifecycle

/// The stream of an open board's changes (server-sent events).
extension PageResponder {
  /// Answers 204 where the period is over, which tells a browser not to come back.
  ///
  func liveResponse(
    _ topic: LiveBoards.Topic, _ visitor: Visitor, _ asked: Asked
  ) async throws(PageProblem) -> Response {
    let (head, words, channel) = (asked.head, asked.words, asked.context.channel)
    let known = asked.query.last { $0.name == "tu" }?.value
    let viewer = LiveViewer(peer: asked.context.peer(head, behindProxy: limits.isSecure)) { channel.close(promise: nil) }
    if head.method == .head { return Response(status: .ok, headers: Self.liveHeaders) }
    guard let first = try await live.join(topic, peer: viewer.peer, viewer: viewer) else {
      return Response(status: .noContent, headers: [.cacheControl: "no-store"])
    }
    // A reader who comes back says what he saw last; a new one says what his page was made at.
    let last = head.headerFields[HTTPField.Name("Last-Event-ID")!] ?? known
    let lastKnown = last.flatMap { UInt64($0) }
    let now = await service.state.position
    let (live, limit) = (live, 4_096)
    let body = ResponseBody { writer in
      var told = lastKnown
      do {
        try await withGracefulShutdownHandler {
          var text = "retry: 2000\n\n"
          if first.isNews(to: told, now: now) { text += first.event(words(first.text)) }
          told = max(first.position, told.map { min($0, now) } ?? 0)
          try await viewer.writing { try await writer.write(ByteBuffer(string: text)) }
          for await news in viewer.news {
            guard await mayGoOn(visitor, head) else { break }
            // The same again is a sign of life.
            let text = news.position > told ?? 0 || news.isOver ? String(news.event(words(news.text)).prefix(limit)) : ": \n\n"
            told = max(news.position, told ?? 0)
            try await viewer.writing { try await writer.write(ByteBuffer(string: text)) }
            if news.isOver { break }
          }
        } onGracefulShutdown: {
          viewer.finish()
        }
      } catch {
        await live.leave(topic, viewer)
        throw error
      }
      await live.leave(topic, viewer)
      try await writer.finish(nil)
    }
    return Response(status: .ok, headers: Self.liveHeaders, body: body)
  }

  /// Signed out, revoked and too long ago all end a stream as they end pages.
  private func mayGoOn(_ visitor: Visitor, _ head: HTTPRequest) async -> Bool {
    guard visitor.session != nil else { return true }
    guard let secret = Cookies.value(cookies.sessionName, in: head), sessions.isOpen(secret, at: service.now()) else { return false }
    return await service.isValid(visitor.principal)
  }

  private static let liveHeaders: HTTPFields = [
    .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store", HTTPField.Name("X-Accel-Buffering")!: "no",
  ]
}

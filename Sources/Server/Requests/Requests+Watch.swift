package import Wire

/// Streams of items.
extension Requests {
  package func stream(_ context: RequestContext, _ method: Method, _ payload: [UInt8], _ items: ItemSink) async -> Reply {
    await answering {
      try context.principal.check(method)
      guard method == .watchRanking else { throw WireProblem.stream(.methodUnknown) }
      let request = try Payload.decode(WatchRequest.self, from: payload)
      let topic = RankingFeed.Topic(period: request.period, block: request.block, scoreboard: request.scoreboard)
      try await rankings.join(topic)
      do {
        try await show(topic, known: Array(request.known), items)
      } catch {
        await rankings.leave(topic)
        guard error is ItemSink.Ended || error is CancellationError else { throw error }
      }
      // The connection knows better why it ended.
      return .refused(.stream(.cancelled))
    }
  }

  /// Shows a ranking until its viewer leaves.
  private func show(_ topic: RankingFeed.Topic, known: [UInt8], _ items: ItemSink) async throws {
    var known = known
    var isFirst = true
    while true {
      // The newest is looked for only when it can go out.
      try await items.ready()
      let update = try await rankings.next(topic, known: known, atOnce: isFirst)
      try await items.send(update.item)
      (known, isFirst) = (update.state, false)
    }
  }
}

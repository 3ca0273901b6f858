import Service
import Wire

/// Rankings that are watched: computed once for all viewers, and each viewer gets the newest when he takes it.
///
/// While somebody watches it looks at the journal's position a few times a second, so that a rush of filings costs a few
/// rankings a second and not one a filing. What time alone changes, such as a period that closes, is seen within five seconds.
///
/// - Source: ours: decision 25.
actor RankingFeed {
  struct Topic: Hashable, Sendable {
    let period: String
    let block: String
    let scoreboard: String
  }

  struct Update: Sendable {
    let state: [UInt8]
    /// The same for all who have the same.
    let item: SharedItem
  }

  private struct Shown {
    let response: RankingResponse
    let print: RankingPrint
    /// Updates to this ranking, by the state that they begin with.
    var items: [[UInt8]: SharedItem] = [:]

    init(_ response: RankingResponse) {
      self.response = response
      print = RankingPrint(response)
    }
  }

  private struct Watched {
    var shown: Shown
    var earlier: [RankingPrint] = []
    var viewers = 0
    var waiting: [UInt64: CheckedContinuation<Void, any Error>] = [:]
  }

  private let service: CampaignService
  private let interval: Duration
  private let topicsMax: Int
  private var topics: [Topic: Watched] = [:]
  private var looking: Task<Void, Never>?
  private var waiterCount: UInt64 = 0
  private var lookedAt: (position: UInt64, instant: ContinuousClock.Instant)?

  /// How many earlier states of a ranking can be gone on from.
  static let earlierMax = 32

  init(service: CampaignService, limits: Limits) {
    self.service = service
    interval = limits.itemInterval
    topicsMax = limits.watchedRankingsMax
  }

  /// Begins to watch. Whoever has joined leaves.
  ///
  /// - Throws: ``ServiceFailure``; `OVERLOADED` where too many different rankings are watched.
  func join(_ topic: Topic) async throws {
    if (topics[topic]?.viewers ?? 0) == 0 { try await compute(topic) }
    guard topics[topic] != nil else { throw WireProblem.stream(.overloaded) }
    topics[topic]?.viewers += 1
    if looking == nil { looking = Task { await look() } }
  }

  func leave(_ topic: Topic) {
    topics[topic]?.viewers -= 1
    guard topics.values.allSatisfy({ $0.viewers == 0 }) else { return }
    looking?.cancel()
    looking = nil
    lookedAt = nil
  }

  /// What makes the newest ranking of what the viewer has.
  ///
  /// - Parameters:
  ///   - known: The state that the viewer has; empty: none. One that nobody remembers gets the whole.
  ///   - atOnce: Also when nothing has changed; else it waits until something has.
  /// - Throws: ``ServiceFailure``, `ANSWER_TOO_LARGE`, `CancellationError`.
  func next(_ topic: Topic, known: [UInt8], atOnce: Bool) async throws -> Update {
    // Nobody holds the topic meanwhile: a list of a thousand who wait would be copied for each who joins them.
    while !atOnce, topics[topic]?.shown.print.state == known { try await change(of: topic) }
    guard let watched = topics[topic] else { throw CancellationError() }
    let (shown, print) = (watched.shown, watched.shown.print)
    let base = print.state == known ? print : watched.earlier.last { $0.state == known }
    if let item = shown.items[base?.state ?? []] { return Update(state: print.state, item: item) }
    let update = try print.update(shown.response, since: base)
    let item = SharedItem(version: shown.response.provenance.journalPosition, payload: Payload.encode(update))
    topics[topic]?.shown.items[base?.state ?? []] = item
    return Update(state: print.state, item: item)
  }

  private func change(of topic: Topic) async throws {
    waiterCount += 1
    let number = waiterCount
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        if Task.isCancelled || topics[topic] == nil {
          continuation.resume(throwing: CancellationError())
        } else {
          topics[topic]?.waiting[number] = continuation
        }
      }
    } onCancel: {
      Task { await giveUp(number, topic) }
    }
  }

  private func giveUp(_ number: UInt64, _ topic: Topic) {
    topics[topic]?.waiting.removeValue(forKey: number)?.resume(throwing: CancellationError())
  }

  /// Looks until nobody watches.
  private func look() async {
    while !Task.isCancelled {
      try? await Task.sleep(for: interval)
      let position = await service.state.position
      if let lookedAt, lookedAt.position == position, ContinuousClock.now - lookedAt.instant < .seconds(5) { continue }
      lookedAt = (position, .now)
      for topic in topics.keys where topics[topic]?.viewers ?? 0 > 0 {
        do { try await compute(topic) } catch { wake(topic) { $0.resume(throwing: error) } }
      }
    }
  }

  /// Computes a ranking and tells its viewers where it shows something else.
  private func compute(_ topic: Topic) async throws {
    let snapshot = try await service.snapshot()
    let response = try snapshot.ranking(period: topic.period, block: topic.block, scoreboard: topic.scoreboard)
    guard var watched = topics[topic] else {
      makeRoom()
      if topics.count < topicsMax { topics[topic] = Watched(shown: Shown(response)) }
      return
    }
    // Two computations may end out of order.
    guard response.provenance.journalPosition >= watched.shown.response.provenance.journalPosition else { return }
    let shown = Shown(response)
    guard shown.print.state != watched.shown.print.state else { return }
    watched.earlier = watched.earlier.suffix(Self.earlierMax - 1) + [watched.shown.print]
    watched.shown = shown
    topics[topic] = watched
    wake(topic) { $0.resume() }
  }

  private func wake(_ topic: Topic, _ resume: (CheckedContinuation<Void, any Error>) -> Void) {
    let waiting = topics[topic]?.waiting ?? [:]
    topics[topic]?.waiting = [:]
    for continuation in waiting.values { resume(continuation) }
  }

  /// Forgets a ranking that nobody watches, where there are too many.
  private func makeRoom() {
    guard topics.count >= topicsMax, let unwatched = topics.first(where: { $0.value.viewers == 0 })?.key else { return }
    topics[unwatched] = nil
  }
}

import NIOCore
import NIOPosix
import Wire

/// Viewers on all event loops of a group.
struct Audience: Sendable {
  struct Standing: Sendable {
    /// Show the ranking asked for, show another one, have no connection.
    var there = 0
    var behind = 0
    var gone = 0
    /// Different versions of the last items.
    var versions: Set<UInt64> = []
    var faults: [String: Int] = [:]
    var lost: [String: Int] = [:]
  }

  private let lanes: [(loop: any EventLoop, lane: NIOLoopBound<ViewerLane>)]

  /// - Parameter callers: The viewers.
  init(
    _ callers: [Dialer.Caller], _ habit: ViewerLane.Habit, watching request: WatchRequest, dialer: Dialer, tally: Tally,
    on group: MultiThreadedEventLoopGroup
  ) async throws {
    let loops = Array(group.makeIterator())
    var lanes: [(loop: any EventLoop, lane: NIOLoopBound<ViewerLane>)] = []
    for (index, loop) in loops.enumerated() {
      let mine = callers.enumerated().filter { $0.offset % loops.count == index }.map(\.element)
      let lane = try await loop.submit {
        NIOLoopBound(ViewerLane(mine, habit, watching: request, dialer: dialer, tally: tally, on: loop), eventLoop: loop)
      }.get()
      lanes.append((loop, lane))
    }
    self.lanes = lanes
  }

  func open() async throws {
    for opening in lanes.map({ loop, lane in loop.flatSubmit { lane.value.fleet.open() } }) { try await opening.get() }
  }

  func close() async throws {
    for closing in lanes.map({ loop, lane in loop.flatSubmit { lane.value.fleet.close() } }) { try await closing.get() }
  }

  func readOn() async throws { for (loop, lane) in lanes { try await loop.submit { lane.value.readOn() }.get() } }

  /// The name of the ranking that everybody should show, computed of what the server answers now.
  func expected(_ request: WatchRequest) async throws -> [UInt8] {
    var question = RankingRequest()
    question.period = request.period
    question.block = request.block
    let response = try await lanes[0].loop.flatSubmit { [lane = lanes[0].lane, question] in lane.value.ask(question) }.get()
    guard response.code == Status.ok.rawValue else { throw LoadFailure("GetRanking was answered with \(response.status).") }
    return Array(ShownBoard.state(of: try Payload.decode(RankingResponse.self, from: response.payload)))
  }

  func standing(_ state: [UInt8]) async throws -> Standing {
    var all = Standing()
    for (loop, lane) in lanes {
      let (one, versions, faults, lost) = try await loop.submit {
        let lane = lane.value
        return (lane.standing(state), lane.versions, lane.faults, lane.fleet.lost)
      }.get()
      all.there += one.there
      all.behind += one.behind
      all.gone += one.gone
      all.versions.formUnion(versions)
      all.faults.merge(faults, uniquingKeysWith: +)
      all.lost.merge(lost, uniquingKeysWith: +)
    }
    return all
  }

  /// Waits until nobody is behind, and says how things stand then.
  func settled(_ state: [UInt8], within time: Duration) async throws -> Standing {
    let end = ContinuousClock.now + time
    while true {
      let now = try await standing(state)
      if now.behind == 0 || ContinuousClock.now > end { return now }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// The items of every viewer.
  func seen() async throws -> [[ViewerLane.Seen]] {
    var all: [[ViewerLane.Seen]] = []
    for (loop, lane) in lanes { all += try await loop.submit { lane.value.seen }.get() }
    return all
  }
}

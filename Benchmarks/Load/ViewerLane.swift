import Client
import NIOCore
import Wire

/// Viewers of one event loop, each watching the same ranking on a connection of its own.
final class ViewerLane {
  /// How viewers of a lane behave.
  enum Habit: Sendable {
    /// Takes an item, shows it, asks for the next one.
    case reading
    /// Asks for all there will ever be, without compression, and reads some bytes now and then.
    case trickling(TimeAmount)
    /// Asks for all there will ever be, without compression, and reads nothing.
    case silent
  }

  struct Seen {
    var version: UInt64
    var at: NIODeadline
  }

  let fleet: Fleet
  private let habit: Habit
  private let request: [UInt8]
  private let tally: Tally
  private let eventLoop: any EventLoop
  private let boards = ShownBoards()
  private var shown: [ShownBoard]
  /// The stream that each watches on.
  private var watches: [UInt32]
  private var asked: [UInt32: EventLoopPromise<Response>] = [:]
  /// The items of each viewer.
  private(set) var seen: [[Seen]]
  /// What must not happen.
  private(set) var faults: [String: Int] = [:]

  init(
    _ callers: [Dialer.Caller], _ habit: Habit, watching request: WatchRequest, dialer: Dialer, tally: Tally, on eventLoop: any EventLoop
  ) {
    self.habit = habit
    self.request = Payload.encode(request)
    self.tally = tally
    self.eventLoop = eventLoop
    shown = Array(repeating: .empty, count: callers.count)
    watches = Array(repeating: 0, count: callers.count)
    seen = Array(repeating: [], count: callers.count)
    if case .reading = habit {
      fleet = Fleet(callers, dialer: dialer, tally: tally, on: eventLoop)
    } else {
      fleet = Fleet(callers, dialer: dialer, tally: tally, isSlow: true, on: eventLoop)
    }
    fleet.hear = { [unowned self] index, event in hear(index, event) }
  }

  private func hear(_ index: Int, _ event: LoadConnection.Event) {
    switch event {
    case .opened: watch(index)
    case .item(let item): take(item, at: index)
    case .answered(let response):
      if let promise = asked.removeValue(forKey: response.stream) { return promise.succeed(response) }
      let problem = try? Payload.decode(Problem.self, from: response.payload)
      note("a watch ended: \(response.status) \(problem?.name ?? "")")
    case .connected, .secured, .ended: break
    }
  }

  private func watch(_ index: Int) {
    guard let connection = fleet.connections[index], let stream = connection.request(.watchRanking, request, deadlineMS: 0) else {
      return note("no stream")
    }
    watches[index] = stream
    switch habit {
    case .reading: connection.grant(1, to: stream)
    case .trickling(let pause):
      connection.grant(ItemCredit.most, to: stream)
      fleet.gates[index].slow(pause)
    case .silent:
      connection.grant(ItemCredit.most, to: stream)
      fleet.gates[index].slow(nil)
    }
  }

  private func take(_ item: Item, at index: Int) {
    guard item.stream == watches[index] else { return note("an item of another stream") }
    if item.version < shown[index].version { note("an older item after a newer one") }
    do {
      shown[index] = try boards.board(shown[index], after: item)
    } catch {
      note("\(error)")
    }
    seen[index].append(Seen(version: item.version, at: .now()))
    tally.note { $0.items += 1 }
    if case .reading = habit { fleet.connections[index]?.grant(1, to: item.stream) }
  }

  private func note(_ fault: String) { faults[fault, default: 0] += 1 }

  /// Reads like everybody else from now on.
  func readOn() { for gate in fleet.gates { gate.free() } }

  /// Asks the server on one connection for what all should show.
  func ask(_ request: RankingRequest) -> EventLoopFuture<Response> {
    let promise = eventLoop.makePromise(of: Response.self)
    guard let connection = fleet.connections.lazy.compactMap({ $0 }).first,
      let stream = connection.request(.getRanking, Payload.encode(request))
    else {
      promise.fail(LoadFailure("No viewer has a connection."))
      return promise.futureResult
    }
    asked[stream] = promise
    return promise.futureResult
  }

  /// How many show a ranking, show another one, and have no connection.
  ///
  /// - Parameter state: The ranking's name.
  func standing(_ state: [UInt8]) -> (there: Int, behind: Int, gone: Int) {
    var result = (there: 0, behind: 0, gone: 0)
    for (index, one) in shown.enumerated() {
      if Array(one.board.state) == state {
        result.there += 1
      } else if fleet.connections[index] == nil {
        result.gone += 1
      } else {
        result.behind += 1
      }
    }
    return result
  }

  /// The version of each viewer's last item.
  var versions: Set<UInt64> { Set(shown.map(\.version)) }
}

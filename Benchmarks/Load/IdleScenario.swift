import NIOCore
import NIOPosix
import Wire

/// Connections that are signed in and silent: what each costs the server.
struct IdleScenario: Sendable {
  struct Report: Sendable {
    var before: ProcessFacts
    var opened: ProcessFacts
    var held: ProcessFacts
    var openingMilliseconds: Int
    /// Connections that answered a question after the silence.
    var alive: Int
  }

  let site: LoadSite
  let dialer: Dialer
  let pid: Int32
  let connections: Int
  let seconds: Int

  func run(say: @escaping @Sendable (String) -> Void) async throws -> Report {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    let tally = Tally()
    let loops = Array(group.makeIterator())
    // The first connection costs what is made once and kept.
    try await hold(1, loops: [loops[0]], Tally()) {}
    let before = try ProcessFacts(of: pid)
    let reporting = tally.report(of: connections, say)
    defer { reporting.cancel() }
    let began = ContinuousClock.now
    var facts: (opened: ProcessFacts, held: ProcessFacts, milliseconds: Int)?
    let alive = try await hold(connections, loops: loops, tally) {
      let taken = ContinuousClock.now - began
      let opened = try ProcessFacts(of: pid)
      say("\(connections) are open; silence for \(seconds) s")
      try await Task.sleep(for: .seconds(seconds))
      facts = (opened, try ProcessFacts(of: pid), Int(taken / .milliseconds(1)))
    }
    try await group.shutdownGracefully()
    guard let facts else { throw LoadFailure("Nothing was measured.") }
    return Report(before: before, opened: facts.opened, held: facts.held, openingMilliseconds: facts.milliseconds, alive: alive)
  }

  /// Holds connections open, and asks each one something at the end.
  @discardableResult
  private func hold(_ count: Int, loops: [any EventLoop], _ tally: Tally, during body: () async throws -> Void) async throws -> Int {
    let callers = (0..<count).map { Dialer.Caller(number: $0, token: site.tokens[$0 % site.tokens.count]) }
    var fleets: [(any EventLoop, NIOLoopBound<IdleFleet>)] = []
    for (index, loop) in loops.enumerated() {
      let mine = callers.filter { $0.number % loops.count == index }
      let fleet = try await loop.submit { [dialer] in
        NIOLoopBound(IdleFleet(Fleet(mine, dialer: dialer, tally: tally, on: loop), on: loop), eventLoop: loop)
      }.get()
      fleets.append((loop, fleet))
    }
    for opening in fleets.map({ loop, fleet in loop.flatSubmit { fleet.value.fleet.open() } }) { try await opening.get() }
    try await body()
    var alive = 0
    for asked in fleets.map({ loop, fleet in loop.flatSubmit { fleet.value.ask() } }) { alive += try await asked.get() }
    for closing in fleets.map({ loop, fleet in loop.flatSubmit { fleet.value.fleet.close() } }) { try await closing.get() }
    return alive
  }
}

/// Silent connections of one event loop.
private final class IdleFleet {
  let fleet: Fleet
  private let eventLoop: any EventLoop
  private var missing = 0
  private var alive = 0
  private var asked: EventLoopPromise<Int>?

  init(_ fleet: Fleet, on eventLoop: any EventLoop) {
    self.fleet = fleet
    self.eventLoop = eventLoop
    fleet.hear = { [unowned self] _, event in if case .answered(let response) = event { take(response) } }
  }

  /// Asks the server on each connection how it is.
  func ask() -> EventLoopFuture<Int> {
    let promise = eventLoop.makePromise(of: Int.self)
    asked = promise
    for connection in fleet.connections where connection?.request(.health, Payload.encode(HealthRequest())) != nil { missing += 1 }
    if missing == 0 { promise.succeed(0) }
    let bound = NIOLoopBound(self, eventLoop: eventLoop)
    eventLoop.scheduleTask(in: .seconds(60)) { bound.value.asked?.succeed(bound.value.alive) }
    return promise.futureResult
  }

  private func take(_ response: Response) {
    if response.code == Status.ok.rawValue { alive += 1 }
    missing -= 1
    if missing == 0 { asked?.succeed(alive) }
  }
}

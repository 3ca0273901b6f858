import NIOCore
import NIOPosix
import Wire

/// Everybody files within a minute, each on a new connection: the last minute before the deadline.
struct RushScenario: Sendable {
  let site: LoadSite
  let dialer: Dialer
  let seconds: Int
  let seed: UInt64

  /// - Returns: What came of it, and the visits of its busiest second.
  func run(say: @escaping @Sendable (String) -> Void) async throws -> (result: RushResult, mostInASecond: Int) {
    let units = site.tokens.count
    let arrivals = Arrivals.rush(units: units, span: Int64(seconds) * 1_000_000_000, seed: seed)
    // Made beforehand: a client has its bytes in an outbox.
    let messages = (0..<units).map { site.forms.message($0, revision: 1) }
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    let tally = Tally()
    say("\(arrivals.visits.count) visits of \(units) units in \(seconds) s, \(arrivals.mostInASecond) in the busiest second")
    let start = NIODeadline.now() + .milliseconds(500)
    let loops = Array(group.makeIterator())
    let reporting = tally.report(of: arrivals.visits.count, say)
    let lanes = loops.enumerated().map { index, loop in
      // Both visits of a unit on one loop, so that their answers meet.
      let visits = arrivals.visits.filter { $0.unit % loops.count == index }
      let ended = loop.makePromise(of: RushResult.self)
      loop.execute {
        RushLane(visits, site: site, messages: messages, dialer: dialer, tally: tally, on: loop, ended: ended).start(at: start)
      }
      return ended.futureResult
    }
    var all = RushResult()
    for lane in lanes { all.add(try await lane.get()) }
    reporting.cancel()
    try await group.shutdownGracefully()
    return (all, arrivals.mostInASecond)
  }
}

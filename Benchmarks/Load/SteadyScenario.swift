import NIOCore
import NIOPosix
import Wire

/// Submissions at a fixed pace on warm connections.
struct SteadyScenario: Sendable {
  let site: LoadSite
  let dialer: Dialer
  let connections: Int
  /// Submissions a second, all together.
  let rate: Int
  let seconds: Int
  var tally = Tally()

  func run(say: @escaping @Sendable (String) -> Void) async throws -> SteadyResult {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    let loops = Array(group.makeIterator().prefix(min(2, connections)))
    var lanes: [(loop: any EventLoop, lane: NIOLoopBound<SteadyLane>)] = []
    for (index, loop) in loops.enumerated() {
      let mine = (0..<connections).filter { $0 % loops.count == index }.map { Dialer.Caller(number: $0, token: site.tokens[$0]) }
      let lane = try await loop.submit { [site, dialer] in
        NIOLoopBound(SteadyLane(mine, site: site, dialer: dialer, tally: tally, on: loop), eventLoop: loop)
      }.get()
      lanes.append((loop, lane))
    }
    say("opening \(connections) connections")
    for opening in lanes.map({ loop, lane in loop.flatSubmit { lane.value.fleet.open() } }) { try await opening.get() }
    let reporting = tally.report(of: rate * seconds, say)
    defer { reporting.cancel() }
    let start = NIODeadline.now() + .milliseconds(200)
    let each = rate * seconds / loops.count
    let pause = Int64(seconds) * 1_000_000_000 / Int64(max(1, each))
    var all = SteadyResult()
    // The loops take turns: the second begins half a pause later.
    let running = lanes.enumerated().map { index, one in
      one.loop.flatSubmit { [lane = one.lane] in
        lane.value.run(count: each, pause: pause, from: start + .nanoseconds(Int64(index) * pause / 2))
      }
    }
    for lane in running { all.add(try await lane.get()) }
    for closing in lanes.map({ loop, lane in loop.flatSubmit { lane.value.fleet.close() } }) { try await closing.get() }
    try await group.shutdownGracefully()
    return all
  }
}

extension LoadRun {
  func steady() async throws -> (line: String, isSound: Bool) {
    let before = try ProcessFacts(of: server.pid)
    let result = try await SteadyScenario(
      site: site, dialer: dialer, connections: options.connections, rate: options.rate, seconds: options.seconds
    ).run(say: say)
    let after = try ProcessFacts(of: server.pid)
    try write(result.latencies)
    let receipts = result.answers.flatMap { (try? Payload.decode(SubmitResponse.self, from: $0))?.receipts ?? [] }
    let (checked, isSound) = try await check(receipts)
    let line = [
      head("steady"), #""connections":\#(options.connections)"#, #""per_second":\#(options.rate)"#, #""seconds":\#(options.seconds)"#,
      result.latencies.json, #""refused":\#(json(result.refused))"#, #""connections_lost":\#(json(result.lost))"#,
      #""server_processor_ms":\#(after.processorMilliseconds - before.processorMilliseconds)"#, checked,
    ]
    return ("{" + line.joined(separator: ",") + "}", isSound && result.refused.isEmpty && result.lost.isEmpty)
  }
}

import NIOCore
import NIOPosix
import Wire

/// Five times what the server can carry, and what becomes of it and of the server.
struct OverloadScenario: Sendable {
  struct Report: Sendable {
    /// Submissions a second that were answered while as many as wanted were under way.
    var capacity = 0
    var before = OverloadPhase()
    var press = OverloadPhase()
    var after = OverloadPhase()
    /// From the end of the press until its last submission was answered.
    var backlog: Int64 = 0
    /// Submissions that nobody answered.
    var unanswered = 0
    var answers: [[UInt8]] = []
    var lost: [String: Int] = [:]
    var resident = (before: 0, most: 0, after: 0)
    /// Of the server during the press, milliseconds.
    var processor = 0
  }

  let site: LoadSite
  let dialer: Dialer
  let pid: Int32
  let connections: Int
  let seconds: Int
  /// Times the capacity.
  let times: Int

  /// How long the pace is looked for, and the normal pace lasts before and after, milliseconds.
  private var calm: Int { min(10_000, max(1_000, seconds * 1_000 / 3)) }

  private typealias Lane = (loop: any EventLoop, lane: NIOLoopBound<OverloadLane>)

  func run(say: @escaping @Sendable (String) -> Void) async throws -> Report {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    let tally = Tally()
    var report = Report()
    let lanes = try await lanes(on: group, tally)
    say("opening \(connections) connections")
    for opening in lanes.map({ loop, lane in loop.flatSubmit { lane.value.fleet.open() } }) { try await opening.get() }
    report.resident.before = try ProcessFacts(of: pid).residentKiB

    say("looking for the pace")
    report.capacity = try await capacity(lanes, tally)
    let pace = max(2, report.capacity / 2)
    say("\(report.capacity) a second are carried; \(pace) a second before")
    _ = try await phase(lanes, perSecond: pace, milliseconds: calm, "before", say, tally)
    report.unanswered = try await drained(lanes)
    report.before = try await sum(lanes) { $0.phase }

    say("\(times) times \(report.capacity) a second for \(seconds) s")
    let memory = MemoryWatch(pid)
    let facts = try ProcessFacts(of: pid)
    let end = try await phase(lanes, perSecond: times * report.capacity, milliseconds: seconds * 1_000, "press", say, tally)
    report.unanswered += try await drained(lanes)
    report.processor = try ProcessFacts(of: pid).processorMilliseconds - facts.processorMilliseconds
    report.resident.most = await memory.stop()
    report.press = try await sum(lanes) { $0.phase }
    report.backlog = max(0, (report.press.last - end).nanoseconds)

    say("\(pace) a second after it")
    _ = try await phase(lanes, perSecond: pace, milliseconds: calm, "after", say, tally)
    report.unanswered += try await drained(lanes)
    report.after = try await sum(lanes) { $0.phase }
    report.resident.after = try ProcessFacts(of: pid).residentKiB

    for (loop, lane) in lanes {
      let (answers, lost) = try await loop.submit { (lane.value.answers, lane.value.fleet.lost) }.get()
      report.answers += answers
      report.lost.merge(lost, uniquingKeysWith: +)
    }
    for closing in lanes.map({ loop, lane in loop.flatSubmit { lane.value.fleet.close() } }) { try await closing.get() }
    try await group.shutdownGracefully()
    return report
  }

  private func lanes(on group: MultiThreadedEventLoopGroup, _ tally: Tally) async throws -> [Lane] {
    let loops = Array(group.makeIterator().prefix(min(2, connections)))
    var lanes: [Lane] = []
    for (index, loop) in loops.enumerated() {
      let callers = (0..<connections).filter { $0 % loops.count == index }.map { Dialer.Caller(number: $0, token: "") }
      let forms = site.tokens.indices.filter { $0 % loops.count == index }.map { site.forms.repeatable($0) }
      let lane = try await loop.submit { [dialer] in
        NIOLoopBound(OverloadLane(callers, forms: forms, dialer: dialer, tally: tally, on: loop), eventLoop: loop)
      }.get()
      lanes.append((loop, lane))
    }
    return lanes
  }

  /// Submissions a second with 512 under way, after a moment for warming up.
  private func capacity(_ lanes: [Lane], _ tally: Tally) async throws -> Int {
    for (loop, lane) in lanes { try await loop.submit { lane.value.saturate(512 / lanes.count) }.get() }
    try await Task.sleep(for: .milliseconds(calm / 4))
    let (start, first) = (ContinuousClock.now, tally.now.answered)
    try await Task.sleep(for: .milliseconds(calm / 2))
    let (end, last) = (ContinuousClock.now, tally.now.answered)
    for (loop, lane) in lanes { try await loop.submit { lane.value.stopSaturating() }.get() }
    _ = try await drained(lanes)
    return max(1, (last - first) * 1_000 / max(1, Int((end - start) / .milliseconds(1))))
  }

  /// - Returns: When the last visit had begun.
  private func phase(
    _ lanes: [Lane], perSecond: Int, milliseconds: Int, _ name: String, _ say: @escaping @Sendable (String) -> Void, _ tally: Tally
  ) async throws -> NIODeadline {
    let reporting = tally.report(of: tally.now.begun + perSecond * milliseconds / 1_000) { say("\(name): \($0)") }
    defer { reporting.cancel() }
    let each = max(1, perSecond * milliseconds / 1_000 / lanes.count)
    let pause = Int64(milliseconds) * 1_000_000 / Int64(each)
    let start = NIODeadline.now() + .milliseconds(100)
    let running = lanes.enumerated().map { index, one in
      one.loop.flatSubmit { [lane = one.lane] in lane.value.pace(count: each, pause: pause, from: start + .nanoseconds(Int64(index) * pause / 2)) }
    }
    for lane in running { try await lane.get() }
    return .now()
  }

  /// Waits until everything has an answer.
  ///
  /// - Returns: How many have none after 40 s, longer than any deadline.
  private func drained(_ lanes: [Lane]) async throws -> Int {
    let end = ContinuousClock.now + .seconds(40)
    while true {
      var open = 0
      for (loop, lane) in lanes { open += try await loop.submit { lane.value.openCount }.get() }
      if open == 0 || ContinuousClock.now > end { return open }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  private func sum(_ lanes: [Lane], _ phase: @escaping @Sendable (OverloadLane) -> OverloadPhase) async throws -> OverloadPhase {
    var all = OverloadPhase()
    for (loop, lane) in lanes { all.add(try await loop.submit { phase(lane.value) }.get()) }
    return all
  }
}

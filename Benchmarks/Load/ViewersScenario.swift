import Campaign
import NIOCore
import NIOPosix
import Wire

/// A board that many watch while units file at a pace.
struct ViewersScenario: Sendable {
  struct Report: Sendable {
    var filings: SteadyResult
    /// From each receipt to the item that shows it, at each viewer.
    var sights: Latencies
    /// From the last receipt to the last item of the last viewer.
    var settling: Int64
    var items: Int
    var standing: Audience.Standing
    var opened: ProcessFacts
    var after: ProcessFacts
  }

  let site: LoadSite
  let dialer: Dialer
  let pid: Int32
  let viewers: Int
  let connections: Int
  let rate: Int
  let seconds: Int

  func run(say: @escaping @Sendable (String) -> Void) async throws -> Report {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    let callers = site.viewers(viewers)
    let watched = site.watched
    let audience = try await Audience(callers, .reading, watching: watched, dialer: dialer, tally: Tally(), on: group)
    say("opening \(viewers) viewers")
    try await audience.open()
    let opened = try ProcessFacts(of: pid)
    let filings = try await SteadyScenario(site: site, dialer: dialer, connections: connections, rate: rate, seconds: seconds).run(say: say)
    let after = try ProcessFacts(of: pid)
    let standing = try await audience.settled(try await audience.expected(watched), within: .seconds(30))
    let seen = try await audience.seen()
    try await audience.close()
    try await group.shutdownGracefully()
    let sightings = try Sightings(filings)
    var settling: Int64 = 0
    if let last = sightings.last, let item = seen.compactMap({ $0.last?.at }).max() { settling = max(0, (item - last).nanoseconds) }
    return Report(
      filings: filings, sights: sightings.latencies(seen), settling: settling, items: seen.reduce(0) { $0 + $1.count },
      standing: standing, opened: opened, after: after)
  }
}

extension LoadSite {
  /// Viewers who come with one token and count as clients of their own.
  func viewers(_ count: Int, from first: Int = 1_000_000) -> [Dialer.Caller] {
    (0..<count).map { Dialer.Caller(number: first + $0, token: viewer) }
  }

  /// The month that is filed, all blocks.
  var watched: WatchRequest {
    var request = WatchRequest()
    request.period = forms.period.description
    return request
  }
}

extension LoadRun {
  func viewers() async throws -> (line: String, isSound: Bool) {
    let report = try await ViewersScenario(
      site: site, dialer: dialer, pid: server.pid, viewers: options.viewers, connections: options.connections, rate: options.rate,
      seconds: options.seconds
    ).run(say: say)
    try write(report.sights)
    let receipts = report.filings.answers.flatMap { (try? Payload.decode(SubmitResponse.self, from: $0))?.receipts ?? [] }
    let (checked, isSound) = try await check(receipts)
    let standing = report.standing
    let line = [
      head("viewers"), #""viewers":\#(options.viewers)"#, #""per_second":\#(options.rate)"#, #""seconds":\#(options.seconds)"#,
      report.sights.json, #""settled_ms":\#(report.settling / 1_000_000)"#, #""items":\#(report.items)"#,
      #""at_the_end":\#(standing.there)"#, #""last_versions":\#(standing.versions.count)"#, #""faults":\#(json(standing.faults))"#,
      #""filing":{\#(report.filings.latencies.json)}"#, #""refused":\#(json(report.filings.refused))"#,
      #""connections_lost":\#(json(report.filings.lost.merging(standing.lost, uniquingKeysWith: +)))"#,
      #""server_kib_opened":\#(report.opened.residentKiB)"#, #""server_kib_after":\#(report.after.residentKiB)"#,
      #""server_processor_ms":\#(report.after.processorMilliseconds - report.opened.processorMilliseconds)"#, checked,
    ]
    let isQuiet = report.filings.refused.isEmpty && report.filings.lost.isEmpty && standing.lost.isEmpty && standing.faults.isEmpty
    return (
      "{" + line.joined(separator: ",") + "}",
      isSound && isQuiet && standing.there == options.viewers && standing.versions.count == 1
    )
  }
}

import NIOCore
import NIOPosix
import Wire

/// Viewers that read nothing, or some bytes now and then, beside others that read.
struct SlowReadersScenario: Sendable {
  struct Report: Sendable {
    var filings: SteadyResult
    /// Of the readers, before and while slow ones are there.
    var alone: Latencies
    var beside: Latencies
    var readers: Audience.Standing
    var trickling: Audience.Standing
    var silent: Audience.Standing
    /// Before the slow ones came; then each half second.
    var before: ProcessFacts
    var most: Int
  }

  let site: LoadSite
  let dialer: Dialer
  let pid: Int32
  let viewers: Int
  /// Half of them read some bytes, the others nothing.
  let slow: Int
  let connections: Int
  let rate: Int
  let seconds: Int

  /// What slow readers may hold in the server, KiB: each the unsent bytes that a connection may have, and half as much for TLS, buffers and
  /// its own state; 64 MiB for what else grows while units file.
  static func kibAllowed(_ slow: Int) -> Int { slow * Limits().unsentBytesMax / 1024 * 3 / 2 + (64 << 10) }

  func run(say: @escaping @Sendable (String) -> Void) async throws -> Report {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    let watched = site.watched
    let tally = Tally()
    let readers = try await Audience(site.viewers(viewers), .reading, watching: watched, dialer: dialer, tally: Tally(), on: group)
    say("opening \(viewers) viewers that read")
    try await readers.open()
    async let filing = SteadyScenario(
      site: site, dialer: dialer, connections: connections, rate: rate, seconds: seconds, tally: tally
    ).run(say: say)
    // The first third is what the readers are compared with.
    try await Task.sleep(for: .milliseconds(1000 * seconds / 3))
    let before = try ProcessFacts(of: pid)
    let alone = NIODeadline.now()
    var plain = dialer
    plain.compresses = false
    say("opening \(slow) viewers that read slowly")
    let trickling = try await Audience(
      site.viewers(slow / 2, from: 2_000_000), .trickling(.milliseconds(250)), watching: watched, dialer: plain, tally: Tally(), on: group)
    let silent = try await Audience(
      site.viewers(slow - slow / 2, from: 3_000_000), .silent, watching: watched, dialer: plain, tally: Tally(), on: group)
    try await trickling.open()
    try await silent.open()
    let beside = NIODeadline.now()
    let memory = MemoryWatch(pid)
    let filings = try await filing
    let most = max(before.residentKiB, await memory.stop())
    let expected = try await readers.expected(watched)
    let standing = try await readers.settled(expected, within: .seconds(30))
    say("the slow ones read on")
    try await trickling.readOn()
    try await silent.readOn()
    let slowStandings = (
      try await trickling.settled(expected, within: .seconds(60)), try await silent.settled(expected, within: .seconds(60))
    )
    let seen = try await readers.seen()
    for audience in [readers, trickling, silent] { try await audience.close() }
    try await group.shutdownGracefully()
    let sightings = try Sightings(filings)
    return Report(
      filings: filings, alone: sightings.latencies(seen, to: alone), beside: sightings.latencies(seen, from: beside), readers: standing,
      trickling: slowStandings.0, silent: slowStandings.1, before: before, most: most)
  }
}

extension LoadRun {
  func slowReaders() async throws -> (line: String, isSound: Bool) {
    let report = try await SlowReadersScenario(
      site: site, dialer: dialer, pid: server.pid, viewers: options.viewers, slow: options.slow, connections: options.connections,
      rate: options.rate, seconds: options.seconds
    ).run(say: say)
    try write(report.beside)
    let receipts = report.filings.answers.flatMap { (try? Payload.decode(SubmitResponse.self, from: $0))?.receipts ?? [] }
    let (checked, isSound) = try await check(receipts)
    let (readers, trickling, silent) = (report.readers, report.trickling, report.silent)
    let each = max(0, report.most - report.before.residentKiB) / options.slow
    let parts = [("trickling", trickling), ("silent", silent)].map { name, standing in
      #""\#(name)":{"caught_up":\#(standing.there),"cut":\#(standing.gone),"stale":\#(standing.behind),"lost":\#(json(standing.lost))}"#
    }
    let line = [
      head("slow"), #""viewers":\#(options.viewers)"#, #""slow":\#(options.slow)"#, #""per_second":\#(options.rate)"#,
      #""seconds":\#(options.seconds)"#, #""alone":{\#(report.alone.json)}"#, #""beside":{\#(report.beside.json)}"#,
      #""at_the_end":\#(readers.there)"#, #""faults":\#(json(readers.faults))"#, parts.joined(separator: ","),
      #""refused":\#(json(report.filings.refused))"#,
      #""connections_lost":\#(json(report.filings.lost.merging(readers.lost, uniquingKeysWith: +)))"#,
      #""server_kib_before":\#(report.before.residentKiB)"#, #""server_kib_most":\#(report.most)"#, #""kib_each_slow":\#(each)"#, checked,
    ]
    let isQuiet = report.filings.refused.isEmpty && report.filings.lost.isEmpty && readers.lost.isEmpty && readers.faults.isEmpty
    return (
      "{" + line.joined(separator: ",") + "}",
      isSound && isQuiet && readers.there == options.viewers && trickling.behind == 0 && silent.behind == 0
        && report.most - report.before.residentKiB <= SlowReadersScenario.kibAllowed(options.slow)
    )
  }
}

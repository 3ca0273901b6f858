extension LoadRun {
  func idle() async throws -> (line: String, isSound: Bool) {
    let report = try await IdleScenario(
      site: site, dialer: dialer, pid: server.pid, connections: options.connections, seconds: options.seconds
    ).run(say: say)
    let bytes = (report.held.residentKiB - report.before.residentKiB) * 1024 / options.connections
    let (checked, isSound) = try await check([])
    let line = [
      head("idle"), #""connections":\#(options.connections)"#, #""silent_seconds":\#(options.seconds)"#,
      #""server_kib_before":\#(report.before.residentKiB)"#, #""server_kib_opened":\#(report.opened.residentKiB)"#,
      #""server_kib_held":\#(report.held.residentKiB)"#, #""bytes_each":\#(bytes)"#, #""kib_each":\#(bytes / 1024).\#(bytes % 1024 * 10 / 1024)"#,
      #""opening_ms":\#(report.openingMilliseconds)"#,
      #""opening_processor_ms":\#(report.opened.processorMilliseconds - report.before.processorMilliseconds)"#,
      #""silent_processor_ms":\#(report.held.processorMilliseconds - report.opened.processorMilliseconds)"#,
      #""alive_afterwards":\#(report.alive)"#, checked,
    ]
    return ("{" + line.joined(separator: ",") + "}", isSound && report.alive == options.connections)
  }
}

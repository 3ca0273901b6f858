import Wire

extension LoadRun {
  func overload() async throws -> (line: String, isSound: Bool) {
    let report = try await OverloadScenario(
      site: site, dialer: dialer, pid: server.pid, connections: options.connections, seconds: options.seconds, times: options.times
    ).run(say: say)
    try write(report.press.receipts)
    let receipts = report.answers.flatMap { (try? Payload.decode(SubmitResponse.self, from: $0))?.receipts ?? [] }
    let (checked, isSound) = try await check(receipts)
    let (before, press, after) = (report.before, report.press, report.after)
    let goodput = press.receipts.count / options.seconds
    let line = [
      head("overload"), #""connections":\#(options.connections)"#, #""seconds":\#(options.seconds)"#, #""times":\#(options.times)"#,
      #""carried_per_second":\#(report.capacity)"#, #""before":{\#(before.whole.json)}"#,
      #""offered":\#(press.offered)"#, #""unit_still_waiting":\#(press.waiting)"#, #""sent":\#(press.start.count)"#,
      #""sent_late_p99_ms":\#(press.start.milliseconds(percent: 99))"#,
      #""receipts_per_second":\#(goodput)"#, #""receipts_per_mille_of_carried":\#(goodput * 1_000 / report.capacity)"#,
      #""from_sending":{\#(press.receipts.json)}"#, #""from_intended":{\#(press.whole.json)}"#, #""refusals":{\#(press.refusals.json)}"#,
      #""shed":\#(json(press.shed))"#, #""refused_otherwise":\#(json(press.others))"#, #""unanswered":\#(report.unanswered)"#,
      #""backlog_ms":\#(report.backlog / 1_000_000)"#, #""after":{\#(after.whole.json)}"#, #""after_refused":\#(json(after.shed))"#,
      #""server_processor_ms":\#(report.processor)"#, #""connections_lost":\#(json(report.lost))"#,
      #""server_kib":{"before":\#(report.resident.before),"most":\#(report.resident.most),"after":\#(report.resident.after)}"#, checked,
    ]
    let isCalm = [before, after].allSatisfy { $0.shed.isEmpty && $0.others.isEmpty && $0.receipts.count + $0.waiting == $0.offered }
    // The payloads that may be in progress, as much again for what is made of them, and 2 KiB for each filing that stays.
    let allowed = 2 * Limits().bytesInProgressMax / 1024 + 2 * receipts.count
    return (
      "{" + line.joined(separator: ",") + "}",
      isSound && isCalm && press.others.isEmpty && report.lost.isEmpty && report.unanswered == 0
        && report.resident.most - report.resident.before <= allowed
    )
  }
}

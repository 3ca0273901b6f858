import Wire

extension LoadRun {
  func rush() async throws -> (line: String, isSound: Bool) {
    let before = try ProcessFacts(of: server.pid)
    let (result, most) = try await RushScenario(site: site, dialer: dialer, seconds: options.seconds, seed: options.seed).run(say: say)
    let after = try ProcessFacts(of: server.pid)
    try write(result.whole)
    let receipts = result.answers.values.flatMap { (try? Payload.decode(SubmitResponse.self, from: $0))?.receipts ?? [] }
    let (checked, isSound) = try await check(receipts)
    let parts = [("waiting", result.start), ("connecting", result.connecting), ("tls", result.securing), ("sign_in", result.signingIn), ("submit", result.submitting)]
    let line = [
      head("rush"), #""seconds":\#(options.seconds)"#, #""most_in_a_second":\#(most)"#, result.whole.json,
      #""repeats":{\#(result.repeats.json)}"#, #""parts":{"#
        + parts.map { #""\#($0.0)":{"p50_ms":\#($0.1.milliseconds(percent: 50)),"p99_ms":\#($0.1.milliseconds(percent: 99))}"# }.joined(separator: ",") + "}",
      #""replayed":\#(result.replayed)"#, #""unequal_answers":\#(result.unequal)"#, #""unanswered":\#(result.unanswered)"#,
      #""troubles":\#(json(result.troubles))"#,
      #""server_processor_ms":\#(after.processorMilliseconds - before.processorMilliseconds)"#, #""server_resident_kib":\#(after.residentKiB)"#,
      checked,
    ]
    return ("{" + line.joined(separator: ",") + "}", isSound && result.unequal == 0 && result.unanswered == 0 && receipts.count == options.units)
  }
}

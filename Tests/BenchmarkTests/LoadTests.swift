import Foundation
import Testing
import Wire

@testable import LoadBenchmarks

/// `thidua-load` at a smoke size, on a server of its own: what has to hold, never how fast.
@Suite(.serialized) struct LoadTests {
  private static var program: String {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("thidua-server").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(".build/debug/thidua-server").path
  }

  private func run(_ words: [String]) async throws -> (line: [String: Any], isSound: Bool) {
    let (line, isSound) = try await LoadCommand(LoadOptions(words + ["--program", Self.program]), say: { _ in }).run()
    return (try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]), isSound)
  }

  @Test func aRushLosesAndDoublesNothing() async throws {
    let path = FileManager.default.temporaryDirectory.path + "/hdr-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let (line, isSound) = try await run(["rush", "--units", "40", "--seconds", "1", "--hdr", path])
    #expect(isSound, "\(line)")
    #expect(line["receipts"] as? Int == 40 && line["journal_filings"] as? Int == 40)
    #expect(line["unequal_answers"] as? Int == 0)
    let repeats = try #require((line["repeats"] as? [String: Any])?["samples"] as? Int)
    #expect(repeats > 0 && line["replayed"] as? Int == repeats && line["samples"] as? Int == 40 + repeats)
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("Percentile"))
  }

  @Test func silentConnectionsStayAlive() async throws {
    let (line, isSound) = try await run(["idle", "--units", "20", "--connections", "40", "--seconds", "1"])
    #expect(isSound, "\(line)")
    #expect(line["alive_afterwards"] as? Int == 40 && line["journal_filings"] as? Int == 0)
    #expect((line["server_kib_held"] as? Int ?? 0) > 0)
  }

  @Test func aSteadyPaceIsKeptInTheJournal() async throws {
    let (line, isSound) = try await run(["steady", "--units", "20", "--connections", "10", "--rate", "30", "--seconds", "2"])
    #expect(isSound, "\(line)")
    #expect(line["samples"] as? Int == 60 && line["receipts"] as? Int == 60 && line["journal_filings"] as? Int == 60)
  }

  @Test func allViewersEndWithTheServersBoard() async throws {
    let (line, isSound) = try await run(["viewers", "--viewers", "12", "--units", "20", "--rate", "20", "--seconds", "2"])
    #expect(isSound, "\(line)")
    #expect(line["at_the_end"] as? Int == 12 && line["last_versions"] as? Int == 1 && line["journal_filings"] as? Int == 40)
    // Each has seen at least the board as it was and as it became, and nearly every filing was seen by everybody.
    #expect(line["items"] as? Int ?? 0 >= 24 && line["samples"] as? Int ?? 0 > 0)
  }

  @Test func anOverloadLosesAndDoublesNothing() async throws {
    let (line, isSound) = try await run(["overload", "--units", "160", "--connections", "6", "--seconds", "1"])
    #expect(isSound, "\(line)")
    #expect(line["connections"] as? Int == 6 && line["carried_per_second"] as? Int ?? 0 > 0)
    let sent = try #require(line["sent"] as? Int)
    let waiting = try #require(line["unit_still_waiting"] as? Int)
    #expect(sent > 0 && line["offered"] as? Int == sent + waiting)
    #expect(line["receipts"] as? Int == line["journal_filings"] as? Int)
  }

  @Test func slowReadersCatchUpOrAreCut() async throws {
    let (line, isSound) = try await run(["slow", "--viewers", "6", "--slow", "6", "--units", "40", "--rate", "20", "--seconds", "3"])
    #expect(isSound, "\(line)")
    #expect(line["at_the_end"] as? Int == 6 && line["journal_filings"] as? Int == 60)
    for name in ["trickling", "silent"] {
      let ends = try #require(line[name] as? [String: Any])
      #expect((ends["caught_up"] as? Int ?? 0) + (ends["cut"] as? Int ?? 0) == 3 && ends["stale"] as? Int == 0)
    }
  }

  @Test func aRepeatableFormIsThatOfItsRevision() throws {
    let forms = try LoadForms(units: 3, seed: 1)
    let form = forms.repeatable(2)
    let decoded = try [0, 1, 2, 127].map { try Payload.decode(SubmitRequest.self, from: form.message(on: $0)) }
    #expect(decoded.map { $0.filings[0].baseRevision } == [0, 1, 2, 127])
    for one in decoded { #expect(one.filings[0].figures == decoded[0].filings[0].figures && one.filings[0].unit == decoded[0].filings[0].unit) }
  }

  @Test func aLimitThatIsTooLowIsSaidInASentence() {
    let failure = #expect(throws: LoadFailure.self) { try DescriptorLimit.raise(for: 2_000_000_000) }
    #expect(failure?.description.contains("\"ulimit -n\" is too low") == true)
  }

  @Test(arguments: [
    [], ["flood"], ["rush", "--units"], ["rush", "--units", "0"], ["idle", "--sources", "255"], ["steady", "--rate", "x"],
    ["viewers", "--viewers", "0"], ["overload", "--times", "0"], ["slow", "--slow", "1"],
  ])
  func otherWordsAreRefused(words: [String]) {
    #expect(throws: LoadOptions.Usage.self) { try LoadOptions(words) }
  }

  @Test func aRushBringsEverybodyOnceAndEveryFifthAgain() {
    let arrivals = Arrivals.rush(units: 10_000, span: 60_000_000_000, seed: 1)
    let first = arrivals.visits.filter { !$0.isRepeat }
    #expect(Set(first.map(\.unit)).count == 10_000 && first.count == 10_000)
    #expect(first.allSatisfy { (0..<60_000_000_000).contains($0.at) })
    #expect((1_800...2_200).contains(arrivals.visits.count - 10_000))
    #expect((350...700).contains(arrivals.mostInASecond))
    #expect(zip(arrivals.visits, arrivals.visits.dropFirst()).allSatisfy { $0.at <= $1.at })
  }
}

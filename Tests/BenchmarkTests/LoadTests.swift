import Foundation
import Testing

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

  @Test func aLimitThatIsTooLowIsSaidInASentence() {
    let failure = #expect(throws: LoadFailure.self) { try DescriptorLimit.raise(for: 2_000_000_000) }
    #expect(failure?.description.contains("\"ulimit -n\" is too low") == true)
  }

  @Test(arguments: [[], ["flood"], ["rush", "--units"], ["rush", "--units", "0"], ["idle", "--sources", "255"], ["steady", "--rate", "x"]])
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

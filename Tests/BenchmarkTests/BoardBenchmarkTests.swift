import BenchmarkHarness
import BoardBenchmarks
import RecomputeBenchmarks
import Testing

/// The benchmarks of the board and of single submissions at a smoke size: right, whatever the time.
@Suite struct BoardBenchmarkTests {
  @Test func theBoardGivesThePlacesOfSorting() throws {
    let result = try BoardBenchmark(members: 2_000).run(batches: 5, lookups: 100)
    #expect(result.digest == result.expected && result.bytesOfAMember > 0)
    let spread = try BoardBenchmark(members: 2_000, most: .max).run(batches: 5, lookups: 100)
    #expect(spread.digest == spread.expected && spread.digest != result.digest)
    let line = try BoardCommand(["--members", "500", "--batches", "5"]).run { _ in }
    #expect(line.hasPrefix("{\"benchmark\":\"board\",\"members\":500,") && !line.contains("\n"))
    for wrong in [["--members"], ["--members", "0"], ["--what", "1"], ["--batches", "4"]] {
      #expect(throws: BoardCommand.Usage.self) { try BoardCommand(wrong) }
    }
  }

  @Test func submissionsGiveWhatAFullRecomputationGives() throws {
    let result = try SubmissionBenchmark(units: 130, seed: 5).run(count: 20)
    #expect(result.isThatOfAFullRecomputation && result.times.samples.count == 20)
    for wrong in [["--size"], ["--size", "XL"], ["--count", "1"], ["--units", "3"]] {
      #expect(throws: RecomputeCommand.Usage.self) { try SubmissionCommand(wrong) }
    }
  }
}

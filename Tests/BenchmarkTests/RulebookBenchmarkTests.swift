import BenchmarkHarness
import Campaign
import Ranking
import RecomputeBenchmarks
import Testing

/// A whole rulebook on columns at a smoke size: the same standings as by the definition, whatever the threads.
@Suite struct RulebookBenchmarkTests {
  @Test(arguments: ["kon-tum-2023"])
  func theStandingsAreThoseOfTheDefinition(campaign: String) throws {
    let book = try BundledCampaigns.rulebook(campaign)
    let benchmark = try RulebookBenchmark(book, units: 2 * book.units.count + 37, seed: 20_230_202)
    let expected = try benchmark.digestOfTheDefinition()
    for threads in [1, 2, 3, 8] {
      let (times, standings) = benchmark.run(threads: threads, runs: 1)
      #expect(benchmark.digest(of: standings) == expected, "\(threads) threads")
      #expect(times.samples.count == 1)
    }
    #expect(benchmark.columns.widths.short > 0 && benchmark.ranking.concernedCells < benchmark.ranking.cells)
  }

  @Test func theCommandPrintsOneLineBesideTheCanonicalWorkload() throws {
    let line = try RulebookCommand(["--rulebook", "kon-tum-2023", "--units", "140", "--runs", "5", "--threads", "2"]).run { _ in }
    for part in ["\"equals_definition\":true", "\"rulebook\":\"kon-tum-2023\"", "\"canonical_ps_a_cell\":", "\"units\":140,"] {
      #expect(line.contains(part), "\(part)")
    }
    #expect(!line.contains("\n"))
    for wrong in [["--rulebook"], ["--units", "5"], ["--rulebook", "kon-tum-2023", "--units", "0"], ["--rulebook", "x", "--size", "S"]] {
      #expect(throws: RecomputeCommand.Usage.self) { try RulebookCommand(wrong) }
    }
  }
}

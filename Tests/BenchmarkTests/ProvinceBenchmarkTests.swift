import BenchmarkHarness
import ProvinceBenchmarks
import Testing

/// The benchmarks at a smoke size, so that they cannot rot and nobody speeds them up by changing the answer.
@Suite struct ProvinceBenchmarkTests {
  @Test func standingsThatFollowSubmissionsAreThoseOfAFullRecomputation() async throws {
    let report = try await ServiceSubmissionBenchmark(units: 140).run(count: 20, runs: 1)
    #expect(report.agree && report.units == 140 && report.periods == 12)
    #expect(!report.times.samples.isEmpty && report.periodsTouched >= 1)
  }

  @Test func theRankingOfTheProvinceKeepsItsDigest() async throws {
    let (times, digest) = try await RankingBenchmark.run(runs: 5)
    #expect(digest == "e2b88fa18bcdbbe6b72bf3529f8666283098071b4d55972a3a948a0cd5479563")
    #expect(times.samples.count == 5)
  }

  @Test func everyFilingOfTheBenchmarkIsARevisionOfItsOwn() async throws {
    let times = try await FilingBenchmark.run(count: 5)
    #expect(times.samples.count == 5)
  }

  @Test func aStartFileGivesTheStateOfTheJournal() async throws {
    let report = try await StartBenchmark(submissions: 600, units: 200, counters: 4).run(runs: 1)
    #expect(report.agree)
    #expect(report.submissions == 600)
  }
}

package import BenchmarkHarness
package import Campaign
import Ranking
import Workload

/// One submission after another on loaded columns: from a unit's new month to all places that follow from it.
package struct SubmissionBenchmark: Sendable {
  package struct Result: Sendable {
    package let times: Sampling
    /// Of the result after all submissions, and of a full recomputation from the same columns.
    package let digests: [(name: String, digest: String)]
    package let isThatOfAFullRecomputation: Bool
  }

  private let loaded: RecomputeBenchmark
  private let later: WorkloadR
  private let units: Int

  package init(units: Int, seed: UInt64) throws(Problem) {
    loaded = try RecomputeBenchmark(units: units, seed: seed)
    // The figures that come in are those of another seed, for the same units.
    later = WorkloadR(units: units, seed: seed &+ 1)
    self.units = units
  }

  /// - Parameter count: Submissions, 1 or more, each of a random unit and month; a hundred before them are not timed.
  package func run(count: Int) throws(Problem) -> Result {
    let ranking = RatioRanking(loaded.plan)
    var live = LiveStandings(ranking, loaded.columns, threads: 1)
    var samples: [Int64] = []
    for index in -100..<max(1, count) where units > 0 {
      // Odd steps walk over all units and months without a pattern that a cache could follow.
      let unit = Int((UInt64(index &+ 1000) &* 0x9E37_79B9_7F4A_7C15) >> 33) % units
      let month = Int((UInt64(index &+ 1000) &* 0xD1B5_4A32_D192_ED03) >> 33) % WorkloadR.months
      let cells = (0..<WorkloadR.criteria).map { criterion in
        later.cell(unit: unit, month: month, criterion: criterion).map {
          CounterColumns.Cell(numerator: $0.numerator, denominator: $0.denominator)
        }
      }
      let start = ContinuousClock.now
      try live.submit(unit: unit, month: month, cells: cells)
      if index >= 0 { samples.append((ContinuousClock.now - start).nanoseconds) }
    }
    let full = ranking.standings(of: live.columns, threads: 1)
    return Result(
      times: Sampling(samples: samples.isEmpty ? [0] : samples), digests: RecomputeBenchmark.digests(of: live.snapshot()),
      isThatOfAFullRecomputation: live.hasSameBytes(as: full))
  }
}

package import BenchmarkHarness
package import Campaign
import Crypto
package import Ranking
import Workload

/// Full recomputation of the canonical workload: from loaded columns to all totals, places and gains.
package struct RecomputeBenchmark: Sendable {
  package enum Size: String, Sendable, CaseIterable {
    case small = "S"
    case nation = "M"
    case large = "L"

    package var units: Int {
      switch self {
      case .small: 130
      case .nation: 12_500
      case .large: 200_000
      }
    }
  }

  package let plan: RatioPlan
  package let columns: CounterColumns

  package init(plan: RatioPlan, columns: CounterColumns) {
    self.plan = plan
    self.columns = columns
  }

  package init(units: Int, seed: UInt64) throws(Problem) {
    let workload = WorkloadR(units: units, seed: seed)
    self.init(plan: try workload.plan(), columns: try workload.columns())
  }

  package var cells: Int { columns.roster.units * plan.months * plan.criteria.count }

  /// - Parameter runs: Samples after one warm-up.
  /// - Returns: The times and the last result.
  package func run(threads: Int, runs: Int) -> (Sampling, RatioStandings) {
    let ranking = RatioRanking(plan)
    var standings = ranking.standings(of: columns, threads: threads)
    var samples: [Int64] = []
    for _ in 0..<max(1, runs) {
      let start = ContinuousClock.now
      standings = ranking.standings(of: columns, threads: threads, reusing: standings)
      samples.append((ContinuousClock.now - start).nanoseconds)
    }
    return (Sampling(samples: samples), standings)
  }

  /// SHA-256 of each column by unit and month in 32 bits, least significant byte first; names as in the reference data.
  package static func digests(of standings: RatioStandings) -> [(name: String, digest: String)] {
    RatioStandings.Column.allCases.map { digest(of: standings.column($0), $0) }
  }

  static func digest(of values: [Int32], _ column: RatioStandings.Column) -> (name: String, digest: String) {
    var hash = SHA256()
    values.map(\.littleEndian).withUnsafeBytes { hash.update(bufferPointer: $0) }
    return (name(of: column) + "_i32_sha256", hexText(hash.finalize()))
  }

  private static func name(of column: RatioStandings.Column) -> String {
    switch column {
    case .total: "composite_e4"
    case .place: "rank"
    case .gain: "gain_e4"
    case .placesGained: "rank_gain"
    case .scoreUp: "score_up"
    case .targetMet: "target_met"
    }
  }
}

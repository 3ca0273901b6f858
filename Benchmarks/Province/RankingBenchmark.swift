package import BenchmarkHarness
import Campaign
import Crypto
import Journal
import Ranking
import Service

/// Full recomputation of a province: 132 units, 24 months, 35 criteria, from figures to places; the rulebook
/// is compiled beforehand, as on a running server.
package enum RankingBenchmark {
  /// - Parameter runs: Samples after one warm-up.
  /// - Returns: The times, and the SHA-256 of all places and totals in hexadecimal.
  package static func run(runs: Int) async throws -> (Sampling, String) {
    let journal = try Journal(MemoryDriver())
    try await Demonstration().fill(journal) { _, _ in }
    let clock = ManualClock(Demonstration.start)
    let snapshot = try await CampaignService.open(journal, clock: clock).snapshot()
    let (compiled, figures) = (snapshot.standings, snapshot.standings.figures)
    var samples: [Int64] = []
    var digests: Set<String> = []
    for run in 0...runs {
      let start = ContinuousClock.now
      let standings = try compiled.recomputed(with: figures)
      let time = (ContinuousClock.now - start).nanoseconds
      digests.insert(fingerprint(of: standings))
      if run > 0 { samples.append(time) }
    }
    try await journal.close()
    precondition(digests.count == 1, "The same figures gave two rankings.")
    return (Sampling(samples: samples), digests.first ?? "")
  }

  private static func fingerprint(of standings: Standings) -> String {
    var hash = SHA256()
    var ordinal = standings.scope.first
    while ordinal <= standings.scope.last {
      for unit in standings.rulebook.units {
        let standing = standings.standing(of: unit.id, in: ordinal)
        let row = [Int64(standing?.place ?? 0), standing?.published?.millionths ?? -1, standing?.earned.millionths ?? -1]
        row.withUnsafeBytes { hash.update(bufferPointer: $0) }
      }
      ordinal = ordinal.next
    }
    return hexText(hash.finalize())
  }
}

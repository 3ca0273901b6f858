package import BenchmarkHarness
import Campaign
import Crypto
import Journal
import Ranking
import Service

/// Full recomputation of a province: 132 units, 24 months, 35 criteria, from figures to places.
package enum RankingBenchmark {
  /// - Parameter runs: Samples after one warm-up.
  /// - Returns: The times, and the SHA-256 of all places and totals in hexadecimal.
  package static func run(runs: Int) async throws -> (Sampling, String) {
    let journal = try Journal(MemoryDriver())
    try await Demonstration().fill(journal) { _, _ in }
    let clock = ManualClock(Demonstration.start)
    let snapshot = try await CampaignService.open(journal, clock: clock).snapshot()
    let (rulebook, figures, scope) = (snapshot.rulebook, snapshot.standings.figures, snapshot.standings.scope)
    let (times, digest): (Sampling, String) = try Sampling.of(runs) { () throws -> String in
      fingerprint(of: try Standings(rulebook: rulebook, figures: figures, scope: scope))
    }
    try await journal.close()
    return (times, digest)
  }

  /// Reads only what places say, so that the digest costs little beside the ranking.
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
    return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

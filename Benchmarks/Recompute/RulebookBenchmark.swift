package import BenchmarkHarness
package import Campaign
import Crypto
package import Ranking
import Workload

/// Full recomputation of a whole rulebook on columns: from loaded columns to every standing.
package struct RulebookBenchmark: Sendable {
  private let campaign: CampaignFigures
  package let ranking: ColumnRanking
  package let columns: FormColumns

  /// - Throws: R-311 for a rulebook without a plan on columns.
  package init(_ rulebook: Rulebook, units: Int, seed: UInt64) throws(Problem) {
    campaign = CampaignFigures(rulebook, units: units, seed: seed)
    let plan = ColumnPlan(campaign.rulebook, campaign.scope)
    let campaign = campaign
    columns = try FormColumns(plan, from: campaign.first.ordinal) { unit, ordinal in
      campaign.month(unit, ordinal - campaign.first.ordinal).map { .counters($0) }
    }
    ranking = try ColumnRanking(plan, columns, circumstances: campaign.circumstances)
  }

  package var periods: Int { campaign.periods }

  /// - Parameter runs: Samples after one warm-up.
  /// - Returns: The times and the last result.
  package func run(threads: Int, runs: Int) -> (Sampling, ColumnStandings) {
    var standings = ranking.standings(threads: threads)
    var samples: [Int64] = []
    for _ in 0..<max(1, runs) {
      let start = ContinuousClock.now
      standings = ranking.standings(threads: threads, reusing: standings)
      samples.append((ContinuousClock.now - start).nanoseconds)
    }
    return (Sampling(samples: samples), standings)
  }

  /// Both in turns, so that whatever else the machine does falls on both.
  ///
  /// - Parameter runs: Samples of each after one warm-up.
  /// - Returns: The times of both and the last result.
  package func run(beside canonical: RecomputeBenchmark, threads: Int, runs: Int) -> (Sampling, Sampling, ColumnStandings) {
    var standings = ranking.standings(threads: threads)
    let pairs = RatioRanking(canonical.plan)
    var usual = pairs.standings(of: canonical.columns, threads: threads)
    var samples: (ours: [Int64], usual: [Int64]) = ([], [])
    for _ in 0..<max(1, runs) {
      let start = ContinuousClock.now
      standings = ranking.standings(threads: threads, reusing: standings)
      let middle = ContinuousClock.now
      usual = pairs.standings(of: canonical.columns, threads: threads, reusing: usual)
      samples.usual.append((ContinuousClock.now - middle).nanoseconds)
      samples.ours.append((middle - start).nanoseconds)
    }
    return (Sampling(samples: samples.ours), Sampling(samples: samples.usual), standings)
  }

  /// SHA-256 of everything that a standing says, by unit and period.
  package func digest(of standings: ColumnStandings) -> String { digest { standings.standing($0, $1) } }

  /// The same of the definition: unit by unit in 128 bits, from the figures themselves.
  package func digestOfTheDefinition() throws -> String {
    let slow = try Standings(
      rulebook: campaign.rulebook, figures: campaign.figures(), circumstances: campaign.circumstances, scope: campaign.scope)
    return digest { unit, offset in
      let period = Period(kind: campaign.first.kind, ordinal: campaign.first.ordinal + offset)
      return slow.standing(of: campaign.rulebook.units[unit].id, in: period)
    }
  }

  private func digest(_ standing: (_ unit: Int, _ offset: Int) -> Standing?) -> String {
    var hash = SHA256()
    for unit in campaign.rulebook.units.indices {
      for offset in 0..<periods {
        guard let s = standing(unit, offset) else { continue }
        let reason = s.reason.flatMap { ReasonCode.allCases.firstIndex(of: $0) } ?? -1
        let outcome = s.placesGained.flatMap { Outcome.allCases.firstIndex(of: $0.outcome) } ?? -1
        let why = s.placesGained?.reason.flatMap { ReasonCode.allCases.firstIndex(of: $0) } ?? -1
        let points: [Int64] = [
          s.earned.millionths, s.applicable.millionths, s.published?.millionths ?? .min, s.exact?.millionths ?? .min,
          s.bonus.millionths, s.deduction.millionths, s.gainSinceLastYear?.millionths ?? .min,
        ]
        let places = [
          s.place ?? -1, s.tied ? 1 : 0, s.band ?? -1, reason, s.monthsFiled, s.monthsDue, s.movedSincePrevious ?? .min,
          s.movedSinceLastYear ?? .min, outcome, why,
        ]
        (points + places.map { Int64($0) }).map(\.littleEndian).withUnsafeBytes { hash.update(bufferPointer: $0) }
      }
    }
    return hexText(hash.finalize())
  }
}

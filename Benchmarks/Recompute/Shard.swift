package import Campaign
package import Ranking
import Workload

/// What one process of several holds of the canonical workload: some blocks with all their units.
package struct Shard: Sendable {
  /// Of the whole workload, ascending.
  package let units: [Int]
  package let benchmark: RecomputeBenchmark

  /// - Parameter index: 0 ..< `count`.
  /// - Parameter count: Shards of the whole.
  package init(_ index: Int, of count: Int, units total: Int, seed: UInt64) throws(Problem) {
    let workload = WorkloadR(units: total, seed: seed)
    let shares = BlockShares(blockOfUnit: workload.blocks, blocks: workload.groups, shares: count)
    let units = shares.units[index]
    self.units = units
    benchmark = RecomputeBenchmark(plan: try workload.plan(), columns: try workload.columns(of: units))
  }

  /// All result columns of its units, in the order of ``RatioStandings/Column``: by unit and month.
  package static func columns(_ standings: RatioStandings) -> [[Int32]] {
    RatioStandings.Column.allCases.map { standings.column($0) }
  }
}

/// Puts the results of shards together as if one process had computed them.
package struct ShardMerge: Sendable {
  private let units: Int
  private let months: Int
  private var columns: [[Int32]]

  package init(units: Int, months: Int) {
    (self.units, self.months) = (units, months)
    columns = RatioStandings.Column.allCases.map { _ in Array(repeating: 0, count: units * months) }
  }

  /// - Parameter part: A list a column, by unit of the shard and month.
  package mutating func add(_ part: [[Int32]], of units: [Int]) {
    for column in columns.indices {
      for (local, unit) in units.enumerated() {
        for month in 0..<months { columns[column][unit * months + month] = part[column][local * months + month] }
      }
    }
  }

  package var digests: [(name: String, digest: String)] {
    zip(RatioStandings.Column.allCases, columns).map { RecomputeBenchmark.digest(of: $1, $0) }
  }
}

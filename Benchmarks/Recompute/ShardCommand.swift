import BenchmarkHarness
import Foundation
import Ranking

/// One process of `Tools/bench shards`: loads its blocks, then does what the lines on its standard input say.
///
/// `run` recomputes and answers the nanoseconds that it took; `result` answers the result columns, 32 bits each, least significant
/// byte first; the end of the input ends it. It says `ready` once it has loaded.
package struct ShardCommand: Sendable {
  private let index: Int
  private let count: Int
  private let units: Int
  private let seed: UInt64

  package init(_ arguments: [String]) throws {
    guard arguments.count == 4, let index = Int(arguments[0]), let count = Int(arguments[1]), (1...256).contains(count),
      (0..<count).contains(index), let units = Int(arguments[2]), (0...10_000_000).contains(units),
      let seed = UInt64(arguments[3])
    else { throw RecomputeCommand.Usage(description: "usage: thidua-recompute shard INDEX COUNT UNITS SEED") }
    (self.index, self.count, self.units, self.seed) = (index, count, units, seed)
  }

  package func run() throws {
    let shard = try Shard(index, of: count, units: units, seed: seed)
    let ranking = RatioRanking(shard.benchmark.plan)
    var standings = ranking.standings(of: shard.benchmark.columns, threads: 1)
    let output = FileHandle.standardOutput
    try output.write(contentsOf: Data("ready \(shard.benchmark.columns.byteCount)\n".utf8))
    while let line = readLine() {
      switch line {
      case "run":
        let start = ContinuousClock.now
        standings = ranking.standings(of: shard.benchmark.columns, threads: 1, reusing: standings)
        try output.write(contentsOf: Data("\((ContinuousClock.now - start).nanoseconds)\n".utf8))
      case "result":
        for column in Shard.columns(standings) {
          try column.map(\.littleEndian).withUnsafeBytes { try output.write(contentsOf: Data($0)) }
        }
      default: throw RecomputeCommand.Usage(description: "shard: \(line) is not known")
      }
    }
  }
}

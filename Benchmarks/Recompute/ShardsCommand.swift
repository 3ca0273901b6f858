import BenchmarkHarness
import Foundation
import Ranking
import Workload

/// What `Tools/bench shards` was asked, and its answer as one JSON line: the blocks over several processes, one thread each,
/// beside one process with all of them.
package struct ShardsCommand: Sendable {
  private var units = RecomputeBenchmark.Size.nation.units
  private var processes = 2
  private var seed: UInt64 = WorkloadR.usualSeed
  private var runs = 15

  package init(_ arguments: [String]) throws {
    let usage = RecomputeCommand.Usage(
      description: "usage: Tools/bench shards [--processes N] [--size S|M|L | --units N] [--seed N] [--runs N]")
    var rest = arguments[...]
    while let key = rest.popFirst() {
      guard let value = rest.popFirst() else { throw usage }
      switch key {
      case "--processes":
        guard let number = Int(value), (1...64).contains(number) else { throw usage }
        processes = number
      case "--size":
        guard let size = RecomputeBenchmark.Size(rawValue: value) else { throw usage }
        units = size.units
      case "--units":
        guard let number = Int(value), (1...10_000_000).contains(number) else { throw usage }
        units = number
      case "--seed":
        guard let number = UInt64(value) else { throw usage }
        seed = number
      case "--runs":
        guard let number = Int(value), (5...1_000_000).contains(number) else { throw usage }
        runs = number
      default: throw usage
      }
    }
  }

  /// - Parameter program: The path of this program, which it starts again.
  /// - Parameter say: Progress, for people.
  package func run(program: String, say: (String) -> Void) throws -> String {
    if !isOptimised { say("not optimised: build with -c release before you believe a figure") }
    say("loading \(units) units in one process and in \(processes)")
    let alone = try ShardProcess(program, ["0", "1", "\(units)", "\(seed)"])
    defer { alone.end() }
    let shards = try (0..<processes).map { try ShardProcess(program, ["\($0)", "\(processes)", "\(units)", "\(seed)"]) }
    defer { for shard in shards { shard.end() } }
    for process in [alone] + shards { try process.waitUntilLoaded() }
    // In turns, so that a slow moment of the machine meets both.
    var (one, several, slowest): ([Int64], [Int64], [Int64]) = ([], [], [])
    for _ in 0..<runs {
      one.append(try Self.time { try alone.start(); _ = try alone.finish() })
      var own: [Int64] = []
      several.append(
        try Self.time {
          for shard in shards { try shard.start() }
          own = try shards.map { try $0.finish() }
        })
      slowest.append(own.max() ?? 0)
    }
    let workload = WorkloadR(units: units, seed: seed)
    let months = WorkloadR.months
    let shares = BlockShares(blockOfUnit: workload.blocks, blocks: workload.groups, shares: processes)
    var (whole, merged) = (ShardMerge(units: units, months: months), ShardMerge(units: units, months: months))
    whole.add(try alone.result(units: units, months: months), of: Array(0..<units))
    for (shard, members) in zip(shards, shares.units) {
      merged.add(try shard.result(units: members.count, months: months), of: members)
    }
    let digests = merged.digests
    guard zip(digests, whole.digests).allSatisfy({ $0 == $1 }) else {
      throw RecomputeCommand.Usage(description: "shards: the merged places differ from those of one process; this is a fault of ours.")
    }
    let (first, second, inside) = (Sampling(samples: one), Sampling(samples: several), Sampling(samples: slowest))
    say("one process: \(first.text); \(processes) processes: \(second.text), of which the slowest computes \(inside.milliseconds(inside.median)) ms")
    var parts = [
      #""benchmark":"shards""#, #""units":\#(units)"#, #""processes":\#(processes)"#,
      #""build":"\#(RatioRanking.isForThisProcessor ? "this processor" : "portable")""#,
      #""one_ms":\#(first.milliseconds(first.median))"#, #""one_least_ms":\#(first.milliseconds(first.least))"#,
      #""one_most_ms":\#(first.milliseconds(first.most))"#, #""shards_ms":\#(second.milliseconds(second.median))"#,
      #""shards_least_ms":\#(second.milliseconds(second.least))"#, #""shards_most_ms":\#(second.milliseconds(second.most))"#,
      #""slowest_inside_ms":\#(inside.milliseconds(inside.median))"#,
      #""permille_of_one":\#(second.median * 1000 / max(1, first.median))"#, #""samples":\#(runs)"#,
      #""column_bytes_a_process":[\#(shards.map { String($0.columnBytes) }.joined(separator: ","))]"#,
      #""units_a_process":[\#(shares.units.map { String($0.count) }.joined(separator: ","))]"#, #""equals_one":true"#,
    ]
    parts += digests.map { "\"\($0.name)\":\"\($0.digest)\"" }
    return "{" + parts.joined(separator: ",") + "}"
  }

  private static func time(_ work: () throws -> Void) rethrows -> Int64 {
    let start = ContinuousClock.now
    try work()
    return (ContinuousClock.now - start).nanoseconds
  }
}

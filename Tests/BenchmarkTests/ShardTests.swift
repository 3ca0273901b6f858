import RecomputeBenchmarks
import Testing
import Workload

/// Blocks over several processes: the parts put together are the whole, and every block is whole in one part.
@Suite struct ShardTests {
  @Test(arguments: [1, 2, 3, 4, 7])
  func theMergedPartsHaveTheDigestsOfTheReference(shards: Int) throws {
    var merge = ShardMerge(units: 130, months: WorkloadR.months)
    for index in 0..<shards {
      let shard = try Shard(index, of: shards, units: 130, seed: WorkloadR.usualSeed)
      let (_, standings) = shard.benchmark.run(threads: 1, runs: 1)
      merge.add(Shard.columns(standings), of: shard.units)
    }
    #expect(Dictionary(uniqueKeysWithValues: merge.digests.map { ($0.name, $0.digest) }) == RecomputeBenchmarkTests.expected)
  }

  @Test func everyUnitIsInOneShareAndNoBlockIsDivided() {
    let workload = WorkloadR(units: 5_000, seed: 3)
    let shares = BlockShares(blockOfUnit: workload.blocks, blocks: workload.groups, shares: 3)
    #expect(shares.units.flatMap { $0 }.sorted() == Array(0..<5_000))
    let homes = shares.units.map { Set($0.map { workload.blocks[$0] }) }
    #expect(homes[0].isDisjoint(with: homes[1]) && homes[1].isDisjoint(with: homes[2]) && homes[0].isDisjoint(with: homes[2]))
    let sizes = shares.units.map(\.count)
    // No share is heavier than the lightest by more than the largest block.
    let largest = Dictionary(grouping: workload.blocks, by: { $0 }).values.map(\.count).max() ?? 0
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= largest)
  }

  @Test func moreSharesThanBlocksLeaveSomeEmpty() {
    let shares = BlockShares(blockOfUnit: [0, 1, 0], blocks: 2, shares: 4)
    #expect(shares.units == [[0, 2], [1], [], []])
  }

  @Test func wrongWordsAreUsage() {
    #expect(throws: RecomputeCommand.Usage.self) { try ShardsCommand(["--processes", "0"]) }
    #expect(throws: RecomputeCommand.Usage.self) { try ShardCommand(["2", "2", "130", "1"]) }
  }
}

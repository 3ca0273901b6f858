import Campaign
@testable import Ranking
import TestSupport
import Testing

/// The best and the median of a block are those of its units' own explanations.
@Suite struct BlockPointsTests {
  @Test(arguments: 7_000..<7_040) func theyAreThoseOfEachUnitsExplanation(seed: Int) throws {
    let campaign = try RandomCampaign(seed: UInt64(seed))
    let standings = try campaign.standings(on: campaign.table())
    let rulebook = standings.rulebook
    for ordinal in standings.scope.first.ordinal...standings.scope.last.ordinal {
      let period = Period(kind: standings.scope.first.kind, ordinal: ordinal)
      for block in rulebook.blocks {
        var scored: [[Points]] = rulebook.criteria.map { _ in [] }
        for unit in rulebook.units where unit.block == block.id {
          for (index, result) in standings.explanation(of: unit.id, in: period).enumerated() {
            if case .scored(let points) = result.leaf { scored[index].append(points) }
          }
        }
        let found = standings.points(ofBlock: block.id, in: period)
        #expect(found.count == rulebook.criteria.count)
        for (index, all) in scored.enumerated() {
          #expect(found[index]?.best == all.max(), "seed \(seed) \(block.id) \(period) \(rulebook.criteria[index].code)")
          guard let median = found[index]?.median else { continue }
          // As many lie below as above.
          #expect(all.count { $0 < median } * 2 <= all.count && all.count { $0 > median } * 2 <= all.count)
        }
      }
    }
  }

  @Test func outsideTheScopeThereIsNothing() throws {
    let campaign = try RandomCampaign(seed: 1)
    let standings = try campaign.standings(on: campaign.table())
    #expect(standings.points(ofBlock: standings.rulebook.blocks[0].id, in: standings.scope.last.next).isEmpty)
  }

  @Test(arguments: [([], nil, nil), ([7], 7, 7), ([1, 4], 4, 2), ([9, 1, 5], 9, 5), ([-3, -2], -2, -3)] as [([Int64], Int64?, Int64?)])
  func theMiddleOfTwoIsHalfway(points: [Int64], best: Int64?, median: Int64?) {
    let found = BlockPoints(points.map { Points(millionths: $0) })
    #expect(found?.best.millionths == best && found?.median.millionths == median)
  }
}

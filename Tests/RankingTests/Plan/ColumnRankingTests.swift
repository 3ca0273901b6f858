import Campaign
@testable import Ranking
import TestSupport
import Testing

/// Every standing from columns is the one of the definition, which other tests compare with a ranking written separately.
@Suite struct ColumnRankingTests {
  static let chunks = 8
  static let campaigns: UInt64 = 2_000

  @Test(arguments: 0..<chunks)
  func everyStandingOfARandomCampaignIsThatOfTheDefinition(chunk: Int) throws {
    var onColumns = 0
    for seed in UInt64(1)...Self.campaigns where seed % UInt64(Self.chunks) == UInt64(chunk) {
      let campaign = try RandomCampaign(seed: seed)
      let plan = ColumnPlan(campaign.rulebook, campaign.scope)
      guard plan.whole == nil else { continue }
      onColumns += 1
      let figures = campaign.table()
      let ranking = try ColumnRanking(plan, try FormColumns(plan, figures), circumstances: campaign.circumstances)
      let columns = ranking.standings(threads: 1 + chunk % 3)
      if let difference = try Self.difference(columns, try campaign.standings(on: figures), campaign) {
        Issue.record("seed \(seed): \(difference)\n\(campaign.yaml)")
        return
      }
    }
    #expect(onColumns > 150)
  }

  @Test func threadsAndTheOrderOfArrivalChangeNoByte() throws {
    for seed in UInt64(40_001)...40_100 {
      let campaign = try RandomCampaign(seed: seed)
      let plan = ColumnPlan(campaign.rulebook, campaign.scope)
      guard plan.whole == nil else { continue }
      var random = SplitMix64(seed: seed)
      let shuffled = campaign.table(order: random.shuffled(campaign.filings), rows: random.shuffled(campaign.rows))
      let first = try ColumnRanking(plan, try FormColumns(plan, campaign.table()), circumstances: campaign.circumstances)
      let one = first.standings(threads: 1)
      let other = try ColumnRanking(plan, try FormColumns(plan, shuffled), circumstances: campaign.circumstances)
      for threads in [1, 2, 3, 8] { #expect(one.hasSameBytes(as: other.standings(threads: threads)), "seed \(seed)") }
      // Memory that held a result already gives the same once more.
      #expect(one.hasSameBytes(as: first.standings(threads: 2, reusing: first.standings(threads: 1))), "seed \(seed)")
    }
  }

  static func difference(_ columns: ColumnStandings, _ slow: Standings, _ campaign: RandomCampaign) throws -> String? {
    for (unit, known) in campaign.rulebook.units.enumerated() {
      for offset in 0..<columns.plan.definition.periods {
        let period = Period(kind: campaign.scope.first.kind, ordinal: campaign.scope.first.ordinal + offset)
        let expected = try #require(slow.standing(of: known.id, in: period))
        let found = columns.standing(unit, offset)
        if found != expected { return "unit \(known.id), \(period): columns \(found), definition \(expected)" }
      }
    }
    return nil
  }
}

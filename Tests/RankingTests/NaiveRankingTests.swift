import Campaign
@testable import Ranking
import TestSupport
import Testing

/// The ranking against a second one that was written separately and sums everything anew.
@Suite struct NaiveRankingTests {
  static let chunks = 8
  static let campaigns: UInt64 = 5_000

  @Test(arguments: 0..<chunks)
  func everyPlaceOfARandomCampaignIsThatOfTheSlowRanking(chunk: Int) throws {
    for seed in UInt64(1)...Self.campaigns where seed % UInt64(Self.chunks) == UInt64(chunk) {
      let campaign = try RandomCampaign(seed: seed)
      let figures = campaign.table()
      let standings = try campaign.standings(on: figures)
      let slow = campaign.slowRanking.rows()
      let fast = try Self.rows(standings, campaign)
      guard fast != slow else { continue }
      Issue.record("seed \(seed): \(Self.difference(fast, slow, campaign))\n\(campaign.yaml)")
      return
    }
  }

  @Test func theOrderOfArrivalDoesNotChangeAPlace() throws {
    for seed in UInt64(10_001)...10_200 {
      let campaign = try RandomCampaign(seed: seed)
      var random = SplitMix64(seed: seed)
      let shuffled = campaign.table(order: random.shuffled(campaign.filings), rows: random.shuffled(campaign.rows))
      let before = try campaign.standings(on: campaign.table())
      let after = try campaign.standings(on: shuffled)
      #expect(try Self.rows(before, campaign) == Self.rows(after, campaign), "seed \(seed)")
    }
  }

  @Test func filingTheSameFiguresAgainChangesNothing() throws {
    for seed in UInt64(20_001)...20_200 {
      let campaign = try RandomCampaign(seed: seed)
      let twice = campaign.table(order: campaign.filings + campaign.filings, rows: campaign.rows + campaign.rows)
      let before = try campaign.standings(on: campaign.table())
      let after = try campaign.standings(on: twice)
      #expect(try Self.rows(before, campaign) == Self.rows(after, campaign), "seed \(seed)")
    }
  }

  @Test func anExplanationShowsTheLeavesThatGaveThePlace() throws {
    for seed in UInt64(30_001)...30_200 {
      let campaign = try RandomCampaign(seed: seed)
      let standings = try campaign.standings(on: campaign.table())
      let rows = try Self.rows(standings, campaign)
      for (unit, row) in zip(campaign.rulebook.units, rows) {
        let explained = standings.explanation(of: unit.id, in: campaign.scope.last)
        #expect(explained.map(\.leaf) == row.last?.leaves, "seed \(seed), unit \(unit.id)")
      }
    }
  }

  static func rows(_ standings: Standings, _ campaign: RandomCampaign) throws -> [[NaiveRanking.Row]] {
    let rulebook = campaign.rulebook
    return try rulebook.units.indices.map { unit in
      var rows: [NaiveRanking.Row] = []
      try standings.plan.walk(unit, standings.figures, standings.compiled) { offset, _, leaves, _, _ in
        var period = campaign.scope.first
        for _ in 0..<offset { period = period.next }
        let standing = try #require(standings.standing(of: rulebook.units[unit].id, in: period))
        rows.append(row(standing, leaves))
      }
      return rows
    }
  }

  private static func row(_ standing: Standing, _ leaves: [Leaf]) -> NaiveRanking.Row {
    var row = NaiveRanking.Row()
    row.leaves = leaves
    row.earned = standing.earned.millionths
    row.applicable = standing.applicable.millionths
    row.published = standing.published?.millionths
    row.exact = standing.exact?.millionths
    row.place = standing.place
    row.tied = standing.tied
    row.band = standing.band
    row.bonus = standing.bonus.millionths
    row.deduction = standing.deduction.millionths
    row.reason = standing.reason
    row.filed = standing.monthsFiled
    row.due = standing.monthsDue
    row.moved = standing.movedSincePrevious
    row.movedYear = standing.movedSinceLastYear
    row.gain = standing.gainSinceLastYear?.millionths
    row.outcome = standing.placesGained?.outcome
    row.outcomeReason = standing.placesGained?.reason
    return row
  }

  private static func difference(
    _ fast: [[NaiveRanking.Row]], _ slow: [[NaiveRanking.Row]], _ campaign: RandomCampaign
  ) -> String {
    for (unit, (a, b)) in zip(fast, slow).enumerated() {
      for (offset, (x, y)) in zip(a, b).enumerated() where x != y {
        return "unit \(campaign.rulebook.units[unit].id), period \(offset) from \(campaign.scope.first): fast \(x), slow \(y)"
      }
    }
    return "the number of periods"
  }
}

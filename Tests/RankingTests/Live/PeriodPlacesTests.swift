@testable import Campaign
@testable import Ranking
import TestSupport
import Testing

/// Places that are asked for alone are those of whole standings.
@Suite struct PeriodPlacesTests {
  private struct Source: LiveSource {
    let figures: FigureTable
    let all: Circumstances

    func circumstances() -> Circumstances { all }
    func circumstances(of unit: ReportingUnit.ID) -> Circumstances { all }
  }

  @Test func aPlaceAloneIsThatOfTheStanding() throws {
    var (placed, tied, unplaced) = (0, 0, 0)
    for seed: UInt64 in 91_000..<91_120 {
      let campaign = try RandomCampaign(seed: seed)
      let recomputed = try campaign.standings(on: campaign.table())
      let live = recomputed.following(units: Source(figures: campaign.table(), all: campaign.circumstances))
      let border = Period(kind: campaign.scope.first.kind, ordinal: (campaign.scope.first.ordinal + campaign.scope.last.ordinal + 1) / 2)
      // With places that an earlier version has given as well.
      for standings in [recomputed, live, live.following(recomputed, from: border)] {
        for ordinal in campaign.scope.first.ordinal...campaign.scope.last.ordinal {
          let period = Period(kind: campaign.scope.first.kind, ordinal: ordinal)
          let places = try #require(standings.places(in: period))
          for (index, unit) in campaign.rulebook.units.enumerated() {
            let standing = try #require(standings.standing(of: unit.id, in: period))
            switch places[index] {
            case .place(let place, let isTied):
              #expect(place == standing.place && isTied == standing.tied, "seed \(seed), \(period), \(unit.id)")
              placed += 1
              if isTied { tied += 1 }
            case .none(let reason):
              #expect(standing.place == nil && reason == standing.reason, "seed \(seed), \(period), \(unit.id)")
              unplaced += 1
            }
          }
        }
      }
    }
    #expect(placed > 0 && tied > 0 && unplaced > 0)
  }

  @Test func aPeriodThatIsNotRankedHasNone() throws {
    let campaign = try RandomCampaign(seed: 90_001)
    let standings = try campaign.standings(on: campaign.table())
    for period in [campaign.scope.first.previous, campaign.scope.last.next] { #expect(standings.places(in: period) == nil) }
  }
}

@testable import Campaign
@testable import Ranking
import TestSupport
import Testing

/// What a board looks a whole block through for, beside the definition: standings and explanations.
@Suite struct BlockPlacesTests {
  private struct Source: LiveSource {
    let figures: FigureTable
    let all: Circumstances

    func circumstances() -> Circumstances { all }
    func circumstances(of unit: ReportingUnit.ID) -> Circumstances { all }
  }

  @Test func placesAndCasesAreThoseOfStandingsAndExplanations() throws {
    var (placed, unplaced, known) = (0, 0, 0)
    for seed: UInt64 in 90_000..<90_120 {
      let campaign = try RandomCampaign(seed: seed)
      let recomputed = try campaign.standings(on: campaign.table())
      let live = recomputed.following(units: Source(figures: campaign.table(), all: campaign.circumstances))
      let book = campaign.rulebook
      for (standings, ordinal) in [recomputed, live].flatMap({ one in
        (campaign.scope.first.ordinal...campaign.scope.last.ordinal).map { (one, $0) }
      }) {
        let period = Period(kind: campaign.scope.first.kind, ordinal: ordinal)
        for block in book.blocks {
          let names = book.units.map { VietnameseKey($0.name) }
          let wanted = try book.units.indices.filter { book.units[$0].block == block.id }.map { unit in
            let standing = try #require(standings.standing(of: book.units[unit].id, in: period))
            return UnitPlace(unit: unit, place: standing.place, reason: standing.reason)
          }.sorted { a, b in
            if a.place != b.place { return (a.place ?? .max) < (b.place ?? .max) }
            return names[a.unit] < names[b.unit] || !(names[b.unit] < names[a.unit]) && a.unit < b.unit
          }
          #expect(standings.places(of: block.id, in: period) == wanted, "seed \(seed), \(period), \(block.id)")
          for one in wanted {
            #expect(standings.place(of: one.unit, in: period) == one.place, "seed \(seed), \(period), \(one.unit)")
            if one.place == nil { unplaced += 1 } else { placed += 1 }
          }
        }
        for unit in book.units.indices {
          for (index, result) in standings.explanation(of: book.units[unit].id, in: period).enumerated() {
            let cases = standings.cases(of: index, unit, in: period)
            #expect(cases == (result.isRatio ? result.value?.denominator : nil), "seed \(seed), \(period), \(unit), \(index)")
            if cases != nil { known += 1 }
          }
        }
      }
    }
    #expect(placed > 0 && unplaced > 0 && known > 0)
  }

  /// What objectives look at, beside the standing and the walk that give points.
  @Test func whatObjectivesLookAtIsWhatGivesPoints() throws {
    var (values, places) = (0, 0)
    for seed: UInt64 in 91_000..<91_080 {
      let campaign = try RandomCampaign(seed: seed)
      let recomputed = try campaign.standings(on: campaign.table())
      let live = recomputed.following(units: Source(figures: campaign.table(), all: campaign.circumstances))
      let (book, scope) = (campaign.rulebook, campaign.scope)
      let ordinals = Array(scope.first.ordinal...scope.last.ordinal)
      for unit in book.units.indices {
        var walked: [[Fraction?]] = []
        try recomputed.plan.walk(unit, recomputed.figures, recomputed.compiled) { _, state, _, _, _ in
          walked.append(book.criteria.indices.map { state.measured($0).fraction })
        }
        for wanted in [ordinals, [ordinals[ordinals.count - 1]], ordinals.filter { $0 % 3 == 0 }] {
          var seen: [Int] = []
          recomputed.plan.measure(unit, recomputed.figures, wanted: wanted) { ordinal, state in
            seen.append(ordinal)
            let measured = book.criteria.indices.map { state.measured($0).fraction }
            #expect(measured == walked[ordinal - scope.first.ordinal], "seed \(seed), \(unit), \(ordinal)")
            values += measured.count { $0 != nil }
          }
          #expect(seen == wanted)
        }
      }
      let judged = Period(kind: scope.first.kind, ordinal: ordinals[ordinals.count - 1])
      for (standings, ordinal) in [recomputed, live].flatMap({ one in ordinals.map { (one, $0) } }) {
        let period = Period(kind: scope.first.kind, ordinal: ordinal)
        let data = standings.data(in: period, judgedIn: judged)
        for block in book.blocks {
          let members = book.units.indices.filter { book.units[$0].block == block.id }
          let ranked = members.count { standings.standing(unit: $0, in: judged).place != nil }
          for unit in members {
            let wanted = standings.standing(unit: unit, in: period).datum(of: ranked, bands: book.bands(of: block.id))
            #expect(String(describing: data[unit]) == String(describing: block.ranked ? wanted : nil), "seed \(seed), \(period), \(unit)")
            if data[unit] != nil { places += 1 }
          }
        }
      }
    }
    #expect(values > 0 && places > 0)
  }

  @Test func aPeriodThatIsNotRankedHasNoPlaces() throws {
    let campaign = try RandomCampaign(seed: 90_001)
    let standings = try campaign.standings(on: campaign.table())
    let scope = campaign.scope
    for period in [scope.first.previous, scope.last.next] {
      #expect(standings.places(of: campaign.rulebook.blocks[0].id, in: period).isEmpty)
      #expect(standings.place(of: 0, in: period) == nil && standings.cases(of: 0, 0, in: period) == nil)
    }
    #expect(standings.places(of: "no such block", in: scope.first).isEmpty && standings.place(of: -1, in: scope.first) == nil)
  }
}

@testable import Campaign
import Foundation
@testable import Ranking
import TestSupport
import Testing

/// Standings that follow single units say what recomputing everything says, after every event.
@Suite struct LiveRankingTests {
  private struct Source: LiveSource {
    var figures: FigureTable
    var all: Circumstances

    func circumstances() -> Circumstances { all }
    func circumstances(of unit: ReportingUnit.ID) -> Circumstances { all }
  }

  /// Compares after every event: `THIDUA_EVENTS=1000000 swift test -c release --filter LiveRankingTests`. Ordinarily after
  /// every fourth: what went wrong stays wrong until the same unit is scored again.
  private static let demanded = ProcessInfo.processInfo.environment["THIDUA_EVENTS"].flatMap { Int($0) }
  private static let events = demanded ?? 10_000
  private static let eventsACampaign = 40

  @Test func afterEveryEventTheStandingsAreThoseOfRecomputing() throws {
    var followed = 0
    var scored = 0
    var seed: UInt64 = 70_000
    while followed < Self.events {
      seed += 1
      let campaign = try RandomCampaign(seed: seed)
      guard !campaign.filings.isEmpty || !campaign.rows.isEmpty else { continue }
      var random = SplitMix64(seed: seed)
      var source = Source(figures: campaign.table(), all: campaign.circumstances)
      let first = try campaign.standings(on: source.figures)
      var live = first.following(units: source)
      #expect(live.firstDifference(from: first) == nil, "seed \(seed)")
      let kept = live
      for event in 0..<Self.eventsACampaign {
        let touched = Self.happen(to: &source, campaign, &random)
        live = try live.following([touched], source, source.all)
        followed += 1
        guard Self.demanded != nil || event % 4 == 3 else { continue }
        let anew = try Standings(rulebook: campaign.rulebook, figures: source.figures, circumstances: source.all, scope: campaign.scope)
        let difference = live.firstDifference(from: anew)
        try #require(difference == nil, "seed \(seed), event \(event), \(touched)")
        scored += live.ranked(in: campaign.rulebook.blocks[0].id, campaign.scope.last)
      }
      #expect(kept.firstDifference(from: first) == nil, "seed \(seed): an older value stays what it was")
      Self.checkQueries(live, campaign, seed)
    }
    #expect(scored > 0)
  }

  private static func happen(to source: inout Source, _ campaign: RandomCampaign, _ random: inout SplitMix64) -> Touched {
    let unit = random.pick(campaign.rulebook.units).id
    let period = Period(kind: campaign.scope.first.kind, ordinal: random.int(campaign.scope.first.ordinal...campaign.scope.last.ordinal))
    switch random.int(0...9) {
    case 0:
      source.all.applicability.append(
        Applicability(
          unit: unit, criterion: random.pick(campaign.rulebook.criteria).code, from: period, through: random.chance(50) ? nil : period,
          applies: random.chance(50), reason: "ours: test"))
      return Touched(unit, ordinals: nil)
    case 1:
      let finding = random.pick([Assessment.Finding.initiative(period), .falseData(period)])
      source.all.assessments.append(Assessment(finding, unit: unit, evidence: "ours: test", withdrawn: random.chance(30)))
      return Touched(unit, ordinals: nil)
    case 2:
      source.all.workingDaysLate[unit, default: [:]][period.ordinal] = random.int(1...9)
      return Touched(unit, ordinals: period.ordinal...period.ordinal)
    case 3:
      if random.chance(50) {
        source.all.extended[unit, default: []].insert(period.ordinal)
      } else {
        source.all.extended[unit]?.remove(period.ordinal)
      }
      return Touched(unit, ordinals: nil)
    default:
      if !campaign.filings.isEmpty {
        // What a unit may file is what it has filed, in any period.
        let known = random.pick(campaign.filings)
        let figures = known.figures.map { ($0.counter, random.chance(30) ? Int64(random.int(0...40)) : $0.value) }
        source.figures.put(
          Filing(unit: known.unit, period: period, form: known.form, baseRevision: 0, figures: figures), under: campaign.rulebook)
        return Touched(known.unit, ordinals: period.ordinal...period.ordinal)
      }
      let known = random.pick(campaign.rows)
      let other = random.pick(campaign.rows.filter { $0.criterion == known.criterion })
      source.figures.put(
        FigureFile.Row(unit: known.unit, period: period, criterion: known.criterion, figure: other.figure), under: campaign.rulebook)
      return Touched(campaign.rulebook.units[known.unit].id, ordinals: period.ordinal...period.ordinal)
    }
  }

  private static func checkQueries(_ live: Standings, _ campaign: RandomCampaign, _ seed: UInt64) {
    let period = campaign.scope.last
    for block in campaign.rulebook.blocks {
      let board = live.board(of: block.id, in: period).filter { $0.standing.place != nil }
      #expect(live.ranked(in: block.id, period) == board.count, "seed \(seed)")
      #expect(live.page(of: block.id, in: period, 0..<100).map(\.unit) == board.map(\.unit), "seed \(seed)")
      #expect(live.page(of: block.id, in: period, 1..<3).map(\.standing) == board.dropFirst().prefix(2).map(\.standing), "seed \(seed)")
      for (position, line) in board.enumerated() { #expect(live.position(of: line.unit.id, in: period) == position, "seed \(seed)") }
    }
  }

  @Test func aPlaceTreeKeepsItsOrderAndItsOlderCopies() {
    var random = SplitMix64(seed: 7)
    for size in [0, 1, 31, 32, 33, 700] {
      func key(_ member: Int) -> PlaceTree.Key {
        PlaceTree.Key(total: Int64(random.int(0...50)), order: Int32(member), member: Int32(member))
      }
      var keys = (0..<size).map(key)
      var tree = PlaceTree(sorted: keys.sorted())
      var older: [(PlaceTree, [PlaceTree.Key])] = []
      var member = size
      for step in 0..<1_500 {
        if step % 250 == 0 { older.append((tree, keys.sorted())) }
        // Grows, then shrinks to nothing.
        if keys.isEmpty || random.chance(step < 700 ? 70 : 20) {
          member += 1
          keys.append(key(member))
          tree.insert(keys[keys.count - 1])
        } else {
          let gone = keys.remove(at: random.int(0...keys.count - 1))
          tree.remove(gone)
        }
        #expect(tree.count == keys.count)
        guard step % 50 == 0 else { continue }
        older.append((tree, keys.sorted()))
      }
      for (tree, keys) in older {
        #expect(tree.keys(0..<keys.count) == keys)
        for total in stride(from: Int64(-1), through: 51, by: 4) {
          #expect(tree.count(above: total) == keys.count { $0.total > total })
          let equal = keys.count { $0.total == total }
          if equal > 0 {
            let (place, tied) = tree.place(of: total)
            #expect(place == keys.count { $0.total > total } + 1 && tied == (equal > 1))
          }
          #expect(tree.count(from: total) == keys.count { $0.total >= total })
        }
        for (position, key) in keys.enumerated().prefix(40) { #expect(tree.count(before: key) == position) }
      }
    }
  }
}

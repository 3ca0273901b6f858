import Campaign
import TestSupport
import Testing

@testable import Ranking

/// The columnar recomputation against a slow twin that follows the definition, and against itself with other threads.
@Suite struct RatioRankingTests {
  /// An invented input that holds what real ones seldom do together.
  private struct Case {
    let plan: RatioPlan
    let blocks: Int
    let blockOfUnit: [Int]
    let cells: [[[CounterColumns.Cell?]]]

    /// - Parameter greatest: Bound of most counters; a few are far above it.
    init(_ random: inout SplitMix64, units: Int, greatest: Int, wide: Bool) throws {
      let criteria = (0..<random.int(1...4)).map { _ in
        RatioPlan.Criterion(points: Int64(random.int(1...5)), target: Int64(random.int(50...100)))
      }
      let plan = try RatioPlan(criteria: criteria, years: random.int(1...3))
      self.plan = plan
      let blocks = random.int(1...4)
      self.blocks = blocks
      blockOfUnit = (0..<units).map { _ in random.int(0...blocks - 1) }
      var cells: [[[CounterColumns.Cell?]]] = []
      for unit in 0..<units {
        if unit > 0, random.chance(20) {
          cells.append(cells[random.int(0...unit - 1)])
          continue
        }
        cells.append(
          (0..<plan.months).map { _ in
            (0..<criteria.count).map { _ in
              if random.chance(10) { return nil }
              if random.chance(10) { return .init(numerator: 0, denominator: 0) }
              if wide, random.chance(2) {
                let most = CounterColumns.mostCounter
                return .init(numerator: most - Int64(random.int(0...3)), denominator: 1 << Int64(random.int(0...62)))
              }
              if wide, random.chance(2) { return .init(numerator: 7, denominator: 0) }
              return .init(numerator: Int64(random.int(0...greatest)), denominator: Int64(random.int(0...greatest)))
            }
          })
      }
      self.cells = cells
    }

    func columns() throws -> CounterColumns {
      try CounterColumns(
        roster: BlockRoster(blockOfUnit: blockOfUnit, blocks: blocks), criteria: plan.criteria.count, years: plan.years
      ) { cells[$0][$1][$2] }
    }
  }

  private func compare(_ a: RatioStandings, _ b: RatioStandings, _ note: String) {
    for column in RatioStandings.Column.allCases { #expect(a.column(column) == b.column(column), "\(column), \(note)") }
  }

  @Test(arguments: [(0, 9), (1, 9), (2, 500), (15, 500), (16, 2_700), (17, 500), (40, 40), (63, 2_700), (70, 500)])
  func everyColumnIsThatOfTheTwin(units: Int, greatest: Int) throws {
    for (seed, wide) in [(UInt64(1), false), (2, false), (3, true)] {
      var random = SplitMix64(seed: seed &* 1000 &+ UInt64(units))
      let input = try Case(&random, units: units, greatest: greatest, wide: wide)
      let columns = try input.columns()
      let twin = NaiveRatioRanking(input.plan, blockOfUnit: input.blockOfUnit) { input.cells[$0][$1][$2] }
      let portable = RatioRanking(input.plan, fused: false).standings(of: columns, threads: 1)
      compare(portable, RatioRanking(input.plan, fused: true).standings(of: columns, threads: 1), "the other way")
      for unit in 0..<units {
        for month in 0..<input.plan.months {
          let (total, place) = (twin.totals[unit][month], twin.places[unit][month])
          func value(_ column: RatioStandings.Column) -> Int32? { portable.value(column, unit: unit, month: month) }
          #expect(value(.total) == total && value(.place) == place, "unit \(unit), month \(month)")
          let oldPlace = month < 12 ? nil : twin.places[unit][month - 12]
          let gain = month < 12 ? nil : total - twin.totals[unit][month - 12]
          #expect(value(.gain) == gain && value(.placesGained) == oldPlace.map { $0 - place })
          #expect(value(.scoreUp) == ((gain ?? 0) > 0 ? 1 : 0))
          #expect(value(.targetMet) == (oldPlace.map { place <= max(1, $0 - 5) } == true ? 1 : 0))
          for criterion in input.plan.criteria.indices {
            #expect(columns[unit: unit, month: month, criterion: criterion] == input.cells[unit][month][criterion])
          }
        }
      }
    }
  }

  @Test(arguments: [2, 3, 8])
  func anyNumberOfThreadsGivesTheSame(threads: Int) throws {
    var random = SplitMix64(seed: 77)
    let input = try Case(&random, units: 150, greatest: 500, wide: true)
    let columns = try input.columns()
    let ranking = RatioRanking(input.plan)
    let one = ranking.standings(of: columns, threads: 1)
    let first = ranking.standings(of: columns, threads: threads)
    compare(first, one, "\(threads) threads")
    compare(ranking.standings(of: columns, threads: threads, reusing: first), one, "\(threads) threads, memory used again")
  }

  @Test func theOrderOfBlocksAndUnitsChangesNoValue() throws {
    var random = SplitMix64(seed: 78)
    let input = try Case(&random, units: 60, greatest: 500, wide: false)
    let order = random.shuffled(Array(0..<60))
    let standings = RatioRanking(input.plan).standings(of: try input.columns(), threads: 1)
    let shuffled = try CounterColumns(
      roster: BlockRoster(blockOfUnit: order.map { input.blocks - 1 - input.blockOfUnit[$0] }, blocks: input.blocks),
      criteria: input.plan.criteria.count, years: input.plan.years
    ) { input.cells[order[$0]][$1][$2] }
    let other = RatioRanking(input.plan).standings(of: shuffled, threads: 1)
    for column in RatioStandings.Column.allCases {
      for (position, unit) in order.enumerated() {
        for month in 0..<input.plan.months {
          #expect(other.value(column, unit: position, month: month) == standings.value(column, unit: unit, month: month))
        }
      }
    }
  }

  @Test func aBlockWithoutUnitsIsPassedOver() throws {
    let plan = try RatioPlan(criteria: [.init(points: 1, target: 50)], years: 1)
    let roster = try BlockRoster(blockOfUnit: [2, 0, 2], blocks: 5)
    let columns = try CounterColumns(roster: roster, criteria: 1, years: 1) { unit, _, _ in
      .init(numerator: Int64(unit), denominator: 10)
    }
    let standings = RatioRanking(plan).standings(of: columns, threads: 1)
    #expect((0..<3).map { standings.value(.place, unit: $0, month: 11) } == [2, 1, 1])
  }

  @Test func nothingReportedIsZeroPointsAndASharedFirstPlace() throws {
    let plan = try RatioPlan(criteria: [.init(points: 5, target: 80)], years: 2)
    let columns = try CounterColumns(
      roster: BlockRoster(blockOfUnit: Array(repeating: 0, count: 20), blocks: 1), criteria: 1, years: 2) { _, _, _ in nil }
    let standings = RatioRanking(plan).standings(of: columns, threads: 1)
    #expect(standings.column(.total).allSatisfy { $0 == 0 })
    #expect(standings.column(.place).allSatisfy { $0 == 1 })
    #expect(standings.value(.targetMet, unit: 3, month: 12) == 1 && standings.value(.scoreUp, unit: 3, month: 12) == 0)
  }
}

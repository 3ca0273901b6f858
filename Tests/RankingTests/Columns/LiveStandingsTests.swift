import Campaign
import Foundation
import TestSupport
import Testing

@testable import Ranking

/// After every event, standings that followed it are those of a recomputation from zero, byte for byte.
@Suite struct LiveStandingsTests {
  /// 10,000 together; `THIDUA_EVENTS=1000000` for a long night.
  static let events = ProcessInfo.processInfo.environment["THIDUA_EVENTS"].flatMap { Int($0) } ?? 10_000

  private static func cell(_ random: inout SplitMix64, wild: Int) -> CounterColumns.Cell? {
    if random.chance(10) { return nil }
    if random.chance(5) { return .init(numerator: 0, denominator: 0) }
    if wild > 0, random.int(0...9_999) < wild {
      return random.chance(50)
        ? .init(numerator: 3, denominator: 0)
        : .init(numerator: Int64(random.int(0...1 << 62)), denominator: Int64(random.int(1...1 << 62)))
    }
    return .init(numerator: Int64(random.int(0...20)), denominator: Int64(random.int(0...20)))
  }

  /// - Parameter wild: Ten-thousandths of cells that do not fit 16 bits.
  @Test(arguments: [(1, 1, 1, 2, 0), (2, 16, 2, 2, 3), (3, 33, 1, 3, 40), (4, 21, 3, 1, 0)])
  func everyEventGivesTheBytesOfAFullRecomputation(seed: Int, units: Int, criteria: Int, years: Int, wild: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let plan = try RatioPlan(
      criteria: (0..<criteria).map { _ in .init(points: Int64(random.int(1...5)), target: Int64(random.int(50...100))) }, years: years)
    let blocks = min(3, units)
    var cells = (0..<units).map { _ in (0..<plan.months).map { _ in (0..<criteria).map { _ in Self.cell(&random, wild: 0) } } }
    let roster = try BlockRoster(blockOfUnit: (0..<units).map { _ in random.int(0...blocks - 1) }, blocks: blocks)
    let ranking = RatioRanking(plan)
    func built() throws -> CounterColumns {
      try CounterColumns(roster: roster, criteria: criteria, years: years) { cells[$0][$1][$2] }
    }
    let untouched = try built()
    var live = LiveStandings(ranking, untouched, threads: 1)
    let atFirst = live.snapshot()
    var full = ranking.standings(of: untouched, threads: 1)
    for event in 0..<Self.events / 4 {
      let (unit, month) = (random.int(0...units - 1), random.int(0...plan.months - 1))
      // New figures, a copy of another unit's (ties), or the same again.
      let kind = random.int(0...9)
      if kind < 7 {
        cells[unit][month] = (0..<criteria).map { _ in Self.cell(&random, wild: wild) }
      } else if kind < 9 {
        cells[unit][month] = cells[random.int(0...units - 1)][month]
      }
      try live.submit(unit: unit, month: month, cells: cells[unit][month])
      full = ranking.standings(of: live.columns, threads: 1, reusing: full)
      guard live.hasSameBytes(as: full) else {
        Issue.record("event \(event): unit \(unit), month \(month)")
        return
      }
      if event % 500 == 499 {
        let anew = ranking.standings(of: try built(), threads: 1)
        let same = live.hasSameBytes(as: anew)
        #expect(same, "columns built anew after event \(event)")
      }
    }
    #expect(atFirst.hasSameBytes(as: ranking.standings(of: untouched, threads: 1)), "an older snapshot and its columns stay as they were")
    for unit in 0..<units {
      for month in 0..<plan.months {
        for criterion in 0..<criteria {
          let stored = live.columns[unit: unit, month: month, criterion: criterion]
          #expect(stored == cells[unit][month][criterion])
        }
      }
    }
    let (unit, month) = (random.int(0...units - 1), random.int(0...plan.months - 1))
    let place = live.value(.place, unit: unit, month: month)
    #expect(place == full.value(.place, unit: unit, month: month))
  }

  @Test func whatIsRefusedChangesNothing() throws {
    let plan = try RatioPlan(criteria: [.init(points: 5, target: 80), .init(points: 1, target: 50)], years: 1)
    let columns = try CounterColumns(roster: BlockRoster(blockOfUnit: [0, 0], blocks: 1), criteria: 2, years: 1) { unit, _, _ in
      .init(numerator: Int64(unit), denominator: 5)
    }
    let ranking = RatioRanking(plan)
    var live = LiveStandings(ranking, columns, threads: 1)
    let good = CounterColumns.Cell(numerator: 1, denominator: 1)
    for (unit, month, cells, code) in [
      (2, 0, [good, good], ProblemCode.unknownReference), (-1, 0, [good, good], .unknownReference),
      (0, 12, [good, good], .unknownReference), (0, -1, [good, good], .unknownReference), (0, 0, [good], .badValue),
      (0, 0, [good, .init(numerator: -1, denominator: 1)], .negative), (0, 0, [good, .init(numerator: 1, denominator: .max)], .figureTooLarge),
    ] {
      do {
        try live.submit(unit: unit, month: month, cells: cells)
        Issue.record("unit \(unit), month \(month) was taken")
      } catch { #expect(error.code == code) }
    }
    let same = live.hasSameBytes(as: ranking.standings(of: columns, threads: 1))
    #expect(same)
  }
}

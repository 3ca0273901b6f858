import Campaign
import TestSupport
import Testing

@testable import Ranking

/// What is too large, negative or not there: refused by its number, never wrapped.
@Suite struct ColumnBoundsTests {
  private func code(_ body: () throws -> Void) -> ProblemCode? {
    do {
      try body()
      return nil
    } catch { return (error as? Problem)?.code }
  }

  private func columns(_ cell: CounterColumns.Cell?) throws -> CounterColumns {
    try CounterColumns(roster: BlockRoster(blockOfUnit: [0], blocks: 1), criteria: 1, years: 1) { _, _, _ in cell }
  }

  @Test func aCounterBeyondItsColumnWidensOrIsRefused() throws {
    #expect(try columns(.init(numerator: 2_730, denominator: 2_730)).wideTiles == 0)
    // Twelve months of 2,731 exceed 32,767.
    #expect(try columns(.init(numerator: 1, denominator: 2_731)).wideTiles == 1)
    let greatest = CounterColumns.Cell(numerator: CounterColumns.mostCounter, denominator: CounterColumns.mostCounter)
    let wide = try columns(greatest)
    #expect(wide.wideTiles == 1 && wide[unit: 0, month: 11, criterion: 0] == greatest)
    let plan = try RatioPlan(criteria: [.init(points: 3, target: 100)], years: 1)
    #expect(RatioRanking(plan).standings(of: wide, threads: 1).column(.total) == Array(repeating: 30_000, count: 12))
    #expect(code { _ = try columns(.init(numerator: CounterColumns.mostCounter + 1, denominator: 1)) } == .figureTooLarge)
    #expect(code { _ = try columns(.init(numerator: 1, denominator: .max)) } == .figureTooLarge)
    #expect(code { _ = try columns(.init(numerator: -1, denominator: 1)) } == .negative)
    #expect(code { _ = try columns(.init(numerator: 0, denominator: .min)) } == .negative)
  }

  @Test func oneUnitWithTooMuchLeavesOtherTilesNarrow() throws {
    let blocks = Array(repeating: 0, count: 64)
    let columns = try CounterColumns(roster: BlockRoster(blockOfUnit: blocks, blocks: 1), criteria: 1, years: 1) { unit, _, _ in
      .init(numerator: unit == 20 ? 1 << 40 : 1, denominator: unit == 20 ? 1 << 40 : 2)
    }
    #expect(columns.wideTiles == 1)
    let plan = try RatioPlan(criteria: [.init(points: 1, target: 100)], years: 1)
    let standings = RatioRanking(plan).standings(of: columns, threads: 1)
    #expect(standings.value(.total, unit: 20, month: 3) == 10_000 && standings.value(.total, unit: 21, month: 3) == 5_000)
    #expect(standings.value(.place, unit: 20, month: 3) == 1 && standings.value(.place, unit: 63, month: 3) == 2)
  }

  @Test func casesWithoutAWholeGiveNothingUntilThereIsOne() throws {
    let columns = try CounterColumns(roster: BlockRoster(blockOfUnit: [0], blocks: 1), criteria: 1, years: 1) { _, month, _ in
      .init(numerator: 1, denominator: month < 6 ? 0 : 100)
    }
    let plan = try RatioPlan(criteria: [.init(points: 1, target: 100)], years: 1)
    let totals = RatioRanking(plan).standings(of: columns, threads: 1).column(.total)
    #expect(totals[..<6] == [0, 0, 0, 0, 0, 0] && totals[6] == 700 && totals[7] == 400)
  }

  @Test func pointsOutsideTheKernelAreCountedWithIntegers() throws {
    for (points, target) in [(Int64(17), Int64(80)), (200_000, 100), (1, 1_000_000)] {
      let plan = try RatioPlan(criteria: [.init(points: points, target: target), .init(points: 2, target: 60)], years: 1)
      let roster = try BlockRoster(blockOfUnit: [0, 0], blocks: 1)
      let columns = try CounterColumns(roster: roster, criteria: 2, years: 1) { unit, month, _ in
        .init(numerator: Int64(3 + unit), denominator: Int64(7 + month))
      }
      let twin = NaiveRatioRanking(plan, blockOfUnit: [0, 0]) { unit, month, _ in
        .init(numerator: Int64(3 + unit), denominator: Int64(7 + month))
      }
      #expect(RatioRanking(plan).standings(of: columns, threads: 1).column(.total) == twin.totals.flatMap { $0 })
    }
  }

  @Test func aPlanOutsideTheExactRangeIsRefused() {
    func plan(_ points: [Int64], target: Int64 = 50, years: Int = 1) throws {
      _ = try RatioPlan(criteria: points.map { .init(points: $0, target: target) }, years: years)
    }
    #expect(code { try plan([214_748]) } == nil)
    #expect(code { try plan([214_749]) } == .pointsOutOfRange)
    #expect(code { try plan([200_000, 20_000]) } == .pointsOutOfRange)
    #expect(code { try plan([.max]) } == .pointsOutOfRange)
    #expect(code { try plan([0]) } == .badValue)
    #expect(code { try plan([]) } == .badValue)
    #expect(code { try plan([1], target: 0) } == .badValue)
    #expect(code { try plan([1], years: 0) } == .badValue)
    #expect(code { _ = try BlockRoster(blockOfUnit: [0, 3], blocks: 3) } == .unknownReference)
    #expect(code { _ = try BlockRoster(blockOfUnit: [-1], blocks: 3) } == .unknownReference)
  }
}

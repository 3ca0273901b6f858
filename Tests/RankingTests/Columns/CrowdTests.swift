import Campaign
import Ranking
import Testing

/// Everybody equal, and nobody left.
@Suite struct CrowdTests {
  @Test func aHundredThousandEqualUnitsShareTheFirstPlaceThroughoutARecomputation() throws {
    let units = 100_000
    let plan = try RatioPlan(criteria: [.init(points: 4, target: 80)], years: 2)
    let columns = try CounterColumns(
      roster: BlockRoster(blockOfUnit: Array(repeating: 0, count: units), blocks: 1), criteria: 1, years: 2
    ) { _, _, _ in .init(numerator: 3, denominator: 7) }
    var live = LiveStandings(RatioRanking(plan), columns, threads: 2)
    let standings = live.snapshot()
    for unit in [0, 1, 15, 16, 49_999, 99_998, 99_999] {
      for month in 0..<24 {
        // 3 ÷ 7 ÷ 0.8 × 4 = 2.142857… points.
        #expect(standings.value(.total, unit: unit, month: month) == 21_429 && standings.value(.place, unit: unit, month: month) == 1)
      }
      #expect(standings.value(.placesGained, unit: unit, month: 23) == 0 && standings.value(.targetMet, unit: unit, month: 23) == 1)
    }
    #expect(standings.column(.place).allSatisfy { $0 == 1 })
    // One who falls behind is last, after everybody.
    try live.submit(unit: 5, month: 23, cells: [.init(numerator: 0, denominator: 7)])
    let places = [5, 4].map { live.value(.place, unit: $0, month: 23) }
    #expect(places == [100_000, 1])
    try live.submit(unit: 5, month: 23, cells: [.init(numerator: 3, denominator: 7)])
    let same = live.hasSameBytes(as: standings)
    #expect(same)
  }

  // In columns nobody leaves a block: who no longer reports keeps the sums since January, and starts the next year with nothing.
  @Test func aBlockWhoseUnitsAllStopReportingKeepsItsPlacesUntilTheYearEnds() throws {
    let plan = try RatioPlan(criteria: [.init(points: 5, target: 100)], years: 2)
    let columns = try CounterColumns(
      roster: BlockRoster(blockOfUnit: [0, 1, 0, 1, 0], blocks: 2), criteria: 1, years: 2
    ) { unit, month, _ in unit % 2 == 0 && month >= 6 ? nil : .init(numerator: Int64(1 + unit), denominator: 10) }
    let standings = RatioRanking(plan).standings(of: columns, threads: 1)
    func places(_ month: Int) -> [Int32?] { (0..<5).map { standings.value(.place, unit: $0, month: month) } }
    for month in 0..<12 { #expect(places(month) == [3, 2, 2, 1, 1]) }
    for month in 12..<24 { #expect(places(month) == [1, 2, 1, 1, 1]) }
    #expect(standings.value(.total, unit: 0, month: 12) == 0 && standings.value(.gain, unit: 4, month: 12) == -25_000)
    // All retracted, one month of one unit after another, is a block with nothing.
    var live = LiveStandings(RatioRanking(plan), columns, threads: 1)
    for unit in [0, 2, 4] {
      for month in 0..<6 { try live.submit(unit: unit, month: month, cells: [nil]) }
    }
    let total = live.value(.total, unit: 4, month: 11), place = live.value(.place, unit: 4, month: 11)
    #expect(total == 0 && place == 1)
    let same = live.hasSameBytes(as: RatioRanking(plan).standings(of: live.columns, threads: 1))
    #expect(same)
  }

  static let campaign = """
    thidua: 1
    campaign: emptied
    ranking: {missing-month: skipped}
    periods: {kind: calendar-month, first: 2023-01, last: 2023-12}
    blocks: [{id: a}, {id: b}]
    units: [{id: a1, block: a}, {id: a2, block: a}, {id: b1, block: b}, {id: b2, block: b}]
    counters: [{code: n, combine: flow}, {code: d, combine: flow}]
    criteria: [{code: K, points: 100, metric: {ratio: [n, d]}, scoring: {kind: PROP, target: 100}}]
    """

  // Units leave by a record of the campaign office that nothing concerns them any more.
  @Test func aBlockThatLosesAllItsUnitsInMidYearHasNoPlacesFromThenOn() throws {
    let rulebook = try Rulebook(yaml: Array(Self.campaign.utf8))
    func period(_ month: Int) -> Period { Period(kind: .calendarMonth, year: 2023, month: month)! }
    var table = FigureTable(for: rulebook)
    for (index, unit) in ["a1", "a2", "b1", "b2"].enumerated() {
      for month in 1...12 {
        let filing = try rulebook.validated(
          FilingDraft(
            unit: unit, period: period(month).description, baseRevision: 0,
            cells: [.init(counter: "n", value: Int64(index + 1)), .init(counter: "d", value: 10)]))
        table.put(filing, under: rulebook)
      }
    }
    var circumstances = Circumstances()
    circumstances.applicability = ["a1", "a2"].map {
      Applicability(unit: .init($0), criterion: "K", from: period(7), through: nil, applies: false, reason: "Quyết định 1")
    }
    let scope = RankingScope(first: period(1), last: period(12), dueThrough: period(12), closedThrough: period(12))
    let before = try Standings(rulebook: rulebook, figures: table, scope: scope)
    let after = try Standings(rulebook: rulebook, figures: table, circumstances: circumstances, scope: scope)
    for month in 1...12 {
      for unit in ["a1", "a2", "b1", "b2"].map({ ReportingUnit.ID($0) }) {
        let (old, new) = (before.standing(of: unit, in: period(month)), after.standing(of: unit, in: period(month)))
        if month < 7 || unit.text.hasPrefix("b") {
          #expect(new == old && new?.place != nil)
        } else {
          #expect(new?.place == nil && new?.reason != nil && new?.movedSincePrevious == nil)
        }
      }
      #expect(after.board(of: "a", in: period(month)).count == 2)
    }
  }
}

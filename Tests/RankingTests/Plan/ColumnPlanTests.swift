import Campaign
@testable import Ranking
import TestSupport
import Testing
import Workload

/// What a rulebook compiles to, and what it refuses.
@Suite struct ColumnPlanTests {
  private static func scope(_ book: Rulebook) -> RankingScope {
    let first = book.periods.first ?? Period(kind: book.periods.kind, year: 2022)!
    let last = Period(kind: first.kind, ordinal: first.ordinal + 2 * first.kind.perYear - 1)
    return RankingScope(first: first, last: last, dueThrough: last, closedThrough: last)
  }

  private static func book(_ criteria: String, ranking: String = "") throws -> Rulebook {
    let yaml = """
      thidua: 1
      campaign: small
      \(ranking)
      periods: {kind: calendar-month, first: 2022-01, last: 2023-12}
      units: [{id: u1}, {id: u2}]
      counters: [{code: a, combine: flow}, {code: b, combine: flow}]
      criteria:
      \(criteria)
      """
    return try Rulebook(yaml: Array((yaml + "\n").utf8))
  }

  @Test func theCanonicalWorkloadIsARulebookThatCompilesToPairs() throws {
    let workload = WorkloadR(units: 130)
    let rulebook = try Rulebook(yaml: Array(workload.yaml.utf8))
    let plan = ColumnPlan(rulebook, Self.scope(rulebook))
    #expect(try RatioPlan(plan) == workload.plan())
    #expect(PlanDescription(plan).layout == .pairs)
    // The columns of any rulebook give the same totals and places.
    let columns = try FormColumns(plan, from: plan.scope.first.ordinal) { unit, ordinal in
      let month = ordinal - plan.scope.first.ordinal
      let cells = (0..<WorkloadR.criteria).map { workload.cell(unit: unit, month: month, criterion: $0) ?? (0, 0) }
      return .counters(cells.flatMap { [$0.numerator, $0.denominator] })
    }
    let general = try ColumnRanking(plan, columns).standings(threads: 2)
    let pairs = RatioRanking(try workload.plan()).standings(of: try workload.columns(), threads: 1)
    for unit in 0..<130 {
      for month in 0..<24 {
        let standing = general.standing(unit, month)
        #expect(standing.exact?.millionths == pairs.value(.total, unit: unit, month: month).map { Int64($0) * 100 })
        #expect(standing.place == pairs.value(.place, unit: unit, month: month).map { Int($0) })
        #expect(standing.movedSinceLastYear == pairs.value(.placesGained, unit: unit, month: month).map { Int($0) })
        #expect((standing.placesGained?.outcome == .met) == (pairs.value(.targetMet, unit: unit, month: month) == 1))
      }
    }
  }

  @Test func everyBundledCampaignHasAPlan() throws {
    for id in BundledCampaigns.ids {
      let book = try BundledCampaigns.rulebook(id)
      let plan = PlanDescription(ColumnPlan(book, Self.scope(book)))
      #expect(plan.whole == nil, "\(id)")
      #expect(plan.leaves.count == book.criteria.count { $0.scoring != nil }, "\(id)")
    }
  }

  @Test func konTumTakesTheDefinitionNowhere() throws {
    let book = try BundledCampaigns.rulebook("kon-tum-2023")
    let plan = PlanDescription(ColumnPlan(book, Self.scope(book)))
    let kernels = Set(plan.leaves.flatMap(\.stretches).map(\.kernel))
    #expect(plan.layout == .counters && kernels == ["line", "estimatedLine", "table"])
    #expect(plan.leaves.first { $0.code == "TT-01" }?.numerator == "c_early + c_ontime")
    #expect(plan.totalKernel == "line")
    // Its twelve targets a year are as many stretches.
    #expect(plan.leaves.contains { $0.stretches.count == 24 })
  }

  @Test func aLeaderTakesTheDefinitionAndSaysWhy() throws {
    let book = try Self.book("  - {code: k, points: 10, metric: {ratio: [a, b]}, scoring: {kind: LEADER, target: 80}}")
    let stretch = PlanDescription(ColumnPlan(book, Self.scope(book))).leaves[0].stretches[0]
    #expect(stretch.kernel == "definition" && stretch.reason == .leader && stretch.most == nil)
  }

  @Test func weightsAndPointsBeyondTheRangeHaveNoColumns() throws {
    let weighted = try Self.book("  - {code: k, metric: {count: a}, weight: 2.5}", ranking: "ranking: {total: points}")
    let many = (0..<1_100).map { "  - {code: k\($0), points: 1000, metric: {ratio: [a, b]}, scoring: {kind: PROP, target: 80}}" }
    let heavy = try Self.book(many.joined(separator: "\n"), ranking: "decimals: 6")
    for (book, why) in [(weighted, ColumnPlan.Definition.weights), (heavy, .points)] {
      let plan = ColumnPlan(book, Self.scope(book))
      #expect(plan.whole == why)
      let columns = try FormColumns(plan, FigureTable(for: book))
      #expect { try ColumnRanking(plan, columns) } throws: { ($0 as? Problem)?.code == .pointsOutOfRange }
      #expect(PlanDescription(plan).layout == .definition)
    }
  }

  @Test func aFigureThatNoFormTakesIsRefused() throws {
    let book = try Self.book("  - {code: k, points: 10, metric: {ratio: [a, b]}, scoring: {kind: PROP, target: 80}}")
    let plan = ColumnPlan(book, Self.scope(book))
    for (value, code) in [(Int64(-1), ProblemCode.negative), (FormCounter.largest + 1, .figureTooLarge)] {
      #expect { try FormColumns(plan, from: plan.scope.first.ordinal) { _, _ in .counters([value, 1]) } } throws: {
        ($0 as? Problem)?.code == code
      }
    }
  }

  /// Figures of every width in one tile: 16, 32 and 64 bits, and a sum that leaves 32.
  @Test(arguments: [Int64(1), 65_535, 65_536, 100_000_000, 1_000_000_000, FormCounter.largest])
  func columnsWidenAndNeverWrap(largest: Int64) throws {
    let book = try Self.book(
      """
        - {code: k1, points: 10, metric: {ratio: [a, b]}, scoring: {kind: FLOOR, target: 99, floor: 90}}
        - {code: k2, points: 10, metric: {ratio: [a, "a + b"]}, scoring: {kind: PROP, target: 33.3}}
        - {code: k3, points: 5, metric: {ratio: ["a - b", b]}, scoring: {kind: STEP, steps: [{at: 10, share: 1}, {at: 0, share: 0.5}]}}
        - {code: k4, points: 5, metric: {count: a}, scoring: {kind: DED, each: 0.001, cap: 3}}
      """)
    let scope = Self.scope(book)
    var figures = FigureTable(for: book)
    for (unit, value) in [largest, 7].enumerated() {
      for month in 0..<24 where month % 5 != 4 {
        figures.put(.counters([max(0, value - Int64(month)), value]), unit: unit, ordinal: scope.first.ordinal + month)
      }
    }
    let plan = ColumnPlan(book, scope)
    let columns = try FormColumns(plan, figures)
    let widths = columns.widths
    #expect(widths.long == (largest > 200_000_000 ? 2 : 0) && widths.short == (largest <= 65_535 ? 2 : 0))
    let fast = try ColumnRanking(plan, columns).standings(threads: 1)
    let slow = try Standings(rulebook: book, figures: figures, scope: scope)
    for unit in 0..<2 {
      for month in 0..<24 {
        let period = Period(kind: scope.first.kind, ordinal: scope.first.ordinal + month)
        #expect(fast.standing(unit, month) == slow.standing(of: book.units[unit].id, in: period))
      }
    }
  }
}

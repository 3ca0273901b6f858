import Campaign
import Ranking
import Testing

/// One table of filings under the campaign's own criteria and under a scoreboard.
@Suite struct ScoreboardRankingTests {
  static let yaml = """
    thidua: 1
    campaign: boards
    periods: {kind: calendar-month}
    bands: [{name: Tốt, at-least: 80}, {name: Khá, at-least: 50}]
    units: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]
    counters: [{code: ontime, combine: flow}, {code: late, combine: flow}, {code: ok, combine: stock}, {code: over, combine: stock}]
    criteria:
      - {code: TT, points: 90, metric: {ratio: [ontime, ontime + late]}, scoring: {kind: PROP, target: 100}}
      - {code: ALL, points: 10, metric: {count: ontime}, scoring: {kind: COUNT, each: 1}}
    scoreboards:
      - id: "766"
        bands: [{name: Tốt, at-least: 70}]
        criteria:
          - {code: TD, points: 100, metric: {ratio: [ontime + ok, ontime + late + ok + over]}, scoring: {kind: PROP, target: 100}}
    """
  static let csv = """
    unit,period,counter,value
    a,2023-01,ontime,9
    a,2023-01,late,1
    a,2023-01,ok,0
    a,2023-01,over,10
    b,2023-01,ontime,8
    b,2023-01,late,2
    b,2023-01,ok,10
    b,2023-01,over,0
    c,2023-01,ontime,5
    c,2023-01,late,5
    c,2023-01,ok,0
    c,2023-01,over,10

    """

  static func both() throws -> (campaign: Standings, board: Standings, january: Period) {
    let book = try Rulebook(yaml: Array(yaml.utf8))
    let view = try #require(book.scoreboard("766"))
    var table = FigureTable(for: book)
    guard case .counters(let filings) = try FigureFile.read(Array(csv.utf8), for: book) else { throw Problem(.emptyFile, vi: "", en: "") }
    for filing in filings { table.put(filing, under: book) }
    let january = try #require(book.period("2023-01"))
    let scope = RankingScope(first: january, last: january, dueThrough: january, closedThrough: january)
    return (
      try Standings(rulebook: book, figures: table, scope: scope), try Standings(rulebook: view, figures: table, scope: scope), january
    )
  }

  // domain 3.2: the national index counts resolved and open cases together; the two definitions differ for the same unit.
  @Test func theSameFilingsRankUnderBoth() throws {
    let (campaign, board, january) = try Self.both()
    let own = ["a", "b", "c"].map { campaign.standing(of: .init($0), in: january) }
    let other = ["a", "b", "c"].map { board.standing(of: .init($0), in: january) }
    // 81 + 9, 72 + 8, 45 + 5; then 9/20, 18/20, 5/20.
    #expect(own.map { $0?.published?.description } == ["90", "80", "50"] && own.map { $0?.place } == [1, 2, 3])
    #expect(other.map { $0?.published?.description } == ["45", "90", "25"] && other.map { $0?.place } == [2, 1, 3])
    #expect(campaign.band(of: "c", in: january)?.name.vi == "Khá" && board.band(of: "c", in: january) == nil)
    #expect(board.band(of: "b", in: january)?.name.vi == "Tốt")
  }

  @Test func aComparisonSaysWhoMovesAndByWhichCriteria() throws {
    let (campaign, board, january) = try Self.both()
    let comparison = RankingComparison(campaign, board, in: january)
    let rows = try #require(comparison.blocks.first).rows
    #expect(comparison.blocks.count == 1 && rows.map(\.unit.id.text) == ["b", "a", "c"])
    #expect(rows.map(\.moved) == [1, -1, 0] && rows.map { $0.gain?.description } == ["10", "-45", "-25"])
    #expect(rows.map(\.moves) == [true, true, false] && rows.allSatisfy(\.isChanged))
    // TD gives 90 of 100 where the unit had 80; that TT and ALL, at 80% each, are not asked for costs nothing.
    #expect(rows.map { $0.criteria.map { "\($0.code) \($0.shift)" } } == [["TD 10"], ["TD -45"], ["TD -25"]])
    for row in rows { #expect(row.criteria.reduce(Points.zero) { $0 + $1.shift } == row.gain) }
    #expect(rows[0].criteria[0].before == nil)
  }

  @Test func underTheSameRulebookNothingMoves() throws {
    let (campaign, _, january) = try Self.both()
    let rows = RankingComparison(campaign, campaign, in: january).blocks.flatMap(\.rows)
    #expect(rows.count == 3 && rows.allSatisfy { !$0.moves && !$0.isChanged && $0.criteria.isEmpty && $0.moved == 0 })
  }

  // Ours: decision 14. A criterion that leaves the denominator moves the total by what it gave less than the others.
  @Test func shiftsOfAnIndexCountWhatIsApplicable() throws {
    let half = Self.yaml.replacing("COUNT, each: 1", with: "COUNT, each: 0.5")
    let exempted = half.replacing(
      "scoreboards:", with: "applicability: [{unit: a, criterion: ALL, from: 2023-01, reason: r}]\nscoreboards:")
    let january = try #require(Period("2023-01", kind: .calendarMonth))
    let old = try TotalTests.standings(half, Self.csv, through: "2023-01")
    let new = try TotalTests.standings(exempted, Self.csv, through: "2023-01")
    let row = try #require(RankingComparison(old, new, in: january).blocks.first?.rows.first { $0.unit.id == "a" })
    // 81 and 4.5 of 100; then 81 of 90: (−4.5 + 0.855 × 10) ÷ 90.
    #expect(row.criteria.map { "\($0.code) \($0.shift)" } == ["ALL 4.5"] && row.gain?.description == "4.5")
    #expect(row.criteria[0].after == .notConcerned)
  }

  // Between a sum and an index each criterion has its share of the total it stands in.
  @Test func aSumAndAnIndexAreComparedByShares() throws {
    let january = try #require(Period("2023-01", kind: .calendarMonth))
    let index = Self.yaml.replacing("points: 90", with: "points: 40")
    let sum = index.replacing("campaign: boards", with: "campaign: boards\nranking: {total: points}")
    let old = try TotalTests.standings(sum, Self.csv, through: "2023-01")
    let new = try TotalTests.standings(index, Self.csv, through: "2023-01")
    let row = try #require(RankingComparison(old, new, in: january).blocks.first?.rows.first { $0.unit.id == "a" })
    // 36 + 9 points; then 36 and 9 of 50.
    #expect(row.criteria.map { "\($0.code) \($0.shift)" } == ["TT 36", "ALL 9"] && row.gain?.description == "45")
  }

  @Test func whoIsInOneOfTheTwoOnlyStandsWithoutTheOther() throws {
    let january = try #require(Period("2023-01", kind: .calendarMonth))
    let old = try TotalTests.standings(Self.yaml, Self.csv, through: "2023-01")
    let new = try TotalTests.standings(
      Self.yaml.replacing("units: [{id: a, name: A}", with: "blocks: [{id: x}, {id: all}]\nunits: [{id: a, name: A, block: x}")
        .replacing("name: B}", with: "name: B, block: all}").replacing("name: C}", with: "name: C, block: all}"),
      Self.csv, through: "2023-01")
    let blocks = RankingComparison(old, new, in: january).blocks
    #expect(blocks.map(\.block.id) == ["x", "all"])
    #expect(blocks[0].rows.map(\.before?.place) == [nil] && blocks[0].rows[0].after?.place == 1)
    #expect(blocks[1].rows.map(\.unit.id.text) == ["b", "c", "a"] && blocks[1].rows[2].after == nil && blocks[1].rows[2].before?.place == 1)
    #expect(blocks[1].rows[0].moved == 1 && blocks[1].rows[0].criteria.isEmpty)
  }
}

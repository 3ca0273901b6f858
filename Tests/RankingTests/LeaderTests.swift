import Campaign
@testable import Ranking
import Testing

/// Points relative to the best of the block, and caps: domain 4.2; `Protocol/Decisions/0014-scoring-and-scoreboards.md`.
@Suite struct LeaderTests {
  static func campaign(_ scoring: String = "{kind: LEADER, target: 80}", direction: String = "higher", points: String = "10") -> String {
    """
    thidua: 1
    campaign: leader
    ranking: {total: points, published: 4}
    periods: {kind: year}
    blocks: [{id: x}, {id: y}]
    units: [{id: a, block: x}, {id: b, block: x}, {id: c, block: x}, {id: d, block: x}, {id: other, block: y}]
    criteria: [{code: k, points: \(points), direction: \(direction), scoring: \(scoring)}]
    """
  }

  static let year = Period(kind: .year, year: 2023)!

  static func standings(_ lines: String, closed: Bool = true, _ circumstances: Circumstances = Circumstances(), yaml: String = campaign()) throws -> Standings {
    let rulebook = try Rulebook(yaml: Array(yaml.utf8))
    var table = FigureTable(for: rulebook)
    if case .criteria(let rows) = try FigureFile.read(Array(("unit,period,criterion,value\n" + lines).utf8), for: rulebook) {
      for row in rows { table.put(row, under: rulebook) }
    }
    return try Standings(
      rulebook: rulebook, figures: table, circumstances: circumstances,
      scope: RankingScope(first: year, last: year, dueThrough: year, closedThrough: closed ? year : nil))
  }

  static func leaf(_ unit: ReportingUnit.ID, _ standings: Standings) -> String {
    switch standings.explanation(of: unit, in: year).first?.leaf {
    case .scored(let points)?: points.description
    case let leaf?: "\(leaf)"
    case nil: "-"
    }
  }

  // domain 4.2, LEADER: T 80, best 100, 10 points: 60 → 3.75; 80 → 5; 90 → 7.5; 100 → 10.
  @Test func theTargetIsHalfOfThePointsAndTheBestOfTheBlockAllOfThem() throws {
    let standings = try Self.standings("a,2023,k,60\nb,2023,k,80\nc,2023,k,90\nd,2023,k,100\n")
    #expect(["a", "b", "c", "d"].map { Self.leaf($0, standings) } == ["3.75", "5", "7.5", "10"])
    #expect(["a", "b", "c", "d"].map { standings.standing(of: $0, in: Self.year)?.place } == [4, 3, 2, 1])
  }

  @Test func theBestOfAnotherBlockLeadsNobodyHere() throws {
    let standings = try Self.standings("a,2023,k,90\nother,2023,k,1000\n")
    #expect(Self.leaf("a", standings) == "10" && Self.leaf("other", standings) == "10")
  }

  @Test func whereNobodyIsAboveTheTargetTheBestHasNotAllPoints() throws {
    let standings = try Self.standings("a,2023,k,40\nb,2023,k,80\nc,2023,k,0\nd,2023,k,79.999\n")
    #expect(["a", "b", "c", "d"].map { Self.leaf($0, standings) } == ["2.5", "5", "0", "4.9999"])
  }

  // domain 4.2: a late correction by the leader changes everyone.
  @Test func aCorrectionOfTheLeaderChangesTheOthers() throws {
    let before = try Self.standings("a,2023,k,90\nb,2023,k,100\n")
    let after = try Self.standings("a,2023,k,90\nb,2023,k,120\n")
    #expect(Self.leaf("a", before) == "7.5" && Self.leaf("a", after) == "6.25")
  }

  // domain 4.2: LEADER scores are computed only on a frozen set of inputs.
  @Test func beforeThePeriodIsClosedTheLeafIsPending() throws {
    let standings = try Self.standings("a,2023,k,90\n", closed: false)
    #expect(Self.leaf("a", standings) == "pending" && Self.leaf("b", standings) == "missing")
    #expect(standings.standing(of: "a", in: Self.year)?.reason == .notDue)
    #expect(standings.standing(of: "a", in: Self.year)?.applicable.description == "10")
  }

  // domain 4.7: proven false data has no place, and is no measure for the others.
  @Test func falseDataLeadsNobody() throws {
    var circumstances = Circumstances()
    circumstances.assessments = [Assessment(.falseData(Self.year), unit: "b", evidence: "Kết luận 1")]
    let standings = try Self.standings("a,2023,k,90\nb,2023,k,200\nc,2023,k,100\n", circumstances)
    #expect(["a", "b", "c"].map { Self.leaf($0, standings) } == ["7.5", "10", "10"])
    #expect(["a", "b", "c"].map { standings.standing(of: $0, in: Self.year)?.place } == [2, nil, 1])
  }

  @Test func tooFewCasesLeadNobody() throws {
    let yaml = Self.campaign().replacing("points: 10,", with: "points: 10, minimum-denominator: 10,")
    let rulebook = try Rulebook(yaml: Array(yaml.utf8))
    var table = FigureTable(for: rulebook)
    let csv = "unit,period,criterion,numerator,denominator\na,2023,k,3,3\nb,2023,k,90,100\nc,2023,k,85,100\n"
    if case .criteria(let rows) = try FigureFile.read(Array(csv.utf8), for: rulebook) { for row in rows { table.put(row, under: rulebook) } }
    let standings = try Standings(
      rulebook: rulebook, figures: table,
      scope: RankingScope(first: Self.year, last: Self.year, dueThrough: Self.year, closedThrough: Self.year))
    #expect(["a", "b", "c"].map { Self.leaf($0, standings) } == ["notApplicable", "10", "7.5"])
  }

  @Test func theLargestFiguresAreScoredExactly() throws {
    let yaml = Self.campaign("{kind: LEADER, target: 999999999.999999999}", points: "1000")
    let standings = try Self.standings(
      "a,2023,k,999999999999999\nb,2023,k,500000000000000\nc,2023,k,499999999.999999999\n", yaml: yaml)
    // 500 + 500 × (5·10^14 − T) ÷ (10^15 − 1 − T) = 749.9997497…, and 500 × 499999999.999999999 ÷ T = 249.9999999….
    #expect(["a", "b", "c"].map { Self.leaf($0, standings) } == ["1000", "749.9997", "250"])
  }

  @Test("caps", arguments: [
    ("{kind: DED, each: 1, cap: 2}", "3", "1", "2"), ("{kind: DED, each: 1, cap: 2}", "3", "5", "1"), ("{kind: DED, each: 1}", "3", "5", "0"),
    ("{kind: COUNT, each: 2, cap: 3}", "5", "1", "2"), ("{kind: COUNT, each: 2, cap: 3}", "5", "2", "3"), ("{kind: COUNT, each: 2}", "5", "3", "5"),
  ])
  func aCapBoundsWhatIsLostOrWon(scoring: String, points: String, value: String, expected: String) throws {
    #expect(try ScoringTests.points(scoring, points, value: value) == expected)
    let standings = try Self.standings("a,2023,k,\(value)\n", yaml: Self.campaign(scoring, points: points))
    #expect(Self.leaf("a", standings) == expected)
  }

  @Test("refusals", arguments: [
    ("{kind: LEADER, target: 0}", "higher"), ("{kind: LEADER, target: 5}", "lower"), ("{kind: LEADER}", "higher"),
    ("{kind: DED, each: 1, cap: 11}", "higher"), ("{kind: COUNT, each: 1, cap: 0}", "higher"), ("{kind: BIN, target: 1, cap: 1}", "higher"),
    ("{kind: FLOOR, target: 999999999999999, floor: 0.000000001}", "higher"),
  ])
  func refusals(scoring: String, direction: String) {
    let yaml = Self.campaign(scoring, direction: direction)
    let problem = #expect(throws: Problem.self) { try Rulebook(yaml: Array(yaml.utf8)) }
    #expect(problem?.place.contains("criteria[0].scoring") == true)
  }
}

/// Products wider than 128 bits.
@Suite struct ExactShareTests {
  @Test(arguments: [(UInt64(10), UInt128(1), UInt128(3)), (1_000_000, 2, 3), (7, 0, 5), (999, 5, 5), (1, 4, 5), (0, 1, 2)])
  func smallSharesAreThoseOfPlainDivision(most: UInt64, part: UInt128, whole: UInt128) {
    let expected = UInt64(UInt128(most) * part / whole)
    #expect(flooredShare(of: most, WideProduct(part, 1), of: WideProduct(whole, 1)) == expected)
    // The same quotient of numbers that fill 128 bits each.
    let scale = UInt128.max / 7
    #expect(flooredShare(of: most, WideProduct(part, scale), of: WideProduct(whole, scale)) == expected)
  }

  @Test func productsAreOrderedByTheirWholeWidth() {
    let big = UInt128.max / 2
    #expect(WideProduct(big, big) > WideProduct(big, big - 1))
    #expect(WideProduct(big, 3) < WideProduct(big - 1, 4))
    #expect(!(WideProduct(6, big) < WideProduct(big, 6)))
  }
}

import Campaign
import Ranking
import Testing

/// The worked numbers of the domain brief, section by section.
@Suite struct ScoringTests {
  /// The points that the first criterion of a one-unit rulebook gives for a value.
  static func points(
    _ scoring: String, _ points: String = "10", value: String, direction: String = "higher", decimals: Int = 4
  ) throws -> String {
    let yaml = """
      thidua: 1
      campaign: one
      decimals: \(decimals)
      periods: {kind: calendar-month}
      units: [{id: a}]
      criteria: [{code: k, points: \(points), direction: \(direction), scoring: \(scoring)}]
      """
    let criterion = try #require(Rulebook(yaml: Array(yaml.utf8)).criteria.first)
    let period = try #require(Period("2023-06", kind: .calendarMonth))
    let number = try #require(ExactDecimal(value))
    return try #require(criterion.score(number.fraction, in: period, decimals: decimals)).description
  }

  @Test("domain 4.2, BIN: 100 % required, 99.9 % gives nothing", arguments: [("100", "10"), ("99.9", "0"), ("99.999999999", "0")])
  func binIsAllOrNothing(value: String, expected: String) throws {
    #expect(try Self.points("{kind: BIN, target: 100}", value: value) == expected)
  }

  @Test("domain 4.2, PROP: 37.5 % of target 50 %, 4 points", arguments: [("37.5", "3"), ("50", "4"), ("80", "4"), ("0", "0")])
  func propIsProportional(value: String, expected: String) throws {
    #expect(try Self.points("{kind: PROP, target: 50}", "4", value: value) == expected)
  }

  @Test("domain 4.2, FLOOR: floor 90, target 99, 10 points", arguments: [
    ("95", "5.5556"), ("98.3", "9.2222"), ("89", "0"), ("90", "0"), ("99", "10"), ("100", "10"),
    ("97", "7.7778"),  // domain 2.4: the correction after lock
  ])
  func floorCountsTheTopRangeOnly(value: String, expected: String) throws {
    #expect(try Self.points("{kind: FLOOR, target: 99, floor: 90}", value: value) == expected)
  }

  @Test("domain 4.2, LOWER_BETTER mirrors FLOOR", arguments: [("0", "10"), ("5", "5"), ("10", "0"), ("11", "0")])
  func floorIsMirroredForLower(value: String, expected: String) throws {
    #expect(try Self.points("{kind: FLOOR, target: 0, floor: 10}", value: value, direction: "lower") == expected)
  }

  @Test("domain 4.2, STEP: at least 100: 1; at least 90: 0.5; else 0", arguments: [
    ("100", "10"), ("99.9", "5"), ("90", "5"), ("89.999999999", "0"),
  ])
  func stepGivesTheShareOfTheFirstStepReached(value: String, expected: String) throws {
    #expect(try Self.points("{kind: STEP, steps: [{at: 100, share: 1}, {at: 90, share: 0.5}]}", value: value) == expected)
  }

  @Test("domain 4.2, DED: 3 points, −1 a case", arguments: [("2", "1"), ("0", "3"), ("3", "0"), ("4", "0")])
  func deductionTakesPointsForEachCase(value: String, expected: String) throws {
    #expect(try Self.points("{kind: DED, each: 1}", "3", value: value) == expected)
  }

  @Test("domain 4.2, COUNT: 2 points an event, at most 5", arguments: [("3", "5"), ("2", "4"), ("0", "0")])
  func countGivesPointsForEachEvent(value: String, expected: String) throws {
    #expect(try Self.points("{kind: COUNT, each: 2}", "5", value: value) == expected)
  }

  // domain 4.2: f(v) lies in [0, 1], also for a difference of counters that fell below zero.
  @Test(arguments: ["{kind: DED, each: 1}", "{kind: COUNT, each: 1}", "{kind: PROP, target: 5}", "{kind: FLOOR, target: 9, floor: 1}"])
  func aNegativeDifferenceNeverLeavesTheRangeOfThePoints(scoring: String) throws {
    let text = try Self.points(scoring, "3", value: "-2")
    let points = try #require(ExactDecimal(text))
    #expect(points >= ExactDecimal(0) && points <= ExactDecimal(3))
  }

  // domain 4.2: rounded once, half up, to the decimals of the rulebook.
  @Test(arguments: [(0, "4"), (1, "3.5"), (2, "3.50"), (6, "3.5")])
  func aHalfGoesUp(decimals: Int, expected: String) throws {
    let text = try Self.points("{kind: PROP, target: 100}", value: "35", decimals: decimals)
    #expect(ExactDecimal(text) == ExactDecimal(expected))
  }

  // Whatever a file names, the products fit.
  @Test(arguments: [0, 2, 6]) func theLargestTargetsDoNotStopTheProgram(decimals: Int) throws {
    let scoring = "{kind: PROP, target: 999999999.999999999}"
    #expect(try Self.points(scoring, "1000", value: "499999999.999999999", decimals: decimals) == "500")
    let criterion = try #require(
      Rulebook(yaml: Array("thidua: 1\ncampaign: one\nunits: [{id: a}]\ncriteria: [{code: k, points: 1000, scoring: \(scoring)}]".utf8)).criteria.first)
    let period = try #require(Period("2023-06", kind: .legalMonth))
    // 100 terms of twelve months of the greatest figure.
    let cases = Int128(FormCounter.largest) * 1200
    #expect(criterion.score(Fraction(50 * cases, cases), in: period, decimals: decimals)?.millionths == (decimals == 6 ? 50 : 0))
  }

  // Targets with all nine decimals and the greatest value stay exact instead of stopping the program.
  @Test func theLongestNumbersAreScoredExactly() throws {
    let scoring = "{kind: FLOOR, target: 99.999999999, floor: 0.000000001}"
    #expect(try Self.points(scoring, "1000", value: "999999999.999999999", decimals: 6) == "1000")
    #expect(try Self.points(scoring, "1000", value: "50", decimals: 6) == "500")
  }
}

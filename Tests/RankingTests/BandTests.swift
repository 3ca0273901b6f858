import Campaign
import Ranking
import Testing

/// Bands on the published total: domain 4.4 and 4.6.
@Suite struct BandTests {
  static let campaignDefault = """
    [{name: Xuất sắc, at-least: 90}, {name: Tốt, at-least: 80}, {name: Khá, at-least: 65},
     {name: Trung bình, at-least: 50}, {name: Yếu, at-least: 0}]
    """

  static func rulebook(_ bands: String = campaignDefault, blocks: String = "[{id: so}]", ranking: String = "{}") -> String {
    """
    thidua: 1
    campaign: bands
    decimals: 6
    ranking: \(ranking)
    bands: \(bands)
    periods: {kind: year}
    blocks: \(blocks)
    units: [{id: a, block: so}, {id: b, block: so}]
    criteria: [{code: k, points: 100, scoring: {kind: PROP, target: 100}}]
    """
  }

  /// The band of the first unit with a total.
  static func band(_ total: String, _ yaml: String) throws -> String? {
    let standings = try TotalTests.standings(yaml, "unit,period,criterion,value\na,2023,k,\(total)\n")
    return standings.band(of: "a", in: TotalTests.year)?.name.vi
  }

  @Test("domain 4.6, campaign default: ordered half-open intervals", arguments: [
    ("100", "Xuất sắc"), ("90", "Xuất sắc"), ("89.99", "Tốt"), ("80", "Tốt"), ("79.99", "Khá"), ("65", "Khá"), ("64.99", "Trung bình"),
    ("50", "Trung bình"), ("49.99", "Yếu"), ("0", "Yếu"),
    // Kon Tum 2022: 90.59 is "xuất sắc", the best district with 86.471 is "tốt".
    ("90.59", "Xuất sắc"), ("86.471", "Tốt"),
  ])
  func aBandBeginsAtItsLowerEnd(total: String, name: String) throws {
    #expect(try Self.band(total, Self.rulebook()) == name)
  }

  // domain 4.4: bands are decided on the same rounded total that is published: 89.995 prints 90.00.
  @Test func whatIsPrintedDecides() throws {
    #expect(try Self.band("89.995", Self.rulebook()) == "Xuất sắc")
    #expect(try Self.band("89.994999", Self.rulebook()) == "Tốt")
    #expect(try Self.band("89.995", Self.rulebook(ranking: "{published: 3}")) == "Tốt")
  }

  // domain 4.6, Nam Định 2020: departments group I from 90, districts group I from 80: bands may differ by block.
  @Test(arguments: [("so", "Nhóm II"), ("huyen", "Nhóm I")])
  func aBlockMayHaveItsOwnBands(block: String, name: String) throws {
    let yaml = Self.rulebook(
      "[{name: Nhóm I, at-least: 90}, {name: Nhóm II, at-least: 80}]",
      blocks: "[{id: so}, {id: huyen, bands: [{name: Nhóm I, at-least: 80}, {name: Nhóm II, at-least: 70}]}]"
    ).replacing("{id: a, block: so}", with: "{id: a, block: \(block)}")
    #expect(try Self.band("85", yaml) == name)
    let rulebook = try Rulebook(yaml: Array(yaml.utf8))
    #expect(rulebook.bands(of: block).count == 2 && rulebook.bands(of: block)[0].name.vi == "Nhóm I")
  }

  // domain 4.6, Khánh Hòa 2020: four bands, possibly without the top or the lowest one.
  @Test func underEveryBandThereIsNone() throws {
    #expect(try Self.band("49.99", Self.rulebook("[{name: Khá, at-least: 65}, {name: Trung bình, at-least: 50}]")) == nil)
    #expect(try Self.band("99", Self.rulebook("[{name: Khá, at-least: 65}]")) == "Khá")
  }

  @Test func whoHasNoPlaceHasNoBand() throws {
    let standings = try TotalTests.standings(Self.rulebook(), "unit,period,criterion,value\na,2023,k,95\n")
    #expect(standings.standing(of: "a", in: TotalTests.year)?.band == 0)
    #expect(standings.standing(of: "b", in: TotalTests.year)?.reason == .notSubmitted)
    #expect(standings.standing(of: "b", in: TotalTests.year)?.band == nil)
    let followed = Self.rulebook(blocks: "[{id: so, ranked: false}]")
    #expect(try Self.band("95", followed) == nil)
  }

  @Test("refusals", arguments: [
    ("[]", ProblemCode.badValue), ("[{name: a, at-least: 1}, {name: b, at-least: 1}]", .badValue),
    ("[{name: a, at-least: 1}, {name: b, at-least: 2}]", .badValue), ("[{name: a, at-least: 2}, {name: a, at-least: 1}]", .duplicateID),
    ("[{name: a}]", .missingKey), ("[{at-least: 1}]", .missingKey), ("[{name: a, at-least: 0.1234567}]", .badValue),
  ])
  func refusals(bands: String, code: ProblemCode) {
    let problem = #expect(throws: Problem.self) { try Rulebook(yaml: Array(Self.rulebook(bands).utf8)) }
    #expect(problem?.code == code && problem?.place.contains("bands") == true)
  }

  @Test func aBlockWithoutPlacesHasNoBandsOfItsOwn() {
    let yaml = Self.rulebook(blocks: "[{id: so, ranked: false, bands: [{name: a, at-least: 1}]}]")
    let problem = #expect(throws: Problem.self) { try Rulebook(yaml: Array(yaml.utf8)) }
    #expect(problem?.code == .contradiction)
  }
}

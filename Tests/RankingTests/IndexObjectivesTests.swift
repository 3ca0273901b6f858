import Campaign
import Ranking
import Testing

/// Rules on published indices: means, bands, definitions, what is kept, what came later.
@Suite struct IndexObjectivesTests {
  static func judged(_ rule: String, _ facts: String) -> Judged {
    Judged(
      rule: rule,
      indices: "[{code: X, bands: [Tốt, Khá, Trung bình], series: [\(facts)]}]")
  }

  // REDUCTION against a mean, on an index; a missing year is no base unless the others are enough.
  @Test func meansOfPublishedYears() throws {
    let rule = "kind: REDUCTION, of: {index: X}, by: 10, against: [2021, 2023], window: [2021, 2025]"
    let facts = "{year: 2021, score: 90}, {year: 2022, score: 100}, {year: 2023, score: 110}, {year: 2024, score: 90}"
    let met = try Self.judged(rule, facts).objective(2024)
    #expect(met.verdict.outcome == .met && met.verdict.share == Fraction(10, 1))
    #expect(met.evidence.en == "mean of 2021–2023: 100.00 → 90")
    let two = facts.replacing("{year: 2022, score: 100}, ", with: "")
    #expect(try Self.judged(rule, two).says(2024) == "UNDETERMINED NO_BASELINE")
    #expect(try Self.judged(rule + ", enough-years: 2", two).says(2024) == "MET")
    #expect(try Self.judged(rule, facts).says(2025) == "PENDING NOT_PUBLISHED")
  }

  @Test func aMeanThatIsJudgedNeedsAllItsYears() throws {
    let rule = "kind: REDUCTION, of: {index: X}, by: 10, against: 2021, now: [2023, 2024], window: [2021, 2024]"
    let facts = "{year: 2021, score: 100}, {year: 2022, score: 95}, {year: 2023, score: 80}, {year: 2024, score: 98}"
    let judged = Self.judged(rule, facts)
    #expect(try judged.says(2022) == "PENDING NOT_DUE" && judged.says(2023) == "PENDING NOT_DUE")
    // (80 + 98) ÷ 2 = 89: down 11 %, although the last year alone is down 2 %.
    #expect(try judged.says(2024) == "MET" && judged.verdict(2024).share == Fraction(11, 1))
  }

  @Test func aNewDefinitionSeparatesTheYears() throws {
    let facts = """
      {year: 2021, score: 1}, {year: 2022, score: 2}, {year: 2023, score: 3, new-definition: true}, {year: 2024, score: 4}
      """
    let judged = Self.judged("kind: INCREASE, of: {index: X}, window: [2021, 2024]", facts)
    #expect(
      try (2021...2024).map(judged.says) == ["UNDETERMINED NO_BASELINE", "MET", "UNDETERMINED DEFINITION_CHANGED", "MET"])
    let mean = Self.judged("kind: REDUCTION, of: {index: X}, by: 10, against: [2022, 2023], window: 2024", facts)
    #expect(try mean.says(2024) == "UNDETERMINED DEFINITION_CHANGED")
  }

  @Test func bandsAreThoseOfThePublisher() throws {
    let facts = "{year: 2022, band: Tốt}, {year: 2023, band: Trung bình}, {year: 2024, score: 50}"
    let judged = Self.judged("kind: IN_BAND, of: {index: X}, at-least: Khá, window: [2022, 2025]", facts)
    #expect(
      try (2022...2025).map(judged.says) == ["MET", "NOT_MET", "UNDETERMINED NOT_PUBLISHED", "PENDING NOT_PUBLISHED"])
    #expect(try judged.objective(2023).evidence.vi == "Trung bình")
  }

  @Test func whatIsKeptIsKeptInEveryPublishedYear() throws {
    let facts = "{year: 2022, rank: 3, of: 63}, {year: 2023, rank: 12, of: 63}, {year: 2024, rank: 1, of: 63}"
    let judged = Self.judged(
      "kind: MAINTAIN, of: {index: X}, rule: {kind: TOP_N, first: 10}, window: [2022, 2024]", facts)
    #expect(try judged.says(2022) == "MET" && judged.says(2024) == "NOT_MET")
    #expect(try judged.verdict(2024).brokenIn == Period(kind: .year, year: 2023))
  }

  @Test func theSameDemandOnAnotherPopulationIsFlagged() throws {
    let facts = "{year: 2024, rank: 30, of: 63}, {year: 2025, rank: 20, of: 34}"
    let judged = Self.judged("kind: TOP_N, of: {index: X}, first: 20, window: [2025, 2026]", facts)
    #expect(try judged.says(2025) == "MET POPULATION_CHANGED")
  }

  // A later publication keeps the band and the definition that it does not name.
  @Test func aLaterPublicationKeepsWhatItDoesNotName() throws {
    var judged = Self.judged(
      "kind: INCREASE, of: {index: X}, window: [2022, 2023]",
      "{year: 2022, score: 80}, {year: 2023, score: 81, band: Khá, new-definition: true}")
    let later = IndexFact(
      year: 2023, score: .value(ExactDecimal("85")!, .published), rank: .unknown, of: nil, publishedOn: nil, source: "test")
    judged.published = [("X", later)]
    #expect(try judged.says(2023) == "UNDETERMINED DEFINITION_CHANGED" && judged.objective(2023).evidence.en == "80 → 85")
    judged.rule = "kind: IN_BAND, of: {index: X}, at-least: Khá, window: [2022, 2023]"
    #expect(try judged.says(2023) == "MET")
  }
}

import Campaign
import Ranking
import Testing

/// The headline targets of 2023 on the figures that were really published.
@Suite struct KonTumObjectivesTests {
  static func objective(_ id: String, year: Int = 2023, published: [(index: String, fact: IndexFact)] = []) throws -> Objective {
    let rulebook = try BundledCampaigns.rulebook("kon-tum-2023")
    let all = Objectives(rulebook: rulebook, published: published, standings: nil).outcomes(in: year)
    return try #require(all.first { $0.rule.id == id })
  }

  // domain 2.3: PAR INDEX 81.35 → 86.14, place 55 → 43; PAPI 39.9756 → 39.9613; PCI 37 → behind 30.
  @Test(arguments: [
    ("003-01a", Outcome.met, nil), ("003-02a", .met, nil), ("003-01b", .notMet, nil),
    ("003-01c", .undetermined, .notPublished), ("003-02c", .undetermined, .rankCensored), ("003-02b", .undetermined, .notPublished),
  ] as [(String, Outcome, ReasonCode?)])
  func theHeadlineTargetsOf2023(id: String, outcome: Outcome, reason: ReasonCode?) throws {
    let verdict = try Self.objective(id).verdict
    #expect(verdict.outcome == outcome)
    #expect(verdict.reason == reason)
    if reason != nil { #expect(!verdict.text.vi.isEmpty && !verdict.text.en.isEmpty && verdict.text.vi != verdict.text.en) }
  }

  @Test func theFiguresBehindAnOutcomeAreShown() throws {
    #expect(try Self.objective("003-01a").evidence.vi.contains("81,35 → 86,14"))
    #expect(try Self.objective("003-01a").evidence.en.contains("81.35 → 86.14"))
    #expect(try Self.objective("003-02a").evidence.vi.contains("55 → 43"))
  }

  @Test func aPlaceKnownOnlyAsAnIntervalNamesTheIntervalAndTheDemand() throws {
    let objective = try Self.objective("003-02c")
    for text in [objective.verdict.text.vi, objective.verdict.text.en] {
      #expect(text.contains("[31, 63]") && text.contains("32"))
    }
    #expect(objective.evidence.vi.contains("37 → [31, 63]"))
  }

  @Test func aComputedPlaceIsShownAsComputedAndDecidesNothing() throws {
    let objective = try Self.objective("003-02b")
    #expect(objective.evidence.vi.contains("54 (tự tính) → 56 (tự tính)"))
    #expect(objective.evidence.en.contains("54 (computed) → 56 (computed)"))
  }

  @Test func aLaterPublicationReplacesTheFactOfItsYear() throws {
    let fact = IndexFact(
      year: 2023, score: .value(ExactDecimal("40.50")!, .published), rank: .unknown, of: 63, publishedOn: nil, source: "test")
    #expect(try Self.objective("003-01b", published: [("PAPI", fact)]).verdict.outcome == .met)
  }

  @Test func aYearThatIsNotPublishedYetIsPending() throws {
    #expect(try Self.objective("003-01a", year: 2029).verdict.outcome == .pending)
  }

  @Test func rulesAboutUnitsArePendingWithoutStandings() throws {
    let verdict = try Self.objective("003-17a").verdict
    #expect(verdict.outcome == .pending && verdict.reason == .notDue)
  }
}

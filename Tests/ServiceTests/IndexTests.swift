import Campaign
import Journal
import Ranking
import Service
import Testing

/// Published indices and what they decide.
@Suite struct IndexTests {
  private func outcome(_ service: CampaignService) async throws -> Outcome? {
    try await service.snapshot().objectives(of: 2023).objectives.outcomes(in: 2023).first?.verdict.outcome
  }

  @Test func publishingAnIndexChangesItsObjective() async throws {
    let stage = try await Stage()
    #expect(try await outcome(stage.service) != .met)
    let receipt = try await stage.service.publish("PCI", index(61), from: .system)
    #expect(receipt.position == 3)
    #expect(try await outcome(stage.service) == .met)
    _ = try await stage.service.publish("PCI", index(59), from: .system)
    #expect(try await outcome(stage.service) == .notMet)
    #expect(try await outcome(stage.reopened()) == .notMet)
  }

  @Test func theSourceOfAnIndexIsKeptBesideTheEntry() async throws {
    let stage = try await Stage()
    let receipt = try await stage.service.publish("PCI", index(61), from: .system)
    guard case .kept(let text)? = try await stage.journal.texts(of: receipt.position).first else {
      Issue.record("no text")
      return
    }
    #expect(text.text == "a test")
  }

  @Test func anIndexThatTheCampaignDoesNotHaveIsRefused() async throws {
    let stage = try await Stage()
    let failure = try await #require(throws: ServiceFailure.self) { try await stage.service.publish("PAPI", index(61), from: .system) }
    #expect(failure.code.number == "S-225")
    #expect(failure.text.en.contains("PCI"))
  }

  @Test(arguments: [
    IndexFact(year: 1800, score: .unknown, rank: .value(1, .published), of: nil, publishedOn: nil, source: "s"),
    IndexFact(year: 2023, score: .unknown, rank: .value(1, .published), of: nil, publishedOn: nil, source: ""),
    IndexFact(year: 2023, score: .unknown, rank: .unknown, of: nil, publishedOn: nil, source: "s"),
    IndexFact(year: 2023, score: .unknown, rank: .value(64, .published), of: 63, publishedOn: nil, source: "s"),
    IndexFact(year: 2023, score: .unknown, rank: .value(0, .published), of: 63, publishedOn: nil, source: "s"),
    IndexFact(year: 2023, score: .withheld, rank: .beyond(63), of: 63, publishedOn: nil, source: "s"),
    IndexFact(year: 2023, score: .withheld, rank: .beyond(30), of: nil, publishedOn: nil, source: "s"),
  ])
  func aFactWithoutContentIsRefused(fact: IndexFact) async throws {
    let stage = try await Stage()
    let failure = try await #require(throws: ServiceFailure.self) { try await stage.service.publish("PCI", fact, from: .system) }
    #expect(failure.code.number == "S-226")
    #expect(stage.driver.allRows.count == 2)
  }
}

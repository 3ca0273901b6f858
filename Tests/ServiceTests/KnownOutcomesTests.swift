import Campaign
import Journal
import Ranking
@testable import Service
import Testing

/// Outcomes of objectives are worked out once for a position, a date and a year.
@Suite struct KnownOutcomesTests {
  private let today = CivilDate("2023-03-01")!
  private let tomorrow = CivilDate("2023-03-02")!

  /// How often outcomes are worked out for a list of days and years.
  private func works(_ asked: [(day: CivilDate, year: Int)]) -> Int {
    let known = KnownOutcomes()
    var count = 0
    for (day, year) in asked {
      _ = known.outcomes(of: year, on: day) {
        count += 1
        return []
      }
    }
    return count
  }

  @Test func theSameDayAndYearIsWorkedOutOnce() { #expect(works([(today, 2023), (today, 2023), (today, 2023)]) == 1) }

  @Test func anotherDayOrYearIsWorkedOutByItself() {
    #expect(works([(today, 2023), (tomorrow, 2023), (tomorrow, 2024), (tomorrow, 2023), (today, 2023)]) == 4)
  }

  @Test func onlySoManyYearsAreKeptAndTheOneAskedForLastIs() {
    #expect(works([(today, 2023), (today, 2024), (today, 2023), (today, 2025), (today, 2023)]) == 3)
    #expect(works([(today, 2023), (today, 2024), (today, 2025), (today, 2023)]) == 4)
  }

  private func outcome(_ service: CampaignService, _ rule: String) async throws -> Outcome? {
    try await service.snapshot().outcomes(of: 2023).objectives.first { $0.rule.id == rule }?.verdict.outcome
  }

  @Test func whatIsStoredIsSeenAtOnce() async throws {
    let stage = try await Stage()
    let rule = try #require(try await stage.service.snapshot().outcomes(of: 2023).objectives.first?.rule.id)
    #expect(try await outcome(stage.service, rule) != .met)
    _ = try await stage.service.publish("PCI", index(61), from: .system)
    #expect(try await outcome(stage.service, rule) == .met)
    _ = try await stage.service.publish("PCI", index(59), from: .system)
    #expect(try await outcome(stage.service, rule) == .notMet)
  }

  @Test func anAmendedRulebookIsDecidedByItsOwnRules() async throws {
    let stage = try await Stage(at: opens)
    #expect(try await outcome(stage.service, "kept") == nil)
    let rule = #"  - {id: kept, kind: INCREASE, of: {index: PCI}, window: 2023, source: "ours: test"}"# + "\n"
    let amended = AmendmentTests.amended { $0.replacing("rules:\n", with: "rules:\n" + rule) }
    stage.clock.set(Instant(vietnam: "2023-04-15T00:00")!)
    _ = try await stage.service.amend(amended, from: "2023-04", origin: .system)
    #expect(try await outcome(stage.service, "kept") != nil)
  }

  @Test func aDayThatPassesIsSeenWithoutAnEntry() async throws {
    let task = #"  - {id: task, kind: TASK, who: [u0], product: {vi: kế hoạch, en: plan}, due-by: 2023-04-20, source: "ours: test"}"# + "\n"
    let stage = try await Stage(yaml: Array(String(decoding: smallCampaign(), as: UTF8.self).replacing("rules:\n", with: "rules:\n" + task).utf8))
    stage.clock.set(Instant(vietnam: "2023-04-20T23:59")!)
    #expect(try await outcome(stage.service, "task") == .pending)
    stage.clock.set(Instant(vietnam: "2023-04-21T00:00")!)
    #expect(try await outcome(stage.service, "task") == .missing)
  }
}

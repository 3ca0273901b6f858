import Campaign
import Journal
import Ranking
import Service
import Testing

/// What the campaign office finds by hand: domain 2.1 and 4.7.
@Suite struct AssessmentTests {
  static let march = Period("2023-03", kind: .legalMonth)!

  static func finding(_ finding: Assessment.Finding, _ unit: String? = nil, evidence: String = "35/QĐ", withdrawn: Bool = false) -> CampaignRecord {
    .assessment(Assessment(finding, unit: unit.map { .init($0) }, evidence: evidence, withdrawn: withdrawn))
  }

  private func refusal(_ record: CampaignRecord, on stage: Stage) async throws -> String {
    try await #require(throws: ServiceFailure.self) { try await stage.service.record([record], from: .system) }.code.number
  }

  @Test func aSentenceIsAssessedByHandAndTheLastFindingCounts() async throws {
    let stage = try await Stage(yaml: DeliveryTests.yaml, at: opens)
    func outcome() async throws -> Outcome? {
      try await stage.service.snapshot().objectives(of: 2023).objectives.outcomes(in: 2023).first { $0.rule.id == "care" }?.verdict.outcome
    }
    #expect(try await outcome() == .pending)
    _ = try await stage.service.record([Self.finding(.rule(id: "care", year: 2023, met: true))], from: .system)
    #expect(try await outcome() == .met)
    _ = try await stage.service.record([Self.finding(.rule(id: "care", year: 2023, met: false))], from: .system)
    #expect(try await outcome() == .notMet)
  }

  @Test func whatIsWrongWithAFindingIsNamed() async throws {
    let stage = try await Stage(yaml: DeliveryTests.yaml, at: opens)
    #expect(try await refusal(Self.finding(.rule(id: "task", year: 2023, met: true)), on: stage) == "R-339")
    #expect(try await refusal(Self.finding(.rule(id: "none", year: 2023, met: true)), on: stage) == "R-338")
    #expect(try await refusal(Self.finding(.rule(id: "care", year: 2022, met: true)), on: stage) == "S-207")
    #expect(try await refusal(Self.finding(.rule(id: "care", year: 2023, met: true), "u0"), on: stage) == "R-340")
    #expect(try await refusal(Self.finding(.rule(id: "each", year: 2023, met: true)), on: stage) == "S-205")
    #expect(try await refusal(Self.finding(.initiative(Self.march)), on: stage) == "S-205")
    #expect(try await refusal(Self.finding(.initiative(Self.march.next), "u0"), on: stage) == "R-302")
    let without = try await Stage(at: opens)
    #expect(try await refusal(Self.finding(.initiative(Self.march), "u0"), on: without) == "R-339")
  }

  // "Bonus: recognised initiative or model +0.5 each": two decisions are two initiatives, one decision is one.
  @Test func initiativesAreToldApartByTheirDecision() async throws {
    let stage = try await Stage(yaml: DeliveryTests.yaml, at: opens)
    _ = try await stage.service.file(filing("u0"))
    func total() async throws -> Int64? {
      try await stage.service.snapshot().standings.standing(of: "u0", in: Self.march)?.published?.millionths
    }
    #expect(try await total() == 50_000_000)
    let first = try await stage.service.record([Self.finding(.initiative(Self.march), "u0", evidence: "1/QĐ")], from: .system)
    _ = try await stage.service.record([Self.finding(.initiative(Self.march), "u0", evidence: "2/QĐ")], from: .system)
    #expect(try await stage.service.record([Self.finding(.initiative(Self.march), "u0", evidence: "1/QĐ")], from: .system) == first)
    #expect(try await total() == 51_000_000)
    _ = try await stage.service.record([Self.finding(.initiative(Self.march), "u0", evidence: "3/QĐ", withdrawn: true)], from: .system)
    #expect(try await total() == 50_500_000)
  }

  // "Veto: proven false data → rank withheld for the period"
  @Test func provenFalseDataWithholdThePlace() async throws {
    let stage = try await Stage(yaml: DeliveryTests.yaml, at: opens)
    _ = try await stage.service.file(filing("u0"))
    _ = try await stage.service.record([Self.finding(.falseData(Self.march), "u0")], from: .system)
    let standing = try await stage.service.snapshot().standings.standing(of: "u0", in: Self.march)
    #expect(standing?.place == nil && standing?.reason == .rankWithheld)
  }
}

/// Whom a criterion concerns, set on a running server: domain 3.2 and 4.3.
@Suite struct ApplicabilityCommandTests {
  static func set(
    _ unit: String = "u0", _ criterion: String = "k", from: String = "2023-03", through: String? = nil, applies: Bool = false
  ) -> CampaignRecord {
    .applicability(Applicability(
      unit: .init(unit), criterion: criterion, from: Period(from, kind: .legalMonth)!,
      through: through.map { Period($0, kind: .legalMonth)! }, applies: applies, reason: "12/SNV"))
  }

  private func refusal(_ record: CampaignRecord, on stage: Stage) async throws -> String {
    try await #require(throws: ServiceFailure.self) { try await stage.service.record([record], from: .system) }.code.number
  }

  @Test func aCriterionThatDoesNotConcernAUnitLeavesItsTotal() async throws {
    let stage = try await Stage(at: opens)
    _ = try await stage.service.file(filing("u0"))
    _ = try await stage.service.record([Self.set()], from: .system)
    let explained = try await stage.service.snapshot().standings.explanation(of: "u0", in: Period("2023-03", kind: .legalMonth)!)
    #expect(explained.map(\.leaf) == [.notConcerned] && explained[0].applicability == "12/SNV")
    _ = try await stage.service.record([Self.set(applies: true)], from: .system)
    let again = try await stage.service.record([Self.set()], from: .system)
    #expect(again[0].position == 6, "what was set before and replaced is set anew")
  }

  @Test func aTaskOrAnItemCanBeLeftOutToo() async throws {
    let stage = try await Stage(yaml: DeliveryTests.yaml, at: opens)
    _ = try await stage.service.record([Self.set("u1", "task"), Self.set("u1", "list/b")], from: .system)
    _ = try await stage.service.record([DeliveryTests.delivery("list", "u1", item: "a")], from: .system)
    let outcomes = try await stage.service.snapshot().objectives(of: 2023).objectives.outcomes(in: 2023)
    #expect(outcomes.first { $0.rule.id == "task" }?.units.map(\.verdict.outcome) == [.missing, .notApplicable])
    #expect(outcomes.first { $0.rule.id == "list" }?.units[1].verdict.outcome == .met)
  }

  @Test func closedPeriodsStayAsTheyWere() async throws {
    let stage = try await Stage(at: closes)
    #expect(try await refusal(Self.set(), on: stage) == "R-337")
    #expect(try await stage.service.record([Self.set(from: "2023-04")], from: .system).count == 1)
  }

  @Test func whatIsWrongIsNamed() async throws {
    let stage = try await Stage(at: opens)
    #expect(try await refusal(Self.set("nobody"), on: stage) == "S-205")
    #expect(try await refusal(Self.set("u0", "x"), on: stage) == "S-220")
    #expect(try await refusal(Self.set(from: "2024-01"), on: stage) == "S-207")
    #expect(try await refusal(Self.set(from: "2023-04", through: "2023-03"), on: stage) == "R-305")
  }
}

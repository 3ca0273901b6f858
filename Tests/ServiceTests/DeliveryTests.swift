import Campaign
import Journal
import Ranking
import Service
import Testing

/// What units report for tasks, checklists and cadences: domain 2.3.
@Suite struct DeliveryTests {
  static let rules = """
      - {id: task, kind: TASK, who: [u0, u1], product: {vi: kế hoạch, en: plan}, due-by: 2023-03-10, source: "ours: test"}
      - {id: list, kind: CHECKLIST, who: all, items: [{id: a, name: A}, {id: b, name: B}], source: "ours: test"}
      - {id: meet, kind: CADENCE, who: [u2], every: month, source: "ours: test"}
      - {id: care, kind: NARRATIVE, source: "ours: test"}
      - {id: each, kind: NARRATIVE, who: all, source: "ours: test"}
    """
  static let yaml = Array((String(decoding: smallCampaign(), as: UTF8.self) + "\n" + rules + "\nbonus: {each: 0.5, most-per-year: 2}\n").utf8)

  static func delivery(
    _ rule: String = "task", _ unit: String = "u0", item: String? = nil, _ date: String = "2023-03-10", evidence: String = "07/BC",
    withdrawn: Bool = false
  ) -> CampaignRecord {
    .delivery(Delivery(
      rule: rule, unit: .init(unit), item: item, date: CivilDate(date)!, evidence: evidence, withdrawn: withdrawn))
  }

  private func stage() async throws -> Stage { try await Stage(yaml: Self.yaml, at: opens) }

  private func refusal(_ record: CampaignRecord, on stage: Stage) async throws -> String {
    try await #require(throws: ServiceFailure.self) { try await stage.service.record([record], from: .system) }.code.number
  }

  private func outcome(_ rule: String, _ service: CampaignService) async throws -> Objective? {
    try await service.snapshot().objectives(of: 2023).objectives.outcomes(in: 2023).first { $0.rule.id == rule }
  }

  // "Several leads … every lead has its own copy; the row is MET only if all are."
  @Test func aTaskIsMetOnceEveryLeadHasDelivered() async throws {
    let stage = try await stage()
    #expect(try await outcome("task", stage.service)?.verdict.outcome == .missing)
    _ = try await stage.service.record([Self.delivery()], from: .system)
    #expect(try await outcome("task", stage.service)?.units.map(\.verdict.outcome) == [.met, .missing])
    _ = try await stage.service.record([Self.delivery("task", "u1", "2023-03-12")], from: .system)
    let late = try await outcome("task", stage.reopened())
    #expect(late?.units.map(\.verdict.outcome) == [.met, .notMet])
    #expect(late?.units[1].verdict.daysLate == 2)
  }

  @Test func theSameDeliveryAgainHasTheSameReceipt() async throws {
    let stage = try await stage()
    let first = try await stage.service.record([Self.delivery()], from: .system)
    #expect(try await stage.service.record([Self.delivery()], from: .system) == first)
    #expect(try await stage.service.record([Self.delivery(evidence: "08/BC")], from: .system) != first)
    let reopened = try await stage.reopened()
    #expect(try await reopened.record([Self.delivery(evidence: "08/BC")], from: .system)[0].position == 4)
  }

  @Test func manyDeliveriesAreStoredOrNone() async throws {
    let stage = try await stage()
    let good = [Self.delivery(), Self.delivery("list", "u1", item: "a"), Self.delivery("meet", "u2")]
    let failure = try await #require(throws: ServiceFailure.self) {
      try await stage.service.record(good + [Self.delivery("meet", "u0"), Self.delivery("other", "u0"), Self.delivery()], from: .system)
    }
    guard case .invalid(let problems) = failure else {
      Issue.record("\(failure)")
      return
    }
    #expect(problems.all.map(\.code) == [.unitNotObliged, .unknownRule, .duplicateCell])
    #expect(problems.all.map { String($0.place.prefix(10)) } == ["records[3]", "records[4]", "records[5]"])
    #expect(await stage.service.state.position == 2)
    let receipts = try await stage.service.record(good, from: .system)
    #expect(receipts.map(\.position) == [3, 4, 5])
    let more = try await stage.service.record([good[1], Self.delivery("list", "u1", item: "b"), good[0]], from: .system)
    #expect(more.map(\.position) == [4, 6, 3])
  }

  @Test func theRuleIsOneThatIsDelivered() async throws {
    let stage = try await stage()
    #expect(try await refusal(Self.delivery("tasc"), on: stage) == "R-338")
    #expect(try await refusal(Self.delivery("care"), on: stage) == "R-339")
    #expect(try await refusal(Self.delivery("up"), on: stage) == "R-339")
  }

  @Test func onlyThoseWhoMustReport() async throws {
    let stage = try await stage()
    #expect(try await refusal(Self.delivery("task", "u2"), on: stage) == "R-340")
    #expect(try await refusal(Self.delivery("task", "nobody"), on: stage) == "S-205")
  }

  @Test func anItemBelongsToItsList() async throws {
    let stage = try await stage()
    #expect(try await refusal(Self.delivery("task", item: "a"), on: stage) == "S-242")
    #expect(try await refusal(Self.delivery("list"), on: stage) == "S-242")
    #expect(try await refusal(Self.delivery("list", item: "c"), on: stage) == "S-242")
  }

  @Test func aDayInTheFutureIsRefused() async throws {
    let stage = try await stage()
    #expect(try await refusal(Self.delivery("task", "u0", "2023-03-16"), on: stage) == "S-240")
    #expect(try await stage.service.record([Self.delivery("task", "u0", "2023-03-15")], from: .system).count == 1)
  }

  @Test func evidenceIsNeeded() async throws {
    let stage = try await stage()
    #expect(try await refusal(Self.delivery(evidence: ""), on: stage) == "S-241")
  }

  @Test func whatIsTakenBackIsGone() async throws {
    let stage = try await stage()
    _ = try await stage.service.record([Self.delivery()], from: .system)
    let back = try await stage.service.record([Self.delivery(withdrawn: true)], from: .system)
    #expect(try await outcome("task", stage.service)?.units.map(\.verdict.outcome) == [.missing, .missing])
    #expect(try await stage.service.record([Self.delivery(withdrawn: true)], from: .system) == back)
    let anew = try await stage.service.record([Self.delivery()], from: .system)
    #expect(anew[0].position == 5)
    #expect(try await outcome("task", stage.service)?.units.map(\.verdict.outcome) == [.met, .missing])
  }

  @Test func whatIsNotThereCannotBeTakenBack() async throws {
    let stage = try await stage()
    #expect(try await refusal(Self.delivery(withdrawn: true), on: stage) == "S-243")
  }

  // A resend after somebody else's correction must not undo it.
  @Test func aRequestSentAgainUnderItsNumberChangesNothing() async throws {
    let stage = try await stage()
    let origin = RequestOrigin(clientID: Array(repeating: 1, count: 16), requestNumber: 7)
    let first = try await stage.service.record([Self.delivery()], from: origin)
    _ = try await stage.service.record([Self.delivery(withdrawn: true)], from: .system)
    #expect(try await stage.service.record([Self.delivery()], from: origin) == first)
    #expect(try await stage.reopened().record([Self.delivery()], from: origin) == first)
  }

  @Test func anotherContentUnderTheSameRequestNumberIsRefused() async throws {
    let stage = try await stage()
    let origin = RequestOrigin(clientID: Array(repeating: 1, count: 16), requestNumber: 7)
    _ = try await stage.service.record([Self.delivery()], from: origin)
    let failure = try await #require(throws: ServiceFailure.self) {
      try await stage.service.record([Self.delivery("task", "u1")], from: origin)
    }
    #expect(failure.code.number == "S-244")
  }
}

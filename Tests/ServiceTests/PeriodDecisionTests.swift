import Campaign
import Journal
import Ranking
import Service
import Testing

/// Deadlines that the campaign office moves: domain 4.7 and 5.1.
@Suite struct PeriodDecisionTests {
  static let march = Period("2023-03", kind: .legalMonth)!
  static func decision(_ unit: String? = nil, due: Instant? = nil, closes: Instant? = nil, reason: String = "test") -> CampaignRecord {
    .periodDecision(PeriodDecision(period: march, unit: unit.map { .init($0) }, due: due, closes: closes, reason: reason))
  }
  static let day: Int64 = 86_400_000

  private func refusal(_ record: CampaignRecord, on stage: Stage) async throws -> String {
    try await #require(throws: ServiceFailure.self) { try await stage.service.record([record], from: .system) }.code.number
  }

  // "At the due instant itself late", also where a decision names it.
  @Test(arguments: [-1, 0, 1] as [Int64])
  func atTheMovedDueInstantItselfAFilingIsLate(offset: Int64) async throws {
    let stage = try await Stage(at: opens)
    let moved = due.moved(by: 3 * Self.day)
    _ = try await stage.service.record([Self.decision(due: moved)], from: .system)
    stage.clock.set(moved.moved(by: offset))
    #expect(try await stage.service.file(filing()).late == (offset >= 0))
    let days = await stage.service.state.workingDaysLate("u0", Self.march)
    #expect(days == (offset >= 0 ? 1 : nil))
  }

  @Test(arguments: [-1, 0, 1] as [Int64])
  func atTheMovedGraceEndItselfAFilingIsRefused(offset: Int64) async throws {
    let stage = try await Stage(at: opens)
    let moved = closes.moved(by: 2 * Self.day)
    _ = try await stage.service.record([Self.decision("u0", closes: moved)], from: .system)
    stage.clock.set(moved.moved(by: offset))
    if offset < 0 {
      #expect(try await stage.service.file(filing("u0")).late, "more time for a late filing does not make it punctual")
    } else {
      #expect(try await stage.service.refusal(of: [filing("u0")]).code.number == "R-303")
    }
    #expect(try await stage.service.refusal(of: [filing("u1")]).code.number == "R-303", "others stay closed")
  }

  // "Outage of the platform extends the due instant for all by a recorded decision": also when it is recorded afterwards.
  @Test func anOutageRecordedLaterUndoesLatenessButNoReceipt() async throws {
    let stage = try await Stage(at: due.moved(by: Self.day))
    let receipt = try await stage.service.file(filing("u0"))
    #expect(receipt.late)
    #expect(await stage.service.state.workingDaysLate("u0", Self.march) == 1, "17 March is a Friday, 18 a Saturday")
    _ = try await stage.service.record([Self.decision(due: due.moved(by: 4 * Self.day))], from: .system)
    #expect(await stage.service.state.workingDaysLate("u0", Self.march) == nil)
    #expect(try await stage.service.file(filing("u0")) == receipt)
    #expect(try await stage.reopened().state.workingDaysLate("u0", Self.march) == nil)
  }

  @Test func whoHasMoreTimeIsNotMissing() async throws {
    let stage = try await Stage(at: opens)
    _ = try await stage.service.record([Self.decision("u0", due: due.moved(by: Self.day))], from: .system)
    func reasons() async throws -> [ReasonCode?] {
      let standings = try await stage.service.snapshot().standings
      return ["u0", "u1"].map { standings.standing(of: .init($0), in: Self.march)?.reason }
    }
    stage.clock.set(due.moved(by: -1))
    #expect(try await reasons() == [.notDue, .notDue])
    stage.clock.set(due)
    #expect(try await reasons() == [.notDue, .notSubmitted])
    // Nothing is recorded between: the end of the extension alone changes the answer.
    stage.clock.set(due.moved(by: Self.day))
    #expect(try await reasons() == [.notSubmitted, .notSubmitted])
  }

  @Test func aReopenedPeriodIsProvisionalAgain() async throws {
    let stage = try await Stage(at: closes)
    #expect(try await stage.service.snapshot().isProvisional(Self.march) == false)
    _ = try await stage.service.record([Self.decision("u2", closes: closes.moved(by: Self.day))], from: .system)
    #expect(try await stage.service.snapshot().isProvisional(Self.march))
    stage.clock.set(closes.moved(by: Self.day))
    #expect(try await stage.service.snapshot().isProvisional(Self.march) == false)
  }

  @Test func aDecisionOnlyGivesTime() async throws {
    let stage = try await Stage(at: opens)
    #expect(try await refusal(Self.decision(due: due.moved(by: -1)), on: stage) == "R-336")
    #expect(try await refusal(Self.decision(closes: closes.moved(by: -1)), on: stage) == "R-336")
    #expect(try await refusal(Self.decision(due: closes.moved(by: 1)), on: stage) == "R-336")
    _ = try await stage.service.record([Self.decision(due: closes, closes: closes.moved(by: Self.day))], from: .system)
  }

  @Test func aMistakeIsCorrectedByTheNextDecision() async throws {
    let stage = try await Stage(at: opens)
    _ = try await stage.service.record([Self.decision(due: due.moved(by: 5 * Self.day))], from: .system)
    _ = try await stage.service.record([Self.decision()], from: .system)
    stage.clock.set(due)
    #expect(try await stage.service.file(filing()).late)
  }

  @Test func whatIsWrongWithADecisionIsNamed() async throws {
    let stage = try await Stage(at: opens)
    #expect(try await refusal(Self.decision("nobody", due: due), on: stage) == "S-205")
    #expect(try await refusal(Self.decision(due: due, reason: ""), on: stage) == "S-241")
    #expect(try await refusal(Self.decision(due: due, reason: String(repeating: "x", count: 501)), on: stage) == "S-241")
    let outside = PeriodDecision(period: Period("2024-03", kind: .legalMonth)!, unit: nil, due: due, closes: nil, reason: "test")
    #expect(try await refusal(.periodDecision(outside), on: stage) == "S-207")
  }

  @Test func theSameDecisionAgainHasTheSameReceiptAndItsReasonCanBePurged() async throws {
    let stage = try await Stage(at: opens)
    let first = try await stage.service.record([Self.decision(due: due)], from: .system)
    #expect(try await stage.service.record([Self.decision(due: due)], from: .system) == first)
    let other = try await stage.service.record([Self.decision(due: due, reason: "another")], from: .system)
    #expect(other != first)
    try await stage.journal.purgeText(
      of: other[0].position, field: RecordEntry.textField, because: "test", timeMilliseconds: opens.milliseconds, account: .system)
    let reopened = try await stage.reopened()
    #expect(await reopened.state.records.all.map(\.record.text) == ["test", ""])
  }

  @Test func filingsWaitForADecisionOnItsWay() async throws {
    let gate = Gate()
    let driver = WatchedDriver { number in if number == 2 { gate.pass() } }
    let service = try await CampaignService.open(Journal(driver), clock: ManualClock(closes))
    try await service.launch(genesis, rulebook: smallCampaign())
    async let decided = service.record([Self.decision(closes: closes.moved(by: Self.day))], from: .system)
    while await service.changes == 0 { await Task.yield() }
    async let receipt = service.file(filing("u0"))
    for _ in 0..<100 { _ = await service.state }
    gate.open()
    #expect(try await receipt.late)
    #expect(try await decided.count == 1)
  }
}

import Campaign
import Foundation
import Journal
import Server
import Service
import SwiftProtobuf
import Testing
import Wire

/// A request is carried out once, whatever is sent again: the table of reliability.md R8, asked of the server itself.
@Suite struct RepeatTests {
  static let yaml = """
    \(SmallCampaign.yaml)
    indices:
      - {code: PCI, series: [{year: 2022, score: 60, rank: 40, of: 63, source: "test"}]}
    rules:
      - {id: up, kind: INCREASE, of: {index: PCI}, window: 2023, source: "ours: test"}
      - {id: list, kind: CHECKLIST, who: all, items: [{id: a, name: A}, {id: b, name: B}], source: "ours: test"}
      - {id: care, kind: NARRATIVE, source: "ours: test"}
    """

  /// A call with what it says, and with something else that it could say.
  struct Call: Sendable {
    let method: Wire.Method
    let message: [UInt8]
    let other: [UInt8]

    init<M: Message>(_ method: Wire.Method, _ message: M, _ change: (inout M) -> Void) {
      var other = message
      change(&other)
      (self.method, self.message, self.other) = (method, Payload.encode(message), Payload.encode(other))
    }
  }

  private static let figures: [(String, Int64)] = [("answered", 5), ("asked", 10)]
  private static let tokenID = Data(repeating: 6, count: 8)
  static let calls: [Call] = [
    Call(.launch, LaunchRequest.with { $0.rulebook = Data(yaml.utf8) }) { $0.rulebook = Data(SmallCampaign.yaml.utf8) },
    Call(.submit, SubmitRequest("small", [Wire.Filing("u0", "2023-03", figures), Wire.Filing("u1", "2023-03", figures)])) {
      $0.filings[1].figures[0].value = 6
    },
    Call(.deliver, DeliverRequest.with {
      $0.campaign = "small"
      $0.deliveries = ["a", "b"].map { item in .with { ($0.rule, $0.unit, $0.item, $0.date, $0.evidence) = ("list", "u0", item, "2023-03-10", "07/BC") } }
    }) { $0.deliveries[0].evidence = "08/BC" },
    Call(.assess, AssessRequest.with {
      ($0.campaign, $0.finding, $0.rule, $0.year, $0.met, $0.evidence) = ("small", .rule, "care", 2023, true, "35/QĐ")
    }) { $0.met = false },
    Call(.setApplicability, ApplicabilityRequest.with {
      ($0.campaign, $0.unit, $0.criterion, $0.from, $0.reason) = ("small", "u0", "k", "2023-03", "12/SNV")
    }) { $0.applies = true },
    Call(.decidePeriod, PeriodDecisionRequest.with {
      ($0.campaign, $0.period, $0.closesAtMs, $0.reason) = ("small", "2023-03", SmallCampaign.start.milliseconds + 30 * 86_400_000, "3/QĐ")
    }) { $0.reason = "4/QĐ" },
    Call(.publishIndex, PublishRequest.with {
      ($0.index, $0.year, $0.rank, $0.ranked, $0.source) = ("PCI", 2023, 30, 63, "test")
    }) { $0.rank = 31 },
    Call(.amend, AmendRequest.with { ($0.rulebook, $0.from) = (Data((yaml + "\n# 2\n").utf8), "2023-04") }) { $0.from = "2023-05" },
    Call(.issueToken, IssueTokenRequest.with {
      ($0.tokenID, $0.digest, $0.role) = (tokenID, Data(repeating: 1, count: 32), "viewer")
    }) { $0.role = "office" },
    Call(.revokeToken, RevokeTokenRequest.with { $0.tokenID = tokenID }) { $0.tokenID = Data(repeating: 7, count: 8) },
  ]

  @Test func everyCallThatStoresIsInTheTable() {
    #expect(Set(Self.calls.map(\.method)) == Set(Wire.Method.allCases.filter(\.changesState)))
  }

  // R8, and "the same receipt for ever, after restart as well".
  @Test func everyCallIsRepeatedByteByByteAndNeverDoneAgain() async throws {
    let stage = try await RepeatStage()
    var answers: [[UInt8]] = []
    for (index, call) in Self.calls.enumerated() {
      let number = UInt64(index + 1)
      let first = try await stage.applied(call.method, call.message, number)
      #expect(!first.replayed, "\(call.method.name)")
      answers.append(first.answer)
      try await expectRepeated(call, number, first.answer, on: stage)
    }
    // What others do since, and a restart, change nothing.
    for (index, call) in Self.calls.enumerated() where ![.launch, .revokeToken].contains(call.method) {
      _ = await stage.reply(call.method, call.other, UInt64(100 + index))
    }
    try await stage.restart()
    for (index, call) in Self.calls.enumerated() {
      try await expectRepeated(call, UInt64(index + 1), answers[index], on: stage)
    }
  }

  private func expectRepeated(_ call: Call, _ number: UInt64, _ answer: [UInt8], on stage: RepeatStage) async throws {
    let head = stage.journal.head
    let again = try await stage.applied(call.method, call.message, number)
    #expect(again.replayed && again.answer == answer, "\(call.method.name)")
    let other = try #require(await stage.refusal(call.method, call.other, number))
    #expect(other.reason == "S-244" && other.status == UInt32(Status.duplicateMismatch.rawValue), "\(call.method.name)")
    let mine = stage.account(for: call.method)
    let theirs = try #require(await stage.refusal(call.method, call.message, number, account: AccountID(high: 9, low: 9)))
    #expect(theirs.reason == "A-605" && theirs.status == UInt32(Status.permissionDenied.rawValue), "\(call.method.name)")
    #expect(!theirs.hasExisting && theirs.more.isEmpty)
    let status = try await stage.status(number, account: mine)
    #expect(status.state == .applied && Array(status.answer) == answer && status.method == UInt32(call.method.rawValue))
    #expect(Array(status.digest) == sha256(call.message))
    #expect(stage.journal.head == head, "\(call.method.name): nothing was stored")
  }

  @Test func aNumberBelongsToOneCall() async throws {
    let stage = try await RepeatStage(launched: true)
    _ = try await stage.applied(.assess, Self.calls[3].message, 1)
    #expect(await stage.refusal(.publishIndex, Self.calls[3].message, 1)?.reason == "S-244")
    // Another client's number is another request.
    #expect(try await stage.applied(.assess, Self.calls[3].message, 1, client: 2).replayed == false)
  }

  // "Refusals and overload are not stored: after the rule is fixed the same request may succeed."
  @Test func aRefusalIsNotKept() async throws {
    let stage = try await RepeatStage(launched: true, at: SmallCampaign.start.moved(days: -20))
    #expect(await stage.refusal(.submit, Self.calls[1].message, 5)?.reason == "R-302")
    #expect(try await stage.status(5, account: stage.account(for: .submit)).state == .unknown)
    stage.clock.set(SmallCampaign.start)
    #expect(try await stage.applied(.submit, Self.calls[1].message, 5).replayed == false)
  }

  // R8: "the same receipt where the content is equal"; the request is remembered all the same.
  @Test func equalContentUnderAnotherNumberGetsTheReceiptItHas() async throws {
    let stage = try await RepeatStage(launched: true)
    let first = try await stage.applied(.submit, Self.calls[1].message, 1)
    let again = try await stage.applied(.submit, Self.calls[1].message, 1, client: 2)
    #expect(!again.replayed && again.answer == first.answer)
    #expect(await stage.service.state.submissions == 2)
    let head = stage.journal.head
    #expect(try await stage.applied(.submit, Self.calls[1].message, 1, client: 2).replayed)
    #expect(stage.journal.head == head)
  }

  /// Receipts of the answer that are older than the request stand where they stood.
  @Test func anAnswerOfOldAndNewReceiptsIsPutTogetherAgain() async throws {
    let stage = try await RepeatStage(launched: true)
    func submission(_ units: [String]) -> [UInt8] { Payload.encode(SubmitRequest("small", units.map { Wire.Filing($0, "2023-03", Self.figures) })) }
    _ = try await stage.applied(.submit, submission(["u3"]), 1)
    _ = try await stage.applied(.submit, submission(["u1"]), 2)
    let mixed = submission(["u0", "u1", "u2", "u3", "u4"])
    let first = try await stage.applied(.submit, mixed, 3)
    let receipts = try Payload.decode(SubmitResponse.self, from: first.answer).receipts
    #expect(receipts.map(\.unit) == ["u0", "u1", "u2", "u3", "u4"])
    try await stage.restart()
    let again = try await stage.applied(.submit, mixed, 3)
    #expect(again.replayed && again.answer == first.answer)
  }

  // A late copy of a request that found its wish fulfilled must not undo what was decided since.
  @Test func aLateCopyDoesNotUndoWhatOthersDecidedSince() async throws {
    let stage = try await RepeatStage(launched: true)
    let met = Self.calls[3]
    _ = try await stage.applied(.assess, met.message, 1)
    let second = try await stage.applied(.assess, met.message, 1, client: 2)
    _ = try await stage.applied(.assess, met.other, 2)
    let head = stage.journal.head
    let late = try await stage.applied(.assess, met.message, 1, client: 2)
    #expect(late.replayed && late.answer == second.answer)
    #expect(stage.journal.head == head, "the finding of number 2 is in force")
  }
}

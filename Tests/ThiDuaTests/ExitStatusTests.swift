import Campaign
import Client
import Testing
import Wire
@testable import ThiDua

@Suite struct ExitStatusTests {
  private func status(_ error: any Error, stores: Bool = false) -> Int32 { Failure(error, stores: stores, in: Words(.vi)).status.rawValue }

  private func problem(_ status: Status) -> Wire.Problem {
    var problem = Wire.Problem()
    problem.status = UInt32(status.rawValue)
    problem.reason = "S-210"
    problem.name = "ALREADY_EXISTS"
    problem.path = "filings[0]"
    problem.textVi = "đã nộp."
    problem.textEn = "filed already."
    return problem
  }

  @Test func everyFailureHasItsNumber() {
    #expect(status(Campaign.Problem(.negative, vi: "x", en: "x")) == 65)
    #expect(status(Problems([Campaign.Problem(.negative, vi: "x", en: "x")])) == 65)
    #expect(status(ClientFailure.unreachable("x"), stores: true) == 69)
    #expect(status(ClientFailure.refused(problem(.alreadyExists)), stores: true) == 77)
    #expect(status(ClientFailure.refused(problem(.unavailable)), stores: true) == 69)
    #expect(status(CancellationError()) == 70)
  }

  @Test func aLostAnswerLeavesADoubtOnlyWhereSomethingWasToBeStored() {
    #expect(status(ClientFailure.notConfirmed("x"), stores: true) == 75)
    #expect(status(ClientFailure.protocolViolation("x"), stores: true) == 75)
    #expect(status(ClientFailure.notConfirmed("x")) == 69)
    #expect(status(ClientFailure.protocolViolation("x")) == 70)
    #expect(Failure(ClientFailure.notConfirmed("x"), stores: true, in: Words(.vi)).lines[0].hasPrefix("chưa xác nhận, gửi lại an toàn"))
    #expect(Failure(ClientFailure.notConfirmed("x"), stores: true, in: Words(.en)).lines[0].hasPrefix("not confirmed; safe to send again"))
  }

  @Test func aRefusalShowsWhatIsStored() {
    var refused = problem(.alreadyExists)
    refused.existing.unit = "kon-ray"
    refused.existing.period = "2023-12"
    refused.existing.revision = 1
    refused.existing.position = 1_042
    #expect(
      Failure(ClientFailure.refused(refused), stores: true, in: Words(.vi)).lines == [
        "S-210 ALREADY_EXISTS (filings[0]): đã nộp.", "  đã có: kon-ray, Tháng 12/2023, lần 1, vị trí 1042, 07:00 01/01/1970, ",
      ])
  }

  @Test func aNumberIsNotSaidTwice() {
    var refused = Wire.Problem()
    refused.reason = "W-115"
    refused.name = "WRONG_DEPLOYMENT"
    refused.textEn = "W-115 another deployment"
    #expect(Failure(ClientFailure.refused(refused), stores: false, in: Words(.en)).lines == ["W-115 WRONG_DEPLOYMENT: another deployment"])
  }

  @Test func whatDoesNotFitIntoARequestIsSaidBeforeSending() throws {
    try refuseTooLarge(Array(repeating: 0, count: 4 << 20), forms: 1)
    let problem = #expect(throws: Campaign.Problem.self) { try refuseTooLarge(Array(repeating: 0, count: 8 << 20), forms: 120) }
    #expect(problem?.code == .tooMany)
    #expect(problem?.vi.contains("60 biểu mẫu") == true)
  }

  @Test func aDoubtOutlivesAServerThatIsGone() async {
    var failures: [ClientFailure] = [.unreachable("gone"), .unreachable("gone"), .notConfirmed("lost")]
    await #expect(throws: ClientFailure.notConfirmed("lost")) {
      try await delivered(attempts: 3, policy: RetryPolicy(), sleep: { _ in }) { throw failures.removeLast() }
    }
    #expect(failures.isEmpty)
  }

  // Whoever is refused at the door does not hear what became of the sending before; a refusal of the request itself says it.
  @Test(arguments: [("A-601", true), ("W-150", true), ("S-210", false)])
  func aRefusalAtTheDoorDoesNotEndADoubt(reason: String, doubtful: Bool) async {
    var refused = problem(.permissionDenied)
    refused.reason = reason
    let end = ClientFailure.refused(refused)
    var failures: [ClientFailure] = [end, .notConfirmed("lost")]
    await #expect(throws: doubtful ? .notConfirmed("lost") : end) {
      try await delivered(attempts: 3, policy: RetryPolicy(), sleep: { _ in }) { throw failures.removeLast() }
    }
  }

  @Test func aDoubtNamesTheNumberToAskFor() {
    let failure = Failure(Unconfirmed(failure: .notConfirmed("x"), requestNumber: 12), stores: true, in: Words(.en))
    #expect(failure.status == .notConfirmed && failure.lines.last == "Request 12. Ask the server: thidua status 12")
  }

  @Test func aServerThatIsNotThereIsToldAtOnce() async {
    var attempts = 0
    await #expect(throws: ClientFailure.unreachable("gone")) {
      try await delivered(attempts: 3, policy: RetryPolicy(), sleep: { _ in }) {
        attempts += 1
        throw ClientFailure.unreachable("gone")
      }
    }
    #expect(attempts == 1)
  }
}

import Campaign
import Journal
import Service
import Testing

/// When a month can be filed, and when a filing is late.
@Suite struct PeriodTests {
  @Test func beforeItsCutOffAPeriodIsNotOpen() async throws {
    let stage = try await Stage(at: opens.moved(by: -1))
    #expect(try await stage.service.refusal(of: [filing()]).code.number == "R-302")
    #expect(try stage.driver.submissions().isEmpty)
    stage.clock.set(opens)
    #expect(try await stage.service.file(filing()).late == false)
  }

  @Test func theDueInstantItselfIsLate() async throws {
    let stage = try await Stage(at: due.moved(by: -1))
    #expect(try await stage.service.file(filing("u0")).late == false)
    stage.clock.set(due)
    #expect(try await stage.service.file(filing("u1")).late)
  }

  @Test func theEndOfTheGraceItselfIsRefused() async throws {
    let stage = try await Stage(at: closes.moved(by: -1))
    #expect(try await stage.service.file(filing("u0")).late)
    stage.clock.set(closes)
    #expect(try await stage.service.refusal(of: [filing("u1")]).code.number == "R-303")
    #expect(try await stage.service.refusal(of: [filing("u0", answered: 6, base: 1)]).code.number == "R-303")
    #expect(try stage.driver.submissions().count == 1)
  }

  @Test func aLateFirstFilingStaysLateAfterItsCorrection() async throws {
    let stage = try await Stage(at: due)
    let receipt = try await stage.service.file(filing("u0"))
    _ = try await stage.service.file(filing("u0", answered: 6, base: 1))
    #expect(await stage.service.state.inForce("u0", receipt.period)?.firstWasLate == true)
  }

  @Test func aLateCorrectionDoesNotMakeTheFirstFilingLate() async throws {
    let stage = try await Stage(at: due.moved(by: -1))
    let receipt = try await stage.service.file(filing("u0"))
    stage.clock.set(due)
    let correction = try await stage.service.file(filing("u0", answered: 6, base: 1))
    #expect(correction.late)
    #expect(await stage.service.state.inForce("u0", receipt.period)?.firstWasLate == false)
    #expect(try await stage.reopened().state.inForce("u0", receipt.period)?.firstWasLate == false)
  }

  @Test func aClockThatGoesBackDoesNotMoveTheJournalBack() async throws {
    let stage = try await Stage(at: due)
    let first = try await stage.service.file(filing("u0"))
    stage.clock.set(opens)
    let second = try await stage.service.file(filing("u1"))
    #expect(second.recordedAt == first.recordedAt)
    #expect(second.late)
  }

  @Test func theMachineClockDecidesNothingOnItsOwn() async throws {
    let stage = try await Stage(at: opens)
    #expect(try await stage.service.file(filing()).recordedAt == opens)
  }
}

import Campaign
import Journal
import Service
import Testing

/// The demonstration, made twice from one seed and once from another.
@Suite(.serialized) struct DemonstrationTests {
  private struct Made: Sendable {
    let driver = MemoryDriver()
    let journal: Journal

    init(seed: UInt64) async throws {
      journal = try Journal(driver)
      try await Demonstration(seed: seed).fill(journal) { _, _ in }
    }
  }
  private static let standard = Task { try await Made(seed: 20230202) }

  @Test func theSameSeedGivesTheSameBytesAndAnotherSeedOthers() async throws {
    async let again = Made(seed: 20230202)
    async let other = Made(seed: 20230203)
    let rows = try await Self.standard.value.driver.allRows
    #expect(try await again.driver.allRows == rows)
    #expect(try await other.driver.allRows.map(\.hash) != rows.map(\.hash))
  }

  @Test func theDemonstrationHasTheShapeItPromises() async throws {
    let made = try await Self.standard.value
    let service = try await CampaignService.open(made.journal, clock: ManualClock(Demonstration.start))
    let snapshot = try await service.snapshot()
    let rulebook = snapshot.rulebook
    #expect(snapshot.state.genesis?.deployment == "demo")
    #expect(snapshot.state.genesis?.isDemonstration == true)
    #expect(rulebook.units.count == 132)
    #expect(snapshot.latestClosed?.description == "2023-11")
    #expect(snapshot.open?.description == "2023-12")

    let december = try #require(rulebook.period("2023-12"))
    let filed = rulebook.units.count { snapshot.state.inForce($0.id, december) != nil }
    #expect((53...79).contains(filed), "December is filed by 40–60 % of 132: \(filed)")

    var missing = 0
    var late = 0
    for unit in rulebook.units {
      var period = try #require(rulebook.period("2022-01"))
      while period < december {
        if let inForce = snapshot.state.inForce(unit.id, period) { late += inForce.firstWasLate ? 1 : 0 } else { missing += 1 }
        period = period.next
      }
    }
    let months = 132 * 23
    #expect(missing > 0 && missing * 100 < months, "few are missing: \(missing)")
    #expect(late > 0 && late * 20 < months, "few are late: \(late)")
  }

  @Test func theExampleCanBeFiledAndIsNotFiledYet() async throws {
    let made = try await Self.standard.value
    let example = try Demonstration().example()
    let service = try await CampaignService.open(made.journal, clock: ManualClock(Demonstration.start))
    let state = await service.state
    let rulebook = try #require(state.launched)
    let drafts = try SubmissionFile.drafts(Array(example.csv.utf8), baseRevision: 0)
    #expect(drafts.map(\.unit) == [example.unit])
    let filing = try rulebook.validated(drafts[0])
    #expect(state.inForce(filing.unit, filing.period) == nil)
    #expect(rulebook.calendar.state(of: filing.period, at: Demonstration.start) == .open)
  }

  @Test func anInterruptedDemonstrationIsNotTakenForAFinishedOne() async throws {
    let journal = try Journal(MemoryDriver())
    try await journal.close()
    await #expect(throws: ServiceFailure.self) { try await Demonstration().fill(journal) { _, _ in } }
  }
}

import Campaign
import Journal
import Ranking
import Service
import Testing

/// What survives, and what is said when nothing may.
@Suite struct DurabilityTests {
  @Test func aFailedSyncGivesNoReceiptAndStopsTheService() async throws {
    let driver = WatchedDriver { number in if number == 3 { throw JournalFailure.storageFailed("disk full") } }
    let clock = ManualClock(opens)
    let service = try await CampaignService.open(Journal(driver), clock: clock)
    try await service.launch(genesis, rulebook: smallCampaign())
    let kept = try await service.file(filing("u0"))

    let failure = try await service.refusal(of: [filing("u1")])
    #expect(failure.effectUnknown)
    #expect(failure.code.name == "JOURNAL_STOPPED")
    for later in [filing("u1"), filing("u2"), filing("u0", answered: 6, base: 1)] {
      #expect(try await service.refusal(of: [later]).code.name == "JOURNAL_STOPPED")
    }
    await #expect(throws: ServiceFailure.self) { try await service.publish("PCI", index(61), from: .system) }
    // What is durable is still read, and still confirmed.
    #expect(try await service.file(filing("u0")) == kept)
    #expect(await service.state.submissions == 1)

    let reopened = try await CampaignService.open(Journal(driver.inner), clock: clock)
    #expect(try await reopened.file(filing("u0")) == kept)
    #expect(try await reopened.file(filing("u1")).revision == 1)
  }

  @Test(arguments: 0..<20)
  func theFoldOfTheJournalIsTheLiveState(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let stage = try await Stage(units: 6, at: Instant(vietnam: "2023-01-15T00:00")!)
    let months = (1...4).map { "2023-0\($0)" }
    let calendar = try #require(await stage.service.state.launched).calendar
    for step in 0..<120 {
      let period = Period(months[step * months.count / 120], kind: .legalMonth)!
      stage.clock.set(calendar.opens(period).moved(by: Int64.random(in: 0...86_400_000 * 9, using: &random)))
      if Int.random(in: 0..<12, using: &random) == 0 {
        _ = try await stage.service.publish("PCI", index(Int64.random(in: 50...70, using: &random)), from: .system)
        continue
      }
      var drafts: [FilingDraft] = []
      for unit in (0..<6).shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random)) {
        let current = await stage.service.state.inForce(.init("u\(unit)"), period)?.receipt.revision ?? 0
        drafts.append(
          filing(
            "u\(unit)", asked: 50, answered: Int64.random(in: 0...52, using: &random),
            base: Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: 0...2, using: &random) : current,
            period: Int.random(in: 0..<8, using: &random) == 0 ? months.randomElement(using: &random)! : period.description))
      }
      _ = try? await stage.service.submit(drafts, keys: [], from: .system)
    }
    let live = try await stage.service.snapshot()
    let folded = try await stage.reopened().snapshot()
    #expect(live.state.submissions > 10, "seed \(seed)")
    #expect(folded.state.head == live.state.head)
    #expect(folded.state.submissions == live.state.submissions)
    #expect(folded.state.published.map(\.fact.score) == live.state.published.map(\.fact.score))
    #expect(folded.standings.scope == live.standings.scope)
    for unit in live.rulebook.units {
      for month in months {
        let period = try #require(live.rulebook.period(month))
        #expect(folded.standings.standing(of: unit.id, in: period) == live.standings.standing(of: unit.id, in: period), "seed \(seed)")
        #expect(folded.state.inForce(unit.id, period)?.receipt == live.state.inForce(unit.id, period)?.receipt, "seed \(seed)")
      }
    }
  }

  @Test func aFilingThatFoundNoRoomIsRefusedForThatMomentOnly() async throws {
    let gate = Gate()
    let (reached, mark) = AsyncStream.makeStream(of: Void.self)
    let driver = WatchedDriver { number in
      guard number == 2 else { return }
      mark.finish()
      gate.pass()
    }
    var limits = JournalLimits()
    limits.waitingGroupsMax = 1
    let clock = CountingClock()
    let service = try await CampaignService.open(Journal(driver, limits: limits), clock: clock)
    try await service.launch(genesis, rulebook: smallCampaign())
    async let first = service.file(filing("u0"))
    for await _ in reached {}
    // One group is being written, one waits: there is no room for a third.
    async let second = service.file(filing("u1"))
    await clock.until(3, on: service)
    let failure = try await service.refusal(of: [filing("u2")])
    #expect(failure.code.name == "JOURNAL_OVERLOADED")
    #expect(!failure.effectUnknown)
    gate.open()
    #expect(try await [first, second].map(\.revision) == [1, 1])
    #expect(try await service.file(filing("u2")).revision == 1)
    #expect(try await service.file(filing("u2", answered: 6, base: 1)).revision == 2)
  }

  @Test func everyReceiptOfAJournalIsFoundAgainByItsContent() async throws {
    let stage = try await Stage()
    var receipts: [Receipt] = []
    for base in 0..<5 { receipts.append(try await stage.service.file(filing(answered: Int64(base % 2), base: base))) }
    let reopened = try await stage.reopened()
    for (base, receipt) in receipts.enumerated() {
      #expect(try await reopened.file(filing(answered: Int64(base % 2), base: base)) == receipt)
    }
    #expect(try stage.driver.submissions().count == 5)
  }

  @Test func aJournalIsLaunchedOnce() async throws {
    let stage = try await Stage()
    await #expect(throws: ServiceFailure.self) { try await stage.service.launch(genesis, rulebook: smallCampaign()) }
    #expect(stage.driver.allRows.count == 2)
  }

  @Test func withoutACampaignNothingIsAnswered() async throws {
    let service = try await CampaignService.open(Journal(MemoryDriver()), clock: ManualClock(opens))
    #expect(try await service.refusal(of: [filing()]).code.number == "R-314")
    await #expect(throws: ServiceFailure.self) { try await service.snapshot() }
  }
}

func index(_ score: Int64, year: Int = 2023) -> IndexFact {
  IndexFact(
    year: year, score: .value(ExactDecimal(coefficient: score, scale: 0), .published), rank: .unknown, of: nil,
    publishedOn: CivilDate("2024-05-09"), source: "a test")
}

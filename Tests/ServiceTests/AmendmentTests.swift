import Campaign
import Journal
import Ranking
import Service
import Testing

/// Launch, amendments, and which version scores what: domain 5.2.
@Suite struct AmendmentTests {
  /// The small campaign with another target: 50 % gives all points.
  static func amended(_ change: (String) -> String = { $0 }, units: Int = 3) -> [UInt8] {
    let text = String(decoding: smallCampaign(units: units), as: UTF8.self).replacing("target: 100", with: "target: 50")
    return Array(change(text).utf8)
  }

  static func month(_ text: String) -> Period { Period(text, kind: .legalMonth)! }

  private func refusal(of yaml: [UInt8], from first: String, on stage: Stage) async throws -> String {
    let failure = try await #require(throws: ServiceFailure.self) { try await stage.service.amend(yaml, from: first, origin: .system) }
    return failure.code.number
  }

  @Test func aJournalWithoutACampaignWaitsForItsLaunch() async throws {
    let journal = try Journal(MemoryDriver())
    let service = try await CampaignService.open(journal, clock: ManualClock(opens))
    try await service.initialise(genesis)
    await #expect(throws: ServiceFailure.self) { try await service.snapshot() }
    #expect(try await service.refusal(of: [filing()]).code.number == "R-314")
    let version = try await service.launch(smallCampaign())
    #expect((version.number, version.effectiveFrom, version.digest) == (1, nil, sha256(smallCampaign())))
    #expect(try await service.file(filing()).revision == 1)
  }

  @Test func aSecondLaunchIsRefused() async throws {
    let stage = try await Stage()
    let failure = try await #require(throws: ServiceFailure.self) { try await stage.service.launch(Self.amended()) }
    #expect(failure.code.number == "R-330")
    #expect(await stage.service.state.position == 2)
  }

  @Test func theSameLaunchAgainIsTheSameVersion() async throws {
    let stage = try await Stage()
    let again = try await stage.service.launch(smallCampaign())
    #expect(again.receipt.position == 2)
    #expect(await stage.service.state.versions.count == 1)
  }

  // "after launch, rules … change only by an amendment with an effective period; past periods keep the version they were scored with"
  @Test func periodsBeforeTheAmendmentKeepTheirPoints() async throws {
    let stage = try await Stage(at: opens)
    _ = try await stage.service.file(filing("u0", asked: 10, answered: 5))
    stage.clock.set(Instant(vietnam: "2023-04-15T00:00")!)
    let version = try await stage.service.amend(Self.amended(), from: "2023-04", origin: .system)
    #expect((version.number, version.effectiveFrom) == (2, Self.month("2023-04")))
    let receipt = try await stage.service.file(filing("u0", asked: 10, answered: 5, period: "2023-04"))
    #expect(receipt.rulebookDigest == version.digest)
    for restart in [false, true] {
      let service = restart ? try await stage.reopened() : stage.service
      let snapshot = try await service.snapshot()
      let (march, april) = (snapshot.span(of: Self.month("2023-03")), snapshot.span(of: Self.month("2023-04")))
      #expect(march.version.number == 1 && april.version.number == 2)
      #expect(march.version.digest == sha256(smallCampaign()) && april.version.digest == sha256(Self.amended()))
      #expect(march.standings.standing(of: "u0", in: Self.month("2023-03"))?.published == Points(millionths: 50_000_000))
      #expect(april.standings.standing(of: "u0", in: Self.month("2023-04"))?.published == Points(millionths: 100_000_000))
      // Seen from the later version, the earlier month has the points that were given.
      #expect(april.standings.standing(of: "u0", in: Self.month("2023-03"))?.published == Points(millionths: 50_000_000))
      #expect(try await service.file(of: april.version) == Self.amended())
    }
  }

  @Test func acrossTheBorderPlacesAreComparedAndPointsAreNot() async throws {
    let stage = try await Stage(at: opens)
    // March, target 100: u0 50, u1 60, u2 70 points. To April, target 50: all three reach it.
    for (unit, answered) in [("u0", 5), ("u1", 6), ("u2", 7)] as [(String, Int64)] { _ = try await stage.service.file(filing(unit, answered: answered)) }
    stage.clock.set(Instant(vietnam: "2023-04-15T00:00")!)
    _ = try await stage.service.amend(Self.amended(), from: "2023-04", origin: .system)
    for (unit, answered) in [("u0", 9), ("u1", 0), ("u2", 4)] as [(String, Int64)] {
      _ = try await stage.service.file(filing(unit, answered: answered, period: "2023-04"))
    }
    let april = try await stage.service.snapshot().span(of: Self.month("2023-04")).standings
    func standing(_ unit: String) -> Standing? { april.standing(of: .init(unit), in: Self.month("2023-04")) }
    // 14/20, 6/20 and 11/20 against 50 %.
    #expect(["u0", "u1", "u2"].map { standing($0)?.place } == [1, 3, 1])
    #expect(["u0", "u1", "u2"].map { standing($0)?.movedSincePrevious } == [2, -1, 0])
    let explained = april.explanation(of: "u0", in: Self.month("2023-04"))
    #expect(explained.count == 1 && explained[0].againstPrevious == nil)
    #expect(april.standing(of: "u0", in: Self.month("2023-03"))?.place == 3)
  }

  @Test func theLastRecordedAmendmentScoresThePeriodsFromItsFirstOn() async throws {
    let stage = try await Stage(at: opens)
    for (number, first) in ["2023-06", "2023-08", "2023-05"].enumerated() {
      _ = try await stage.service.amend(Self.amended { $0 + "\n# \(number)" }, from: first, origin: .system)
    }
    let state = await stage.service.state
    #expect(state.versions.map(\.number) == [1, 2, 3, 4])
    #expect(["2023-04", "2023-05", "2023-06", "2023-12"].map { state.version(for: Self.month($0))?.number } == [1, 4, 4, 4])
    #expect(state.timeline.spans.map(\.version) == [0, 3])
  }

  @Test func theSameAmendmentAgainIsTheSameVersion() async throws {
    let stage = try await Stage(at: opens)
    let first = try await stage.service.amend(Self.amended(), from: "2023-03", origin: .system)
    // Its period has closed since: sending again is still safe.
    stage.clock.set(closes)
    let again = try await stage.service.amend(Self.amended(), from: "2023-03", origin: .system)
    #expect(first.receipt == again.receipt && again.number == 2)
    #expect(await stage.service.state.versions.count == 2)
  }

  @Test func closedPeriodsKeepTheirVersion() async throws {
    let stage = try await Stage(at: closes.moved(by: -1))
    #expect(try await refusal(of: Self.amended(), from: "2023-02", on: stage) == "R-333")
    stage.clock.set(closes)
    #expect(try await refusal(of: Self.amended(), from: "2023-03", on: stage) == "R-333")
    #expect(try await refusal(of: Self.amended(), from: "2024-01", on: stage) == "S-207")
    #expect(try await refusal(of: Self.amended(), from: "soon", on: stage) == "S-207")
    #expect(try await stage.service.amend(Self.amended(), from: "2023-04", origin: .system).number == 2)
  }

  // A reopened period has been scored: it is open for its unit, not for other rules.
  @Test func aReopenedPeriodCannotBeAmended() async throws {
    let stage = try await Stage(at: closes)
    let decision = PeriodDecision(
      period: Self.month("2023-03"), unit: nil, due: nil, closes: closes.moved(by: 86_400_000), reason: "test")
    _ = try await stage.service.record([.periodDecision(decision)], from: .system)
    #expect(try await stage.service.file(filing()).late)
    #expect(try await refusal(of: Self.amended(), from: "2023-03", on: stage) == "R-333")
  }

  @Test func whatAnAmendmentMustKeepIsNamed() async throws {
    let stage = try await Stage(at: opens)
    _ = try await stage.service.file(filing("u2"))
    #expect(try await refusal(of: Self.amended { $0.replacing("campaign: small", with: "campaign: other") }, from: "2023-04", on: stage) == "R-331")
    #expect(try await refusal(of: Self.amended { $0.replacing("legal-month", with: "calendar-month") }, from: "2023-04", on: stage) == "R-332")
    #expect(try await refusal(of: Self.amended(units: 2), from: "2023-04", on: stage) == "R-334")
    #expect(try await refusal(of: Array("thidua: 1".utf8), from: "2023-04", on: stage) == "R-306")
    #expect(try await stage.service.amend(Self.amended(units: 4), from: "2023-04", origin: .system).rulebook.units.count == 4)
  }

  @Test func aStoredFilingMustFitTheNewForm() async throws {
    let stage = try await Stage(at: opens)
    _ = try await stage.service.file(filing("u0"))
    let longer = Self.amended { $0.replacing("{code: answered, combine: flow}", with: "{code: answered, combine: flow}, {code: more, combine: flow}") }
    #expect(try await refusal(of: longer, from: "2023-03", on: stage) == "R-335")
    #expect(try await stage.service.amend(longer, from: "2023-04", origin: .system).number == 2)
    stage.clock.set(Instant(vietnam: "2023-04-15T00:00")!)
    #expect(try await stage.service.refusal(of: [filing("u0", period: "2023-04")]).code.number == "S-208")
    // The month before still has its own form.
    #expect(try await stage.service.file(filing("u0")).revision == 1)
  }

  /// A filing decided while an amendment is on its way to the disk is decided under the amendment.
  @Test func filingsWaitForAnAmendmentOnItsWay() async throws {
    let gate = Gate()
    let driver = WatchedDriver { number in if number == 2 { gate.pass() } }
    let clock = CountingClock()
    let service = try await CampaignService.open(Journal(driver), clock: clock)
    try await service.launch(genesis, rulebook: smallCampaign())
    async let version = service.amend(Self.amended(), from: "2023-03", origin: .system)
    await clock.until(2, on: service)
    async let receipt = service.file(filing("u0"))
    for _ in 0..<100 { _ = await service.state }
    gate.open()
    #expect(try await receipt.rulebookDigest == (try await version.digest))
  }

  private static func refusal(of yaml: [UInt8], on service: CampaignService) async -> String? {
    do {
      _ = try await service.amend(yaml, from: "2023-04", origin: .system)
      return nil
    } catch { return (error as? ServiceFailure)?.code.number }
  }

  @Test func anAmendmentSeesFilingsOnTheirWay() async throws {
    let gate = Gate()
    let driver = WatchedDriver { number in if number == 2 { gate.pass() } }
    let clock = CountingClock()
    let service = try await CampaignService.open(Journal(driver), clock: clock)
    try await service.launch(genesis, rulebook: smallCampaign())
    async let receipt = service.file(filing("u2"))
    await clock.until(2, on: service)
    async let refused = Self.refusal(of: Self.amended(units: 2), on: service)
    for _ in 0..<100 { _ = await service.state }
    gate.open()
    #expect(await refused == "R-334")
    #expect(try await receipt.revision == 1)
  }
}

import Campaign
import Journal
import Ranking
@testable import Service
import Synchronization
import Testing

/// Standings served from memory are those of the journal, and who finds otherwise stops them.
@Suite struct AuditTests {
  private static let march = Period("2023-03", kind: .legalMonth)!

  @Test func aSoundServicePassesItsAudit() async throws {
    let stage = try await Stage()
    _ = try await stage.service.file(filing("u0"))
    _ = try await stage.service.snapshot()
    _ = try await stage.service.file(filing("u1", answered: 9))
    let report = try await stage.service.audit()
    #expect(report.finding == nil)
    #expect(report.position == 4)
    #expect(try await stage.service.snapshot().standings.standing(of: "u1", in: Self.march)?.place == 1)
  }

  @Test func aPlantedFaultStopsPublication() async throws {
    let stage = try await Stage()
    _ = try await stage.service.file(filing("u0"))
    let wrong = await stage.service.state
    _ = try await stage.service.file(filing("u0", answered: 9, base: 1))
    let state = await stage.service.state
    try stage.service.board.plant(wrong, as: state, at: stage.clock.now())
    #expect(try await stage.service.snapshot().standings.standing(of: "u0", in: Self.march)?.published?.description == "50")
    #expect(stage.service.placesAtHand() != nil)

    let finding = try #require(try await stage.service.audit().finding)
    guard case .standing("u0", Self.march, let served, let recomputed) = finding else {
      Issue.record("found \(finding)")
      return
    }
    #expect(served.contains("50") && recomputed.contains("90"))
    #expect(stage.service.placesAtHand() == nil)
    let failure = try await #require(throws: ServiceFailure.self) { try await stage.service.snapshot() }
    #expect(failure.code.number == "J-462")
    for text in [failure.text.vi, failure.text.en] { #expect(text.contains("50") && text.contains("90")) }
    // Units file on, and what they need for it is answered.
    #expect(try await stage.service.file(filing("u1")).revision == 1)
    #expect(try await stage.service.snapshotForFiling().open == Self.march)
    await #expect(throws: ServiceFailure.self) { try await stage.service.snapshot() }
    // A start begins anew.
    #expect(try await stage.reopened().audit().finding == nil)
  }

  @Test func aFilingThatIsKeptOtherwiseIsFound() async throws {
    let (one, two) = (try await Stage(), try await Stage())
    _ = try await one.service.file(filing("u0"))
    _ = try await two.service.file(filing("u0", answered: 9))
    let (mine, theirs) = (await one.service.state.filings, await two.service.state.filings)
    #expect(mine.firstDifference(from: mine) == nil)
    #expect(mine.firstDifference(from: theirs) == 3)
    #expect(mine.firstDifference(from: FilingLog()) == 3)
    #expect(FilingLog().firstDifference(from: mine) == 3)
  }

  @Test func aJournalThatWasChangedUnderTheServiceIsFound() async throws {
    let driver = SwappedDriver()
    let service = try await CampaignService.open(Journal(driver), clock: ManualClock(opens))
    try await service.launch(genesis, rulebook: smallCampaign())
    _ = try await service.file(filing("u0"))
    driver.damages.withLock { $0 = true }
    guard case .journal? = try await service.audit().finding else {
      Issue.record("nothing found")
      return
    }
    await #expect(throws: ServiceFailure.self) { try await service.snapshot() }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func afterEveryCommandTheServedStandingsAreThoseOfTheJournal(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let stage = try await Stage(units: 6, at: Instant(vietnam: "2023-01-15T00:00")!)
    let months = (1...4).map { Period("2023-0\($0)", kind: .legalMonth)! }
    let calendar = try #require(await stage.service.state.launched).calendar
    for step in 0..<60 {
      let period = months[step * 4 / 60]
      stage.clock.set(calendar.opens(period).moved(by: Int64.random(in: 0...86_400_000 * 9, using: &random)))
      let unit = ReportingUnit.ID("u\(Int.random(in: 0..<6, using: &random))")
      switch Int.random(in: 0..<10, using: &random) {
      case 0: _ = try? await stage.service.publish("PCI", index(Int64(step + 1)), from: .system)
      case 1:
        let decision = PeriodDecision(
          period: period, unit: Bool.random(using: &random) ? unit : nil, due: calendar.due(period).moved(by: 86_400_000 * 9),
          closes: calendar.closes(period).moved(by: 86_400_000 * 9), reason: "reason \(step)")
        _ = try? await stage.service.record([.periodDecision(decision)], from: .system)
      case 2:
        let value = Applicability(
          unit: unit, criterion: "k", from: period, through: nil, applies: Bool.random(using: &random), reason: "reason \(step)")
        _ = try? await stage.service.record([.applicability(value)], from: .system)
      case 3:
        let value = Assessment(.falseData(period.previous), unit: unit, evidence: "paper \(step)")
        _ = try? await stage.service.record([.assessment(value)], from: .system)
      default:
        let base = await stage.service.state.inForce(unit, period)?.receipt.revision ?? 0
        let draft = filing(
          unit.text, asked: 50, answered: Int64.random(in: 0...50, using: &random), base: base, period: period.description)
        _ = try? await stage.service.submit([draft], keys: [], from: .system)
      }
      _ = try await stage.service.snapshot()
      #expect(try await stage.service.audit().finding == nil, "seed \(seed), step \(step)")
    }
  }
}

/// A storage that shows other bytes than it holds.
private final class SwappedDriver: JournalDriver {
  let inner = MemoryDriver()
  let damages = Mutex(false)

  func commit(_ batch: [PreparedEntry]) throws { try inner.commit(batch) }
  func rows(from position: UInt64, limit: Int, bytesMax: Int) throws -> [StoredRow] {
    let rows = try inner.rows(from: position, limit: limit, bytesMax: bytesMax)
    guard damages.withLock({ $0 }) else { return rows }
    return rows.map { row in
      guard row.position == 3 else { return row }
      var bytes = row.bytes
      bytes[bytes.count - 1] ^= 1
      return StoredRow(position: row.position, hash: row.hash, bytes: bytes)
    }
  }
  func texts(of positions: ClosedRange<UInt64>) throws -> [StoredText] { try inner.texts(of: positions) }
  func position(ofUniqueKey key: UniqueKey) throws -> UInt64? { try inner.position(ofUniqueKey: key) }
  func head() throws -> JournalHead { try inner.head() }
  var syncCount: Int { inner.syncCount }
  func close() throws {}
}

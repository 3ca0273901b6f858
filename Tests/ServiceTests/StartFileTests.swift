import Campaign
import Foundation
import Journal
import Ranking
@testable import Service
import Testing

/// Starting from a start file and the journal behind it: the same state, or the whole journal.
@Suite struct StartFileTests {
  private static let months = (1...4).map { "2023-0\($0)" }

  /// A busy campaign, a start file made in the middle of it, and the state at its end.
  private struct Scene {
    let driver: MemoryDriver
    let clock: ManualClock
    let path: String
    /// How many entries the file holds.
    let covered: UInt64
    let end: CampaignState

    init(seed: UInt64 = 1, steps: Int = 60) async throws {
      var random = SeededGenerator(seed: seed)
      let stage = try await Stage(units: 6, at: Instant(vietnam: "2023-01-15T00:00")!)
      path = FileManager.default.temporaryDirectory.path + "/start-\(UUID().uuidString)"
      var covered: UInt64 = 0
      for step in 0..<steps {
        let period = Period(StartFileTests.months[step * 4 / steps], kind: .legalMonth)!
        let calendar = try #require(await stage.service.state.launched).calendar
        stage.clock.set(calendar.opens(period).moved(by: Int64.random(in: 0...86_400_000 * 6, using: &random)))
        switch Int.random(in: 0..<12, using: &random) {
        case 0: _ = try await stage.service.publish("PCI", index(Int64(step + 1)), from: .system)
        case 1:
          let decision = PeriodDecision(
            period: period, unit: "u1", due: calendar.due(period).moved(by: 86_400_000 * 9), closes: calendar.closes(period).moved(by: 86_400_000 * 9),
            reason: "mất điện \(step)")
          _ = try await stage.service.record([.periodDecision(decision)], from: .system)
        default:
          let unit = "u\(Int.random(in: 0..<6, using: &random))"
          let base = await stage.service.state.inForce(.init(unit), period)?.receipt.revision ?? 0
          let draft = filing(unit, asked: 50, answered: Int64.random(in: 0...50, using: &random), base: base, period: period.description)
          _ = try? await stage.service.submit([draft], keys: [], from: .system)
        }
        if step == steps * 2 / 3 {
          let state = await stage.service.state
          try state.writeStartFile(at: path)
          covered = state.position
        }
      }
      self.covered = covered
      end = await stage.service.state
      try await stage.journal.close()
      (driver, clock) = (stage.driver, stage.clock)
    }

    func opened(on driver: MemoryDriver? = nil) async throws -> (state: CampaignState, from: StartSource) {
      let clock = clock
      let service = try await CampaignService.open(Journal(driver ?? self.driver), startFile: path) { _ in clock }
      return (await service.state, service.startedFrom)
    }

    var bytes: [UInt8] { Array(FileManager.default.contents(atPath: path) ?? Data()) }
    func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path)) }
    func remove() { try? FileManager.default.removeItem(atPath: path) }
  }

  private static func expectEqual(_ one: CampaignState, _ other: CampaignState, _ what: String = "") {
    #expect(one.head == other.head, "\(what)")
    #expect(one.time == other.time, "\(what)")
    #expect(one.submissions == other.submissions, "\(what)")
    #expect(one.otherPositions == other.otherPositions, "\(what)")
    #expect(one.versions.map(\.digest) == other.versions.map(\.digest), "\(what)")
    #expect(one.records.all.map(\.record) == other.records.all.map(\.record), "\(what)")
    #expect(one.published.map(\.fact.score) == other.published.map(\.fact.score), "\(what)")
    for number in 0..<6 {
      let unit = ReportingUnit.ID("u\(number)")
      #expect(one.filings(of: unit).map(\.receipt) == other.filings(of: unit).map(\.receipt), "\(what)")
      #expect(one.filings(of: unit).map(\.filing) == other.filings(of: unit).map(\.filing), "\(what)")
      #expect(one.filings(of: unit).map(\.firstFiledAt) == other.filings(of: unit).map(\.firstFiledAt), "\(what)")
      for month in months {
        let period = Period(month, kind: .legalMonth)!
        #expect(one.workingDaysLate(unit, period) == other.workingDaysLate(unit, period), "\(what)")
      }
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func aStartFileAndTheTailGiveTheStateOfTheJournal(seed: UInt64) async throws {
    let scene = try await Scene(seed: seed)
    defer { scene.remove() }
    let (state, from) = try await scene.opened()
    guard case .file(scene.covered) = from else {
      Issue.record("started from \(from)")
      return
    }
    #expect(scene.covered < state.position, "there is a tail")
    Self.expectEqual(state, scene.end, "seed \(seed)")
  }

  @Test func withoutAFileTheJournalIsFolded() async throws {
    let scene = try await Scene()
    scene.remove()
    let (state, from) = try await scene.opened()
    guard case .journal = from else {
      Issue.record("started from \(from)")
      return
    }
    Self.expectEqual(state, scene.end)
  }

  // One bit of every byte: magic, version, length, header, list of blocks, digests, blocks.
  @Test func everyChangedByteDropsTheFile() async throws {
    let scene = try await Scene(steps: 24)
    defer { scene.remove() }
    let bytes = scene.bytes
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1 << UInt8(index % 8)
      try scene.write(changed)
      #expect(throws: StartFileProblem.self, "byte \(index)") { try StartFile(at: scene.path, blockBytes: 1 << 20) }
      guard index % 97 == 0 else { continue }
      let (state, from) = try await scene.opened()
      guard case .dropped = from else {
        Issue.record("byte \(index): started from \(from)")
        continue
      }
      Self.expectEqual(state, scene.end, "byte \(index)")
    }
  }

  @Test func everyTruncationDropsTheFile() async throws {
    let scene = try await Scene(steps: 24)
    defer { scene.remove() }
    let bytes = scene.bytes
    for length in stride(from: 0, to: bytes.count, by: 41) {
      try scene.write(Array(bytes[..<length]))
      #expect(throws: StartFileProblem.damaged, "\(length) bytes") { try StartFile(at: scene.path, blockBytes: 1 << 20) }
    }
    try scene.write(bytes + [0])
    #expect(throws: StartFileProblem.damaged) { try StartFile(at: scene.path, blockBytes: 1 << 20) }
    try scene.write(Array(bytes.dropLast()))
    let (state, from) = try await scene.opened()
    guard case .dropped(.damaged) = from else {
      Issue.record("started from \(from)")
      return
    }
    Self.expectEqual(state, scene.end)
  }

  @Test(arguments: [0, 2, .max] as [UInt32])
  func anotherLayoutIsNotRead(version: UInt32) async throws {
    let scene = try await Scene(steps: 24)
    defer { scene.remove() }
    var bytes = scene.bytes
    bytes.replaceSubrange(8..<12, with: withUnsafeBytes(of: version.bigEndian, Array.init))
    try scene.write(bytes)
    let (state, from) = try await scene.opened()
    guard case .dropped(.version(version)) = from else {
      Issue.record("started from \(from)")
      return
    }
    Self.expectEqual(state, scene.end)
  }

  @Test func aShorterJournalAndAnotherOneDropTheFile() async throws {
    let scene = try await Scene()
    let other = try await Scene(seed: 2)
    defer {
      scene.remove()
      other.remove()
    }
    let shorter = MemoryDriver(rows: Array(scene.driver.allRows.prefix(Int(scene.covered) - 1)), texts: try scene.driver.texts(of: 1...scene.covered))
    for (driver, what) in [(shorter, "shorter"), (other.driver, "other")] {
      let (state, from) = try await scene.opened(on: driver)
      guard case .dropped(.otherJournal) = from else {
        Issue.record("\(what): started from \(from)")
        continue
      }
      #expect(state.head == (try driver.head()), "\(what)")
    }
  }

  // Right digests over wrong content: whoever makes such a file must not reach memory that is not his.
  @Test(arguments: [0, 8, 80, 84, 96, 100, 104, 112, 116, 120])
  func aRecordThatPointsElsewhereDropsTheFile(field: Int) async throws {
    let scene = try await Scene()
    defer { scene.remove() }
    let file = try StartFile(at: scene.path, blockBytes: 1 << 20)
    let (block, used) = file.blocks[0]
    // The last record: nothing behind it notices by itself.
    var bytes = block.withBytes(0..<used) { Array($0) }
    let at = used - FiledRecord.byteCount + field
    for index in at..<at + 4 { bytes[index] ^= 0x7F }
    let forged = ByteBlock(capacity: used)
    _ = bytes.withUnsafeBytes { forged.add($0, behind: 0) }
    try StartFile.write(file.header, blocks: [(forged, used)] + file.blocks.dropFirst(), to: scene.path)
    let (state, from) = try await scene.opened()
    switch (field, from) {
    // Position and time of one record are told by nothing else in the file: the auditor finds them.
    case (0, .file), (8, .file), (84, .file): break
    case (_, .dropped(.content)): Self.expectEqual(state, scene.end, "field \(field)")
    default: Issue.record("field \(field): started from \(from)")
    }
  }

  @Test func aDamagedTailIsFoundBehindAStartFile() async throws {
    let scene = try await Scene()
    defer { scene.remove() }
    var rows = scene.driver.allRows
    let index = Int(scene.covered) + 1
    var bytes = rows[index].bytes
    bytes[bytes.count - 1] ^= 1
    rows[index] = StoredRow(position: rows[index].position, hash: rows[index].hash, bytes: bytes)
    let driver = MemoryDriver(rows: rows, texts: try scene.driver.texts(of: 1...UInt64(rows.count)))
    await #expect(throws: ServiceFailure.self) { try await scene.opened(on: driver) }
  }

  @Test func freeTextsAreNeverInTheFile() async throws {
    let scene = try await Scene(seed: 3)
    defer { scene.remove() }
    #expect(scene.end.records.all.contains { $0.record.text.contains("mất điện") })
    let needle = Array("mất điện".utf8)
    let bytes = scene.bytes
    #expect(!bytes.indices.contains { bytes[$0...].starts(with: needle) })
  }

  @Test func anOlderValueKeepsItsFilingsWhileTwoOthersGoOn() async throws {
    let scene = try await Scene()
    scene.remove()
    let entries = try scene.driver.allRows.map { try $0.entry() }
    var first = CampaignState()
    for entry in entries.prefix(20) { try first.apply(entry) }
    let kept = first
    var second = first
    for entry in entries.dropFirst(20) { try first.apply(entry) }
    for entry in entries.dropFirst(20).prefix(10) { try second.apply(entry) }
    for (state, count) in [(kept, 20), (second, 30), (first, entries.count)] {
      var anew = CampaignState()
      for entry in entries.prefix(count) { try anew.apply(entry) }
      Self.expectEqual(state, anew, "\(count) entries")
    }
  }
}

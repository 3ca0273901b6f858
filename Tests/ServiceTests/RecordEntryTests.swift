import Campaign
import Foundation
import Journal
import Service
import TestSupport
import Testing

/// What the bodies of entries say, against vectors made by another implementation from `Protocol/Journal.md`.
@Suite struct RecordEntryTests {
  private struct Vector: Decodable {
    let id: String
    let kind: String
    let bytes: String
    let texts: [Text]
    struct Text: Decodable {
      let field: UInt16
      let salt: String
      let text: String
    }
  }

  private static func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex.utf8)
    return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16) }
  }

  private static func vectors(_ kinds: Set<String>) throws -> [(vector: Vector, entry: StoredEntry)] {
    try SharedFolder.ownText("Protocol/Vectors/journal.jsonl").split(separator: "\n").compactMap { line in
      let vector = try JSONDecoder().decode(Vector.self, from: Data(line.utf8))
      return kinds.contains(vector.kind) ? (vector, try StoredEntry(decoding: bytes(vector.bytes))) : nil
    }
  }

  private static func period(_ text: String) -> Period { Period(text, kind: .legalMonth)! }

  private static let expected: [CampaignRecord] = [
    .applicability(Applicability(
      unit: "xa-23284", criterion: "TT-10", from: period("2023-12"), through: period("2024-06"), applies: false, reason: "")),
    .periodDecision(PeriodDecision(
      period: period("2023-12"), unit: nil, due: Instant(vietnam: "2023-12-21T11:00")!, closes: nil, reason: "")),
    .delivery(Delivery(rule: "001-15", unit: "so-noi-vu", item: "b", date: CivilDate("2020-01-01")!, evidence: "")),
    .assessment(Assessment(.rule(id: "003-16", year: 2023, met: true), unit: nil, evidence: "")),
    .applicability(Applicability(
      unit: "so-noi-vu", criterion: "DT-01", from: period("2024-01"), through: nil, applies: true, reason: "")),
    .periodDecision(PeriodDecision(
      period: period("2023-12"), unit: "kon-ray", due: nil, closes: Instant(vietnam: "2024-01-05T07:00")!, reason: "")),
    .delivery(Delivery(rule: "001-15", unit: "kon-ray", date: CivilDate("1969-12-31")!, evidence: "", withdrawn: true)),
    .assessment(Assessment(.initiative(period("2023-12")), unit: "kon-ray", evidence: "")),
    .assessment(Assessment(.falseData(period("2023-11")), unit: "kon-ray", evidence: "", withdrawn: true)),
  ]

  @Test func recordsReadAsTheVectorsSayAndWriteTheSameBytes() throws {
    let vectors = try Self.vectors(["applicability", "periodDecision", "taskDelivery", "assessment"])
    #expect(vectors.count == Self.expected.count)
    for (one, expected) in zip(vectors, Self.expected) {
      let read = try RecordEntry(one.entry)
      #expect(read.record == expected, "\(one.vector.id)")
      #expect(read.origin.requestNumber == 9 && read.origin.clientID == Array(64..<80), "\(one.vector.id)")
      #expect(read.record.kind == one.entry.kind)
      let drafted = read.draft(at: Instant(milliseconds: one.entry.timeMilliseconds), salt: TextSalt(high: 0, low: 0))
      #expect(drafted.body == one.entry.body, "\(one.vector.id)")
    }
  }

  @Test func theTextStandsBesideTheEntryAndIsNotReadBack() throws {
    for (vector, entry) in try Self.vectors(["applicability"]).prefix(1) {
      let salt = try #require(TextSalt(bytes: Self.bytes(vector.texts[0].salt)))
      guard case .applicability(let read) = try RecordEntry(entry).record else { continue }
      let told = Applicability(
        unit: read.unit, criterion: read.criterion, from: read.from, through: read.through, applies: read.applies,
        reason: vector.texts[0].text)
      let draft = RecordEntry(.applicability(told), origin: .system).draft(at: Instant(milliseconds: 0), salt: salt)
      #expect(draft.texts == [FreeText(field: 1, salt: salt, text: told.reason)])
      #expect(draft.texts.map(\.digest) == entry.textDigests)
      #expect(!String(decoding: draft.body, as: UTF8.self).contains("công văn"))
    }
  }

  // Old journals stay readable: a rulebook entry of version 1 is the launch.
  @Test func aRulebookEntryIsTheLaunchOrAnAmendment() throws {
    let entries = try Self.vectors(["rulebook"]).map { try RulebookEntry($0.entry) }
    #expect(entries.map(\.effectiveFrom) == [nil, Self.period("2024-01")])
    #expect(entries.map { String(decoding: $0.yaml, as: UTF8.self) } == ["thidua: 1\n", "thidua: 1\n# 2\n"])
    #expect(entries[1].origin.requestNumber == 9)
    for (vector, entry) in zip(try Self.vectors(["rulebook"]), entries) {
      #expect(entry.draft(at: Instant(milliseconds: 0)).body == vector.entry.body)
      #expect(entry.draft(at: Instant(milliseconds: 0)).kindVersion == vector.entry.kindVersion)
    }
  }

  @Test func aVersionThatIsNotKnownIsNotRead() throws {
    for (_, entry) in try Self.vectors(["rulebook", "applicability", "assessment"]) {
      var bytes = entry.bytes
      bytes[4...5] = [0, 9]
      let newer = try StoredEntry(decoding: bytes)
      #expect(throws: JournalFailure.bodyFieldInvalid) {
        if newer.kind == .rulebook { _ = try RulebookEntry(newer) } else { _ = try RecordEntry(newer) }
      }
    }
  }

  /// Whatever a body holds, reading answers.
  @Test func noBytesTrapTheReaders() throws {
    var generator = SeededGenerator(seed: 20_230_203)
    let entries = try Self.vectors(["rulebook", "applicability", "periodDecision", "taskDelivery", "assessment"]).map(\.entry)
    var read = 0
    for _ in 0..<20_000 {
      let entry = entries.randomElement(using: &generator)!
      var body = Array(entry.body.prefix(Int.random(in: 0...entry.body.count, using: &generator)))
      if Bool.random(using: &generator) { body = entry.body }
      for _ in 0..<Int.random(in: 1...4, using: &generator) where !body.isEmpty {
        body[Int.random(in: 0..<body.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      let draft = EntryDraft(
        kind: entry.kind!, kindVersion: entry.kindVersion, timeMilliseconds: 0, account: .system, body: body)
      guard let changed = try? draft.stored() else { continue }
      if entry.kind == .rulebook {
        if (try? RulebookEntry(changed)) != nil { read += 1 }
      } else if let record = try? RecordEntry(changed) {
        read += 1
        _ = "\(record.record)"
      }
    }
    #expect(read > 100)
  }
}

extension EntryDraft {
  /// The entry that a journal makes of the draft.
  func stored() throws -> StoredEntry {
    var header: [UInt8] = []
    func add(_ value: some FixedWidthInteger) { header += withUnsafeBytes(of: value.bigEndian, Array.init) }
    add(UInt16(1))
    add(kind.rawValue)
    add(kindVersion)
    add(UInt16(0))
    add(UInt64(1))
    add(timeMilliseconds)
    header += account.bytes + EntryHash.beforeGenesis.bytes
    add(UInt32(body.count + 2))
    add(UInt16(0))
    return try StoredEntry(decoding: header + body)
  }
}

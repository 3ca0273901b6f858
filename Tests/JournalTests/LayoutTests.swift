import Foundation
import Testing

@testable import Journal

/// The stored bytes, against vectors made by another implementation from `Protocol/Journal.md`.
struct LayoutTests {
  struct Vector: Decodable {
    struct Text: Decodable {
      let field: UInt16
      let salt: String
      let text: String
    }
    let id: String
    let kind: String
    let kindNumber: UInt16
    let kindVersion: UInt16
    let timeMilliseconds: Int64
    let account: String
    let body: String
    let texts: [Text]
    let bytes: String
    let hash: String
  }

  static func vectors() throws -> [Vector] {
    let file = packageFolder.appendingPathComponent("Protocol/Vectors/journal.jsonl")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Vector.self, from: Data($0.utf8))
    }
  }

  static func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex.utf8)
    return stride(from: 0, to: digits.count, by: 2).map {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)!
    }
  }

  @Test func everyKindHasAVectorAndItsNumber() throws {
    // Behind one entry a kind come further cases of some of them.
    let vectors = try Self.vectors().prefix(EntryKind.allCases.count)
    #expect(vectors.map(\.kind) == EntryKind.allCases.map { "\($0)" })
    #expect(vectors.map(\.kindNumber) == EntryKind.allCases.map(\.rawValue))
    #expect(EntryKind.allCases.map(\.rawValue) == Array(1...19))
  }

  @Test func everyVectorIsEncodedToItsBytesAndBack() throws {
    var head = JournalHead.empty
    for vector in try Self.vectors() {
      let texts = try vector.texts.map {
        FreeText(field: $0.field, salt: try #require(TextSalt(bytes: Self.bytes($0.salt))), text: $0.text)
      }
      let drafted = EntryDraft(
        kind: try #require(EntryKind(rawValue: vector.kindNumber)), kindVersion: vector.kindVersion,
        timeMilliseconds: vector.timeMilliseconds, account: try #require(AccountID(bytes: Self.bytes(vector.account))),
        body: Self.bytes(vector.body), texts: texts)
      let entry = StoredEntry(drafted, after: head)
      #expect(hexadecimal(entry.bytes) == vector.bytes, "\(vector.id)")
      #expect(entry.hash.description == vector.hash, "\(vector.id)")
      let decoded = try StoredEntry(decoding: Self.bytes(vector.bytes))
      #expect(decoded == entry && decoded.body == drafted.body && decoded.textDigests == texts.map(\.digest))
      #expect(decoded.account == drafted.account && decoded.previousHash == head.hash && decoded.head == entry.head)
      #expect(decoded.kind == drafted.kind && decoded.timeMilliseconds == drafted.timeMilliseconds)
      if decoded.kind == .tombstone {
        #expect(try Tombstone(decoded)?.text == TextReference(position: 8, field: 1))
      }
      head = entry.head
    }
  }

  @Test func theChainBeginsWithAFixedString() {
    #expect(EntryHash.beforeGenesis.description == "\(EntryHash(of: Array("Thi Dua journal, layout 1".utf8)))")
    #expect(EntryHash(of: []).description == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func anEntryOfANewerKindIsKeptAsItsNumber() throws {
    var bytes = StoredEntry(draft("x"), after: .empty).bytes
    bytes[2...3] = [0x12, 0x34]
    let entry = try StoredEntry(decoding: bytes)
    #expect(entry.kind == nil && entry.kindNumber == 0x1234)
    let driver = MemoryDriver(rows: [StoredRow(position: 1, hash: entry.hash.bytes, bytes: bytes)])
    let report = try verify(driver)
    #expect(report.isSound && report.entriesOfUnknownKind == 1)
  }

  @Test func damagedBytesAreRefusedWithTheirReason() throws {
    let good = StoredEntry(draft("body", texts: [text(1, "a"), text(2, "b")]), after: .empty).bytes
    func problem(_ change: (inout [UInt8]) -> Void) -> EntryProblem? {
      var bytes = good
      change(&bytes)
      do throws(EntryProblem) {
        _ = try StoredEntry(decoding: bytes)
        return nil
      } catch {
        return error
      }
    }
    #expect(problem { $0 = [] } == .tooShort(bytes: 0))
    #expect(problem { $0.removeLast($0.count - 75) } == .tooShort(bytes: 75))
    #expect(problem { $0[1] = 2 } == .unknownLayout(2))
    #expect(problem { $0[7] = 1 } == .unknownFlags(1))
    #expect(problem { $0.append(0) } == .bodyLength(announced: 74, found: 75))
    #expect(problem { $0.removeLast() } == .bodyLength(announced: 74, found: 73))
    #expect(problem { $0[72] = 0xFF } == .bodyLength(announced: 0xFF00_004A, found: 74))
    #expect(problem { $0[77] = 33 } == .textList)
    #expect(problem { $0[77] = 3 } == .textList)
    #expect(problem { $0[79] = 2 } == .textList, "fields ascend")
    let shorn = problem { bytes in
      bytes[72...75] = [0, 0, 0, 1]
      bytes.removeLast(bytes.count - 77)
    }
    #expect(shorn == .textList)
  }

  /// F2 in small: whatever the bytes are, decoding answers.
  @Test func noBytesTrapTheDecoder() {
    let seed: UInt64 = 20_230_202
    var generator = SeededGenerator(seed: seed)
    let good = StoredEntry(draft("body", texts: [text(1, "a")]), after: .empty).bytes
    var decoded = 0
    for _ in 0..<20_000 {
      var bytes = Array(good.prefix(Int.random(in: 0...good.count, using: &generator)))
      for _ in 0..<Int.random(in: 0...4, using: &generator) where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      if let entry = try? StoredEntry(decoding: bytes) {
        decoded += 1
        #expect(entry.bytes == bytes, "seed \(seed)")
      }
    }
    #expect(decoded > 0)
  }
}

import Testing

@testable import Journal

/// P6: any change to history is detectable by someone who kept an earlier head.
struct VerificationTests {
  /// A journal of 30 entries, some with texts, one text purged; and its head.
  static func history() async throws -> (rows: [StoredRow], texts: [StoredText], head: JournalHead) {
    let driver = MemoryDriver()
    let journal = try Journal(driver)
    for number in 1...29 {
      let texts = number % 5 == 0 ? [text(1, "note \(number)"), text(2, "name \(number)")] : []
      _ = try await journal.append([draft("entry \(number)", texts: texts)])
    }
    try await journal.purgeText(of: 10, field: 2, because: "request", timeMilliseconds: instant, account: .system)
    let head = journal.head
    try await journal.close()
    return (try driver.rows(from: 1, limit: 100, bytesMax: .max), try driver.texts(of: 1...100), head)
  }

  @Test func anUntouchedHistoryIsSound() async throws {
    let (rows, texts, head) = try await Self.history()
    let report = try verify(MemoryDriver(rows: rows, texts: texts), against: head)
    #expect(report.isSound && report.entries == 30 && report.head == head)
    #expect(report.textsKept == 9 && report.textsPurged == 1)
  }

  /// Rewrites the hashes as a careful forger would, so that only the links and the kept head can tell.
  static func rehashed(_ rows: [StoredRow]) -> [StoredRow] {
    rows.map { StoredRow(position: $0.position, hash: EntryHash(of: $0.bytes).bytes, bytes: $0.bytes) }
  }

  @Test func everyFlippedByteIsFoundAtItsEntry() async throws {
    let (rows, texts, head) = try await Self.history()
    for index in [0, 9, 29] {
      for offset in rows[index].bytes.indices {
        var bytes = rows[index].bytes
        bytes[offset] ^= 0x01
        var changed = rows
        changed[index] = StoredRow(position: rows[index].position, hash: rows[index].hash, bytes: bytes)
        let found = try verify(MemoryDriver(rows: changed, texts: texts), against: head).finding
        // The tombstone of a text is looked up while that text is checked, earlier than its own turn.
        #expect(found?.position == (index == 29 ? 10 : UInt64(index + 1)), "entry \(index + 1), byte \(offset)")
        let forged = try verify(MemoryDriver(rows: Self.rehashed(changed), texts: texts), against: head)
        #expect(!forged.isSound, "entry \(index + 1), byte \(offset), rehashed")
      }
    }
  }

  /// A17: 1,000 random tamperings against a kept head, each found.
  @Test func aThousandRandomTamperingsAreFound() async throws {
    let (rows, texts, head) = try await Self.history()
    let seed = UInt64.random(in: 0 ... .max)
    print("seed of aThousandRandomTamperingsAreFound: \(seed)")
    var generator = SeededGenerator(seed: seed)
    for round in 0..<1_000 {
      let (changedRows, changedTexts, what) = Self.tampered(rows, texts, using: &generator)
      let report = try verify(MemoryDriver(rows: changedRows, texts: changedTexts), against: head)
      #expect(!report.isSound, "seed \(seed), round \(round): \(what)")
    }
  }

  private static func tampered(
    _ rows: [StoredRow], _ texts: [StoredText], using generator: inout SeededGenerator
  ) -> ([StoredRow], [StoredText], String) {
    var rows = rows
    var texts = texts
    let index = Int.random(in: 0..<rows.count, using: &generator)
    let row = rows[index]
    switch Int.random(in: 0..<9, using: &generator) {
    case 0:
      var bytes = row.bytes
      let offset = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[offset] ^= UInt8.random(in: 1...255, using: &generator)
      rows[index] = StoredRow(position: row.position, hash: row.hash, bytes: bytes)
      if Bool.random(using: &generator) { rows = rehashed(rows) }
      return (rows, texts, "byte \(offset) of entry \(index + 1)")
    case 1:
      rows.remove(at: index)
      return (rows, texts, "entry \(index + 1) deleted")
    case 2:
      let other = (index + Int.random(in: 1..<rows.count, using: &generator)) % rows.count
      rows[index] = StoredRow(position: row.position, hash: rows[other].hash, bytes: rows[other].bytes)
      rows[other] = StoredRow(position: rows[other].position, hash: row.hash, bytes: row.bytes)
      return (rows, texts, "entries \(index + 1) and \(other + 1) exchanged")
    case 3:
      let cut = Int.random(in: 1...rows.count, using: &generator)
      rows.removeLast(cut)
      return (rows, texts, "\(cut) entries cut off")
    case 4:
      var hash = row.hash
      hash[Int.random(in: 0..<32, using: &generator)] ^= 0x80
      rows[index] = StoredRow(position: row.position, hash: hash, bytes: row.bytes)
      return (rows, texts, "hash of entry \(index + 1)")
    case 5:
      // Everything from here on written anew, correctly chained: only the kept head can tell.
      rows.removeLast(rows.count - index)
      texts.removeAll { $0.position > UInt64(index) }
      var last = rows.last.flatMap { try? $0.entry() }?.head ?? .empty
      while rows.count < 30 {
        let entry = StoredEntry(draft("forged \(rows.count)"), after: last)
        rows.append(StoredRow(position: entry.position, hash: entry.hash.bytes, bytes: entry.bytes))
        last = entry.head
      }
      return (rows, texts, "rewritten from entry \(index + 1)")
    case 6:
      let victim = Int.random(in: 0..<texts.count, using: &generator)
      let text = texts.remove(at: victim)
      return (rows, texts, "text \(text.field) of entry \(text.position) deleted")
    case 7:
      let victim = Int.random(in: 0..<texts.count, using: &generator)
      let text = texts[victim]
      texts[victim] = StoredText(
        position: text.position, field: text.field,
        content: .kept(salt: Array(repeating: 1, count: 16), utf8: Array("forged".utf8)))
      return (rows, texts, "text \(text.field) of entry \(text.position) replaced")
    default:
      let inserted = StoredEntry(
        draft("inserted"), after: JournalHead(position: row.position - 1, hash: .beforeGenesis))
      rows = rows.map {
        $0.position < row.position ? $0 : StoredRow(position: $0.position + 1, hash: $0.hash, bytes: $0.bytes)
      }
      rows.insert(
        StoredRow(position: row.position, hash: inserted.hash.bytes, bytes: inserted.bytes), at: index)
      return (rows, texts, "an entry inserted before \(index + 1)")
    }
  }

  @Test func theFindingNamesThePositionAndTheReason() async throws {
    let (rows, texts, head) = try await Self.history()
    func finding(
      _ kept: JournalHead? = nil, _ change: (inout [StoredRow], inout [StoredText]) -> Void
    ) throws -> VerificationReport.Finding? {
      var changedRows = rows
      var changedTexts = texts
      change(&changedRows, &changedTexts)
      return try verify(MemoryDriver(rows: changedRows, texts: changedTexts), against: kept).finding
    }
    func content(_ position: UInt64, _ field: UInt16, _ content: StoredText.Content) -> StoredText {
      StoredText(position: position, field: field, content: content)
    }
    func place(_ texts: [StoredText], _ position: UInt64, _ field: UInt16) -> Int {
      texts.firstIndex { $0.position == position && $0.field == field }!
    }
    #expect(try finding { rows, _ in rows.remove(at: 4) } == .init(position: 5, problem: .missing))
    #expect(
      try finding { rows, _ in
        rows[3] = StoredRow(position: 4, hash: rows[2].hash, bytes: rows[2].bytes)
      } == .init(position: 4, problem: .position(inBytes: 3)))
    #expect(
      try finding { rows, _ in
        rows[3] = StoredRow(position: 4, hash: rows[2].hash, bytes: rows[3].bytes)
      } == .init(position: 4, problem: .hash))
    #expect(
      try finding { rows, _ in
        var bytes = rows[3].bytes
        bytes[bytes.count - 1] ^= 1
        rows[3] = StoredRow(position: 4, hash: EntryHash(of: bytes).bytes, bytes: bytes)
      } == .init(position: 5, problem: .previousHash))
    #expect(
      try finding { _, texts in
        texts[place(texts, 15, 1)] = content(15, 1, .kept(salt: Array(repeating: 0, count: 16), utf8: []))
      } == .init(position: 15, problem: .textDamaged(field: 1)))
    #expect(
      try finding { _, texts in texts.remove(at: place(texts, 15, 2)) }
        == .init(position: 15, problem: .textMissing(field: 2)))
    #expect(
      try finding { _, texts in texts.append(content(3, 9, .kept(salt: [], utf8: []))) }
        == .init(position: 3, problem: .textUnexpected(field: 9)))
    #expect(
      try finding { _, texts in texts[place(texts, 15, 2)] = content(15, 2, .purged(by: 30)) }
        == .init(position: 15, problem: .tombstone(field: 2, position: 30)))
    #expect(
      try finding { _, texts in
        texts[place(texts, 10, 2)] = content(10, 2, .kept(salt: text(2, "").salt.bytes, utf8: Array("name 10".utf8)))
      } == .init(position: 30, problem: .textNotPurged(field: 2, position: 10)))
    #expect(
      try finding(head) { rows, texts in
        rows.removeLast(3)
        texts.removeAll { $0.position == 10 || $0.position > 27 }
        texts += [
          content(10, 1, .kept(salt: text(1, "").salt.bytes, utf8: Array("note 10".utf8))),
          content(10, 2, .kept(salt: text(2, "").salt.bytes, utf8: Array("name 10".utf8))),
        ]
      } == .init(position: 28, problem: .truncated(keptPosition: 30)))
    #expect(
      try finding(JournalHead(position: 12, hash: .beforeGenesis)) { _, _ in }
        == .init(position: 12, problem: .rewritten))
    #expect(
      try finding(JournalHead(position: 0, hash: EntryHash(of: []))) { _, _ in }
        == .init(position: 0, problem: .rewritten))
  }

  @Test func aLongJournalIsCheckedPageByPage() async throws {
    let driver = MemoryDriver()
    let journal = try Journal(driver)
    let count = Verification.pageEntries * 2 + 10
    _ = try await journal.append((1...count).map { draft("\($0)", texts: $0 % 100 == 0 ? [text(1, "t")] : []) })
    try await journal.close()
    var verification = Verification()
    var steps = 0
    while try verification.step(on: driver) { steps += 1 }
    #expect(steps == 3)
    #expect(verification.report.isSound && verification.report.entries == UInt64(count))
    #expect(verification.report.textsKept == 5)
  }

  @Test func aPageEndsBeforeItsTextsAreTooMany() async throws {
    let driver = MemoryDriver()
    let journal = try Journal(driver)
    let texts = (0..<32).map { text($0, "t") }
    _ = try await journal.append((1...20).map { draft("\($0)", texts: texts) })
    try await journal.close()
    var verification = Verification()
    #expect(try verification.step(on: driver))
    #expect(verification.report.entries == 8 && verification.report.textsKept == Verification.pageTexts)
    while try verification.step(on: driver) {}
    #expect(verification.report.isSound && verification.report.entries == 20)
  }

  @Test func readingRefusesADamagedEntry() async throws {
    let (rows, texts, _) = try await Self.history()
    var changed = rows
    changed[6] = StoredRow(position: 7, hash: rows[6].hash, bytes: rows[5].bytes)
    let journal = try Journal(MemoryDriver(rows: changed, texts: texts))
    await #expect(throws: JournalFailure.damaged(position: 7, .position(inBytes: 6))) {
      try await journal.entries(from: 1)
    }
    #expect(try await journal.entries(from: 1, limit: 6).count == 6)
    try await journal.close()
  }
}

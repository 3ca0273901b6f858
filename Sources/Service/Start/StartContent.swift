import Campaign
package import Journal

/// What a start file holds: the submissions of a prefix of the journal, and where everything else of it stands.
///
/// Free texts are never in it: what else there is, is read from the journal again, with the texts as they are today.
///
/// - Source: `Protocol/Journal.md`, "The start file".
struct StartContent {
  let head: JournalHead
  let time: Instant
  let otherPositions: [UInt64]
  /// Of every version of the rulebook, the SHA-256 of its file.
  let rulebookDigests: [EntryHash]
  let filings: FilingLog

  /// A position has one entry, and every entry is either a submission or something else.
  private static let unitsMax = 16_777_216

  static func header(of state: CampaignState) -> [UInt8] {
    let log = state.filings
    var body = BodyWriter(reservingBytes: 4096 + log.units.ids.count * 24)
    body.u64(state.position)
    body.fixed(state.headHash)
    body.i64(state.time.milliseconds)
    body.count(state.otherPositions.count)
    for position in state.otherPositions { body.u64(position) }
    body.count(state.versions.count)
    for version in state.versions { body.fixed(version.digest) }
    body.count(log.units.ids.count)
    for unit in log.units.ids { body.string(unit.text) }
    body.count(log.shapes.count)
    for shape in log.shapes {
      body.string(shape.kind)
      body.string(shape.form)
      body.fixed(shape.rulebookDigest.bytes)
      body.count(shape.counters.count)
      for counter in shape.counters { body.string(counter) }
    }
    body.u64(UInt64(log.count))
    body.u32(UInt32(log.records.blocks.count))
    return body.encoded
  }

  /// - Throws: ``StartFileProblem``.
  init(_ file: StartFile) throws {
    do {
      var body = BodyReader(file.header)
      let position = try body.u64()
      guard let hash = EntryHash(bytes: try body.fixed(32)) else { throw StartFileProblem.content }
      head = JournalHead(position: position, hash: hash)
      time = Instant(milliseconds: try body.i64())
      otherPositions = try (0..<body.count(max: .max, elementBytesMin: 8)).map { _ in try body.u64() }
      rulebookDigests = try (0..<body.count(max: .max, elementBytesMin: 32)).compactMap { _ in EntryHash(bytes: try body.fixed(32)) }
      var log = FilingLog()
      log.add(try (0..<body.count(max: Self.unitsMax, elementBytesMin: 4)).map { _ in ReportingUnit.ID(try body.string(bytesMax: 256)) })
      for _ in 0..<(try body.count(max: 1 << 20, elementBytesMin: 44)) {
        let (kind, form) = (try body.string(bytesMax: 32), try body.string(bytesMax: 64))
        guard PeriodKind(rawValue: kind) != nil, let digest = EntryHash(bytes: try body.fixed(32)) else { throw StartFileProblem.content }
        let counters = try (0..<body.count(max: 100_000, elementBytesMin: 4)).map { _ in try body.string(bytesMax: 64) }
        _ = log.number(of: FilingShape(kind: kind, form: form, rulebookDigest: digest, counters: counters))
      }
      let count = Int(clamping: try body.u64())
      let blocks = Int(try body.u32())
      try body.finish()
      guard blocks <= file.blocks.count else { throw StartFileProblem.content }
      let size = FilingLog.recordsInABlock
      let fits = file.blocks[..<blocks].enumerated().allSatisfy { number, block in
        block.used == min(size, count - number * size) * FiledRecord.byteCount
      }
      guard fits, blocks == (count + size - 1) / size, UInt64(count + otherPositions.count) == position,
        log.restore(
          count: count, records: BlockedBytes(blockBytes: size * FiledRecord.byteCount, blocks: Array(file.blocks[..<blocks])),
          figures: BlockedBytes(blockBytes: 1 << 20, blocks: Array(file.blocks[blocks...])))
      else { throw StartFileProblem.content }
      filings = log
    } catch is JournalFailure {
      throw StartFileProblem.content
    }
  }
}

/// How a service came to its state at its start.
package enum StartSource: Sendable {
  /// From the whole journal; there was no start file.
  case journal
  /// From a start file up to a position, and the journal behind it.
  case file(position: UInt64)
  /// From the whole journal, because the start file does not agree with it.
  case dropped(StartFileProblem)
}

extension CampaignState {
  /// The state that a start file describes, once everything about it agrees with the journal.
  ///
  /// - Throws: ``StartFileProblem``; what the journal throws when it cannot read.
  static func load(_ path: String, _ journal: Journal) async throws -> CampaignState {
    let content = try StartContent(try StartFile(
      at: path, blockBytes: max(FilingLog.recordsInABlock * FiledRecord.byteCount, 1 << 20)))
    guard content.head.position > 0, content.head.position <= journal.head.position else { throw StartFileProblem.otherJournal }
    do {
      guard try await journal.entry(at: content.head.position).head == content.head else { throw StartFileProblem.otherJournal }
      let others = try await journal.entries(at: content.otherPositions, textField: RecordEntry.textField)
      guard others.allSatisfy({ $0.entry.kind != .submission }) else { throw StartFileProblem.content }
      let state = try CampaignState(content, others: others)
      guard state.versions.compactMap({ EntryHash(bytes: $0.digest) }) == content.rulebookDigests else { throw StartFileProblem.otherRulebook }
      return state
    } catch let problem as StartFileProblem {
      throw problem
    } catch JournalFailure.stopped(let cause) {
      throw JournalFailure.stopped(cause: cause)
    } catch {
      // Whatever is wrong with the journal itself, folding it from its beginning says it better.
      throw StartFileProblem.otherJournal
    }
  }

  /// Writes what the next start may begin with.
  ///
  /// - Throws: `folderRights`, `folderFailed`.
  package func writeStartFile(at path: String) throws(JournalFailure) {
    try StartFile.write(StartContent.header(of: self), blocks: filings.records.blocks + filings.figures.blocks, to: path)
  }
}

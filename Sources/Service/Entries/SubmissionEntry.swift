package import Campaign
import Crypto
package import Journal

/// One unit's form for one period, as it was accepted.
package struct SubmissionEntry: Sendable {
  package let filing: Filing
  /// From 1.
  package let revision: Int
  package let late: Bool
  package let contentKey: [UInt8]
  package let rulebookDigest: [UInt8]
  package let origin: RequestOrigin

  package func draft(at time: Instant) -> EntryDraft {
    var body = BodyWriter(reservingBytes: 256 + filing.figures.count * 32)
    body.string(filing.unit.text)
    body.string(filing.period.kind.rawValue)
    body.string(filing.period.description)
    body.string(filing.form)
    body.u32(UInt32(clamping: filing.baseRevision))
    body.u32(UInt32(clamping: revision))
    body.bool(late)
    body.fixed(contentKey)
    body.fixed(rulebookDigest)
    body.fixed(origin.clientID)
    body.u64(origin.requestNumber)
    body.count(filing.figures.count)
    for (counter, value) in filing.figures {
      body.string(counter)
      body.i64(value)
    }
    // The second net under the checks of the service: no revision twice, and with it no content twice.
    return EntryDraft(
      kind: .submission, timeMilliseconds: time.milliseconds, account: origin.account, body: body.encoded,
      uniqueKeys: [filing.revisionKey(revision)])
  }

  package init(
    filing: Filing, revision: Int, late: Bool, contentKey: [UInt8], rulebookDigest: [UInt8], origin: RequestOrigin
  ) {
    self.filing = filing
    self.revision = revision
    self.late = late
    self.contentKey = contentKey
    self.rulebookDigest = rulebookDigest
    self.origin = origin
  }

  package init(_ entry: StoredEntry) throws(JournalFailure) {
    guard entry.contentVersion == 1 else { throw .bodyFieldInvalid }
    var body = try entry.contentReader()
    let unit = try body.string(bytesMax: 256)
    let kind = PeriodKind(rawValue: try body.string(bytesMax: 32))
    guard let kind, let period = Period(try body.string(bytesMax: 16), kind: kind) else { throw .bodyFieldInvalid }
    let form = try body.string(bytesMax: 64)
    let base = try body.u32()
    revision = Int(try body.u32())
    late = try body.bool()
    contentKey = try body.fixed(32)
    rulebookDigest = try body.fixed(32)
    origin = RequestOrigin(account: entry.account, clientID: try body.fixed(16), requestNumber: try body.u64())
    var figures: [(counter: String, value: Int64)] = []
    for _ in 0..<(try body.count(max: 100_000, elementBytesMin: 12)) {
      figures.append((counter: try body.string(bytesMax: 64), value: try body.i64()))
    }
    try body.finish()
    filing = Filing(unit: .init(unit), period: period, form: form, baseRevision: Int(base), figures: figures)
  }
}

/// SHA-256, 32 bytes.
package func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

/// Proof that a filing is stored: a pure function of its journal entry, so that it is equal for ever.
package struct Receipt: Sendable, Hashable {
  package let position: UInt64
  package let contentKey: [UInt8]
  package let recordedAt: Instant
  package let entryHash: [UInt8]
  package let unit: ReportingUnit.ID
  package let period: Period
  package let form: String
  package let revision: Int
  package let replaces: Int
  package let late: Bool
  package let rulebookDigest: [UInt8]

  /// - Throws: As ``SubmissionEntry`` for what is no submission.
  package init(_ entry: StoredEntry) throws(JournalFailure) { self.init(try SubmissionEntry(entry), entry) }

  package init(_ submission: SubmissionEntry, _ entry: StoredEntry) {
    position = entry.position
    contentKey = submission.contentKey
    recordedAt = Instant(milliseconds: entry.timeMilliseconds)
    entryHash = entry.hash.bytes
    unit = submission.filing.unit
    period = submission.filing.period
    form = submission.filing.form
    revision = submission.revision
    replaces = submission.filing.baseRevision
    late = submission.late
    rulebookDigest = submission.rulebookDigest
  }

  init(_ record: FiledRecord, _ shape: FilingShape, unit: ReportingUnit.ID) {
    position = record.position
    contentKey = record.contentKey.bytes
    recordedAt = Instant(milliseconds: record.time)
    entryHash = record.entryHash.bytes
    self.unit = unit
    period = Period(kind: PeriodKind(rawValue: shape.kind) ?? .year, ordinal: Int(record.ordinal))
    form = shape.form
    revision = Int(record.revision)
    replaces = Int(record.base)
    late = record.flags & 1 == 1
    rulebookDigest = shape.rulebookDigest.bytes
  }
}

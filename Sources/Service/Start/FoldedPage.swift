import Campaign
import Journal
import Synchronization

/// Entries of one reading, taken apart and ready to be applied.
struct FoldedPage: Sendable {
  struct Other: Sendable {
    /// How many of the page's records stand in front of it.
    let filingsBefore: Int
    let entry: StoredEntry
    /// Its evidence or reason; empty once that was purged.
    let text: String
  }
  private(set) var records: [FiledRecord] = []
  private(set) var packed: [UInt8] = []
  private(set) var others: [Other] = []
  /// Of its submissions; those of other entries are read with the entry.
  private(set) var requests: [(key: RequestKey, position: UInt64)] = []
  /// The latest time of its records.
  private(set) var latest = Instant(milliseconds: .min)

  /// - Throws: `damaged` for a text that does not match its digest.
  init(_ page: ScannedPage, _ reader: FilingReader) throws {
    var pages = FilingReader.Pages()
    records.reserveCapacity(page.entries.count)
    pages.packed.reserveCapacity(page.bytes.count / 8)
    for (index, entry) in page.entries.enumerated() {
      if entry.kindNumber == EntryKind.submission.rawValue, !entry.hasTexts,
        let (record, key) = page.bytes.withUnsafeBytes({
          Self.record(UnsafeRawBufferPointer(rebasing: $0[entry.body]), entry, reader, &pages)
        })
      {
        records.append(record)
        if let key { requests.append((key, entry.position)) }
        latest = max(latest, Instant(milliseconds: record.time))
      } else {
        let stored = try page.stored(index)
        var text = ""
        switch stored.kind {
        case .applicability, .periodDecision, .taskDelivery, .assessment, .token:
          text = try page.text(RecordEntry.textField, of: stored) ?? ""
        default: break
        }
        others.append(Other(filingsBefore: records.count, entry: stored, text: text))
      }
    }
    packed = pages.packed
  }

  private static func record(
    _ body: UnsafeRawBufferPointer, _ entry: ScannedPage.Entry, _ reader: FilingReader, _ pages: inout FilingReader.Pages
  ) -> (FiledRecord, RequestKey?)? {
    guard entry.kindVersion & RequestMark.versionBit != 0 else { return reader.read(body, entry, &pages).map { ($0, nil) } }
    guard let (end, key) = RequestMark.end(of: body),
      let record = reader.read(UnsafeRawBufferPointer(rebasing: body[..<end]), entry, &pages)
    else { return nil }
    return (record, key)
  }
}

/// A state that grows page by page while the pages behind are taken apart.
final class Folding: Sendable {
  private let state: Mutex<CampaignState>
  private let index = Mutex(RequestIndex())
  private let reader: Mutex<FilingReader>

  init(_ state: CampaignState) {
    self.state = Mutex(state)
    reader = Mutex(FilingReader(state.filings))
  }

  /// - Throws: `damaged`.
  func read(_ page: ScannedPage) throws -> FoldedPage { try FoldedPage(page, reader.withLock { $0 }) }

  /// - Throws: ``ServiceFailure/journalUnreadable(position:cause:)``.
  func apply(_ page: FoldedPage) throws {
    let fresh: FilingReader? = try state.withLock { state in
      let (units, shapes) = (state.filings.units.ids.count, state.filings.shapes.count)
      try state.apply(page)
      try index.withLock { index in
        for (key, position) in page.requests { index.add(key, at: position) }
        for other in page.others { try index.add(other.entry) }
      }
      return (units, shapes) == (state.filings.units.ids.count, state.filings.shapes.count) ? nil : FilingReader(state.filings)
    }
    if let fresh { reader.withLock { $0 = fresh } }
  }

  var result: CampaignState { state.withLock { $0 } }
  /// Of what was folded, not of the state that it began with.
  var requests: RequestIndex { index.withLock { $0 } }
}

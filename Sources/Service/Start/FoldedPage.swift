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
  /// The latest time of its records.
  private(set) var latest = Instant(milliseconds: .min)

  /// - Throws: `damaged` for a text that does not match its digest.
  init(_ page: ScannedPage, _ reader: FilingReader) throws {
    var pages = FilingReader.Pages()
    records.reserveCapacity(page.entries.count)
    for (index, entry) in page.entries.enumerated() {
      if entry.kindNumber == EntryKind.submission.rawValue, !entry.hasTexts,
        let record = page.bytes.withUnsafeBytes({ reader.read(UnsafeRawBufferPointer(rebasing: $0[entry.body]), entry, &pages) })
      {
        records.append(record)
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
}

/// A state that grows page by page while the pages behind are taken apart.
final class Folding: Sendable {
  private let state: Mutex<CampaignState>
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
      return (units, shapes) == (state.filings.units.ids.count, state.filings.shapes.count) ? nil : FilingReader(state.filings)
    }
    if let fresh { reader.withLock { $0 = fresh } }
  }

  var result: CampaignState { state.withLock { $0 } }
}

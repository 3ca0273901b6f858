import Campaign
import Journal
import Service
import Wire

/// Compares the receipts that clients hold with what the journal says, once the server has stopped.
struct JournalCheck: Sendable {
  /// Receipts that the journal does not have as they are.
  private(set) var lost = 0
  /// Filings of the journal beyond those of the receipts.
  private(set) var extra = 0
  /// Other entries behind those that were there before the load.
  private(set) var others = 0
  private(set) var filings = 0

  var isSound: Bool { lost == 0 && extra == 0 && others == 0 }

  /// - Parameters:
  ///   - data: The data folder; nobody else may have it open.
  ///   - before: Entries that were there before the load.
  ///   - receipts: Each filing's, once.
  init(data: String, before: UInt64, receipts: [Wire.Receipt]) async throws {
    let folder = try DataFolder.open(at: data)
    let journal = try Journal(SQLiteDriver(folder))
    var expected = Dictionary(receipts.map { ($0.position, $0) }) { one, _ in one }
    // Two receipts for one entry: one of the two filings is not there.
    lost = receipts.count - expected.count
    var position = before + 1
    while case let page = try await journal.entries(from: position), let last = page.last {
      for entry in page {
        guard entry.kind == .submission else {
          others += 1
          continue
        }
        filings += 1
        let stored = try Service.Receipt(entry)
        if let receipt = expected.removeValue(forKey: entry.position) {
          let isSame =
            receipt.unit == stored.unit.text && Array(receipt.entryHash) == stored.entryHash
            && Array(receipt.contentKey) == stored.contentKey && Int(receipt.revision) == stored.revision
          if !isSame { lost += 1 }
        } else {
          extra += 1
        }
      }
      position = last.position + 1
    }
    lost += expected.count
    try await journal.close()
    folder.close()
  }
}

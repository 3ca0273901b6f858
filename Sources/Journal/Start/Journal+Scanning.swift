import Foundation

extension Journal {
  /// Entries and bytes of one page of a scan: small enough that two of them fit a processor's cache.
  static let scanEntries = 1_024
  static let scanBytes = 1 << 20
  /// A page ends earlier where its entries have more texts than this.
  static let scanTexts = 256

  /// Reads everything behind a head, checks it, and folds it in order.
  ///
  /// Two threads take turns: while one reads the next page from the storage, the other hashes and takes apart the one before.
  ///
  /// - Parameter head: What is known already; the first entry read must continue it.
  /// - Parameter last: The last position to read.
  /// - Parameter reading: Takes a page apart; called on any thread, for several pages at a time.
  /// - Parameter folding: Called with one page after another, in order.
  /// - Returns: The end of the journal.
  /// - Throws: `damaged` with the first bad entry, what the two closures throw, `stopped`, `closed`, `storageFailed`.
  package func scan<Product: Sendable>(
    after head: JournalHead, through last: UInt64 = .max, reading: @escaping @Sendable (ScannedPage) throws -> Product,
    folding: @escaping @Sendable (Product) throws -> Void
  ) async throws -> JournalHead {
    let outcome: Result<JournalHead, any Error> = try await withDriver { driver in
      let scan = PageScan(driver, after: head, through: last, reading: reading, folding: folding)
      return Result { try scan.run() }
    }
    return try outcome.get()
  }

  /// Single entries, each with one of its texts as that is today; empty without text, and once it was purged.
  ///
  /// - Throws: `noSuchEntry`, `damaged`, `stopped`, `closed`, `storageFailed`.
  package func entries(
    at positions: [UInt64], textField: UInt16
  ) async throws(JournalFailure) -> [(entry: StoredEntry, text: String)] {
    try await withDriver { driver in
      var found: [(entry: StoredEntry, text: String)] = []
      for position in positions {
        var page = try driver.page(from: position, limit: 1, bytesMax: 1)
        guard page.rows.first?.position == position else { throw JournalFailure.noSuchEntry(position) }
        if page.announcedTexts > 0 { page.texts = try driver.texts(of: position...position) }
        let scanned = try ScannedPage(page)
        let entry = try scanned.stored(0)
        found.append((entry, try scanned.text(textField, of: entry) ?? ""))
      }
      return found
    }
  }
}

/// A scan that two threads share.
///
/// `@unchecked Sendable`: what changes is touched only while its lock is held, the storage's by `reader`, the rest by `turn`.
private final class PageScan<Product: Sendable>: @unchecked Sendable {
  private let driver: any JournalDriver
  private let reading: @Sendable (ScannedPage) throws -> Product
  private let folding: @Sendable (Product) throws -> Void

  private let reader = NSLock()
  private var next: UInt64
  private let last: UInt64
  private var pagesRead = 0
  private var atEnd = false

  private let turn = NSCondition()
  private var pagesFolded = 0
  private var head: JournalHead
  private var failure: (any Error)?
  private var others = 0

  init(
    _ driver: any JournalDriver, after head: JournalHead, through last: UInt64, reading: @escaping @Sendable (ScannedPage) throws -> Product,
    folding: @escaping @Sendable (Product) throws -> Void
  ) {
    self.driver = driver
    self.head = head
    self.reading = reading
    self.folding = folding
    next = head.position + 1
    self.last = last
  }

  func run() throws -> JournalHead {
    others = 1
    let thread = Thread { [self] in
      work()
      turn.lock()
      others -= 1
      turn.broadcast()
      turn.unlock()
    }
    thread.name = "journal-scan"
    thread.start()
    work()
    turn.lock()
    while others > 0 { turn.wait() }
    defer { turn.unlock() }
    if let failure { throw failure }
    return head
  }

  private func work() {
    while let (number, page) = read() {
      let result = Result {
        let scanned = try ScannedPage(try page.get())
        return (scanned.previousHash, scanned.entries[0].position, scanned.head, try reading(scanned))
      }
      guard fold(number, result) else { return }
    }
  }

  private func read() -> (number: Int, page: Result<RowPage, any Error>)? {
    reader.lock()
    defer { reader.unlock() }
    guard !atEnd, next <= last else { return nil }
    let page = Result {
      var limit = Int(min(UInt64(Journal.scanEntries), last - next + 1))
      while true {
        var page = try driver.page(from: next, limit: limit, bytesMax: Journal.scanBytes)
        let texts = page.announcedTexts
        guard texts > 0, let first = page.rows.first?.position, let last = page.rows.last?.position else { return page }
        guard texts <= Journal.scanTexts || limit == 1 else {
          limit = max(1, limit / 4)
          continue
        }
        page.texts = try driver.texts(of: min(first, last)...last)
        return page
      }
    }
    switch page {
    case .success(let rows):
      guard let last = rows.rows.last else {
        atEnd = true
        return nil
      }
      next = last.position + 1
    case .failure: atEnd = true
    }
    pagesRead += 1
    return (pagesRead - 1, page)
  }

  /// - Returns: Whether to go on.
  private func fold(_ number: Int, _ result: Result<(EntryHash, UInt64, JournalHead, Product), any Error>) -> Bool {
    turn.lock()
    defer {
      turn.broadcast()
      turn.unlock()
    }
    while pagesFolded != number, failure == nil { turn.wait() }
    guard failure == nil else { return false }
    do {
      let (link, first, last, product) = try result.get()
      guard first == head.position + 1 else { throw JournalFailure.damaged(position: head.position + 1, .missing) }
      guard link == head.hash else { throw JournalFailure.damaged(position: first, .previousHash) }
      try folding(product)
      head = last
      pagesFolded += 1
      return true
    } catch {
      failure = error
      return false
    }
  }
}

import Foundation
import Synchronization
import Testing

@testable import Journal

/// A driver to run a promise on.
enum Storage: String, CaseIterable, CustomTestStringConvertible {
  case memory, sqlite
  var testDescription: String { rawValue }
}

/// A place for one journal, which can be closed and opened again; removed with the test.
final class Place {
  let storage: Storage
  private let path = NSTemporaryDirectory() + "journal-" + UUID().uuidString
  private let memory = MemoryDriver()
  private var folder: DataFolder?

  init(_ storage: Storage) throws {
    self.storage = storage
    if storage == .sqlite { folder = try DataFolder.create(at: path) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var journalPath: String { path + "/" + DataFolder.journalName }

  /// The driver on what is stored here; the one before it must be closed.
  func driver() throws -> any JournalDriver {
    guard let folder else { return memory }
    folder.close()
    let fresh = try DataFolder.open(at: path)
    self.folder = fresh
    return try SQLiteDriver(fresh)
  }
}

/// The instant of all drafts: 2023-02-02T01:50:00Z.
let instant: Int64 = 1_675_302_600_000
let officer = AccountID(high: 0x0102_0304_0506_0708, low: 0x090A_0B0C_0D0E_0F10)

func draft(_ content: String, kind: EntryKind = .submission, keys: [UniqueKey] = [], texts: [FreeText] = []) -> EntryDraft
{
  EntryDraft(
    kind: kind, timeMilliseconds: instant, account: officer, body: Array(content.utf8), uniqueKeys: keys, texts: texts)
}

func text(_ field: UInt16, _ content: String) -> FreeText {
  FreeText(field: field, salt: TextSalt(high: UInt64(field), low: 99), text: content)
}

func bodies(_ entries: [StoredEntry]) -> [String] { entries.map { String(decoding: $0.body, as: UTF8.self) } }

/// Passes everything on, and does something before each commit.
final class WatchedDriver: JournalDriver {
  let inner: any JournalDriver
  let beforeCommit: @Sendable (_ number: Int) throws -> Void
  private let commits = Mutex(0)

  init(_ inner: any JournalDriver, beforeCommit: @escaping @Sendable (Int) throws -> Void) {
    self.inner = inner
    self.beforeCommit = beforeCommit
  }

  var commitCount: Int { commits.withLock { $0 } }

  func commit(_ batch: [PreparedEntry]) throws {
    let number = commits.withLock { commits in
      commits += 1
      return commits
    }
    try beforeCommit(number)
    try inner.commit(batch)
  }

  func rows(from position: UInt64, limit: Int, bytesMax: Int) throws -> [StoredRow] {
    try inner.rows(from: position, limit: limit, bytesMax: bytesMax)
  }
  func texts(of positions: ClosedRange<UInt64>) throws -> [StoredText] { try inner.texts(of: positions) }
  func position(ofUniqueKey key: UniqueKey) throws -> UInt64? { try inner.position(ofUniqueKey: key) }
  func head() throws -> JournalHead { try inner.head() }
  var syncCount: Int { inner.syncCount }
  func close() throws { try inner.close() }
}

/// Holds a thread back until it is opened.
///
/// `@unchecked Sendable`: `isOpen` is touched only while `condition` is locked.
final class Gate: @unchecked Sendable {
  private let condition = NSCondition()
  private var isOpen = false

  func pass() {
    condition.lock()
    while !isOpen { condition.wait() }
    condition.unlock()
  }

  func open() {
    condition.lock()
    isOpen = true
    condition.broadcast()
    condition.unlock()
  }
}

/// SplitMix64: the same numbers from the same seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The folder of the package, from which the vectors are read.
let packageFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

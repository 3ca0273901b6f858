/// The journal of a server: append-only, hash-chained, and durable before it answers.
///
/// ```swift
/// let journal = try Journal(SQLiteDriver(DataFolder.open(at: path)))
/// let pending = journal.begin([draft])        // has its place in the order now
/// let entries = try await pending.entries()   // durable now
/// ```
///
/// Many groups share one sync: the writer takes whatever arrived while the previous commit was syncing. There is no
/// timer. A failed commit stops the journal for good; the server restarts and recovers from what is stored.
package final class Journal: Sendable {
  private let queue: WriterQueue
  private let writer: WriterThread
  private let limits: JournalLimits

  /// Opens a journal on a driver, and starts its thread. The driver is the journal's from now on.
  ///
  /// - Throws: What the driver throws when it reads its head.
  package init(_ driver: any JournalDriver, limits: JournalLimits = JournalLimits()) throws {
    self.limits = limits
    queue = WriterQueue(limits: limits)
    writer = WriterThread(queue: queue, driver: driver, head: try driver.head())
    writer.start()
  }

  deinit { queue.refuse(with: .closed) }

  /// The last durable entry: its position and hash.
  package var head: JournalHead { writer.head }

  /// Puts a group at the end of the order, at once. The order of storing is the order of these calls.
  ///
  /// - Parameter drafts: Stored all or none, one after another; 1 to `JournalLimits.groupEntriesMax`.
  /// - Returns: The group on its way; every refusal arrives through it.
  /// - Complexity: O(*n*) in the drafts; never waits for the storage.
  package func begin(_ drafts: [EntryDraft]) -> PendingAppend {
    do throws(JournalFailure) {
      try AppendGroup.checkLimits(drafts, entriesMax: limits.groupEntriesMax)
    } catch {
      return PendingAppend(refused: error)
    }
    let group = AppendGroup(drafts: drafts)
    queue.add(group)
    return group.pending
  }

  /// Puts several groups at the end of the order, at once and one behind the other; each is stored or refused by itself.
  ///
  /// Once one is refused for want of room, so are those behind it.
  ///
  /// - Parameter groups: As for `begin`, each with the `PendingAppend` that answers it.
  package func begin(_ groups: [(drafts: [EntryDraft], pending: PendingAppend)]) {
    var sound: [AppendGroup] = []
    sound.reserveCapacity(groups.count)
    for (drafts, pending) in groups {
      do throws(JournalFailure) {
        try AppendGroup.checkLimits(drafts, entriesMax: limits.groupEntriesMax)
        sound.append(AppendGroup(drafts: drafts, pending: pending))
      } catch {
        pending.give(.failure(error))
      }
    }
    queue.add(sound)
  }

  /// Stores a group and waits until it is durable: `begin` and `PendingAppend.entries` in one.
  ///
  /// - Throws: In this order `groupInvalid`, `kindReserved`, `bodyTooLarge`, `uniqueKeyInvalid`, `textInvalid`;
  ///   `stopped`, `closed`, `overloaded`; `duplicateKey`. Nothing of the group was stored, except that after `stopped`
  ///   it may turn out to be stored when the journal is opened again.
  package func append(_ drafts: [EntryDraft]) async throws(JournalFailure) -> [StoredEntry] {
    try await begin(drafts).entries()
  }

  /// Deletes a text for good and records a tombstone for it, in one transaction. The chain stays valid.
  ///
  /// - Parameter position: The entry that the text belongs to.
  /// - Parameter reason: Why, 1 to `Tombstone.reasonBytesMax` bytes. It stays for ever: never repeat the text here.
  /// - Parameter timeMilliseconds: Milliseconds since 1970-01-01T00:00:00Z.
  /// - Returns: The tombstone.
  /// - Throws: `reasonInvalid`, `stopped`, `closed`, `overloaded`, `textUnknown`, `textAlreadyPurged`.
  /// - Warning: Backups made before still hold the text.
  @discardableResult
  package func purgeText(
    of position: UInt64, field: UInt16, because reason: String, timeMilliseconds: Int64, account: AccountID
  ) async throws(JournalFailure) -> StoredEntry {
    guard (1...Tombstone.reasonBytesMax).contains(reason.utf8.count) else { throw .reasonInvalid }
    let text = TextReference(position: position, field: field)
    let draft = EntryDraft(
      kind: .tombstone, kindVersion: Tombstone.kindVersion, timeMilliseconds: timeMilliseconds,
      account: account, body: Tombstone(text: text, reason: reason).body)
    let group = AppendGroup(drafts: [draft], purges: text)
    queue.add(group)
    return try await group.pending.entries()[0]
  }

  /// Finishes what was begun before, then closes the driver. Later calls throw `closed`; closing again does nothing.
  ///
  /// - Throws: `storageFailed` when the driver cannot close.
  package func close() async throws(JournalFailure) {
    queue.refuse(with: .closed)
    try await writer.end()
  }

  /// Runs `work` on the writer's thread, behind everything begun so far.
  ///
  /// - Throws: `stopped`, `closed`, or what `work` throws.
  func withDriver<Value: Sendable>(
    _ work: @escaping @Sendable (any JournalDriver) throws -> Value
  ) async throws(JournalFailure) -> Value {
    let outcome: Result<Value, JournalFailure> = await withCheckedContinuation { continuation in
      queue.add { driver in
        continuation.resume(
          returning: driver.flatMap { driver in
            do {
              return .success(try work(driver))
            } catch {
              return .failure(error as? JournalFailure ?? .storageFailed("unexpected answer of the driver"))
            }
          })
      }
    }
    return try outcome.get()
  }
}

import Foundation
import Synchronization

/// The one thread that touches the driver: commits what waits, runs errands, and stops for ever after a failed commit.
final class WriterThread: Sendable {
  private let queue: WriterQueue
  private let driver: any JournalDriver
  private let published: Mutex<JournalHead>
  /// Given, without entries, when the driver is closed.
  private let ended = Answer()

  init(queue: WriterQueue, driver: any JournalDriver, head: JournalHead) {
    self.queue = queue
    self.driver = driver
    published = Mutex(head)
  }

  /// The last durable entry.
  var head: JournalHead { published.withLock { $0 } }

  /// Waits until the thread has ended and the driver is closed.
  ///
  /// - Throws: What the driver throws when it cannot close.
  func end() async throws(JournalFailure) { _ = try await ended.value() }

  func start() {
    let thread = Thread { [self] in run() }
    thread.name = "journal"
    thread.start()
  }

  private func run() {
    var stopped: JournalFailure?
    while true {
      switch queue.next() {
      case .finish:
        ended.give(close())
        return
      case .errand(let errand):
        errand(stopped.map(Result.failure) ?? .success(driver))
      case .commit(let groups):
        if stopped == nil { stopped = commit(groups) }
        if let stopped {
          for group in groups { group.pending.give(.failure(stopped)) }
          queue.refuse(with: stopped)
        }
      }
    }
  }

  private func close() -> Answer.Outcome {
    do {
      try driver.close()
      return .success([])
    } catch {
      return .failure(error as? JournalFailure ?? .storageFailed("unexpected answer of the driver"))
    }
  }

  /// Stores the groups with one sync and answers them.
  ///
  /// - Returns: Why the journal must stop; the groups accepted are then still to be answered.
  private func commit(_ groups: [AppendGroup]) -> JournalFailure? {
    var batch: CommitBatch
    do {
      var keys: [UniqueKey] = []
      for group in groups { for draft in group.drafts { keys += draft.uniqueKeys } }
      let held = try driver.positions(ofUniqueKeys: keys)
      batch = CommitBatch(after: head, held: held, expecting: (groups.count, keys.count))
      for group in groups {
        do {
          try batch.add(group, on: driver)
        } catch let refusal as GroupRefusal {
          group.pending.give(.failure(refusal.failure))
        }
      }
      guard !batch.entries.isEmpty else { return nil }
      try driver.commit(batch.entries)
    } catch {
      // Retrying a failed sync may report success after the data were dropped, so nothing is tried again.
      return .stopped(cause: (error as? JournalFailure)?.description ?? "the storage failed")
    }
    published.withLock { $0 = batch.head }
    for (group, entries) in batch.accepted { group.pending.give(.success(entries)) }
    return nil
  }
}

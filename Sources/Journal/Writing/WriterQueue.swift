import Foundation

/// What waits for the writer's thread, in the order of the calls.
///
/// `@unchecked Sendable`: every stored property is touched only while `condition` is locked.
final class WriterQueue: @unchecked Sendable {
  /// What the thread does next.
  enum Step {
    /// Groups to store with one commit, at least one.
    case commit([AppendGroup])
    /// A reading, or another errand that needs the driver; `nil` when the journal can no longer serve it.
    case errand(Errand)
    /// Nothing is left and nothing more will come.
    case finish
  }

  typealias Errand = @Sendable (Result<any JournalDriver, JournalFailure>) -> Void

  private enum Waiting {
    case group(AppendGroup)
    case errand(Errand)
  }

  private let condition = NSCondition()
  private let limits: JournalLimits
  private var waiting: [Waiting] = []
  private var taken = 0
  private var groups = 0
  private var refusal: JournalFailure?

  init(limits: JournalLimits) { self.limits = limits }

  /// Queues a group, or answers it at once when it cannot be.
  func add(_ group: AppendGroup) {
    condition.lock()
    let failure = refusal ?? (groups >= limits.waitingGroupsMax ? .overloaded(groupsMax: groups) : nil)
    if failure == nil {
      groups += 1
      waiting.append(.group(group))
      condition.signal()
    }
    condition.unlock()
    if let failure { group.pending.give(.failure(failure)) }
  }

  /// Queues groups in their order, or answers those at once that cannot be.
  func add(_ groups: [AppendGroup]) {
    guard !groups.isEmpty else { return }
    var refused: [(group: AppendGroup, failure: JournalFailure)] = []
    condition.lock()
    for group in groups {
      if let failure = refusal ?? (self.groups >= limits.waitingGroupsMax ? .overloaded(groupsMax: self.groups) : nil) {
        refused.append((group, failure))
      } else {
        self.groups += 1
        waiting.append(.group(group))
      }
    }
    condition.signal()
    condition.unlock()
    for (group, failure) in refused { group.pending.give(.failure(failure)) }
  }

  /// Queues an errand behind all groups so far, or answers it at once when it cannot be.
  func add(_ errand: @escaping Errand) {
    condition.lock()
    let failure = refusal
    if failure == nil {
      waiting.append(.errand(errand))
      condition.signal()
    }
    condition.unlock()
    if let failure { errand(.failure(failure)) }
  }

  /// Refuses everything that comes from now on; what waits already is still served. The first refusal stays.
  func refuse(with failure: JournalFailure) {
    condition.lock()
    if refusal == nil { refusal = failure }
    condition.signal()
    condition.unlock()
  }

  /// Waits for work and takes it: all groups at the front that fit into one commit, or one errand.
  func next() -> Step {
    condition.lock()
    defer { condition.unlock() }
    while taken == waiting.count {
      if refusal != nil { return .finish }
      condition.wait()
    }
    if case .errand(let errand) = waiting[taken] {
      taken += 1
      dropTaken()
      return .errand(errand)
    }
    var batch: [AppendGroup] = []
    var bytes = 0
    while taken < waiting.count, case .group(let group) = waiting[taken], batch.count < limits.commitGroupsMax,
      batch.isEmpty || bytes + group.bytes <= limits.commitBytesMax
    {
      batch.append(group)
      bytes += group.bytes
      taken += 1
    }
    groups -= batch.count
    dropTaken()
    return .commit(batch)
  }

  /// Removes what was taken, in steps, so that a long queue does not move with every commit.
  private func dropTaken() {
    guard taken == waiting.count || taken >= 4_096 else { return }
    waiting.removeFirst(taken)
    taken = 0
  }
}

/// Bounds of what a journal holds in memory.
package struct JournalLimits: Sendable, Hashable {
  /// Groups in one commit.
  package var commitGroupsMax = 512
  /// Bytes in one commit; a single larger group still commits alone.
  package var commitBytesMax = 64 << 20
  /// Groups that may wait; one more is refused with `overloaded`.
  package var waitingGroupsMax = 65_536
  /// Entries in one group.
  package var groupEntriesMax = 4_096

  package init() {}
}

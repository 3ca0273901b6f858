/// A group that has its place in the order of writing, before it is durable.
///
/// `Journal.begin` returns it at once; `entries` waits for the sync.
package struct PendingAppend: Sendable {
  private let answer = Answer()

  package init() {}

  /// A group refused before it was queued.
  init(refused failure: JournalFailure) { give(.failure(failure)) }

  /// The stored entries in the order of the drafts, once they are durable. May be called again, and by many.
  ///
  /// Cancelling the task does not take the group back: the journal answers every group.
  ///
  /// - Throws: The failure of this group, or `stopped` when the journal could not make it durable.
  package func entries() async throws(JournalFailure) -> [StoredEntry] { try await answer.value() }

  /// What became of the group, where that is known already; `nil`: it is under way.
  package var outcome: Result<[StoredEntry], JournalFailure>? { answer.given }

  /// Why the group is refused, where that is known already: right after `begin`, that it was never queued.
  package var refusal: JournalFailure? { answer.failure }

  func give(_ outcome: Result<[StoredEntry], JournalFailure>) { answer.give(outcome) }
}

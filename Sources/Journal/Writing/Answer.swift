import Synchronization

/// One answer that many tasks may wait for, and a thread gives once: entries that were stored.
///
/// Not generic: a group has one each, and what is generic looks its types up when it is given up.
final class Answer: Sendable {
  typealias Outcome = Result<[StoredEntry], JournalFailure>

  private enum State {
    case waiting([CheckedContinuation<Outcome, Never>])
    case given(Outcome)
  }

  private let state = Mutex(State.waiting([]))

  /// Waits for the answer. Cancelling the task does not end the waiting: every answer comes.
  ///
  /// - Throws: The failure that was given.
  func value() async throws(JournalFailure) -> [StoredEntry] {
    if let given { return try given.get() }
    let outcome = await withCheckedContinuation { (continuation: CheckedContinuation<Outcome, Never>) in
      let known: Outcome? = state.withLock { state in
        switch state {
        case .given(let outcome): return outcome
        case .waiting(let others):
          state = .waiting(others + [continuation])
          return nil
        }
      }
      if let known { continuation.resume(returning: known) }
    }
    return try outcome.get()
  }

  /// The answer, where it has been given already.
  var given: Outcome? {
    state.withLock { state in
      guard case .given(let outcome) = state else { return nil }
      return outcome
    }
  }

  /// The failure, where one has been given already.
  var failure: JournalFailure? {
    state.withLock { state in
      guard case .given(.failure(let failure)) = state else { return nil }
      return failure
    }
  }

  /// Answers everybody who waits and will wait. Only the first answer counts.
  func give(_ outcome: Outcome) {
    let waiting: [CheckedContinuation<Outcome, Never>] = state.withLock { state in
      guard case .waiting(let continuations) = state else { return [] }
      state = .given(outcome)
      return continuations
    }
    for continuation in waiting { continuation.resume(returning: outcome) }
  }
}

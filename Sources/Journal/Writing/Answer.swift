import Synchronization

/// One answer that many tasks may wait for, and a thread gives once.
final class Answer<Value: Sendable>: Sendable {
  typealias Outcome = Result<Value, JournalFailure>

  private enum State {
    case waiting([CheckedContinuation<Outcome, Never>])
    case given(Outcome)
  }

  private let state = Mutex(State.waiting([]))

  /// Waits for the answer. Cancelling the task does not end the waiting: every answer comes.
  ///
  /// - Throws: The failure that was given.
  func value() async throws(JournalFailure) -> Value {
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

  private var given: Outcome? {
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

import Synchronization

/// What is going on, for whoever looks on while it runs.
final class Tally: Sendable {
  struct Counts: Sendable {
    var begun = 0
    var answered = 0
    var refused = 0
    var lost = 0
    /// Of streams.
    var items = 0
  }

  private let counts = Mutex(Counts())

  func note(_ change: (inout Counts) -> Void) { counts.withLock { change(&$0) } }
  var now: Counts { counts.withLock { $0 } }

  /// Says each second how things stand, until it is cancelled.
  func report(of all: Int, _ say: @escaping @Sendable (String) -> Void) -> Task<Void, Never> {
    Task {
      let start = ContinuousClock.now
      while (try? await Task.sleep(for: .seconds(1))) != nil {
        let now = now
        say(
          "\((ContinuousClock.now - start).components.seconds) s: \(now.begun) of \(all) begun, \(now.answered) answered, \(now.begun - now.answered) open, \(now.refused) refused, \(now.lost) connections lost"
            + (now.items > 0 ? ", \(now.items) items" : ""))
      }
    }
  }
}

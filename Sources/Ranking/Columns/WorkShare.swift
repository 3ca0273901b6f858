import Dispatch
import Synchronization

/// Shares numbered pieces of work among threads; which thread does which piece changes nothing but the time.
enum WorkShare {
  /// Runs every piece once and returns when all are done.
  ///
  /// - Parameter pieces: 0 or more.
  /// - Parameter threads: 1 or more; with 1 everything runs here.
  /// - Parameter worker: Makes what a thread keeps while it works.
  /// - Parameter body: Does a piece. Pieces of one pass touch disjoint results.
  static func run<Worker>(
    pieces: Int, threads: Int, worker: @Sendable () -> Worker, _ body: @Sendable (_ piece: Int, _ worker: inout Worker) -> Void
  ) {
    guard threads > 1, pieces > 1 else {
      var own = worker()
      for piece in 0..<pieces { body(piece, &own) }
      return
    }
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, pieces)) { _ in
      var own = worker()
      while true {
        let piece = next.add(1, ordering: .relaxed).oldValue
        guard piece < pieces else { return }
        body(piece, &own)
      }
    }
  }
}

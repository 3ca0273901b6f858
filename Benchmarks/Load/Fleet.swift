import NIOCore
import NIOPosix

/// Connections of one event loop that stay open, one a caller.
final class Fleet {
  private let callers: [Dialer.Caller]
  private let dialer: Dialer
  private let eventLoop: any EventLoop
  private let tally: Tally
  /// One a caller, where they read slowly; else none.
  let gates: [ReadGate]
  private var opened: EventLoopPromise<Void>?
  private var next = 0
  private var openedCount = 0
  private var isClosing = false
  private var closed: EventLoopPromise<Void>?
  private(set) var connections: [LoadConnection?]
  /// Why connections were lost that nobody closed.
  private(set) var lost: [String: Int] = [:]
  /// Hears of answers and items, with the number of the caller.
  var hear: (Int, LoadConnection.Event) -> Void = { _, _ in }

  init(_ callers: [Dialer.Caller], dialer: Dialer, tally: Tally, isSlow: Bool = false, on eventLoop: any EventLoop) {
    self.callers = callers
    gates = isSlow ? callers.map { _ in ReadGate() } : []
    self.dialer = dialer
    self.tally = tally
    self.eventLoop = eventLoop
    connections = Array(repeating: nil, count: callers.count)
  }

  /// Opens all, at most 32 handshakes at one time.
  func open() -> EventLoopFuture<Void> {
    let promise = eventLoop.makePromise(of: Void.self)
    opened = promise
    if callers.isEmpty { promise.succeed() }
    for _ in 0..<min(32, callers.count) { openNext() }
    return promise.futureResult
  }

  private func openNext() {
    guard next < callers.count, !isClosing else { return }
    let index = next
    next += 1
    tally.note { $0.begun += 1 }
    connections[index] = dialer.dial(callers[index], on: eventLoop, gate: gates.isEmpty ? nil : gates[index]) { [self] _, event in
      switch event {
      case .connected, .secured: break
      case .opened:
        openedCount += 1
        tally.note { $0.answered += 1 }
        hear(index, event)
        if openedCount == callers.count { opened?.succeed() } else { openNext() }
      case .answered, .item: hear(index, event)
      case .ended(let reason): end(index, reason)
      }
    }
  }

  private func end(_ index: Int, _ reason: String?) {
    connections[index] = nil
    if let reason, !isClosing {
      lost[reason, default: 0] += 1
      tally.note { $0.lost += 1 }
      if openedCount < callers.count { opened?.fail(LoadFailure("A connection could not be held open: \(reason).")) }
    }
    if isClosing, connections.allSatisfy({ $0 == nil }) { closed?.succeed() }
  }

  /// Says goodbye on all.
  func close() -> EventLoopFuture<Void> {
    let promise = eventLoop.makePromise(of: Void.self)
    closed = promise
    isClosing = true
    for connection in connections { connection?.close() }
    if connections.allSatisfy({ $0 == nil }) { promise.succeed() }
    return promise.futureResult
  }
}

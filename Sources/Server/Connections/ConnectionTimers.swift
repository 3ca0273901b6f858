import NIOCore

/// The timers of one connection by their purpose: starting one again replaces it.
///
/// Lives on the connection's event loop.
struct ConnectionTimers {
  enum Purpose: Hashable { case handshake, frame, idle, output, drain, lastStream, linger, signIn }

  private var running: [Purpose: Scheduled<Void>] = [:]

  func isRunning(_ purpose: Purpose) -> Bool { running[purpose] != nil }

  /// Calls `fire` on the event loop after `time`, unless stopped before.
  mutating func start(
    _ purpose: Purpose, in time: Duration, on eventLoop: any EventLoop, fire: @escaping @Sendable () -> Void
  ) {
    running.updateValue(eventLoop.scheduleTask(in: TimeAmount(time), fire), forKey: purpose)?.cancel()
  }

  mutating func stop(_ purpose: Purpose) { running.removeValue(forKey: purpose)?.cancel() }

  mutating func stopAll() {
    for timer in running.values { timer.cancel() }
    running = [:]
  }
}

import Synchronization

/// One open stream: holds the newest news until it is taken, and knows since when it has been writing.
final class LiveViewer: Sendable {
  private struct Held {
    var number = 0
    var writingSince: ContinuousClock.Instant?
  }
  let peer: String
  let news: AsyncStream<LiveBoards.News>
  private let continuation: AsyncStream<LiveBoards.News>.Continuation
  private let held = Mutex(Held())
  private let close: @Sendable () -> Void

  /// - Parameter close: Closes the connection: how a reader who takes nothing is cut off.
  init(peer: String, close: @escaping @Sendable () -> Void) {
    self.peer = peer
    self.close = close
    (news, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  var number: Int {
    get { held.withLock { $0.number } }
    set { held.withLock { $0.number = newValue } }
  }

  func tell(_ news: LiveBoards.News) { continuation.yield(news) }
  /// No more news, because the server stops.
  func finish() { continuation.finish() }

  /// - Throws: What `write` throws.
  func writing(_ write: () async throws -> Void) async throws {
    held.withLock { $0.writingSince = .now }
    defer { held.withLock { $0.writingSince = nil } }
    try await write()
  }

  func isStuck(at now: ContinuousClock.Instant, most: Duration) -> Bool {
    held.withLock { $0.writingSince.map { now - $0 > most } ?? false }
  }

  func cut() {
    continuation.finish()
    close()
  }
}

extension LiveBoards.News {
  /// As an event stream has it; the number is the journal's position, with which a reader comes back.
  func event(_ text: String) -> String {
    "id: \(position)\n\(isOver ? "event: het\n" : "")data: \(text.split(whereSeparator: \.isNewline).joined(separator: " "))\n\n"
  }

  /// Whether a reader who knows the board up to a position has to hear of it. A position that the journal does not have is of
  /// another journal.
  func isNews(to known: UInt64?, now: UInt64) -> Bool { known.map { $0 < position || $0 > now } ?? true }
}

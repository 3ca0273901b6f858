/// The streams of a connection that wait for an answer: few, opened in ascending order, and mostly answered in it.
///
/// - Complexity: O(1) for the stream that has waited longest; else O(*n*) in the streams, of which there are at most
///   ``Limits/streamsMax``.
struct StreamsInFlight: Hashable, Sendable {
  /// Ascending.
  private var streams: [UInt32] = []

  var count: Int { streams.count }
  var isEmpty: Bool { streams.isEmpty }

  func contains(_ stream: UInt32) -> Bool { streams.contains(stream) }

  /// - Parameter stream: Higher than every one before.
  mutating func insert(_ stream: UInt32) { streams.append(stream) }

  /// - Returns: Whether it was there.
  mutating func remove(_ stream: UInt32) -> Bool {
    guard let index = streams.firstIndex(of: stream) else { return false }
    streams.remove(at: index)
    return true
  }

  /// Takes out all above `last`.
  ///
  /// - Returns: They, ascending.
  mutating func removeAll(above last: UInt32) -> [UInt32] {
    let dropped = streams.filter { $0 > last }
    streams.removeAll { $0 > last }
    return dropped
  }
}

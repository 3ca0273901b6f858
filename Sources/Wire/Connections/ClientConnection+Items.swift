import NIOCore

/// Streams of items, and whether the server is still there while one is open.
extension ClientConnection {
  /// Lets the server send so many items more on a stream. On one that has ended, and beyond ``ItemCredit/most``, it does nothing.
  public mutating func grant(_ items: UInt32, to stream: UInt32) -> [Action] {
    guard items > 0, phase == .open || phase == .leaving, credits[stream]?.grant(items) == true else { return [] }
    return [.send(ItemCredit.grantBytes(items, stream: stream))]
  }

  /// Asks whether the server is alive. Any bytes it sends are an answer.
  public func ping(_ value: UInt64) -> [Action] {
    phase == .open || phase == .leaving ? [.send(FrameRules.ping(value))] : []
  }

  /// An item that cannot be read ends its stream, for the next one would belong to it.
  ///
  /// - Throws: `STREAM_ID`, `CREDIT_EXCEEDED`.
  mutating func receiveItem(_ frame: Frame) throws(WireProblem) -> [Action] {
    guard frame.stream <= lastStream else {
      throw .connection(.streamID, "item on stream \(frame.stream), which was never opened")
    }
    guard inFlight.contains(frame.stream) else { return [] }  // cancelled: the item was on its way
    guard credits[frame.stream]?.spend() == true else { throw .connection(.creditExceeded, "stream \(frame.stream)") }
    do throws(WireProblem) {
      return [.item(try Item(frame, limits: limits, dictionary: compression.dictionary))]
    } catch {
      return cancel(frame.stream) + [.unreadable(stream: frame.stream, error)]
    }
  }
}

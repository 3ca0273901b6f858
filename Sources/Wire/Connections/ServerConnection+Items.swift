import NIOCore

/// Streams of items: who may be sent one, and what ends them.
extension ServerConnection {
  /// A request that is answered with items.
  struct ItemStream: Hashable, Sendable {
    var credit = ItemCredit()
    /// Why it ends, once it does. It keeps its place until it has been responded to, and this is the response.
    var ending: WireProblem?
  }

  /// Streams of items that have not been responded to.
  public var itemStreamCount: Int { itemStreams.count }

  /// Items that may be sent on a stream now; `nil` where it has ended.
  public func credit(of stream: UInt32) -> UInt32? {
    guard phase == .open, let items = itemStreams[stream], items.ending == nil else { return nil }
    return items.credit.left
  }

  /// Sends an item and spends a credit. Without credit, and on a stream that has ended, it does nothing.
  ///
  /// Call it with the newest state when there is credit, and keep nothing for later: a slow viewer then skips what was in between.
  /// An item beyond what the client accepts ends the stream with `ANSWER_TOO_LARGE`.
  public mutating func send(_ item: SharedItem, on stream: UInt32) -> [Action] {
    guard let credit = credit(of: stream), credit > 0 else { return [] }
    let bytes = item.bytes(on: stream, compression)
    guard fitsClient(payload: item.payload.count, frame: bytes.readableBytes) else {
      return stopItems(stream, because: .stream(.answerTooLarge, "\(item.payload.count) bytes"))
    }
    guard itemStreams[stream]?.credit.spend() == true else { return [] }
    return [.send(bytes)]
  }

  /// The same with an item that goes to nobody else.
  public mutating func send(_ item: Item) -> [Action] {
    send(SharedItem(version: item.version, payload: item.payload), on: item.stream)
  }

  /// Ends a stream of items; whatever it is then responded with, the client hears `problem`.
  public mutating func stopItems(_ stream: UInt32, because problem: WireProblem) -> [Action] {
    guard phase == .open, let items = itemStreams[stream], items.ending == nil else { return [] }
    itemStreams[stream]?.ending = problem
    return [.stop(stream: stream, because: problem)]
  }

  mutating func stopAllItems(because problem: WireProblem) -> [Action] {
    // In order of their numbers, so that equal bytes give equal actions.
    var actions: [Action] = []
    for stream in itemStreams.keys.sorted() { actions += stopItems(stream, because: problem) }
    return actions
  }

  /// - Throws: `STREAM_ID`, `BAD_BODY`, `CALM_DOWN`.
  mutating func receiveCredit(_ frame: Frame, atMS now: UInt64) throws(WireProblem) -> [Action] {
    try checkOpened(frame)
    let items = try ItemCredit.items(frame)
    guard var stream = itemStreams[frame.stream], stream.ending == nil else {
      // The stream's end and the credit have crossed.
      try spendNuisance(atMS: now)
      return []
    }
    let isOfUse = stream.credit.isGrantOfUse
    guard stream.credit.grant(items) else {
      try spendNuisance(atMS: now)
      return stopItems(frame.stream, because: .stream(.creditOverflow, "\(items) more than \(stream.credit.left)"))
    }
    if !isOfUse { try spendNuisance(atMS: now) }
    itemStreams[frame.stream] = stream
    return [.credit(stream: frame.stream, items: items)]
  }

  /// CANCEL and CREDIT are for streams that were opened.
  ///
  /// - Throws: `STREAM_ID`.
  func checkOpened(_ frame: Frame) throws(WireProblem) {
    guard frame.stream <= lastStream || drain == .final else {
      throw .connection(.streamID, "stream \(frame.stream) was never opened")
    }
  }
}

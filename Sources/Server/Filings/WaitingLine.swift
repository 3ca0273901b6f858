/// Those who wait for their turn in the order of their coming, and how many have had it and are not settled yet.
///
/// - Source: `Protocol/Frame.md`, Limits, "waiting for a turn"; ours: decision 32.
struct WaitingLine<Element: Sendable>: Sendable {
  /// How long a turn may be waited for.
  let patience: Duration
  /// How many may be taken and not settled.
  let unsettledMax: Int
  private var waiting: [(element: Element, since: ContinuousClock.Instant)] = []
  private(set) var unsettled = 0
  /// How many were settled since an instant, and in the time before it.
  private var settled: (since: ContinuousClock.Instant, count: Int, before: Int)?

  init(patience: Duration, unsettledMax: Int) {
    self.patience = patience
    self.unsettledMax = unsettledMax
  }

  /// Whether somebody waits and there is room for him.
  var hasNext: Bool { !waiting.isEmpty && unsettled < unsettledMax }

  /// Whether there is no use in joining: who comes now would wait for more than half as long as anybody may.
  ///
  /// Told by who is in front, and by how many were settled lately: as many as in half of that time may wait, and never fewer than
  /// have room at once.
  func isTooLong(at now: ContinuousClock.Instant) -> Bool {
    guard let first = waiting.first else { return false }
    let lately = settled.map { now - $0.since < patience ? max($0.count, $0.before) : 0 } ?? 0
    return now - first.since >= patience / 2 || waiting.count >= max(unsettledMax, lately)
  }

  mutating func join(_ element: Element, at now: ContinuousClock.Instant) { waiting.append((element, now)) }

  /// Takes as many as there is room for.
  mutating func take() -> [Element] {
    let taken = waiting.prefix(unsettledMax - unsettled).map(\.element)
    waiting.removeFirst(taken.count)
    unsettled += taken.count
    return taken
  }

  /// So many of those taken have been answered.
  mutating func settle(_ count: Int, at now: ContinuousClock.Instant) {
    unsettled -= count
    guard let lately = settled, now - lately.since < patience / 2 else {
      let isNext = settled.map { now - $0.since < patience } ?? false
      settled = (now, count, isNext ? settled?.count ?? 0 : 0)
      return
    }
    settled?.count += count
  }
}

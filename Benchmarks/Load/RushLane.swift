import NIOCore
import Wire

/// What a rush gave on one event loop, or on all.
struct RushResult: Sendable {
  /// From the intended time to the receipt: connection, TLS, sign-in, submission, and every attempt before.
  var whole = Latencies()
  var repeats = Latencies()
  // The parts of attempts that were answered.
  var start = Latencies()
  var connecting = Latencies()
  var securing = Latencies()
  var signingIn = Latencies()
  var submitting = Latencies()
  /// The answer of each unit, as it came first.
  var answers: [Int: [UInt8]] = [:]
  /// Repeats whose answer was another one.
  var unequal = 0
  var replayed = 0
  /// Attempts that ended without a receipt, by what was said.
  var troubles: [String: Int] = [:]
  /// Visits that gave up.
  var unanswered = 0

  mutating func add(_ other: RushResult) {
    whole.add(other.whole)
    repeats.add(other.repeats)
    start.add(other.start)
    connecting.add(other.connecting)
    securing.add(other.securing)
    signingIn.add(other.signingIn)
    submitting.add(other.submitting)
    answers.merge(other.answers) { one, _ in one }
    unequal += other.unequal
    replayed += other.replayed
    troubles.merge(other.troubles, uniquingKeysWith: +)
    unanswered += other.unanswered
  }
}

/// The visits of one event loop, each begun at its time whatever became of those before.
final class RushLane {
  private final class Visit {
    let arrival: Arrivals.Visit
    let intended: NIODeadline
    let done: () -> Void
    var attempts = 0
    var began = NIODeadline.now()
    var marks: [NIODeadline] = []
    var isAnswered = false
    /// Refused in a way that a second sending does not change.
    var isHopeless = false
    /// Of the last answer that was no receipt.
    var pause: TimeAmount = .zero

    init(_ arrival: Arrivals.Visit, intended: NIODeadline, done: @escaping () -> Void) {
      self.arrival = arrival
      self.intended = intended
      self.done = done
    }
  }

  /// How often a visit is tried, and how long an attempt may last.
  private static let attemptsMax = 12
  private static let patience = TimeAmount.seconds(30)

  private let eventLoop: any EventLoop
  private let dialer: Dialer
  private let tokens: [String]
  private let messages: [[UInt8]]
  private let tally: Tally
  private let ended: EventLoopPromise<RushResult>
  private var waiting: ArraySlice<Arrivals.Visit>
  private var open: Int
  private var random = SplitMix(4)
  private var result = RushResult()

  init(
    _ visits: [Arrivals.Visit], site: LoadSite, messages: [[UInt8]], dialer: Dialer, tally: Tally, on eventLoop: any EventLoop,
    ended: EventLoopPromise<RushResult>
  ) {
    waiting = visits[...]
    open = visits.count
    tokens = site.tokens
    self.messages = messages
    self.dialer = dialer
    self.tally = tally
    self.eventLoop = eventLoop
    self.ended = ended
  }

  func start(at start: NIODeadline) {
    if open == 0 { return ended.succeed(result) }
    next(from: start)
  }

  private func next(from start: NIODeadline) {
    while let first = waiting.first {
      let time = start + .nanoseconds(first.at)
      guard time <= .now() else {
        let bound = NIOLoopBound(self, eventLoop: eventLoop)
        eventLoop.scheduleTask(deadline: time) { bound.value.next(from: start) }
        return
      }
      waiting.removeFirst()
      tally.note { $0.begun += 1 }
      attempt(Visit(first, intended: time) { [self] in
        open -= 1
        if open == 0 { ended.succeed(result) }
      })
    }
  }

  private func attempt(_ visit: Visit) {
    visit.attempts += 1
    visit.began = .now()
    visit.marks = []
    visit.pause = .milliseconds(100 << Int64(min(visit.attempts, 6))) + .nanoseconds(Int64(random.below(200_000_000)))
    let caller = Dialer.Caller(number: visit.arrival.unit, token: tokens[visit.arrival.unit])
    var timer: Scheduled<Void>?
    let connection = dialer.dial(caller, on: eventLoop) { [self] connection, event in
      switch event {
      case .connected, .secured: visit.marks.append(.now())
      case .opened:
        visit.marks.append(.now())
        if connection.request(.submit, messages[visit.arrival.unit], number: 1) == nil { connection.abandon("no stream") }
      case .answered(let response):
        visit.marks.append(.now())
        take(response, of: visit)
        connection.close()
      case .item: break
      case .ended(let reason):
        timer?.cancel()
        end(visit, reason)
      }
    }
    let bound = NIOLoopBound(connection, eventLoop: eventLoop)
    timer = eventLoop.scheduleTask(in: Self.patience) { bound.value.abandon("no answer within 30 s") }
  }

  private func take(_ response: Response, of visit: Visit) {
    guard response.code == Status.ok.rawValue else {
      let problem = try? Payload.decode(Problem.self, from: response.payload)
      let passes: [Status] = [.overloaded, .unavailable, .aborted, .deadlineExceeded]
      visit.isHopeless = response.effect == .notApplied && !passes.contains(response.status)
      visit.pause = max(visit.pause, .milliseconds(Int64(problem?.retryAfterMs ?? 0)))
      tally.note { $0.refused += 1 }
      result.troubles["\(response.status), effect \(response.effect): \(problem?.name ?? "")", default: 0] += 1
      return
    }
    visit.isAnswered = true
    tally.note { $0.answered += 1 }
    let now = visit.marks[visit.marks.count - 1]
    result.whole.record((now - visit.intended).nanoseconds)
    if visit.arrival.isRepeat { result.repeats.record((now - visit.intended).nanoseconds) }
    if visit.marks.count == 4 {
      result.start.record((visit.began - visit.intended).nanoseconds)
      result.connecting.record((visit.marks[0] - visit.began).nanoseconds)
      result.securing.record((visit.marks[1] - visit.marks[0]).nanoseconds)
      result.signingIn.record((visit.marks[2] - visit.marks[1]).nanoseconds)
      result.submitting.record((visit.marks[3] - visit.marks[2]).nanoseconds)
    }
    if response.replayed { result.replayed += 1 }
    if let before = result.answers[visit.arrival.unit] {
      if before != response.payload { result.unequal += 1 }
    } else {
      result.answers[visit.arrival.unit] = response.payload
    }
  }

  private func end(_ visit: Visit, _ reason: String?) {
    if visit.isAnswered { return visit.done() }
    if let reason {
      tally.note { $0.lost += 1 }
      result.troubles[reason, default: 0] += 1
    }
    guard !visit.isHopeless, visit.attempts < Self.attemptsMax else {
      result.unanswered += 1
      return visit.done()
    }
    let bound = NIOLoopBound(self, eventLoop: eventLoop)
    let boundVisit = NIOLoopBound(visit, eventLoop: eventLoop)
    eventLoop.scheduleTask(in: visit.pause) { bound.value.attempt(boundVisit.value) }
  }
}

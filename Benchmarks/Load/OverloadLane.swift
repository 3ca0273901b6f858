import NIOCore
import Wire

/// What one phase of an overload gave.
struct OverloadPhase: Sendable {
  /// Visits that were due; of these, visits whose unit still waited for an answer, which sent nothing.
  var offered = 0
  var waiting = 0
  /// From the intended time to the receipt, from the sending to the receipt, and from the sending to a refusal.
  var whole = Latencies()
  var receipts = Latencies()
  var refusals = Latencies()
  /// From the intended time to the sending: the generator's own delay.
  var start = Latencies()
  /// Answers that were no receipt, as the server is to shed load, and others.
  var shed: [String: Int] = [:]
  var others: [String: Int] = [:]
  /// When the last one was answered.
  var last = NIODeadline.uptimeNanoseconds(0)

  mutating func add(_ other: OverloadPhase) {
    offered += other.offered
    waiting += other.waiting
    whole.add(other.whole)
    receipts.add(other.receipts)
    refusals.add(other.refusals)
    start.add(other.start)
    shed.merge(other.shed, uniquingKeysWith: +)
    others.merge(other.others, uniquingKeysWith: +)
    last = max(last, other.last)
  }
}

/// Submissions of one event loop on warm connections, several units on each.
///
/// A unit has one submission under way at a time. Who is refused does not heed the pause that the server asks for: his unit's next
/// visit comes as it was due.
final class OverloadLane {
  private struct Unit {
    let form: RepeatableForm
    let connection: Int
    var revision = 0
    var isWaiting = false
  }
  private struct UnderWay {
    let unit: Int
    let intended: NIODeadline
    let sent: NIODeadline
    let phase: Int
  }

  let fleet: Fleet
  private let eventLoop: any EventLoop
  private let tally: Tally
  private var units: [Unit]
  private var underWay: [[UInt32: UnderWay]]
  private var numbers: [UInt64]
  private var nextUnit = 0
  private var begun = 0
  private var isSaturating = false
  private var phases: [OverloadPhase] = []
  private(set) var answers: [[UInt8]] = []

  /// - Parameter forms: One for each unit.
  init(_ callers: [Dialer.Caller], forms: [RepeatableForm], dialer: Dialer, tally: Tally, on eventLoop: any EventLoop) {
    self.eventLoop = eventLoop
    self.tally = tally
    units = forms.enumerated().map { Unit(form: $0.element, connection: $0.offset % callers.count) }
    underWay = Array(repeating: [:], count: callers.count)
    numbers = Array(repeating: 0, count: callers.count)
    fleet = Fleet(callers, dialer: dialer, tally: tally, on: eventLoop)
    fleet.hear = { [unowned self] index, event in if case .answered(let response) = event { take(response, from: index) } }
  }

  // MARK: Phases

  /// Keeps so many submissions under way, each followed by another one, until it is stopped.
  func saturate(_ count: Int) {
    phases.append(OverloadPhase())
    isSaturating = true
    for _ in 0..<min(count, units.count) { visit(.now()) }
  }

  func stopSaturating() { isSaturating = false }

  /// One visit after the other at a pace, whatever becomes of those before.
  func pace(count: Int, pause: Int64, from start: NIODeadline) -> EventLoopFuture<Void> {
    phases.append(OverloadPhase())
    begun = 0
    let promise = eventLoop.makePromise(of: Void.self)
    next(count, pause, start, promise)
    return promise.futureResult
  }

  private func next(_ count: Int, _ pause: Int64, _ start: NIODeadline, _ promise: EventLoopPromise<Void>) {
    // Some at a time, so that answers are heard between them.
    for _ in 0..<64 {
      guard begun < count else { return promise.succeed() }
      let time = start + .nanoseconds(Int64(begun) * pause)
      guard time <= .now() else { break }
      begun += 1
      visit(time)
    }
    let bound = NIOLoopBound(self, eventLoop: eventLoop)
    eventLoop.scheduleTask(deadline: start + .nanoseconds(Int64(begun) * pause)) { bound.value.next(count, pause, start, promise) }
  }

  /// The answers that have not come.
  var openCount: Int { underWay.reduce(0) { $0 + $1.count } }

  /// The latest.
  var phase: OverloadPhase { phases.last ?? OverloadPhase() }

  // MARK: Visits

  private func visit(_ time: NIODeadline) {
    let unit = nextUnit
    nextUnit = (nextUnit + 1) % units.count
    phases[phases.count - 1].offered += 1
    guard !units[unit].isWaiting, units[unit].revision <= RepeatableForm.basesMax else {
      phases[phases.count - 1].waiting += 1
      return
    }
    let index = units[unit].connection
    let message = units[unit].form.message(on: units[unit].revision)
    numbers[index] += 1
    guard let stream = fleet.connections[index]?.request(.submit, message, number: numbers[index]) else {
      phases[phases.count - 1].others["no connection", default: 0] += 1
      return
    }
    tally.note { $0.begun += 1 }
    units[unit].isWaiting = true
    let now = NIODeadline.now()
    phases[phases.count - 1].start.record((now - time).nanoseconds)
    underWay[index][stream] = UnderWay(unit: unit, intended: time, sent: now, phase: phases.count - 1)
  }

  private func take(_ response: Response, from index: Int) {
    guard let one = underWay[index].removeValue(forKey: response.stream) else { return }
    units[one.unit].isWaiting = false
    let now = NIODeadline.now()
    phases[one.phase].last = now
    if response.code == Status.ok.rawValue {
      units[one.unit].revision += 1
      answers.append(response.payload)
      phases[one.phase].whole.record((now - one.intended).nanoseconds)
      phases[one.phase].receipts.record((now - one.sent).nanoseconds)
      tally.note { $0.answered += 1 }
    } else {
      let problem = try? Payload.decode(Problem.self, from: response.payload)
      let text = "\(response.status), effect \(response.effect): \(problem?.name ?? "")"
      tally.note { $0.refused += 1 }
      phases[one.phase].refusals.record((now - one.sent).nanoseconds)
      if Self.isShedding(response, problem) {
        phases[one.phase].shed[text, default: 0] += 1
      } else {
        phases[one.phase].others[text, default: 0] += 1
      }
    }
    if isSaturating { visit(now) }
  }

  /// Certainly nothing stored, and a code that says that the server has too much to do.
  ///
  /// - Source: `Protocol/Errors.md`, W-132, J-403.
  private static func isShedding(_ response: Response, _ problem: Problem?) -> Bool {
    guard response.effect == .notApplied else { return false }
    switch problem?.name {
    case "OVERLOADED": return response.status == .overloaded && problem?.retryAfterMs ?? 0 > 0
    case "JOURNAL_OVERLOADED": return response.status == .unavailable
    default: return false
    }
  }
}

import NIOCore
import Wire

/// What a stretch of submissions on warm connections gave.
struct SteadyResult: Sendable {
  /// From the intended time to the receipt.
  var latencies = Latencies()
  var answers: [[UInt8]] = []
  /// When each of the answers came.
  var times: [NIODeadline] = []
  /// Answers that were no receipt, by what was said.
  var refused: [String: Int] = [:]
  var lost: [String: Int] = [:]

  mutating func add(_ other: SteadyResult) {
    latencies.add(other.latencies)
    answers += other.answers
    times += other.times
    refused.merge(other.refused, uniquingKeysWith: +)
    lost.merge(other.lost, uniquingKeysWith: +)
  }
}

/// Submissions at a fixed pace on warm connections, each unit's a correction of the one before.
///
/// A submission whose unit still waits for an answer is sent after it; its time counts from when it should have been sent.
final class SteadyLane {
  private struct Unit {
    var revision = 0
    var requestNumber: UInt64 = 0
    /// Intended times; the first one is under way.
    var due: [NIODeadline] = []
  }

  let fleet: Fleet
  private let callers: [Dialer.Caller]
  private let forms: LoadForms
  private let tally: Tally
  private let eventLoop: any EventLoop
  private var units: [Unit]
  private var begun = 0
  private var finished = 0
  private var count = 0
  private var ended: EventLoopPromise<SteadyResult>?
  private var result = SteadyResult()

  init(_ callers: [Dialer.Caller], site: LoadSite, dialer: Dialer, tally: Tally, on eventLoop: any EventLoop) {
    self.callers = callers
    self.tally = tally
    self.eventLoop = eventLoop
    forms = site.forms
    units = Array(repeating: Unit(), count: callers.count)
    fleet = Fleet(callers, dialer: dialer, tally: Tally(), on: eventLoop)
    fleet.hear = { [unowned self] index, event in if case .answered(let response) = event { take(response, from: index) } }
  }

  /// - Parameters:
  ///   - pause: Between two submissions of this lane, nanoseconds.
  func run(count: Int, pause: Int64, from start: NIODeadline) -> EventLoopFuture<SteadyResult> {
    let promise = eventLoop.makePromise(of: SteadyResult.self)
    ended = promise
    self.count = count
    if count == 0 { promise.succeed(result) }
    next(pause, start)
    return promise.futureResult
  }

  private func next(_ pause: Int64, _ start: NIODeadline) {
    let bound = NIOLoopBound(self, eventLoop: eventLoop)
    while begun < count {
      let time = start + .nanoseconds(Int64(begun) * pause)
      guard time <= .now() else {
        eventLoop.scheduleTask(deadline: time) { bound.value.next(pause, start) }
        return
      }
      let index = begun % units.count
      begun += 1
      tally.note { $0.begun += 1 }
      units[index].due.append(time)
      if units[index].due.count == 1 { send(index) }
    }
    // Whatever has no answer by then never will.
    eventLoop.scheduleTask(in: .seconds(40)) { bound.value.finish() }
  }

  private func send(_ index: Int) {
    units[index].requestNumber += 1
    let message = forms.message(callers[index].number, revision: units[index].revision + 1)
    guard fleet.connections[index]?.request(.submit, message, number: units[index].requestNumber) == nil else { return }
    result.refused["no connection", default: 0] += 1
    settle(index)
  }

  private func take(_ response: Response, from index: Int) {
    if response.code == Status.ok.rawValue {
      units[index].revision += 1
      if let intended = units[index].due.first { result.latencies.record((.now() - intended).nanoseconds) }
      result.answers.append(response.payload)
      result.times.append(.now())
      tally.note { $0.answered += 1 }
    } else {
      let problem = try? Payload.decode(Problem.self, from: response.payload)
      result.refused["\(response.status), effect \(response.effect): \(problem?.name ?? "")", default: 0] += 1
      tally.note { $0.refused += 1 }
    }
    settle(index)
  }

  private func settle(_ index: Int) {
    finished += 1
    if !units[index].due.isEmpty { units[index].due.removeFirst() }
    if finished == count { return finish() }
    if !units[index].due.isEmpty { send(index) }
  }

  private func finish() {
    result.lost = fleet.lost
    ended?.succeed(result)
  }
}

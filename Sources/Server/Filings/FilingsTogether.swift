import Campaign
import Service
import Synchronization
package import Wire

/// Submit requests that arrive at about the same time, carried out in one pass.
///
/// Each is answered exactly as ``Requests/handle(_:_:_:)`` answers it. Those that arrive while the service is busy with others
/// join the next pass; nobody waits for company. Who would have to wait for too long is refused when he comes.
package final class FilingsTogether: BatchHandler {
  private typealias Answer = @Sendable ([(index: Int, reply: Reply?)]) -> Void

  /// The requests that came together from one connection.
  private final class Batch: Sendable {
    let requests: [BatchedRequest]
    let answer: Answer
    init(_ requests: [BatchedRequest], _ answer: @escaping Answer) { (self.requests, self.answer) = (requests, answer) }
  }
  private struct Waiting: Sendable {
    let index: Int
    let request: ReadRequest
    let batch: Batch
    /// When it was its turn.
    var began: ContinuousClock.Instant { batch.requests[index].began }
    func refusal(_ limits: Limits, at now: ContinuousClock.Instant) -> Reply? { batch.requests[index].refusal(limits, at: now) }
  }
  private struct Queue {
    var line: WaitingLine<Waiting>
    var isAwaited = false

    /// Whether a pass is to begin that nobody has begun.
    mutating func isDue() -> Bool {
      guard !isAwaited, line.hasNext else { return false }
      isAwaited = true
      return true
    }
  }

  private let service: CampaignService
  private let limits: Limits
  private let queue: Mutex<Queue>

  /// - Parameter underWayMax: Filings that are decided and not on disk yet; the others wait in front of the service.
  package init(_ requests: Requests, limits: Limits = Limits(), underWayMax: Int = 2_048) {
    service = requests.service
    self.limits = limits
    queue = Mutex(Queue(line: WaitingLine(patience: limits.queueTime, unsettledMax: underWayMax)))
  }

  package func takes(_ method: Method) -> Bool { method == .submit }

  package func carryOut(_ requests: [BatchedRequest], _ answer: @escaping @Sendable ([(index: Int, reply: Reply?)]) -> Void) {
    let now = ContinuousClock.now
    guard !queue.withLock({ $0.line.isTooLong(at: now) }) else { return answer(requests.indices.map { ($0, .overloaded) }) }
    var answered: [(index: Int, reply: Reply?)] = []
    let batch = Batch(requests, answer)
    var known: [Waiting] = []
    known.reserveCapacity(requests.count)
    let forms = service.publishedForms
    for (index, request) in requests.enumerated() {
      if let refusal = request.refusal(limits, at: now) {
        answered.append((index, refusal))
      } else if let forms, let read = Self.read(request, forms) {
        known.append(Waiting(index: index, request: read, batch: batch))
      } else {
        answered.append((index, nil))
      }
    }
    if !answered.isEmpty { answer(answered) }
    guard !known.isEmpty else { return }
    let isDue = queue.withLock { queue in
      for one in known { queue.line.join(one, at: one.began) }
      return queue.isDue()
    }
    if isDue { begin() }
  }

  private static func read(_ request: BatchedRequest, _ forms: KnownForms) -> ReadRequest? {
    let context = request.context
    guard context.requestNumber > 0, let filing = FilingMessage.read(request.payload, forms),
      context.principal.may(.file(for: forms.id(of: filing.unit)))
    else { return nil }
    return ReadRequest(
      filing, account: context.principal.account, clientID: context.clientID, number: context.requestNumber,
      method: request.method.rawValue, payload: request.payload)
  }

  private func begin() { Task(priority: .high) { await pass() } }

  private func pass() async {
    let taken = Mutex<[Waiting]>([])
    let results = await service.fileTogether(
      {
        let ready = self.take()
        taken.withLock { $0 = ready }
        return ready.map(\.request)
      },
      declined: { indices in
        let all = taken.withLock { $0 }
        self.settle(indices.map { (all[$0], nil) })
      })
    let all = taken.withLock { $0 }
    settle(
      results.map { index, result in
        let one = all[index]
        switch result {
        case .success(let filed): return (one, .success(filed.answer(to: one.request.filing)))
        case .failure(let failure): return (one, failure.reply)
        }
      })
  }

  /// - Returns: Those whose turn it is; who has waited for too long is answered.
  private func take() -> [Waiting] {
    let next = queue.withLock { queue in
      queue.isAwaited = false
      return queue.line.take()
    }
    var ready: [Waiting] = []
    var refused: [(one: Waiting, reply: Reply?)] = []
    ready.reserveCapacity(next.count)
    let now = ContinuousClock.now
    for one in next {
      if let refusal = one.refusal(limits, at: now) { refused.append((one, refusal)) } else { ready.append(one) }
    }
    settle(refused)
    return ready
  }

  /// Answers, and begins the next pass where there was no room for it.
  private func settle(_ replies: [(one: Waiting, reply: Reply?)]) {
    guard !replies.isEmpty else { return }
    let isDue = queue.withLock { queue in
      queue.line.settle(replies.count, at: .now)
      return queue.isDue()
    }
    if isDue { begin() }
    // Those of one connection stand beside each other: it hears of them at once.
    var first = 0
    while first < replies.count {
      let batch = replies[first].one.batch
      var mine: [(index: Int, reply: Reply?)] = []
      mine.reserveCapacity(replies.count - first)
      while first < replies.count, replies[first].one.batch === batch {
        mine.append((replies[first].one.index, replies[first].reply))
        first += 1
      }
      batch.answer(mine)
    }
  }
}

import Campaign
import Service
import Synchronization
package import Wire

/// Submit requests that arrive at about the same time, carried out in one pass.
///
/// Each is answered exactly as ``Requests/handle(_:_:_:)`` answers it. Those that arrive while the service is busy with others
/// join the next pass; nobody waits for company.
package final class FilingsTogether: BatchHandler {
  private typealias Answer = @Sendable ([(index: Int, reply: Reply?)]) -> Void

  private struct Waiting {
    let index: Int
    let request: ReadRequest
    let answer: Int
  }
  private struct Queue {
    var waiting: [Waiting] = []
    var answers: [Answer] = []
    var isAwaited = false
  }

  private let service: CampaignService
  private let limits: Limits
  private let queue = Mutex(Queue())

  package init(_ requests: Requests, limits: Limits = Limits()) {
    service = requests.service
    self.limits = limits
  }

  package func takes(_ method: Method) -> Bool { method == .submit }

  package func carryOut(_ requests: [BatchedRequest], _ answer: @escaping @Sendable ([(index: Int, reply: Reply?)]) -> Void) {
    var answered: [(index: Int, reply: Reply?)] = []
    var known: [(index: Int, request: ReadRequest)] = []
    known.reserveCapacity(requests.count)
    let forms = service.publishedForms
    for (index, request) in requests.enumerated() {
      if let refusal = request.refusal(limits) {
        answered.append((index, refusal))
      } else if let forms, let read = Self.read(request, forms) {
        known.append((index, read))
      } else {
        answered.append((index, nil))
      }
    }
    if !answered.isEmpty { answer(answered) }
    guard !known.isEmpty else { return }
    let isFirst = queue.withLock { queue in
      let place = queue.answers.count
      queue.answers.append(answer)
      for (index, request) in known { queue.waiting.append(Waiting(index: index, request: request, answer: place)) }
      defer { queue.isAwaited = true }
      return !queue.isAwaited
    }
    if isFirst { Task(priority: .high) { await pass() } }
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

  private func pass() async {
    let taken = Mutex(Queue())
    let results = await service.fileTogether(
      {
        let all = self.queue.withLock { queue in
          defer { queue = Queue() }
          return queue
        }
        taken.withLock { $0 = all }
        return all.waiting.map(\.request)
      },
      declined: { indices in
        let all = taken.withLock { $0 }
        Self.give(indices.map { (all.waiting[$0], nil) }, all.answers)
      })
    let all = taken.withLock { $0 }
    Self.give(
      results.map { index, result in
        let one = all.waiting[index]
        switch result {
        case .success(let filed): return (one, .success(filed.answer(to: one.request.filing)))
        case .failure(let failure): return (one, failure.reply)
        }
      }, all.answers)
  }

  /// Each connection hears once of all that is its own.
  private static func give(_ replies: [(one: Waiting, reply: Reply?)], _ answers: [Answer]) {
    var sorted: [[(index: Int, reply: Reply?)]] = Array(repeating: [], count: answers.count)
    for (one, reply) in replies { sorted[one.answer].append((one.index, reply)) }
    for (answer, replies) in zip(answers, sorted) where !replies.isEmpty { answer(replies) }
  }
}

import Campaign
import Foundation
import Journal
import Server
import SwiftProtobuf
import Synchronization
import TestSupport
import Testing
import Wire

@testable import Service

/// Filings carried out together: what is stored and answered has the same bytes as one by one.
@Suite struct TogetherTests {
  /// Two installations that get the same requests at the same time: one may carry them out together, the other never does.
  private final class Twins {
    let one: Installation
    let other: Installation
    let clock = ManualClock(SmallCampaign.start)
    /// In force, by unit and period.
    private(set) var revisions: [String: Int] = [:]

    struct Installation {
      let journal: Journal
      let requests: Requests
    }

    init(at start: Instant) async throws {
      clock.set(start)
      let clock = clock
      func make() async throws -> Installation {
        let journal = try Journal(MemoryDriver())
        let service = try await CampaignService.open(journal, clock: clock)
        try await service.launch(
          GenesisEntry(deployment: "test", serverID: Array(repeating: 3, count: 16), demonstrationStart: nil),
          rulebook: Array(SmallCampaign.yaml.utf8))
        return Installation(journal: journal, requests: Requests(service: service))
      }
      (one, other) = (try await make(), try await make())
    }

    /// - Returns: How many were carried out together.
    func carryOut(_ requests: [BatchedRequest], underWayMax: Int = 2_048) async throws -> Int {
      var limits = Limits()
      // Hundreds of tests share the threads: a request that waits for its turn is no overload here.
      limits.queueTime = .seconds(600)
      let first = await Self.answers(FilingsTogether(one.requests, limits: limits, underWayMax: underWayMax), requests)
      #expect(Set(first.map(\.index)) == Set(requests.indices))
      var order = first.filter { $0.reply != nil }.sorted { $0.index < $1.index }
      let count = order.count
      order += first.filter { $0.reply == nil }.sorted { $0.index < $1.index }
      for (index, reply) in order {
        let request = requests[index]
        let here: Reply
        if let reply {
          here = reply
        } else {
          here = await one.requests.handle(request.context, request.method, request.payload)
        }
        let there = await other.requests.handle(request.context, request.method, request.payload)
        let isSame = Self.bytes(here) == Self.bytes(there)
        #expect(isSame, "\(here) and \(there)")
        if case .success(let answer, _) = there {
          for receipt in try Payload.decode(SubmitResponse.self, from: answer).receipts {
            let slot = receipt.unit + receipt.period
            revisions[slot] = max(revisions[slot] ?? 0, Int(receipt.revision))
          }
        }
      }
      #expect(one.journal.head == other.journal.head)
      for journal in [one.journal, other.journal] { try await Self.checkKeys(journal) }
      return count
    }

    /// Whichever way a filing went, the file holds its revision under the same key.
    private static func checkKeys(_ journal: Journal) async throws {
      var from: UInt64 = 1
      while case let page = try await journal.entries(from: from), let last = page.last {
        for entry in page where entry.kind == .submission {
          let submission = try SubmissionEntry(entry)
          #expect(try await journal.position(ofUniqueKey: submission.filing.revisionKey(submission.revision)) == entry.position)
          #expect(try await journal.position(ofUniqueKey: submission.filing.revisionKey(submission.revision + 1)) != entry.position)
        }
        from = last.position + 1
      }
    }

    static func answers(_ together: FilingsTogether, _ requests: [BatchedRequest]) async -> [(index: Int, reply: Reply?)] {
      await withCheckedContinuation { continuation in
        let all = Mutex<[(index: Int, reply: Reply?)]>([])
        together.carryOut(requests) { replies in
          let whole = all.withLock { all in
            all += replies
            return all.count == requests.count ? all : nil
          }
          if let whole { continuation.resume(returning: whole) }
        }
      }
    }

    private static func bytes(_ reply: Reply) -> [UInt8] {
      switch reply {
      case .success(let message, let replayed): [0, replayed ? 1 : 0] + message
      case .problem(let status, let problem, let effect): [1, UInt8(status.rawValue), effect.rawValue] + Payload.encode(problem)
      }
    }
  }

  private static func request(
    _ payload: [UInt8], _ number: UInt64, client: UInt8 = 1, principal: Principal = .open
  ) -> BatchedRequest {
    BatchedRequest(
      context: RequestContext(
        Caller(clientID: Array(repeating: client, count: 16), principal: principal), requestNumber: number),
      method: .submit, payload: payload)
  }

  private static func filing(_ unit: String, _ period: String, base: Int = 0, _ answered: Int64, _ asked: Int64) -> Wire.Filing {
    .with {
      ($0.unit, $0.period, $0.form, $0.baseRevision) = (unit, period, "month", UInt32(base))
      $0.figures = [("answered", answered), ("asked", asked)].map { name, value in .with { ($0.counter, $0.value) = (name, value) } }
    }
  }

  private static func message(_ filing: Wire.Filing) -> SubmitRequest {
    .with { ($0.campaign, $0.filings) = ("small", [filing]) }
  }

  @Test func aPlainFilingGoesTogetherAndItsCorrectionToo() async throws {
    let twins = try await Twins(at: SmallCampaign.start)
    for base in 0..<3 {
      let requests = SmallCampaign.units.enumerated().map { index, unit in
        let filing = Self.filing(unit, "2023-03", base: base, Int64(index), 300)
        return Self.request(Payload.encode(Self.message(filing)), UInt64(base * 100 + index + 1))
      }
      #expect(try await twins.carryOut(requests) == requests.count)
      // Sent again, each gets the receipt it has.
      #expect(try await twins.carryOut(requests) == 0)
    }
  }

  // Decision 32: what has no room in a pass waits for the next one.
  @Test func aPassTakesOnlyAsManyAsThereIsRoomFor() async throws {
    let twins = try await Twins(at: SmallCampaign.start)
    let requests = SmallCampaign.units.enumerated().map { index, unit in
      Self.request(Payload.encode(Self.message(Self.filing(unit, "2023-03", Int64(index), 300))), UInt64(index + 1))
    }
    #expect(try await twins.carryOut(requests, underWayMax: 1) == requests.count)
  }

  // Frame.md, Limits: "waiting for a turn", `OVERLOADED`; nothing is stored.
  @Test func whoWaitsForTooLongIsRefused() async throws {
    let twins = try await Twins(at: SmallCampaign.start)
    let before = twins.one.journal.head
    var limits = Limits()
    limits.queueTime = .zero
    let request = Self.request(Payload.encode(Self.message(Self.filing("u3", "2023-03", 1, 300))), 1)
    let answers = await Twins.answers(FilingsTogether(twins.one.requests, limits: limits), [request, request])
    #expect(answers.count == 2)
    for (_, reply) in answers {
      guard case .problem(.overloaded, let problem, .notApplied) = reply else {
        Issue.record("\(String(describing: reply))")
        continue
      }
      #expect(problem.name == "OVERLOADED" && (1000...5000).contains(problem.retryAfterMs))
    }
    #expect(twins.one.journal.head == before)
  }

  @Test func theContentKeyIsComparedWhereItIsGiven() async throws {
    let twins = try await Twins(at: SmallCampaign.start)
    let plain = Self.filing("u3", "2023-03", 128, 1_000_000_000_000_000)
    let key = sha256(
      Campaign.Filing(
        unit: "u3", period: Period("2023-03", kind: .legalMonth)!, form: "month", baseRevision: 0,
        figures: [("answered", 128), ("asked", 1_000_000_000_000_000)]
      ).contentKeyBytes(campaign: "small"))
    var (right, wrong) = (plain, plain)
    (right.contentKey, wrong.contentKey) = (Data(key), Data(key.reversed()))
    #expect(try await twins.carryOut([Self.request(Payload.encode(Self.message(wrong)), 1)]) == 0)
    #expect(try await twins.carryOut([Self.request(Payload.encode(Self.message(right)), 2)]) == 1)
  }

  /// Random filings, right and wrong, their resends, and the same with a few bytes changed.
  @Test(arguments: 0..<8) func whateverComesIsStoredAndAnsweredAlike(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(seed))
    let twins = try await Twins(at: SmallCampaign.start)
    var together = 0
    var sent: [BatchedRequest] = []
    for round in 0..<60 {
      if round == 40 { twins.clock.set(Instant(vietnam: "2023-04-20T08:00")!) }
      var batch: [BatchedRequest] = []
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        if let again = sent.randomElement(using: &random), Int.random(in: 0..<8, using: &random) == 0 {
          batch.append(BatchedRequest(context: again.context, method: again.method, payload: again.payload))
          continue
        }
        batch.append(Self.random(UInt64(sent.count + batch.count + 1), twins.revisions, &random))
      }
      together += try await twins.carryOut(batch)
      sent += batch
    }
    #expect(together > 5)
  }

  private static func random(_ number: UInt64, _ revisions: [String: Int], _ random: inout SplitMix64) -> BatchedRequest {
    func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }
    let units = SmallCampaign.units + ["u99"]
    let periods = ["2023-03", "2023-02", "2023-04", "2023-3", "2030-01"]
    let unit = units[Int.random(in: 0..<(chance(10) ? 13 : 12), using: &random)]
    let period = periods[chance(5) ? Int.random(in: 0..<5, using: &random) : 0]
    var filing = filing(
      unit, period, base: chance(6) ? Int.random(in: 0..<4, using: &random) : revisions[unit + period] ?? 0, Int64.random(in: chance(20) ? -1...200 : 0...90, using: &random),
      [0, 90, 127, 128, 300, 16_384, 1_000_000_000_000_000, 1_000_000_000_000_001][Int.random(in: 1..<8, using: &random)])
    if chance(20) { filing.figures.swapAt(0, 1) }
    if chance(20) { filing.figures.removeLast() }
    if chance(20) { filing.figures.append(filing.figures[0]) }
    if chance(30) { filing.form = "year" }
    if chance(20) { filing.contentKey = Data(repeating: 7, count: chance(2) ? 32 : 31) }
    var message = message(filing)
    if chance(30) { message.campaign = "big" }
    if chance(20) { message.filings.append(filing) }
    var bytes = Payload.encode(message)
    if chance(3) {
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
        case 2: bytes.remove(at: place)
        default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
        if bytes.isEmpty { break }
      }
    }
    let others = [
      Principal(account: .system, role: .unit, unit: "u1"), Principal(account: AccountID(high: 1, low: 9), role: .viewer),
      Principal(account: AccountID(high: 1, low: 8), role: .open),
    ]
    let principal = chance(8) ? others[Int.random(in: 0..<3, using: &random)] : .open
    return request(bytes, chance(20) ? 0 : chance(15) ? 1 : number, client: chance(10) ? 2 : 1, principal: principal)
  }
}

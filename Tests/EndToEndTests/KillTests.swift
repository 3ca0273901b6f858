import Campaign
import Client
import Foundation
import Journal
import Service
import Synchronization
import Testing
import Wire

enum SubmitRequestBytes {
  static let first = make("u0", answered: 5, base: 0)

  static func make(_ unit: String, answered: Int64, base: Int) -> [UInt8] {
    Payload.encode(SubmitRequest("small", [Wire.Filing(unit, "2023-03", [("answered", answered), ("asked", 1_000_000)], base: base)]))
  }
}

/// Kill -9 at any moment: what was confirmed is there, once.
@Suite(.timeLimit(.minutes(10))) struct KillTests {
  /// One sent request, and the answer if there was one.
  private struct Sent: Sendable {
    let client: UInt8
    let number: UInt64
    let bytes: [UInt8]
    let receipt: Wire.Receipt?
  }

  /// Sends requests again, each under its own client and number.
  private struct Resender {
    let port: Int
    private var connections: [UInt8: ThiDuaConnection] = [:]

    init(port: Int) { self.port = port }

    mutating func again(_ sent: Sent) async throws -> Wire.Receipt {
      let connection = if let known = connections[sent.client] { known } else { try await connect(port, deployment: "demo", client: sent.client) }
      connections[sent.client] = connection
      return try await connection.submit(sent.bytes, requestNumber: sent.number).receipts[0]
    }

    func close() async { for connection in connections.values { await connection.close() } }
    func closed() async { for connection in connections.values { await connection.closed() } }
  }

  /// When the server dies: with a confirmation, or while a request is on its way.
  private enum Moment { case sending, confirmed }

  /// Counts such moments and kills the server at one of them.
  private final class Fuse: Sendable {
    private let left: Mutex<Int>
    private let moment: Moment
    private let server: RunningServer
    init(at moment: Moment, number: Int, _ server: RunningServer) {
      left = Mutex(number)
      self.moment = moment
      self.server = server
    }

    func now(_ moment: Moment) {
      guard moment == self.moment else { return }
      let burnt = left.withLock { left in
        left -= 1
        return left == 0
      }
      if burnt { server.send(9) }
    }
  }

  // reliability.md R1.
  @Test func afterTwentyKillsEveryConfirmedReceiptIsThereOnce() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("KillTests seed \(seed)")
    var random = SeededNumbers(seed)
    let scratch = try Scratch()
    let data = scratch.file("data")
    try await SmallCampaign.make(at: data)
    var confirmed: [Sent] = []
    var bases: [String: Int] = [:]

    for round in 0..<20 {
      let server = try await RunningServer(data: data, in: scratch)
      let fuse = Fuse(at: round.isMultiple(of: 2) ? .sending : .confirmed, number: 1 + random.below(40), server)
      let start = bases
      let outcomes = try await withThrowingTaskGroup(of: [Sent].self) { group in
        for client in 0..<4 {
          let numbers = SeededNumbers(random.next())
          group.addTask { try await Self.load(client, port: server.port, bases: start, numbers: numbers, fuse: fuse) }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(await server.untilEnd() == -9)

      let next = try await RunningServer(data: data, in: scratch)
      var resender = Resender(port: next.port)
      for sent in outcomes {
        let receipt = try await resender.again(sent)
        if let known = sent.receipt {
          #expect(Payload.encode(receipt) == Payload.encode(known), "seed \(seed), round \(round): a confirmed receipt changed")
        }
        confirmed.append(Sent(client: sent.client, number: sent.number, bytes: sent.bytes, receipt: receipt))
        bases[receipt.unit] = max(bases[receipt.unit] ?? 0, Int(receipt.revision))
      }
      await next.killed()
      await resender.closed()
    }

    let last = try await RunningServer(data: data, in: scratch)
    var resender = Resender(port: last.port)
    for sent in confirmed { #expect(try await resender.again(sent) == sent.receipt, "seed \(seed)") }
    await resender.close()
    last.send(15)
    #expect(await last.untilEnd() == 0)
    #expect(try await Programs.run("thidua-server", ["verify", "--data", data], in: scratch).status == 0)
    try await expectNothingTwice(data, confirmed.compactMap(\.receipt), seed)
  }

  private func expectNothingTwice(_ data: String, _ receipts: [Wire.Receipt], _ seed: UInt64) async throws {
    let folder = try DataFolder.open(at: data)
    let journal = try Journal(SQLiteDriver(folder))
    var slots: Set<String> = []
    var hashes: [UInt64: [UInt8]] = [:]
    var position: UInt64 = 1
    while true {
      let page = try await journal.entries(from: position)
      guard let end = page.last else { break }
      position = end.position + 1
      for entry in page where entry.kind == .submission {
        let submission = try SubmissionEntry(entry)
        let slot = "\(submission.filing.unit) \(submission.filing.period) \(submission.revision)"
        #expect(slots.insert(slot).inserted, "seed \(seed): \(slot) stands twice")
        hashes[entry.position] = entry.hash.bytes
      }
    }
    #expect(receipts.count > 20)
    for receipt in receipts { #expect(hashes[receipt.position] == Array(receipt.entryHash), "seed \(seed)") }
    try await journal.close()
    folder.close()
  }

  /// Files revision after revision of three units of its own until the server is gone.
  private static func load(
    _ client: Int, port: Int, bases: [String: Int], numbers: SeededNumbers, fuse: Fuse
  ) async throws -> [Sent] {
    var numbers = numbers
    var bases = bases
    var sent: [Sent] = []
    let connection: ThiDuaConnection
    do { connection = try await connect(port, deployment: "demo", client: UInt8(client)) } catch { return [] }
    while true {
      let number = numbers.next() >> 1 | 1
      let unit = SmallCampaign.units[client * 3 + numbers.below(3)]
      let base = bases[unit] ?? 0
      let bytes = SubmitRequestBytes.make(unit, answered: Int64(numbers.below(1_000_000)), base: base)
      do {
        async let answer = connection.submit(bytes, requestNumber: number)
        fuse.now(.sending)
        let receipt = try await answer.receipts[0]
        sent.append(Sent(client: UInt8(client), number: number, bytes: bytes, receipt: receipt))
        bases[unit] = Int(receipt.revision)
        fuse.now(.confirmed)
      } catch ClientFailure.notConfirmed {
        // The one that was on its way: whether it is stored, only the resend can tell.
        sent.append(Sent(client: UInt8(client), number: number, bytes: bytes, receipt: nil))
        break
      } catch ClientFailure.unreachable {
        break
      }
    }
    return sent
  }

  @Test func aRequestWhoseReplyWasLostGetsTheSameReceiptAfterAKill() async throws {
    let scratch = try Scratch()
    let data = scratch.file("data")
    try await SmallCampaign.make(at: data)
    let server = try await RunningServer(data: data, in: scratch)
    let proxy = try await SwallowingProxy(toward: server.port)
    let cut = try await connect(proxy.port, deployment: "demo")
    let bytes = SubmitRequestBytes.first
    let failure = await #expect(throws: ClientFailure.self) { try await cut.submit(bytes, requestNumber: 1) }
    guard case .notConfirmed? = failure else {
      Issue.record("a lost reply is not confirmed: \(String(describing: failure))")
      return
    }
    await server.killed()
    try await proxy.close()

    let next = try await RunningServer(data: data, in: scratch)
    let connection = try await connect(next.port, deployment: "demo")
    let before = try await connection.health(deadline: .seconds(120))
    #expect(before.submissions == 1, "the reply was swallowed, so the filing is stored")
    let receipt = try await connection.submit(bytes, requestNumber: 1).receipts[0]
    #expect(receipt.position == before.provenance.journalPosition)
    #expect(receipt.entryHash == before.provenance.journalHead)
    #expect(try await connection.health(deadline: .seconds(120)).submissions == 1)
    await connection.close()
    await next.killed()
  }
}

/// SplitMix64.
struct SeededNumbers: Sendable {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

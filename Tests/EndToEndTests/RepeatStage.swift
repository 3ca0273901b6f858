import Campaign
import Foundation
import Journal
import Server
import Service
import SwiftProtobuf
import Testing
import Wire

extension Instant {
  func moved(days: Int64) -> Instant { Instant(milliseconds: milliseconds + days * 86_400_000) }
}

/// A server without sockets on a journal in memory, which can be started again.
final class RepeatStage {
  let clock: ManualClock
  private let driver = MemoryDriver()
  private(set) var journal: Journal
  private(set) var service: CampaignService
  private(set) var requests: Requests

  init(launched: Bool = false, at start: Instant = SmallCampaign.start) async throws {
    clock = ManualClock(start)
    journal = try Journal(driver)
    service = try await CampaignService.open(journal, clock: clock)
    requests = Requests(service: service)
    let genesis = GenesisEntry(deployment: "test", serverID: Array(repeating: 3, count: 16), demonstrationStart: nil)
    try await launched ? service.launch(genesis, rulebook: Array(RepeatTests.yaml.utf8)) : service.initialise(genesis)
  }

  func restart() async throws {
    try await journal.close()
    journal = try Journal(driver)
    service = try await CampaignService.open(journal, clock: clock)
    requests = Requests(service: service)
  }

  /// Who makes a call: everybody where nobody signs in, and an operator for tokens.
  func account(for method: Wire.Method) -> AccountID {
    method == .issueToken || method == .revokeToken ? AccountID(high: 1, low: 1) : AccountID(high: 1, low: 2)
  }

  func reply(
    _ method: Wire.Method, _ message: [UInt8], _ number: UInt64, client: UInt8 = 1, account: AccountID? = nil
  ) async -> Reply {
    let role: Role = method == .issueToken || method == .revokeToken ? .admin : .open
    let context = RequestContext(
      Caller(
        clientID: Array(repeating: client, count: 16), principal: Principal(account: account ?? self.account(for: method), role: role)),
      requestNumber: number)
    return await requests.handle(context, method, message)
  }

  /// The answer of a request that is applied.
  func applied(
    _ method: Wire.Method, _ message: [UInt8], _ number: UInt64, client: UInt8 = 1
  ) async throws -> (answer: [UInt8], replayed: Bool) {
    switch await reply(method, message, number, client: client) {
    case .success(let answer, let replayed): return (answer, replayed)
    case .problem(_, let problem, _): throw Refused(problem: problem)
    }
  }

  struct Refused: Error { let problem: Wire.Problem }

  /// The problem of a request that is not applied.
  func refusal(_ method: Wire.Method, _ message: [UInt8], _ number: UInt64, account: AccountID? = nil) async -> Wire.Problem? {
    guard case .problem(_, let problem, .notApplied) = await reply(method, message, number, account: account) else { return nil }
    return problem
  }

  func status(_ number: UInt64, account: AccountID) async throws -> StatusResponse {
    guard
      case .success(let answer, false) = await reply(
        .requestStatus, Payload.encode(StatusRequest.with { $0.requestNumber = number }), 0, account: account)
    else { return StatusResponse() }
    return try Payload.decode(StatusResponse.self, from: answer)
  }
}

import Campaign
import Foundation
import Journal
import Server
import Service
import SwiftProtobuf
import Testing
import Wire

/// Every call × role × whose unit: the table of decision 20, asked of the server itself (reliability A7).
@Suite struct PermissionTests {
  private enum Answer { case yes, own, no }

  /// What each role gets; a call that is missing here fails the test.
  private static func expected(_ method: Method) -> [Role: Answer] {
    switch method {
    case .getRanking, .watchRanking, .getPlaces, .getObjectives, .showCampaign, .requestStatus, .health: [.unit: .yes, .viewer: .yes, .office: .yes, .admin: .yes, .open: .yes]
    case .getForm, .listTasks, .getUnit, .exportFilings: [.unit: .own, .viewer: .yes, .office: .yes, .admin: .no, .open: .yes]
    case .submit, .deliver: [.unit: .own, .viewer: .no, .office: .no, .admin: .no, .open: .yes]
    case .assess, .publishIndex, .launch, .amend, .setApplicability, .decidePeriod:
      [.unit: .no, .viewer: .no, .office: .yes, .admin: .no, .open: .yes]
    case .issueToken, .revokeToken, .listTokens: [.unit: .no, .viewer: .no, .office: .no, .admin: .yes, .open: .no]
    }
  }

  private static func message(_ method: Method, unit: String) -> [UInt8] {
    switch method {
    case .submit: Payload.encode(SubmitRequest("small", [Wire.Filing(unit, "2023-03", [("asked", 1), ("answered", 1)])]))
    case .deliver:
      Payload.encode(
        DeliverRequest.with {
          $0.campaign = "small"
          $0.deliveries = [.with { $0.unit = unit }]
        })
    case .getForm: Payload.encode(FormRequest.with { ($0.unit, $0.period) = (unit, "2023-03") })
    case .listTasks: Payload.encode(TasksRequest.with { $0.unit = unit })
    case .getUnit: Payload.encode(UnitRequest.with { $0.unit = unit })
    case .exportFilings: Payload.encode(ExportRequest.with { $0.unit = unit })
    default: []
    }
  }

  private func requests() async throws -> Requests {
    let service = try await CampaignService.open(Journal(MemoryDriver()), clock: ManualClock(SmallCampaign.start))
    try await service.launch(
      GenesisEntry(deployment: "test", serverID: Array(repeating: 3, count: 16), demonstrationStart: nil),
      rulebook: Array(SmallCampaign.yaml.utf8))
    return Requests(service: service)
  }

  private func isRefused(_ requests: Requests, _ method: Method, _ message: [UInt8], _ principal: Principal) async -> Bool {
    let context = RequestContext(
      Caller(clientID: Array(repeating: 1, count: 16), principal: principal), requestNumber: method.changesState ? 1 : 0)
    guard case .problem(let status, let problem, let effect) = await requests.handle(context, method, message) else { return false }
    guard problem.reason == "A-601" || problem.reason == "A-602" else { return false }
    return status == .permissionDenied && effect == .notApplied
  }

  @Test(arguments: Method.allCases)
  func everyRoleGetsWhatTheTableSays(method: Method) async throws {
    for (role, answer) in Self.expected(method) {
      let principal = Principal(account: .system, role: role, unit: role == .unit ? "u0" : nil)
      for (unit, allowed) in [("u0", answer != .no), ("u1", answer == .yes), ("", answer == .yes)] {
        let refused = await isRefused(try await requests(), method, Self.message(method, unit: unit), principal)
        #expect(refused == !allowed, "\(method.name), \(role), unit \"\(unit)\"")
      }
    }
  }

  // One foreign filing among one's own is enough.
  @Test func aUnitFilesNothingTogetherWithAnothersForm() async throws {
    let requests = try await requests()
    let figures: [(String, Int64)] = [("asked", 1), ("answered", 1)]
    let message = Payload.encode(SubmitRequest("small", [Wire.Filing("u0", "2023-03", figures), Wire.Filing("u1", "2023-03", figures)]))
    #expect(await isRefused(requests, .submit, message, Principal(account: .unit("u0"), role: .unit, unit: "u0")))
    #expect(await requests.service.state.submissions == 0)
  }

  @Test func eachUnitsOutcomeIsNotForEveryUnit() async throws {
    let message = Payload.encode(ObjectivesRequest.with { $0.withUnits = true })
    let requests = try await requests()
    #expect(await isRefused(requests, .getObjectives, message, Principal(account: .system, role: .unit, unit: "u0")))
    #expect(await isRefused(requests, .getObjectives, message, Principal(account: .system, role: .viewer)) == false)
  }

  @Test func theAccountStandsInTheEntry() async throws {
    let requests = try await requests()
    let context = RequestContext(
      Caller(clientID: Array(repeating: 1, count: 16), principal: Principal(account: .unit("u0"), role: .unit, unit: "u0")),
      requestNumber: 1)
    guard case .success = await requests.handle(context, .submit, Self.message(.submit, unit: "u0")) else {
      Issue.record("refused")
      return
    }
    #expect(try await requests.service.journal.entry(at: 3).account == .unit("u0"))
  }
}

import Campaign
import Foundation
import Journal
@testable import Service
import Testing

/// Exactly once across a start from a start file: requests that it covers are not in memory, and are found all the same.
@Suite struct OnceAfterStartTests {
  private static func origin(_ number: UInt64, account: UInt64 = 0, saying digest: UInt8 = 1) -> RequestOrigin {
    RequestOrigin(
      account: AccountID(high: 0, low: account), clientID: Array(repeating: 9, count: 16), requestNumber: number,
      content: RequestContent(method: 0x0101, digest: Array(repeating: digest, count: 32)))
  }

  /// A request before the start file, one behind it, and the service started from both.
  private struct Scene {
    let before: Receipt
    let behind: Receipt
    let entries: Int
    let driver: MemoryDriver
    let service: CampaignService

    init() async throws {
      let stage = try await Stage()
      let path = FileManager.default.temporaryDirectory.path + "/once-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: path) }
      before = try await Self.file(filing("u0"), 1, on: stage.service)
      try await stage.service.state.writeStartFile(at: path)
      behind = try await Self.file(filing("u1"), 2, on: stage.service)
      try await stage.journal.close()
      (driver, entries) = (stage.driver, stage.driver.allRows.count)
      let clock = stage.clock
      service = try await CampaignService.open(Journal(stage.driver), startFile: path) { _ in clock }
      guard case .file(before.position) = service.startedFrom else {
        Issue.record("started from \(service.startedFrom)")
        return
      }
    }

    private static func file(_ draft: FilingDraft, _ number: UInt64, on service: CampaignService) async throws -> Receipt {
      let origin = OnceAfterStartTests.origin(number)
      guard case .now(let receipts) = try await service.once(origin, { try await service.submit([draft], keys: [], from: origin) })
      else { throw CancellationError() }
      return try #require(receipts.first)
    }

    /// What a copy is answered with; it must not run.
    func replayed(_ origin: RequestOrigin) async throws -> [Receipt?] {
      switch try await service.once(origin, { () async throws -> Void in Issue.record("request \(origin.requestNumber) ran again") }) {
      case .now: []
      case .before(let recorded): recorded.map(\.filing)
      }
    }

    func refusal(_ origin: RequestOrigin) async throws -> String {
      try await #require(throws: ServiceFailure.self) { try await replayed(origin) }.code.number
    }
  }

  // Decision 23: a receipt is byte-equal for ever, also after a restart; the index of a start is only a shortcut.
  @Test(arguments: [false, true])
  func aRequestThatTheFileCoversIsAnsweredAgain(audited: Bool) async throws {
    let scene = try await Scene()
    if audited { #expect(try await scene.service.audit().finding == nil) }
    #expect(await (scene.service.requests[Self.origin(1).key!] != nil) == audited, "known without the file only after an audit")
    #expect(await scene.service.requests[Self.origin(2).key!] == scene.behind.position)
    #expect(try await scene.replayed(Self.origin(1)) == [scene.before])
    #expect(try await scene.replayed(Self.origin(2)) == [scene.behind])
    #expect(try await scene.refusal(Self.origin(1, saying: 2)) == "S-244")
    #expect(try await scene.refusal(Self.origin(1, account: 5)) == "A-605")
    guard case .applied(_, let entries) = try await scene.service.state(of: Self.origin(1)) else {
      Issue.record("request 1 is forgotten")
      return
    }
    #expect(entries.map(\.filing) == [scene.before])
    guard case .unknown = try await scene.service.state(of: Self.origin(3)) else {
      Issue.record("request 3 was never sent")
      return
    }
    #expect(scene.driver.allRows.count == scene.entries, "nothing more is stored")
  }
}

package import BenchmarkHarness
import Campaign
import Foundation
import Journal
import Server
import Service
import Wire
import Workload

/// Submissions that are on the disk before they are answered, from many connections, beside rows that PostgreSQL commits singly.
package struct DurableBenchmark: Sendable {
  /// What `pgbench` measured.
  package struct Commits: Sendable {
    package let perSecond: Int
    /// Of a tenth of the transactions.
    package let latencies: Sampling
  }
  package struct Ours: Sendable {
    package let result: BouncingResult
    /// Entries that the journal made durable together, on average, tenths.
    package let togetherTenths: Int
  }
  package struct Round: Sendable {
    package let diskSyncsPerSecond: Int
    /// One for each of ``DurableBenchmark/shapes``.
    package let ours: [Ours]
    /// `nil` where PostgreSQL is not installed.
    package let postgres: Commits?
  }

  package static let connections = 32
  /// Requests in flight on each connection.
  package static let shapes = [1, 16]
  /// So many that no commune has two submissions under way.
  package static let unitsLeast = 1_024

  private let rulebook: Rulebook
  private let yaml: [UInt8]

  /// - Parameter units: Of Kon Tum's rulebook, copied in their blocks; ``unitsLeast`` or more.
  package init(units: Int) throws {
    yaml = try CampaignFigures.yaml("kon-tum-2023", units: max(Self.unitsLeast, units), seed: 20_230_202)
    rulebook = try Rulebook(yaml: yaml)
  }

  /// - Parameters:
  ///   - count: Submissions, and rows, of a run.
  ///   - withPeers: Else ours alone.
  package func run(count: Int, rounds: Int, withPeers: Bool = true) async throws -> [Round] {
    let warmUp = count / 10
    // A connection may be quicker than the others.
    let most = (warmUp + count) * 3 / (2 * Self.connections) + 16
    let messages = try (0..<Self.connections).map { share in
      let forms = SubmitForms(rulebook, share: share, of: Self.connections)
      guard forms.unitCount > Self.shapes.max() ?? 0 else {
        throw WireBenchmarkFailure(description: "\(forms.unitCount) communes a connection are too few")
      }
      return (0..<most).map { forms.request($0) }
    }
    let parent = FileManager.default.temporaryDirectory.path
    func inTurns(_ postgres: PostgresPeer?) async throws -> [Round] {
      var done: [Round] = []
      for _ in 0..<rounds {
        let syncs = try DiskSyncs.perSecond(in: parent, milliseconds: withPeers ? 1_000 : 50)
        var ours: [Ours] = []
        for inFlight in Self.shapes {
          ours.append(try await run(messages, inFlight: inFlight, warmUp: warmUp, count: count, in: parent))
        }
        let commits = try postgres?.commits(clients: Self.connections, count: count)
        done.append(Round(diskSyncsPerSecond: syncs, ours: ours, postgres: commits))
      }
      return done
    }
    if withPeers, let rounds = try await PostgresPeer.serve(in: parent, { try await inTurns($0) }) { return rounds }
    return try await inTurns(nil)
  }

  /// One run on a journal of its own.
  private func run(_ messages: [[[UInt8]]], inFlight: Int, warmUp: Int, count: Int, in parent: String) async throws -> Ours {
    let path = parent + "/thidua-durable-\(UUID().uuidString)"
    let folder = try DataFolder.create(at: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let driver = try SQLiteDriver(folder)
    let journal = try Journal(driver)
    let service = try await CampaignService.open(journal, clock: ManualClock(Demonstration.start))
    try await service.launch(
      GenesisEntry(deployment: "bench", serverID: Array(repeating: 7, count: 16), demonstrationStart: Demonstration.start), rulebook: yaml)
    let requests = Requests(service: service)
    // Somebody has looked at the board, so that standings follow every filing.
    _ = try await service.snapshot()
    let (head, syncs) = (journal.head.position, driver.syncCount)
    let speeches = messages.enumerated().map { lane, messages in
      WireSpeech(.submit, client: UInt8(lane + 1), compresses: false, payload: { messages[$0] })
    }
    let result = try await WireBenchmark.serve(
      { await requests.handle($0, $1, $2) }, together: FilingsTogether(requests, limits: WireBenchmark.patient),
      welcome: { await requests.welcome() }
    ) { port in
      try await Bounce.run(speeches, port: port, inFlight: inFlight, warmUp: warmUp, count: count, most: messages[0].count)
    }
    let (stored, together) = (Int(journal.head.position - head), driver.syncCount - syncs)
    try await journal.close()
    folder.close()
    guard stored == warmUp + count else {
      throw WireBenchmarkFailure(description: "the journal kept \(stored) of \(warmUp + count) submissions")
    }
    return Ours(result: result, togetherTenths: stored * 10 / max(1, together))
  }
}

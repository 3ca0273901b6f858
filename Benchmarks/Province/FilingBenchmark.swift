package import BenchmarkHarness
import Campaign
import Client
import Crypto
import Foundation
import Journal
import Logging
import Server
import Service
import Synchronization
import Wire

/// One filing after another over one loopback connection: sent, validated, synced to disk, acknowledged.
package enum FilingBenchmark {
  /// - Parameter count: Filings, each another revision of the same month.
  package static func run(count: Int) async throws -> Sampling {
    let path = FileManager.default.temporaryDirectory.path + "/thidua-bench-\(UUID().uuidString)"
    let folder = try DataFolder.create(at: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let journal = try Journal(SQLiteDriver(folder))
    let service = try await CampaignService.open(journal, clock: ManualClock(Demonstration.start))
    let yaml = BundledCampaigns.yaml("kon-tum-2023") ?? []
    let rulebook = try Rulebook(yaml: yaml)
    try await service.launch(
      GenesisEntry(deployment: "bench", serverID: Array(repeating: 7, count: 16), demonstrationStart: Demonstration.start), rulebook: yaml)
    let requests = Requests(service: service)
    let (ports, gate) = AsyncStream.makeStream(of: Int.self)
    var logger = Logger(label: "bench")
    logger.logLevel = .error
    let server = WireServer(
      configuration: .init(host: "127.0.0.1", port: 0), logger: logger, onBound: { gate.yield($0) },
      welcome: { await requests.welcome() }, together: FilingsTogether(requests), handler: { await requests.handle($0, $1, $2) })
    let running = Task { try await server.run() }
    var port = 0
    for await bound in ports { port = bound; break }
    let connection = try await ThiDuaConnection.connect(
      host: "127.0.0.1", port: port, deployment: "bench", clientID: Array(repeating: 1, count: 16), timeout: .seconds(10))
    let form = rulebook.form(for: rulebook.units[0]).map(\.code).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var samples: [Int64] = []
    for revision in 0..<count {
      var filing = Wire.Filing()
      filing.unit = rulebook.units[0].id.text
      filing.period = "2023-12"
      filing.form = Rulebook.monthForm
      filing.baseRevision = UInt32(revision)
      filing.figures = form.map { code in
        var figure = Figure()
        figure.counter = code
        figure.value = code == "o_files" ? Int64(revision) : 0
        return figure
      }
      var request = SubmitRequest()
      request.campaign = rulebook.id
      request.filings = [filing]
      let start = ContinuousClock.now
      let response = try await connection.submit(Payload.encode(request), requestNumber: UInt64(revision + 1))
      samples.append((ContinuousClock.now - start).nanoseconds)
      precondition(response.receipts.first?.revision == UInt32(revision + 1), "Every filing is a revision of its own.")
    }
    await connection.close()
    running.cancel()
    _ = try? await running.value
    try await journal.close()
    folder.close()
    return Sampling(samples: samples)
  }
}

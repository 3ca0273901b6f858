import Foundation
import Synchronization
import Wire

/// Runs one scenario against a server of its own and says what came of it in one JSON line.
package struct LoadCommand: Sendable {
  private let options: LoadOptions
  private let say: @Sendable (String) -> Void

  /// - Parameter say: Hears how things go while it runs.
  package init(_ options: LoadOptions, say: @escaping @Sendable (String) -> Void) {
    self.options = options
    self.say = say
  }

  /// - Returns: The line, and whether all that has to hold did hold.
  /// - Throws: ``LoadFailure`` and what the system says.
  package func run() async throws -> (line: String, isSound: Bool) {
    try DescriptorLimit.raise(for: connectionsAtOnce)
    let program = options.program ?? ServerProcess.beside
    let path = options.folder ?? FileManager.default.temporaryDirectory.path + "/thidua-load-\(UUID().uuidString)"
    say("making a campaign of \(options.units) units in \(path)")
    let site = try await LoadSite.make(at: path, units: options.units, seed: options.seed, program: program)
    defer { if options.folder == nil { site.remove() } }
    let server = try await ServerProcess.start(
      program, on: site, encrypted: options.isEncrypted, signsIn: options.scenario != .overload)
    defer { server.kill() }
    say("thidua-server \(server.pid) listens on port \(server.port)")
    let dialer = try Dialer(
      port: server.port, authority: options.isEncrypted ? site.authority : nil, sources: options.sources,
      // Of an overload the server is to feel more than the generator.
      compresses: options.scenario != .overload)
    let run = LoadRun(options: options, site: site, server: server, dialer: dialer, program: program, say: say)
    switch options.scenario {
    case .rush: return try await run.rush()
    case .idle: return try await run.idle()
    case .steady: return try await run.steady()
    case .viewers: return try await run.viewers()
    case .overload: return try await run.overload()
    case .slow: return try await run.slowReaders()
    }
  }

  /// A rush on a server that does not follow has most of its callers waiting.
  private var connectionsAtOnce: Int {
    options.scenario == .rush ? min(options.units, 4_000) : options.connections + options.viewers + options.slow
  }
}

/// One scenario on a server that has started.
struct LoadRun: Sendable {
  let options: LoadOptions
  let site: LoadSite
  let server: ServerProcess
  let dialer: Dialer
  let program: String
  let say: @Sendable (String) -> Void

  /// Stops the server, and holds the receipts against its journal.
  func check(_ receipts: [Wire.Receipt]) async throws -> (json: String, isSound: Bool) {
    say("stopping the server, comparing \(receipts.count) receipts with its journal")
    try await server.stop()
    let check = try await JournalCheck(data: site.data, before: site.entries, receipts: receipts)
    let verified = try await ServerProcess.run(program, ["verify", "--data", site.data], output: site.path + "/verify.out")
    let json = #""receipts":\#(receipts.count),"journal_filings":\#(check.filings),"lost":\#(check.lost),"doubled":\#(check.extra),"other_entries":\#(check.others),"verified":\#(verified == 0)"#
    return (json, check.isSound && verified == 0)
  }

  /// The beginning of each line.
  func head(_ name: String) -> String {
    #""load":"\#(name)","tls":\#(options.isEncrypted),"units":\#(options.units),"sources":\#(options.sources)"#
  }

  func write(_ latencies: Latencies) throws { if let hdr = options.hdr { try latencies.write(to: hdr) } }
}

/// Words and how often each was said, as a JSON object.
func json(_ counts: [String: Int]) -> String {
  let pairs = counts.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.map { word, count in
    let plain = String(String.UnicodeScalarView(word.unicodeScalars.filter { $0 != "\"" && $0 != "\\" && $0.value >= 32 }))
    return #""\#(plain)":\#(count)"#
  }
  return "{" + pairs.joined(separator: ",") + "}"
}

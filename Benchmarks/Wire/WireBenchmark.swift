import Campaign
import Foundation
import Journal
import Logging
import Server
import Service
import Wire

/// The wire on one connection over loopback: opaque requests beside a bare echo, and whole submissions.
package enum WireBenchmark {
  package struct Round: Sendable {
    package let ours: BouncingResult
    /// Its messages of a turn share a write, on both sides, as ours do.
    package let echo: BouncingResult
    /// Each of its messages is a write of its own.
    package let plainEcho: BouncingResult
  }

  /// 600 bytes that the server does not look into, answered by 24, beside two bare echoes of 600 bytes; in turns.
  ///
  /// - Parameter count: Requests a run.
  package static func opaque(inFlight: Int, count: Int, rounds: Int) async throws -> [Round] {
    let body: [UInt8] = (0..<600).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ ($0 >> 3) &* 89) }
    let answer = Array(body.prefix(24))
    return try await serve({ _, _, _ in .success(answer) }, immediate: { _, _, _ in .success(answer) }) { port in
      try await EchoPeer.serve(gathers: true) { echoPort in
        try await EchoPeer.serve(gathers: false) { plainPort in
          func run(_ speech: some Speech & Sendable, _ port: Int) async throws -> BouncingResult {
            try await Bounce.run(speech, port: port, inFlight: inFlight, warmUp: count / 10, count: count)
          }
          var all: [Round] = []
          for _ in 0..<rounds {
            let echo = try await run(EchoSpeech(bytes: 600, gathers: true), echoPort)
            let plain = try await run(EchoSpeech(bytes: 600, gathers: false), plainPort)
            let ours = try await run(WireSpeech(.health, compresses: false, payload: { _ in body }), port)
            all.append(Round(ours: ours, echo: echo, plainEcho: plain))
          }
          return all
        }
      }
    }
  }

  /// The Kon Tum form of a commune, another month and revision each, validated and kept by a journal in memory.
  package static func submit(inFlight: Int, count: Int, compresses: Bool) async throws -> BouncingResult {
    let journal = try Journal(MemoryDriver())
    let service = try await CampaignService.open(journal, clock: ManualClock(Demonstration.start))
    let yaml = BundledCampaigns.yaml("kon-tum-2023") ?? []
    let rulebook = try Rulebook(yaml: yaml)
    try await service.launch(
      GenesisEntry(deployment: "bench", serverID: Array(repeating: 7, count: 16), demonstrationStart: Demonstration.start), rulebook: yaml)
    let requests = Requests(service: service)
    // Somebody has looked at the board, so that standings follow every filing.
    _ = try await service.snapshot()
    let result = try await serve(
      { await requests.handle($0, $1, $2) }, together: FilingsTogether(requests, limits: patient), welcome: { await requests.welcome() }
    ) { port in
      // Made beforehand: a client would have its bytes in an outbox.
      let forms = SubmitForms(rulebook)
      let messages = (0..<count + count / 10).map { forms.request($0) }
      return try await Bounce.run(
        WireSpeech(.submit, compresses: compresses, payload: { messages[$0] }), port: port, inFlight: inFlight,
        warmUp: count / 10, count: count)
    }
    try await journal.close()
    return result
  }

  /// How long a request takes is what is measured; none is refused because the machine was busy with something else.
  static var patient: Limits {
    var limits = Limits()
    limits.queueTime = .seconds(120)
    return limits
  }

  static func serve<Value>(
    _ handler: @escaping RequestHandler, immediate: ImmediateHandler? = nil, together: (any BatchHandler)? = nil, signIn: SignIn? = nil,
    welcome: @escaping @Sendable () async -> Welcome = {
      var welcome = Welcome()
      welcome.deployment = "bench"
      return welcome
    },
    _ body: (_ port: Int) async throws -> Value
  ) async throws -> Value {
    let (ports, gate) = AsyncStream.makeStream(of: Int.self)
    var logger = Logger(label: "bench")
    logger.logLevel = .error
    let server = WireServer(
      configuration: .init(host: "127.0.0.1", port: 0, limits: patient), logger: logger, onBound: { gate.yield($0) }, welcome: welcome,
      signIn: signIn, immediate: immediate, together: together, handler: handler)
    let running = Task { try await server.run() }
    var port = 0
    for await bound in ports { port = bound; break }
    do {
      let value = try await body(port)
      running.cancel()
      _ = try? await running.value
      return value
    } catch {
      running.cancel()
      _ = try? await running.value
      throw error
    }
  }
}

/// Submissions of filled forms, one after another over all communes and then as corrections of them.
struct SubmitForms: Sendable {
  private let rulebook: Rulebook
  private let units: [ReportingUnit]
  private let forms: [[String]]

  /// - Parameters:
  ///   - share: 0 or more, less than `shares`: which of the communes file here.
  ///   - shares: 1 or more.
  init(_ rulebook: Rulebook, share: Int = 0, of shares: Int = 1) {
    self.rulebook = rulebook
    units = rulebook.units.filter { $0.level == .commune }.enumerated().filter { $0.offset % shares == share }.map(\.element)
    forms = units.map { unit in
      rulebook.form(for: unit).map(\.code).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }

  /// How many communes file.
  var unitCount: Int { units.count }

  /// - Parameter number: 0 or more; a unit's revisions follow each other in this order.
  func request(_ number: Int) -> [UInt8] {
    let (revision, index) = number.quotientAndRemainder(dividingBy: units.count)
    var filing = Wire.Filing()
    filing.unit = units[index].id.text
    filing.period = "2023-12"
    filing.form = Rulebook.monthForm
    filing.baseRevision = UInt32(revision)
    filing.figures = forms[index].map { code in
      var figure = Figure()
      figure.counter = code
      // No part is larger than its whole where everything is the same; the revision makes each content another.
      figure.value = code == "o_files" ? Int64(number) : 0
      return figure
    }
    var request = SubmitRequest()
    request.campaign = rulebook.id
    request.filings = [filing]
    return Payload.encode(request)
  }
}

package import BenchmarkHarness
import Campaign
import Journal
import NIOCore
import Server
import Service
import Wire

/// Where units stand, asked over one connection: our frames beside Redis with a sorted set of the same totals.
package struct PlacesBenchmark: Sendable {
  /// How many places are asked for together, and how many such questions are under way.
  package struct Shape: Sendable, Hashable {
    package let together: Int
    package let inFlight: Int
  }
  package struct Answer: Sendable {
    package let name: String
    package let shape: Shape
    /// Places a second are ``BouncingResult/requestsPerSecond`` times ``Shape/together``.
    package let results: [BouncingResult]
    package var placesPerSecond: Sampling { Sampling(samples: results.map { Int64($0.requestsPerSecond * shape.together) }) }
  }
  package struct Report: Sendable {
    package let ours: [Answer]
    /// `nil` where Redis is not installed.
    package let redis: [Answer]?
    package let redisBenchmark: [Int]
  }

  /// The same number of places under way in each: sixteen, then 512.
  private static let ours = [
    Shape(together: 1, inFlight: 16), Shape(together: 1, inFlight: 32), Shape(together: 16, inFlight: 1), Shape(together: 16, inFlight: 32),
  ]
  private static let theirs = [Shape(together: 16, inFlight: 1), Shape(together: 16, inFlight: 32)]

  private let units: Int

  package init(units: Int) { self.units = units }

  /// - Parameter count: Places asked for in a run.
  package func run(count: Int, rounds: Int) async throws -> Report {
    let journal = try Journal(MemoryDriver())
    let service = try await filled(journal)
    let requests = Requests(service: service)
    // Somebody has looked at the board.
    let board = try await service.snapshot()
    let leader = board.top(1, of: board.rulebook.blocks[0].id, in: Self.period).first.flatMap { Int($0.unit.id.text.dropFirst()) }
    let report = try await WireBenchmark.serve(
      { await requests.handle($0, $1, $2) }, immediate: { requests.answerAtOnce($0, $1, $2) }, welcome: { await requests.welcome() }
    ) { port in
      let inTurns = try await RedisPeer.serve { redis in
        try await fill(redis)
        try check(redis, leader)
        return try await measure(port, redis, count: count, rounds: rounds)
      }
      if let inTurns { return inTurns }
      return try await measure(port, nil, count: count, rounds: rounds)
    }
    try await journal.close()
    return report
  }

  private func measure(_ port: Int, _ redis: Int?, count: Int, rounds: Int) async throws -> Report {
    var (ours, theirs, own): ([Shape: [BouncingResult]], [Shape: [BouncingResult]], [Int]) = ([:], [:], [])
    for _ in 0..<rounds {
      for shape in Self.ours {
        let questions = questions(shape.together)
        let runs = max(10, count / shape.together)
        ours[shape, default: []].append(
          try await Bounce.run(
            WireSpeech(.getPlaces, compresses: false, payload: { questions[$0 % questions.count] }), port: port, inFlight: shape.inFlight,
            warmUp: runs / 10, count: runs))
      }
      guard let redis else { continue }
      for shape in Self.theirs {
        let runs = max(10, count / shape.together)
        theirs[shape, default: []].append(
          try await Bounce.run(
            RedisSpeech(commands(shape.together), together: shape.together), port: redis, inFlight: shape.inFlight, warmUp: runs / 10,
            count: runs))
      }
      if let figure = try RedisPeer.ownFigure(redis, members: units, count: count) { own.append(figure) }
    }
    return Report(
      ours: Self.ours.map { Answer(name: "ours", shape: $0, results: ours[$0] ?? []) },
      redis: redis == nil ? nil : Self.theirs.map { Answer(name: "redis", shape: $0, results: theirs[$0] ?? []) }, redisBenchmark: own)
  }

  // MARK: what is asked

  private static let period = Period("2023-03", kind: .legalMonth)!
  private static let questionsInTurn = 1024

  private func unit(_ index: Int) -> Int { Int(truncatingIfNeeded: UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15 >> 33) % units }

  private func questions(_ together: Int) -> [[UInt8]] {
    (0..<Self.questionsInTurn).map { number in
      var question = PlacesRequest()
      question.period = Self.period.description
      question.units = (0..<together).map { "u\(unit(number * together + $0))" }
      return Payload.encode(question)
    }
  }

  private func commands(_ together: Int) -> [ByteBuffer] {
    (0..<Self.questionsInTurn).map { number in
      var buffer = ByteBuffer()
      for one in 0..<together { RedisSpeech.command(["ZREVRANK", "board", "u\(unit(number * together + one))"], to: &buffer) }
      return buffer
    }
  }

  // MARK: what is ranked

  /// Cases answered of a million: a unit's total, and its score in the sorted set. Every fiftieth has that of another.
  private func total(_ unit: Int) -> Int64 { Int64(self.unit((unit % 50 == 7 ? unit - 7 : unit) + 5_000_000)) }

  private func filled(_ journal: Journal) async throws -> CampaignService {
    let list = (0..<units).map { "{id: u\($0), name: Unit \($0)}" }.joined(separator: ", ")
    let yaml = """
      thidua: 1
      campaign: places
      periods: {kind: legal-month, first: 2023-01, last: 2023-12}
      units: [\(list)]
      ranking: {places-by: exact}
      counters: [{code: answered, combine: flow}, {code: asked, combine: flow}]
      criteria:
        - {code: k, points: 100, metric: {ratio: [answered, asked]}, scoring: {kind: PROP, target: 100}}
      """
    let service = try await CampaignService.open(journal, clock: ManualClock(Instant(vietnam: "2023-03-15T08:00")!))
    try await service.launch(
      GenesisEntry(deployment: "bench", serverID: Array(repeating: 7, count: 16), demonstrationStart: nil), rulebook: Array(yaml.utf8))
    for start in stride(from: 0, to: units, by: 1000) {
      let drafts = (start..<min(units, start + 1000)).map { unit in
        FilingDraft(
          unit: "u\(unit)", period: Self.period.description, form: Rulebook.monthForm, baseRevision: 0,
          cells: [.init(counter: "answered", value: total(unit)), .init(counter: "asked", value: 1_000_000)])
      }
      let origin = RequestOrigin(account: .system, clientID: Array(repeating: 1, count: 16), requestNumber: UInt64(start + 1))
      _ = try await service.submit(drafts, keys: Array(repeating: [], count: drafts.count), from: origin)
    }
    return service
  }

  private func fill(_ redis: Int) async throws {
    let commands = (0..<units).map { unit in
      var buffer = ByteBuffer()
      RedisSpeech.command(["ZADD", "board", "\(total(unit))", "u\(unit)"], to: &buffer)
      return buffer
    }
    _ = try await Bounce.run(RedisSpeech(commands, together: 1), port: redis, inFlight: 32, warmUp: 0, count: units)
  }

  /// The sorted set has everybody, and whoever leads here leads there.
  private func check(_ redis: Int, _ ours: Int?) throws {
    guard let program = Program.path("redis-cli") else { return }
    let count = try Program.output(program, ["-p", "\(redis)", "ZCARD", "board"]).split(separator: "\n").first.flatMap { Int($0) }
    let first = try Program.output(program, ["-p", "\(redis)", "ZREVRANGE", "board", "0", "0"]).split(separator: "\n").first ?? ""
    guard count == units, let leader = Int(first.dropFirst()), let ours, total(leader) == total(ours) else {
      throw WireBenchmarkFailure(description: "redis-server ranks otherwise: \(count ?? 0) members, \(first) in front")
    }
  }
}

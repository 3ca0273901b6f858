import Campaign
import Client
import Foundation
import Journal
import Server
import Service
import SwiftProtobuf
import TestSupport
import Testing
import Wire

/// GetPlaces: what is told at once has the bytes of the general way, and is never older than a receipt.
@Suite struct PlacesTests {
  private final class Stage {
    let clock = ManualClock(SmallCampaign.start)
    let requests: Requests

    init() async throws {
      let service = try await CampaignService.open(Journal(MemoryDriver()), clock: clock)
      try await service.launch(
        GenesisEntry(deployment: "test", serverID: Array(repeating: 3, count: 16), demonstrationStart: nil),
        rulebook: Array(SmallCampaign.yaml.utf8))
      requests = Requests(service: service)
    }

    static func context(_ principal: Principal = .open, _ number: UInt64 = 0) -> RequestContext {
      RequestContext(Caller(clientID: Array(repeating: 1, count: 16), principal: principal), requestNumber: number)
    }

    func atOnce(_ payload: [UInt8]) -> Reply? { requests.answerAtOnce(Self.context(), .getPlaces, payload) }
    func general(_ payload: [UInt8]) async -> Reply { await requests.handle(Self.context(), .getPlaces, payload) }

    func file(_ unit: String, _ answered: Int64, base: Int = 0, number: UInt64) async throws {
      let filing = Wire.Filing(unit, "2023-03", [("answered", answered), ("asked", 100)], base: base)
      let reply = await requests.handle(Self.context(.open, number), .submit, Payload.encode(SubmitRequest("small", [filing])))
      guard case .success = reply else { throw Refused(reply: "\(reply)") }
    }
  }
  private struct Refused: Error { let reply: String }

  private static func question(_ units: [String], _ period: String = "2023-03") -> [UInt8] {
    Payload.encode(PlacesRequest.with { ($0.period, $0.units) = (period, units) })
  }

  private static func bytes(_ reply: Reply) -> [UInt8] {
    switch reply {
    case .success(let message, let replayed): [0, replayed ? 1 : 0] + message
    case .problem(let status, let problem, let effect): [1, UInt8(status.rawValue), effect.rawValue] + Payload.encode(problem)
    }
  }

  private static func response(_ reply: Reply?) throws -> PlacesResponse? {
    guard case .success(let message, _)? = reply else { return nil }
    return try Payload.decode(PlacesResponse.self, from: message)
  }

  @Test func eachUnitHasOneRowInItsOrder() async throws {
    let stage = try await Stage()
    for (number, (unit, answered)) in [("u0", Int64(50)), ("u1", 90), ("u2", 50), ("u3", 10)].enumerated() {
      try await stage.file(unit, answered, number: UInt64(number + 1))
    }
    let question = Self.question(["u2", "nobody", "u1", "u11", "u2", "u3", "u0"])
    #expect(stage.atOnce(question) == nil)  // nobody has asked for standings yet
    let general = try #require(try Self.response(await stage.general(question)))
    let atOnce = try #require(try Self.response(stage.atOnce(question)))
    #expect(atOnce == general)
    #expect(general.places.map(\.hasPlace) == [true, false, true, false, true, true, true])
    #expect(general.places.map(\.place) == [2, 0, 1, 0, 2, 4, 2])
    #expect(general.places.map(\.tied) == [true, false, false, false, true, false, true])
    #expect(general.places.map(\.unknownUnit) == [false, true, false, false, false, false, false])
    #expect(general.places.map(\.reason.isEmpty) == [true, true, true, false, true, true, true])
    #expect(general.journalPosition == 6 && general.period == "2023-03" && general.provisional && !general.demonstration)
    #expect(general.rulebookDigest == Data(sha256(Array(SmallCampaign.yaml.utf8))))
  }

  // Frame.md, Limits: 64 units in one GetPlaces.
  @Test func oneToSixtyFourUnitsMayBeAskedFor() async throws {
    let stage = try await Stage()
    for unit in ["u0", "nobody"] {
      for (count, isRight) in [(0, false), (1, true), (2, true), (63, true), (64, true), (65, false), (4096, false)] {
        let question = Self.question(Array(repeating: unit, count: count))
        let reply = await stage.general(question)
        #expect(try Self.response(reply)?.places.count == (isRight ? count : nil))
        #expect(stage.atOnce(question).map(Self.bytes) == (isRight ? Self.bytes(reply) : nil))
        guard !isRight, case .problem(let status, let problem, let effect) = reply else { continue }
        #expect(status == .invalidArgument && effect == .notApplied && problem.reason == "S-222" && problem.path == "units")
      }
    }
    // The number of units comes before the period.
    guard case .problem(_, let first, _) = await stage.general(Self.question([], "1999-01")),
      case .problem(let status, let second, _) = await stage.general(Self.question(["u0"], "1999-01"))
    else {
      Issue.record("not refused")
      return
    }
    #expect(first.reason == "S-222" && second.reason == "S-207" && status == .notFound)
  }

  // Decision 29: "A place is therefore never older than a receipt that somebody has."
  @Test func whatWasAcknowledgedIsCounted() async throws {
    let stage = try await Stage()
    _ = await stage.general(Self.question(["u0"]))
    for round in 0..<20 {
      try await stage.file("u\(round % 2)", Int64(round + 1), base: round / 2, number: UInt64(round + 1))
      // At once or not, it is the newest.
      let question = Self.question(["u0", "u1"])
      let reply: Reply
      if let atOnce = stage.atOnce(question) { reply = atOnce } else { reply = await stage.general(question) }
      let places = try #require(try Self.response(reply))
      #expect(places.journalPosition == UInt64(round + 3))
      #expect(places.places[round % 2].place == 1)
    }
  }

  // Decision 29: what time changes is not told from before: openings, due instants, closings, the end of more time.
  @Test func timeAloneChangesNothingUnnoticed() async throws {
    let stage = try await Stage()
    try await stage.file("u0", 50, number: 1)
    let decision = PeriodDecisionRequest.with {
      ($0.campaign, $0.period, $0.unit, $0.reason) = ("small", "2023-03", "u4", "ours: test")
      $0.dueAtMs = Instant(vietnam: "2023-04-09T10:30")!.milliseconds
      $0.closesAtMs = Instant(vietnam: "2023-04-29T10:30")!.milliseconds
    }
    guard case .success = await stage.requests.handle(Stage.context(.open, 2), .decidePeriod, Payload.encode(decision)) else {
      Issue.record("refused")
      return
    }
    let questions = ["", "2023-03", "2023-04"].map { Self.question(SmallCampaign.units, $0) }
    var (answered, answers) = (0, Set<[UInt8]>())
    var random = SplitMix64(seed: 29)
    var time = SmallCampaign.start
    while time < Instant(vietnam: "2023-06-20T08:00")! {
      stage.clock.set(time)
      for question in questions {
        let atOnce = stage.atOnce(question).map(Self.bytes)
        let general = Self.bytes(await stage.general(question))
        if let atOnce {
          #expect(atOnce == general, "\(time)")
          answered += 1
        }
        answers.insert(general)
      }
      time = Instant(milliseconds: time.milliseconds + Int64.random(in: 1...7_200_000, using: &random))
    }
    #expect(answered > 1000 && answers.count > 6, "\(answered), \(answers.count)")
  }

  /// Random questions, right and wrong, and the same with a few bytes changed, between filings.
  @Test(arguments: 0..<4) func whateverIsAskedIsAnsweredAlike(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(seed))
    let stage = try await Stage()
    var (answered, number) = (0, UInt64(0))
    var bases: [String: Int] = [:]
    for _ in 0..<600 {
      if random.chance(5) {
        let unit = random.pick(SmallCampaign.units)
        number += 1
        try await stage.file(unit, Int64(random.int(0...100)), base: bases[unit, default: 0], number: number)
        bases[unit, default: 0] += 1
      }
      let names = SmallCampaign.units + ["u99", "", "U1", "u1 "] + (random.chance(20) ? ["ủy-ban", "u\u{301}1"] : [])
      let count = random.chance(90) ? random.int(0...20) : random.int(60...70)
      var bytes = Self.question((0..<count).map { _ in random.pick(names) }, random.pick(["", "2023-03", "2023-03", "2023-02", "2023-3", "2023-09", "x"]))
      if random.chance(30), !bytes.isEmpty {
        let place = random.int(0...bytes.count - 1)
        switch random.int(0...3) {
        case 0: bytes[place] = UInt8(random.int(0...255))
        case 1: bytes.insert(UInt8(random.int(0...255)), at: place)
        case 2: bytes.remove(at: place)
        default: bytes[place] ^= 1 << random.int(0...7)
        }
      }
      let atOnce = stage.atOnce(bytes).map(Self.bytes)
      let general = Self.bytes(await stage.general(bytes))
      guard let atOnce else { continue }
      #expect(atOnce == general, "\(bytes)")
      answered += 1
    }
    #expect(answered > 150, "\(answered)")
  }

  @Test func placesAreThoseOfTheRankingOverTheWire() async throws {
    try await withServer(rulebook: Array(SmallCampaign.yaml.utf8), at: SmallCampaign.start) { port, _ in
      let connection = try await connect(port)
      for unit in 0..<9 {
        let filing = Wire.Filing("u\(unit)", "2023-03", [("answered", Int64(unit / 2 * 10)), ("asked", 100)])
        _ = try await connection.submit(Payload.encode(SubmitRequest("small", [filing])), requestNumber: UInt64(unit + 1))
        let board = try await connection.ranking(.with { $0.period = "2023-03" })
        let rows = board.blocks.flatMap(\.rows)
        let places = try await connection.places(.with { ($0.period, $0.units) = ("2023-03", rows.map(\.unit)) })
        #expect(places.journalPosition == board.provenance.journalPosition)
        for (row, place) in zip(rows, places.places) {
          #expect(row.hasPlace == place.hasPlace && row.place == place.place && row.tied == place.tied && row.reason == place.reason)
        }
      }
      let refused = try await problem { try await connection.places(.with { $0.units = Array(repeating: "u0", count: 65) }) }
      #expect(refused?.name == "TOO_MANY")
      await connection.close()
    }
  }
}

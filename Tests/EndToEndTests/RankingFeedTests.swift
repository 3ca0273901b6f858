import Client
import Foundation
import SwiftProtobuf
import Testing
import Wire

/// WatchRanking against GetRanking, over real sockets.
@Suite(.timeLimit(.minutes(10))) struct RankingFeedTests {
  private static let watch = WatchRequest.with { $0.period = "2023-03" }
  private static let question = RankingRequest.with { $0.period = "2023-03" }

  private func submit(_ unit: Int, _ answered: Int64, base: Int, number: UInt64, _ connection: ThiDuaConnection) async throws {
    let filing = Wire.Filing("u\(unit)", "2023-03", [("answered", answered), ("asked", 1000)], base: base)
    _ = try await connection.submit(Payload.encode(SubmitRequest("small", [filing])), requestNumber: number)
  }

  private func withSmallCampaign(limits: Limits = Limits(), _ body: @Sendable (Int) async throws -> Void) async throws {
    try await withServer(rulebook: Array(SmallCampaign.yaml.utf8), at: SmallCampaign.start, limits: limits) { port, _ in try await body(port) }
  }

  // Messages.md, WatchRanking: what updates make is what GetRanking answers, through rises, falls and ties.
  @Test func whatIsWatchedIsTheRanking() async throws {
    var limits = Limits()
    limits.itemInterval = .milliseconds(1)
    try await withSmallCampaign(limits: limits) { port in
      let (viewer, unit) = (try await connect(port), try await connect(port, client: 8))
      var updates = try await viewer.watchRanking(Self.watch).makeAsyncIterator()
      let whole = try await updates.next()
      var board = try #require(whole)
      #expect(board.ranking.blocks == (try await unit.ranking(Self.question)).blocks)
      var random = SplitMix(7)
      var revisions = [Int](repeating: 0, count: 12)
      for step in 1...40 {
        let one = Int(random.next() % 12)
        // Always another value than before, and often one that others have.
        try await submit(one, Int64(step % 2 * 500 + Int(random.next() % 3) * 100 + revisions[one] % 2), base: revisions[one], number: UInt64(step), unit)
        revisions[one] += 1
        let now = try await unit.ranking(Self.question)
        while board.ranking.blocks != now.blocks {
          let next = try await updates.next()
          board = try #require(next)
        }
        #expect(board.ranking.period == now.period && board.ranking.provisional == now.provisional)
      }
      await viewer.close()
      await unit.close()
    }
  }

  // "It answers with an update from there if it is the ranking of now (then nothing has changed) or one of the last 32 …; with
  // the whole for any other."
  @Test func aViewerGoesOnWithWhatItHas() async throws {
    try await withSmallCampaign { port in
      let connection = try await connect(port)
      func first(known: Data, where isWanted: @Sendable (RankingUpdate) -> Bool = { _ in true }) async throws -> RankingUpdate {
        var request = Self.watch
        request.known = known
        let raw = try await connection.updates(request)
        return try #require(await raw.first(where: isWanted))
      }
      let whole = try await first(known: Data())
      #expect(whole.base.isEmpty && whole.state.count == 16)
      #expect(whole.blocks.map { Int($0.rows) } == whole.blocks.map(\.changes.count))
      let same = try await first(known: whole.state)
      #expect(same.base == whole.state && same.state == whole.state && same.blocks.allSatisfy { $0.changes.isEmpty })
      try await submit(3, 900, base: 0, number: 1, connection)
      // While the server has not noticed yet that the viewers before have left, the ranking may be that of a fifth of a second ago.
      let changed = try await first(known: whole.state) { $0.state != whole.state }
      #expect(changed.base == whole.state)
      #expect(changed.blocks.allSatisfy { $0.changes.count < $0.rows || $0.rows <= 4 })
      let unknown = try await first(known: Data(repeating: 9, count: 16))
      #expect(unknown.base.isEmpty && unknown.state == changed.state)
      await connection.close()
    }
  }

  // "a server that was started anew, or another one with the same journal, gives the same name."
  @Test func theStateHasTheSameNameAfterARestart() async throws {
    let scratch = try Scratch()
    try await SmallCampaign.make(at: scratch.file("data"))
    var known = WatchedRanking()
    for isFirst in [true, false] {
      let server = try await RunningServer(data: scratch.file("data"), in: scratch)
      let connection = try await connect(server.port, deployment: "demo")
      if isFirst { try await submit(1, 10, base: 0, number: 1, connection) }
      var request = Self.watch
      request.known = known.state
      let raw = try await connection.updates(request)
      let update = try #require(await raw.first { _ in true })
      #expect(update.base.isEmpty == isFirst)
      let belongs = known.apply(update)
      #expect(belongs)
      await connection.close()
      server.send(SIGTERM)
      #expect(await server.untilEnd() == 0)
    }
  }

  @Test func whatCannotBeShownIsRefusedOnTheStream() async throws {
    try await withSmallCampaign { port in
      let connection = try await connect(port)
      for (request, name) in [
        (WatchRequest.with { $0.period = "1999-01" }, "UNKNOWN_PERIOD"),
        (WatchRequest.with { ($0.period, $0.block) = ("2023-03", "none") }, "UNKNOWN_BLOCK"),
      ] {
        let refusal = try await problem {
          for try await _ in try await connection.watchRanking(request) {}
        }
        #expect(refusal?.name == name)
      }
      #expect(try await connection.health(deadline: .seconds(120)).submissions == 0)
      await connection.close()
    }
  }

  // Threats.md: different rankings are limited, viewers of one are not.
  @Test func onlySoManyDifferentRankingsAreWatched() async throws {
    var limits = Limits()
    limits.watchedRankingsMax = 1
    try await withSmallCampaign(limits: limits) { port in
      let connection = try await connect(port)
      let other = WatchRequest.with { $0.period = "2023-02" }
      do {
        var one = try await connection.watchRanking(Self.watch).makeAsyncIterator()
        var two = try await connection.watchRanking(Self.watch).makeAsyncIterator()
        let (first, second) = (try await one.next(), try await two.next())
        #expect(first != nil && first?.ranking.blocks == second?.ranking.blocks)
        let refusal = try await problem { for try await _ in try await connection.watchRanking(other) {} }
        #expect(refusal?.name == "OVERLOADED")
      }
      await connection.close()
      // Room again, once nobody watches the first.
      let later = try await connect(port)
      while true {
        var third = try await later.watchRanking(other).makeAsyncIterator()
        do {
          let board = try await third.next()
          #expect(board?.ranking.period == "2023-02")
          break
        } catch let failure as ClientFailure where failure.isWorthRetrying { continue }
      }
      await later.close()
    }
  }
}

extension ThiDuaConnection {
  /// The updates themselves.
  fileprivate func updates(_ request: WatchRequest) async throws -> AsyncThrowingStream<RankingUpdate, any Error> {
    let items = try await watchItems(.watchRanking, Payload.encode(request))
    return AsyncThrowingStream {
      guard let item = try await items.next() else { return nil }
      return try Payload.decode(RankingUpdate.self, from: item.payload)
    }
  }
}

private struct SplitMix {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

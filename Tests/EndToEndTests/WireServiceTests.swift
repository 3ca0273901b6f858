import Campaign
import Client
import Foundation
import Service
import SwiftProtobuf
import Testing
import Wire

/// Service, server and client in one process, over real sockets.
@Suite struct WireServiceTests {
  static let konTum = BundledCampaigns.yaml("kon-tum-2023")!
  static let campaign = "kon-tum-2023"

  @Test func aFilingIsConfirmedAndSeenInEveryView() async throws {
    let filing = try example()
    try await withServer(rulebook: Self.konTum, at: Demonstration.start) { port, _ in
      let connection = try await connect(port)
      #expect(connection.welcome.campaign == Self.campaign)
      #expect(connection.welcome.rulebookDigest == Data(sha256(Self.konTum)))

      var form = FormRequest()
      form.unit = filing.unit
      form.period = filing.period
      let blank = try await connection.form(form)
      #expect(blank.state == "open")
      #expect(blank.revision == 0)
      #expect(blank.rows.map(\.counter).sorted() == filing.figures.map(\.counter).sorted())

      let request = Payload.encode(SubmitRequest(Self.campaign, [filing]))
      let receipts = try await connection.submit(request, requestNumber: 1).receipts
      let receipt = try #require(receipts.first)
      #expect(receipts.count == 1)
      #expect((receipt.unit, receipt.period, receipt.revision, receipt.replaces) == (filing.unit, filing.period, 1, 0))
      #expect(!receipt.late)
      #expect(receipt.contentKey.count == 32 && receipt.entryHash.count == 32)
      #expect(receipt.rulebookDigest == connection.welcome.rulebookDigest)
      #expect(try await connection.submit(request, requestNumber: 1).receipts == receipts)

      var ranking = RankingRequest()
      ranking.period = filing.period
      let board = try await connection.ranking(ranking)
      #expect(board.provisional)
      #expect(board.blocks.map(\.block) == ["so", "huyen", "xa"])
      #expect(board.blocks.map(\.rows.count) == [20, 10, 102])
      #expect(board.provenance.journalHead == receipt.entryHash)
      let row = try #require(board.blocks[2].rows.first { $0.unit == filing.unit })
      #expect(row.monthsFiled == 1 && row.hasTotal)

      var unit = UnitRequest()
      unit.unit = filing.unit
      unit.period = filing.period
      let shown = try await connection.unit(unit)
      #expect(shown.revision == 1)
      #expect(shown.filedAtMs == receipt.recordedAtMs)
      #expect(shown.standing == row)
      #expect(shown.criteria.count == 37 && shown.criteria.count { $0.pointsMax > 0 } == 35)

      let filled = try await connection.form(form)
      #expect(filled.revision == 1)
      #expect(filled.rows.allSatisfy { row in row.current == filing.figures.first { $0.counter == row.counter }?.value })

      let health = try await connection.health(deadline: .seconds(120))
      #expect(health.submissions == 1)
      #expect(health.openPeriod == "2023-12")
      #expect(health.provenance.journalPosition == receipt.position)
      await connection.close()
    }
  }

  /// The outcomes of "each year better than the year before" and of "+5 places".
  private static func outcomes(of rows: [ObjectiveRow]) -> [String: Wire.Outcome.Code] {
    var outcomes: [String: Wire.Outcome.Code] = [:]
    for row in rows where row.rule.hasPrefix("003-01") || row.rule.hasPrefix("003-02") { outcomes[row.rule + " " + row.kind] = row.outcome.code }
    return outcomes
  }

  // issue: the objectives on the real series of Kon Tum.
  @Test func theSixObjectivesOf2023AreDecidedOnTheRealSeries() async throws {
    try await withServer(rulebook: Self.konTum, at: Demonstration.start) { port, _ in
      let connection = try await connect(port)
      let rows = try await connection.objectives(.with { $0.year = 2023 }).rows
      #expect(
        Self.outcomes(of: rows) == [
          "003-01a INCREASE": .met, "003-01b INCREASE": .notMet, "003-01c INCREASE": .undetermined,
          "003-02a RANK_GAIN": .met, "003-02b RANK_GAIN": .undetermined, "003-02c RANK_GAIN": .undetermined,
        ])
      for row in rows {
        #expect(!row.evidenceVi.isEmpty && !row.evidenceEn.isEmpty && !row.demandVi.isEmpty && !row.demandEn.isEmpty)
        #expect(!row.quote.isEmpty || row.source.hasPrefix("ours"))
        let isDecided = row.outcome.code == .met || row.outcome.code == .notMet
        #expect(isDecided || !row.outcome.textVi.isEmpty && !row.outcome.textEn.isEmpty && !row.outcome.reason.isEmpty, "\(row.rule)")
      }
      let par = try #require(rows.first { $0.rule == "003-01a" })
      #expect(par.evidenceVi.contains("81,35 → 86,14") && par.evidenceEn.contains("81.35 → 86.14"))
      await connection.close()
    }
  }

  @Test func aPublishedIndexChangesWhatIsAnswered() async throws {
    try await withServer(rulebook: Self.konTum, at: Demonstration.start) { port, _ in
      let connection = try await connect(port)
      var objectives = ObjectivesRequest()
      objectives.year = 2023
      let before = try await connection.objectives(objectives)
      var publication = PublishRequest()
      publication.index = "PAR_INDEX"
      publication.year = 2023
      publication.score.coefficient = 8000
      publication.score.scale = 2
      publication.rank = 60
      publication.ranked = 63
      publication.source = "a test"
      publication.publishedOn = "2024-04-17"
      let receipt = try await connection.publish(Payload.encode(publication), requestNumber: 1)
      #expect(receipt.position == before.provenance.journalPosition + 1)
      let after = try await connection.objectives(objectives)
      #expect(after.provenance.journalHead == receipt.entryHash)
      let changed = zip(before.rows, after.rows).filter { $0.outcome.code != $1.outcome.code }
      #expect(changed.count == 2)
      #expect(changed.allSatisfy { $0.outcome.code == .met && $1.outcome.code == .notMet })

      publication.publishedOn = "17/04/2024"
      let bytes = Payload.encode(publication)
      let refused = try await problem { try await connection.publish(bytes, requestNumber: 2) }
      #expect(refused?.reason == "S-226")
      await connection.close()
    }
  }

  @Test func aRefusalCarriesNumberTextsPathAndReceipt() async throws {
    try await withServer(rulebook: Array(SmallCampaign.yaml.utf8), at: SmallCampaign.start) { port, clock in
      let connection = try await connect(port)
      func refused(_ filings: [Wire.Filing], campaign: String = "small") async throws -> Wire.Problem? {
        try await problem { try await connection.submit(Payload.encode(SubmitRequest(campaign, filings)), requestNumber: .random(in: 2...UInt64.max)) }
      }
      let good = Wire.Filing("u0", "2023-03", [("answered", 5), ("asked", 10)])
      let stored = try await connection.submit(Payload.encode(SubmitRequest("small", [good])), requestNumber: 1).receipts[0]

      let conflict = try #require(try await refused([Wire.Filing("u0", "2023-03", [("answered", 6), ("asked", 10)])]))
      #expect((conflict.reason, conflict.name, conflict.path) == ("S-210", "ALREADY_EXISTS", "unit \"u0\", period 2023-03"))
      #expect(conflict.status == UInt32(Status.alreadyExists.rawValue))
      #expect(conflict.existing == stored)
      #expect(conflict.textVi.contains("answered") && conflict.textEn.contains("answered") && conflict.textVi != conflict.textEn)

      let stale = try #require(try await refused([Wire.Filing("u0", "2023-03", [("answered", 6), ("asked", 10)], base: 4)]))
      #expect(stale.reason == "S-218" && stale.existing == stored)

      let several = try #require(
        try await refused([
          Wire.Filing("u1", "2023-03", [("answered", 11), ("asked", 10)]), Wire.Filing("nobody", "2023-03", []),
          Wire.Filing("u2", "2023-03", [("answered", 1)]), Wire.Filing("u3", "2023-03", [("answered", 1), ("asked", -1)]),
        ]))
      #expect(([several] + several.more).map(\.reason) == ["S-214", "S-205", "S-208", "S-211"])
      #expect(several.path.hasPrefix("filings[0]") && several.more[2].path.hasPrefix("filings[3], figures[1]"))

      #expect(try await refused([good], campaign: "other")?.reason == "S-223")
      #expect(try await refused([])?.reason == "S-222")
      #expect(try await refused(Array(repeating: Wire.Filing(), count: 1_001))?.reason == "S-222")
      #expect(try await refused([Wire.Filing("u0", "2023-04", [("answered", 5), ("asked", 10)])])?.reason == "R-302")
      #expect(try await refused([Wire.Filing("u4", "2023-02", [("answered", 5), ("asked", 10)])])?.reason == "R-303")
      var keyed = good
      keyed.unit = "u5"
      keyed.contentKey = Data(repeating: 1, count: 32)
      #expect(try await refused([keyed])?.reason == "S-221")

      clock.set(Instant(vietnam: "2023-04-01T00:00")!)
      #expect(try await connection.submit(Payload.encode(SubmitRequest("small", [good])), requestNumber: 9).receipts == [stored])
      #expect(try await connection.health(deadline: .seconds(120)).submissions == 1)
      await connection.close()
    }
  }

  @Test func aQuestionAboutWhatIsNotThereIsRefused() async throws {
    try await withServer(rulebook: Array(SmallCampaign.yaml.utf8), at: SmallCampaign.start) { port, _ in
      let connection = try await connect(port)
      let unit = UnitRequest.with { $0.unit = "nobody" }
      let noUnit = try await problem { try await connection.unit(unit) }
      #expect(noUnit?.reason == "S-205")
      let nowhere = RankingRequest.with { $0.block = "nowhere" }
      let noBlock = try await problem { try await connection.ranking(nowhere) }
      #expect(noBlock?.reason == "R-312")
      let tooEarly = RankingRequest.with { $0.period = "2023-12" }
      let noRanking = try await problem { try await connection.ranking(tooEarly) }
      #expect(noRanking?.reason == "S-207")
      let outside = FormRequest.with {
        $0.unit = "u0"
        $0.period = "2024-01"
      }
      let noForm = try await problem { try await connection.form(outside) }
      #expect(noForm?.reason == "S-207")
      await connection.close()
    }
  }

  @Test func anUnknownMethodIsRefusedAndTheConnectionStays() async throws {
    try await withServer(rulebook: Array(SmallCampaign.yaml.utf8), at: SmallCampaign.start) { port, _ in
      let response = try await answer(port: port) { $0.code = 0x0999 }
      #expect(response.code == Status.unimplemented.rawValue)
      #expect(response.effect == .notApplied)
      #expect(try Payload.decode(Wire.Problem.self, from: response.payload).name == "METHOD_UNKNOWN")
    }
  }

  @Test func anotherDeploymentIsRefusedAtTheDoor() async throws {
    try await withServer(rulebook: Array(SmallCampaign.yaml.utf8), at: SmallCampaign.start) { port, _ in
      await #expect(throws: ClientFailure.self) { try await connect(port, deployment: "prod") }
    }
  }

  @Test func manyConnectionsFilingOneMonthHearOneReceipt() async throws {
    try await withServer(rulebook: Array(SmallCampaign.yaml.utf8), at: SmallCampaign.start) { port, _ in
      let request = Payload.encode(SubmitRequest("small", [Wire.Filing("u0", "2023-03", [("answered", 5), ("asked", 10)])]))
      let receipts = try await withThrowingTaskGroup(of: [Wire.Receipt].self) { group in
        for client in 0..<16 {
          group.addTask {
            let connection = try await connect(port, client: UInt8(client))
            let receipts = try await connection.submit(request, requestNumber: 1).receipts
            await connection.close()
            return receipts
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(receipts.count == 16 && Set(receipts).count == 1)
    }
  }
}

import Campaign
import Client
import Foundation
import Service
import SwiftProtobuf
import Testing
import Wire

/// Launch, amendments, tasks and decisions over real sockets.
@Suite struct CampaignWireTests {
  static let yaml = SmallCampaign.yaml + """

    rules:
      - {id: task, kind: TASK, who: [u0], with: [u1], product: {vi: kế hoạch, en: plan}, due-by: 2023-03-01, source: "ours: test"}
      - {id: list, kind: CHECKLIST, who: all, items: [{id: a, name: A}, {id: b, name: B}], source: "ours: test"}
      - {id: care, kind: NARRATIVE, source: "ours: test"}
    """
  static let amended = yaml.replacing("target: 100", with: "target: 50")

  private func launch(_ yaml: [UInt8]) -> [UInt8] { Payload.encode(LaunchRequest.with { $0.rulebook = Data(yaml) }) }

  @Test(arguments: BundledCampaigns.ids)
  func aBundledCampaignIsLaunchedOverTheWireOnce(id: String) async throws {
    let yaml = BundledCampaigns.yaml(id)!
    try await withServer(rulebook: nil, at: SmallCampaign.start) { port, _ in
      let connection = try await connect(port)
      #expect(connection.welcome.campaign.isEmpty)
      #expect(try await connection.health(deadline: .seconds(120)).provenance.journalPosition == 1)
      let nothing = try await problem { try await connection.ranking(RankingRequest()) }
      #expect(nothing?.reason == "R-314")
      let launched = try await connection.rulebook(.launch, launch(yaml), requestNumber: 1)
      #expect(launched.campaign == id && launched.version.digest == Data(sha256(yaml)) && launched.version.number == 1)
      #expect(try await connection.rulebook(.launch, launch(yaml), requestNumber: 2) == launched)
      let other = try await problem { try await connection.rulebook(.launch, launch(Array(Self.yaml.utf8)), requestNumber: 3) }
      #expect(other?.reason == "R-330")
      #expect(try await connect(port).welcome.campaign == id)
      let file = try await connection.campaign(CampaignRequest.with { $0.fileOf = 1 })
      #expect(Array(file.file) == yaml && file.versions == [launched.version])
      await connection.close()
    }
  }

  @Test func aFaultyRulebookIsRefusedWithItsPlace() async throws {
    try await withServer(rulebook: nil, at: SmallCampaign.start) { port, _ in
      let connection = try await connect(port)
      let refused = try await problem { try await connection.rulebook(.launch, launch(Array("thidua: 1\ncampain: x\n".utf8)), requestNumber: 1) }
      #expect(refused?.reason == "R-304" && refused?.path.contains("line 2") == true, "\(String(describing: refused))")
      await connection.close()
    }
  }

  @Test func eachPeriodNamesTheVersionThatScoredIt() async throws {
    try await withServer(rulebook: Array(Self.yaml.utf8), at: SmallCampaign.start) { port, clock in
      let connection = try await connect(port)
      func file(_ period: String, number: UInt64) async throws -> Wire.Receipt {
        let filing = Wire.Filing("u0", period, [("answered", 5), ("asked", 10)])
        return try await connection.submit(Payload.encode(SubmitRequest("small", [filing])), requestNumber: number).receipts[0]
      }
      let march = try await file("2023-03", number: 1)
      let amendment = Payload.encode(
        AmendRequest.with {
          $0.rulebook = Data(Self.amended.utf8)
          $0.from = "2023-04"
        })
      let version = try await connection.rulebook(.amend, amendment, requestNumber: 2).version
      #expect(version.effectiveFrom == "2023-04" && !version.inForce)
      clock.set(Instant(vietnam: "2023-04-15T08:00")!)
      let april = try await file("2023-04", number: 3)
      #expect(march.rulebookDigest != april.rulebookDigest && april.rulebookDigest == version.digest)
      for (period, digest, total) in [("2023-03", march.rulebookDigest, 50), ("2023-04", april.rulebookDigest, 100)] as [(String, Data, Int64)] {
        let board = try await connection.ranking(RankingRequest.with { $0.period = period })
        #expect(board.provenance.rulebookDigest == digest)
        #expect(board.blocks[0].rows.first { $0.unit == "u0" }?.total == total * 1_000_000)
        let unit = try await connection.unit(UnitRequest.with { ($0.unit, $0.period) = ("u0", period) })
        #expect(unit.provenance.rulebookDigest == digest)
      }
      let shown = try await connection.campaign(CampaignRequest())
      #expect(shown.versions.map(\.scoresThrough) == ["2023-03", ""] && shown.versions.map(\.inForce) == [false, true])
      #expect(try await connect(port).welcome.rulebookDigest == version.digest)
      let closed = try await problem {
        try await connection.rulebook(
          .amend,
          Payload.encode(
            AmendRequest.with {
              $0.rulebook = Data(Self.yaml.utf8)
              $0.from = "2023-03"
            }), requestNumber: 4)
      }
      #expect(closed?.reason == "R-333" && closed?.status == UInt32(Status.failedPrecondition.rawValue))
      await connection.close()
    }
  }

  @Test func aTaskIsListedDeliveredAndDone() async throws {
    try await withServer(rulebook: Array(Self.yaml.utf8), at: SmallCampaign.start) { port, _ in
      let connection = try await connect(port)
      let all = try await connection.tasks(TasksRequest.with { $0.unit = "u0" })
      #expect(all.rows.map(\.rule) == ["task", "list"] && all.rows.map(\.state) == ["late", "open"])
      #expect(all.rows[0].role == "lead" && all.rows[0].daysOverdue == 14 && all.late == 1 && all.open == 1)
      #expect(all.rows[1].items.map(\.id) == ["a", "b"])
      let helper = try await connection.tasks(TasksRequest.with { ($0.unit, $0.openOnly) = ("u1", true) })
      #expect(helper.rows.first { $0.rule == "task" }?.role == "cooperating" && helper.late == 0)

      let delivery = Payload.encode(
        DeliverRequest.with {
          $0.campaign = "small"
          $0.deliveries = [
            .with { ($0.rule, $0.unit, $0.date, $0.evidence) = ("task", "u0", "2023-03-10", "07/KH") },
            .with { ($0.rule, $0.unit, $0.item, $0.date, $0.evidence) = ("list", "u0", "a", "2023-03-10", "08/BC") },
          ]
        })
      let receipts = try await connection.record(.deliver, delivery, requestNumber: 1).receipts
      #expect(receipts.count == 2)
      #expect(try await connection.record(.deliver, delivery, requestNumber: 1).receipts == receipts)
      #expect(try await connection.record(.deliver, delivery, requestNumber: 2).receipts == receipts)
      let after = try await connection.tasks(TasksRequest.with { $0.unit = "u0" })
      #expect(after.rows.first { $0.rule == "task" }?.state == "done")
      #expect(after.rows.first { $0.rule == "task" }?.events.map(\.evidence) == ["07/KH"])
      #expect(after.rows.first { $0.rule == "list" }?.items.map(\.doneOn) == ["2023-03-10", ""])
      let before = try await connection.tasks(TasksRequest.with { ($0.unit, $0.asOf) = ("u0", "2023-02-28") })
      #expect(before.rows.allSatisfy { $0.state == "open" })

      let rows = try await connection.objectives(ObjectivesRequest.with { ($0.year, $0.rule, $0.withUnits) = (2023, "list", true) }).rows
      #expect(rows.count == 1 && rows[0].units.count == SmallCampaign.units.count)
      let share = rows[0].units[0].outcome.share
      #expect(share.numerator == 50 * share.denominator && share.denominator > 0)
      #expect(rows[0].kind == "CHECKLIST" && rows[0].firstYear == 2023)
      let refused = try await problem {
        try await connection.record(
          .deliver,
          Payload.encode(
            DeliverRequest.with {
              $0.campaign = "small"
              $0.deliveries = [.with { ($0.rule, $0.unit, $0.date, $0.evidence) = ("none", "u0", "2023-03-10", "x") }]
            }), requestNumber: 3)
      }
      #expect(refused?.reason == "R-338")
      await connection.close()
    }
  }

  @Test func theOfficesDecisionsChangeWhatIsAnswered() async throws {
    try await withServer(rulebook: Array(Self.yaml.utf8), at: SmallCampaign.start) { port, clock in
      let connection = try await connect(port)
      let finding = AssessRequest.with {
        ($0.campaign, $0.finding, $0.rule, $0.year, $0.met, $0.evidence) = ("small", .rule, "care", 2023, true, "35/QĐ")
      }
      _ = try await connection.record(.assess, Payload.encode(finding), requestNumber: 1)
      let care = try await connection.objectives(ObjectivesRequest.with { ($0.year, $0.rule) = (2023, "care") }).rows[0]
      #expect(care.outcome.code == .met && care.outcome.reason == "MANUAL_ONLY" && care.outcome.textVi.contains("35/QĐ"))

      let exempt = ApplicabilityRequest.with {
        ($0.campaign, $0.unit, $0.criterion, $0.from, $0.reason) = ("small", "u2", "k", "2023-03", "12/SNV")
      }
      _ = try await connection.record(.setApplicability, Payload.encode(exempt), requestNumber: 2)
      let unit = try await connection.unit(UnitRequest.with { ($0.unit, $0.period) = ("u2", "2023-03") })
      #expect(unit.criteria.map(\.state) == ["not-concerned"])

      let due = Instant(vietnam: "2023-03-21T12:00")!
      let decision = PeriodDecisionRequest.with {
        ($0.campaign, $0.period, $0.dueAtMs, $0.reason) = ("small", "2023-03", due.milliseconds, "outage")
      }
      _ = try await connection.record(.decidePeriod, Payload.encode(decision), requestNumber: 3)
      let form = try await connection.form(FormRequest.with { ($0.unit, $0.period) = ("u0", "2023-03") })
      #expect(form.dueAtMs == due.milliseconds)
      clock.set(Instant(milliseconds: due.milliseconds - 1))
      let filing = Wire.Filing("u0", "2023-03", [("answered", 5), ("asked", 10)])
      #expect(try await connection.submit(Payload.encode(SubmitRequest("small", [filing])), requestNumber: 4).receipts[0].late == false)
      for extreme in [Int64.min, .max] {
        let refused = try await problem {
          try await connection.record(
            .decidePeriod,
            Payload.encode(
              PeriodDecisionRequest.with { ($0.campaign, $0.period, $0.dueAtMs, $0.reason) = ("small", "2023-03", extreme, "x") }),
            requestNumber: 5)
        }
        #expect(refused?.reason == "R-336")
      }
      await connection.close()
    }
  }

  @Test func thousandFormsTravelTogetherAndComeBackInPages() async throws {
    let counters = (0..<67).map { "c_counter_\($0)" }
    let yaml = """
      thidua: 1
      campaign: wide
      periods: {kind: legal-month, first: 2023-01, last: 2023-12}
      units: [\((0..<1_000).map { "{id: unit-\($0), name: Unit \($0)}" }.joined(separator: ", "))]
      counters: [\(counters.map { "{code: \($0), combine: flow}" }.joined(separator: ", "))]
      criteria: [{code: k, points: 100, metric: {ratio: [c_counter_0, c_counter_1]}, scoring: {kind: PROP, target: 100}}]
      """
    try await withServer(rulebook: Array(yaml.utf8), at: SmallCampaign.start) { port, _ in
      let connection = try await connect(port)
      var random: UInt64 = 7
      let filings = (0..<1_000).map { unit in
        Wire.Filing(
          "unit-\(unit)", "2023-03",
          counters.sorted().map { counter in
            random = random &* 6_364_136_223_846_793_005 &+ 1
            return (counter, Int64(random >> 44))
          })
      }
      let request = Payload.encode(SubmitRequest("wide", filings))
      #expect(request.count > 1 << 20, "\(request.count) bytes")
      let receipts = try await connection.submit(request, requestNumber: 1, deadline: .seconds(120)).receipts
      #expect(receipts.count == 1_000)

      var back: [ExportedFiling] = []
      var page = ExportRequest()
      repeat {
        let response = try await connection.export(page)
        #expect(response.filings.count == 200)
        back += response.filings
        page.after = response.next
      } while !page.after.isEmpty
      #expect(back.map(\.unit) == filings.map(\.unit) && back.map(\.figures) == filings.map(\.figures))
      await connection.close()
    }
  }
}

import Campaign
import Client
import Foundation
import Service
import SwiftProtobuf
import Testing
import Wire

/// GetRanking in pages: Messages.md, GetRanking.
@Suite(.timeLimit(.minutes(10))) struct RankingPageTests {
  private static func yaml(units: Int) -> [UInt8] {
    let list = (0..<units).map { "{id: u\($0), name: Unit \($0)}" }.joined(separator: ", ")
    return Array(
      """
      thidua: 1
      campaign: large
      periods: {kind: legal-month, first: 2023-01, last: 2023-12}
      units: [\(list)]
      counters: [{code: asked, combine: flow}, {code: answered, combine: flow}]
      identities: [{part: answered, whole: [asked]}]
      criteria:
        - {code: k, points: 100, metric: {ratio: [answered, asked]}, scoring: {kind: PROP, target: 100}}
      """.utf8)
  }

  private static let question = RankingRequest.with { $0.period = "2023-03" }

  // "A page behind the end has no rows."
  @Test func pagesPutTogetherAreTheWhole() async throws {
    try await withServer(rulebook: Self.yaml(units: 23), at: SmallCampaign.start) { port, _ in
      let connection = try await connect(port)
      for unit in 0..<9 {
        let filing = Wire.Filing("u\(unit * 2)", "2023-03", [("answered", Int64(unit / 2 * 10)), ("asked", 100)])
        _ = try await connection.submit(Payload.encode(SubmitRequest("large", [filing])), requestNumber: UInt64(unit + 1))
      }
      let whole = try await connection.ranking(Self.question)
      #expect(whole.blocks.map(\.allRows) == [23] && whole.blocks[0].rows.count == 23)
      for rows in [1, 7, 22, 23, 24] {
        var pages = try await connection.wholeRanking(Self.question, pageRows: rows)
        pages.provenance = whole.provenance
        #expect(pages == whole, "\(rows) rows a page")
      }
      for (first, rows, expected) in [(0, 5, 0..<5), (5, 0, 5..<23), (22, 5, 22..<23), (23, 5, 23..<23), (24, 5, 23..<23), (.max, .max, 23..<23)] as [(UInt32, UInt32, Range<Int>)] {
        let page = try await connection.ranking(.with { ($0.period, $0.firstRow, $0.rows) = ("2023-03", first, rows) }).blocks[0]
        #expect(page.rows == Array(whole.blocks[0].rows[expected]) && page.firstRow == UInt32(expected.lowerBound) && page.allRows == 23)
      }
      await connection.close()
    }
  }

  // Frame.md, Limits: 4,096 rows of a block in one answer.
  @Test func moreRowsThanAListHoldsAreRefusedAndComeInPages() async throws {
    try await withServer(rulebook: Self.yaml(units: 4098), at: SmallCampaign.start) { port, _ in
      let connection = try await connect(port)
      for (first, rows, count) in [(0, 4095, 4095), (0, 4096, 4096), (0, 4097, nil), (0, 0, nil), (1, 0, nil), (2, 0, 4096), (4096, 4096, 2)] as [(UInt32, UInt32, Int?)] {
        let request = RankingRequest.with { ($0.period, $0.firstRow, $0.rows) = ("2023-03", first, rows) }
        guard let count else {
          #expect(try await problem { try await connection.ranking(request) }?.name == "ANSWER_TOO_LARGE", "\(first), \(rows)")
          continue
        }
        #expect(try await connection.ranking(request).blocks[0].rows.count == count, "\(first), \(rows)")
      }
      let whole = try await connection.wholeRanking(Self.question)
      #expect(Set(whole.blocks[0].rows.map(\.unit)).count == 4098)
      // Places need no pages.
      let places = try await connection.places(.with { ($0.period, $0.units) = ("2023-03", ["u0", "u4097", "u4098"]) }).places
      #expect(places.map(\.unknownUnit) == [false, false, true])
      await connection.close()
    }
  }
}

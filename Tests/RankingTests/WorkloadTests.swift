import Campaign
import Crypto
import Ranking
import TestSupport
import Testing
import Workload

/// 130 units, 24 months, 40 criteria against digests that an exact reference in another language gave.
@Suite struct WorkloadTests {
  // Source: workload/S.json of the reference data, size S, seed 20230202.
  static let expected: [(column: String, digest: String)] = [
    ("composite_e4", "3720ae24751a385426d6299856f699407675cc0d1727ae8576dc5c9018f5f1ce"),
    ("rank", "8100b08a1a256468081f5918c5e590ab9bfbd252922806c09e800b881f0a8637"),
    ("gain_e4", "078f01472cbc30d9bc31ade4bc6c2f10096e133b72ed348763ec6649af915885"),
    ("rank_gain", "ef99852475b78bb437bb1f78cc5f4c0ef0345af3f7e4e584bfae133a61046938"),
    ("score_up", "409a4bf649b9d82100281f32696258e68a196b111508e408442ba206977f1d7e"),
    ("target_met", "44d05ab003e249c439a3649cdcaf12405a1ca0446162025c70465ceb8d4e48d5"),
  ]
  static let expectedText = "6824f8b6023cd47214c87bdec903e054b66f9b921c6d564bc0372a5dc117e036"

  @Test func everyColumnHasTheDigestOfTheReference() throws {
    let workload = WorkloadR(units: 130)
    let rulebook = try Rulebook(yaml: Array(workload.yaml.utf8))
    var figures = FigureTable(for: rulebook)
    for unit in 0..<workload.units {
      for month in 0..<WorkloadR.months {
        figures.put(try workload.filing(unit: unit, month: month, under: rulebook), under: rulebook)
      }
    }
    let last = workload.period(WorkloadR.months - 1)
    let scope = RankingScope(first: workload.period(0), last: last, dueThrough: last, closedThrough: last)
    let standings = try Standings(rulebook: rulebook, figures: figures, scope: scope)

    var columns: [[UInt8]] = Array(repeating: [], count: 6)
    var text = ""
    for unit in 0..<workload.units {
      for month in 0..<WorkloadR.months {
        let standing = try #require(standings.standing(of: workload.unitID(unit), in: workload.period(month)))
        let row = Self.row(standing, month)
        for (index, value) in row.enumerated() {
          withUnsafeBytes(of: (value ?? Int32.min).littleEndian) { columns[index] += $0 }
        }
        text += "\(unit),\(month)," + row.map { $0.map(String.init) ?? "" }.joined(separator: ",") + "\n"
      }
    }
    for (index, (column, digest)) in Self.expected.enumerated() {
      #expect(Self.hex(columns[index]) == digest, "\(column)")
    }
    #expect(Self.hex(Array(text.utf8)) == Self.expectedText)
  }

  /// composite_e4, rank, gain_e4, rank_gain, score_up, target_met.
  private static func row(_ standing: Standing, _ month: Int) -> [Int32?] {
    let gain = standing.gainSinceLastYear.map { Int32($0.millionths / 100) }
    return [
      standing.exact.map { Int32($0.millionths / 100) }, standing.place.map(Int32.init), gain,
      standing.movedSinceLastYear.map(Int32.init), month >= 12 && (gain ?? 0) > 0 ? 1 : 0,
      standing.placesGained?.outcome == .met ? 1 : 0,
    ]
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

import Campaign
import Testing

/// The bytes under a content key: the same content has the same key on every machine and for ever.
@Suite struct ContentKeyTests {
  static func filing(_ values: [Int64], base: Int = 0, reversed: Bool = false) throws -> Filing {
    let yaml = """
      thidua: 1
      campaign: kt
      units: [{id: u1}]
      counters: [{code: c_b, combine: flow}, {code: c_a, combine: flow}]
      criteria: [{code: k, points: 1, scoring: {kind: BIN, target: 1}}]
      """
    let cells = zip(["c_a", "c_b"], values).map { FilingDraft.Cell(counter: $0, value: $1) }
    let draft = FilingDraft(
      unit: "u1", period: "2023-12", baseRevision: base, cells: reversed ? cells.reversed() : Array(cells))
    return try Rulebook(yaml: Array(yaml.utf8)).validated(draft)
  }

  static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  @Test func theLayoutIsTheOneThatIsWrittenDown() throws {
    let expected = [
      "7468696475612063 6f6e74656e74206b 65792031 0a",  // thidua content key 1 ⏎
      "0002 6b74", "0002 7531", "0007 323032332d3132", "0005 6d6f6e7468",  // kt, u1, 2023-12, month
      "00000003", "00000002",  // base revision 3, two figures
      "0003 635f61 0000000000000101", "0003 635f62 00038d7ea4c68000",  // c_a 257, c_b 10^15
    ].joined().filter { $0 != " " }
    let filing = try Self.filing([257, 1_000_000_000_000_000], base: 3)
    #expect(Self.hex(filing.contentKeyBytes(campaign: "kt")) == expected)
  }

  @Test func theOrderOfTheCellsDoesNotMatter() throws {
    let a = try Self.filing([1, 2])
    let b = try Self.filing([1, 2], reversed: true)
    #expect(a == b && a.contentKeyBytes(campaign: "kt") == b.contentKeyBytes(campaign: "kt"))
  }

  // Filing A, then B, then A again is three different acts: each names the revision that it replaces.
  @Test func goingBackToOldFiguresIsANewFiling() throws {
    let keys = [try Self.filing([1, 1], base: 0), try Self.filing([2, 1], base: 1), try Self.filing([1, 1], base: 2)]
      .map { $0.contentKeyBytes(campaign: "kt") }
    #expect(Set(keys).count == 3)
    #expect(try Self.filing([1, 1]).contentKeyBytes(campaign: "kt") != Self.filing([1, 1]).contentKeyBytes(campaign: "ku"))
  }

  @Test func theFirstDifferenceNamesTheCounter() throws {
    let a = try Self.filing([1, 1])
    #expect(a.firstDifference(from: try Self.filing([1, 2])) == "c_b")
    #expect(a.firstDifference(from: try Self.filing([0, 2])) == "c_a")
    #expect(a.firstDifference(from: a) == nil)
  }
}

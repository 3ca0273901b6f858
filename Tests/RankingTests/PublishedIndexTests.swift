import Campaign
import Ranking
import TestSupport
import Testing

/// The provincial competitiveness index of 2015 and 2016 from its ten parts: 63 provinces, totals and places as printed.
@Suite struct PublishedIndexTests {
  static let parts = [
    "entry_costs", "land_access", "transparency", "time_costs", "informal_charges", "policy_bias", "proactivity",
    "business_support", "labor_training", "legal_institutions",
  ]

  static func table(_ path: String) throws -> [[String: String]]? {
    guard let bytes = SharedFolder.bytes(path) else { return nil }
    let table = try CSVTable(bytes)
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.header, $0.cells)) }
  }

  static func yaml(provinces: [[String: String]], weights: [[String: String]]) -> String {
    var lines = [
      "thidua: 1", "campaign: pci", "decimals: 6", "ranking: {total: points, places-by: exact}", "periods: {kind: year}", "units:",
    ]
    for province in provinces { lines.append("  - {id: \"\(province["province_code"]!)\", name: \"\(province["province_name_vi"]!)\"}") }
    lines.append("criteria:")
    for part in parts {
      // Percent of a total of 100 made from parts of at most 10.
      let byYear = weights.filter { $0["subindex"] == part }.map { row in
        let tenths = ExactDecimal(coefficient: Int64(row["weight_percent"]!)!, scale: 1)
        return "\(row["year"]!): \(tenths)"
      }
      lines.append("  - {code: \(part), weight: {\(byYear.joined(separator: ", "))}}")
    }
    return lines.joined(separator: "\n")
  }

  @Test func everyPrintedTotalAndPlaceFollowsFromTheParts() throws {
    guard let provinces = try Self.table("data/provinces_63.csv"), let weights = try Self.table("data/pci_weights.csv"),
      let printed = try Self.table("data/pci_subindices_2015_2016.csv")
    else { return SharedFolder.skipped(126, "the published index") }
    let rulebook = try Rulebook(yaml: Array(Self.yaml(provinces: provinces, weights: weights).utf8))
    var csv = "unit,period,criterion,value\n"
    for row in printed {
      for part in Self.parts { csv += "\(row["province_code"]!),\(row["year"]!),\(part),\(row[part]!)\n" }
    }
    guard case .criteria(let rows) = try FigureFile.read(Array(csv.utf8), for: rulebook) else { return }
    var figures = FigureTable(for: rulebook)
    for row in rows { figures.put(row, under: rulebook) }
    let first = try #require(rulebook.period("2015"))
    let last = try #require(rulebook.period("2016"))
    let standings = try Standings(
      rulebook: rulebook, figures: figures, scope: RankingScope(first: first, last: last, dueThrough: last, closedThrough: last))

    var totals = 0
    var places = 0
    for row in printed {
      let id = ReportingUnit.ID(row["province_code"]!)
      let period = try #require(rulebook.period(row["year"]!))
      let standing = try #require(standings.standing(of: id, in: period))
      let score = try #require(ExactDecimal(row["pci_score"]!))
      totals += standing.published?.millionths == Int64(score.fraction.rounded(decimals: 2)) * 10_000 ? 1 : 0
      places += standing.place == Int(row["pci_rank"]!) ? 1 : 0
    }
    #expect(printed.count == 126)
    #expect(totals == 126)
    #expect(places == 126)
  }
}

import Campaign
@testable import Ranking
import TestSupport
import Testing

/// Months of the bundled campaigns on made-up figures: they rank, and as the slow ranking does.
@Suite struct BundledMonthsTests {
  /// Two months in the middle of a campaign.
  static let months = ["quang-tri-2021": 2023, "tuyen-quang-2020": 2021, "hai-lang-2024": 2024, "tien-giang-2022": 2024]

  struct Campaigned {
    let rulebook: Rulebook
    let scope: RankingScope
    var raw: [String: [Int: NaiveRanking.Raw]] = [:]
    var table: FigureTable

    /// Figures for every unit with a form; every ninth unit does not file the second month.
    ///
    /// - Parameter month: The first of the two.
    init(_ id: String, from month: String? = nil) throws {
      rulebook = try BundledCampaigns.rulebook(id)
      let year = try #require(BundledMonthsTests.months[id])
      let first = try #require(rulebook.period(month ?? "\(year)-03"))
      scope = RankingScope(first: first, last: first.next, dueThrough: first.next, closedThrough: first.next)
      table = FigureTable(for: rulebook)
      var random = SplitMix64(seed: UInt64(year))
      for (index, unit) in rulebook.units.enumerated() where !rulebook.form(for: unit).isEmpty {
        for period in [first, first.next] where period == first || index % 9 != 4 {
          let figures = Self.figures(rulebook, unit, &random)
          let cells = figures.map { FilingDraft.Cell(counter: $0.key, value: $0.value) }
          table.put(
            try rulebook.validated(FilingDraft(unit: unit.id.text, period: period.description, baseRevision: 0, cells: cells)), under: rulebook)
          raw[unit.id.text, default: [:]][period.ordinal] = .counters(figures)
        }
      }
    }

    /// Random figures within the identities of the form.
    static func figures(_ rulebook: Rulebook, _ unit: ReportingUnit, _ random: inout SplitMix64) -> [String: Int64] {
      let form = rulebook.counters.indices.filter { rulebook.counters[$0].concerns(unit) }
      var values = Dictionary(uniqueKeysWithValues: form.map { ($0, Int64(random.int(0...120))) })
      for case .sum(let total, let parts) in rulebook.identities where values[total] != nil {
        values[total] = parts.reduce(0) { $0 + values[$1, default: 0] }
      }
      // A part of a part needs the outer one to be settled: twice is enough for the chains there are.
      for _ in 0..<2 {
        for case .part(let part, let whole) in rulebook.identities {
          if let value = values[part] { values[part] = min(value, whole.reduce(0) { $0 + values[$1, default: 0] }) }
        }
      }
      return Dictionary(uniqueKeysWithValues: values.map { (rulebook.counters[$0.key].code, $0.value) })
    }
  }

  @Test(arguments: months.keys.sorted())
  func theMonthsRankAsTheSlowRankingDoes(id: String) throws {
    let campaign = try Campaigned(id)
    let standings = try Standings(rulebook: campaign.rulebook, figures: campaign.table, scope: campaign.scope)
    let slow = NaiveRanking(rulebook: campaign.rulebook, raw: campaign.raw, scope: campaign.scope).rows()
    for (unit, rows) in zip(campaign.rulebook.units, slow) {
      for (period, row) in zip([campaign.scope.first, campaign.scope.last], rows) {
        let standing = try #require(standings.standing(of: unit.id, in: period))
        #expect(standing.place == row.place && standing.published?.millionths == row.published, "\(unit.id), \(period)")
        #expect(standing.reason == row.reason, "\(unit.id), \(period)")
      }
    }
  }

  @Test(arguments: months.keys.sorted())
  func everyRankedBlockHasAFirstAndTheOthersHaveNoPlaces(id: String) throws {
    let campaign = try Campaigned(id)
    let standings = try Standings(rulebook: campaign.rulebook, figures: campaign.table, scope: campaign.scope)
    for block in campaign.rulebook.blocks {
      let units = campaign.rulebook.units.filter { $0.block == block.id }
      let rows = try units.map { try #require(standings.standing(of: $0.id, in: campaign.scope.first)) }
      #expect(!units.isEmpty)
      if block.ranked {
        #expect(rows.compactMap(\.place).min() == 1)
        #expect(Set(rows.compactMap(\.published)).count > 1)
      } else {
        #expect(rows.allSatisfy { $0.place == nil && $0.reason == .notRanked })
      }
    }
  }

  // 001-05: the target of 2020 is in conflict, so the measure gives points from 2021 on only.
  @Test func onlineDossiersOfTuyenQuangAreNotScoredIn2020() throws {
    let rulebook = try BundledCampaigns.rulebook("tuyen-quang-2020")
    let scored = try #require(rulebook.criteria.first { $0.code == "DT-01S" })
    #expect(scored.window == 2021...2025)
    #expect(rulebook.criteria.first { $0.code == "DT-01" }?.scoring == nil)
  }
}

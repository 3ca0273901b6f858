import Campaign
import TestSupport
import Testing

/// The Kon Tum campaign inside the binary, and the pages and documents it must agree with.
@Suite struct BundledCampaignTests {
  static let id = "kon-tum-2023"

  @Test func konTumHasItsRosterAndItsThirtyFiveCriteria() throws {
    let rulebook = try BundledCampaigns.rulebook(Self.id)
    #expect(rulebook.units.count == 132)
    #expect(rulebook.units.count { $0.block == "so" } == 20)
    #expect(rulebook.units.count { $0.block == "huyen" } == 10)
    #expect(rulebook.units.count { $0.block == "xa" } == 102)
    #expect(rulebook.criteria.count == 35)
    #expect(rulebook.criteria.reduce(Points.zero) { $0 + $1.points } == Points(millionths: 100_000_000))
  }

  @Test func anUnknownCampaignIsRefused() {
    let problem = #expect(throws: Problem.self) { try BundledCampaigns.rulebook("kon-tum") }
    #expect(problem?.code == .unknownCampaign && problem?.en.contains(Self.id) == true)
  }

  @Test func theBundledTextIsTheFileBesideIt() throws {
    for id in BundledCampaigns.ids {
      let file = try SharedFolder.ownText("Sources/Campaign/Bundled/\(id).yaml")
      let bundled = try #require(BundledCampaigns.yaml(id))
      #expect(String(decoding: bundled, as: UTF8.self).trimmed == file.trimmed, "\(id)")
    }
  }

  @Test func everyQuoteStandsInTheDocumentThatItNames() throws {
    let rulebook = try BundledCampaigns.rulebook(Self.id)
    let sources = rulebook.criteria.compactMap(\.source) + rulebook.rules.map(\.source)
    var texts: [String: String] = [:]
    for document in rulebook.documents { texts[document.id] = document.file.flatMap { SharedFolder.text("seeds/\($0)") } }
    var absent = 0
    for case .document(let id, let quote) in sources {
      guard let text = texts[id] else { absent += 1; continue }
      #expect(!quote.isEmpty && text.contains(quote), "\(id): \(quote)")
    }
    if absent > 0 { SharedFolder.skipped(absent, "the seed documents") }
  }

  @Test func thePageOfCountersHasEveryCounterAndNoOther() throws {
    let rulebook = try BundledCampaigns.rulebook(Self.id)
    let page = try SharedFolder.ownText("Protocol/Counters.md")
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let codes = rows.map { $0.split(separator: "`")[1] }
    #expect(codes.map(String.init) == rulebook.counters.map(\.code))
    for (row, counter) in zip(rows, rulebook.counters) {
      #expect(row.contains(counter.name.vi) && row.contains(counter.name.en) && row.contains("| \(counter.combination.rawValue) |"), "\(counter.code)")
    }
  }

  @Test func everyUnitHasAFormAndEveryLevelItsPoints() throws {
    let rulebook = try BundledCampaigns.rulebook(Self.id)
    for unit in rulebook.units {
      #expect(!rulebook.form(for: unit).isEmpty)
      let points = rulebook.criteria.filter { $0.concerns(unit) }.reduce(Points.zero) { $0 + $1.points }
      #expect(points.millionths >= 50_000_000, "\(unit.id)")
    }
  }
}

extension String {
  fileprivate var trimmed: Substring {
    var text = self[...]
    while text.last == "\n" { text = text.dropLast() }
    return text
  }
}

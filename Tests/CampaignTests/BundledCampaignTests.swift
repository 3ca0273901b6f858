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
    #expect(rulebook.criteria.count { $0.scoring != nil } == 35)
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

  /// The stored texts break lines inside sentences, so white space is compared as one blank.
  @Test func everyQuoteStandsInTheDocumentThatItNames() throws {
    var absent: Set<String> = []
    for id in BundledCampaigns.ids {
      let rulebook = try BundledCampaigns.rulebook(id)
      var texts: [String: String] = [:]
      for document in rulebook.documents { texts[document.id] = document.file.flatMap { SharedFolder.text("seeds/\($0)")?.oneLine } }
      for case .document(let document, let quote) in rulebook.criteria.compactMap(\.source) + rulebook.rules.map(\.source) {
        #expect(!quote.isEmpty && quote == quote.oneLine, "\(id), \(document): \(quote)")
        guard let text = texts[document] else { absent.insert(document); continue }
        #expect(text.contains(quote), "\(id), \(document): \(quote)")
      }
    }
    if !absent.isEmpty { SharedFolder.skipped(absent.count, "the seed documents \(absent.sorted().joined(separator: ", "))") }
  }

  @Test func aCampaignWithoutItsOwnSchemeSaysThatItsPointsAreOurs() throws {
    let page = try SharedFolder.ownText("Protocol/Decisions/0012-four-plans-without-points.md")
    for id in BundledCampaigns.ids where id != Self.id {
      let rulebook = try BundledCampaigns.rulebook(id)
      let points = rulebook.criteria.reduce(Points.zero) { $0 + $1.points }
      #expect(points == Points(millionths: 100_000_000), "\(id)")
      #expect(page.contains("`\(id)`"))
      // What only follows is in no total.
      #expect(rulebook.criteria.allSatisfy { ($0.scoring == nil) == ($0.points == .zero) }, "\(id)")
    }
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
  fileprivate var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  fileprivate var trimmed: Substring {
    var text = self[...]
    while text.last == "\n" { text = text.dropLast() }
    return text
  }
}

import Campaign
import TestSupport
import Testing

/// Every sentence of the five documents has its rules: domain 2.5, "80 table rows plus the 35 annex tasks".
@Suite struct InventoryTests {
  /// A row of the inventory: the campaign that holds it and the kinds of its rules, in the order of the file.
  struct Row: Sendable {
    let id: String
    let campaign: String
    let kinds: [String]

    /// Its own id, or that id with one letter behind it: `001-17` has `001-17a`, and `001-I.1` has no `001-I.10`.
    func has(_ rule: String) -> Bool {
      guard rule.hasPrefix(id) else { return false }
      let rest = rule.dropFirst(id.count)
      return rest.isEmpty || (rest.count == 1 && rest.allSatisfy { $0.isLetter })
    }
  }

  static func rows() throws -> [Row] {
    try SharedFolder.ownText("Tests/Fixtures/inventory.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "\t").map(String.init)
      return Row(id: cells[0], campaign: cells[1], kinds: cells[2].split(separator: " ").map(String.init))
    }
  }

  static func rulebooks() throws -> [String: Rulebook] {
    Dictionary(uniqueKeysWithValues: try BundledCampaigns.ids.map { ($0, try BundledCampaigns.rulebook($0)) })
  }

  @Test func everyRowHasItsRulesAndTheyAreOfItsKinds() throws {
    let rows = try Self.rows()
    let books = try Self.rulebooks()
    #expect(Set(rows.map(\.id)).count == rows.count)
    #expect(Set(rows.map(\.campaign)) == Set(BundledCampaigns.ids))
    #expect(rows.count { $0.id.contains(".") } == 35)
    for row in rows {
      let book = try #require(books[row.campaign])
      #expect(book.rules.filter { row.has($0.id) }.map(\.kindCode) == row.kinds, "\(row.id)")
    }
  }

  @Test func everyRuleOfADocumentBelongsToOneRow() throws {
    let rows = try Self.rows()
    for book in try Self.rulebooks().values {
      for rule in book.rules {
        guard case .document(let document, let quote) = rule.source else { continue }
        #expect(rows.count { $0.campaign == book.id && $0.has(rule.id) } == 1, "\(rule.id)")
        #expect(rule.id.hasPrefix(document + "-") && !quote.isEmpty, "\(rule.id)")
      }
    }
  }

  @Test func theTasksOfTheAnnexAreAllThere() throws {
    let book = try BundledCampaigns.rulebook("tuyen-quang-2020")
    let sections = ["I": 10, "II": 3, "III": 6, "IV": 8, "V": 2, "VI": 6]
    let tasks = Set(book.rules.filter { $0.kindCode == "TASK" }.map(\.id))
    #expect(tasks == Set(sections.flatMap { section, last in (1...last).map { "001-\(section).\($0)" } }))
  }
}

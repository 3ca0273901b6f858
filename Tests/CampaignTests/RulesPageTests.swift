import Campaign
import TestSupport
import Testing

/// `Protocol/Rules.md` is what the reader makes of the bundled campaigns.
@Suite struct RulesPageTests {
  @Test func thePageHasEveryRuleAsItIsReadAndNoOther() throws {
    let page = try SharedFolder.ownText("Protocol/Rules.md")
    var written: [String: [String]] = [:]
    var campaign = ""
    for line in page.split(separator: "\n").map(String.init) {
      if line.hasPrefix("## ") { campaign = String(line.dropFirst(3)) }
      if line.hasPrefix("| `") { written[campaign, default: []].append(line) }
    }
    #expect(Set(written.keys) == Set(BundledCampaigns.ids))
    for id in BundledCampaigns.ids {
      let rules = try BundledCampaigns.rulebook(id).rules
      #expect(written[id] == rules.map(Self.row), "Run Tools/rules-table.")
      #expect(page.contains("\(rules.count) rules. "))
    }
  }

  static func row(_ rule: Rule) -> String {
    let window =
      rule.isUndated
      ? "*no date*" : rule.window.count == 1 ? "\(rule.window.lowerBound)" : "\(rule.window.lowerBound)–\(rule.window.upperBound)"
    let sentence =
      switch rule.source {
      case .document(let document, let quote): "“\(quote)” (\(document))"
      default: "*\(rule.source)*"
      }
    let levels = rule.levels.map(\.rawValue).joined(separator: ", ")
    return "| `\(rule.id)` | \(rule.kindCode) | `\(type(of: rule.kind))` | \(levels) | \(window) | \(sentence) |"
  }
}

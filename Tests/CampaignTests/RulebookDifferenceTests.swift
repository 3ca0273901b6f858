import Campaign
import Testing

/// In what two rulebooks differ, in words.
@Suite struct RulebookDifferenceTests {
  private func differences(_ changes: (String, String)...) throws -> [RulebookDifference] {
    let yaml = ScoreboardTests.yaml()
    let changed = changes.reduce(yaml) { text, change in
      #expect(text.contains(change.0))
      return text.replacing(change.0, with: change.1)
    }
    return try Rulebook(yaml: Array(yaml.utf8)).differences(to: try Rulebook(yaml: Array(changed.utf8)))
  }

  @Test func equalRulebooksDifferInNothing() throws {
    #expect(try differences().isEmpty)
    for id in BundledCampaigns.ids {
      #expect(try BundledCampaigns.rulebook(id).differences(to: try BundledCampaigns.rulebook(id)).isEmpty)
    }
  }

  @Test func aChangedCriterionTellsWhatChanged() throws {
    let found = try differences(
      ("points: 60", "points: 50"), ("scoring: {kind: PROP, target: 100}", "scoring: {kind: PROP, target: {2023-01: 90, 2024-07: 95.5}}"))
    #expect(found.count == 1 && found[0].part == .criteria && found[0].change == .changed && found[0].subject == "k")
    #expect(found.first?.text.vi == "điểm tối đa 60 → 50; cách tính PROP, target 100 → PROP, target {2023: 90, 2024-07: 95.5}")
    #expect(found.first?.text.en == "points 60 → 50; scoring PROP, target 100 → PROP, target {2023: 90, 2024-07: 95.5}")
  }

  @Test(
    "every part",
    arguments: [
      ("bands: [{name: A, at-least: 90}]", "bands: [{name: A, at-least: 91}]", RulebookDifference.Part.settings, "bands"),
      ("bonus: {each: 1,", "bonus: {each: 1.5,", .settings, "bonus"),
      ("campaign: boards", "campaign: boards\nperiods: {first: 2023-01}", .settings, "periods.first"),
      ("campaign: boards", "campaign: boards\nlateness: {steps: [{days: 1, points: 1}]}", .settings, "lateness"),
      ("campaign: boards", "campaign: boards\ncalendar: {grace-working-days: 6}", .settings, "calendar.grace-working-days"),
      ("at-least: 80", "at-least: 81", .blocks, "so"), ("units: [{id: a}]", "units: [{id: a, level: commune}]", .units, "a"),
      ("{code: d, combine: flow}", "{code: d, combine: stock}", .counters, "d"),
      ("campaign: boards", "campaign: boards\nidentities: [{part: n, whole: [d]}]", .identities, "n ≤ d"),
      ("reason: no cases", "applies: true, reason: no cases", .applicability, "a × k"),
      ("target: 50", "target: 51", .scoreboards, "766/s"), ("at-least: 90, window", "at-least: 91, window", .rules, "r"),
      ("window: 2023", "window: 2024", .rules, "r"),
      ("campaign: boards", "campaign: boards\nindices: [{code: I, decimals: 2, ranks: all, series: []}]", .indices, "I"),
    ])
  func everyPart(old: String, new: String, part: RulebookDifference.Part, subject: String) throws {
    let found = try differences((old, new))
    #expect(found.first?.part == part && found.first?.subject == subject, "\(found)")
    #expect(Set(found.map(\.part)) == [part])
    #expect(found.allSatisfy { $0.change == .added || !$0.text.vi.isEmpty })
  }

  @Test func whatIsAddedAndRemovedSaysWhatItIs() throws {
    let found = try differences(
      ("{code: l, points: 40", "{code: m, name: {vi: Mới, en: New}, points: 40"),
      (", criterion: [k, l]", ", criterion: k"))
    let criteria = found.filter { $0.part == .criteria }
    #expect(criteria.map(\.change) == [.removed, .added] && criteria.map(\.subject) == ["l", "m"])
    #expect(criteria.last?.text.vi == "Mới; điểm tối đa 40; cách tính COUNT, each 1; đo n; chiều higher")
    #expect(criteria.last?.text.en == "New; points 40; scoring COUNT, each 1; measures n; direction higher")
  }

  // A scoreboard without a ranking of its own has the campaign's.
  @Test func aSettingOfTheCampaignIsOneOfItsScoreboards() throws {
    let found = try differences(("ranking: {published: 1}", "ranking: {published: 2}"))
    #expect(found.map(\.subject) == ["ranking.published", "766"] && found[0].text.vi == "1 → 2")
  }

  // Names and notes change no place.
  @Test func namesAreNotCompared() throws {
    #expect(try differences(("{code: k, points", "{code: k, name: Khác, points")).isEmpty)
  }
}

@testable import Campaign
import Testing

/// A person can compute points again from the words that stand beside them.
@Suite struct ScoringWordsTests {
  private func words(_ scoring: String, direction: String = "higher", unit: String = "%", period: String = "2023-02") throws -> LocalizedText? {
    let yaml = """
      thidua: 1
      campaign: one
      periods: {kind: calendar-month}
      units: [{id: a}]
      criteria: [{code: k, points: 10, direction: \(direction), unit: "\(unit)", scoring: \(scoring)}]
      """
    let rulebook = try Rulebook(yaml: Array(yaml.utf8))
    return rulebook.criteria[0].scoringWords(in: try #require(rulebook.period(period)))
  }

  @Test(arguments: [
    ("{kind: BIN, target: 100}", "higher", "từ 100% trở lên được đủ điểm, còn lại 0 điểm"),
    ("{kind: BIN, target: 0}", "lower", "từ 0% trở xuống được đủ điểm, còn lại 0 điểm"),
    ("{kind: PROP, target: {by-month: [8.333333333, 16.666666667, 25, 33, 41, 50, 58, 66, 75, 83, 91, 100]}}", "higher",
      "từ 16,6667% trở lên được đủ điểm; thấp hơn thì điểm bằng giá trị ÷ 16,6667% × điểm tối đa"),
    ("{kind: FLOOR, target: 99, floor: 90}", "higher", "từ 99% trở lên được đủ điểm; ở 90% là 0 điểm, giữa hai mức tăng đều"),
    ("{kind: FLOOR, target: 0, floor: 5}", "lower", "từ 0% trở xuống được đủ điểm; ở 5% là 0 điểm, giữa hai mức tăng đều"),
    ("{kind: STEP, steps: [{at: 100, share: 1}, {at: 75, share: 0.125}]}", "higher",
      "từ 100% trở lên: 100% điểm tối đa; từ 75% trở lên: 12,50% điểm tối đa; còn lại 0 điểm"),
    ("{kind: DED, each: 1.5, cap: 6}", "lower", "đủ điểm khi bằng 0; mỗi trường hợp trừ 1,5 điểm, nhiều nhất 6"),
    ("{kind: COUNT, each: 0.5, cap: 2}", "higher", "mỗi trường hợp được 0,5 điểm, nhiều nhất 2"),
    ("{kind: LEADER, target: 80}", "higher", "ở 80% được nửa số điểm, cao nhất khối được đủ điểm, giữa hai mức tăng đều"),
  ])
  func everyKindIsSaidInWords(scoring: String, direction: String, text: String) throws {
    let found = try #require(try words(scoring, direction: direction))
    #expect(found.vi == text)
    #expect(!found.en.isEmpty && found.en != found.vi)
  }

  @Test func whatIsCountedHasNoPercent() throws {
    #expect(try words("{kind: BIN, target: 3}", direction: "lower", unit: "vụ")?.vi == "từ 3 trở xuống được đủ điểm, còn lại 0 điểm")
  }

  @Test(arguments: BundledCampaigns.ids) func everyCriterionThatGivesPointsIsExplained(campaign: String) throws {
    let rulebook = try BundledCampaigns.rulebook(campaign)
    let period = try #require(rulebook.periods.first)
    var counted = 0
    for year in period.year...period.year + 5 {
      guard let last = Period(kind: period.kind, year: year) else { continue }
      for criterion in rulebook.criteria where criterion.isInForce(in: year) && criterion.scoring != nil {
        counted += 1
        let text = criterion.scoringWords(in: last)
        #expect(text.map { !$0.vi.isEmpty && !$0.en.isEmpty } ?? (criterion.scoring?.target(in: last) == nil), "\(criterion.code) \(year)")
      }
    }
    #expect(counted > 0)
  }

  @Test func whatIsMeasuredIsSaidByTheNamesOfCounters() throws {
    let yaml = """
      thidua: 1
      campaign: one
      periods: {kind: calendar-month}
      units: [{id: a}]
      counters: [{code: early, name: {vi: "Trước hạn", en: "Early"}, combine: flow}, {code: late, name: {vi: "Quá hạn", en: "Late"}, combine: flow}, {code: all, name: {vi: "Tổng số", en: "All"}, combine: flow}]
      criteria: [{code: k, points: 10, metric: {ratio: ["early - late", all]}, scoring: {kind: PROP, target: 100}}, {code: n, points: 1, scoring: {kind: BIN, target: 1}}]
      """
    let rulebook = try Rulebook(yaml: Array(yaml.utf8))
    #expect(rulebook.measureWords(rulebook.criteria[0]) == LocalizedText("(Trước hạn − Quá hạn) ÷ (Tổng số)", en: "(Early − Late) ÷ (All)"))
    #expect(rulebook.measureWords(rulebook.criteria[1]) == nil)
  }
}

import Campaign
import Ranking
import TestSupport
import Testing

/// Sentences of the other four plans, decided: what they say, who must, and what nobody can know.
@Suite struct FourPlansObjectivesTests {
  static func objective(
    _ id: String, _ rule: String, year: Int, standings: Standings? = nil, deliveries: [Delivery] = [], asOf: String? = nil
  ) throws -> Objective {
    var circumstances = Circumstances()
    circumstances.deliveries = deliveries
    let objectives = Objectives(
      rulebook: try BundledCampaigns.rulebook(id), published: [], standings: standings, circumstances: circumstances,
      asOf: asOf.flatMap { CivilDate($0) })
    return try #require(objectives.outcomes(in: year).first { $0.rule.id == rule })
  }

  static func delivery(_ rule: String, _ unit: ReportingUnit.ID, _ date: String, item: String? = nil) -> Delivery {
    Delivery(rule: rule, unit: unit, item: item, date: CivilDate(date)!, evidence: "số 1")
  }

  // 001-05, domain 2.4: "25% online in 2020: passes 20%, fails 30%" is not ours to decide.
  @Test func theConflictOfDocument001StaysUndecided() throws {
    let campaign = try BundledMonthsTests.Campaigned("tuyen-quang-2020", from: "2020-11")
    let standings = try Standings(rulebook: campaign.rulebook, figures: campaign.table, scope: campaign.scope)
    let verdict = try Self.objective("tuyen-quang-2020", "001-05", year: 2020, standings: standings).verdict
    #expect(verdict.outcome == .undetermined && verdict.reason == .conflictingTargets)
    #expect(verdict.text.vi.contains("20") && verdict.text.vi.contains("30"))
    // The same sentence is decided where it does not contradict itself, and so are its neighbours.
    for rule in ["001-01", "001-04a", "001-04c", "001-06", "001-11a"] {
      let outcome = try Self.objective("tuyen-quang-2020", rule, year: 2020, standings: standings).verdict.outcome
      #expect([.met, .notMet, .missing].contains(outcome), "\(rule)")
    }
  }

  // 000-15 to 000-17: no band since 2016, no places for PAPI, and the year of the targets is 2025.
  @Test func indicesOfQuangTriAreJudgedInTheLastYear() throws {
    #expect(try Self.objective("quang-tri-2021", "000-16", year: 2023).verdict.outcome == .pending)
    #expect(try Self.objective("quang-tri-2021", "000-16", year: 2023).evidence.en.contains("41"))
    #expect(try Self.objective("quang-tri-2021", "000-11a", year: 2025).verdict.outcome == .pending)
    #expect(try Self.objective("quang-tri-2021", "000-15", year: 2025).verdict.outcome != .met)
  }

  // Annex I.4, domain 2.3 "TASK": due at the end of 2020, delivered on 10 January: 10 days late, and done.
  @Test func theScoringSoftwareTenDaysLateIsNotMetAndDone() throws {
    let late = try Self.objective(
      "tuyen-quang-2020", "001-I.4", year: 2020, deliveries: [Self.delivery("001-I.4", "so-noi-vu", "2021-01-10")], asOf: "2021-02-01")
    #expect(late.verdict.outcome == .notMet && late.verdict.daysLate == 10)
    let open = try Self.objective("tuyen-quang-2020", "001-I.4", year: 2020, asOf: "2020-12-31")
    #expect(open.verdict.outcome == .pending)
  }

  // Annex I.5, I.6, II.1, VI.6: several leads in one cell, each with its own copy; those that are not ranked lead as well.
  @Test func everyLeadOfACellHasItsOwnCopy() throws {
    let book = try BundledCampaigns.rulebook("tuyen-quang-2020")
    func leads(_ rule: String) throws -> [ReportingUnit] {
      book.units(of: try #require(book.rules.first { $0.id == rule }?.who))
    }
    #expect(try leads("001-I.5").map(\.level) == Array(repeating: .district, count: 7))
    #expect(try leads("001-I.6").count == 20 + 7 + 138 + 2)
    #expect(try leads("001-II.1").count == 1 + 7 + 138)
    #expect(try leads("001-VI.6").count == 1 + 20 + 7 + 138)
    #expect(try leads("001-VI.6").first?.id == "tinh-doan")
    let task = try #require(book.rules.first { $0.id == "001-I.5" }?.kind as? PlanTaskRule)
    #expect(book.units(of: try #require(task.cooperating)).count == 1 + 138 && task.others?.vi == "Các cơ quan liên quan")
  }

  // 004-02: "giao ban hàng tháng", twelve months, one without.
  @Test func elevenMeetingsOfTwelveAreNotEveryMonth() throws {
    let rulebook = try BundledCampaigns.rulebook("tien-giang-2022")
    let units = rulebook.units(of: .levels([.department, .district]))
    let all = units.flatMap { unit in (1...12).map { Self.delivery("004-02", unit.id, "2024-\($0 < 10 ? "0" : "")\($0)-05") } }
    #expect(try Self.objective("tien-giang-2022", "004-02", year: 2024, deliveries: all, asOf: "2025-01-01").verdict.outcome == .met)
    let without = all.filter { $0.unit != units[0].id || $0.date.month != 7 }
    let one = try Self.objective("tien-giang-2022", "004-02", year: 2024, deliveries: without, asOf: "2025-01-01")
    #expect(one.verdict.outcome == .notMet && one.evidence.en.contains("29 of 30"))
    // The last legal month ends on 14 June 2025: nobody owes a meeting of July.
    let half = units.flatMap { unit in (1...6).map { Self.delivery("004-02", unit.id, "2025-0\($0)-05") } }
    #expect(try Self.objective("tien-giang-2022", "004-02", year: 2025, deliveries: half, asOf: "2026-01-01").verdict.outcome == .met)
  }

  // 002-19: codes of conduct are shown, and wait for somebody to assess them.
  @Test func sentencesThatNoMachineCanCheckWaitForAHand() throws {
    for (campaign, rule) in [("hai-lang-2024", "002-19a"), ("tien-giang-2022", "004-09"), ("kon-tum-2023", "003-19a")] {
      let verdict = try Self.objective(campaign, rule, year: 2024).verdict
      #expect(verdict.outcome == .pending && verdict.reason == .manualOnly, "\(rule)")
    }
  }
}

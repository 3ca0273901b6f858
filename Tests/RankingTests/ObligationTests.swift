import Campaign
import Ranking
import Testing

/// What each unit owes on a day.
///
/// - Source: domain 2.3 "TASK", "CHECKLIST", "CADENCE"; decision 11.
@Suite struct ObligationTests {
  static func rulebook(_ rules: String) throws -> Rulebook {
    let yaml = """
      thidua: 1
      campaign: duties
      periods: {kind: calendar-month, first: "2020-01", last: "2025-12"}
      blocks: [{id: tỉnh, ranked: false}, {id: huyện}]
      units:
        - {id: p, block: tỉnh, level: province}
        - {id: a, block: huyện, level: district}
        - {id: b, block: huyện, level: district}
        - {id: c, block: huyện, level: commune}
      rules:
      \(rules.split(separator: "\n").map { "  - {source: \"ours: test\", \($0)}" }.joined(separator: "\n"))
      """
    return try Rulebook(yaml: Array(yaml.utf8))
  }

  static func delivery(
    _ unit: ReportingUnit.ID, _ date: String, rule: String = "r", item: String? = nil, enteredOn: String? = nil,
    withdrawn: Bool = false
  ) throws -> Delivery {
    Delivery(
      rule: rule, unit: unit, item: item, date: try #require(CivilDate(date)), evidence: "số 1 của \(unit)",
      withdrawn: withdrawn, enteredOn: enteredOn.flatMap { CivilDate($0) })
  }

  static func owed(
    _ unit: ReportingUnit.ID, _ rules: String, _ deliveries: [Delivery] = [], on day: String, exempt: [Applicability] = []
  ) throws -> [Obligation] {
    var circumstances = Circumstances()
    circumstances.deliveries = deliveries
    circumstances.applicability = exempt
    return Objectives(
      rulebook: try rulebook(rules), published: [], standings: nil, circumstances: circumstances,
      asOf: CivilDate(day)
    ).obligations(of: unit)
  }

  static let once = "id: r, kind: TASK, who: [a, b], with: [c], product: Báo cáo, due-by: 2021, window: [2020, 2025]"

  // "Due 2021, delivered 2022-01-10 → NOT_MET, 10 days late"; it is done all the same.
  @Test(arguments: [
    ("2022-01-10", "2022-02-01", Obligation.State.done, 0, Outcome.notMet, 10), ("2021-12-31", "2022-02-01", .done, 0, .met, nil),
    (nil, "2021-12-31", .open, 0, .pending, nil), (nil, "2022-01-01", .late, 1, .missing, nil),
    // What lies ahead of the day on which it is asked is not known yet.
    ("2022-01-10", "2022-01-09", .late, 9, .missing, nil),
  ] as [(String?, String, Obligation.State, Int, Outcome, Int?)])
  func aTaskThatIsDueIn2021(delivered: String?, on day: String, state: Obligation.State, overdue: Int, outcome: Outcome, late: Int?) throws {
    let owed = try Self.owed("a", Self.once, try delivered.map { [try Self.delivery("a", $0)] } ?? [], on: day)
    let one = try #require(owed.first)
    #expect(owed.count == 1 && one.role == .lead && one.rule.id == "r" && one.year == nil)
    #expect(one.due == CivilDate("2021-12-31") && one.state == state && one.daysOverdue == overdue)
    #expect(one.verdict.outcome == outcome && one.verdict.daysLate == late)
  }

  // "Several leads in one cell → every lead has its own copy of the task."
  @Test func everyLeadHasItsOwnCopyAndNobodyElseAny() throws {
    let deliveries = [try Self.delivery("a", "2021-01-10")]
    #expect(try Self.owed("a", Self.once, deliveries, on: "2022-02-01").map(\.state) == [.done])
    #expect(try Self.owed("b", Self.once, deliveries, on: "2022-02-01").map(\.state) == [.late])
    #expect(try Self.owed("p", Self.once, deliveries, on: "2022-02-01").isEmpty)
    #expect(try Self.owed("nobody", Self.once, deliveries, on: "2022-02-01").isEmpty)
  }

  // Domain 1.1: cooperating units contribute, "never answerable for lateness".
  @Test func whoCooperatesIsNeverLate() throws {
    let owed = try Self.owed("c", Self.once, on: "2022-02-01")
    #expect(owed.map(\.role) == [.cooperating] && owed.map(\.state) == [.open])
    let both = [try Self.delivery("a", "2021-01-10"), try Self.delivery("b", "2021-01-12")]
    #expect(try Self.owed("c", Self.once, both, on: "2022-02-01").map(\.state) == [.done])
  }

  @Test func whatIsTakenBackIsOwedAgain() throws {
    let deliveries = [try Self.delivery("a", "2021-05-01"), try Self.delivery("a", "2021-05-01", withdrawn: true)]
    #expect(try Self.owed("a", Self.once, deliveries, on: "2021-06-01").map(\.state) == [.open])
  }

  // "Due by regulation = no date."
  @Test func withoutADayInTheTextItIsNeverLate() throws {
    let rule = "id: r, kind: TASK, who: [a], product: Báo cáo, due-by: none, window: [2020, 2022]"
    let open = try Self.owed("a", rule, on: "2030-01-01")
    #expect(open.map(\.state) == [.open] && open.first?.due == nil)
    #expect(open.first?.verdict.outcome == .pending && open.first?.verdict.reason == .noTarget)
    #expect(try Self.owed("a", rule, [try Self.delivery("a", "2021-01-01")], on: "2030-01-01").map(\.state) == [.done])
  }

  // Yearly: due on 31/12 of each year of the window; a delivery counts for the year that contains its date.
  @Test func aYearlyTaskHasACopyOfEveryYearSoFar() throws {
    let rule = "id: r, kind: TASK, who: [a], product: Báo cáo, recurs: yearly, window: [2021, 2023]"
    let owed = try Self.owed("a", rule, [try Self.delivery("a", "2021-11-30")], on: "2023-01-02")
    // What is late stands first.
    #expect(owed.map(\.year) == [2022, 2021, 2023] && owed.map(\.state) == [.late, .done, .open])
    #expect(owed.first?.daysOverdue == 2)
    #expect(try Self.owed("a", rule, on: "2020-06-01").isEmpty)
  }

  // "Items that do not concern the unit leave the list."
  @Test func theItemsOfAListThatConcernTheUnit() throws {
    let rule = """
      id: r, kind: CHECKLIST, who: {levels: [district, commune]}, window: [2020, 2021], items: [{id: x, name: Một}, \
      {id: y, name: Hai}, {id: z, name: Ba, levels: [commune]}]
      """
    let half = try Self.owed("a", rule, [try Self.delivery("a", "2021-01-01", item: "x")], on: "2021-02-01")
    #expect(half.map(\.state) == [.open] && half.first?.items.map(\.item.id) == ["x", "y"])
    #expect(half.first?.items.map { $0.done?.date } == [CivilDate("2021-01-01"), nil])
    #expect(try Self.owed("c", rule, on: "2022-01-01").first?.items.count == 3)
    let all = ["x", "y"].map { item in Result { try Self.delivery("a", "2021-01-01", item: item) } }
    #expect(try Self.owed("a", rule, all.map { try $0.get() }, on: "2021-02-01").map(\.state) == [.done])
  }

  // "An event counts for the interval that contains its date, not its entry date."
  @Test func theNextIntervalWithoutAnEventIsDue() throws {
    let rule = "id: r, kind: CADENCE, who: [a], every: month, window: [2021, 2025]"
    let owed = try Self.owed("a", rule, [try Self.delivery("a", "2021-01-05"), try Self.delivery("a", "2021-03-05")], on: "2021-04-10")
    #expect(owed.map(\.state) == [.late] && owed.first?.due == CivilDate("2021-02-28") && owed.first?.daysOverdue == 41)
  }

  @Test func whoIsExemptOwesNothing() throws {
    func exempt(_ code: String, from: String, through: String?) throws -> Applicability {
      Applicability(
        unit: "a", criterion: code, from: try #require(Period(from, kind: .calendarMonth)),
        through: through.flatMap { Period($0, kind: .calendarMonth) }, applies: false, reason: "QĐ 5")
    }
    #expect(try Self.owed("a", Self.once, on: "2022-02-01", exempt: [try exempt("r", from: "2020-01", through: nil)]).isEmpty)
    let list = "id: r, kind: CHECKLIST, who: [a], window: [2020, 2021], items: [{id: x}, {id: y}]"
    let items = try Self.owed("a", list, on: "2021-02-01", exempt: [try exempt("r/x", from: "2020-01", through: nil)])
    #expect(items.first?.items.map(\.item.id) == ["y"])
  }

  @Test func theyStandByDueDayThenInTheOrderOfTheRulebook() throws {
    let rules = """
      id: undated, kind: TASK, who: [a], product: P, due-by: none, window: [2020, 2025]
      id: last, kind: TASK, who: [a], product: P, due-by: 2025, window: [2020, 2025]
      id: second, kind: TASK, who: [a], product: P, due-by: 2021-06-30, window: [2020, 2025]
      id: third, kind: TASK, who: [a], product: P, due-by: 2021-06-30, window: [2020, 2025]
      id: first, kind: CADENCE, who: [a], every: quarter, window: [2020, 2020]
      """
    #expect(try Self.owed("a", rules, on: "2020-02-01").map(\.rule.id) == ["first", "second", "third", "last", "undated"])
  }

  // Annex of document 001: "Sở Nội vụ" leads most of it; a commune cooperates in I.5 and leads I.6.
  @Test func theAnnexOfTuyenQuangSaysWhoOwesWhat() throws {
    var circumstances = Circumstances()
    circumstances.deliveries = [try Self.delivery("so-noi-vu", "2021-01-10", rule: "001-I.4")]
    let rulebook = try BundledCampaigns.rulebook("tuyen-quang-2020")
    let all = Objectives(
      rulebook: rulebook, published: [], standings: nil, circumstances: circumstances, asOf: CivilDate("2021-02-01"))
    let office = all.obligations(of: "so-noi-vu")
    func lead(_ rule: String) -> Obligation? { office.first { $0.rule.id == rule && $0.role == .lead } }
    #expect(lead("001-I.4")?.state == .done && lead("001-I.4")?.verdict.daysLate == 10)
    #expect(lead("001-I.1")?.state == .late && lead("001-I.1")?.daysOverdue == 32)
    #expect(office.first { $0.rule.id == "001-I.5" }?.role == .cooperating)
    let commune = try #require(rulebook.units.first { $0.level == .commune })
    let owed = all.obligations(of: commune.id)
    #expect(owed.first { $0.rule.id == "001-I.5" }?.role == .cooperating)
    #expect(owed.contains { $0.rule.id == "001-I.6" && $0.role == .lead })
    #expect(owed.allSatisfy { $0.role != .cooperating || $0.state != .late })
  }
}

import Campaign
import Ranking
import Testing

/// What each unit owes on a day.
///
/// - Source: domain 2.3 "TASK", "CHECKLIST", "CADENCE"; decision 11.
@Suite struct ObligationTests {
  typealias State = Obligation.State

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
    let day = try #require(CivilDate(day))
    return Obligations(rulebook: try rulebook(rules), circumstances: circumstances, on: day).owed(by: unit)
  }

  static let once = "id: r, kind: TASK, who: [a, b], with: [c], product: Báo cáo, due-by: 2021, window: [2020, 2025]"

  // "Due 2021, delivered 2022-01-10 → NOT_MET, 10 days late."
  @Test(arguments: [
    ("2022-01-10", "2022-02-01", State.doneLate(days: 10)), ("2022-01-01", "2022-02-01", .doneLate(days: 1)),
    ("2021-12-31", "2022-02-01", .done), (nil, "2021-12-31", .open), (nil, "2022-01-01", .overdue(days: 1)),
    // What lies ahead of the day on which it is asked is not known yet.
    ("2022-01-10", "2022-01-09", .overdue(days: 9)),
  ] as [(String?, String, State)])
  func aTaskThatIsDueIn2021(delivered: String?, on day: String, state: State) throws {
    let owed = try Self.owed("a", Self.once, try delivered.map { [try Self.delivery("a", $0)] } ?? [], on: day)
    let one = try #require(owed.first)
    #expect(owed.count == 1 && one.role == .lead && one.part == .whole && one.rule.id == "r")
    #expect(one.due == CivilDate("2021-12-31") && one.state == state)
    #expect(one.proofs.map(\.evidence) == (state.code.hasPrefix("DONE") ? ["số 1 của a"] : []))
  }

  // "Several leads in one cell → every lead has its own copy of the task."
  @Test func everyLeadHasItsOwnCopyAndNobodyElseAny() throws {
    let deliveries = [try Self.delivery("a", "2022-01-10")]
    #expect(try Self.owed("a", Self.once, deliveries, on: "2022-02-01").map(\.state) == [.doneLate(days: 10)])
    #expect(try Self.owed("b", Self.once, deliveries, on: "2022-02-01").map(\.state) == [.overdue(days: 32)])
    #expect(try Self.owed("p", Self.once, deliveries, on: "2022-02-01").isEmpty)
    #expect(try Self.owed("nobody", Self.once, deliveries, on: "2022-02-01").isEmpty)
  }

  // Domain 1.1: cooperating units contribute, "never answerable for lateness".
  @Test func whoCooperatesIsNeverLate() throws {
    func cooperating(_ deliveries: [Delivery]) throws -> Obligation {
      let owed = try Self.owed("c", Self.once, deliveries, on: "2022-02-01")
      return try #require(owed.first)
    }
    let open = try cooperating([try Self.delivery("a", "2022-01-10")])
    #expect(open.role == .cooperating && open.state == .open && open.due == CivilDate("2021-12-31"))
    let done = try cooperating([try Self.delivery("b", "2022-01-12"), try Self.delivery("a", "2022-01-10")])
    #expect(done.state == .done && done.proofs.map(\.unit) == ["a", "b"])
  }

  @Test func whatIsTakenBackIsOwedAgain() throws {
    let deliveries = [
      try Self.delivery("a", "2021-05-01"), try Self.delivery("a", "2021-05-01", withdrawn: true),
    ]
    #expect(try Self.owed("a", Self.once, deliveries, on: "2021-06-01").map(\.state) == [.open])
  }

  // "Due by regulation = no date."
  @Test func withoutADayInTheTextItIsNeverOverdue() throws {
    let rule = "id: r, kind: TASK, who: [a], product: Báo cáo, due-by: none, window: [2020, 2022]"
    let open = try Self.owed("a", rule, on: "2030-01-01")
    #expect(open.map(\.state) == [.noDate] && open.first?.due == nil)
    #expect(try Self.owed("a", rule, [try Self.delivery("a", "2029-01-01")], on: "2030-01-01").map(\.state) == [.done])
  }

  // Yearly: due on 31/12 of each year of the window; a delivery counts for the year that contains its date.
  @Test func aYearlyTaskHasACopyOfEveryYearSoFar() throws {
    let rule = "id: r, kind: TASK, who: [a], product: Báo cáo, recurs: yearly, start: 2021, window: [2020, 2023]"
    let deliveries = [try Self.delivery("a", "2021-11-30")]
    let owed = try Self.owed("a", rule, deliveries, on: "2023-01-02")
    #expect(owed.map(\.part) == [.year(2021), .year(2022), .year(2023)])
    #expect(owed.map(\.state) == [.done, .overdue(days: 2), .open])
    #expect(owed.map { $0.due?.description } == ["2021-12-31", "2022-12-31", "2023-12-31"])
    #expect(try Self.owed("a", rule, on: "2020-06-01").isEmpty)
    #expect(try Self.owed("a", rule, on: "2030-01-01").count == 3)
  }

  // "CONTINUOUS has no due date: yearly evidence is expected."
  @Test func aContinuousTaskHasNoDueDayAndWantsAProofOfEachYear() throws {
    let rule = "id: r, kind: TASK, who: [a], product: Tin bài, recurs: continuous, window: [2020, 2025]"
    let owed = try Self.owed("a", rule, [try Self.delivery("a", "2021-03-01")], on: "2022-06-30")
    #expect(owed.allSatisfy { $0.due == nil })
    #expect(owed.map(\.state) == [.overdue(days: 546), .done, .open])
  }

  // "Items that do not concern the unit leave the list"; what came behind the end is late, and done.
  @Test func everyItemOfAListIsOwed() throws {
    let rule = """
      id: r, kind: CHECKLIST, who: {levels: [district, commune]}, window: [2020, 2021], items: [{id: x, name: Một}, \
      {id: y, name: Hai}, {id: z, name: Ba, levels: [commune]}]
      """
    let deliveries = [
      try Self.delivery("a", "2021-01-01", item: "x"), try Self.delivery("a", "2022-01-03", item: "y"),
    ]
    let owed = try Self.owed("a", rule, deliveries, on: "2022-02-01")
    #expect(owed.map(\.part.text.vi) == ["Một", "Hai"] && owed.map(\.state) == [.done, .doneLate(days: 3)])
    #expect(try Self.owed("c", rule, deliveries, on: "2022-01-01").map(\.state) == Array(repeating: .overdue(days: 1), count: 3))
  }

  @Test func whatAShareDoesNotNeedIsNoLongerOwed() throws {
    let rule = """
      id: r, kind: CHECKLIST, who: [a], window: [2020, 2021], yearly: true, mode: share, at-least: 50, items: [{id: x}, {id: y}]
      """
    let owed = try Self.owed("a", rule, [try Self.delivery("a", "2020-05-01", item: "x")], on: "2021-06-01")
    #expect(owed.map(\.state) == [.done, .enough, .open, .open])
    #expect(owed.map(\.part.text.vi) == ["x (năm 2020)", "y (năm 2020)", "x (năm 2021)", "y (năm 2021)"])
  }

  // "An event counts for the interval that contains its date, not its entry date"; late entries stay late.
  @Test func everyIntervalThatHasBegunIsOwed() throws {
    let rule = "id: r, kind: CADENCE, who: [a], every: month, window: [2021, 2025]"
    let deliveries = [
      try Self.delivery("a", "2021-01-05"), try Self.delivery("a", "2021-02-05", enteredOn: "2021-03-04"),
    ]
    let owed = try Self.owed("a", rule, deliveries, on: "2021-04-10")
    #expect(owed.map(\.part.text.vi) == ["tháng 1/2021", "tháng 2/2021", "tháng 3/2021", "tháng 4/2021"])
    #expect(owed.map(\.state) == [.done, .doneLate(days: 4), .overdue(days: 10), .open])
    #expect(owed.last?.due == CivilDate("2021-04-30"))
    // The campaign ends in 2025, the window with it.
    #expect(try Self.owed("a", rule, on: "2031-01-01").count == 60)
  }

  @Test func anIntervalThatTheTextDoesNotNameShowsItsEvents() throws {
    let rule = "id: r, kind: CADENCE, who: [a], every: unspecified, window: [2021, 2022]"
    let owed = try Self.owed("a", rule, [try Self.delivery("a", "2021-02-05")], on: "2022-05-05")
    #expect(owed.map(\.state) == [.noDate, .noDate] && owed.map(\.proofs.count) == [1, 0])
  }

  @Test func whoIsExemptSeesWhy() throws {
    func exempt(_ code: String, from: String, through: String?) throws -> Applicability {
      Applicability(
        unit: "a", criterion: code, from: try #require(Period(from, kind: .calendarMonth)),
        through: through.flatMap { Period($0, kind: .calendarMonth) }, applies: false, reason: "QĐ 5")
    }
    let task = try Self.owed("a", Self.once, on: "2022-02-01", exempt: [try exempt("r", from: "2021-01", through: nil)])
    #expect(task.map(\.state) == [.notApplicable] && task.first?.exemption == "QĐ 5")
    // Exempt before the year in which it is due is not exempt when it is due.
    let before = try Self.owed("a", Self.once, on: "2022-02-01", exempt: [try exempt("r", from: "2020-01", through: "2020-12")])
    #expect(before.map(\.state) == [.overdue(days: 32)])
    let list = "id: r, kind: CHECKLIST, who: [a], window: [2020, 2021], items: [{id: x}, {id: y}]"
    let items = try Self.owed("a", list, on: "2022-02-01", exempt: [try exempt("r/x", from: "2020-01", through: nil)])
    #expect(items.map(\.state) == [.notApplicable, .overdue(days: 32)])
    // Of several leads the others still lead; all of them exempt, nothing is left to cooperate on.
    let shared = try Self.owed(
      "c", "id: r, kind: TASK, who: [a], with: [c], product: P, due-by: 2021, window: [2020, 2025]", on: "2022-02-01",
      exempt: [try exempt("r", from: "2021-01", through: nil)])
    #expect(shared.map(\.state) == [.notApplicable])
  }

  @Test func theyStandByDueDayThenInTheOrderOfTheRulebook() throws {
    let rules = """
      id: undated, kind: TASK, who: [a], product: P, due-by: none, window: [2020, 2025]
      id: late, kind: TASK, who: [a], product: P, due-by: 2025, window: [2020, 2025]
      id: second, kind: TASK, who: [a], product: P, due-by: 2021-06-30, window: [2020, 2025]
      id: third, kind: TASK, who: [a], product: P, due-by: 2021-06-30, window: [2020, 2025]
      id: first, kind: CADENCE, who: [a], every: quarter, window: [2020, 2020]
      """
    let ids = try Self.owed("a", rules, on: "2020-02-01").map(\.rule.id)
    #expect(ids == ["first", "second", "third", "late", "undated"])
  }

  // A unit that follows another in the roster has no task of its predecessor: lineage is not part of a rulebook.
  @Test func aSuccessorOwesOnlyWhatNamesIt() throws {
    let rule = "id: r, kind: TASK, who: [a], product: Báo cáo, due-by: 2021, window: [2020, 2025]"
    #expect(try Self.owed("b", rule, [try Self.delivery("b", "2021-05-01")], on: "2021-06-01").isEmpty)
    #expect(try Self.owed("a", rule, [try Self.delivery("b", "2021-05-01")], on: "2021-06-01").map(\.state) == [.open])
  }

  // Annex of document 001: "Sở Nội vụ" leads most of it; a commune cooperates in I.5 and leads I.6.
  @Test func theAnnexOfTuyenQuangSaysWhoOwesWhat() throws {
    let rulebook = try BundledCampaigns.rulebook("tuyen-quang-2020")
    var circumstances = Circumstances()
    circumstances.deliveries = [try Self.delivery("so-noi-vu", "2021-01-10", rule: "001-I.4")]
    let day = try #require(CivilDate("2021-02-01"))
    let all = Obligations(rulebook: rulebook, circumstances: circumstances, on: day)
    let office = all.owed(by: "so-noi-vu")
    func state(_ rule: String) -> State? { office.first { $0.rule.id == rule && $0.role == .lead }?.state }
    #expect(state("001-I.4") == .doneLate(days: 10) && state("001-I.1") == .overdue(days: 32))
    #expect(office.first { $0.rule.id == "001-I.5" }?.role == .cooperating)
    #expect(zip(office, office.dropFirst()).allSatisfy { ($0.due?.day ?? .max) <= ($1.due?.day ?? .max) })
    let commune = try #require(rulebook.units.first { $0.level == .commune })
    let owed = all.owed(by: commune.id)
    #expect(owed.first { $0.rule.id == "001-I.5" }?.role == .cooperating)
    #expect(owed.filter { $0.rule.id == "001-I.6" }.map(\.state) == [.overdue(days: 32), .open])
    #expect(owed.allSatisfy { $0.role == .lead || ![.overdue(days: 32)].contains($0.state) })
  }

  // The states are the outcomes of the objectives, seen from the unit.
  @Test func theStatesOfLeadsAgreeWithTheObjectives() throws {
    let rulebook = try BundledCampaigns.rulebook("tuyen-quang-2020")
    let day = try #require(CivilDate("2021-07-01"))
    let tasks = rulebook.rules.filter { $0.kind is PlanTaskRule }
    var circumstances = Circumstances()
    for (index, rule) in tasks.enumerated() where index % 3 != 1 {
      for unit in rulebook.units(of: try #require(rule.who)) {
        circumstances.deliveries.append(
          try Self.delivery(unit.id, index % 3 == 2 ? "2020-05-05" : "2021-06-06", rule: rule.id))
      }
    }
    let obligations = Obligations(rulebook: rulebook, circumstances: circumstances, on: day)
    let objectives = Objectives(
      rulebook: rulebook, published: [], standings: nil, circumstances: circumstances, asOf: day
    ).outcomes(in: 2020)
    var seen: Set<String> = []
    let owed = Dictionary(uniqueKeysWithValues: rulebook.units.map { ($0.id, obligations.owed(by: $0.id)) })
    for objective in objectives where objective.rule.kind is PlanTaskRule {
      for (unit, verdict) in objective.units {
        let own = owed[unit.id]?.first {
          $0.rule.id == objective.rule.id && [.whole, .year(2020)].contains($0.part)
        }
        // A task may begin only behind the year that is asked for.
        guard let state = own?.state else { continue }
        seen.insert(state.code)
        let outcome: Outcome =
          switch state {
          case .done: .met
          case .doneLate: .notMet
          case .overdue: .missing
          case .open, .noDate: .pending
          case .notApplicable, .enough: .notApplicable
          }
        #expect(verdict.outcome == outcome, "\(objective.rule.id) of \(unit.id)")
      }
    }
    #expect(seen.isSuperset(of: ["DONE", "DONE_LATE", "OVERDUE", "OPEN"]))
  }
}

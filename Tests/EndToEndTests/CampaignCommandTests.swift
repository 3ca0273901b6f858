import Campaign
import Foundation
import Testing

/// `thidua campaign`, `tasks`, `deliver`, `assess`, `applicability`, `period`, `export` against a running server.
@Suite(.timeLimit(.minutes(10))) struct CampaignCommandTests {
  private func thidua(_ arguments: [String], input: String = "", in scratch: Scratch) async throws -> Programs.Ended {
    try await Programs.run("thidua", arguments, input: Array(input.utf8), in: scratch)
  }

  /// A folder that waits for its launch, being served.
  private func waiting() async throws -> (scratch: Scratch, server: RunningServer, at: [String]) {
    let scratch = try Scratch()
    let made = try await Programs.run("thidua-server", ["init", "--data", scratch.file("data"), "--deployment", "training"], in: scratch)
    #expect(made.status == 0 && made.output.contains("campaign launch"), "\(made.error)")
    let server = try await RunningServer(data: scratch.file("data"), options: ["--open-on-loopback"], in: scratch)
    return (scratch, server, ["--server", "127.0.0.1:\(server.port)", "--deployment", "training"])
  }

  @Test func aCampaignIsLaunchedAmendedAndShown() async throws {
    let (scratch, server, at) = try await waiting()
    let before = try await thidua(["campaign", "show"] + at, in: scratch)
    #expect(before.status == 77 && before.error.contains("R-314"))
    #expect(try await thidua(["health"] + at, in: scratch).status == 0)
    let first = try scratch.write(Self.yaml, to: "first.yaml")
    let launched = try await thidua(["campaign", "launch", first] + at, in: scratch)
    #expect(launched.status == 0 && launched.output.contains("Đã phát động phong trào ours"), "\(launched.error)")
    let again = try await thidua(["campaign", "launch", "kon-tum-2023"] + at, in: scratch)
    #expect(again.status == 77 && again.error.contains("R-330 ALREADY_LAUNCHED"))
    let second = try scratch.write(Self.yaml + "# amended\n", to: "second.yaml")
    let amended = try await thidua(["--lang", "en"] + at + ["campaign", "amend", second, "--from", "2199-01"], in: scratch)
    #expect(amended.status == 0 && amended.output.contains("Amended the rulebook of ours"), "\(amended.error)")
    let shown = try await thidua(["campaign", "show", "--format", "csv"] + at, in: scratch)
    let table = try CSVTable(Array(shown.output.utf8))
    #expect(table.rows.map { $0.cells[4] } == ["2198-12", ""] && table.rows.map { $0.cells[6] } == ["true", "false"])
    let file = try await thidua(["campaign", "show", "--file", "2"] + at, in: scratch)
    #expect(file.output == Self.yaml + "# amended\n")
    let faulty = try scratch.write("thidua: 1\n", to: "faulty.yaml")
    #expect(try await thidua(["campaign", "amend", faulty, "--from", "2199-01"] + at, in: scratch).status == 65)
    await server.killed()
  }

  @Test func tasksAreReportedAndAssessedFromTheCommandLine() async throws {
    let (scratch, server, at) = try await waiting()
    _ = try await thidua(["campaign", "launch", try scratch.write(Self.yaml, to: "ours.yaml")] + at, in: scratch)
    func tasks(_ more: String...) async throws -> [[String]] {
      let ended = try await thidua(["tasks", "u0", "--format", "csv"] + more + at, in: scratch)
      #expect(ended.status == 0, "\(ended.error)")
      return try CSVTable(Array(ended.output.utf8)).rows.map(\.cells)
    }
    #expect(try await tasks().map { $0[0] } == ["task", "list"])
    #expect(try await tasks("--late").map { $0[0] } == ["task"])
    let done = try await thidua(["deliver", "task", "--unit", "u0", "--date", "15/3/2023", "--evidence", "07/KH"] + at, in: scratch)
    #expect(done.status == 0 && done.output.contains("Đã ghi nhận 1 kết quả"), "\(done.error)")
    let file = try scratch.write("rule,unit,item,date,evidence\nlist,u0,a,2023-03-15,08/BC\nlist,u0,b,16/03/2023,\"09/BC, bản ký\"\n", to: "done.csv")
    #expect(try await thidua(["deliver", "--file", file] + at, in: scratch).status == 0)
    #expect(try await tasks().isEmpty)
    #expect(try await tasks("--all").map { $0[6] } == ["done", "done"])
    let back = try await thidua(
      ["deliver", "task", "--unit", "u0", "--date", "2023-03-15", "--evidence", "nhầm", "--withdraw"] + at, in: scratch)
    #expect(back.status == 0, "\(back.error)")
    #expect(try await tasks("--late").map { $0[0] } == ["task"])
    let wrong = try await thidua(["deliver", "tusk", "--unit", "u0", "--date", "2023-03-15", "--evidence", "x"] + at, in: scratch)
    #expect(wrong.status == 77 && wrong.error.contains("R-338") && wrong.error.contains("task?"))
    let found = try await thidua(["assess", "care", "--year", "2023", "--met", "--evidence", "35/QĐ"] + at, in: scratch)
    #expect(found.status == 0, "\(found.error)")
    let rule = try await thidua(["objectives", "--year", "2023", "--rule", "list", "--format", "json"] + at, in: scratch)
    #expect(rule.status == 0 && rule.output.contains("\"units\""), "\(rule.error)")
    await server.killed()
  }

  @Test func withoutAServerTasksComeFromAFile() async throws {
    let scratch = try Scratch()
    let rulebook = try scratch.write(Self.yaml, to: "ours.yaml")
    let file = try scratch.write("rule,unit,item,date,evidence\ntask,u0,,2023-02-20,07/KH\n", to: "done.csv")
    let ended = try await thidua(
      ["tasks", "u0", "--campaign", rulebook, "--deliveries", file, "--as-of", "01/06/2023", "--all", "--format", "csv"], in: scratch)
    #expect(ended.status == 0, "\(ended.error)")
    #expect(try CSVTable(Array(ended.output.utf8)).rows.map { [$0.cells[0], $0.cells[6]] } == [["task", "done"], ["list", "open"]])
    #expect(try await thidua(["tasks", "u0", "--campaign", rulebook], in: scratch).status == 64)
    let bad = try scratch.write("rule,unit,item,date,evidence\nnone,u0,,2023-02-20,x\ntask,u1,,2023-02-20,x\n", to: "bad.csv")
    let refused = try await thidua(["tasks", "u0", "--campaign", rulebook, "--deliveries", bad, "--as-of", "2023-06-01"], in: scratch)
    #expect(refused.status == 65 && refused.error.contains("line 2") && refused.error.contains("line 3") && refused.error.contains("R-340"))
  }

  @Test func theDemonstrationIsExportedAndComputedAgain() async throws {
    let scratch = try Scratch()
    let data = try await DemonstrationFolder.copy(to: scratch)
    let server = try await RunningServer(data: data, in: scratch)
    let at = ["--server", "127.0.0.1:\(server.port)"]
    let ranked = try await thidua(["rank", "--period", "2023-11", "--block", "huyen", "--format", "csv"] + at, in: scratch)
    let exported = try await thidua(["export"] + at, in: scratch)
    #expect(exported.status == 0 && exported.error.isEmpty)
    let figures = try scratch.write(exported.output, to: "figures.csv")
    let again = try await thidua(
      ["evaluate", "kon-tum-2023", "--figures", figures, "--period", "2023-11", "--block", "huyen", "--format", "csv"], in: scratch)
    #expect(again.status == 0, "\(again.error)")
    func places(_ text: String) throws -> [String] { try CSVTable(Array(text.utf8)).rows.map { $0.cells[2...4].joined(separator: " ") } }
    #expect(try places(again.output) == places(ranked.output) && !ranked.output.isEmpty)

    // The same figures by the campaign's second scoreboard, from the server and without it.
    let month = ["--period", "2023-11", "--block", "huyen", "--scoreboard", "766", "--format", "csv"]
    let second = try await thidua(["rank"] + month + at, in: scratch)
    let alone = try await thidua(["evaluate", "kon-tum-2023", "--figures", figures] + month, in: scratch)
    #expect(try places(second.output) == places(alone.output) && !second.output.isEmpty, "\(second.error)\(alone.error)")
    #expect(try places(second.output) != places(ranked.output))
    let unknown = try await thidua(["rank", "--scoreboard", "667"] + at, in: scratch)
    #expect(unknown.status == 77 && unknown.error.contains("766"), "\(unknown.error)")

    let extended = try await thidua(
      ["period", "extend", "2023-12", "--due", "22/12/2023", "--reason", "sự cố", "--lang", "en"] + at, in: scratch)
    #expect(extended.status == 0 && extended.output.contains("due 00:00 23/12/2023"), "\(extended.error)")
    let exempt = try await thidua(
      ["applicability", "kon-ray", "TT-10", "--from", "2023-12", "--not-applicable", "--reason", "12/SNV"] + at, in: scratch)
    #expect(exempt.status == 0 && exempt.output.contains("không áp dụng"), "\(exempt.error)")
    let settled = try await thidua(
      ["applicability", "kon-ray", "TT-10", "--from", "2023-11", "--not-applicable", "--reason", "12/SNV"] + at, in: scratch)
    #expect(settled.status == 77 && settled.error.contains("R-337"))
    await server.killed()
  }

  // A form is checked with the rulebook that scores its period, not with the one that the program carries.
  @Test func aFileIsCheckedWithTheServersOwnRulebook() async throws {
    let scratch = try Scratch()
    try await SmallCampaign.make(at: scratch.file("data"))
    let server = try await RunningServer(data: scratch.file("data"), in: scratch)
    let at = ["--server", "127.0.0.1:\(server.port)"]
    let longer = SmallCampaign.yaml.replacing("{code: answered, combine: flow}", with: "{code: answered, combine: flow}, {code: more, combine: flow}")
    let amended = try await thidua(["campaign", "amend", try scratch.write(longer, to: "longer.yaml"), "--from", "2023-03"] + at, in: scratch)
    #expect(amended.status == 0, "\(amended.error)")
    let short = try await thidua(["submit"] + at, input: SmallCampaign.csv(), in: scratch)
    #expect(short.status == 65 && short.error.contains("S-208 MISSING_COUNTER") && short.error.contains("more"))
    let whole = try await thidua(["submit"] + at, input: SmallCampaign.csv() + "u0,2023-03,more,3\n", in: scratch)
    #expect(whole.status == 0, "\(whole.error)")
    // An earlier month has the form of its own version; it is closed here.
    let february = try await thidua(["submit"] + at, input: SmallCampaign.csv(period: "2023-02"), in: scratch)
    #expect(february.status == 77 && february.error.contains("R-303"), "\(february.error)")
    await server.killed()
  }

  static let yaml = """
    thidua: 1
    campaign: ours
    periods: {kind: legal-month, first: 2023-01, last: 2200-12}
    units: [{id: u0, name: Unit 0}, {id: u1, name: Unit 1}]
    counters: [{code: asked, combine: flow}, {code: answered, combine: flow}]
    criteria: [{code: k, points: 100, metric: {ratio: [answered, asked]}, scoring: {kind: PROP, target: 100}}]
    rules:
      - {id: task, kind: TASK, who: [u0], product: {vi: kế hoạch, en: plan}, due-by: 2023-03-01, window: [2023, 2024], source: "ours: test"}
      - {id: list, kind: CHECKLIST, who: all, items: [{id: a, name: A}, {id: b, name: B}], window: [2023, 2190], source: "ours: test"}
      - {id: care, kind: NARRATIVE, window: [2023, 2024], source: "ours: test"}

    """
}

import Campaign
import Foundation
import Testing
import Wire

/// `thidua` on its own and against a running server.
@Suite(.timeLimit(.minutes(10))) struct CommandTests {
  private func thidua(
    _ arguments: String..., input: String = "", in scratch: Scratch, environment: [String: String] = [:]
  ) async throws -> Programs.Ended {
    try await Programs.run("thidua", arguments, input: Array(input.utf8), in: scratch, environment: environment)
  }

  /// A demonstration that is being served, and the file that it offers to a newcomer.
  private func demonstration() async throws -> (scratch: Scratch, server: RunningServer, address: String, example: String) {
    let scratch = try Scratch()
    let data = try await DemonstrationFolder.copy(to: scratch)
    let server = try await RunningServer(data: data, in: scratch)
    return (scratch, server, "127.0.0.1:\(server.port)", data + "/vi-du/thang-12.csv")
  }

  private func small() async throws -> (scratch: Scratch, server: RunningServer, rulebook: String) {
    let scratch = try Scratch()
    try await SmallCampaign.make(at: scratch.file("data"))
    let rulebook = try scratch.write(SmallCampaign.yaml, to: "small.yaml")
    return (scratch, try await RunningServer(data: scratch.file("data"), in: scratch), rulebook)
  }

  struct BadInput: Sendable, CustomTestStringConvertible {
    let name: String
    let csv: String
    let code: String
    let place: String
    var testDescription: String { name }
  }

  static let badInputs = [
    BadInput(name: "unknown unit", csv: SmallCampaign.csv("nobody"), code: "S-205 UNKNOWN_UNIT", place: "line 2"),
    BadInput(
      name: "unknown counter", csv: SmallCampaign.csv() + "u0,2023-03,other,1\n", code: "S-206 UNKNOWN_COUNTER",
      place: "line 4, cell \"counter\""),
    BadInput(name: "unknown period", csv: SmallCampaign.csv(period: "2023-13"), code: "S-207 UNKNOWN_PERIOD", place: "line 2"),
    BadInput(name: "period outside", csv: SmallCampaign.csv(period: "2031-01"), code: "S-207 UNKNOWN_PERIOD", place: "line 2"),
    BadInput(
      name: "missing counter", csv: "unit,period,counter,value\nu0,2023-03,asked,1\n", code: "S-208 MISSING_COUNTER",
      place: "counter \"answered\""),
    BadInput(name: "empty value", csv: SmallCampaign.csv(asked: ""), code: "S-208 MISSING_COUNTER", place: "line 2, cell \"value\""),
    BadInput(name: "negative", csv: SmallCampaign.csv(asked: "-1"), code: "S-211 NEGATIVE", place: "line 2, cell \"value\""),
    BadInput(name: "fraction", csv: SmallCampaign.csv(answered: "1.5"), code: "S-212 FRACTIONAL", place: "line 3, cell \"value\""),
    BadInput(name: "1.234", csv: SmallCampaign.csv(asked: "1.234"), code: "S-213 THOUSANDS_SEPARATOR", place: "line 2, cell \"value\""),
    BadInput(name: "1,234", csv: SmallCampaign.csv(asked: "\"1,234\""), code: "S-213 THOUSANDS_SEPARATOR", place: "line 2, cell \"value\""),
    BadInput(name: "1,234 without quotes", csv: SmallCampaign.csv(asked: "1,234"), code: "S-203 BAD_ROW", place: "line 2"),
    BadInput(name: "word", csv: SmallCampaign.csv(asked: "ten"), code: "S-209 NOT_AN_INTEGER", place: "line 2, cell \"value\""),
    BadInput(name: "part greater than whole", csv: SmallCampaign.csv(answered: "11"), code: "S-214 PART_EXCEEDS_WHOLE", place: "counter \"answered\""),
    BadInput(name: "twice", csv: SmallCampaign.csv() + "u0,2023-03,asked,10\n", code: "S-216 DUPLICATE_CELL", place: "line 4"),
    BadInput(name: "empty file", csv: "", code: "S-201 EMPTY_FILE", place: ""),
    BadInput(name: "header only", csv: "unit,period,counter,value\n", code: "S-201 EMPTY_FILE", place: ""),
    BadInput(name: "no header", csv: "u0,2023-03,asked,1\n", code: "S-202 BAD_HEADER", place: "line 1"),
  ]

  @Test(arguments: badInputs)
  func badFiguresNameTheirPlaceAndCodeAndExitWith65(input: BadInput) async throws {
    let scratch = try Scratch()
    let rulebook = try scratch.write(SmallCampaign.yaml, to: "small.yaml")
    let ended = try await thidua("submit", "--dry-run", "--rulebook", rulebook, input: input.csv, in: scratch)
    #expect(ended.status == 65)
    #expect(ended.output.isEmpty)
    #expect(ended.error.contains(input.code), "\(ended.error)")
    #expect(input.place.isEmpty || ended.error.contains(input.place), "\(ended.error)")
  }

  // domain 3.1: the paragraph for Q3/2023 as it was printed; its parts do not add up to its total.
  @Test func aBrokenIdentityOfTheRealFormIsNamed() async throws {
    let scratch = try Scratch()
    let csv = try example().figures.reduce("unit,period,counter,value\n") { csv, figure in
      csv + "xa-23284,2023-12,\(figure.counter),\(figure.counter == "c_total" ? figure.value + 10 : figure.value)\n"
    }
    let ended = try await thidua("submit", "--dry-run", input: csv, in: scratch)
    #expect(ended.status == 65)
    #expect(ended.error.split(separator: "\n").count == 2, "\(ended.error)")
    #expect(ended.error.contains("S-215 IDENTITY_BROKEN") && ended.error.contains("counter \"c_total\""))
  }

  @Test(arguments: ["\u{FEFF}" + SmallCampaign.csv(), SmallCampaign.csv().replacing("\n", with: "\r\n"), String(SmallCampaign.csv().dropLast())])
  func theMarksOfSpreadsheetsAreNoFaults(csv: String) async throws {
    let scratch = try Scratch()
    let rulebook = try scratch.write(SmallCampaign.yaml, to: "small.yaml")
    let ended = try await thidua("submit", "--dry-run", "--rulebook", rulebook, "--format", "csv", input: csv, in: scratch)
    #expect(ended.status == 0, "\(ended.error)")
    #expect(ended.output.contains("u0,2023-03,month,0,2,"))
  }

  @Test func theExampleIsFiledOnceAndAnotherContentIsRefused() async throws {
    let (scratch, server, address, example) = try await demonstration()
    let first = try await thidua("submit", example, "--server", address, "--format", "csv", in: scratch)
    #expect(first.status == 0, "\(first.error)")
    let again = try await thidua("submit", example, "--server", address, "--format", "csv", in: scratch)
    #expect(again.status == 0)
    #expect(again.output == first.output && !first.output.isEmpty)

    let text = try String(contentsOfFile: example, encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.contains(",o_files,") })
    let value = try #require(Int(line.split(separator: ",")[3]))
    let other = text.replacing(line, with: line.split(separator: ",").dropLast().joined(separator: ",") + ",\(value + 1)")
    let refused = try await thidua("submit", "--server", address, input: other, in: scratch)
    #expect(refused.status == 77)
    #expect(refused.output.isEmpty)
    #expect(refused.error.contains("S-210") && refused.error.contains("\"o_files\"") && refused.error.contains("--revises 1"))

    let corrected = try await thidua("submit", "--revises", "1", "--server", address, "--format", "json", input: other, in: scratch)
    #expect(corrected.status == 0, "\(corrected.error)")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(corrected.output.utf8)) as? [String: Any])
    let receipt = try #require((json["receipts"] as? [[String: Any]])?.first)
    #expect(receipt["revision"] as? Int == 2)

    let closed = try await thidua("submit", "--server", address, input: text.replacing("2023-12", with: "2023-10"), in: scratch)
    #expect(closed.status == 77)
    #expect(closed.error.contains("R-303") || closed.error.contains("S-210"))
    await server.killed()
  }

  @Test func aClosedPeriodIsRefusedWith77() async throws {
    let (scratch, server, rulebook) = try await small()
    let ended = try await thidua(
      "submit", "--rulebook", rulebook, "--server", "127.0.0.1:\(server.port)", input: SmallCampaign.csv(period: "2023-02"), in: scratch)
    #expect(ended.status == 77)
    #expect(ended.error.contains("R-303 PERIOD_CLOSED"))
    await server.killed()
  }

  @Test func withoutAServerASubmissionEndsWith69() async throws {
    let (scratch, server, rulebook) = try await small()
    let address = "127.0.0.1:\(server.port)"
    await server.killed()
    let ended = try await thidua("submit", "--rulebook", rulebook, "--server", address, input: SmallCampaign.csv(), in: scratch)
    #expect(ended.status == 69)
    #expect(ended.output.isEmpty && ended.error.contains("chưa gửi gì"))
    #expect(try await thidua("rank", "--server", address, in: scratch).status == 69)
  }

  @Test func aConnectionCutAfterSendingIsNotConfirmedAndSafeToRepeat() async throws {
    let (scratch, server, rulebook) = try await small()
    let proxy = try await SwallowingProxy(toward: server.port)
    let cut = try await thidua(
      "submit", "--rulebook", rulebook, "--server", "127.0.0.1:\(proxy.port)", input: SmallCampaign.csv(), in: scratch)
    try await proxy.close()
    #expect(cut.status == 75)
    #expect(cut.output.isEmpty)
    #expect(cut.error.contains("chưa xác nhận, gửi lại an toàn") && cut.error.contains("thidua status 1\n"))
    let address = "127.0.0.1:\(server.port)"
    let status = try await thidua("status", "1", "--server", address, in: scratch)
    #expect(status.status == 0 && status.output.hasPrefix("Yêu cầu 1: đã ghi."), "\(status.output)")
    let machine = try await thidua("status", "1", "--server", address, "--format", "csv", in: scratch)
    #expect(machine.output.contains("\n1,applied,Submit,3,"), "\(machine.output)")
    let unknown = try await thidua("status", "7", "--server", address, "--lang", "en", in: scratch)
    #expect(unknown.status == 75 && unknown.output.hasPrefix("Request 7: the server has recorded nothing"))
    let again = try await thidua(
      "submit", "--rulebook", rulebook, "--server", "127.0.0.1:\(server.port)", "--format", "csv", input: SmallCampaign.csv(), in: scratch)
    #expect(again.status == 0)
    #expect(again.output.contains("u0,2023-03,month,1,,3,"), "\(again.output)")
    await server.killed()
  }

  @Test(arguments: [["submit", "--nothing"], ["fly"], ["rank", "--format", "xml"], ["rank", "--server", "nowhere"], ["submit", "missing.csv"], ["evaluate"]])
  func wrongUsageExitsWith64(arguments: [String]) async throws {
    let scratch = try Scratch()
    let ended = try await Programs.run("thidua", arguments, in: scratch)
    #expect(ended.status == 64, "\(ended.error)")
    #expect(ended.output.isEmpty && !ended.error.isEmpty)
  }

  @Test func rulesAreListedWithoutAServerAndDecidedWithOne() async throws {
    let (scratch, server, address, _) = try await demonstration()
    let offline = try await thidua("rules", "tuyen-quang-2020", "--kind", "TASK", "--format", "csv", in: scratch)
    #expect(offline.status == 0 && offline.output.split(separator: "\n").count == 36)
    let asked = try await thidua(
      "rules", "kon-tum-2023", "--kind", "RANK_GAIN", "--year", "2023", "--server", address, "--format", "csv", in: scratch)
    #expect(asked.status == 0 && asked.output.contains(",2023,MET,") && asked.output.contains(",2023,UNDETERMINED,RANK_CENSORED"))
    let other = try await thidua("rules", "hai-lang-2024", "--year", "2024", "--server", address, "--lang", "en", in: scratch)
    #expect(other.status == 64 && other.error.contains("kon-tum-2023"))
    let unknown = try await thidua("rules", "kon-tum-2023", "--kind", "TASKS", in: scratch)
    #expect(unknown.status == 64 && unknown.error.contains("CHECKLIST"))
    await server.killed()
  }

  @Test func everyViewParsesInEveryFormat() async throws {
    let (scratch, server, address, _) = try await demonstration()
    let views = [["rank"], ["rank", "--block", "huyen", "--period", "2023-12"], ["show", "kon-ray"], ["objectives", "--year", "2023"], ["health"]]
    for view in views {
      for format in ["table", "json", "csv"] {
        let ended = try await Programs.run("thidua", view + ["--server", address, "--format", format], in: scratch)
        #expect(ended.status == 0 && ended.error.isEmpty && !ended.output.isEmpty, "\(view) \(format): \(ended.error)")
        if format == "json" { #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(ended.output.utf8)) } }
        if format == "csv" {
          let table = try CSVTable(Array(ended.output.utf8))
          #expect(!table.rows.isEmpty && table.rows.allSatisfy { $0.cells.count == table.header.count }, "\(view)")
        }
      }
    }
    let template = try await thidua("template", "kon-ray", "2023-12", "--server", address, in: scratch)
    #expect(template.status == 0 && template.output.contains("kon-ray,2023-12,c_total,"))
    await server.killed()
  }

  @Test func evaluateRanksAndSharesPlaces() async throws {
    let scratch = try Scratch()
    let rulebook = try scratch.write(
      """
      thidua: 1
      campaign: three
      periods: {kind: year}
      ranking: {total: points, places-by: exact}
      units: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}, {id: d, name: D}]
      criteria: [{code: k, weight: 2}, {code: l, weight: 0.5}]
      """, to: "three.yaml")
    let rows = [("a", "1", "4"), ("b", "1.5", "2"), ("c", "3", "0")].map { "\($0.0),2023,k,\($0.1)\n\($0.0),2023,l,\($0.2)\n" }
    let figures = try scratch.write("unit,period,criterion,value\n" + rows.joined(), to: "figures.csv")
    let ended = try await thidua("evaluate", rulebook, "--figures", figures, "--format", "csv", in: scratch)
    #expect(ended.status == 0, "\(ended.error)")
    let lines = ended.output.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("period,block,place,unit,points"))
    #expect(lines[1].hasPrefix("2023,all,1,c,6.00"))
    #expect(lines[2].hasPrefix("2023,all,2,a,4.00"))
    #expect(lines[3].hasPrefix("2023,all,2,b,4.00"))
    #expect(lines[4].hasPrefix("2023,all,,d,"))
  }

  @Test func campaignsListsWhatIsBundled() async throws {
    let ended = try await thidua("campaigns", "--format", "csv", in: try Scratch())
    #expect(ended.status == 0)
    #expect(ended.output.contains("kon-tum-2023,"))
  }
}

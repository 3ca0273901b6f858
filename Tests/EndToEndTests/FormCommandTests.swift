import Campaign
import Foundation
import Testing

/// Official forms on the command line: `submit 06a.xlsx rest.csv`, `evaluate --figures`.
@Suite(.timeLimit(.minutes(10))) struct FormCommandTests {
  private static func form(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Forms/\(name)").path
  }

  private static let rulebook = """
    thidua: 1
    campaign: forms
    periods: {kind: legal-month, first: 2023-01, last: 2023-12}
    units: [{id: nv, name: Sở Nội vụ}, {id: tp, name: Sở Tư pháp}, {id: tt, name: Thanh tra tỉnh}]
    counters: [{code: all, combine: flow}, {code: open, combine: stock}, {code: asked, combine: flow}]
    criteria: [{code: k, points: 100, metric: {ratio: [open, all]}, direction: lower, scoring: {kind: FLOOR, target: 0, floor: 100}}]
    forms:
      - {id: 07a, title: 07a/BTP, unit: đơn vị giải quyết, columns: [{header: hồ sơ tiếp nhận > tổng số, counter: all},
          {header: đang giải quyết > tổng số, counter: open}], unused: [tiếp nhận > tiếp nhận, tiếp nhận > bưu chính, tiếp nhận > kỳ trước,
          đã giải quyết, đang giải quyết, dừng, chờ tiếp nhận, không được, rút, thanh toán]}
    """

  private func thidua(_ arguments: [String], in scratch: Scratch) async throws -> Programs.Ended {
    try await Programs.run("thidua", arguments, in: scratch)
  }

  private func files(in scratch: Scratch) throws -> (book: String, rest: String) {
    (
      try scratch.write(Self.rulebook, to: "plan.yaml"),
      try scratch.write("unit,period,counter,value\nnv,2023-01,all,\nnv,2023-01,asked,3\ntp,2023-01,asked,4\n", to: "rest.csv")
    )
  }

  @Test(arguments: ["07a.xlsx", "07a.csv"])
  func aFormAndTheRestAreOneFiling(name: String) async throws {
    let scratch = try Scratch()
    let (book, rest) = try files(in: scratch)
    let ended = try await thidua(["submit", "--dry-run", "--rulebook", book, Self.form(name), rest, "--format", "json"], in: scratch)
    #expect(ended.status == 0, "\(ended.error)")
    #expect(ended.error.contains("07a/1") && ended.error.contains("Thanh tra tỉnh"))
    let read = try #require(try JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [String: Any])
    let filings = try #require(read["filings"] as? [[String: Any]])
    #expect(filings.map { $0["figures"] as? [String: Int] } == [["all": 297, "asked": 3, "open": 56], ["all": 2120, "asked": 4, "open": 218]])
  }

  @Test func aFormAloneNamesWhatItLacks() async throws {
    let scratch = try Scratch()
    let (book, rest) = try files(in: scratch)
    let ended = try await thidua(["submit", "--dry-run", "--rulebook", book, Self.form("07a.xlsx")], in: scratch)
    #expect(ended.status == 65 && ended.output.isEmpty)
    #expect(ended.error.contains("S-208") && ended.error.contains("unit \"nv\"") && ended.error.contains(": asked."), "\(ended.error)")
    let other = try await thidua(["submit", "--dry-run", "--rulebook", book, "--form", "07a", "--period", "2023-02", Self.form("07a.xlsx"), rest], in: scratch)
    #expect(other.status == 65 && other.error.contains("S-232") && other.error.contains("07a.xlsx, sheet \"Biểu 07a\", cell D3"), "\(other.error)")
  }

  @Test func formsAreEvaluatedWithoutAServer() async throws {
    let scratch = try Scratch()
    let (book, rest) = try files(in: scratch)
    let ended = try await thidua(["evaluate", book, "--figures", Self.form("07a.xlsx"), "--figures", rest, "--format", "csv"], in: scratch)
    #expect(ended.status == 0, "\(ended.error)")
    #expect(ended.output.contains("2023-01,all,1,tp,") && ended.output.contains("2023-01,all,2,nv,"), "\(ended.output)")
  }

  @Test func filesThatAreNoFormAreToldApart() async throws {
    let scratch = try Scratch()
    let (book, _) = try files(in: scratch)
    let old = scratch.file("old.xls")
    try Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).write(to: URL(fileURLWithPath: old))
    let binary = try await thidua(["submit", "--dry-run", "--rulebook", book, old], in: scratch)
    #expect(binary.status == 65 && binary.error.contains("S-233"), "\(binary.error)")
    let slip = try scratch.write("unit;period;counter;valeu\nnv;2023-01;all;1\n", to: "slip.csv")
    let header = try await thidua(["submit", "--dry-run", "--rulebook", book, slip], in: scratch)
    #expect(header.status == 65 && header.error.contains("S-202"), "\(header.error)")
    let foreign = try await thidua(["submit", "--dry-run", "--rulebook", book, Self.form("06a.xlsx")], in: scratch)
    #expect(foreign.status == 65 && foreign.error.contains("S-228") && foreign.error.contains("07a"), "\(foreign.error)")
  }
}

import Campaign
import Testing
import Wire
@testable import ThiDua

/// `thidua rules`: the sentence beside what the program makes of it.
@Suite struct RulesViewTests {
  static let yaml = """
    thidua: 1
    campaign: plan
    periods: {kind: year, first: 2020, last: 2022}
    documents: {d: {title: Kế hoạch}}
    blocks: [{id: so}, {id: khac, ranked: false}]
    units:
      - {id: noi-vu, name: Sở Nội vụ, block: so, level: department}
      - {id: huyen-a, name: Huyện A, block: so, level: district}
      - {id: doan, name: Tỉnh đoàn, block: khac, level: affiliate}
    counters: [{code: c_n, combine: flow}, {code: c_d, combine: flow}]
    criteria: [{code: k, metric: {ratio: [c_n, c_d]}}]
    rules:
      - {id: d-1, kind: SCHEDULE, of: {criterion: k}, level: [district], at-least: {2020: 30, 2021: 60}, window: [2020, 2022], source: {document: d, quote: ba mươi}}
      - {id: d-2, kind: THRESHOLD, of: {criterion: k}, equal: 100, window: [2020, 2022], due: end, title: {vi: Tất cả, en: All}, source: {document: d, quote: một trăm}}
      - {id: d-3, kind: TASK, who: [doan, {levels: [department]}], with: [huyen-a], with-text: cơ quan khác, product: Báo cáo, due-by: 2021, source: {document: d, quote: tổng kết}}
      - {id: d-4, kind: NARRATIVE, source: {document: d, quote: đẩy mạnh}}
    """

  private func report(_ language: Language = .vi, outcomes: RuleOutcomes? = nil) throws -> Report {
    let book = try Rulebook(yaml: Array(Self.yaml.utf8))
    return Report(book.rules.map { RuleLine($0, of: book) }, of: book, outcomes: outcomes, Words(language))
  }

  @Test func everyRuleStandsWithItsSentenceAndWhatIsDemanded() throws {
    #expect(
      try report().text(.table, coloured: false) == """
        plan

        Mã   Loại       Nội dung  Cấp    Năm              Yêu cầu                     Câu trích
        ───  ─────────  ────────  ─────  ───────────────  ──────────────────────────  ──────────────
        d-1  SCHEDULE   —         huyện  2020–2022        ≥ 30 (2020); ≥ 60           “ba mươi” (d)
                                                          (2021–2022)
        d-2  THRESHOLD  Tất cả    —      đến 2022         = 100                       “một trăm” (d)
        d-3  TASK       —         —      2020–2022        Báo cáo; chậm nhất          “tổng kết” (d)
                                         (không ghi năm)  31/12/2021 — Tỉnh đoàn; sở
        d-4  NARRATIVE  —         —      2020–2022        đánh giá thủ công           “đẩy mạnh” (d)
                                         (không ghi năm)
        4 quy tắc: NARRATIVE 1, SCHEDULE 1, TASK 1, THRESHOLD 1

        """)
    #expect(try report(.en).text(.table, coloured: false).contains("by 2022"))
  }

  @Test func programsReadTheLeadsAndTheCooperating() throws {
    let csv = try report().csv
    #expect(csv[0].joined(separator: ",") == "rule,kind,title,levels,first,last,due,undated,demand,units,quote,source")
    #expect(csv[2][6] == "end" && csv[3][7] == "true" && csv[3][9] == "doan noi-vu")
    let json = try report().json.text
    #expect(json.contains("\"with_text\": \"cơ quan khác\"") && json.contains("\"note\": null"))
    #expect(!json.contains("\"outcome\""))
  }

  @Test func anOutcomeThatTheServerDoesNotGiveIsNotMadeUp() throws {
    var row = ObjectiveRow()
    row.rule = "d-1"
    row.outcome.code = .undetermined
    row.outcome.reason = "CONFLICTING_TARGETS"
    let report = try report(outcomes: RuleOutcomes(year: 2020, rows: [row]))
    #expect(report.csv[1].suffix(3) == ["2020", "UNDETERMINED", "CONFLICTING_TARGETS"])
    #expect(report.csv[2].suffix(3) == ["2020", "", ""])
    #expect(report.text(.table, coloured: false).contains("UNDETERMINED"))
    #expect(report.json.text.contains("\"outcome\": null"))
  }
}

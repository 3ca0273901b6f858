import Campaign
import Foundation
import TestSupport
import Testing

/// Official forms load as they were exported: nothing retyped, nothing guessed, nothing half filed.
@Suite struct FormTests {
  private func filings(_ form: ReadForm, _ rest: [UInt8]) throws -> [Filing] {
    try FormFiles.konTum.filings(
      of: [GivenFile(name: "06a.csv", content: .form(form)), GivenFile(name: "rest.csv", content: .figures(rest))], baseRevision: 0)
  }

  @Test func aFormOfTheFamily06aLoadsWithItsTitlesHeadingsSectionsTotalAndDots() throws {
    let form = try FormFiles.read(FormFiles.text("06a.csv"))
    #expect(form.form.title == "06a/1" && form.period.description == "2023-01")
    #expect(form.rows.map(\.unit.text) == ["tp-kon-tum", "kon-ray", "dak-ha", "xa-23281", "xa-23368", "xa-23504"])
    let filings = try filings(form, FormFiles.rest(form, FormFiles.received))
    #expect(filings.count == 6)
    let first = Dictionary(uniqueKeysWithValues: filings[0].figures.map { ($0.counter, $0.value) })
    #expect(first["c_total"] == 2130 && first["c_carry"] == 96 && first["c_early"] == 1100 && first["c_open_over"] == 8)
    // Returned and withdrawn ones stand in "on time" there.
    #expect(first["c_refused"] == 0 && first["c_withdrawn"] == 0 && first["c_ontime"] == 870)
  }

  @Test func aFormOfTheFamily07aLoadsAndAUnitWithoutFiguresIsNamedNotFiled() throws {
    let form = try FormFiles.read(FormFiles.text("07a.csv"))
    #expect(form.form.title == "07a/1" && form.rows.map(\.unit.text) == ["so-noi-vu", "so-tu-phap"])
    #expect(form.blank.map(\.text) == ["thanh-tra-tinh"])
    let filings = try filings(form, FormFiles.rest(form, FormFiles.resolved))
    let first = Dictionary(uniqueKeysWithValues: filings[0].figures.map { ($0.counter, $0.value) })
    // Two columns make one counter, one column makes two.
    #expect(first["c_late"] == 3 && first["c_late_apology"] == 3 && first["c_refused"] == 4 && first["c_pay_online"] == 101)
  }

  // The same content, retyped or not, has the same receipt.
  @Test func aFilingFromAFormIsTheOneThatIsTyped() throws {
    let form = try FormFiles.read(FormFiles.text("06a.csv"))
    let filing = try filings(form, FormFiles.rest(form, FormFiles.received))[1]
    let typed = try FormFiles.konTum.validated(
      FilingDraft(unit: "kon-ray", period: "2023-01", baseRevision: 0, cells: filing.figures.map { .init(counter: $0.counter, value: $0.value) }))
    #expect(typed.contentKeyBytes(campaign: "c") == filing.contentKeyBytes(campaign: "c"))
  }

  // Null ≠ 0: what no file gives is named, all of it, and nothing is filed.
  @Test func whatTheFormDoesNotHaveIsNamedNotTakenFor0() throws {
    let form = try FormFiles.read(FormFiles.text("06a.csv"))
    let alone = FormFiles.problems { try FormFiles.konTum.filings(of: [GivenFile(name: "", content: .form(form))], baseRevision: 0) }
    #expect(alone.count == 6 && alone.allSatisfy { $0.code == .missingCounter })
    #expect(alone[0].place == "row 10, unit \"tp-kon-tum\"" && alone[0].vi.contains("c_on_full") && alone[0].vi.contains("c_pay_due"))
    let some = FormFiles.problems { try filings(form, FormFiles.rest(form, FormFiles.received, without: ["c_rate"])) }
    #expect(some.count == 6 && some.allSatisfy { $0.vi.hasSuffix(": c_rate.") })
  }

  // A blank of the usual file is filled by the form, and by nothing else.
  @Test func aBlankLineOfTheUsualFileIsFilledByTheForm() throws {
    let form = try FormFiles.read(FormFiles.text("06a.csv"))
    let rest = FormFiles.rest(form, FormFiles.received) + Array("kon-ray,2023-01,c_total,\n".utf8)
    #expect(try filings(form, rest).count == 6)
  }

  @Test func aCounterWithTwoValuesIsRefusedWithBothPlaces() throws {
    let form = try FormFiles.read(FormFiles.text("06a.csv"))
    let rest = FormFiles.rest(form, FormFiles.received)
    let other = FormFiles.problems { try filings(form, rest + Array("kon-ray,2023-01,c_total,748\n".utf8)) }
    #expect(other.map(\.code) == [.duplicateCell] && other[0].place.hasPrefix("rest.csv, line ") && other[0].vi.contains("06a.csv, cell C11"))
    #expect(!other[0].vi.contains("748"))
    #expect(try filings(form, rest + Array("kon-ray,2023-01,c_total,747\n".utf8)).count == 6)
    let counted = FormFiles.problems { try filings(form, FormFiles.rest(form, FormFiles.received.merging(["kon-ray": ["c_refused": 1]]) { $0.merging($1) { $1 } })) }
    #expect(counted.map(\.code) == [.duplicateCell] && counted[0].vi.contains("c_ontime"))
  }

  // A column that the campaign splits in two is a check on both.
  @Test func aColumnThatIsASumOfCountersChecksThem() throws {
    let form = try FormFiles.read(FormFiles.text("06a.csv"))
    var received = FormFiles.received
    received["dak-ha"] = ["c_on_full": 500, "c_on_part": 11, "c_direct": 701]
    let wrong = FormFiles.problems { try filings(form, FormFiles.rest(form, received)) }
    #expect(wrong.map(\.code) == [.identityBroken, .identityBroken])
    #expect(wrong.map(\.place) == ["06a.csv, cell D12", "06a.csv, cell E12"] && wrong[0].vi.contains("c_on_full + c_on_part"))
  }

  @Test func aBrokenIdentityNamesItsCell() throws {
    // One more resolved in the row and in the total: the sums of the form do not hold.
    let text = try FormFiles.text("06a.csv").replacing(";707;402;", with: ";708;402;").replacing(";4.449;", with: ";4.450;")
    let form = try FormFiles.read(text)
    let wrong = FormFiles.problems { try filings(form, FormFiles.rest(form, FormFiles.received)) }
    #expect(wrong.contains { $0.code == .identityBroken && $0.place == "06a.csv, cell G11" }, "\(wrong)")
  }

  @Test(arguments: [
    (";2.130;1.204;", ";2.131;1.204;", ProblemCode.totalDiffers, "cell C17"), (";2.130;", ";213.0;", .fractional, "cell C10"),
    (";2.130;", ";;", .missingCounter, "cell C10"), (";2.130;", ";-2.130;", .negative, "cell C10"), (";2.130;", ";2130 hồ sơ;", .notAnInteger, "cell C10"),
    (";2.130;", ";2,130;", .separator, "cell C10"), ("UBND huyện Kon Rẫy", "UBND huyện Kon Rầy Thượng", .unknownUnit, "cell B11"),
    ("UBND huyện Kon Rẫy", "UBND TP. Kon Tum", .duplicateCell, "row 11"), ("đến ngày 14/01/2023", "đến ngày 15/01/2023", .formPeriod, "cell E2"),
    ("Từ ngày 15/12/2022 đến ngày 14/01/2023", "Kỳ báo cáo: tháng 1", .formPeriod, ""), (";Trong hạn;", ";Sớm;", .formColumns, "row 5"),
    ("Biểu số II.06a/VPCP/KSTT", "Phụ lục", .formNotRecognised, ""), (";Trước hạn;", ";Quá hạn;", .formColumns, "row 5"),
  ])
  func oneSlipOneRefusal(right: String, wrong: String, code: ProblemCode, place: String) throws {
    var text = try FormFiles.text("06a.csv").replacing("Ban hành theo Thông tư số 01/2020/TT-VPCP", with: "")
    try #require(text.contains(right))
    text = text.replacing(right, with: wrong, maxReplacements: 1)
    let problems = FormFiles.problems { try FormFiles.read(text) }
    #expect(problems.first?.code == code && problems.first?.place == place, "\(problems)")
    #expect(problems.allSatisfy { !$0.vi.contains("2130") && !$0.vi.contains("213") })
  }

  // A column that the form does not know may carry what another one lost: the form has changed.
  @Test func aColumnWithFiguresThatNobodyKnowsIsRefused() throws {
    let lines = try FormFiles.text("06a.csv").split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    func with(_ heading: String, _ figure: String) -> String {
      lines.map { $0.hasPrefix("TT;") ? "\($0);\(heading)" : $0.contains("UBND") ? "\($0);\(figure)" : $0 }.joined(separator: "\r\n")
    }
    let problems = FormFiles.problems { try FormFiles.read(with("Tạm dừng", "4")) }
    #expect(problems.map(\.code) == [.formColumns] && problems[0].place == "column N")
    #expect(FormFiles.problems { try FormFiles.read(with("Ghi chú", "4")) }.isEmpty)
    #expect(FormFiles.problems { try FormFiles.read(with("Tạm dừng", "")) }.isEmpty)
  }

  @Test func theFormAndThePeriodCanBeNamed() throws {
    let text = try FormFiles.text("06a.csv").replacing("Từ ngày 15/12/2022 đến ngày 14/01/2023", with: "")
      .replacing("Biểu số II.06a/VPCP/KSTT", with: "").replacing("Ban hành theo Thông tư số 01/2020/TT-VPCP", with: "")
    #expect(try FormFiles.read(text, as: "06a", period: "2023-02").period.description == "2023-02")
    #expect(FormFiles.problems { try FormFiles.read(text, as: "06a") }.map(\.code) == [.formPeriod])
    #expect(FormFiles.problems { try FormFiles.read(text, as: "06x", period: "2023-02") }.map(\.code) == [.formNotRecognised])
    #expect(FormFiles.problems { try FormFiles.read(text, as: "07a", period: "2023-02") }.contains { $0.code == .formColumns })
    // What the file says goes before what is asked for.
    #expect(FormFiles.problems { try FormFiles.read(FormFiles.text("06a.csv"), period: "2023-02") }.map(\.code) == [.formPeriod])
  }

  // Signatures stand where figures do; a total may be missing; columns may be numbered A, B, 1, 2.
  @Test func withoutATotalTheRowsEndWithTheUnits() throws {
    let text = try FormFiles.text("06a.csv").replacing(#/Tổng cộng;.*/#, with: "").replacing("(1);(2);", with: "A;B;")
    #expect(try FormFiles.read(text).rows.count == 6)
    #expect(FormFiles.problems { try FormFiles.read(text.replacing("Người lập biểu;", with: "Người lập biểu;7")) }.isEmpty)
    let unit = text.replacing(#/UBND xã Đăk Long;.*/#, with: "UBND xã Đăk Long;chưa có;;;;;;;;;;")
    #expect(FormFiles.problems { try FormFiles.read(unit) }.first?.place == "cell C16")
  }

  @Test func semicolonsCommasAndTabsAreTheSameTable() throws {
    let text = try FormFiles.text("06a.csv")
    let tabs = text.replacing(";", with: "\t")
    #expect(try FormFiles.read(tabs).rows.map(\.unit) == FormFiles.read(text).rows.map(\.unit))
  }
}

/// Which unit a row names.
@Suite struct UnitNameTests {
  private static func unit(_ name: String) throws -> String {
    let text = try FormFiles.text("06a.csv").replacing("UBND phường Quang Trung", with: name)
    do {
      return try FormFiles.read(text).rows[3].unit.text
    } catch let problems as Problems { return problems.first.code.name }
  }

  @Test(arguments: [
    ("Phường Quang Trung", "xa-23281"), ("phường  quang trung", "xa-23281"), ("UBND Phường Quang Trung", "xa-23281"), ("Phuong Quang Trung", "xa-23281"),
    ("Uỷ ban nhân dân phường Quang Trung", "xa-23281"), ("Huyện Ia H'Drai", "ia-h-drai"), ("Huyện Ia H’ Drai", "ia-h-drai"),
    ("Xã Hoà Bình, Thành phố Kon Tum", "xa-23338"),
  ])
  func marksAndSpellingsAreForgiven(name: String, unit: String) throws {
    #expect(try Self.unit(name) == unit)
  }

  // Đắk Long and Đăk Long are two communes: without their marks nobody knows which one is meant.
  @Test func whereMarksTellUnitsApartTheyAreNeeded() throws {
    #expect(try Self.unit("Xã Dak Long") == "AMBIGUOUS_UNIT")
    #expect(try Self.unit("Xã Không Có") == "UNKNOWN_UNIT")
  }

  @Test func anOfficialCodeGoesBeforeTheName() throws {
    let book = try Rulebook(yaml: Array("""
      thidua: 1
      campaign: codes
      periods: {kind: calendar-month}
      units: [{id: a, name: Xã A, code: "01"}, {id: b, name: Xã A, code: "02"}, {id: c, name: Xã C}]
      counters: [{code: x, combine: flow}]
      criteria: [{code: k, points: 1, metric: {count: x}, scoring: {kind: BIN, target: 1}}]
      forms:
        - {id: f, title: "Mẫu F", unit: đơn vị, code: mã số, columns: [{header: số lượng, counter: x}], names: {"Điểm C": c},
           subtotals: [Cấp xã], outside: [Công an], thousands: space}
      """.utf8))
    func read(_ rows: String) throws -> ReadForm {
      try FormFiles.read("Mẫu F,,,\nTT,Đơn vị,Mã số,Số lượng\n\(rows)", period: "2023-01", under: book)
    }
    let rows = try read("1,Xã A,02,7\n2,Điểm C,,1 005\n,Cấp xã,,1012\n3,Công an,,8\n,Tổng cộng,,1 020\n").rows
    #expect(rows.map(\.unit.text) == ["b", "c"])
    #expect(FormFiles.problems { try read("1,Xã A,,7\n") }.map(\.code) == [.ambiguousUnit])
    #expect(FormFiles.problems { try read("1,Xã A,03,7\n") }.map(\.place) == ["cell C3"])
    #expect(FormFiles.problems { try read("1,Xã A,01,7\n,Tổng,,8\n") }.map(\.code) == [.totalDiffers])
    let filed = try book.filings(of: [GivenFile(name: "", content: .form(read("1,Xã A,02,7\n2,Điểm C,,1 005\n")))], baseRevision: 0)
    #expect(filed.map { $0.figures[0].value } == [7, 1005])
  }
}

/// Forms as a rulebook writes them.
@Suite struct FormReaderTests {
  private static func refusal(_ forms: String) -> Problem? {
    let yaml = """
      thidua: 1
      campaign: f
      periods: {kind: legal-month, first: 2023-01, last: 2024-12}
      units: [{id: a}]
      counters: [{code: x, combine: flow}, {code: y, combine: flow}]
      criteria: [{code: k, points: 1, metric: {count: x}, scoring: {kind: BIN, target: 1}}]
      forms: [\(forms)]
      """
    return FormFiles.problems { try Rulebook(yaml: Array(yaml.utf8)) }.first
  }

  private static func form(_ more: String = "", columns: String = "[{header: a, counter: x}]") -> String {
    "{id: f, title: F, unit: u, columns: \(columns)\(more.isEmpty ? "" : ", " + more)}"
  }

  @Test(arguments: [
    (form("from: 2023"), ProblemCode.badValue), (form("from: 2024-01, through: 2023-12"), .contradiction), (form("names: {b: c}"), .unknownReference),
    (form("inside: {z: x}"), .unknownReference), (form("inside: {y: z}"), .unknownReference), (form("inside: {x: y}"), .contradiction),
    (form(columns: "[]"), .badValue), (form(columns: "[{header: a, counter: z}]"), .unknownReference), (form(columns: "[{header: a}]"), .badValue),
    (form(columns: "[{header: a, counter: [x, x]}]"), .badValue), (form(columns: "[{header: 'a > ', counter: x}]"), .badValue),
    (form(columns: "[{header: a, counter: x, sum: y}]"), .badValue), (form() + ", " + form(), .duplicateID),
    (form() + ", " + form("version: 2"), .contradiction), (form("from: 2023-01, through: 2023-06") + ", " + form("version: 2, from: 2023-06"), .contradiction),
    (form("thousands: dots"), .badValue),
  ])
  func aFormThatContradictsItselfIsRefused(forms: String, code: ProblemCode) {
    let problem = Self.refusal(forms)
    #expect(problem?.code == code && problem?.place.contains("forms[") == true, "\(problem.map(String.init(describing:)) ?? "read")")
  }

  @Test func versionsFollowEachOther() throws {
    #expect(Self.refusal(Self.form("through: 2023-06") + ", " + Self.form("version: 2, from: 2023-07")) == nil)
    #expect(Self.refusal(Self.form("inside: {y: x}")) == nil)
  }

  // The version is the one that holds in the file's own period.
  @Test func aFormIsReadByTheVersionOfItsPeriod() throws {
    let book = try Rulebook(yaml: Array("""
      thidua: 1
      campaign: f
      periods: {kind: calendar-month}
      units: [{id: a, name: Xã A}]
      counters: [{code: x, combine: flow}, {code: y, combine: flow}]
      criteria: [{code: k, points: 1, metric: {count: x}, scoring: {kind: BIN, target: 1}}]
      forms:
        - {id: f, title: F, unit: đơn vị, through: 2023-06, columns: [{header: một, counter: x}, {header: hai, counter: y}]}
        - {id: f, version: 2, title: F, unit: đơn vị, from: 2023-07, columns: [{header: một, counter: y}, {header: hai, counter: x}]}
      """.utf8))
    func values(_ period: String) throws -> [Int64] {
      let form = try FormFiles.read("F,,,\nTT,Đơn vị,Một,Hai\n1,Xã A,1,2\n", period: period, under: book)
      return try book.filings(of: [GivenFile(name: "", content: .form(form))], baseRevision: 0)[0].figures.map(\.value)
    }
    #expect(try values("2023-06") == [1, 2] && values("2023-07") == [2, 1])
  }
}

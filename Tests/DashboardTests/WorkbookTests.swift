import Campaign
@testable import Dashboard
import Service
import Sheets
import Testing

/// The same table as page, CSV, XLSX and JSON.
@Suite struct WorkbookTests {
  static let paths = [
    "/bang-xep-hang/huyen/2023-02", "/bang-xep-hang/tat-ca/2023-01", "/don-vi/kon-ray/2023-02", "/nop-bao-cao/2023-02", "/muc-tieu/2023",
  ]

  // Cell by cell: a number of the CSV is a number, with the same value, and a text is a text.
  @Test(arguments: paths) func everyCellIsThatOfTheCSV(path: String) async throws {
    let stage = try await Stage()
    let table = try await stage.table(path)
    let sheet = try #require(try await stage.workbook(path).sheets.first)
    #expect(sheet.rows.count == table.rows.count + 1 && table.rows.count > 0)
    #expect(texts(sheet.rows[0]) == table.columns.map(\.heading.vi))
    for (written, cells) in zip(sheet.rows.dropFirst(), table.rows) {
      for (index, cell) in cells.enumerated() {
        let found = index < written.count ? written[index] : .blank
        switch cell {
        case .text(let text), .code(_?, let text): #expect(found == (text.isEmpty ? .blank : .text(text)))
        case .flag(let flag): #expect(found == .text(flag ? "có" : "không"))
        case .number(let number?): #expect(value(found) == ExactDecimal(number)?.trimmed, "\(path) \(table.columns[index].code)")
        case .number(nil), .code(nil, _): #expect(found == .blank)
        }
      }
    }
  }

  // HTML, CSV, XLSX and JSON: place and points of every unit.
  @Test func allFormsOfABoardAgree() async throws {
    let stage = try await Stage()
    let path = "/bang-xep-hang/huyen/2023-02"
    let sheet = try #require(try await stage.workbook(path).sheets.first)
    let headings = texts(sheet.rows[0])
    let columns = try ["Hạng", "Mã đơn vị", "Điểm"].map { try #require(headings.firstIndex(of: $0)) }
    let (page, json, csv) = (try await stage.text(path), try await stage.text(path + ".json"), try await stage.text(path + ".csv"))
    for (row, cells) in zip(sheet.rows.dropFirst(), try await stage.table(path).rows) {
      let place = try #require(value(row[columns[0]])?.description)
      let unit = texts([row[columns[1]]])[0]
      let points = try #require(value(row[columns[2]]))
      let shown = cells[5].csv
      #expect(ExactDecimal(shown)?.trimmed == points)
      let line = try #require(page.split(separator: "<tr id=\"\(unit)\">").last?.split(separator: "</tr>").first)
      #expect(line.contains("<b>\(place)</b>") && line.contains(">\(shown.replacing(".", with: ","))<"))
      #expect(csv.contains("2023-02,huyen,\(place),\(unit),") && csv.contains(",\(shown),"))
      #expect(json.contains("\"points\": \(shown)"))
    }
    #expect(sheet.rows.count == 4)
  }

  @Test func aTextThatLooksLikeAFormulaIsAText() async throws {
    let sheet = try #require(try await Stage().workbook("/bang-xep-hang/huyen/2023-02").sheets.first)
    #expect(sheet.rows.flatMap(\.self).contains(.text("=1+1")))
    #expect(DataCell.text("@x").csv == "'@x" && DataCell.text("+1").csv == "'+1" && DataCell.number("-1").csv == "-1")
  }

  @Test func headingsAreInTheLanguageOfTheReader() async throws {
    let sheet = try #require(try await Stage().workbook("/bang-xep-hang/huyen/2023-02", .en).sheets.first)
    #expect(texts(sheet.rows[0]).contains("Why without place"))
  }

  @Test func theSecondSheetSaysWhatItIsComputedFrom() async throws {
    let stage = try await Stage()
    let book = try await stage.workbook("/bang-xep-hang/huyen/2023-02")
    #expect(book.sheets.map(\.name) == ["Bảng xếp hạng", "Nguồn"])
    let text = texts(book.sheets[1].rows.flatMap(\.self)).joined(separator: "\n")
    let digest = hexText(try await stage.service.snapshot().current.version.digest)
    #expect(text.contains(digest) && text.contains("DỮ LIỆU TRÌNH DIỄN") && text.contains("Tháng 2/2023, đã chốt"))
    #expect(text.contains("/bang-xep-hang/huyen/2023-02"))
  }

  @Test func theSameTableIsTheSameBytes() async throws {
    let stage = try await Stage()
    let first = try await stage.bytes("/bang-xep-hang/huyen/2023-02.xlsx")
    #expect(try await stage.bytes("/bang-xep-hang/huyen/2023-02.xlsx") == first)
  }

  @Test func whatASpreadsheetCannotHoldStaysWhole() throws {
    let table = DataTable(
      name: "a/b:c*d?e[f]", columns: [.init("a", "Một", "One")],
      rows: [[.number("1234567890123456")], [.number("-0.5")], [.text("a\0b")], [.text(String(repeating: "ạ", count: 50_000))], [.number("123456789012345")]])
    let file = XLSXFile(table: table, words: Words(.vi), facts: [], foot: "a & b", time: Instant(milliseconds: 0))
    let bytes = try #require(file.bytes())
    let sheet = try #require(try Workbook(bytes).sheets.first)
    #expect(sheet.rows[1] == [.text("1234567890123456")] && value(sheet.rows[2][0])?.description == "-0.5")
    #expect(sheet.rows[3] == [.text("a\u{FFFD}b")] && texts(sheet.rows[4])[0].count == 10_000 && sheet.rows[5] == [.number("123456789012345")])
  }

  @Test func aTableWithoutEndIsRefused() {
    let row = [DataCell.number("1")]
    let table = DataTable(name: "x", columns: [.init("a", "a", "a")], rows: Array(repeating: row, count: DataTable.cellsMost + 1))
    #expect(throws: PageProblem.self) { try table.checked() }
  }

  private func texts(_ cells: [FormSheet.Cell]) -> [String] { cells.map { if case .text(let text) = $0 { text } else { "" } } }
  private func value(_ cell: FormSheet.Cell) -> ExactDecimal? { if case .number(let text) = cell { ExactDecimal(text)?.trimmed } else { nil } }
}

extension Stage {
  func view(_ path: String, _ language: Language = .vi) async throws -> PageView {
    let halves = path.split(separator: "?", maxSplits: 1)
    let query = try #require(queryItems(halves.count > 1 ? halves[1] : ""))
    let address = try #require(Address(path: halves[0], query: query))
    return PageView(snapshot: try await service.snapshot(), words: Words(language), address: address)
  }
  func table(_ path: String) async throws -> DataTable { try await view(path).table() }
  func bytes(_ path: String, _ language: Language = .vi) async throws -> [UInt8] { try await view(path, language).rendered().bytes }
  func workbook(_ path: String, _ language: Language = .vi) async throws -> Workbook { try Workbook(try await bytes(path + ".xlsx", language)) }
}

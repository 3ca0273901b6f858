import Campaign
import Foundation
import Testing

@testable import Sheets

/// Workbooks are read without trust: sizes, counts and depths are bounded, and what is damaged is refused, never guessed.
@Suite struct WorkbookTests {
  static func file(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appendingPathComponent("Forms/\(name)")))
  }

  // The workbook of a spreadsheet program and the CSV of the same table are one form.
  @Test(arguments: ["06a", "07a"])
  func aWorkbookIsTheFormThatItsCSVIs(id: String) throws {
    let book = try BundledCampaigns.rulebook("kon-tum-2023")
    let workbook = try Workbook(Self.file("\(id).xlsx"))
    #expect(workbook.sheets.count == 2 && workbook.sheets[0].name == "Hướng dẫn")
    let fromWorkbook = try book.form(in: workbook.sheets, id: nil, period: nil)
    let fromCSV = try book.form(in: [FormSheet(csv: Self.file("\(id).csv"))], id: nil, period: nil)
    func said(_ form: ReadForm) -> [String] { form.rows.map { row in "\(row.unit) " + row.values.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ") } }
    #expect(said(fromWorkbook) == said(fromCSV) && !fromCSV.rows.isEmpty)
    #expect(fromWorkbook.period == fromCSV.period && fromWorkbook.blank == fromCSV.blank)
  }

  private static func cells(_ sheet: String, strings: String = "<sst/>") throws -> [[FormSheet.Cell]] {
    try Workbook(ZipBuilder.workbook(sheet: "<worksheet><sheetData>\(sheet)</sheetData></worksheet>", strings: strings)).sheets[0].rows
  }

  @Test func everyKindOfCellIsRead() throws {
    let sheet = """
      <row r="2"><c r="B2" t="s"><v>1</v></c><c r="C2"><v>12</v></c><c r="D2" t="inlineStr"><is><t>a</t></is></c><c r="E2" t="str"><f>x</f><v>b&amp;c&#x1EC7;</v></c>
      <c r="F2" t="e"><v>#REF!</v></c><c r="G2"><f>SUM(A1)</f></c><c r="H2" s="4"/><c r="I2" t="b"><v>1</v></c></row><row><c><v>7</v></c></row>
      """
    let rows = try Self.cells(sheet, strings: "<sst><si><t>x</t></si><si><r><t> Xã </t></r><r><t>A</t></r><rPh><t>no</t></rPh></si></sst>")
    #expect(rows == [[], [.blank, .text("Xã A"), .number("12"), .text("a"), .text("b&cệ"), .failed, .failed, .blank, .text("1")], [.number("7")]])
  }

  @Test(arguments: [
    "<row r=\"0\"><c r=\"A1\"><v>1</v></c></row>", "<row r=\"20001\"><c><v>1</v></c></row>", "<row><c r=\"DY1\"><v>1</v></c></row>", "<row><c r=\"A\"><v>1</v></c></row>",
    "<row><c r=\"ZZZZ1\"><v>1</v></c></row>", "<row><c t=\"s\"><v>9</v></c></row>", "<row><c t=\"s\"><v>-1</v></c></row>", "<row><c><v>1</v></row>",
    "<row><c><v>&bomb;</v></c></row>", "<row><c><v>&#xD800;</v></c></row>", "<row a=\"1\" a=\"2\"/>", "<row a=1/>", "<row", "<!DOCTYPE x [<!ENTITY a \"b\">]>",
    String(repeating: "<a>", count: 100), "<![CDATA[", "<!-- ", "<row></c>",
  ])
  func whatIsNoSheetIsRefused(sheet: String) {
    #expect(throws: Problem.self) { try Self.cells(sheet) }
  }

  @Test func aTextOverTheLimitIsRefused() {
    let long = String(repeating: "x", count: Workbook.longestText + 1)
    #expect(throws: Problem.self) { try Self.cells("", strings: "<sst><si><t>\(long)</t></si></sst>") }
    #expect(throws: Problem.self) { try Self.cells("<row><c t=\"str\"><v>\(long)</v></c></row>") }
  }

  // A few bytes a row make a wide grid: what is blank in front counts too.
  @Test func aSheetOfManyFarCellsIsRefused() {
    let row = "<row><c r=\"DX1\"><v>1</v></c></row>"
    let far = (1...9_000).map { row.replacing("DX1", with: "DX\($0)").replacing("<row>", with: "<row r=\"\($0)\">") }.joined()
    #expect(throws: Problem.self) { try Self.cells(far) }
  }

  @Test func partsThatLieAboutTheirSizeAreRefused() {
    func workbook(_ change: @escaping (inout ZipBuilder.Part) -> Void) -> [UInt8] {
      ZipBuilder.workbook(sheet: "<worksheet/>") { change(&$0[2]) }
    }
    #expect(throws: Never.self) { try Workbook(workbook { _ in }) }
    #expect(throws: Problem.self) { try Workbook(workbook { $0.unpacked = 3 }) }
    #expect(throws: Problem.self) { try Workbook(workbook { $0.unpacked = 0xFFFF_FFFF }) }
    #expect(throws: Problem.self) { try Workbook(workbook { $0.unpacked = 40 << 20 }) }
    #expect(throws: Problem.self) { try Workbook(workbook { $0.flags = 1 }) }
    #expect(throws: Problem.self) { try Workbook(workbook { $0.method = 14 }) }
    #expect(throws: Problem.self) { try Workbook(workbook { $0.method = 8 }) }
    #expect(throws: Problem.self) { try Workbook(workbook { $0.name = "xl/workbook.xml" }) }
  }

  // 60 MiB of zeros in 60 KiB: refused by what the directory says, and where it lies, by the end of its room.
  @Test func aBombIsRefused() throws {
    let zeros = ZipBuilder.deflated([UInt8](repeating: 32, count: 60 << 20))
    #expect(zeros.count < 100_000)
    for unpacked in [60 << 20, 1_000] {
      let bomb = ZipBuilder.workbook(sheet: "") { parts in
        parts[2].bytes = zeros
        parts[2].method = 8
        parts[2].unpacked = unpacked
      }
      #expect(throws: Problem.self) { try Workbook(bomb) }
    }
  }

  // Whatever is cut off or changed: an answer or a refusal, never a trap.
  @Test func noCutAndNoChangedByteTraps() throws {
    let whole = try Self.file("06a.xlsx")
    for length in stride(from: 0, to: whole.count, by: 37) { #expect(throws: Problem.self) { try Workbook(Array(whole[..<length])) } }
    var state: UInt64 = 7
    for _ in 0..<2_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var changed = whole
      changed[Int(state >> 33) % whole.count] ^= UInt8(truncatingIfNeeded: state >> 20) | 1
      _ = try? Workbook(changed)
    }
    let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>a&amp;b</v></c></row></sheetData></worksheet>"
    for index in sheet.utf8.indices {
      for byte in Array("<>&\"/ \0".utf8) {
        var bytes = Array(sheet.utf8)
        bytes[sheet.utf8.distance(from: sheet.utf8.startIndex, to: index)] = byte
        _ = try? Workbook(ZipBuilder.workbook(sheet: String(decoding: bytes, as: UTF8.self)))
      }
    }
  }

  @Test func otherFilesAreKnownByTheirFirstBytes() throws {
    #expect(Workbook.isWorkbook(try Self.file("06a.xlsx")) && !Workbook.isWorkbook(Array("unit,period".utf8)))
    #expect(Workbook.isOldWorkbook([0xD0, 0xCF, 0x11, 0xE0, 0xA1]) && !Workbook.isOldWorkbook([]))
  }
}

import Campaign
import CXlsxWriter
import Service

/// A table as a workbook of Office Open XML: numbers are numbers, texts are texts whatever they begin with, headings are in
/// the reader's language, and a second sheet says what it was computed from.
///
/// - Source: ours: decision 30.
struct XLSXFile {
  let table: DataTable
  let words: Words
  /// Names and values of the second sheet.
  let facts: [(name: String, value: String)]
  /// What stands at the foot of every printed page.
  let foot: String
  /// The file's own date, so that the same table gives the same bytes.
  let time: Instant

  /// - Returns: `nil` where the machine has no memory for it.
  /// - Complexity: O(cells).
  func bytes() -> [UInt8]? {
    let file = xlsx_memory_file()
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard let book = workbook_new("/proc/self/fd/\(file)") else { return nil }
    var properties = lxw_doc_properties()
    properties.created = time_t(time.milliseconds / 1_000)
    workbook_set_properties(book, &properties)
    let styles = Styles(book)
    // The library frees the book and all sheets, whether it succeeds or not.
    let isWritten = write(table, styles, book) && writeFacts(styles, book)
    let result = workbook_close(book)
    guard isWritten, result == LXW_NO_ERROR else { return nil }
    return Self.read(file)
  }

  private static func read(_ file: Int32) -> [UInt8]? {
    let size = lseek(file, 0, Int32(SEEK_END))
    guard size > 0, lseek(file, 0, Int32(SEEK_SET)) == 0 else { return nil }
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = CXlsxWriter.read(file, buffer.baseAddress! + count, size - count)
        guard got > 0 else { return }
        count += got
      }
      isWhole = true
    }
    return isWhole ? bytes : nil
  }

  // MARK: sheets

  private func write(_ table: DataTable, _ styles: Styles, _ book: UnsafeMutablePointer<lxw_workbook>) -> Bool {
    guard let sheet = workbook_add_worksheet(book, Self.tab(table.name)) else { return false }
    var widths = table.columns.map { min(Self.heading, words($0.heading).count) }
    for (index, column) in table.columns.enumerated() {
      worksheet_write_string(sheet, 0, lxw_col_t(index), words(column.heading), styles.heading)
    }
    for (row, cells) in table.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        let length = styles.write(cell, words, sheet, lxw_row_t(row + 1), lxw_col_t(column))
        widths[column] = max(widths[column], min(Self.widest, length))
      }
    }
    for (column, width) in widths.enumerated() { xlsx_set_width(sheet, lxw_col_t(column), Int32(width + 3)) }
    worksheet_freeze_panes(sheet, 1, 0)
    worksheet_autofilter(sheet, 0, 0, lxw_row_t(table.rows.count), lxw_col_t(table.columns.count - 1))
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, Self.a4)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_repeat_rows(sheet, 0, 0)
    // In a foot an ampersand begins an instruction, and there is room for 255 characters.
    worksheet_set_footer(sheet, "&L&8" + String(foot.replacing("&", with: "&&").prefix(220)) + "&R&P/&N")
    return true
  }

  private func writeFacts(_ styles: Styles, _ book: UnsafeMutablePointer<lxw_workbook>) -> Bool {
    guard let sheet = workbook_add_worksheet(book, words("Nguồn", "Source")) else { return false }
    for (row, fact) in facts.enumerated() {
      worksheet_write_string(sheet, lxw_row_t(row), 0, fact.name, styles.heading)
      _ = styles.write(.text(fact.value), words, sheet, lxw_row_t(row), 1)
    }
    xlsx_set_width(sheet, 0, 22)
    xlsx_set_width(sheet, 1, 72)
    return true
  }

  private static let (heading, widest, a4) = (14, 48, UInt8(9))

  /// A name that a sheet can have.
  private static func tab(_ name: String) -> String {
    String(name.filter { !"[]:*?/\\'".contains($0) }.prefix(31))
  }
}

/// How cells look, and how each is written.
private final class Styles {
  typealias Format = UnsafeMutablePointer<lxw_format>
  private let book: UnsafeMutablePointer<lxw_workbook>
  let heading: Format?
  private let text: Format?
  private var numbers: [Int: Format] = [:]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    self.book = book
    heading = workbook_add_format(book)
    format_set_bold(heading)
    format_set_text_wrap(heading)
    format_set_align(heading, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    format_set_bg_color(heading, 0xECEFF3)
    text = workbook_add_format(book)
    // "@": text, also when somebody edits it.
    format_set_num_format_index(text, 49)
  }

  /// - Returns: How many characters are shown.
  func write(
    _ cell: DataCell, _ words: Words, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t
  ) -> Int {
    switch cell {
    case .text(let text), .code(_?, let text): return write(text, sheet, row, column)
    case .flag(let flag): return write(flag ? words("có", "yes") : words("không", "no"), sheet, row, column)
    case .number(let number?):
      // A spreadsheet keeps 15 digits; a longer number stays whole as a text.
      guard number.utf8.count(where: { (48...57).contains($0) }) <= 15 else { return write(number, sheet, row, column) }
      xlsx_write_decimal(sheet, row, column, number, format(decimals: number.split(separator: ".").dropFirst().first?.count ?? 0))
      return number.count + number.count / 4
    case .number(nil), .code(nil, _): return 0
    }
  }

  private func write(_ value: String, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t) -> Int {
    guard !value.isEmpty else { return 0 }
    // A text ends at a zero there, and may have 32,767 characters.
    let known = value.replacing("\0", with: "\u{FFFD}")
    worksheet_write_string(sheet, row, column, known.utf16.count > 32_000 ? String(known.prefix(10_000)) : known, text)
    return known.count
  }

  private func format(decimals: Int) -> Format? {
    if let known = numbers[decimals] { return known }
    guard let format = workbook_add_format(book) else { return nil }
    format_set_num_format(format, "#,##0" + (decimals > 0 ? "." + String(repeating: "0", count: decimals) : ""))
    numbers[decimals] = format
    return format
  }
}

extension PageView {
  /// - Throws: ``PageProblem`` where there is no memory.
  func workbook(_ table: DataTable) throws(PageProblem) -> [UInt8] {
    var facts = provenance(table.period)
    let version = table.period.map { snapshot.span(of: $0).version } ?? snapshot.current.version
    facts.append((words("Bộ quy tắc, mã băm", "Rulebook digest"), hexText(version.digest)))
    facts.append((words("Nhật ký, mã băm", "Journal head"), hexText(snapshot.state.headHash)))
    facts.append((words("Địa chỉ", "Address"), address.with(.html).text))
    if snapshot.state.genesis?.isDemonstration ?? false { facts.insert((words("Lưu ý", "Note"), demonstration), at: 0) }
    let file = XLSXFile(table: table, words: words, facts: facts, foot: PrintLine(self, table.period).facts, time: snapshot.time)
    guard let bytes = file.bytes() else { throw .unavailable }
    return bytes
  }
}

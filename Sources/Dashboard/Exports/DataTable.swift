import Campaign

/// A table for programs and spreadsheets: CSV under plain names, XLSX under those that people read.
struct DataTable: Sendable {
  struct Column: Sendable {
    /// In CSV; stable.
    let code: String
    let heading: LocalizedText

    init(_ code: String, _ vi: String, _ en: String) {
      self.code = code
      heading = LocalizedText(vi, en: en)
    }
  }
  /// What the table shows, short: a spreadsheet's tab has room for 31 characters.
  let name: String
  let columns: [Column]
  let rows: [[DataCell]]
  /// The period that it is about, where it is about one.
  var period: Period?

  /// A table of more cells is asked for in parts.
  static let cellsMost = 600_000

  /// - Throws: ``PageProblem`` for more than ``cellsMost``.
  func checked() throws(PageProblem) -> DataTable {
    guard rows.count * columns.count <= Self.cellsMost else { throw .tableTooLarge }
    return self
  }

  var csv: String { csvText([columns.map(\.code)] + rows.map { $0.map(\.csv) }) }
}

/// A cell of a table for a spreadsheet.
enum DataCell: Sendable {
  case text(String)
  /// A plain number, which may begin with a minus; `nil`: empty.
  case number(String?)
  case flag(Bool)
  /// A code of ours, and what it means; `nil`: empty.
  case code(String?, String)

  var csv: String {
    switch self {
    case .text(let text): inert(text)
    case .number(let number): number ?? ""
    case .flag(let flag): flag ? "true" : "false"
    case .code(let code, _): code ?? ""
    }
  }
}

/// A text that a spreadsheet would take for a formula gets an apostrophe in front, and stays a text.
func inert(_ text: String) -> String {
  guard let first = text.unicodeScalars.first, ["=", "+", "-", "@", "\t", "\r", "\n"].contains(first) else { return text }
  return "'" + text
}

extension PageProblem {
  static let tableTooLarge = PageProblem(
    .badRequest, title: LocalizedText("Bảng quá lớn", en: "The table is too large"),
    LocalizedText(
      "Bảng có hơn \(DataTable.cellsMost) ô. Hãy chọn một khối, hoặc lấy từng trang với ?trang=1.",
      en: "The table has more than \(DataTable.cellsMost) cells. Choose one block, or take it page by page with ?trang=1."))
}

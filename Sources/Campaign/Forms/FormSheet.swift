/// A table as a spreadsheet shows it: rows and columns of cells, nothing interpreted.
public struct FormSheet: Sendable {
  public enum Cell: Sendable, Hashable {
    case blank
    case text(String)
    /// A number as a workbook stores it: `1234`, `0.5`, `1.2E+3`.
    case number(String)
    /// An error of a formula, or a formula whose result is not there.
    case failed

    var text: String {
      switch self {
      case .text(let text), .number(let text): text
      case .blank, .failed: ""
      }
    }
  }

  /// The most rows and columns.
  public static let mostRows = 20_000
  public static let mostColumns = 128

  /// The sheet's name; empty for a CSV file.
  public let name: String
  /// Row 1 first; a row ends with its last cell that is not blank.
  public let rows: [[Cell]]

  public init(name: String, rows: [[Cell]]) {
    self.name = name
    self.rows = rows
  }

  /// A CSV file, whatever stands above its table; separated by comma, semicolon or tab, whichever makes most columns.
  ///
  /// - Throws: ``Problem`` `S-204` when it is not UTF-8, `S-203` for a quote that never ends, `S-222` for too many rows or columns.
  public init(csv bytes: [UInt8]) throws(Problem) {
    let content = try CSVTable.content(bytes)
    var best: (width: Int, rows: [CSVTable.Row]) = (0, [])
    var failure: Problem?
    for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), 9] {
      do throws(Problem) {
        let rows = try CSVTable.split(content, separator, everyRow: true)
        // The table decides, not the titles above it: rows with several cells count.
        let width = rows.reduce(0) { $0 + max(0, $1.cells.filter { !$0.isEmpty }.count - 2) }
        if best.rows.isEmpty || width > best.width { best = (width, rows) }
      } catch { failure = failure ?? error }
    }
    if best.rows.isEmpty, let failure { throw failure }
    guard best.rows.count <= Self.mostRows, best.rows.allSatisfy({ $0.cells.count <= Self.mostColumns }) else {
      throw Problem(
        .tooMany, vi: "bảng có hơn \(Self.mostRows) dòng hoặc \(Self.mostColumns) cột.",
        en: "the table has more than \(Self.mostRows) rows or \(Self.mostColumns) columns.")
    }
    name = ""
    rows = best.rows.map { row in row.cells.map { $0.isEmpty ? .blank : .text($0) } }
  }

  subscript(row: Int, column: Int) -> Cell {
    rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column] : .blank
  }

  /// "D9" for row 8, column 3.
  static func cellName(_ row: Int, _ column: Int) -> String { columnName(column) + String(row + 1) }

  /// "A", "Z", "AA".
  static func columnName(_ column: Int) -> String {
    var rest = column
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}

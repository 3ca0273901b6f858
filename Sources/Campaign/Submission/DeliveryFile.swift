/// Reads what units report for tasks, checklists and cadences: `rule,unit,item,date,evidence`, and `withdrawn` if wanted.
public enum DeliveryFile {
  public static let header = ["rule", "unit", "item", "date", "evidence"]
  /// Evidence, bytes of UTF-8.
  public static let evidenceBytes = 1...500

  /// A delivery with the line on which it stands.
  public struct Row: Sendable {
    public let line: Int
    public let delivery: Delivery
  }

  /// The deliveries of a file, in its order. Nothing is checked against a rulebook.
  ///
  /// - Throws: ``Problem`` for the file as a whole; ``Problems`` with every bad row: its number of cells `S-203`, a day that is
  ///   none or a word that is no yes or no `R-305`, missing evidence `S-241`.
  public static func rows(_ bytes: [UInt8]) throws -> [Row] {
    let table = try CSVTable(bytes)
    guard table.header == header || table.header == header + ["withdrawn"] else {
      throw Problem(
        .badHeader, at: "line 1", vi: "dòng đầu phải là \"rule,unit,item,date,evidence\", có thể thêm \"withdrawn\".",
        en: "the first line must be \"rule,unit,item,date,evidence\", with \"withdrawn\" behind it if wanted.")
    }
    var problems: [Problem] = []
    var rows: [Row] = []
    for row in table.rows {
      do throws(Problem) { rows.append(try Self.row(row, width: table.header.count)) } catch { problems.append(error) }
    }
    guard problems.isEmpty else { throw Problems(problems) }
    guard !rows.isEmpty else {
      throw Problem(.emptyFile, vi: "tệp không có dòng nào dưới dòng đầu.", en: "the file has no rows below its header.")
    }
    return rows
  }

  private static func row(_ row: CSVTable.Row, width: Int) throws(Problem) -> Row {
    let line = "line \(row.line)"
    guard row.cells.count == width else {
      throw Problem(
        .badRow, at: line, vi: "dòng có \(row.cells.count) ô, cần \(width) ô.", en: "the row has \(row.cells.count) cells, \(width) are needed.")
    }
    guard let date = CivilDate(written: row.cells[3]) else {
      throw Problem(
        .badValue, at: "\(line), cell \"date\"", vi: "ngày viết như 15/12/2023 hoặc 2023-12-15.",
        en: "write the day like 2023-12-15 or 15/12/2023.")
    }
    guard evidenceBytes.contains(row.cells[4].utf8.count) else {
      throw Problem(
        .evidenceNeeded, at: "\(line), cell \"evidence\"", vi: "cần minh chứng, từ 1 đến 500 byte (số và ngày của văn bản).",
        en: "evidence is needed, 1 to 500 bytes (number and date of the document).")
    }
    let withdrawn: Bool
    switch width == 6 ? row.cells[5].lowercased() : "" {
    case "", "no", "false", "0", "không": withdrawn = false
    case "yes", "true", "1", "có": withdrawn = true
    default:
      throw Problem(.badValue, at: "\(line), cell \"withdrawn\"", vi: "viết \"có\" hoặc để trống.", en: "write \"yes\" or leave it empty.")
    }
    return Row(
      line: row.line,
      delivery: Delivery(
        rule: row.cells[0], unit: .init(row.cells[1]), item: row.cells[2].isEmpty ? nil : row.cells[2], date: date,
        evidence: row.cells[4], withdrawn: withdrawn))
  }
}

extension CivilDate {
  /// A day as machines (`2024-04-17`) or people (`17/04/2024`, `7/4/2024`) write it.
  public init?(written text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3 else {
      self.init(text)
      return
    }
    func padded(_ part: some StringProtocol) -> String { part.utf8.count == 1 ? "0" + part : String(part) }
    self.init("\(parts[2])-\(padded(parts[1]))-\(padded(parts[0]))")
  }
}

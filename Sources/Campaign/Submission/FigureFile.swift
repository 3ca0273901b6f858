/// One figure for a criterion itself, as an evaluation without a server reads it.
public enum GivenFigure: Sendable, Hashable {
  /// At least 0.
  case value(ExactDecimal)
  /// Both at least 0.
  case ratio(numerator: Int64, denominator: Int64)
}

/// The figures of an evaluation, checked against a rulebook.
public enum FigureFile {
  public struct Row: Sendable {
    /// Index in ``Rulebook/units``.
    public let unit: Int
    public let period: Period
    /// Index in ``Rulebook/criteria``.
    public let criterion: Int
    public let figure: GivenFigure
  }

  public enum Content: Sendable {
    case criteria([Row])
    /// `unit,period,counter,value`: whole forms, as they would be filed.
    case counters([Filing])
  }

  /// The first line is one of those that a file of figures has.
  public static func isFigures(_ bytes: [UInt8]) -> Bool {
    guard let header = (try? CSVTable(bytes))?.header else { return false }
    return header.prefix(2) == ["unit", "period"]
  }

  /// Reads `unit,period,criterion,value`, `unit,period,criterion,numerator,denominator` or `unit,period,counter,value`.
  ///
  /// A row that leaves its value empty says that there is none: the leaf is missing, not 0.
  ///
  /// - Throws: ``Problem`` for the file as a whole, ``Problems`` with every bad row: cells `S-203`, unit `S-205`, period
  ///   `S-207`, criterion `S-220`, a cell given twice `S-216`, the number itself, part greater than whole `S-214`.
  public static func read(_ bytes: [UInt8], for rulebook: Rulebook) throws -> Content {
    let table = try CSVTable(bytes)
    if table.header == SubmissionFile.header {
      return .counters(try SubmissionFile.drafts(bytes, baseRevision: 0).map { try rulebook.validated($0) })
    }
    let width: Int
    switch table.header {
    case ["unit", "period", "criterion", "value"]: width = 4
    case ["unit", "period", "criterion", "numerator", "denominator"]: width = 5
    default:
      throw Problem(
        .badHeader, at: "line 1",
        vi: "dòng đầu phải là \"unit,period,criterion,value\" hoặc \"unit,period,criterion,numerator,denominator\".",
        en: "the first line must be \"unit,period,criterion,value\" or \"unit,period,criterion,numerator,denominator\".")
    }
    var problems: [Problem] = []
    var rows: [Row] = []
    var seen: Set<[Int]> = []
    for row in table.rows {
      do throws(Problem) {
        guard let read = try Self.row(row, width, rulebook) else { continue }
        guard seen.insert([read.unit, read.period.ordinal, read.criterion]).inserted else {
          throw Problem(
            .duplicateCell, at: "line \(row.line)", vi: "đơn vị, kỳ và tiêu chí này đã có ở trên.",
            en: "this unit, period and criterion stand above already.")
        }
        rows.append(read)
      } catch { problems.append(error) }
    }
    guard problems.isEmpty else { throw Problems(problems) }
    guard !rows.isEmpty else {
      throw Problem(.emptyFile, vi: "tệp không có dòng số liệu nào.", en: "the file has no figures below its header.")
    }
    return .criteria(rows)
  }

  private static func row(_ row: CSVTable.Row, _ width: Int, _ rulebook: Rulebook) throws(Problem) -> Row? {
    let line = "line \(row.line)"
    guard row.cells.count == width else {
      throw Problem(
        .badRow, at: line, vi: "dòng có \(row.cells.count) ô, cần \(width) ô.", en: "the row has \(row.cells.count) cells, \(width) are needed.")
    }
    guard let unit = rulebook.unitIndex[.init(row.cells[0])] else {
      throw Problem(
        .unknownUnit, at: "\(line), cell \"unit\"", vi: "không có đơn vị \"\(row.cells[0])\" trong bộ quy tắc.",
        en: "there is no unit \"\(row.cells[0])\" in the rulebook.")
    }
    guard let period = rulebook.period(row.cells[1]) else {
      throw Problem(
        .unknownPeriod, at: "\(line), cell \"period\"", vi: "không có kỳ \"\(row.cells[1])\" trong bộ quy tắc.",
        en: "there is no period \"\(row.cells[1])\" in the rulebook.")
    }
    guard let criterion = rulebook.criterionIndex[row.cells[2]] else {
      let near = nearest(row.cells[2], in: rulebook.criteria.map(\.code)).map { " (\($0)?)" } ?? ""
      throw Problem(
        .unknownCriterion, at: "\(line), cell \"criterion\"", vi: "không có tiêu chí \"\(row.cells[2])\"\(near).",
        en: "there is no criterion \"\(row.cells[2])\"\(near).")
    }
    if row.cells[3...].allSatisfy(\.isEmpty) { return nil }
    if width == 4 {
      return Row(unit: unit, period: period, criterion: criterion, figure: .value(try decimal(row.cells[3], at: "\(line), cell \"value\"")))
    }
    let numerator = try SubmissionFile.integer(row.cells[3], at: "\(line), cell \"numerator\"")
    let denominator = try SubmissionFile.integer(row.cells[4], at: "\(line), cell \"denominator\"")
    guard numerator <= denominator || rulebook.criteria[criterion].mayExceed else {
      throw Problem(
        .partExceedsWhole, at: "\(line), cell \"numerator\"", vi: "tử số lớn hơn mẫu số.", en: "the numerator is greater than the denominator.")
    }
    return Row(unit: unit, period: period, criterion: criterion, figure: .ratio(numerator: numerator, denominator: denominator))
  }

  private static func decimal(_ text: String, at place: String) throws(Problem) -> ExactDecimal {
    if text.hasPrefix("-") || text.hasPrefix("\u{2212}") {
      throw Problem(.negative, at: place, vi: "số âm.", en: "the number is negative.")
    }
    if text.contains(",") {
      throw Problem(.separator, at: place, vi: "số có dấu phẩy. Dùng dấu chấm cho phần thập phân.", en: "the number has a comma. Use a dot for decimals.")
    }
    guard let value = ExactDecimal(text) else {
      throw Problem(
        .notADecimal, at: place, vi: "không phải số thập phân (tối đa 9 chữ số mỗi bên dấu chấm).",
        en: "this is no decimal (at most 9 digits on each side of the dot).")
    }
    return value
  }
}

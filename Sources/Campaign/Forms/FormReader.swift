/// What one row of a form says of a unit.
public struct FormRow: Sendable {
  public struct Figure: Sendable {
    let counter: Int
    let value: Int64
    /// "cell D9".
    let place: String
  }
  struct Check: Sendable {
    let sum: CounterSum
    let value: Int64
    let place: String
  }

  public let unit: ReportingUnit.ID
  public let period: Period
  public let form: OfficialForm
  /// "row 9".
  let place: String
  let figures: [Figure]
  let checks: [Check]

  /// What it says, by index in ``Rulebook/counters``.
  public var values: [Int: Int64] { Dictionary(uniqueKeysWithValues: figures.map { ($0.counter, $0.value) }) }
}

/// A table that is an official form, read.
public struct ReadForm: Sendable {
  public let form: OfficialForm
  public let period: Period
  public let rows: [FormRow]
  /// Units that have a row without any figure: nothing is filed for them.
  public let blank: [ReportingUnit.ID]
}

/// Reads the rows below the headings.
struct FormReader {
  let rulebook: Rulebook
  let form: OfficialForm
  let sheet: FormSheet
  let header: FormHeader
  let period: Period
  private let names: UnitNames
  private let subtotals: Set<String>
  private let outside: Set<String>

  init(_ rulebook: Rulebook, _ form: OfficialForm, _ sheet: FormSheet, _ header: FormHeader, _ period: Period) {
    self.rulebook = rulebook
    self.form = form
    self.sheet = sheet
    self.header = header
    self.period = period
    names = UnitNames(rulebook, aliases: form.names)
    subtotals = Set(form.subtotals.map(UnitNames.written))
    outside = Set(form.outside.map(UnitNames.written))
  }

  /// - Throws: ``Problems``, by row: unit `S-205`, `S-230`, one unit twice `S-216`, a figure `S-208` … `S-217`; then the total
  ///   `S-231`.
  func read() throws(Problems) -> ReadForm {
    var problems: [Problem] = []
    var rows: [FormRow] = []
    var blank: [ReportingUnit.ID] = []
    var seen: Set<ReportingUnit.ID> = []
    var sums = [Int64](repeating: 0, count: form.columns.count)
    for row in header.firstRow..<max(header.firstRow, sheet.rows.count) {
      let name = self.name(row)
      let cells = header.columns.map { sheet[row, $0] }
      if !cells.contains(where: \.isFigure) {
        // A section, a signature, or a unit that has nothing.
        guard case .unit(let unit) = names.unit(named: name.text) else { continue }
        if cells.allSatisfy({ $0 == .blank }) {
          blank.append(unit)
          continue
        }
      }
      if isNumbering(name.text) { continue }
      do throws(Problem) {
        let values = try header.columns.map { column throws(Problem) in try figure(row, column) }
        if Self.isTotal(name.text) {
          // With a row that could not be read the sums are not those of the file.
          if problems.isEmpty { problems += differences(values, sums, row) }
          break
        }
        if subtotals.contains(UnitNames.written(name.text)) { continue }
        for (index, value) in values.enumerated() { sums[index] = sums[index].addingReportingOverflow(value).partialValue }
        if outside.contains(UnitNames.written(name.text)) { continue }
        let unit = try self.unit(row, name)
        guard seen.insert(unit).inserted else {
          throw Problem(
            .duplicateCell, at: "row \(row + 1)", vi: "đơn vị \"\(unit)\" đã có ở trên.",
            en: "unit \"\(unit)\" stands above already.")
        }
        rows.append(self.row(row, unit, values))
      } catch { problems.append(error) }
      if problems.count >= Problems.most { break }
    }
    guard problems.isEmpty else { throw Problems(problems) }
    return ReadForm(form: form, period: period, rows: rows, blank: blank)
  }

  private func row(_ row: Int, _ unit: ReportingUnit.ID, _ values: [Int64]) -> FormRow {
    var sums: [Int: (value: Int64, place: String)] = [:]
    var checks: [FormRow.Check] = []
    for (index, column) in form.columns.enumerated() {
      let place = FormSheet.cellName(row, header.columns[index])
      switch column.meaning {
      case .sum(let sum): checks.append(.init(sum: sum, value: values[index], place: "cell \(place)"))
      case .counters(let counters):
        for counter in counters {
          let before = sums[counter]
          // Both are at most 10^15.
          sums[counter] = ((before?.value ?? 0) + values[index], before.map { $0.place + "+" + place } ?? "cell \(place)")
        }
      }
    }
    let figures = sums.sorted { $0.key < $1.key }.map { counter, sum in
      FormRow.Figure(counter: counter, value: sum.value, place: sum.place)
    }
    return FormRow(unit: unit, period: period, form: form, place: "row \(row + 1)", figures: figures, checks: checks)
  }

  /// What the row is called: the cell of the unit, else the first text before the figures.
  private func name(_ row: Int) -> (text: String, column: Int) {
    let before = header.columns.min() ?? 0
    let column = sheet[row, header.unit] != .blank ? header.unit : (0..<before).first { sheet[row, $0] != .blank } ?? header.unit
    return (sheet[row, column].text.prefix(500).split(whereSeparator: \.isWhitespace).joined(separator: " "), column)
  }

  /// The row below the headings that numbers the columns: (1), (2), (3)=(4)+(5); or A, B, 1, 2.
  private func isNumbering(_ name: String) -> Bool {
    let number = name.drop { $0 == "(" }.prefix { $0 != ")" }
    return !name.isEmpty && number.count <= 2 && (number.allSatisfy(\.isNumber) || number.count == 1)
  }

  private static func isTotal(_ name: String) -> Bool {
    let words = headingWords(name)
    return words == "tong" || words == "cong" || words.hasPrefix("tong cong") || words.hasPrefix("tong so")
  }

  private func unit(_ row: Int, _ name: (text: String, column: Int)) throws(Problem) -> ReportingUnit.ID {
    if let column = header.code, sheet[row, column] != .blank {
      let code = sheet[row, column].text
      guard let unit = names.unit(code: code) else {
        throw Problem(
          .unknownUnit, at: "cell \(FormSheet.cellName(row, column))", vi: "không có đơn vị nào mang mã \"\(code)\".",
          en: "no unit bears the code \"\(code)\".")
      }
      return unit
    }
    let place = "cell \(FormSheet.cellName(row, name.column))"
    switch names.unit(named: name.text) {
    case .unit(let unit): return unit
    case .several:
      throw Problem(
        .ambiguousUnit, at: place, vi: "nhiều đơn vị cùng tên \"\(name.text)\". Ghi thêm đơn vị cấp trên sau dấu phẩy, hoặc mã.",
        en: "several units are called \"\(name.text)\". Add the unit above it behind a comma, or a code.")
    case .none:
      let near = nearest(name.text, in: rulebook.units.map(\.name))
        .map { ("; có phải \"\($0)\"?", "; did you mean \"\($0)\"?") } ?? (".", ".")
      throw Problem(
        .unknownUnit, at: place, vi: "không có đơn vị \"\(name.text)\" trong danh sách của phong trào\(near.0)",
        en: "there is no unit \"\(name.text)\" on the campaign's roster\(near.1)")
    }
  }

  /// A count; thousands may be set apart as the form does it.
  private func figure(_ row: Int, _ column: Int) throws(Problem) -> Int64 {
    let place = "cell \(FormSheet.cellName(row, column))"
    switch sheet[row, column] {
    case .number(let text): return try wholeNumber(text, at: place)
    case .text(let text):
      for separator in form.thousands.separators {
        let groups = text.split(separator: separator, omittingEmptySubsequences: false)
        guard groups.count > 1, (1...3).contains(groups[0].utf8.count), groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
          groups.allSatisfy({ digits($0) != nil })
        else { continue }
        return try SubmissionFile.integer(groups.joined(), at: place)
      }
      return try SubmissionFile.integer(text, at: place)
    case .blank: return try SubmissionFile.integer("", at: place)
    case .failed:
      throw Problem(
        .notAnInteger, at: place, vi: "công thức trong ô này không có kết quả.", en: "the formula in this cell has no result.")
    }
  }

  private func differences(_ values: [Int64], _ sums: [Int64], _ row: Int) -> [Problem] {
    zip(values, sums).enumerated().filter { $1.0 != $1.1 }.map { index, _ in
      Problem(
        .totalDiffers, at: "cell \(FormSheet.cellName(row, header.columns[index]))",
        vi: "dòng tổng cộng không bằng tổng các dòng trên (\"\(form.columns[index].header.description)\").",
        en: "the total does not equal the sum of the rows above (\"\(form.columns[index].header.description)\").")
    }
  }
}

/// A workbook's number that is whole: `1234`, `1.2E+3`, `7.0`.
func wholeNumber(_ text: String, at place: String) throws(Problem) -> Int64 {
  let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
  let exponent = parts.count == 2 ? Int(parts[1]) ?? 99 : 0
  let sides = (parts.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count <= 2, (-30...30).contains(exponent), (1...2).contains(sides.count), let whole = sides.first else {
    return try SubmissionFile.integer(text, at: place)
  }
  if whole.hasPrefix("-") { return try SubmissionFile.integer("-", at: place) }
  let decimals = sides.count == 2 ? String(sides[1]) : ""
  var shown = String(whole) + decimals
  let shift = exponent - decimals.utf8.count
  if shift >= 0 {
    shown += String(repeating: "0", count: shift)
  } else {
    let dropped = shown.suffix(-shift)
    guard dropped.allSatisfy({ $0 == "0" }) else {
      throw Problem(
        .fractional, at: place, vi: "số lẻ. Ở đây cần số nguyên.", en: "the number has a fraction. An integer is needed here.")
    }
    shown = String(shown.dropLast(-shift))
  }
  let trimmed = shown.drop { $0 == "0" }
  return try SubmissionFile.integer(trimmed.isEmpty ? "0" : String(trimmed), at: place)
}

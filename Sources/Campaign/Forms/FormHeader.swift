/// Where the columns of a form stand in a sheet.
struct FormHeader {
  /// For each of ``OfficialForm/columns``.
  let columns: [Int]
  let unit: Int
  let code: Int?
  /// The first row below the headings.
  let firstRow: Int

  /// Titles and headings stand among the first rows.
  static let deepest = 40

  /// The headings of a sheet, column by column, from the top down.
  struct Headings {
    let top: Int
    let firstRow: Int
    let texts: [[String]]
  }

  /// The headings begin in the row that says "STT" or "TT", and end before the first row that has a number or a name there.
  static func headings(of sheet: FormSheet) -> Headings? {
    for row in 0..<min(deepest, sheet.rows.count) {
      let first = sheet.rows[row].firstIndex { ["stt", "tt", "so tt"].contains(headingWords($0.text)) }
      guard let first else { continue }
      let width = sheet.rows[row...].prefix(8).map(\.count).max() ?? 0
      var end = row + 1
      while end < sheet.rows.count, end < row + 8, sheet[end, first] == .blank, sheet[end, first + 1] == .blank { end += 1 }
      return Headings(top: row, firstRow: end, texts: texts(sheet, row..<end, width))
    }
    return nil
  }

  /// A merged heading stands in its first cell only: blank cells below a heading belong to it; a blank one that belongs to none
  /// goes on with the heading on its left.
  private static func texts(_ sheet: FormSheet, _ rows: Range<Int>, _ width: Int) -> [[String]] {
    var columns = [[String]](repeating: [], count: width)
    var isOwned = [Bool](repeating: false, count: width)
    var hasOwn = isOwned
    for row in rows {
      var last = ""
      for column in 0..<width {
        let text = headingWords(sheet[row, column].text)
        if text.isEmpty, isOwned[column] { last = "" }
        if !text.isEmpty {
          last = text
          isOwned[column] = true
          hasOwn[column] = true
        }
        if !last.isEmpty, columns[column].last != last { columns[column].append(last) }
      }
    }
    return columns.indices.map { hasOwn[$0] ? columns[$0] : [] }
  }

  /// - Throws: ``Problem`` `S-229` with every column that is missing, stands twice, or is unknown.
  init(_ form: OfficialForm, in sheet: FormSheet, _ headings: Headings) throws(Problems) {
    var problems: [Problem] = []
    func only(_ pattern: HeaderPattern) -> Int? {
      let found = headings.texts.indices.filter { pattern.matches(headings.texts[$0]) }
      if found.count == 1 { return found[0] }
      let (title, heading) = (form.title, pattern.description)
      problems.append(
        found.isEmpty
          ? Problem(
            .formColumns, at: "row \(headings.top + 1)", vi: "biểu \(title): không thấy cột \"\(heading)\".",
            en: "form \(title): the column \"\(heading)\" is not there.")
          : Problem(
            .formColumns, at: "columns " + found.map { FormSheet.columnName($0) }.joined(separator: ", "),
            vi: "biểu \(title): nhiều cột cùng là \"\(heading)\".", en: "form \(title): several columns are \"\(heading)\"."))
      return nil
    }
    let unit = only(form.unit)
    let code = form.code.flatMap { pattern in headings.texts.firstIndex { pattern.matches($0) } }
    let columns = form.columns.map { only($0.header) }
    let known = Set(columns + [unit, code])
    for (column, texts) in headings.texts.enumerated() {
      let isKnown = known.contains(column) || form.unused.contains { $0.matches(texts) }
      let figures = sheet.rows[headings.firstRow...].contains { $0.indices.contains(column) && $0[column].isFigure }
      guard !isKnown, figures, column > (unit ?? 0) else { continue }
      problems.append(Problem(
        .formColumns, at: "column \(FormSheet.columnName(column))",
        vi: "biểu \(form.title) không có cột này: biểu mẫu đã đổi? Sửa \"forms\" trong bộ quy tắc.",
        en: "form \(form.title) has no such column: has the form changed? Correct \"forms\" in the rulebook."))
    }
    for (index, column) in columns.enumerated() {
      guard let column, let before = columns[..<index].firstIndex(of: column) else { continue }
      let (one, other) = (form.columns[before].header.description, form.columns[index].header.description)
      problems.append(Problem(
        .formColumns, at: "column \(FormSheet.columnName(column))", vi: "cột này vừa là \"\(one)\" vừa là \"\(other)\".",
        en: "this column is both \"\(one)\" and \"\(other)\"."))
    }
    guard problems.isEmpty, let unit else { throw Problems(problems) }
    self.columns = columns.compactMap { $0 }
    self.unit = unit
    self.code = code
    firstRow = headings.firstRow
  }
}

extension FormSheet.Cell {
  var isFigure: Bool {
    switch self {
    case .number, .failed: true
    case .text(let text): text.contains(where: \.isNumber) && !text.contains(where: \.isLetter)
    case .blank: false
    }
  }
}

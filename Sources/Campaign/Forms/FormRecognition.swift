extension Rulebook {
  /// Recognises an official form among the sheets of a file and reads it.
  ///
  /// - Parameters:
  ///   - sheets: In the order of the workbook; the first that fits counts.
  ///   - id: Only versions of this form, whatever the titles say; `nil`: the form whose title stands there.
  ///   - wanted: The period, where the file does not say it.
  /// - Throws: ``Problems``: `S-228` where no form or no version fits, `S-229` for its columns, `S-232` for its period; then
  ///   everything found in the rows.
  public func form(in sheets: [FormSheet], id: String?, period wanted: Period?) throws(Problems) -> ReadForm {
    let candidates = forms.filter { id == nil || $0.id == id }
    let all = Set(forms.map(\.id)).sorted().joined(separator: ", ")
    guard !candidates.isEmpty else {
      throw Problems([Problem(
        .formNotRecognised,
        vi: id.map { "bộ quy tắc không có biểu \"\($0)\". Các biểu: \(all)." } ?? "bộ quy tắc không có biểu mẫu nào.",
        en: id.map { "the rulebook has no form \"\($0)\". Forms: \(all)." } ?? "the rulebook has no forms.")])
    }
    for sheet in sheets {
      guard let headings = FormHeader.headings(of: sheet) else { continue }
      let above = Self.title(of: sheet, headings)
      let named = candidates.filter { form in id != nil || form.titles.contains { " \(above) ".contains(" \(headingWords($0)) ") } }
      guard !named.isEmpty else { continue }
      let place = sheet.name.isEmpty ? "" : "sheet \"\(sheet.name)\""
      do throws(Problems) {
        let period = try self.period(of: sheet, headings, wanted)
        let form = try version(of: named, in: period)
        return try FormReader(self, form, sheet, FormHeader(form, in: sheet, headings), period).read()
      } catch { throw sheets.count > 1 ? error.placed(place) : error }
    }
    throw Problems([Problem(
      .formNotRecognised, vi: "không nhận ra biểu mẫu trong tệp. Các biểu: \(all); chỉ rõ bằng --form.",
      en: "no form is recognised in this file. Forms: \(all); name one with --form.")])
  }

  /// A table with headings such as forms have.
  public func looksLikeForm(_ sheet: FormSheet) -> Bool {
    guard let headings = FormHeader.headings(of: sheet) else { return false }
    return headings.texts.count > 3
  }

  /// The one version that holds in a period.
  private func version(of named: [OfficialForm], in period: Period) throws(Problems) -> OfficialForm {
    let holding = named.filter { $0.holds(in: period) }
    if holding.count == 1 { return holding[0] }
    let titles = (holding.isEmpty ? named : holding).map(\.title).joined(separator: ", ")
    throw Problems([
      holding.isEmpty
        ? Problem(
          .formNotRecognised, vi: "các phiên bản \(titles) không dùng cho kỳ \(period).",
          en: "the versions \(titles) do not hold in \(period).")
        : Problem(
          .formNotRecognised, vi: "tệp hợp với nhiều biểu: \(titles). Chỉ rõ bằng --form.",
          en: "the file fits several forms: \(titles). Name one with --form.")
    ])
  }

  /// Everything above the figures, as heading words.
  private static func title(of sheet: FormSheet, _ headings: FormHeader.Headings) -> String {
    sheet.rows[..<headings.firstRow].flatMap { $0.map { headingWords($0.text) } }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// "Từ ngày 15/12/2022 đến ngày 14/01/2023" above the table.
  private func period(of sheet: FormSheet, _ headings: FormHeader.Headings, _ wanted: Period?) throws(Problems) -> Period {
    guard let (days, place) = Self.days(of: sheet, above: headings.top) else {
      if let wanted { return wanted }
      throw Problems([Problem(
        .formPeriod, vi: "tệp không ghi \"Từ ngày … đến ngày …\". Chỉ rõ kỳ bằng --period.",
        en: "the file does not say \"Từ ngày … đến ngày …\" (from … to …). Name the period with --period.")])
    }
    let found = period(from: days.lowerBound, through: days.upperBound)
    guard let found, wanted == nil || wanted == found else {
      throw Problems([Problem(
        .formPeriod, at: place,
        vi: found.map { "tệp là của kỳ \($0), không phải kỳ được chỉ ra." }
          ?? "từ ngày đến ngày này không phải một kỳ của phong trào.",
        en: found.map { "the file is of \($0), not of the period that was named." }
          ?? "these days are no period of the campaign.")])
    }
    return found
  }

  /// The period of the campaign with exactly these days.
  private func period(from first: CivilDate, through last: CivilDate) -> Period? {
    // Legal and calendar periods both end in their last month.
    guard let period = Period(kind: periods.kind, year: last.year, month: last.month), periods.contains(period),
      period.firstDay == first, period.endDay == last + 1
    else { return nil }
    return period
  }

  private static func days(of sheet: FormSheet, above top: Int) -> (ClosedRange<CivilDate>, String)? {
    for row in 0..<top {
      for (column, cell) in sheet.rows[row].enumerated() {
        let text = VietnameseKey.plain(cell.text)
        guard text.contains("tu ngay"), text.contains("den ngay") || text.contains("den") else { continue }
        let dates = text.split { !($0.isNumber || $0 == "/" || $0 == "-") }.compactMap { civilDate(String($0)) }
        guard dates.count == 2, dates[0] <= dates[1] else { continue }
        return (dates[0]...dates[1], "cell \(FormSheet.cellName(row, column))")
      }
    }
    return nil
  }

  /// "15/12/2022".
  private static func civilDate(_ text: String) -> CivilDate? {
    let parts = text.split { $0 == "/" || $0 == "-" }.compactMap(digits)
    return parts.count == 3 ? CivilDate(year: parts[2], month: parts[1], day: parts[0]) : nil
  }
}

extension Problems {
  /// The same with a file or sheet in front of every place.
  public func placed(_ prefix: String) -> Problems {
    Problems(all.map { problem in
      var problem = problem
      problem.place = [prefix, problem.place].filter { !$0.isEmpty }.joined(separator: ", ")
      return problem
    })
  }
}

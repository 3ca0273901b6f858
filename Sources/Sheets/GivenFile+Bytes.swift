public import Campaign

extension GivenFile.Content {
  /// Tells figures from an official form, and reads the form.
  ///
  /// - Parameters:
  ///   - form: Read as this form; `nil`: by its title.
  ///   - period: The form's period, where the file does not say it.
  /// - Throws: ``Campaign/Problems``: `S-233` for a workbook that cannot be read, and what ``Campaign/Rulebook/form(in:id:period:)`` finds.
  public init(_ bytes: [UInt8], form: String?, period: Period?, under book: Rulebook) throws(Problems) {
    let sheets: [FormSheet]
    do throws(Problem) {
      if Workbook.isOldWorkbook(bytes) {
        throw Problem(
          .badWorkbook, vi: "tệp .xls cũ, hoặc có mật khẩu. Lưu lại dạng .xlsx không mật khẩu, hoặc CSV UTF-8.",
          en: "this is an old .xls file, or has a password. Save it as .xlsx without a password, or as CSV UTF-8.")
      }
      if Workbook.isWorkbook(bytes) {
        sheets = try Workbook(bytes).sheets
      } else {
        guard !book.forms.isEmpty || form != nil, !FigureFile.isFigures(bytes) else {
          self = .figures(bytes)
          return
        }
        sheets = [try FormSheet(csv: bytes)]
      }
      // A file of figures with a slip in its first line is told what that line should be.
      if form == nil, !Workbook.isWorkbook(bytes), !sheets.contains(where: book.looksLikeForm) {
        self = .figures(bytes)
        return
      }
    } catch { throw Problems([error]) }
    self = .form(try book.form(in: sheets, id: form, period: period))
  }
}

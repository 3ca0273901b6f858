import Campaign
import Ranking
import Service

/// What a person chooses before a form: a unit, where he may file for any, and a period.
extension PageView {
  /// - Throws: ``PageProblem`` for an unknown unit or period.
  func blankForm(_ unit: String, _ period: String) throws(PageProblem) -> BlankForm {
    guard let period = snapshot.period(period) else {
      throw PageProblem(
        .notFound, title: LocalizedText("Không có kỳ này", en: "No such period"),
        LocalizedText("Không có kỳ “\(period)” trong phong trào.", en: "There is no period “\(period)” in the campaign."))
    }
    guard let known = snapshot.span(of: period).rulebook.unit(.init(unit)) else { throw .noUnit(unit) }
    let blank = snapshot.blankForm(known, period)
    guard !blank.rows.isEmpty else {
      throw PageProblem(
        .notFound, title: LocalizedText("Đơn vị không phải nộp", en: "Nothing to file"),
        LocalizedText("Đơn vị này không có số liệu nào phải nộp.", en: "This unit has no figures to file."))
    }
    return blank
  }

  /// Everybody may file for everybody: on a server that asks for no sign-in.
  func unitChoice() -> HTML {
    let title = words("Nhập số liệu", "File figures")
    let rulebook = snapshot.rulebook
    let open = snapshot.open
    let blocks = rulebook.blocks.html { block -> HTML in
      let units = rulebook.units.filter { $0.block == block.id && !rulebook.form(for: $0).isEmpty }
      let rows = units.html { unit -> HTML in
        let filed = open.flatMap { snapshot.state.inForce(unit.id, $0) } != nil
        let mark: HTML = filed ? " <span class=\"out met\"><b aria-hidden=\"true\">✓</b><span class=\"vh\">\(words("đã nộp", "filed"))</span></span>" : ""
        let above: HTML = parent(unit, rulebook).map { " <small>\($0)</small>" } ?? ""
        return "<li><span><a href=\"\(Address(.form(unit: unit.id.text, period: nil)))\">\(unit.name)</a>\(above)</span>\(mark)</li>"
      }
      return units.isEmpty ? "" : "<section class=\"card\"><h2>\(words(block.name))</h2><div class=\"columns picks\"><ul>\(rows)</ul></div></section>"
    }
    let month = open.map { label($0) } ?? ""
    let sub = words(
      "Không cần đăng nhập trên máy này: chọn đơn vị để nhập. ✓ là đã nộp \(month.lowercased()).",
      "Nobody signs in on this machine: choose a unit. ✓ has filed \(month).")
    let content: HTML = "<div class=\"title\"><h1>\(title)</h1><p class=\"sub\">\(sub)</p></div>\(blocks)"
    return document(PageHead(title: title, section: .form), content)
  }

  func periodChoice(_ unit: ReportingUnit, _ periods: [Period]) -> HTML {
    let title = words("Nhập số liệu", "File figures")
    let rows = periods.html { period -> HTML in
      let form = snapshot.blankForm(unit, period)
      let state: HTML = form.inForce.map { filed -> HTML in
        "<span class=\"out met\"><b aria-hidden=\"true\">✓</b>\(words("đã nộp lần \(filed.receipt.revision)", "revision \(filed.receipt.revision) filed"))</span>"
      } ?? "<span class=\"out pen\"><b aria-hidden=\"true\">…</b>\(words("chưa nộp", "not filed"))</span>"
      return """
        <li><span><a href="\(Address(.form(unit: unit.id.text, period: period.description)))">\(label(period))</a> <small>\(formTimes(form))</small></span>\(state)</li>
        """
    }
    let list: HTML = periods.isEmpty
      ? "<p class=\"empty\">\(words("Hiện không có kỳ nào đang mở cho đơn vị.", "No period is open for the unit at the moment."))</p>"
      : "<ul class=\"choices\">\(rows)</ul>"
    let content: HTML = """
      <div class="title"><h1>\(title)</h1><p class="sub">\(unit.name)</p></div><section class="card"><h2>\(words("Chọn kỳ", "Choose a period"))</h2>\(list)</section>
      """
    return document(PageHead(title: title, section: .form), content)
  }

  /// "hết ngày 18/12/2023": an instant that no longer belongs to a term, as people say when the term ends.
  func until(_ end: Instant) -> String {
    let day = end.vietnamDate
    guard day.start == end else { return end.vietnameseText }
    return words("hết ngày ", "the end of ") + (day + -1).vietnameseText
  }

  func formTimes(_ form: BlankForm) -> String {
    switch form.state {
    case .notOpen: words("Mở từ \(form.opens.vietnameseText).", "Opens \(form.opens.vietnameseText).")
    case .open: words("Đang mở. Hạn nộp: \(until(form.due)).", "Open. Due by \(until(form.due)).")
    case .overdue:
      words(
        "Quá hạn từ \(form.due.vietnameseText); còn nhận đến \(until(form.closes)).",
        "Overdue since \(form.due.vietnameseText); accepted until \(until(form.closes)).")
    case .closed: words("Đã đóng lúc \(form.closes.vietnameseText).", "Closed \(form.closes.vietnameseText).")
    }
  }

  /// The form as a file to fill in, with what is filed or carries over; lines that begin with `#` are for people.
  func formCSV(_ form: BlankForm) -> String {
    func comment(_ text: String) -> String { "# " + String(text.map { $0.isNewline ? " " : $0 }) + "\n" }
    var text = comment("\(form.unit.name) (\(form.unit.id.text)) — \(label(form.period))") + comment(formTimes(form))
    text += csvText([SubmissionFile.header])
    for row in form.rows {
      let lastYear = row.lastYear.map { words("; cùng kỳ năm trước: ", "; last year: ") + words.whole($0) } ?? ""
      text += comment("\(words(row.counter.name)) (\(row.counter.unitOfMeasure))\(lastYear)")
      text += csvText([[form.unit.id.text, form.period.description, row.counter.code, (row.filed ?? row.carried).map { String($0) } ?? ""]])
    }
    return text
  }
}

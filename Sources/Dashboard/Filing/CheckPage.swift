import Campaign
import Crypto
import Ranking
import Service

/// What would be stored, before it is.
extension PageView {
  /// - Parameter unconfirmed: Why it is not known whether it was stored; the same form may be sent again.
  func checkPage(_ form: FilledForm, _ filing: Filing, _ key: String, unconfirmed: ServiceFailure? = nil) -> HTML {
    let blank = form.blank
    let title = words("Kiểm tra trước khi nộp", "Check before filing")
    let corrects = form.base > 0
    let kind = corrects ? words("Thay lần nộp \(form.base)", "Replaces revision \(form.base)") : words("Nộp lần đầu", "First filing")
    let time: HTML =
      blank.state == .overdue
      ? "<span class=\"out mis\"><b aria-hidden=\"true\">!</b>\(words("trễ hạn", "late"))</span>"
      : "<span class=\"out met\"><b aria-hidden=\"true\">✓</b>\(words("đúng hạn", "on time"))</span>"
    let rows = blank.rows.html { row -> HTML in
      let value = filing.value(of: row.counter.code)
      let changed = row.filed != nil && row.filed != value
      let before: HTML = row.filed.map { "\(words.whole($0))" } ?? ""
      let mark: HTML = changed ? " class=\"changed\"" : ""
      return """
        <tr\(mark)><th scope="row">\(words(row.counter.name)) <small>\(row.counter.code)</small></th><td class="n"><b>\(value.map { words.whole($0) } ?? "")</b></td>\
        <td class="n">\(blank.inForce == nil ? row.lastYear.map { "\(words.whole($0))" as HTML } ?? "" : before)</td></tr>
        """
    }
    let second = blank.inForce == nil ? words("Cùng kỳ năm trước", "Last year") : words("Đã nộp lần \(blank.revision)", "Revision \(blank.revision)")
    let fields = filing.figures.html { "<input type=\"hidden\" name=\"\(FilledForm.name($0.counter))\" value=\"\(String($0.value))\">" }
    let action = Address(.form(unit: blank.unit.id.text, period: blank.period.description))
    let trouble: HTML = unconfirmed.map { failure -> HTML in
      let text = words(
        "Chưa rõ đã lưu hay chưa. Bấm Nộp lần nữa là an toàn: cùng số liệu chỉ được lưu một lần.",
        "It is not known whether it was stored. Pressing File again is safe: the same figures are stored once.")
      return "<div class=\"trouble\" role=\"alert\"><b>\(text)</b> \(words(failure.text)) <span class=\"code\">\(failure.code.number) \(failure.code.name)</span></div>"
    } ?? ""
    let filed = blank.inForce
    let isSame = filed?.filing.figures.elementsEqual(filing.figures) { $0 == $1 } ?? false
    let same: HTML = isSame ? note(words("Giống hệt lần đã nộp: không có gì để nộp lại.", "The same as what is filed: there is nothing to file again.")) : ""
    let receipt: HTML = filed.map { "<a class=\"button main\" href=\"\(Address(.receipt(position: String($0.receipt.position))))\">\(words("Xem biên nhận", "See the receipt"))</a>" } ?? ""
    let send: HTML = isSame
      ? receipt
      : "<button class=\"main\" type=\"submit\" name=\"\(FormField.step)\" value=\"\(FilledForm.Step.file.rawValue)\">\(words("Nộp", "File"))</button>"
    let content: HTML = """
      <div class="title"><h1>\(title)</h1><p class="sub">\(blank.unit.name) · \(label(blank.period))</p></div>\(trouble)\(same)\
      <form id="to-khai" method="post" action="\(action)">\(hidden(form, key))\(fields)\
      <section class="card"><dl class="numbers"><div><dt>\(words("Lần nộp", "Filing"))</dt><dd>\(kind)</dd></div>\
      <div><dt>\(words("Thời hạn", "In time"))</dt><dd>\(time)</dd></div><div><dt>\(words("Số liệu", "Figures"))</dt><dd>\(filing.figures.count)</dd></div></dl></section>\
      <section class="card"><table class="values"><thead><tr><th scope="col">\(words("Số liệu", "Figure"))</th><th scope="col" class="n">\(words("Sẽ lưu", "To be stored"))</th>\
      <th scope="col" class="n">\(second)</th></tr></thead><tbody>\(rows)</tbody></table></section>\
      <div class="send"><p>\(words("Chưa nộp gì; bấm Nộp để lưu.", "Nothing is filed yet; press File to store it."))</p>\
      <button type="submit" name="\(FormField.step)" value="\(FilledForm.Step.edit.rawValue)">\(words("Sửa lại", "Change"))</button>\
      \(send)</div></form>
      """
    var head = PageHead(title: "\(title), \(blank.unit.name), \(label(blank.period))", section: .form, period: nil)
    head.languageForm = "to-khai"
    head.languageStep = .check
    return document(head, content)
  }
}

/// Other figures are stored on the revision that a form was made from.
struct FilingConflict: Sendable {
  let stored: CampaignState.InForce
  let mine: Filing

  /// Each counter whose values differ, in the order of the form.
  func differences(_ form: BlankForm) -> [(counter: FormCounter, mine: Int64?, stored: Int64?)] {
    form.rows.compactMap { row in
      let (mine, stored) = (mine.value(of: row.counter.code), stored.filing.value(of: row.counter.code))
      return mine == stored ? nil : (row.counter, mine, stored)
    }
  }
}

extension PageView {
  /// `nil` where the form is made from what is in force, or says the same.
  func conflict(_ form: FilledForm, _ filing: Filing) -> FilingConflict? {
    guard let stored = form.blank.inForce, form.base != stored.receipt.revision else { return nil }
    let conflict = FilingConflict(stored: stored, mine: filing)
    return conflict.differences(form.blank).isEmpty ? nil : conflict
  }

  func conflictPage(_ form: FilledForm, _ conflict: FilingConflict, _ key: String) -> HTML {
    let blank = form.blank
    let stored = conflict.stored.receipt
    let code: ProblemCode = form.base == 0 ? .alreadyExists : .revisionConflict
    let title = words("Đã có số liệu khác", "Other figures are filed already")
    let differences = conflict.differences(blank)
    let rows = differences.html { counter, mine, theirs -> HTML in
      """
      <tr><th scope="row">\(words(counter.name)) <small>\(counter.code)</small></th><td class="n"><b>\(mine.map { words.whole($0) } ?? "–")</b></td>\
      <td class="n">\(theirs.map { words.whole($0) } ?? "–")</td></tr>
      """
    }
    let fields = conflict.mine.figures.html { "<input type=\"hidden\" name=\"\(FilledForm.name($0.counter))\" value=\"\(String($0.value))\">" }
    let action = Address(.form(unit: blank.unit.id.text, period: blank.period.description))
    let receipt = Address(.receipt(position: String(stored.position)))
    let text = words(
      "Lần \(stored.revision) được nhận lúc \(stored.recordedAt.vietnameseText), sau khi trang này được mở. Số liệu của bạn chưa được lưu.",
      "Revision \(stored.revision) was received \(stored.recordedAt.vietnameseText), after this page was opened. Your figures were not stored.")
    let content: HTML = """
      <div class="title"><h1>\(title)</h1><p class="sub">\(blank.unit.name) · \(label(blank.period))</p></div>\
      <div class="trouble" role="alert"><b>\(text)</b> <span class="code">\(code.number) \(code.name)</span></div>\
      <form id="to-khai" method="post" action="\(action)">\(hidden(form, key, base: stored.revision))\(fields)\
      <section class="card"><h2>\(words("Khác nhau ở \(differences.count) số liệu", differences.count == 1 ? "1 figure differs" : "\(differences.count) figures differ"))</h2>\
      <table class="values"><thead><tr><th scope="col">\(words("Số liệu", "Figure"))</th><th scope="col" class="n">\(words("Của bạn", "Yours"))</th>\
      <th scope="col" class="n">\(words("Đã lưu, lần \(stored.revision)", "Stored, revision \(stored.revision)"))</th></tr></thead><tbody>\(rows)</tbody></table></section>\
      <div class="send"><a class="button" href="\(receipt)">\(words("Giữ bản đã lưu", "Keep what is stored"))</a>\
      <button type="submit" name="\(FormField.step)" value="\(FilledForm.Step.edit.rawValue)">\(words("Sửa của bạn", "Change yours"))</button>\
      <button class="main" type="submit" name="\(FormField.step)" value="\(FilledForm.Step.check.rawValue)">\(words("Thay bằng của bạn", "Replace it with yours"))</button></div></form>
      """
    var head = PageHead(title: "\(title), \(blank.unit.name)", section: .form, period: nil)
    head.languageForm = "to-khai"
    return document(head, content)
  }
}

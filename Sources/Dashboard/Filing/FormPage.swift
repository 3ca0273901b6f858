import Campaign
import Ranking
import Service

/// The form of a unit and a period, with every error beside its field.
extension PageView {
  /// - Parameters:
  ///   - key: The visitor's form key.
  ///   - isKept: It was typed before the session had ended.
  func formPage(_ form: FilledForm, _ key: String, isKept: Bool = false) -> HTML {
    let blank = form.blank
    let title = words("Nhập số liệu", "File figures")
    let content: HTML = """
      <div class="title"><h1>\(title) <span class="when">\(label(blank.period).lowercased())</span></h1>\(stateBadge(blank))\
      <p class="sub">\(blank.unit.name) · \(formTimes(blank))\(filedLine(form))</p></div>\
      \(notes(form, isKept: isKept))\(blank.isOpen ? openForm(form, key) : closedForm(blank))
      """
    var head = PageHead(title: "\(title), \(blank.unit.name), \(label(blank.period))", section: .form, period: nil)
    if blank.isOpen { head.languageForm = "to-khai" }
    return document(head, content)
  }

  private func stateBadge(_ form: BlankForm) -> HTML {
    switch form.state {
    case .notOpen: "<span class=\"badge done\">\(words("Chưa mở", "Not open yet"))</span>"
    case .open: "<span class=\"badge open\">\(words("Đang mở", "Open"))</span>"
    case .overdue: "<span class=\"badge late\">\(words("Quá hạn", "Overdue"))</span>"
    case .closed: "<span class=\"badge done\">\(words("Đã đóng", "Closed"))</span>"
    }
  }

  private func filedLine(_ form: FilledForm) -> HTML {
    guard let filed = form.blank.inForce else { return "" }
    let link = Address(.receipt(position: String(filed.receipt.position)))
    let text = words("Đã nộp lần \(filed.receipt.revision)", "Revision \(filed.receipt.revision) is filed")
    return " <a class=\"in\" href=\"\(link)\">\(text)</a>."
  }

  private static let linksMost = 5

  /// What happened, in front of the fields.
  private func notes(_ form: FilledForm, isKept: Bool) -> HTML {
    var notes = HTML()
    if isKept {
      notes += note(words(
        "Số liệu đã nhập trước khi đăng nhập lại vẫn còn đây. Chưa nộp gì.",
        "What you typed before signing in again is still here. Nothing was filed."))
    }
    if let read = form.fileRead {
      let others = read.hasOthers ? words(" Phần của đơn vị hoặc kỳ khác trong tệp không dùng đến.", " What it says of others was left alone.") : ""
      notes += note(words(
        "Đã đọc \(read.figures) số liệu từ tệp “\(read.name)”. Chưa nộp gì.\(others)",
        "Read \(read.figures) figures from “\(read.name)”. Nothing was filed.\(others)"))
    }
    guard form.hasProblems else { return notes }
    let count = form.problemCount
    let fields = form.blank.rows.filter { form.problems[$0.counter.code] != nil }
    var rows = form.general.html { "<li>\(problemText($0, withPlace: true))</li>" }
    rows += Array(fields.prefix(Self.linksMost)).html { row -> HTML in
      "<li><a class=\"in\" href=\"#s-\(row.counter.code)\">\(words(row.counter.name))</a></li>"
    }
    if fields.count > Self.linksMost {
      rows += "<li>\(words("và \(fields.count - Self.linksMost) ô khác", "and \(fields.count - Self.linksMost) more fields"))</li>"
    }
    let head = words("\(count) chỗ cần sửa; chưa lưu gì", count == 1 ? "1 thing to correct; nothing was stored" : "\(count) things to correct; nothing was stored")
    return notes + "<div class=\"trouble\" role=\"alert\"><b>\(head)</b><ul>\(rows)</ul></div>"
  }

  func note(_ text: String) -> HTML { "<p class=\"note\" role=\"status\">\(text)</p>" }

  /// "S-209 NOT_AN_INTEGER: …", as the client says it.
  func problemText(_ problem: Problem, withPlace: Bool = false) -> HTML {
    let place: HTML = withPlace && !problem.place.isEmpty ? " (\(problem.place))" : ""
    return "<span class=\"code\">\(problem.code.number) \(problem.code.name)\(place):</span> \(words(problem.vi, problem.en))"
  }

  private func closedForm(_ blank: BlankForm) -> HTML {
    let text =
      blank.state == .closed
      ? words("Kỳ này đã đóng. Liên hệ cơ quan thường trực để mở lại.", "This period is closed. Ask the campaign office to reopen it.")
      : words("Kỳ này chưa mở.", "This period has not opened.")
    let other = Address(.form(unit: blank.unit.id.text, period: nil))
    return "<section class=\"card\"><p>\(text)</p><p><a href=\"\(other)\">\(words("Các kỳ đang mở", "Periods that are open"))</a></p></section>"
  }

  // MARK: fields

  private func openForm(_ form: FilledForm, _ key: String) -> HTML {
    let blank = form.blank
    let action = Address(.form(unit: blank.unit.id.text, period: blank.period.description))
    let template = action.with(.csv)
    let groups = formGroups(blank).html { group -> HTML in
      let head: HTML = group.name.map { "<h2>\($0)</h2>" } ?? "<h2 class=\"vh\">\(words("Số liệu", "Figures"))</h2>"
      return "<section class=\"card fields\">\(head)\(columns)\(group.rows.html { field($0, form) })</section>"
    }
    return """
      <form id="to-khai" class="filing" method="post" action="\(action)" enctype="multipart/form-data" autocomplete="off">\(hidden(form, key))\
      <section class="card drop"><div><label for="tep">\(words("Tệp số liệu", "A file with the figures"))</label>\
      <p class="hint">\(words("CSV hoặc biểu mẫu chính thức (.xlsx). Kéo tệp vào trang, hoặc chọn ở đây.", "CSV or an official form (.xlsx). Drop it on the page, or choose it here.")) \
      <a class="in" href="\(template)" download="\(blank.unit.id.text)-\(blank.period.description).csv">\(words("Tải mẫu để điền", "Download the form"))</a></p></div>\
      <div class="acts"><input id="tep" name="\(FilledForm.fileField)" type="file" accept=".csv,.xlsx,.txt">\
      <button type="submit" name="\(FormField.step)" value="\(FilledForm.Step.readFile.rawValue)">\(words("Đọc tệp", "Read the file"))</button></div></section>\
      \(groups)<div class="send"><p>\(words("Kiểm tra trước; chưa nộp gì cho đến bước sau.", "Checked first; nothing is filed until the next step."))</p>\
      <button class="main" type="submit" name="\(FormField.step)" value="\(FilledForm.Step.check.rawValue)">\(words("Kiểm tra", "Check"))</button></div></form>
      """
  }

  private var columns: HTML {
    "<div class=\"row head\" aria-hidden=\"true\"><span></span><span>\(words("Kỳ này", "This period"))</span><span>\(words("Cùng kỳ năm trước", "Last year"))</span></div>"
  }

  /// What goes along with every form of a filing.
  func hidden(_ form: FilledForm, _ key: String, base: Int? = nil) -> HTML {
    """
    <input type="hidden" name="\(FormField.key)" value="\(key)"><input type="hidden" name="\(FilledForm.request)" value="\(form.request)">\
    <input type="hidden" name="\(FilledForm.base)" value="\(base ?? form.base)">
    """
  }

  private func field(_ row: BlankForm.Row, _ form: FilledForm) -> HTML {
    let counter = row.counter
    let id = "s-\(counter.code)"
    let value = form.typed[counter.code] ?? ""
    let problems = form.problems[counter.code] ?? []
    let carried = row.filed == nil && row.carried != nil && row.carried.map { String($0) } == value
    let kind: String? =
      switch counter.combination {
      case .flow: nil
      case .stock: words("cuối kỳ", "at the end")
      case .cumulative: words("lũy kế từ đầu năm", "since January")
      case .yearly: words("cả năm", "of the year")
      }
    let more = [counter.code, counter.unitOfMeasure, kind].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    let from: HTML = form.fromFile.contains(counter.code)
      ? "<small class=\"from\">\(words("từ tệp", "from the file"))</small>"
      : carried ? "<small class=\"from\">\(words("mang sang", "carried over"))</small>" : ""
    let last: HTML = row.lastYear.map { "<span class=\"vh\">\(words("cùng kỳ năm trước", "last year")) </span>\(words.whole($0))" } ?? ""
    let wrong: HTML = problems.isEmpty ? "" : "<p class=\"wrong\" id=\"loi-\(counter.code)\">\(problems.html { "<span>\(problemText($0))</span>" })</p>"
    let invalid: HTML = problems.isEmpty ? "" : " aria-invalid=\"true\""
    let described = "gi-\(counter.code)" + (problems.isEmpty ? "" : " loi-\(counter.code)")
    return """
      <div class="row"><label for="\(id)">\(words(counter.name))<small id="gi-\(counter.code)">\(more)</small></label>\
      <span class="cell"><input id="\(id)" name="\(FilledForm.name(counter.code))" inputmode="numeric" maxlength="40" value="\(value)" aria-describedby="\(described)"\(invalid)>\(from)</span>\
      <span class="last n">\(last)</span>\(wrong)</div>
      """
  }

  /// Counters in the order of the rulebook, under the heading of what they are about.
  func formGroups(_ form: BlankForm) -> [(name: String?, rows: [BlankForm.Row])] {
    let rulebook = form.rulebook
    var fields: [Int: String] = [:]
    for criterion in rulebook.criteria {
      guard let field = criterion.field else { continue }
      let sums: [CounterSum] =
        switch criterion.metric {
        case .ratio(let part, let whole): [part, whole]
        case .count(let sum): [sum]
        case .given: []
        }
      for term in sums.flatMap(\.terms) where fields[term.counter] == nil { fields[term.counter] = field }
    }
    let names = Dictionary(rulebook.fields.map { ($0.code, words($0.name)) }, uniquingKeysWith: { first, _ in first })
    var groups: [(name: String?, rows: [BlankForm.Row])] = []
    for row in form.rows {
      let field = rulebook.counterIndex[row.counter.code].flatMap { fields[$0] }.flatMap { names[$0] }
      // What stands in an official form is found there in one piece, whatever it counts for.
      let name = row.counter.source != nil && !row.counter.ours ? words("Hồ sơ thủ tục hành chính", "Administrative dossiers") : field ?? groups.last?.name
      if let last = groups.last, last.name == name { groups[groups.count - 1].rows.append(row) } else { groups.append((name, [row])) }
    }
    return groups
  }
}

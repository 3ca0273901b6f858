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
      <div class="title"><h1>\(title): \(blank.unit.name) <span class="when">\(label(blank.period).lowercased())</span></h1>\(stateBadge(blank))\
      <p class="sub">\(daysAsked(blank.period)) \(formTimes(blank))\(filedLine(form))</p></div>\
      \(notes(form, isKept: isKept))\(blank.isOpen ? openForm(form, key) : closedForm(blank))
      """
    var head = PageHead(title: "\(title), \(blank.unit.name), \(label(blank.period))", section: .form, period: nil)
    if blank.isOpen { head.languageForm = "to-khai" }
    return document(head, content)
  }

  /// Which days the figures are of: the first thing that everybody has to know.
  private func daysAsked(_ period: Period) -> String {
    let (first, last) = bounds(period)
    return words("Số liệu từ \(first) đến hết \(last).", "Figures from \(first) to the end of \(last).")
  }

  private func stateBadge(_ form: BlankForm) -> HTML {
    switch form.state {
    case .notOpen: "<span class=\"badge done\">\(words("Chưa mở", "Not open yet"))</span>"
    case .open: "<span class=\"badge open\">\(words("Đang nhận số liệu", "Open"))</span>"
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
    // What is wrong comes before what is only missing: a blank is seen anyway.
    let blank = fields.filter { form.problems[$0.counter.code]?.allSatisfy { $0.code == .missingCounter } ?? false }
    let wrong = fields.filter { row in !blank.contains { $0.counter.code == row.counter.code } }
    func link(_ row: BlankForm.Row) -> HTML { "<a class=\"in\" href=\"#s-\(row.counter.code)\">\(words(row.counter.name))</a>" }
    var rows = form.general.html { "<li>\(problemText($0, withPlace: true))</li>" }
    rows += Array(wrong.prefix(Self.linksMost)).html { row -> HTML in
      "<li>\(link(row)): \(form.problems[row.counter.code]?.first.map { words($0.vi, $0.en) } ?? "")</li>"
    }
    if wrong.count > Self.linksMost {
      rows += "<li>\(words("và \(wrong.count - Self.linksMost) ô khác", "and \(wrong.count - Self.linksMost) more fields"))</li>"
    }
    if let first = blank.first {
      let others = blank.count - 1
      let more = others > 0 ? words(" và \(others) ô khác", " and \(others) more") : ""
      rows += "<li>\(words("Chưa điền:", "Not filled in:")) \(link(first))\(more). \(words("Không phát sinh thì ghi 0.", "Where nothing occurred write 0."))</li>"
    }
    let head = words(
      "\(count) chỗ cần sửa hoặc bổ sung. Chưa lưu gì; các số đã nhập vẫn còn đây.",
      "\(count == 1 ? "1 thing" : "\(count) things") to correct or to add. Nothing was stored; what you typed is still here.")
    return notes + "<div class=\"trouble\" role=\"alert\"><b>\(head)</b><ul>\(rows)</ul></div>"
  }

  func note(_ text: String) -> HTML { "<p class=\"note\" role=\"status\">\(text)</p>" }

  /// What is wrong, in the client's words, and the number by which it can be asked about.
  func problemText(_ problem: Problem, withPlace: Bool = false) -> HTML {
    let place: HTML = withPlace && !problem.place.isEmpty ? " (\(problem.place))" : ""
    return "\(words(problem.vi, problem.en)) <span class=\"code\">\(problem.code.number) \(problem.code.name)\(place)</span>"
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
      <p class="hint">\(filesTaken(blank)) \(words("Kéo tệp vào trang, hoặc chọn ở đây. Số trong tệp thay số đang có ở các ô.", "Drop it on the page, or choose it here. Its figures replace those in the fields.")) \
      <a class="in" href="\(template)" download="\(blank.unit.id.text)-\(blank.period.description).csv">\(words("Tải mẫu để điền", "Download the form"))</a></p></div>\
      <div class="acts"><input id="tep" name="\(FilledForm.fileField)" type="file" accept=".csv,.xlsx,.txt">\
      <button type="submit" name="\(FormField.step)" value="\(FilledForm.Step.readFile.rawValue)">\(words("Nạp tệp", "Read the file"))</button></div></section>\
      <p class="hint how">\(words("Viết liền các chữ số: 1204, không viết 1.204. Không phát sinh thì ghi 0; chưa có số liệu thì chưa nộp. Số “lấy từ kỳ trước” cần được kiểm tra lại.", "Write digits without separators: 1204, not 1.204. Where nothing occurred write 0; while a figure is not known do not file. Check what was taken over from earlier."))</p>\
      \(groups)<div class="send"><p>\(words("Bước 1: kiểm tra. Chỉ nộp sau khi xác nhận ở bước 2.", "Step 1: the check. Nothing is filed before you confirm it in step 2."))</p>\
      <button class="main" type="submit" name="\(FormField.step)" value="\(FilledForm.Step.check.rawValue)">\(words("Kiểm tra", "Check"))</button></div></form>
      """
  }

  /// Which official forms the campaign reads in this period, where it reads any.
  private func filesTaken(_ blank: BlankForm) -> String {
    let forms = blank.rulebook.forms.filter { $0.holds(in: blank.period) }
    guard !forms.isEmpty else { return "CSV." }
    let names = forms.map { "\($0.id) (\(words($0.name)))" }.joined(separator: ", ")
    return words("CSV, hoặc tệp .xlsx theo biểu mẫu \(names).", "CSV, or an .xlsx file of the forms \(names).")
  }

  private var columns: HTML {
    "<div class=\"row head\" aria-hidden=\"true\"><span></span><span>\(words("Số liệu nộp", "To be filed"))</span><span>\(words("Cùng kỳ năm trước", "Last year"))</span></div>"
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
    let more = [counter.unitOfMeasure, counter.code].filter { !$0.isEmpty }.joined(separator: " · ")
    let from: HTML = form.fromFile.contains(counter.code)
      ? "<small class=\"from\">\(words("từ tệp", "from the file"))</small>"
      : carried ? "<small class=\"from\">\(words("lấy từ kỳ trước", "taken over: check it"))</small>" : ""
    let last: HTML = row.lastYear.map { "<span class=\"vh\">\(words("cùng kỳ năm trước", "last year")) </span>\(words.whole($0))" } ?? ""
    let wrong: HTML = problems.isEmpty ? "" : "<p class=\"wrong\" id=\"loi-\(counter.code)\">\(problems.html { "<span>\(problemText($0))</span>" })</p>"
    let invalid: HTML = problems.isEmpty ? "" : " aria-invalid=\"true\""
    let demands = demands(counter, form.blank)
    let below: HTML = demands.bytes.isEmpty ? "" : "<div class=\"demands\" id=\"dk-\(counter.code)\">\(demands)</div>"
    let described = "gi-\(counter.code)" + (problems.isEmpty ? "" : " loi-\(counter.code)") + (demands.bytes.isEmpty ? "" : " dk-\(counter.code)")
    return """
      <div class="row"><label for="\(id)">\(words(counter.name))<small id="gi-\(counter.code)"><b>\(span(row, form.blank.rulebook))</b> · \(more)</small></label>\
      <span class="cell"><input id="\(id)" name="\(FilledForm.name(counter.code))" inputmode="numeric" maxlength="40" value="\(value)" aria-describedby="\(described)"\(invalid)>\(from)</span>\
      <span class="last n">\(last)</span>\(wrong)\(below)</div>
      """
  }

  /// Which time a figure is of. What is the sum of others has theirs, however it is carried through the year.
  private func span(_ row: BlankForm.Row, _ rulebook: Rulebook) -> String {
    if row.isOpening { return words("đầu kỳ", "when the period begins") }
    switch row.counter.combination {
    case .flow: return words("trong kỳ", "in the period")
    case .stock:
      let isTotal = rulebook.identities.contains { if case .sum(let total, _) = $0 { rulebook.counters[total].code == row.counter.code } else { false } }
      return isTotal ? words("trong kỳ", "in the period") : words("cuối kỳ", "when the period ends")
    case .cumulative: return words("lũy kế từ đầu năm", "since the start of the year")
    case .yearly: return words("cả năm", "of the year")
    }
  }

  /// What the rulebook demands of a figure against others, said before it is broken; the script adds up what is typed.
  private func demands(_ counter: FormCounter, _ blank: BlankForm) -> HTML {
    let counters = blank.rulebook.counters
    func asked(_ indices: [Int]) -> Bool { indices.allSatisfy { index in blank.rows.contains { $0.counter.code == counters[index].code } } }
    func names(_ indices: [Int]) -> String { indices.map { words(counters[$0].name) }.joined(separator: " + ") }
    return blank.rulebook.identities.html { identity in
      switch identity {
      case .sum(let total, let parts) where counters[total].code == counter.code && asked(parts):
        let codes = parts.map { counters[$0].code }.joined(separator: " ")
        return "<small class=\"demand\" data-sum=\"\(codes)\" data-of=\"\(counter.code)\">\(words("bằng tổng:", "the sum of:")) \(names(parts))<b></b></small>"
      case .part(let part, let whole) where counters[part].code == counter.code && asked(whole):
        return "<small class=\"demand\">\(words("không quá:", "at most:")) \(names(whole))</small>"
      default: return ""
      }
    }
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

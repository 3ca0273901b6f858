import Campaign
import Ranking
import Service

/// What a page says about itself, apart from its content.
struct PageHead {
  enum Section: Sendable { case summary, board, objectives, filing, form, search, account, none }
  let title: String
  let section: Section
  /// The period it is about, where it is about one.
  var period: Period?
  /// Formats in which the same address can be had.
  var formats: [Address.Format] = []
  /// A page that is printed on one sheet.
  var isSheet = false
  /// A form of the page that holds what somebody is typing: another language is asked for by sending it.
  var languageForm: String?
  var languageStep = FilledForm.Step.edit
  /// A page for a hall: no navigation.
  var isHall = false

  /// What every page with a table has.
  static let data: [Address.Format] = [.xlsx, .csv, .json]
}

extension PageView {
  /// The whole document around some content.
  func document(_ head: PageHead, _ content: HTML) -> HTML {
    let rulebook = snapshot.rulebook
    var page = HTML()
    page.reserve(content.bytes.count + 8_000)
    page += opening(head, name: words(rulebook.name))
    page += head.isHall ? hallBar(words(rulebook.name)) : navigation(head, name: words(rulebook.name))
    page += "<main id=\"noi-dung\" tabindex=\"-1\">"
    page += content
    page += "</main>"
    page += footer(head)
    page += "</body></html>"
    return page
  }

  private func opening(_ head: PageHead, name: String) -> HTML {
    """
    <!doctype html><html lang="\(words.language.rawValue)"><head><meta charset="utf-8"><title>\(head.title) · Thi Đua</title>\
    <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">\
    <meta name="description" content="\(name)"><link rel="icon" href="\(Asset.icon.path)" type="image/svg+xml">\
    <link rel="stylesheet" href="\(Asset.style.path)"><link rel="stylesheet" media="print" href="\(PrintLine(self, head.period).path)"><script defer src="\(Asset.script.path)"></script></head>\
    <body\(head.isSheet ? " class=\"sheet\"" : head.isHall ? " class=\"hall\"" : "" as HTML)><a class="skip" href="#noi-dung">\(words("Đến nội dung", "Skip to content"))</a>
    """
  }

  var demonstration: String {
    words(
      "DỮ LIỆU TRÌNH DIỄN — số liệu sinh ngẫu nhiên, không phải của đơn vị nào",
      "DEMONSTRATION — figures are generated at random, nobody's real ones")
  }

  private func navigation(_ head: PageHead, name: String) -> HTML {
    let period = head.period?.description
    var items: [(PageHead.Section, Address.Subject, String)] = [
      (.summary, .summary(period: period), words("Tóm tắt", "Summary")),
      (.board, .board(block: nil, period: period), words("Bảng xếp hạng", "Ranking")),
      (.objectives, .objectives(year: head.period.map { String($0.year) }), words("Mục tiêu", "Objectives")),
      (.filing, .filing(period: nil), words("Tình hình nộp", "Filing")),
    ]
    if principal.may(.file(for: principal.unit ?? "")) {
      items.append((.form, .form(unit: principal.unit?.text, period: nil), words("Nhập số liệu", "File figures")))
    }
    let links = items.html { section, subject, text in
      let current: HTML = section == head.section ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(Address(subject))\"\(current)>\(text)</a></li>"
    }
    let other: Language = words.language == .vi ? .en : .vi
    let switchText = other == .en ? "English" : "Tiếng Việt"
    let demo: HTML = snapshot.state.genesis?.isDemonstration ?? false ? "<p class=\"demo\" role=\"note\">\(demonstration)</p>" : ""
    let there = address.with("lang", other.rawValue)
    let language: HTML = head.languageForm.map { form -> HTML in
      // Return in a field presses the first button of a form: that one has to be harmless.
      "<button class=\"vh\" type=\"submit\" form=\"\(form)\" tabindex=\"-1\" aria-hidden=\"true\"></button><button class=\"lang\" type=\"submit\" form=\"\(form)\" formaction=\"\(there)\" name=\"\(FormField.step)\" value=\"\(head.languageStep.rawValue)\" lang=\"\(other.rawValue)\">\(switchText)</button>"
    } ?? "<a class=\"lang\" href=\"\(there)\" lang=\"\(other.rawValue)\" hreflang=\"\(other.rawValue)\">\(switchText)</a>"
    let who: HTML = principal.role == .open
      ? "<span class=\"who\">\(visitorName)</span>" : "<a class=\"who\" href=\"\(Address(.account))\">\(visitorName)</a>"
    return """
      <header class="top">\(demo)<div class="bar"><a class="mark" href="/"><span aria-hidden="true">★</span> Thi Đua</a>\
      <nav aria-label="\(words("Các trang", "Pages"))"><ul>\(links)</ul></nav>\
      <form class="find" action="/tim" role="search"><label class="vh" for="tim">\(words("Tìm đơn vị", "Find a unit"))</label>\
      <input id="tim" name="tim" type="search" placeholder="\(words("Tìm đơn vị", "Find a unit"))" value="\(query("tim") ?? "")"></form>\
      \(language)\
      </div><div class="campaign"><p>\(name)</p>\(who)</div></header>
      """
  }

  private func hallBar(_ name: String) -> HTML {
    let demo: HTML = snapshot.state.genesis?.isDemonstration ?? false ? "<p class=\"demo\" role=\"note\">\(demonstration)</p>" : ""
    return "<header class=\"top\">\(demo)<p class=\"campaign\">\(name)</p></header>"
  }

  // MARK: provenance

  /// What the page was computed from, as name and value.
  func provenance(_ period: Period?) -> [(name: String, value: String)] {
    let version = period.map { snapshot.span(of: $0).version } ?? snapshot.current.version
    var facts: [(name: String, value: String)] = [(words("Phong trào", "Campaign"), version.rulebook.id)]
    if let period { facts.append((words("Kỳ", "Period"), "\(label(period)), \(status(period))")) }
    facts.append((words("Bộ quy tắc", "Rulebook"), shortHex(version.digest)))
    facts.append((words("Nhật ký", "Journal"), words("mục ", "entry ") + words.whole(snapshot.state.position)))
    facts.append((words("Mã chuỗi", "Chain head"), shortHex(snapshot.state.headHash)))
    facts.append((words("Tính lúc", "Computed"), snapshot.time.vietnameseText))
    return facts
  }

  private func footer(_ head: PageHead) -> HTML {
    let facts = provenance(head.period).html { "<div><dt>\($0)</dt><dd>\($1)</dd></div>" }
    let formats = head.formats.html { "<li><a href=\"\(address.with($0))\">\($0.rawValue.uppercased())</a></li>" }
    // Shown by the script: without it a browser's own menu prints.
    let printed: HTML = "<li><button type=\"button\" id=\"in\" hidden>\(words("In, lưu PDF", "Print, save as PDF"))</button></li>"
    let files: HTML = head.formats.isEmpty && !head.isSheet ? "" : "<ul class=\"files\" aria-label=\"\(words("Tải về", "Download"))\">\(formats)\(printed)</ul>"
    return """
      <footer><dl class="facts">\(facts)</dl>\(files)</footer>
      """
  }

  // MARK: periods

  /// Chooses another period of the same page: the one before, a list, the next.
  func stepper(_ shown: ShownPeriod, _ subject: (String) -> Address.Subject) -> HTML {
    let scope = snapshot.standings.scope
    func step(_ period: Period, _ sign: String, _ name: String) -> HTML {
      guard let there = ShownPeriod(period.description, in: snapshot) else {
        return "<span class=\"step off\" aria-hidden=\"true\">\(sign)</span>"
      }
      let text = "\(name): \(label(there.named))"
      return "<a class=\"step\" href=\"\(Address(subject(there.named.description)))\" aria-label=\"\(text)\" title=\"\(text)\">\(sign)</a>"
    }
    let years = (scope.first.year...max(scope.first.year, scope.last.year)).reversed().map { year -> HTML in
      let own = (scope.first.ordinal...max(scope.first.ordinal, scope.last.ordinal)).map { Period(kind: scope.last.kind, ordinal: $0) }
        .filter { $0.year == year }
      var links = own.reversed().html { chip($0, shown, subject) }
      let longer = own.flatMap(\.closes).filter { $0.months <= 3 || $0.kind.months == 12 }
      let year = Period(kind: scope.last.kind.isLegal ? .legalYear : .year, year: year)
      for period in longer.reversed() where period.kind.months == 3 { links += chip(period, shown, subject) }
      if let year, scope.last.kind.months < 12 { links += chip(year, shown, subject) }
      return "<li>\(links)</li>"
    }
    let quarter = shown.isLonger ? " · " + words("lũy kế đến ", "to date ") + label(shown.last).lowercased() : ""
    return """
      <div class="periods">\(step(shown.named.previous, "‹", words("Kỳ trước", "Earlier")))\
      <details class="pick"><summary>\(label(shown.named))\(quarter)</summary><ul>\(years)</ul></details>\
      \(step(shown.named.next, "›", words("Kỳ sau", "Later")))\(badge(shown.last))</div>
      """
  }

  private func chip(_ period: Period, _ shown: ShownPeriod, _ subject: (String) -> Address.Subject) -> HTML {
    let current: HTML = period == shown.named ? " aria-current=\"true\"" : ""
    return "<a href=\"\(Address(subject(period.description)))\"\(current)>\(label(period))</a>"
  }

  /// Provisional or closed; the shape says it as well as the colour.
  func badge(_ period: Period) -> HTML {
    snapshot.isProvisional(period)
      ? "<span class=\"badge open\">\(words("Tạm tính", "Provisional"))</span>"
      : "<span class=\"badge done\">\(words("Đã chốt", "Closed"))</span>"
  }
}

extension Period {
  fileprivate var months: Int { kind.months }
}

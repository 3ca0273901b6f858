import Campaign
import Ranking
import Service

/// The receipt of a filing: the same facts as a client gets, to be printed and kept.
extension PageView {
  func receiptPage(_ receipt: Receipt, _ filing: Filing) -> HTML {
    let version = snapshot.span(of: receipt.period).version
    let unit = version.rulebook.unit(receipt.unit)
    let title = words("Biên nhận", "Receipt")
    let time: HTML =
      receipt.late
      ? "<span class=\"out mis\"><b aria-hidden=\"true\">!</b>\(words("trễ hạn", "late"))</span>"
      : "<span class=\"out met\"><b aria-hidden=\"true\">✓</b>\(words("đúng hạn", "on time"))</span>"
    let current = snapshot.state.inForce(receipt.unit, receipt.period)?.receipt
    let superseded: HTML = current.map { current -> HTML in
      guard current.revision > receipt.revision else { return "" }
      let link = Address(.receipt(position: String(current.position)))
      return "<p class=\"note\">\(words("Đã được thay bằng ", "Replaced by "))<a class=\"in\" href=\"\(link)\">\(words("lần \(current.revision)", "revision \(current.revision)"))</a>.</p>"
    } ?? ""
    let replaces: HTML = receipt.replaces == 0 ? "" : "<small>\(words("thay lần \(receipt.replaces)", "replaces \(receipt.replaces)"))</small>"
    func digest(_ name: String, _ bytes: [UInt8]) -> HTML { "<div><dt>\(name)</dt><dd class=\"hex\">\(hexText(bytes))</dd></div>" }
    let names = Dictionary(version.rulebook.counters.map { ($0.code, words($0.name)) }, uniquingKeysWith: { first, _ in first })
    let order = version.rulebook.counters.enumerated().reduce(into: [String: Int]()) { $0[$1.element.code] = $1.offset }
    let rows = filing.figures.sorted { order[$0.counter] ?? .max < order[$1.counter] ?? .max }.html { counter, value -> HTML in
      "<tr><th scope=\"row\">\(names[counter] ?? counter) <small>\(counter)</small></th><td class=\"n\">\(words.whole(value))</td></tr>"
    }
    let form = Address(.form(unit: receipt.unit.text, period: receipt.period.description))
    let mayCorrect = principal.may(.file(for: receipt.unit)) && unit.map { snapshot.blankForm($0, receipt.period).isOpen } ?? false
    let correct: HTML = mayCorrect ? "<a class=\"button\" href=\"\(form)\">\(words("Sửa và nộp lại", "Correct it"))</a>" : ""
    let sub = words(
      "Báo cáo đã nằm trên đĩa của máy chủ. In hoặc lưu trang này làm bằng chứng.",
      "The filing is on the server's disk. Print or keep this page as proof.")
    let content: HTML = """
      <div class="title"><h1>\(title)</h1><p class="sub">\(sub)</p></div>\(superseded)\
      <section class="card receipt"><dl class="numbers"><div><dt>\(words("Đơn vị", "Unit"))</dt><dd><b>\(unit?.name ?? receipt.unit.text)</b></dd></div>\
      <div><dt>\(words("Kỳ", "Period"))</dt><dd><b>\(label(receipt.period))</b></dd></div><div><dt>\(words("Lần", "Revision"))</dt><dd><b>\(receipt.revision)</b>\(replaces)</dd></div>\
      <div><dt>\(words("Nhận lúc", "Received"))</dt><dd>\(receipt.recordedAt.vietnameseText)</dd></div><div><dt>\(words("Thời hạn", "In time"))</dt><dd>\(time)</dd></div>\
      <div><dt>\(words("Mục nhật ký", "Journal entry"))</dt><dd>\(words.whole(receipt.position))</dd></div></dl>\
      <dl class="pairs">\(digest(words("Mã băm của mục", "Hash of the entry"), receipt.entryHash))\(digest(words("Mã nội dung", "Content key"), receipt.contentKey))\
      \(digest(words("Bộ quy tắc", "Rulebook"), receipt.rulebookDigest))</dl></section>\
      <section class="card"><h2>\(words("Số liệu đã nộp", "Figures filed"))</h2><table class="values"><thead><tr><th scope="col">\(words("Số liệu", "Figure"))</th>\
      <th scope="col" class="n">\(words("Giá trị", "Value"))</th></tr></thead><tbody>\(rows)</tbody></table></section>\
      <div class="send">\(correct)<a class="button" href="\(Address(.filing(period: receipt.period.description)))">\(words("Tình hình nộp", "Who has filed"))</a></div>
      """
    let head = PageHead(title: "\(title), \(unit?.name ?? receipt.unit.text), \(label(receipt.period))", section: .form, period: receipt.period, formats: [.csv, .json])
    return document(head, content)
  }

  // MARK: for programs, as the client writes it

  func receiptCSV(_ receipt: Receipt) -> String {
    csvText([
      ["unit", "period", "form", "revision", "replaces", "position", "recorded_at", "late", "content_key", "entry_hash"],
      [
        receipt.unit.text, receipt.period.description, receipt.form, String(receipt.revision), receipt.replaces == 0 ? "" : String(receipt.replaces),
        String(receipt.position), machineInstant(receipt.recordedAt.milliseconds), receipt.late ? "true" : "false", hexText(receipt.contentKey),
        hexText(receipt.entryHash),
      ],
    ])
  }

  func receiptJSON(_ receipt: Receipt) -> JSON {
    .object([(
      "receipts",
      .list([.object([
        ("unit", .string(receipt.unit.text)), ("period", .string(receipt.period.description)), ("form", .string(receipt.form)),
        ("revision", .whole(receipt.revision)), ("replaces", receipt.replaces == 0 ? .null : .whole(receipt.replaces)),
        ("position", .whole(receipt.position)), ("recorded_at", .string(machineInstant(receipt.recordedAt.milliseconds))),
        ("late", .bool(receipt.late)), ("content_key", .string(hexText(receipt.contentKey))),
        ("entry_hash", .string(hexText(receipt.entryHash))), ("rulebook_digest", .string(hexText(receipt.rulebookDigest))),
      ])])
    )])
  }
}

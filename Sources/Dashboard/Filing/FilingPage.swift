import Campaign
import Ranking
import Service

/// Who has filed a period (tình hình nộp báo cáo), when, and who has not.
struct FilingLine: Sendable {
  enum State: String, Sendable {
    case missing
    /// Not filed, and time is left.
    case awaited
    case late, onTime = "on-time"

    var name: LocalizedText {
      switch self {
      case .missing: LocalizedText("chưa nộp, đã quá hạn", en: "not filed, overdue")
      case .awaited: LocalizedText("chưa nộp, còn hạn", en: "not filed, not due yet")
      case .late: LocalizedText("nộp trễ", en: "late")
      case .onTime: LocalizedText("đúng hạn", en: "on time")
      }
    }
  }
  let unit: ReportingUnit
  let parent: String?
  let state: State
  let filedAt: Instant?
  let workingDaysLate: Int?
  let revision: Int?
  let due: Instant
}

struct BlockFilings: Sendable {
  let block: Block
  let lines: [FilingLine]

  func count(_ states: FilingLine.State...) -> Int { lines.count { states.contains($0.state) } }
  var filed: Int { count(.late, .onTime) }
}

extension PageView {
  /// Without a name the period that can be filed now, or the latest closed one.
  func filingPeriod(_ text: String?) throws(PageProblem) -> Period {
    guard text == nil, let open = snapshot.open else { return try period(text).last }
    return open
  }

  func filings(_ period: Period) -> [BlockFilings] {
    let rulebook = snapshot.span(of: period).rulebook
    let deadlines = snapshot.deadlines(of: period)
    return rulebook.blocks.map { block in
      let units = rulebook.units.filter { $0.block == block.id && !rulebook.form(for: $0).isEmpty }
      let lines = units.map { unit in
        let filed = snapshot.state.inForce(unit.id, period)
        let late = snapshot.state.workingDaysLate(unit.id, period)
        let due = deadlines.due(period, for: unit.id)
        let state: FilingLine.State = filed == nil ? (due <= snapshot.time ? .missing : .awaited) : late == nil ? .onTime : .late
        return FilingLine(
          unit: unit, parent: parent(unit, rulebook), state: state, filedAt: filed?.firstFiledAt, workingDaysLate: late,
          revision: filed?.receipt.revision, due: due)
      }
      return BlockFilings(block: block, lines: lines)
    }.filter { !$0.lines.isEmpty }
  }

  func filingPage(_ text: String?) throws(PageProblem) -> HTML {
    let period = try filingPeriod(text)
    let blocks = filings(period)
    let title = words("Tình hình nộp báo cáo", "Filing")
    var content: HTML = """
      <div class="title"><h1>\(title)<span class="vh">: \(label(period))</span></h1>\
      \(stepper(ShownPeriod(named: period, last: period)) { .filing(period: $0) })<p class="sub">\(times(period))</p></div>\
      <section class="card"><h2 class="vh">\(words("Theo khối", "By block"))</h2>\(progress(blocks, period))</section>
      """
    for block in blocks where block.filed < block.lines.count { content += chase(block) }
    for block in blocks where block.filed > 0 { content += list(block) }
    let head = PageHead(title: "\(title), \(label(period))", section: .filing, period: period, formats: PageHead.data)
    return document(head, content)
  }

  private func times(_ period: Period) -> String {
    let deadlines = snapshot.deadlines(of: period)
    let (due, end) = (deadlines.due(period).vietnameseText, until(deadlines.due(period)))
    switch deadlines.state(of: period, for: nil, at: snapshot.time) {
    case .notOpen: return words("Mở từ \(deadlines.opens(period).vietnameseText).", "Opens \(deadlines.opens(period).vietnameseText).")
    case .open: return words("Đang mở. Hạn nộp: \(end).", "Open. Due by \(end).")
    case .overdue:
      let closes = until(deadlines.closes(period))
      return words("Quá hạn từ \(due); còn nhận đến \(closes).", "Overdue since \(due); accepted until \(closes).")
    case .closed: return words("Đã đóng lúc \(deadlines.closes(period).vietnameseText). Hạn nộp: \(end).", "Closed \(deadlines.closes(period).vietnameseText). Due by \(end).")
    }
  }

  /// One bar a block: on time, late, not filed.
  func progress(_ blocks: [BlockFilings], _ period: Period) -> HTML {
    let rows = blocks.html { block -> HTML in
      let all = block.lines.count
      let (onTime, late) = (block.count(.onTime), block.count(.late))
      let width = 300
      // From another page, too; where everybody has filed there is no list to go to.
      let list = "\(Address(.filing(period: period.description)).text)#chua-\(block.block.id)"
      let name: HTML = block.filed < all ? "<a href=\"\(list)\">\(words(block.block.name))</a>" : "\(words(block.block.name))"
      let first = onTime * width / max(1, all)
      let second = (onTime + late) * width / max(1, all)
      let text = words("đúng hạn \(onTime), trễ \(late), chưa nộp \(all - block.filed)", "on time \(onTime), late \(late), not filed \(all - block.filed)")
      return """
        <tr><th scope="row">\(name)</th><td class="n"><b>\(block.filed)</b>/\(all)</td>\
        <td class="meter"><svg viewBox="0 0 300 12" preserveAspectRatio="none" role="img" aria-label="\(text)"><rect class="all" width="300" height="12"/>\
        <rect class="ontime" width="\(first)" height="12"/><rect class="late" x="\(first)" width="\(second - first)" height="12"/></svg></td>\
        <td class="n">\(onTime)</td><td class="n">\(late)</td><td class="n">\(all - block.filed)</td></tr>
        """
    }
    return """
      <table class="progress"><caption class="vh">\(words("Tỷ lệ nộp theo khối", "Completeness by block"))</caption><thead><tr>\
      <th scope="col">\(words("Khối", "Block"))</th><th scope="col" class="n">\(words("Đã nộp", "Filed"))</th><td class="meter"></td>\
      <th scope="col" class="n"><span class="key ontime"></span>\(words("Đúng hạn", "On time"))</th>\
      <th scope="col" class="n"><span class="key late"></span>\(words("Trễ", "Late"))</th>\
      <th scope="col" class="n"><span class="key all"></span>\(words("Chưa nộp", "Not filed"))</th></tr></thead><tbody>\(rows)</tbody></table>
      """
  }

  /// The list for whoever telephones.
  private func chase(_ block: BlockFilings) -> HTML {
    let open = block.lines.filter { $0.filedAt == nil }
    let groups = Dictionary(grouping: open) { $0.parent ?? "" }.sorted { VietnameseKey($0.key) < VietnameseKey($1.key) }
    let lists = groups.html { parent, lines -> HTML in
      let names = lines.sorted { VietnameseKey($0.unit.name) < VietnameseKey($1.unit.name) }.html { line in
        "<li><span class=\"box\" aria-hidden=\"true\"></span>\(unitLink(line.unit))</li>"
      }
      let head: HTML = parent.isEmpty ? "" : "<h3>\(parent)</h3>"
      return "<div>\(head)<ul>\(names)</ul></div>"
    }
    let overdue = block.count(.missing) > 0
    let title = overdue ? words("Chưa nộp, đã quá hạn", "Not filed, overdue") : words("Chưa nộp", "Not filed")
    return """
      <section class="card chase" id="chua-\(block.block.id)"><h2>\(title): \(words(block.block.name)) <small class="count">\(open.count)</small></h2>\
      <div class="columns">\(lists)</div></section>
      """
  }

  private func list(_ block: BlockFilings) -> HTML {
    let filed = block.lines.filter { $0.filedAt != nil }.sorted { ($0.filedAt ?? snapshot.time) > ($1.filedAt ?? snapshot.time) }
    let rows = filed.html { line -> HTML in
      let state: HTML = line.workingDaysLate.map {
        "<span class=\"out mis\"><b aria-hidden=\"true\">!</b>\(words("trễ \($0) ngày làm việc", "\($0) working days late"))</span>"
      } ?? "<span class=\"out met\"><b aria-hidden=\"true\">✓</b>\(words("đúng hạn", "on time"))</span>"
      let under: HTML = line.parent.map { "<small>\($0)</small>" } ?? ""
      return """
        <tr><th scope="row">\(unitLink(line.unit))\(under)</th>\
        <td>\(line.filedAt?.vietnameseText ?? "")</td><td>\(state)</td><td class="n">\(line.revision ?? 0)</td></tr>
        """
    }
    return """
      <section class="card"><details class="twin"><summary>\(words("Đã nộp", "Filed")): \(words(block.block.name)) (\(filed.count))</summary><table><thead><tr>\
      <th scope="col">\(words("Đơn vị", "Unit"))</th><th scope="col">\(words("Nộp lần đầu", "First filed"))</th><th scope="col">\(words("Thời hạn", "In time"))</th>\
      <th scope="col" class="n">\(words("Lần", "Revision"))</th></tr></thead><tbody>\(rows)</tbody></table></details></section>
      """
  }

  // MARK: for programs

  func filingTable(_ text: String?) throws(PageProblem) -> DataTable {
    let period = try filingPeriod(text)
    let columns: [DataTable.Column] = [
      .init("period", "Kỳ", "Period"), .init("block", "Khối", "Block"), .init("unit", "Mã đơn vị", "Unit code"),
      .init("name", "Đơn vị", "Unit"), .init("parent", "Trực thuộc", "Part of"), .init("state", "Tình hình", "State"),
      .init("first_filed_at", "Nộp lần đầu", "First filed"), .init("due_at", "Hạn nộp", "Due"),
      .init("working_days_late", "Số ngày làm việc trễ", "Working days late"), .init("revision", "Lần", "Revision"),
    ]
    let rows = filings(period).flatMap { block in
      block.lines.map { line -> [DataCell] in
        [
          .code(period.description, label(period)), .code(block.block.id, words(block.block.name)), .text(line.unit.id.text),
          .text(line.unit.name), .code(line.unit.parent?.text, line.parent ?? ""), .code(line.state.rawValue, words(line.state.name)),
          .code(line.filedAt?.description, line.filedAt?.vietnameseText ?? ""), .code(line.due.description, line.due.vietnameseText),
          .number(line.workingDaysLate.map(String.init)), .number(line.revision.map(String.init)),
        ]
      }
    }
    return DataTable(name: words("Nộp báo cáo", "Filing"), columns: columns, rows: rows, period: period)
  }

  func filingJSON(_ text: String?) throws(PageProblem) -> JSON {
    let period = try filingPeriod(text)
    let blocks = filings(period).map { block in
      JSON.object([
        ("block", .string(block.block.id)), ("name", .string(words(block.block.name))), ("filed", .whole(block.filed)), ("units", .whole(block.lines.count)),
        ("rows", .list(block.lines.map { line in
          .object([
            ("unit", .string(line.unit.id.text)), ("name", .string(line.unit.name)), ("state", .string(line.state.rawValue)),
            ("first_filed_at", .text(line.filedAt?.description)), ("due_at", .string(line.due.description)),
            ("working_days_late", .whole(line.workingDaysLate)), ("revision", .whole(line.revision)),
          ])
        })),
      ])
    }
    return .object([
      ("provenance", provenanceJSON(period)), ("period", .string(period.description)), ("provisional", .bool(snapshot.isProvisional(period))),
      ("blocks", .list(blocks)),
    ])
  }
}

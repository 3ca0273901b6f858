import Campaign
import Wire

extension Report {
  /// A unit's form for a period. The CSV is ready to be filled in and filed: what a person needs to know stands in lines
  /// that begin with `#`, which the reader passes over.
  init(_ response: FormResponse, _ words: Words) {
    let header = ["unit", "period", "counter", "value"]
    self.init(csv: [header], json: .null)
    parts = response.provenance.head(words, period: "", provisional: false)
    parts.append(.gap)
    add(Self.title(response, words), .strong)
    add(Self.times(response, words))
    parts.append(.gap)
    var table = Table([
      Column(words("Số liệu", "Counter")), Column(words("Tên", "Name"), widest: 50), Column(words("Đơn vị tính", "Unit")),
      Column(words("Cùng kỳ năm trước", "Last year"), .right), Column(words("Mang sang", "Carried over"), .right),
      Column(words("Đã nộp", "Filed"), .right),
    ])
    var rows: [JSON] = []
    for row in response.rows {
      let lastYear = row.hasLastYear ? row.lastYear : nil
      let carried = row.hasCarried ? row.carried : nil
      let current = row.hasCurrent ? row.current : nil
      table.rows.append([
        Cell(row.counter), Cell(words(row.nameVi, row.nameEn)), Cell(row.unitOfMeasure), lastYear.map { Cell(words.whole($0)) } ?? .nothing,
        carried.map { Cell(words.whole($0)) } ?? .nothing, current.map { Cell(words.whole($0)) } ?? .nothing,
      ])
      csv.append([response.unit, response.period, row.counter, (current ?? carried).map { String($0) } ?? ""])
      rows.append(
        .object([
          ("counter", .string(row.counter)), ("name", .string(words(row.nameVi, row.nameEn))), ("combine", .string(row.combine)),
          ("unit_of_measure", .string(row.unitOfMeasure)), ("last_year", .whole(lastYear)), ("carried", .whole(carried)),
          ("current", .whole(current)),
        ]))
    }
    parts.append(.table(table))
    json = .object([
      ("provenance", response.provenance.json), ("unit", .string(response.unit)), ("name", .string(response.unitName)),
      ("period", .string(response.period)), ("revision", .whole(response.revision)), ("state", .string(response.state)),
      ("opens_at", .string(machineInstant(response.opensAtMs))), ("due_at", .string(machineInstant(response.dueAtMs))),
      ("closes_at", .string(machineInstant(response.closesAtMs))), ("rows", .list(rows)),
    ])
  }

  /// The file to fill in.
  static func blankForm(_ response: FormResponse, _ words: Words) -> String {
    let revises = response.revision == 0 ? "" : " --revises \(response.revision)"
    var text = comment(title(response, words)) + comment(times(response, words))
    text += comment(
      words(
        "Điền số nguyên vào ô cuối mỗi dòng; không phát sinh thì ghi 0. Nộp: thidua submit TỆP\(revises)",
        "Put an integer into the last cell of each row; 0 where nothing occurred. File it: thidua submit FILE\(revises)"))
    let report = Report(response, words)
    text += csvText([report.csv[0]])
    for (row, cells) in zip(response.rows, report.csv.dropFirst()) {
      let lastYear = row.hasLastYear ? words("; cùng kỳ năm trước: ", "; last year: ") + words.whole(row.lastYear) : ""
      text += comment("\(words(row.nameVi, row.nameEn)) (\(row.unitOfMeasure))\(lastYear)")
      text += csvText([cells])
    }
    return text
  }

  private static func comment(_ text: String) -> String { "# " + text.printable + "\n" }

  private static func title(_ response: FormResponse, _ words: Words) -> String {
    "\(response.unitName) (\(response.unit)) — \(words.period(response.period))"
      + (response.revision == 0 ? "" : words(", đã nộp lần \(response.revision)", ", revision \(response.revision) is filed"))
  }

  private static func times(_ response: FormResponse, _ words: Words) -> String {
    let state =
      switch response.state {
      case "not-open": words("chưa mở", "not open yet")
      case "open": words("đang mở", "open")
      case "overdue": words("quá hạn", "overdue")
      case "closed": words("đã đóng", "closed")
      default: response.state
      }
    return words("Mở", "Opens") + " \(words.instant(response.opensAtMs)) · " + words("hạn nộp", "due")
      + " \(words.instant(response.dueAtMs)) · " + words("đóng", "closes") + " \(words.instant(response.closesAtMs)) · \(state)"
  }
}

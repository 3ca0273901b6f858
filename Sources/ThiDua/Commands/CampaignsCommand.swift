import ArgumentParser
import Campaign

struct CampaignsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaigns", abstract: Words.current("Các phong trào có sẵn trong chương trình.", "The campaigns inside the program."))

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func run() throws { try output.show(Report(try BundledCampaigns.ids.map { try BundledCampaigns.rulebook($0) }, output.words)) }
}

extension Report {
  init(_ rulebooks: [Rulebook], _ words: Words) {
    self.init(csv: [["id", "name", "period_kind", "first", "last", "units", "criteria", "rules"]], json: .null)
    var table = Table([
      Column(words("Mã", "Id")), Column(words("Tên", "Name"), widest: 56), Column(words("Kỳ", "Periods")),
      Column(words("Đơn vị", "Units"), .right), Column(words("Tiêu chí", "Criteria"), .right), Column(words("Quy tắc", "Rules"), .right),
    ])
    var rows: [JSON] = []
    for book in rulebooks {
      let span = book.periods
      let limits = [span.first, span.last].map { $0.map { $0.kind.months == 1 ? "\($0.month)/\($0.year)" : "\($0)" } ?? "…" }
      table.rows.append([
        Cell(book.id, .strong), Cell(words(book.name)), Cell("\(words(span.kind.name)) \(limits.joined(separator: "–"))"), Cell(words.whole(book.units.count)),
        Cell(words.whole(book.criteria.count)), Cell(words.whole(book.rules.count)),
      ])
      csv.append([
        book.id, words(book.name), span.kind.rawValue, span.first?.description ?? "", span.last?.description ?? "",
        String(book.units.count), String(book.criteria.count), String(book.rules.count),
      ])
      rows.append(
        .object([
          ("id", .string(book.id)), ("name", .string(words(book.name))), ("period_kind", .string(span.kind.rawValue)),
          ("first", .text(span.first?.description)), ("last", .text(span.last?.description)), ("units", .whole(book.units.count)),
          ("criteria", .whole(book.criteria.count)), ("rules", .whole(book.rules.count)),
        ]))
    }
    parts = [.table(table)]
    json = .object([("campaigns", .list(rows))])
  }
}

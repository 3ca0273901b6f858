import ArgumentParser
import Campaign
import Client
import Wire

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Words.current(
      "Xuất số liệu đang có hiệu lực, để tính lại bằng \"thidua evaluate\".", "Exports the figures in force, to be computed again with \"thidua evaluate\"."))

  @Option(help: ArgumentHelp(Words.current("Kỳ đầu.", "First period."), valueName: "period")) var from: String?
  @Option(help: ArgumentHelp(Words.current("Kỳ cuối.", "Last period."), valueName: "period")) var through: String?
  @Option(help: ArgumentHelp(Words.current("Chỉ đơn vị này.", "This unit only."))) var unit: String?

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    var message = ExportRequest()
    message.from = from ?? ""
    message.through = through ?? ""
    message.unit = unit ?? ""
    let request = message
    let (provenance, filings) = try await Session(server).ask { try await wholeExport(request, $0) }
    try output.show(Report(filings, provenance, output.words), otherwise: .csv)
  }
}

/// All pages of one position of the journal; begun anew when a filing arrives in between.
///
/// - Throws: ``Failure`` 69 where the journal moves on with every attempt.
private func wholeExport(_ request: ExportRequest, _ connection: ThiDuaConnection) async throws -> (Provenance, [ExportedFiling]) {
  for _ in 0..<5 {
    var page = request
    var filings: [ExportedFiling] = []
    var first: Provenance?
    while true {
      let response = try await connection.export(page)
      if let first, first.journalPosition != response.provenance.journalPosition { break }
      first = first ?? response.provenance
      filings += response.filings
      if response.next.isEmpty { return (response.provenance, filings) }
      page.after = response.next
    }
  }
  throw Failure(
    .unreachable,
    Words.current(
      "báo cáo đang được nộp liên tục nên chưa xuất được trọn vẹn. Thử lại, hoặc giới hạn bằng --unit, --from, --through.",
      "filings keep arriving, so that no whole export could be made. Try again, or narrow it with --unit, --from, --through."))
}

extension Report {
  init(_ filings: [ExportedFiling], _ provenance: Provenance, _ words: Words) {
    self.init(csv: [["unit", "period", "counter", "value"]], json: .null)
    for filing in filings {
      for figure in filing.figures { csv.append([filing.unit, filing.period, figure.counter, String(figure.value)]) }
    }
    json = .object([
      ("provenance", provenance.json),
      (
        "filings",
        .list(
          filings.map { filing in
            .object([
              ("unit", .string(filing.unit)), ("period", .string(filing.period)), ("form", .string(filing.form)), ("revision", .whole(filing.revision)),
              ("late", .bool(filing.late)), ("first_filed_at", .string(machineInstant(filing.firstFiledAtMs))),
              ("figures", .object(filing.figures.map { ($0.counter, .whole($0.value)) })),
            ])
          })
      ),
    ])
    parts = provenance.head(words, period: "", provisional: false)
    add(
      words("\(filings.count) báo cáo", "\(filings.count) filings") + ", "
        + words("\(words.whole(csv.count - 1)) số liệu. Dùng --format csv để xuất.", "\(words.whole(csv.count - 1)) figures. Use --format csv to export them."))
  }
}

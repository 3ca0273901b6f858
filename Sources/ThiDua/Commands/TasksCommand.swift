import ArgumentParser
import Campaign
import Client
import Ranking
import Wire

struct TasksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tasks",
    abstract: Words.current("Nhiệm vụ của một đơn vị: còn phải làm, đã trễ.", "A unit's tasks: what is open, what is late."),
    discussion: Words.current(
      "Không cần máy chủ: thidua tasks so-noi-vu --campaign tuyen-quang-2020 --deliveries ket-qua.csv",
      "Without a server: thidua tasks so-noi-vu --campaign tuyen-quang-2020 --deliveries deliveries.csv"))

  @Argument(help: ArgumentHelp(Words.current("Mã đơn vị.", "The unit's id."))) var unit: String
  @Flag(help: ArgumentHelp(Words.current("Chỉ việc đã trễ.", "Only what is late."))) var late = false
  @Flag(help: ArgumentHelp(Words.current("Cả việc đã xong.", "Also what is done."))) var all = false
  @Option(help: ArgumentHelp(Words.current("Tính đến ngày này.", "As of this day."), valueName: "day")) var asOf: String?
  @Option(help: ArgumentHelp(Words.current("Theo bộ quy tắc này (mã hoặc tệp), không hỏi máy chủ.", "From this rulebook (id or file), without a server."), valueName: "id"))
  var campaign: String?
  @Option(help: ArgumentHelp(Words.current("Kết quả đã có: tệp CSV rule,unit,item,date,evidence.", "What is done: CSV file rule,unit,item,date,evidence."), valueName: "file"))
  var deliveries: String?

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let words = Words.current
    if let asOf, CivilDate(written: asOf) == nil { throw ValidationError(words("--as-of là ngày như 15/12/2023.", "--as-of is a day such as 2023-12-15.")) }
    guard deliveries == nil || campaign != nil else { throw ValidationError(words("--deliveries đi với --campaign.", "--deliveries goes with --campaign.")) }
    guard campaign == nil || asOf != nil else {
      throw ValidationError(words("không có máy chủ thì cần --as-of: chương trình không tự lấy ngày của máy này.", "without a server --as-of is needed: the day of this machine decides nothing."))
    }
    guard !(late && all) else { throw ValidationError(words("chọn một trong --late và --all.", "choose one of --late and --all.")) }
  }

  func run() async throws {
    let words = output.words
    if let campaign { return try output.show(try offline(rulebook(named: campaign), words)) }
    var message = TasksRequest()
    message.unit = unit
    message.asOf = asOf.flatMap { CivilDate(written: $0) }?.description ?? ""
    message.openOnly = !all
    message.lateOnly = late
    let request = message
    let response = try await Session(server).ask { try await $0.tasks(request) }
    let head = response.provenance.head(words, period: "", provisional: false)
    let lines = response.rows.map { TaskLine($0) }
    try output.show(
      Report(
        lines, unit: (response.unit, response.unitName), asOf: response.asOf, open: Int(response.open), late: Int(response.late), head: head,
        provenance: ("provenance", response.provenance.json), words))
  }

  private func offline(_ book: Rulebook, _ words: Words) throws -> Report {
    guard let day = asOf.flatMap({ CivilDate(written: $0) }) else { throw Failure(.usage, words("cần --as-of.", "--as-of is needed.")) }
    try book.checkKnown(.init(unit), at: "unit")
    var circumstances = Circumstances()
    if let deliveries {
      var problems: [Campaign.Problem] = []
      for row in try DeliveryFile.rows(try Streams.read(deliveries, most: CSVTable.largest)) {
        do throws(Campaign.Problem) {
          // What happened after the day is passed over, as a later look would find it.
          try book.check(row.delivery, today: max(day, row.delivery.date), at: "line \(row.line)")
          circumstances.deliveries.append(row.delivery)
        } catch { problems.append(error) }
      }
      guard problems.isEmpty else { throw Problems(problems) }
    }
    let found = Objectives(rulebook: book, published: [], standings: nil, circumstances: circumstances, asOf: day)
      .obligations(of: .init(unit))
    let shown = found.filter { late ? $0.state == .late : all || $0.state != .done }
    return Report(
      shown.map { TaskLine($0) }, unit: (unit, book.unit(.init(unit))?.name ?? unit), asOf: day.description,
      open: found.count { $0.state == .open }, late: found.count { $0.state == .late }, head: [.line(Cell(words(book.name), .strong))],
      provenance: ("campaign", .string(book.id)), words)
  }
}

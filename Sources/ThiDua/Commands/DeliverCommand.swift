import ArgumentParser
import Campaign
import Client
import Wire

struct DeliverCommand: AsyncParsableCommand, Storing {
  static let configuration = CommandConfiguration(
    commandName: "deliver",
    abstract: Words.current(
      "Báo kết quả một nhiệm vụ, một nội dung của danh mục, một lần thực hiện định kỳ.",
      "Reports a task delivered, an item of a list done, an event held."),
    discussion: Words.current(
      "Một tệp CSV rule,unit,item,date,evidence (có thể thêm withdrawn) báo nhiều kết quả cùng lúc: --file FILE.",
      "A CSV file rule,unit,item,date,evidence (and withdrawn if wanted) reports many at once: --file FILE."))

  @Argument(help: ArgumentHelp(Words.current("Mã quy tắc, như 001-15.", "The rule's id, such as 001-15."))) var rule: String?
  @Option(help: ArgumentHelp(Words.current("Đơn vị.", "The unit."))) var unit: String?
  @Option(help: ArgumentHelp(Words.current("Ngày thực hiện: 15/12/2023 hoặc 2023-12-15.", "When it happened: 2023-12-15 or 15/12/2023."), valueName: "day"))
  var date: String?
  @Option(help: ArgumentHelp(Words.current("Minh chứng: số và ngày của văn bản.", "Evidence: number and date of the document."), valueName: "text"))
  var evidence: String?
  @Option(help: ArgumentHelp(Words.current("Nội dung của danh mục.", "Item of the list."))) var item: String?
  @Flag(help: ArgumentHelp(Words.current("Rút lại kết quả đã báo.", "Take back what was reported."))) var withdraw = false
  @Option(help: ArgumentHelp(Words.current("Tệp CSV; - là đầu vào chuẩn.", "CSV file; - is standard input."))) var file: String?

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let words = Words.current
    if file != nil {
      guard rule == nil, unit == nil, date == nil, evidence == nil, item == nil, !withdraw else {
        throw ValidationError(words("--file đi một mình; mọi thứ khác nằm trong tệp.", "--file stands alone; all else is in the file."))
      }
      return
    }
    guard rule != nil, unit != nil, date != nil, evidence != nil else {
      throw ValidationError(words("cần mã quy tắc, --unit, --date và --evidence (hoặc --file).", "the rule's id, --unit, --date and --evidence are needed (or --file)."))
    }
    if let date, CivilDate(written: date) == nil {
      throw ValidationError(words("--date là ngày như 15/12/2023.", "--date is a day such as 2023-12-15."))
    }
  }

  func run() async throws {
    let words = output.words
    let deliveries = try deliveries()
    guard deliveries.count <= 1_000 else {
      throw Campaign.Problem(
        .tooMany, vi: "tệp có \(deliveries.count) dòng, nhiều nhất 1.000 trong một lần gửi. Hãy chia nhỏ tệp.",
        en: "the file has \(deliveries.count) rows; at most 1,000 go into one request. Split it.")
    }
    let session = try Session(server)
    var message = DeliverRequest()
    message.campaign = try await session.campaign()
    message.deliveries = deliveries.map(\.message)
    let request = Payload.encode(message)
    let response = try await session.store { try await $0.record(.deliver, request, requestNumber: $1) }
    let said = words("Đã ghi nhận \(deliveries.count) kết quả.", "Recorded: \(deliveries.count).")
    try output.show(Report(response, of: deliveries.map(\.subject), said: said, words))
  }

  private func deliveries() throws -> [Delivery] {
    if let file { return try DeliveryFile.rows(try Streams.read(file, most: CSVTable.largest)).map(\.delivery) }
    guard let rule, let unit, let evidence, let date = date.flatMap({ CivilDate(written: $0) }) else { return [] }
    return [Delivery(rule: rule, unit: .init(unit), item: item, date: date, evidence: evidence, withdrawn: withdraw)]
  }
}

extension Delivery {
  fileprivate var message: DeliveryRecord {
    var message = DeliveryRecord()
    message.rule = rule
    message.unit = unit.text
    message.item = item ?? ""
    message.date = date.description
    message.evidence = evidence
    message.withdrawn = withdrawn
    return message
  }

  fileprivate var subject: String { [rule, unit.text, item, date.description].compactMap { $0 }.joined(separator: " ") }
}

import ArgumentParser
import Campaign
import Client
import Wire

struct AssessCommand: AsyncParsableCommand, Storing {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: Words.current("Ghi kết luận đánh giá thủ công của cơ quan thường trực.", "Records what the campaign office found by hand."),
    discussion: Words.current(
      """
      thidua assess 003-16 --year 2023 --met --evidence "35/QĐ-UBND"                 một câu không đo được bằng máy
      thidua assess --initiative --unit kon-ray --period 2023-12 --evidence "…"      sáng kiến, mô hình: điểm thưởng
      thidua assess --false-data --unit kon-ray --period 2023-12 --evidence "…"      số liệu sai sự thật: không xếp hạng
      """,
      """
      thidua assess 003-16 --year 2023 --met --evidence "35/QĐ-UBND"                 a sentence that no machine can check
      thidua assess --initiative --unit kon-ray --period 2023-12 --evidence "…"      an initiative or model: bonus points
      thidua assess --false-data --unit kon-ray --period 2023-12 --evidence "…"      proven false data: no place
      """))

  @Argument(help: ArgumentHelp(Words.current("Mã quy tắc loại NARRATIVE.", "Id of a rule of kind NARRATIVE."))) var rule: String?
  @Option(help: ArgumentHelp(Words.current("Năm được đánh giá.", "The year that is assessed."))) var year: Int?
  @Flag(help: ArgumentHelp(Words.current("Đạt.", "Met."))) var met = false
  @Flag(help: ArgumentHelp(Words.current("Không đạt.", "Not met."))) var notMet = false
  @Flag(help: ArgumentHelp(Words.current("Sáng kiến, mô hình được công nhận.", "A recognised initiative or model."))) var initiative = false
  @Flag(help: ArgumentHelp(Words.current("Số liệu sai sự thật đã được chứng minh.", "Proven false data."))) var falseData = false
  @Option(help: ArgumentHelp(Words.current("Đơn vị.", "The unit."))) var unit: String?
  @Option(help: ArgumentHelp(Words.current("Kỳ, như 2023-12.", "The period, such as 2023-12."))) var period: String?
  @Option(help: ArgumentHelp(Words.current("Số và ngày của quyết định.", "Number and date of the decision."), valueName: "text")) var evidence: String
  @Flag(help: ArgumentHelp(Words.current("Rút lại kết luận đã ghi.", "Take back an earlier finding."))) var withdraw = false

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let words = Words.current
    guard [rule != nil, initiative, falseData].count(where: { $0 }) == 1 else {
      throw ValidationError(words("chọn một: mã quy tắc, --initiative hoặc --false-data.", "choose one: a rule's id, --initiative or --false-data."))
    }
    if rule != nil {
      guard let year, (1900...2200).contains(year), met != notMet else {
        throw ValidationError(words("cần --year và một trong --met, --not-met.", "--year and one of --met and --not-met are needed."))
      }
    } else {
      guard unit != nil, period != nil else { throw ValidationError(words("cần --unit và --period.", "--unit and --period are needed.")) }
    }
  }

  func run() async throws {
    let words = output.words
    let session = try Session(server)
    var message = AssessRequest()
    message.campaign = try await session.campaign()
    message.finding = rule != nil ? .rule : initiative ? .initiative : .falseData
    message.rule = rule ?? ""
    message.year = UInt32(year ?? 0)
    message.met = met
    message.unit = unit ?? ""
    message.period = rule == nil ? period ?? "" : ""
    message.evidence = evidence
    message.withdrawn = withdraw
    let request = Payload.encode(message)
    let response = try await session.store { try await $0.record(.assess, request, requestNumber: $1) }
    let subject = [rule, year.map(String.init), unit, rule == nil ? period : nil].compactMap { $0 }.joined(separator: " ")
    let said = withdraw ? words("Đã rút lại kết luận.", "Taken back.") : words("Đã ghi kết luận.", "Recorded the finding.")
    try output.show(Report(response, of: [subject], said: said, words))
  }
}

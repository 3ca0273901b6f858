import ArgumentParser
import Campaign
import Client
import Wire

struct ApplicabilityCommand: AsyncParsableCommand, Storing {
  static let configuration = CommandConfiguration(
    commandName: "applicability",
    abstract: Words.current("Đặt phạm vi áp dụng: tiêu chí có tính cho đơn vị hay không.", "Sets whether a criterion concerns a unit."),
    discussion: Words.current(
      "Chỉ cơ quan thường trực; từ kỳ chưa đóng trở đi. Cũng dùng cho nhiệm vụ (mã quy tắc) và nội dung của danh mục (000-19/a).",
      "For the campaign office; from a period on that is not closed. Also for tasks (a rule's id) and items of lists (000-19/a)."))

  @Argument(help: ArgumentHelp(Words.current("Đơn vị.", "The unit."))) var unit: String
  @Argument(help: ArgumentHelp(Words.current("Mã tiêu chí, như TT-10.", "The criterion, such as TT-10."))) var criterion: String
  @Option(help: ArgumentHelp(Words.current("Kỳ đầu.", "First period."), valueName: "period")) var from: String
  @Option(help: ArgumentHelp(Words.current("Kỳ cuối; bỏ trống là đến khi có quyết định khác.", "Last period; left out: until further notice."), valueName: "period"))
  var through: String?
  @Flag(help: ArgumentHelp(Words.current("Không áp dụng.", "It does not concern the unit."))) var notApplicable = false
  @Flag(help: ArgumentHelp(Words.current("Áp dụng.", "It concerns the unit."))) var applicable = false
  @Option(help: ArgumentHelp(Words.current("Lý do, số và ngày của văn bản.", "Why, with number and date of the document."), valueName: "text")) var reason: String

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard applicable != notApplicable else {
      throw ValidationError(Words.current("chọn một trong --applicable và --not-applicable.", "choose one of --applicable and --not-applicable."))
    }
  }

  func run() async throws {
    let words = output.words
    let session = try Session(server)
    var message = ApplicabilityRequest()
    message.campaign = try await session.campaign()
    message.unit = unit
    message.criterion = criterion
    message.from = from
    message.through = through ?? ""
    message.applies = applicable
    message.reason = reason
    let request = Payload.encode(message)
    let response = try await session.store { try await $0.record(.setApplicability, request, requestNumber: $1) }
    let said =
      applicable
      ? words("Tiêu chí \(criterion) áp dụng cho \(unit).", "Criterion \(criterion) concerns \(unit).")
      : words("Tiêu chí \(criterion) không áp dụng cho \(unit).", "Criterion \(criterion) does not concern \(unit).")
    try output.show(Report(response, of: ["\(unit) \(criterion) \(from)–\(through ?? "")"], said: said, words))
  }
}

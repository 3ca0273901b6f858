import ArgumentParser
import Campaign
import Client
import Wire

/// Reporting periods on a running server.
struct PeriodCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "period", abstract: Words.current("Gia hạn một kỳ báo cáo.", "Gives more time for a reporting period."),
    subcommands: [ExtendCommand.self])
}

struct ExtendCommand: AsyncParsableCommand, Storing {
  static let configuration = CommandConfiguration(
    commandName: "extend",
    abstract: Words.current("Gia hạn cho mọi đơn vị, hoặc mở lại cho một đơn vị.", "Gives all units more time, or reopens a period for one."),
    discussion: Words.current(
      """
      --due dời hạn gửi (sự cố hệ thống); --closes dời thời điểm đóng (mở lại: vẫn tính là trễ). Một ngày tính cả ngày đó.
      Quyết định sau thay toàn bộ quyết định trước cho cùng kỳ và đơn vị; không có --due và --closes là trở về lịch.
      """,
      """
      --due moves the due instant (an outage); --closes moves the grace end (reopening: still late). A day means all of it.
      A later decision replaces all of an earlier one for the same period and unit; without --due and --closes the calendar counts again.
      """))

  @Argument(help: ArgumentHelp(Words.current("Kỳ, như 2023-12.", "The period, such as 2023-12."))) var period: String
  @Option(help: ArgumentHelp(Words.current("Hạn mới: 22/12/2023 hoặc 2023-12-22T17:00.", "The new due time: 2023-12-22 or 2023-12-22T17:00."), valueName: "time"))
  var due: String?
  @Option(help: ArgumentHelp(Words.current("Thời điểm đóng mới.", "The new grace end."), valueName: "time")) var closes: String?
  @Option(help: ArgumentHelp(Words.current("Chỉ đơn vị này.", "This unit only."))) var unit: String?
  @Option(help: ArgumentHelp(Words.current("Lý do, số và ngày của văn bản.", "Why, with number and date of the document."), valueName: "text")) var reason: String

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    for (name, text) in [("--due", due), ("--closes", closes)] {
      guard let text, readInstant(text) == nil else { continue }
      throw ValidationError(
        Words.current("\(name) là ngày như 22/12/2023 hoặc thời điểm như 2023-12-22T17:00.", "\(name) is a day such as 2023-12-22 or a time such as 2023-12-22T17:00."))
    }
  }

  func run() async throws {
    let words = output.words
    let session = try Session(server)
    var message = PeriodDecisionRequest()
    message.campaign = try await session.campaign()
    message.period = period
    message.unit = unit ?? ""
    if let due = due.flatMap(readInstant) { message.dueAtMs = due.milliseconds }
    if let closes = closes.flatMap(readInstant) { message.closesAtMs = closes.milliseconds }
    message.reason = reason
    let request = Payload.encode(message)
    let response = try await session.store { try await $0.record(.decidePeriod, request, requestNumber: $1) }
    func instant(_ text: String?) -> String {
      text.flatMap(readInstant).map { words.instant($0.milliseconds) } ?? words("theo lịch", "as the calendar says")
    }
    let said = words(
      "\(words.period(period)): hạn gửi \(instant(due)), đóng \(instant(closes)).", "\(words.period(period)): due \(instant(due)), closed \(instant(closes)).")
    try output.show(Report(response, of: [[period, unit].compactMap { $0 }.joined(separator: " ")], said: said, words))
  }
}

/// A time in Việt Nam; a day alone means all of it, so that the instant is the start of the next.
func readInstant(_ text: String) -> Instant? {
  Instant(vietnam: text) ?? CivilDate(written: text).map { ($0 + 1).start }
}

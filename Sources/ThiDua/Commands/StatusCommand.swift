import ArgumentParser
import Campaign
import Client
import Wire

struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: Words.current("Yêu cầu chưa xác nhận đã được ghi chưa.", "Whether a request that was not confirmed has been recorded."),
    discussion: Words.current(
      "Mã thoát: 0 đã ghi, 75 chưa thấy ghi (gửi lại an toàn).", "Exit codes: 0 recorded, 75 not recorded so far (safe to send again)."))

  @Argument(help: ArgumentHelp(Words.current("Số yêu cầu.", "The request's number."), valueName: "number")) var number: UInt64

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard number > 0 else { throw ValidationError(Words.current("số yêu cầu từ 1.", "request numbers begin at 1.")) }
  }

  func run() async throws {
    let number = number
    let response = try await Session(server).ask { try await $0.status(of: number) }
    try output.show(try Report(response, of: number, output.words))
    if response.state != .applied { throw ExitCode(ExitStatus.notConfirmed.rawValue) }
  }
}

import ArgumentParser
import Campaign

let version = "0.1.0"

@main struct Root: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thidua",
    abstract: Words.current(
      "Phong trào thi đua cải cách hành chính: nộp số liệu, xếp hạng, xem mục tiêu.",
      "Emulation campaigns on administrative reform: file figures, rank, see objectives."),
    version: version,
    subcommands: [
      CampaignsCommand.self, LintCommand.self, PlanCommand.self, EvaluateCommand.self, CompareCommand.self, SubmitCommand.self, TemplateCommand.self,
      RankCommand.self, WatchCommand.self, ShowCommand.self, RulesCommand.self, ObjectivesCommand.self, TasksCommand.self, DeliverCommand.self,
      AssessCommand.self, PublishCommand.self, CampaignCommand.self, ApplicabilityCommand.self, PeriodCommand.self, ExportCommand.self,
      StatusCommand.self, HealthCommand.self,
    ])

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func run() throws { try Streams.standardOutput(shortHelp(output.words)) }

  static func main() async {
    var command: (any ParsableCommand)?
    do {
      var parsed = try parseAsRoot(globalOptionsMoved(Array(CommandLine.arguments.dropFirst())))
      command = parsed
      if var asynchronous = parsed as? any AsyncParsableCommand { try await asynchronous.run() } else { try parsed.run() }
    } catch {
      if isOfParser(error) { exitLocalized(error) }
      let failure = Failure(error, stores: command is any Storing, in: Words.current)
      Streams.standardError(failure.lines.map { $0.printable + "\n" }.joined())
      exit(withError: ExitCode(failure.status.rawValue))
    }
  }
}

/// A command that wants to store something: without an answer there is a doubt.
protocol Storing {}

func shortHelp(_ words: Words) -> String {
  words(
    """
    thidua — phong trào thi đua cải cách hành chính

      thidua evaluate kon-tum-2023 --figures so-lieu.csv    xếp hạng từ một tệp số liệu, không cần máy chủ
      thidua template kon-ray 2023-12 -o kon-ray.csv        lấy biểu mẫu trống của một đơn vị
      thidua submit kon-ray.csv                             nộp biểu mẫu đã điền và nhận biên nhận

    Mọi lệnh: thidua --help. Một lệnh: thidua help submit. In English: --lang en.

    """,
    """
    thidua — emulation campaigns on administrative reform

      thidua evaluate kon-tum-2023 --figures figures.csv    rank from a file of figures, without a server
      thidua template kon-ray 2023-12 -o kon-ray.csv        get a unit's blank form
      thidua submit kon-ray.csv                             file the form and get a receipt

    All commands: thidua --help. One command: thidua help submit. Tiếng Việt: --lang vi.

    """)
}

import ArgumentParser
import Campaign
import Client
import Wire

struct TemplateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: Words.current("Biểu mẫu trống của một đơn vị, sẵn để điền và nộp.", "A unit's blank form, ready to fill in and file."))

  @Argument(help: ArgumentHelp(Words.current("Mã đơn vị.", "The unit's id."))) var unit: String
  @Argument(help: ArgumentHelp(Words.current("Kỳ, như 2023-12.", "The period, such as 2023-12."))) var period: String

  @Option(name: [.short, .customLong("output")], help: ArgumentHelp(Words.current("Ghi vào tệp mới này.", "Write to this new file."), valueName: "file"))
  var file: String?

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    var question = FormRequest()
    question.unit = unit
    question.period = period
    let request = question
    let response = try await Session(server).ask { try await $0.form(request) }
    let format = output.format ?? .csv
    let text =
      format == .csv
      ? Report.blankForm(response, output.words)
      : Report(response, output.words).text(format, coloured: file == nil && Streams.coloured)
    if let file { try Streams.create(file, text) } else { try Streams.standardOutput(text) }
  }
}

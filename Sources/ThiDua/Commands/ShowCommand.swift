import ArgumentParser
import Campaign
import Client
import Wire

struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: Words.current("Điểm của một đơn vị theo từng tiêu chí.", "A unit's points, criterion by criterion."))

  @Argument(help: ArgumentHelp(Words.current("Mã đơn vị.", "The unit's id."))) var unit: String
  @Option(help: ArgumentHelp(Words.current("Kỳ, như 2023-12; mặc định kỳ đã đóng gần nhất.", "The period, such as 2023-12; default: the latest closed one.")))
  var period = ""

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    var question = UnitRequest()
    question.unit = unit
    question.period = period
    let request = question
    try output.show(Report(try await Session(server).ask { try await $0.unit(request) }, output.words))
  }
}

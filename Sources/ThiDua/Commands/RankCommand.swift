import ArgumentParser
import Client
import Wire

struct RankCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank", abstract: Words.current("Bảng xếp hạng của một kỳ.", "The ranking of a period."))

  @Option(help: ArgumentHelp(Words.current("Kỳ, như 2023-12; mặc định kỳ đã đóng gần nhất.", "The period, such as 2023-12; default: the latest closed one.")))
  var period = ""
  @Option(help: ArgumentHelp(Words.current("Chỉ khối này.", "This block only."))) var block = ""

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    var question = RankingRequest()
    question.period = period
    question.block = block
    let request = question
    try output.show(Report(try await Session(server).ask { try await $0.ranking(request) }, output.words))
  }
}

import ArgumentParser
import Campaign
import Client
import Wire

struct RankCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank", abstract: Words.current("Bảng xếp hạng của một kỳ.", "The ranking of a period."))

  @Option(help: ArgumentHelp(Words.current("Kỳ, như 2023-12; mặc định kỳ đã đóng gần nhất.", "The period, such as 2023-12; default: the latest closed one.")))
  var period = ""
  @Option(help: ArgumentHelp(Words.current("Chỉ khối này.", "This block only."))) var block = ""

  @Option(help: ArgumentHelp(Words.current("Theo bảng điểm này thay cho bảng của phong trào.", "By this scoreboard instead of the campaign's own.")))
  var scoreboard = ""

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    var question = RankingRequest()
    question.period = period
    question.block = block
    question.scoreboard = scoreboard
    let request = question
    try output.show(Report(try await Session(server).ask { try await $0.wholeRanking(request) }, output.words))
  }
}

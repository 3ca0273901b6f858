import ArgumentParser
import Campaign
import Client
import Ranking
import Wire

struct ObjectivesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "objectives", abstract: Words.current("Mục tiêu của phong trào trong một năm và kết quả.", "The campaign's objectives in a year, and their outcomes."))

  @Option(help: ArgumentHelp(Words.current("Năm; mặc định năm của kỳ đã đóng gần nhất.", "The year; default: that of the latest closed period.")))
  var year: Int?
  @Option(
    help: ArgumentHelp(
      Words.current("Tính từ bộ quy tắc này (mã hoặc tệp), không hỏi máy chủ.", "Compute from this rulebook (id or file), without a server."), valueName: "id"))
  var campaign: String?

  @Option(
    help: ArgumentHelp(
      Words.current("Chỉ quy tắc này, kèm kết quả của từng đơn vị.", "This rule only, with each unit's outcome."), valueName: "id"))
  var rule: String?

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let year, !(1900...2200).contains(year) {
      throw ValidationError(Words.current("--year từ 1900 đến 2200.", "--year is from 1900 to 2200."))
    }
  }

  func run() async throws {
    let words = output.words
    if let campaign {
      let book = try rulebook(named: campaign)
      let year = year ?? latestYear(of: book)
      let lines = Objectives(rulebook: book, published: [], standings: nil).outcomes(in: year)
        .filter { rule == nil || $0.rule.id == rule }.map { ObjectiveLine($0, withUnits: rule != nil) }
      let head: [Report.Part] = [
        .line(Cell(words(book.name), .strong)),
        .line(Cell(words("chỉ từ số liệu đã công bố trong bộ quy tắc", "only from what the rulebook holds as published"), .faint)),
      ]
      return try output.show(Report(lines, year: year, head: head, provenance: ("campaign", .string(book.id)), words))
    }
    var question = ObjectivesRequest()
    question.year = UInt32(year ?? 0)
    question.rule = rule ?? ""
    question.withUnits = rule != nil
    let request = question
    let response = try await Session(server).ask { try await $0.objectives(request) }
    try output.show(
      Report(
        response.rows.map { ObjectiveLine($0) }, year: Int(response.year),
        head: response.provenance.head(words, period: "", provisional: false), provenance: ("provenance", response.provenance.json), words))
  }
}

/// The last year in which an index was published and a rule holds; without a clock there is no nearer "today".
func latestYear(of rulebook: Rulebook) -> Int {
  let years = rulebook.indices.flatMap { $0.series.map(\.year) }.filter { year in rulebook.rules.contains { $0.window.contains(year) } }
  return years.max() ?? rulebook.rules.map(\.window.lowerBound).min() ?? rulebook.periods.first?.year ?? 2023
}

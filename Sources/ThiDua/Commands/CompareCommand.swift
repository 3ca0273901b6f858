import ArgumentParser
import Campaign
import Ranking

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: Words.current(
      "Xếp hạng cùng số liệu theo hai bộ quy tắc: ai đổi hạng, vì sao.",
      "Ranks the same figures under two rulebooks: who moves, and why."),
    discussion: Words.current(
      "Không cần máy chủ. Bảng điểm khác của một phong trào được nêu sau dấu #: kon-tum-2023#766.",
      "Needs no server. A further scoreboard of a campaign is named behind #: kon-tum-2023#766."))

  @Argument(
    help: ArgumentHelp(
      Words.current("Tệp YAML hoặc mã một phong trào có sẵn.", "A YAML file, or the id of a bundled campaign."), valueName: "a"))
  var first: String
  @Argument(
    help: ArgumentHelp(
      Words.current("Bộ quy tắc để so với bộ thứ nhất.", "The rulebook to compare the first one with."), valueName: "b"))
  var second: String

  @Option(
    help: ArgumentHelp(
      Words.current("Tệp CSV số liệu; - là đầu vào chuẩn.", "CSV file of figures; - is standard input."), valueName: "file"))
  var figures: String
  @Option(help: ArgumentHelp(Words.current("Chỉ kỳ này.", "This period only."))) var period: String?
  @Flag(help: ArgumentHelp(Words.current("Như --format json.", "The same as --format json."))) var json = false

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let words = output.words
    let names = [first, second]
    let books = try names.map { try scored(named: $0, words) }
    guard books[0].periods.kind == books[1].periods.kind else {
      throw Failure(
        .usage,
        words(
          "hai bộ quy tắc dùng hai loại kỳ khác nhau (periods.kind), không so sánh được.",
          "the two rulebooks have periods of different kinds (periods.kind) and cannot be compared."))
    }
    let wanted = try period.map { text in
      guard let period = books[0].period(text) else {
        throw Failure(.usage, words("không có kỳ \"\(text)\" trong phong trào.", "there is no period \"\(text)\" in the campaign."))
      }
      return period
    }
    let bytes = try Streams.read(figures, most: CSVTable.largest)
    let results = try zip(names, books).map { name, book in try ranked(bytes, under: book, named: name) }
    let comparisons = results[0].1.filter { wanted == nil || $0 == wanted }
      .map { RankingComparison(results[0].0, results[1].0, in: $0) }
    // A scoreboard has no rules: that the campaign has some is no difference between the two.
    let boards = names.contains { isScoreboard($0) }
    let differences = books[0].differences(to: books[1])
      .filter { !boards || ![.applicability, .scoreboards, .indices, .rules].contains($0.part) }
    try output.show(
      Report(comparisons, of: zip(names, books).map { ($0, $1) }, differences: differences, words), otherwise: json ? .json : .table)
  }

  /// - Throws: ``Campaign/Problem`` or ``Campaign/Problems`` that name the rulebook which the figures do not fit.
  private func ranked(_ bytes: [UInt8], under book: Rulebook, named name: String) throws -> (Standings, [Period]) {
    func placed(_ problem: Campaign.Problem) -> Campaign.Problem {
      var problem = problem
      problem.place = [name, problem.place].filter { !$0.isEmpty }.joined(separator: ", ")
      return problem
    }
    do {
      return try evaluated(try FigureFile.read(bytes, for: book), under: book)
    } catch let problem as Campaign.Problem {
      throw placed(problem)
    } catch let problems as Problems {
      throw Problems(problems.all.map(placed))
    }
  }
}

private func isScoreboard(_ text: String) -> Bool { text.contains("#") && !Streams.exists(text) }

/// The rulebook that an argument names, or with `#ID` one of its scoreboards.
private func scored(named text: String, _ words: Words) throws -> Rulebook {
  guard let mark = text.lastIndex(of: "#"), isScoreboard(text) else { return try rulebook(named: text) }
  return try scored(try rulebook(named: String(text[..<mark])), by: String(text[text.index(after: mark)...]), words)
}

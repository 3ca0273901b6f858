import ArgumentParser
import Campaign
import Ranking

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: Words.current("Xếp hạng từ một tệp số liệu, không cần máy chủ.", "Ranks from a file of figures, without a server."))

  @Argument(help: ArgumentHelp(Words.current("Tệp YAML, hoặc mã một phong trào có sẵn.", "A YAML file, or the id of a bundled campaign.")))
  var rulebook: String

  @Option(
    help: ArgumentHelp(
      Words.current(
        "Tệp CSV số liệu, hoặc biểu mẫu chính thức (.csv, .xlsx); dùng được nhiều lần; - là đầu vào chuẩn.",
        "CSV file of figures, or an official form (.csv, .xlsx); may be given several times; - is standard input."), valueName: "file"))
  var figures: [String]

  @Option(help: FormOptions.help) var form: String?

  @Option(help: ArgumentHelp(Words.current("Chỉ khối này.", "This block only.")))
  var block: String?

  @Option(help: ArgumentHelp(Words.current("Chỉ kỳ này.", "This period only.")))
  var period: String?

  @Option(help: ArgumentHelp(Words.current("Theo bảng điểm này thay cho bảng của phong trào.", "By this scoreboard instead of the campaign's own.")))
  var scoreboard: String?

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let words = output.words
    let book = try scored(try ThiDua.rulebook(named: rulebook), by: scoreboard, words)
    let blocks = try block.map { id in
      guard let found = book.blocks.first(where: { $0.id == id }) else {
        let all = book.blocks.map(\.id).joined(separator: ", ")
        throw Failure(.usage, words("không có khối \"\(id)\". Các khối: \(all).", "there is no block \"\(id)\". Blocks: \(all)."))
      }
      return [found]
    } ?? book.blocks
    let wanted = try period.map { text in
      guard let period = book.period(text) else {
        throw Failure(.usage, words("không có kỳ \"\(text)\" trong phong trào.", "there is no period \"\(text)\" in the campaign."))
      }
      return period
    }
    let given = try GivenFigures(figures, form: form, period: wanted, under: book)
    given.tell(words, under: book)
    let content = try given.content(for: book)
    let (standings, periods) = try evaluated(content, under: book)
    try output.show(Report(standings, periods: periods.filter { wanted == nil || $0 == wanted }, blocks: blocks, scoreboard: scoreboard, words))
  }
}

/// A rulebook, or its view by one of its scoreboards.
///
/// - Throws: ``Failure`` 64 for a scoreboard that it does not have.
func scored(_ book: Rulebook, by scoreboard: String?, _ words: Words) throws -> Rulebook {
  guard let scoreboard else { return book }
  if let view = book.scoreboard(scoreboard) { return view }
  let all = book.scoreboards.map(\.id).joined(separator: ", ")
  throw Failure(
    .usage,
    book.scoreboards.isEmpty
      ? words("bộ quy tắc \"\(book.id)\" không có bảng điểm nào khác.", "the rulebook \"\(book.id)\" has no further scoreboard.")
      : words(
        "không có bảng điểm \"\(scoreboard)\". Các bảng: \(all).", "there is no scoreboard \"\(scoreboard)\". Scoreboards: \(all)."))
}

/// Ranks every period from the first with figures to the last; all of them count as due and closed.
///
/// - Returns: With the periods that have figures, ascending.
func evaluated(_ content: FigureFile.Content, under rulebook: Rulebook) throws -> (Standings, [Period]) {
  var table = FigureTable(for: rulebook)
  var periods: Set<Period> = []
  switch content {
  case .criteria(let rows):
    for row in rows {
      table.put(row, under: rulebook)
      periods.insert(row.period)
    }
  case .counters(let filings):
    for filing in filings {
      table.put(filing, under: rulebook)
      periods.insert(filing.period)
    }
  }
  let sorted = periods.sorted()
  guard let first = sorted.first, let last = sorted.last else {
    throw Problem(.emptyFile, vi: "tệp không có dòng số liệu nào.", en: "the file has no figures below its header.")
  }
  let scope = RankingScope(first: first, last: last, dueThrough: last, closedThrough: last)
  return (try Standings(rulebook: rulebook, figures: table, scope: scope), sorted)
}

import ArgumentParser
import Campaign
import Ranking

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: Words.current(
      "Bộ quy tắc được tính thế nào: từng bước, cột số liệu, nhân tính.", "How a rulebook is computed: its steps, columns and kernels."),
    discussion: Words.current(
      "Không cần máy chủ. Cho biết tiêu chí nào tính 16 đơn vị một lượt, tiêu chí nào theo định nghĩa số nguyên, và vì sao.",
      "Needs no server. Tells which criteria are computed for 16 units at once, which take the definition in integers, and why."))

  @Argument(help: ArgumentHelp(Words.current("Tệp YAML, hoặc mã một phong trào có sẵn.", "A YAML file, or the id of a bundled campaign.")))
  var rulebook: String

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let book = try ThiDua.rulebook(named: rulebook)
    try output.show(Report(PlanDescription(ColumnPlan(book, book.planned)), of: book, output.words))
  }
}

extension Rulebook {
  /// The periods of the campaign; two years where it has no end.
  fileprivate var planned: RankingScope {
    let kind = periods.kind
    let first = periods.first ?? Period(kind: kind, year: 2022, month: kind.months)!
    let last = periods.last ?? Period(kind: kind, year: first.year + 1)!
    return RankingScope(first: first, last: max(first, last), dueThrough: last, closedThrough: last)
  }
}

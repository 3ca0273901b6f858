import ArgumentParser
import Campaign
import Client
import Wire

struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: Words.current(
      "Mọi quy tắc của một phong trào, kèm câu trích trong văn bản.", "Every rule of a campaign, with the sentence it comes from."))

  @Argument(help: ArgumentHelp(Words.current("Mã một phong trào có sẵn, hoặc tệp YAML.", "The id of a bundled campaign, or a YAML file.")))
  var rulebook: String

  @Option(help: ArgumentHelp(Words.current("Chỉ loại quy tắc này, như TASK.", "Rules of this kind only, such as TASK.")))
  var kind: String?

  @Option(
    help: ArgumentHelp(
      Words.current("Hỏi máy chủ kết quả của năm này.", "Ask the server for the outcomes of this year."), valueName: "year"))
  var year: Int?

  @Flag(help: ArgumentHelp(Words.current("Như --format json.", "The same as --format json."))) var json = false

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let words = Words.current
    if let year, !(1900...2200).contains(year) { throw ValidationError(words("--year từ 1900 đến 2200.", "--year is from 1900 to 2200.")) }
    let codes = RuleKinds.all.map { $0.code }
    if let kind, !codes.contains(kind) {
      let all = codes.joined(separator: ", ")
      throw ValidationError(words("không có loại \"\(kind)\". Các loại: \(all).", "there is no kind \"\(kind)\". Kinds: \(all)."))
    }
  }

  func run() async throws {
    let book = try ThiDua.rulebook(named: rulebook)
    let rules = book.rules.filter { kind == nil || $0.kindCode == kind }
    let lines = rules.map { RuleLine($0, of: book) }
    let outcomes = year == nil && server.server == nil ? nil : try await outcomes(of: book)
    try output.show(Report(lines, of: book, outcomes: outcomes, output.words), otherwise: json ? .json : .table)
  }

  /// What a server found for the rules of the same campaign.
  ///
  /// - Throws: ``Failure`` 64 where the server runs another campaign.
  private func outcomes(of book: Rulebook) async throws -> RuleOutcomes {
    var question = ObjectivesRequest()
    question.year = UInt32(year ?? 0)
    let request = question
    let response = try await Session(server).ask { try await $0.objectives(request) }
    guard response.provenance.campaign == book.id else {
      throw Failure(
        .usage,
        output.words(
          "máy chủ chạy phong trào \"\(response.provenance.campaign)\", không phải \"\(book.id)\".",
          "the server runs the campaign \"\(response.provenance.campaign)\", not \"\(book.id)\"."))
    }
    return RuleOutcomes(year: Int(response.year), rows: response.rows)
  }
}

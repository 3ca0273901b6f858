import ArgumentParser
import Campaign
import Client
import Wire

struct SubmitCommand: AsyncParsableCommand, Storing {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: Words.current("Nộp biểu mẫu đã điền.", "Files forms that are filled in."),
    discussion: Words.current(
      "Mã thoát: 0 xong, 64 dùng sai, 65 số liệu không hợp lệ, 69 không kết nối được, 70 lỗi chương trình, 75 chưa xác nhận (gửi lại an toàn), 77 máy chủ từ chối.",
      "Exit codes: 0 done, 64 usage, 65 invalid figures, 69 unreachable, 70 our fault, 75 not confirmed (safe to send again), 77 refused."))

  @Argument(
    help: ArgumentHelp(
      Words.current(
        "Tệp CSV unit,period,counter,value, hoặc biểu mẫu chính thức (.csv, .xlsx); nhiều tệp của một đơn vị gộp thành một lần nộp; - là đầu vào chuẩn.",
        "CSV file unit,period,counter,value, or an official form (.csv, .xlsx); several files of one unit make one filing; - is standard input."),
      valueName: "file"))
  var files = ["-"]

  @OptionGroup var form: FormOptions

  @Flag(help: ArgumentHelp(Words.current("Chỉ kiểm tra và cho biết sẽ gửi gì.", "Only check, and say what would be sent.")))
  var dryRun = false

  @Option(help: ArgumentHelp(Words.current("Thay cho lần nộp thứ N.", "Replaces revision N."), valueName: "n"))
  var revises: Int = 0

  @Option(
    help: ArgumentHelp(
      Words.current(
        "Bộ quy tắc để kiểm tra trước: tệp hoặc mã (mặc định: của máy chủ; chạy thử: kon-tum-2023).",
        "The rulebook to check with: file or id (default: the server's own; for a dry run kon-tum-2023)."), valueName: "id"))
  var rulebook: String?

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (0...1_000_000).contains(revises) else {
      throw ValidationError(Words.current("--revises là một số từ 1.", "--revises is a number from 1."))
    }
  }

  func run() async throws {
    let (book, filings) = try await checked()
    if dryRun { return try output.show(Report(dryRun: filings, rulebook: book, output.words)) }
    // Encoded once: every sending has the same bytes.
    let request = Payload.encode(SubmitRequest(filings, campaign: book.id))
    try refuseTooLarge(request, forms: filings.count)
    let session = try Session(server)
    let response = try await session.store { try await $0.submit(request, requestNumber: $1) }
    try output.show(Report(response, output.words))
  }

  /// The filings, all valid under the rulebook that was named, else under the server's own.
  private func checked() async throws -> (Rulebook, [Campaign.Filing]) {
    if rulebook != nil || dryRun {
      let book = try ThiDua.rulebook(named: rulebook ?? "kon-tum-2023")
      let (given, filings) = try read(under: book)
      given.tell(output.words, under: book)
      return (book, filings)
    }
    // A file that cannot be read is told before a server is looked for.
    for file in files { _ = try Streams.read(file, most: CSVTable.largest) }
    let (book, content) = try await ServerRulebooks(Session(server)).reading(read, periods: { $0.filings.map(\.period) })
    content.given.tell(output.words, under: book)
    return (book, content.filings)
  }

  private func read(under book: Rulebook) throws -> (given: GivenFigures, filings: [Campaign.Filing]) {
    let given = try GivenFigures(files, form, under: book)
    return (given, try atMostOneSubmission(try given.filings(baseRevision: revises, under: book)))
  }
}

/// All forms of a file are stored or none, so that they must fit into one request; the server would refuse a larger one.
func refuseTooLarge(_ request: [UInt8], forms: Int) throws(Campaign.Problem) {
  let most = Limits().requestRawBytesMax
  guard request.count > most else { return }
  let fit = max(1, forms * most / request.count)
  throw Campaign.Problem(
    .tooMany, vi: "\(forms) biểu mẫu không vừa một lần nộp (\(most >> 10) KiB). Chia tệp, mỗi tệp khoảng \(fit) biểu mẫu.",
    en: "\(forms) forms do not fit into one submission (\(most >> 10) KiB). Split the file, about \(fit) forms each.")
}

/// The most filings that one submission may have.
func atMostOneSubmission(_ filings: [Campaign.Filing]) throws(Campaign.Problem) -> [Campaign.Filing] {
  guard filings.count <= 1_000 else {
    throw Campaign.Problem(
      .tooMany, vi: "tệp có \(filings.count) biểu mẫu, nhiều nhất 1.000 trong một lần nộp. Hãy chia nhỏ tệp.",
      en: "the file has \(filings.count) forms; at most 1,000 go into one submission. Split it.")
  }
  return filings
}

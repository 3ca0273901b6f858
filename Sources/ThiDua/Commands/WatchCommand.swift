import ArgumentParser
import Campaign
import Client
import Wire

struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: Words.current("Bảng xếp hạng của một kỳ, cập nhật trực tiếp.", "The ranking of a period, live."),
    discussion: Words.current(
      "Trên màn hình, bảng được vẽ lại tại chỗ; khi chuyển hướng, mỗi thay đổi là một dòng. Mất kết nối thì tự kết nối lại và xem tiếp. Dừng: Ctrl-C.",
      "On a terminal the board is redrawn in place; elsewhere every change is a line. After a lost connection it connects again and goes on. Stop: Ctrl-C."))

  @Option(
    help: ArgumentHelp(
      Words.current(
        "Kỳ, như 2023-12; mặc định kỳ đã đóng gần nhất, tự chuyển khi kỳ sau đóng.",
        "The period, such as 2023-12; default: the latest closed one, moving on when another closes.")))
  var period = ""
  @Option(help: ArgumentHelp(Words.current("Chỉ khối này.", "This block only."))) var block = ""
  @Option(help: ArgumentHelp(Words.current("Theo bảng điểm này thay cho bảng của phong trào.", "By this scoreboard instead of the campaign's own.")))
  var scoreboard = ""
  @Flag(help: ArgumentHelp(Words.current("In bảng một lần rồi thôi.", "Print the board once and end."))) var once = false

  @OptionGroup var server: ServerOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let session = try Session(server)
    var display = WatchDisplay(format: output.format, drawsInPlace: output.format == nil && !once && Streams.isScreen, output.words)
    var question = WatchRequest()
    question.period = period
    question.block = block
    question.scoreboard = scoreboard
    var known = WatchedRanking()
    var attempts = 0
    while true {
      do {
        let connection = try await session.connect()
        do {
          if attempts > 0 { try display.isBack() }
          for try await board in try await connection.watchRanking(question, known: known) {
            try display.show(board.ranking)
            (known, attempts) = (board, 0)
            if once { break }
          }
          await connection.close()
          if once { return }
          throw ClientFailure.unreachable(output.words("máy chủ đã kết thúc", "the server has ended it"))
        } catch {
          await connection.close()
          throw error
        }
      } catch let failure as ClientFailure where failure.isWorthRetrying && !known.state.isEmpty && !once {
        attempts += 1
        let wait = Self.policy.wait(afterAttempt: attempts, retryAfter: failure.retryAfter)
        try display.isLost(failure, wait)
        try await Task.sleep(for: wait)
      }
    }
  }

  /// Somebody sits in front of it: the longest wait is half a minute.
  private static let policy = RetryPolicy(longest: .seconds(30))
}

/// Where a ranking that is watched is shown.
struct WatchDisplay {
  private let format: Format?
  private let drawsInPlace: Bool
  private let words: Words
  private var shown: RankingResponse?
  private var changes: [StandingChange] = []

  init(format: Format?, drawsInPlace: Bool, _ words: Words) {
    self.format = format
    self.drawsInPlace = drawsInPlace
    self.words = words
  }

  mutating func show(_ ranking: RankingResponse) throws {
    let previous = shown
    shown = ranking
    let isSamePeriod = previous?.period == ranking.period
    let changes = isSamePeriod ? previous.map { StandingChange.all(from: $0, to: ranking) } ?? [] : []
    if !changes.isEmpty || !isSamePeriod { self.changes = changes }
    if drawsInPlace {
      if previous == nil { try Streams.standardOutput(WatchScreen.clear) }
      return try draw(
        words("Đang xem trực tiếp", "Live") + " · " + words.instant(ranking.provenance.timeMs) + " · " + words("dừng: Ctrl-C", "stop: Ctrl-C"))
    }
    switch format {
    case .json:
      if previous == nil || previous?.blocks != ranking.blocks || previous?.provisional != ranking.provisional {
        try Streams.standardOutput(Report(ranking, words).text(.json, coloured: false))
      }
    case .csv:
      let rows = Report(ranking, words).csv
      let changed = Set(changes.map { $0.block + " " + $0.now.unit })
      let lines = isSamePeriod ? rows.dropFirst().filter { changed.contains($0[1] + " " + $0[3]) } : previous == nil ? rows : Array(rows.dropFirst())
      if !lines.isEmpty { try Streams.standardOutput(csvText(lines)) }
    case .table, nil:
      guard isSamePeriod else { return try Streams.standardOutput(Report(ranking, words).text(.table, coloured: Streams.coloured)) }
      let scale = RankingScale(published: min(6, Int(ranking.publishedDecimals)))
      let time = words.instant(ranking.provenance.timeMs)
      try Streams.standardOutput(changes.map { "\(time)  \($0.line(scale, words).printable)\n" }.joined())
    }
  }

  func isLost(_ failure: ClientFailure, _ wait: Duration) throws {
    let seconds = words.whole(UInt64(max(1, wait.components.seconds + (wait.components.attoseconds > 0 ? 1 : 0))))
    let cause: String
    switch failure {
    case .unreachable(let text), .notConfirmed(let text), .protocolViolation(let text): cause = text
    case .refused(let problem): cause = words(problem.textVi, problem.textEn)
    // Never worth another try, so nobody waits for it.
    case .insecure: throw failure
    }
    let text =
      words("Mất kết nối", "Connection lost") + " (\(cause)). " + words("Thử lại sau \(seconds) giây…", "Trying again in \(seconds) s…")
    if drawsInPlace { try draw(text) } else { Streams.standardError(text.printable + "\n") }
  }

  func isBack() throws {
    let text = words("Đã kết nối lại.", "Connected again.")
    if drawsInPlace { try draw(text) } else { Streams.standardError(text + "\n") }
  }

  private func draw(_ status: String) throws {
    let screen = WatchScreen(rows: Streams.screenRows, coloured: Streams.coloured)
    let report = Report(shown ?? RankingResponse(), changes: changes, words)
    try Streams.standardOutput(screen.text(report, status: status, words))
  }
}

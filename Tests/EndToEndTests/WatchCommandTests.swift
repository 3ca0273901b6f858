import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `thidua watch` as somebody meets it who sits in front of it, or lets a program read it.
@Suite(.timeLimit(.minutes(10))) struct WatchCommandTests {
  /// `thidua watch`, and what it has written so far.
  private final class Watching: Sendable {
    private let process: ChildProcess
    private let chunks: AsyncStream<[UInt8]>
    private let errors: String

    /// - Parameter terminal: Standard output is a terminal.
    init(_ port: Int, _ options: [String] = [], terminal: Bool = false, in scratch: Scratch) throws {
      let (chunks, chunk) = AsyncStream.makeStream(of: [UInt8].self)
      let output: (reading: Int32, path: String)
      if terminal {
        // As unlockpt and ptsname do it, which this library does not give to Swift.
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var (isLocked, number) = (Int32(0), Int32(0))
        guard master >= 0, ioctl(master, 0x4004_5431, &isLocked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
          throw ChildProcess.StartFailure(errno: errno)
        }
        var size = winsize(ws_row: 12, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        output = (master, "/dev/pts/\(number)")
      } else {
        let pipe = scratch.file("watch-" + UUID().uuidString)
        guard mkfifo(pipe, 0o600) == 0 else { throw ChildProcess.StartFailure(errno: errno) }
        output = (-1, pipe)
      }
      Thread.detachNewThread {
        let reading = output.reading >= 0 ? output.reading : open(output.path, O_RDONLY | O_CLOEXEC)
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
          let count = read(reading, &buffer, buffer.count)
          if count < 0, errno == EINTR { continue }
          if count <= 0 { break }
          chunk.yield(Array(buffer[..<count]))
        }
        close(reading)
        chunk.finish()
      }
      self.chunks = chunks
      errors = scratch.file("watch-errors-" + UUID().uuidString)
      process = try ChildProcess(
        Programs.folder.appendingPathComponent("thidua").path,
        ["watch", "--server", "127.0.0.1:\(port)", "--period", "2023-03"] + options, in: scratch.path,
        environment: Programs.environment(in: scratch, and: ["TERM": "xterm"]), output: .pipe(path: output.path), error: .writing(path: errors))
    }

    deinit { process.send(SIGKILL) }

    /// Reads until the text says something new; answers all of it, or what there was at the end.
    func until(_ words: String) async -> String {
      var seen: [UInt8] = []
      for await bytes in chunks {
        seen += bytes
        let text = String(decoding: seen, as: UTF8.self)
        if text.contains(words) { return text }
      }
      return String(decoding: seen, as: UTF8.self)
    }

    var errorText: String { (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "" }
    func send(_ signal: Int32) { process.send(signal) }
    func untilEnd() async -> Int32 { await process.untilEnd() }
  }

  private func small() async throws -> Scratch {
    let scratch = try Scratch()
    try await SmallCampaign.make(at: scratch.file("data"))
    return scratch
  }

  private func submit(_ unit: String, answered: String, to port: Int, in scratch: Scratch) async throws {
    let csv = SmallCampaign.csv(unit, answered: answered)
    let ended = try await Programs.run("thidua", ["submit", "--server", "127.0.0.1:\(port)"], input: Array(csv.utf8), in: scratch)
    #expect(ended.status == 0, "\(ended.error)")
  }

  @Test func aFilingIsSeenAndARestartOfTheServerIsSurvived() async throws {
    let scratch = try await small()
    var server = try await RunningServer(data: scratch.file("data"), in: scratch)
    let port = server.port
    let watching = try Watching(port, ["--lang", "en"], in: scratch)
    #expect(await watching.until("Unit u9").contains("Place"))
    try await submit("u3", answered: "5", to: port, in: scratch)
    #expect(await watching.until("Unit u3: place — → 1").contains("points"))
    server.send(SIGTERM)
    #expect(await server.untilEnd() == 0)
    server = try await RunningServer(data: scratch.file("data"), options: ["--port", "\(port)"], in: scratch)
    try await submit("u4", answered: "8", to: port, in: scratch)
    let after = await watching.until("Unit u3: place 1 → 2 ▼1")
    #expect(after.contains("Unit u4: place — → 1"))
    #expect(watching.errorText.contains("Connection lost") && watching.errorText.contains("Connected again."))
    // Only what had changed was printed: the board's head came once.
    #expect(!after.contains("Place"))
    watching.send(SIGINT)
    #expect(await watching.untilEnd() != 0)
    await server.killed()
  }

  @Test func aTerminalIsDrawnOver() async throws {
    let scratch = try await small()
    let server = try await RunningServer(data: scratch.file("data"), in: scratch)
    let watching = try Watching(server.port, terminal: true, in: scratch)
    let first = await watching.until("Đang xem trực tiếp")
    #expect(first.contains("\u{1B}[2J") && first.contains("Hạng") && first.contains("Vừa đổi"))
    // Twelve lines: the board's rows beyond them are counted, not scrolled.
    #expect(first.contains("dòng; xem cả bảng") && !first.contains("Unit u9"))
    try await submit("u3", answered: "5", to: server.port, in: scratch)
    let second = await watching.until("mới có hạng")
    #expect(second.contains("\u{1B}[H") && !second.contains("\u{1B}[2J"))
    server.send(SIGTERM)
    _ = await server.untilEnd()
    #expect(await watching.until("Thử lại sau").contains("Mất kết nối"))
    watching.send(SIGKILL)
    _ = await watching.untilEnd()
  }

  @Test func onceIsWhatRankPrints() async throws {
    let scratch = try await small()
    let server = try await RunningServer(data: scratch.file("data"), in: scratch)
    try await submit("u3", answered: "5", to: server.port, in: scratch)
    let options = ["--server", "127.0.0.1:\(server.port)", "--period", "2023-03"]
    for format in [[], ["--format", "csv"]] {
      let rank = try await Programs.run("thidua", ["rank"] + options + format, in: scratch)
      let once = try await Programs.run("thidua", ["watch", "--once"] + options + format, in: scratch)
      #expect(rank.status == 0 && once.status == 0 && once.output == rank.output)
    }
    let refused = try await Programs.run("thidua", ["watch", "--server", "127.0.0.1:\(server.port)", "--period", "1999-01"], in: scratch)
    #expect(refused.status == 77 && refused.error.contains("S-207"))
    await server.killed()
    let absent = try await Programs.run("thidua", ["watch"] + options, in: scratch)
    #expect(absent.status == 69)
  }
}

import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder of one test, gone with it.
final class Scratch: Sendable {
  let path: String

  init(at path: String = NSTemporaryDirectory() + "/thidua-" + UUID().uuidString) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }
}

/// The two commands, as they were built beside these tests.
enum Programs {
  static let folder: URL = {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    if FileManager.default.isExecutableFile(atPath: beside.appendingPathComponent("thidua-server").path) { return beside }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(".build/debug")
  }()

  /// Nothing of the surroundings but where the programs find their libraries.
  static func environment(in scratch: Scratch, and more: [String: String] = [:]) -> [String: String] {
    var variables = ["HOME": scratch.path, "XDG_STATE_HOME": scratch.file("state"), "SWIFT_BACKTRACE": "enable=no"]
    for name in ["PATH", "LD_LIBRARY_PATH"] { variables[name] = ProcessInfo.processInfo.environment[name] }
    return variables.merging(more) { $1 }
  }

  /// What a finished command left behind.
  struct Ended: Sendable {
    let status: Int32
    let output: String
    let error: String
  }

  /// Runs a command to its end with limits that the kernel enforces: it is ended where it goes beyond one.
  ///
  /// - Parameter seconds: Of processor time.
  /// - Parameter memoryMiB: Of memory that it may write to.
  static func limited(
    _ name: String, _ arguments: [String], seconds: Int, memoryMiB: Int, in scratch: Scratch
  ) async throws -> Ended {
    let program = folder.appendingPathComponent(name).path
    let limits = "ulimit -t \(seconds) && ulimit -d \(memoryMiB * 1024) && exec \"$0\" \"$@\""
    return try await ended("/bin/sh", ["-c", limits, program] + arguments, in: scratch)
  }

  /// Runs a command to its end.
  static func run(
    _ name: String, _ arguments: [String], input: [UInt8] = [], in scratch: Scratch, environment: [String: String] = [:]
  ) async throws -> Ended {
    try await ended(folder.appendingPathComponent(name).path, arguments, input: input, in: scratch, environment: environment)
  }

  /// Runs any program to its end.
  static func ended(
    _ executable: String, _ arguments: [String], input: [UInt8] = [], in scratch: Scratch, environment: [String: String] = [:]
  ) async throws -> Ended {
    let run = scratch.file("run-" + UUID().uuidString)
    try Data(input).write(to: URL(fileURLWithPath: run + ".in"))
    let process = try ChildProcess(
      executable, arguments, in: scratch.path, environment: Self.environment(in: scratch, and: environment),
      input: .reading(path: run + ".in"), output: .writing(path: run + ".out"), error: .writing(path: run + ".err"))
    let status = await process.untilEnd()
    func text(_ part: String) throws -> String { String(decoding: try Data(contentsOf: URL(fileURLWithPath: run + part)), as: UTF8.self) }
    return Ended(status: status, output: try text(".out"), error: try text(".err"))
  }
}

/// A running server: `thidua-server serve`, or another program that prints its address.
final class RunningServer: Sendable {
  enum StartFailure: Error { case ended(output: String) }

  private let process: ChildProcess
  let port: Int

  /// - Parameter address: What the server prints where it listens, with the port.
  convenience init(
    data: String, options: [String] = [], address: Regex<(Substring, Substring)> = onLoopback, in scratch: Scratch
  ) async throws {
    try await self.init(
      Programs.folder.appendingPathComponent("thidua-server").path, ["serve", "--data", data, "--port", "0", "--no-pages"] + options,
      address: address, in: scratch)
  }

  static var onLoopback: Regex<(Substring, Substring)> { #/(?:127\.0\.0\.1):([0-9]+) /# }

  /// Starts a server and waits until it has printed its address.
  init(
    _ program: String, _ arguments: [String], address: Regex<(Substring, Substring)> = onLoopback, in scratch: Scratch,
    environment: [String: String] = [:]
  ) async throws {
    // A named pipe: no other child that is started meanwhile can inherit its writing end, so it ends with this server.
    let pipe = scratch.file("server-" + UUID().uuidString)
    guard mkfifo(pipe, 0o600) == 0 else { throw ChildProcess.StartFailure(errno: errno) }
    let (chunks, chunk) = AsyncStream.makeStream(of: [UInt8].self)
    // A thread that blocks, to the end of the output: nothing that could be torn down under a callback.
    Thread.detachNewThread {
      let reading = open(pipe, O_RDONLY | O_CLOEXEC)
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
    let server = try ChildProcess(
      program, arguments, in: scratch.path, environment: Programs.environment(in: scratch, and: environment),
      output: .pipe(path: pipe), error: .writing(path: pipe + ".err"))
    process = server
    var seen: [UInt8] = []
    var found: Int?
    for await bytes in chunks {
      seen += bytes
      let text = String(decoding: seen, as: UTF8.self)
      guard let match = text.firstMatch(of: address), let port = Int(match.1) else { continue }
      found = port
      break
    }
    guard let found else {
      server.send(SIGKILL)
      throw StartFailure.ended(output: String(decoding: seen, as: UTF8.self))
    }
    port = found
  }

  deinit { process.send(SIGKILL) }

  func send(_ signal: Int32) { process.send(signal) }

  /// Waits for the end and gives the exit status, or minus the signal.
  func untilEnd() async -> Int32 { await process.untilEnd() }

  /// Ends the server without any warning.
  func killed() async {
    send(SIGKILL)
    _ = await untilEnd()
  }
}

/// The demonstration, made once by the real command and copied for each test.
enum DemonstrationFolder {
  private static let path = NSTemporaryDirectory() + "/thidua-demonstration-\(ProcessInfo.processInfo.processIdentifier)"

  private static let made = Task { () -> (scratch: Scratch, said: Programs.Ended) in
    // It serves all tests, so it goes when the process ends.
    atexit { try? FileManager.default.removeItem(atPath: DemonstrationFolder.path) }
    let scratch = try Scratch(at: path)
    return (scratch, try await Programs.run("thidua-server", ["demo", "--data", scratch.file("data")], in: scratch))
  }

  static var said: Programs.Ended { get async throws { try await made.value.said } }

  /// A copy in `scratch`.
  static func copy(to scratch: Scratch) async throws -> String {
    let (original, said) = try await made.value
    try #require(said.status == 0, "\(said.error)")
    try FileManager.default.copyItem(atPath: original.file("data"), toPath: scratch.file("data"))
    return scratch.file("data")
  }
}

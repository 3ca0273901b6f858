import Foundation
import Synchronization
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

  static func process(_ name: String, _ arguments: [String], in scratch: Scratch, environment: [String: String] = [:]) -> Process {
    let process = Process()
    process.executableURL = folder.appendingPathComponent(name)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
    // Nothing of the surroundings but where the programs find their libraries.
    var variables = ["HOME": scratch.path, "XDG_STATE_HOME": scratch.file("state"), "SWIFT_BACKTRACE": "enable=no"]
    for name in ["PATH", "LD_LIBRARY_PATH"] { variables[name] = ProcessInfo.processInfo.environment[name] }
    process.environment = variables.merging(environment) { $1 }
    return process
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
    let process = process(name, arguments, in: scratch)
    process.arguments = ["-c", "ulimit -t \(seconds) && ulimit -d \(memoryMiB * 1024) && exec \"$0\" \"$@\"", folder.appendingPathComponent(name).path] + arguments
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    return try await ended(process, input: [], in: scratch)
  }

  /// Runs a command to its end.
  static func run(
    _ name: String, _ arguments: [String], input: [UInt8] = [], in scratch: Scratch, environment: [String: String] = [:]
  ) async throws -> Ended {
    try await ended(process(name, arguments, in: scratch, environment: environment), input: input, in: scratch)
  }

  private static func ended(_ process: Process, input: [UInt8], in scratch: Scratch) async throws -> Ended {
    let run = scratch.file("run-" + UUID().uuidString)
    try Data(input).write(to: URL(fileURLWithPath: run + ".in"))
    for part in [".out", ".err"] { try Data().write(to: URL(fileURLWithPath: run + part)) }
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: run + ".in"))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: run + ".out"))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: run + ".err"))
    let status = try await untilEnd(of: process) {}
    func text(_ part: String) throws -> String { String(decoding: try Data(contentsOf: URL(fileURLWithPath: run + part)), as: UTF8.self) }
    return Ended(status: status, output: try text(".out"), error: try text(".err"))
  }

  private static func untilEnd(of process: Process, _ started: () -> Void) async throws -> Int32 {
    try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
  }
}

/// A running `thidua-server serve`.
///
/// `@unchecked Sendable`: `process` is set before anybody else has this object, and only its id is used afterwards.
final class RunningServer: @unchecked Sendable {
  enum StartFailure: Error { case ended(output: String) }

  private let process: Process
  private let ended: AsyncStream<Void>
  private(set) var port = 0

  /// Starts a server and waits until it has printed its address.
  init(data: String, in scratch: Scratch) async throws {
    process = Programs.process("thidua-server", ["serve", "--data", data, "--port", "0"], in: scratch)
    let (ended, end) = AsyncStream.makeStream(of: Void.self)
    self.ended = ended
    let (chunks, chunk) = AsyncStream.makeStream(of: Data.self)
    let pipe = Pipe()
    // A thread that blocks, to the end of the output: nothing that could be torn down under a callback.
    let reading = pipe.fileHandleForReading
    Thread.detachNewThread {
      while true {
        let data = reading.availableData
        if data.isEmpty { break }
        chunk.yield(data)
      }
      chunk.finish()
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.terminationHandler = { _ in
      end.finish()
    }
    try process.run()
    var seen = Data()
    for await data in chunks {
      seen += data
      let text = String(decoding: seen, as: UTF8.self)
      guard let match = text.firstMatch(of: #/127\.0\.0\.1:([0-9]+) /#), let port = Int(match.1) else { continue }
      self.port = port
      return
    }
    throw StartFailure.ended(output: String(decoding: seen, as: UTF8.self))
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for the end and gives the exit status, or minus the signal.
  func untilEnd() async -> Int32 {
    for await _ in ended {}
    return process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
  }

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

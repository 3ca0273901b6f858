import Foundation
import NIOCore
import NIOPosix

/// Other people's programs that are measured beside ours.
enum Program {
  /// Where a program of this name lies; `nil` where it is not installed.
  static func path(_ name: String) -> String? { folder(of: [name]).map { $0 + "/" + name } }

  /// Where all of these programs lie beside each other.
  static func folder(of names: [String]) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":").map(String.init)
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
    let more = versions.sorted().reversed().map { "/usr/lib/postgresql/\($0)/bin" }
    return (folders + more).first { folder in names.allSatisfy { FileManager.default.isExecutableFile(atPath: folder + "/" + $0) } }
  }

  /// A port that the system has free at this moment.
  static func freePort() throws -> Int {
    let channel = try ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton).bind(host: "127.0.0.1", port: 0).wait()
    defer { try? channel.close().wait() }
    return channel.localAddress?.port ?? 0
  }

  static func kill(_ process: Process) {
    Foundation.kill(process.processIdentifier, SIGKILL)
    untilEnd(process)
  }

  /// `waitUntilExit` needs a run loop, which a task's thread does not have.
  private static func untilEnd(_ process: Process) { while process.isRunning { usleep(1_000) } }

  static func untilListening(_ port: Int, _ process: Process) async throws {
    for _ in 0..<250 {
      if let channel = try? await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connect(host: "127.0.0.1", port: port).get() {
        try await channel.close()
        return
      }
      guard process.isRunning else { break }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw WireBenchmarkFailure(description: "\(process.executableURL?.lastPathComponent ?? "the program") does not answer")
  }

  /// Starts a program; nobody reads what it prints.
  static func start(_ program: String, _ arguments: [String], in folder: URL) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Waits for the end of a program, which must be a good one.
  static func untilDone(_ process: Process) throws {
    untilEnd(process)
    guard process.terminationStatus == 0 else {
      throw WireBenchmarkFailure(description: "\(process.executableURL?.path ?? "a program") ended with \(process.terminationStatus)")
    }
  }

  /// What a program prints.
  static func output(_ program: String, _ arguments: [String]) throws -> String {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    untilEnd(process)
    guard process.terminationStatus == 0 else { throw WireBenchmarkFailure(description: "\(program) ended with \(process.terminationStatus)") }
    return text
  }
}

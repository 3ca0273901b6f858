import Foundation

/// A `thidua-server` of its own, as built beside this program.
final class ServerProcess: Sendable {
  private let process: Process
  let port: Int
  let pid: Int32

  /// `thidua-server` in the folder of this program.
  package static var beside: String {
    URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent().path + "/thidua-server"
  }

  private init(_ process: Process, port: Int) {
    self.process = process
    self.port = port
    pid = process.processIdentifier
  }

  /// Starts a server and waits until it says where it listens.
  ///
  /// - Parameter signsIn: Else anybody on this machine may file for every unit.
  static func start(_ program: String, on site: LoadSite, encrypted: Bool, signsIn: Bool = true) async throws -> ServerProcess {
    var arguments = ["serve", "--data", site.data, "--port", "0", "--no-pages"] + (signsIn ? ["--sign-in"] : [])
    if encrypted {
      arguments += ["--certificate", site.path + "/certificates/server.pem", "--key", site.path + "/certificates/server.key"]
    }
    let output = site.path + "/server.out"
    let process = try launch(program, arguments, output: output)
    for _ in 0..<1_200 {
      try await Task.sleep(for: .milliseconds(50))
      let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
      if let match = text.firstMatch(of: #/127\.0\.0\.1:([0-9]+)/#), let port = Int(match.1) {
        return ServerProcess(process, port: port)
      }
      guard process.isRunning else { break }
    }
    process.terminate()
    let said = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
    throw LoadFailure("The server did not start: \(said)")
  }

  /// Runs a command to its end.
  ///
  /// - Parameter output: The file that takes what it prints.
  /// - Returns: Its exit status.
  static func run(_ program: String, _ arguments: [String], output: String) async throws -> Int32 {
    try await ended(try launch(program, arguments, output: output), within: .seconds(600))
  }

  /// Stops the server as its operator does, and waits until it has.
  func stop() async throws {
    process.terminate()
    let status = try await Self.ended(process, within: .seconds(60))
    guard status == 0 else { throw LoadFailure("The server ended with \(status).") }
  }

  /// Ends the server however it stands: what comes after a failure.
  func kill() { if process.isRunning { Foundation.kill(pid, SIGKILL) } }

  private static func launch(_ program: String, _ arguments: [String], output: String) throws -> Process {
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw LoadFailure("There is no \(program); build it first, with the same configuration: swift build --product thidua-server.")
    }
    guard FileManager.default.createFile(atPath: output, contents: nil, attributes: [.posixPermissions: 0o600]) else {
      throw LoadFailure("\(output) cannot be written.")
    }
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = file
    process.standardError = file
    try process.run()
    LoadStop.started(process)
    return process
  }

  private static func ended(_ process: Process, within time: Duration) async throws -> Int32 {
    let end = ContinuousClock.now + time
    while process.isRunning {
      guard ContinuousClock.now < end else {
        Foundation.kill(process.processIdentifier, SIGKILL)
        throw LoadFailure("\(process.executableURL?.lastPathComponent ?? "") did not end within \(time).")
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    return process.terminationStatus
  }
}

import BenchmarkHarness
import Foundation

/// A PostgreSQL cluster of its own with the settings of a new one, and `pgbench` that commits one row at a time.
struct PostgresPeer: Sendable {
  private let programs: URL
  private let folder: URL
  private let port: Int

  /// - Returns: `nil` where the server or `pgbench` is not installed, or nobody is here whom the server runs for.
  static func serve<Value>(in parent: String, _ body: (PostgresPeer) async throws -> Value) async throws -> Value? {
    guard let found = Program.folder(of: ["initdb", "postgres", "pg_ctl", "pgbench", "psql"]) else { return nil }
    let programs = URL(fileURLWithPath: found)
    // The server refuses to run for the administrator.
    let owner = geteuid() == 0 ? getpwnam("postgres").map { Int($0.pointee.pw_uid) } : nil
    let runuser = Program.path("runuser")
    if geteuid() == 0, owner == nil || runuser == nil { return nil }
    let port = try Program.freePort()
    let folder = URL(fileURLWithPath: parent).appendingPathComponent("thidua-postgres-\(port)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func start(_ name: String, _ arguments: [String]) throws -> Process {
      let program = programs.appendingPathComponent(name).path
      guard owner != nil, let runuser else { return try Program.start(program, arguments, in: folder) }
      return try Program.start(runuser, ["-u", "postgres", "--", program] + arguments, in: folder)
    }
    func run(_ name: String, _ arguments: [String]) throws { try Program.untilDone(try start(name, arguments)) }
    if let owner { try FileManager.default.setAttributes([.ownerAccountID: owner], ofItemAtPath: folder.path) }
    let data = folder.appendingPathComponent("data")
    try run("initdb", ["-D", data.path, "-U", "peer", "-A", "trust", "--locale=C", "-E", "UTF8"])
    let file = try FileHandle(forWritingTo: data.appendingPathComponent("postgresql.conf"))
    try file.seekToEnd()
    // All else as it comes, so that a commit is durable.
    try file.write(contentsOf: Data("listen_addresses = '127.0.0.1'\nport = \(port)\nunix_socket_directories = ''\n".utf8))
    try file.close()
    // Not by pg_ctl: a process counts as running for as long as anybody lives whom it began.
    let server = try start("postgres", ["-D", data.path])
    defer {
      try? run("pg_ctl", ["-D", data.path, "-m", "immediate", "-w", "stop"])
      Program.kill(server)
    }
    try await Program.untilListening(port, server)
    let peer = PostgresPeer(programs: programs, folder: folder, port: port)
    try await peer.untilReady()
    return try await body(peer)
  }

  /// It listens before it answers.
  private func untilReady() async throws {
    for _ in 0..<250 {
      if (try? sql("select 1")) != nil { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw WireBenchmarkFailure(description: "PostgreSQL does not answer")
  }

  private var place: [String] { ["-h", "127.0.0.1", "-p", "\(port)", "-U", "peer"] }

  /// One run: each of the clients commits rows of 256 bytes, without key or index, one after another.
  ///
  /// - Parameter count: Rows of all clients together.
  func commits(clients: Int, count: Int) throws -> DurableBenchmark.Commits {
    let each = max(1, count / clients)
    try sql("drop table if exists filings; create table filings (client integer, content text); checkpoint")
    let script = folder.appendingPathComponent("one.sql")
    let row = String(repeating: "x", count: 256)
    try Data("insert into filings values (:client_id, '\(row)');\n".utf8).write(to: script)
    let logs = folder.appendingPathComponent("times")
    try? FileManager.default.removeItem(at: logs)
    try FileManager.default.createDirectory(at: logs, withIntermediateDirectories: true)
    let text = try Program.output(
      programs.appendingPathComponent("pgbench").path,
      place + [
        "-n", "-M", "prepared", "-c", "\(clients)", "-j", "2", "-t", "\(each)", "-l", "--sampling-rate=0.1", "--log-prefix=\(logs.path)/log",
        "-f", script.path, "postgres",
      ])
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("tps = ") }),
      let rate = line.split(separator: " ").dropFirst(2).first.flatMap({ Double($0) })
    else { throw WireBenchmarkFailure(description: "pgbench says no rate: \(text)") }
    let kept = try sql("select count(*) from filings").trimmingCharacters(in: .whitespacesAndNewlines)
    guard kept == "\(each * clients)" else { throw WireBenchmarkFailure(description: "PostgreSQL kept \(kept) of \(each * clients) rows") }
    return DurableBenchmark.Commits(perSecond: Int(rate), latencies: Sampling(samples: try Self.times(logs)))
  }

  /// Nanoseconds of some of the transactions: the third word of a line has microseconds.
  private static func times(_ folder: URL) throws -> [Int64] {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let times = try files.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
        line.split(separator: " ").dropFirst(2).first.flatMap { Int64($0) }.map { $0 * 1000 }
      }
    }
    // None of few transactions may have been picked.
    return times.isEmpty ? [0] : times
  }

  @discardableResult
  private func sql(_ text: String) throws -> String {
    try Program.output(
      programs.appendingPathComponent("psql").path,
      place + ["-d", "postgres", "-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1"] + text.split(separator: ";").flatMap { ["-c", String($0)] })
  }
}

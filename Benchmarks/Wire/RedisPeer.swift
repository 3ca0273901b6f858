import Foundation
import NIOCore

/// A redis-server of its own on a free port of this machine, with nothing on disk, for the length of `body`.
enum RedisPeer {
  /// - Returns: `nil` where no redis-server is installed.
  static func serve<Value>(_ body: (_ port: Int) async throws -> Value) async throws -> Value? {
    guard let program = Program.path("redis-server") else { return nil }
    let port = try Program.freePort()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("thidua-redis-\(port)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [
      "--bind", "127.0.0.1", "--port", "\(port)", "--save", "", "--appendonly", "no", "--dir", folder.path, "--loglevel", "warning",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    // It has nothing to save.
    defer { Program.kill(process) }
    try await Program.untilListening(port, process)
    return try await body(port)
  }

  /// `redis-benchmark`'s own figure for the same question, on one connection with sixteen commands under way; `nil` without it.
  static func ownFigure(_ port: Int, members: Int, count: Int) throws -> Int? {
    guard let program = Program.path("redis-benchmark") else { return nil }
    let words = ["-p", "\(port)", "-c", "1", "-P", "16", "-n", "\(count)", "-r", "\(members)", "--csv", "ZREVRANK", "board", "u__rand_int__"]
    let line = try Program.output(program, words).split(separator: "\n").last { $0.contains("ZREVRANK") }
    let cells = line?.split(separator: "\",\"").map { $0.trimmingCharacters(in: ["\""]) } ?? []
    return cells.dropFirst().first.flatMap { Double($0) }.map { Int($0) }
  }
}

/// Asks a sorted set for places, some commands together; answers come in order.
struct RedisSpeech: Speech, Sendable {
  private let requests: [ByteBuffer]
  private let together: Int
  private var lines = 0
  private var answered = 0
  private var isAtLineStart = true
  private var isWrong = false

  /// - Parameter requests: Each the commands that go together, taken in turn.
  /// - Parameter together: Commands of a request, each answered by one line.
  init(_ requests: [ByteBuffer], together: Int) { (self.requests, self.together) = (requests, together) }

  static func command(_ words: [String], to buffer: inout ByteBuffer) {
    buffer.writeString("*\(words.count)\r\n")
    for word in words { buffer.writeString("$\(word.utf8.count)\r\n\(word)\r\n") }
  }

  mutating func greeting() -> ByteBuffer { ByteBuffer() }
  mutating func request(_ number: Int, to buffer: inout ByteBuffer) { buffer.writeImmutableBuffer(requests[number % requests.count]) }

  mutating func receive(_ bytes: ByteBuffer) -> [SpeechEvent] {
    bytes.withUnsafeReadableBytes { bytes in
      for byte in bytes {
        // Every answer is a number.
        if isAtLineStart, byte != UInt8(ascii: ":") { isWrong = true }
        isAtLineStart = byte == UInt8(ascii: "\n")
        if isAtLineStart { lines += 1 }
      }
    }
    guard !isWrong else { return [.failed("redis-server answered something else than a number")] }
    var events: [SpeechEvent] = []
    while lines >= together {
      lines -= together
      events.append(.answer(answered))
      answered += 1
    }
    return events
  }
}

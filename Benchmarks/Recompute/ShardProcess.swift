import Foundation
import Ranking

/// A process that keeps some blocks, from the side of the one that asks it.
final class ShardProcess {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  /// Bytes of its columns.
  private(set) var columnBytes = 0

  init(_ program: String, _ arguments: [String]) throws {
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["shard"] + arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  func waitUntilLoaded() throws {
    let words = try line().split(separator: " ")
    guard words.count == 2, words[0] == "ready", let bytes = Int(words[1]) else { throw Self.ended }
    columnBytes = bytes
  }

  func start() throws { try input.fileHandleForWriting.write(contentsOf: Data("run\n".utf8)) }

  /// - Returns: Nanoseconds, as the process measured them.
  func finish() throws -> Int64 {
    guard let time = Int64(try line()) else { throw Self.ended }
    return time
  }

  /// - Returns: A list a result column, by unit and month.
  func result(units: Int, months: Int) throws -> [[Int32]] {
    try input.fileHandleForWriting.write(contentsOf: Data("result\n".utf8))
    return try RatioStandings.Column.allCases.map { _ in
      var bytes = Data()
      let wanted = units * months * 4
      while bytes.count < wanted {
        guard let more = try output.fileHandleForReading.read(upToCount: wanted - bytes.count), !more.isEmpty else {
          throw Self.ended
        }
        bytes.append(more)
      }
      return bytes.withUnsafeBytes { raw in
        (0..<units * months).map { Int32(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 4, as: Int32.self)) }
      }
    }
  }

  func end() {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  private static let ended = RecomputeCommand.Usage(description: "shards: a process ended early; its message stands above.")

  private func line() throws -> String {
    var bytes: [UInt8] = []
    while let next = try output.fileHandleForReading.read(upToCount: 1), let byte = next.first {
      if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
    throw Self.ended
  }
}

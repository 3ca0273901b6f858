import Foundation

/// The same messages sent with gRPC, gzip, a token and a key against repetition, by `grpcio` in Python.
enum GrpcPeer {
  private struct Task: Encodable {
    let token: String
    let messages: [String]
  }
  private struct Answer: Decodable {
    let installed: Bool
    let version: String?
    let bytesUp: [Int]?
    let gzipped: [Int]?
  }

  /// Bytes up of each call on one connection, of which the first opens it, and of each message as gzip packs it.
  ///
  /// - Returns: `nil` where there is no Python with `grpcio`.
  static func bytesUp(_ messages: [[UInt8]], token: String) throws -> (version: String, bytes: [Int], gzipped: [Int])? {
    let script = "Benchmarks/Peers/grpc_bytes.py"
    let made = ".build/grpc/bin/python3"
    let files = FileManager.default
    guard files.fileExists(atPath: script), let python = files.isExecutableFile(atPath: made) ? made : Program.path("python3")
    else { return nil }
    let input = files.temporaryDirectory.appendingPathComponent("thidua-grpc-\(UUID().uuidString)")
    defer { try? files.removeItem(at: input) }
    let task = Task(token: token, messages: messages.map { Data($0).base64EncodedString() })
    try JSONEncoder().encode(task).write(to: input)
    let said = try Program.output(python, [script, input.path])
    let answer = try JSONDecoder().decode(Answer.self, from: Data(said.utf8))
    guard answer.installed, let version = answer.version, let bytes = answer.bytesUp, let gzipped = answer.gzipped
    else { return nil }
    guard bytes.count == messages.count else {
      throw WireBenchmarkFailure(description: "gRPC answered \(bytes.count) of \(messages.count)")
    }
    return (version, bytes, gzipped)
  }
}

import Foundation

/// One line of `Protocol/Vectors/wire.jsonl`.
struct Vector: Decodable, Sendable {
  struct Expectation: Decodable, Sendable {
    struct Failure: Decodable, Sendable, Equatable {
      var scope: String
      var code: String
      var stream: UInt32?
      /// The failure has to be raised when this many bytes are here, at the latest.
      var after_bytes: Int?
    }
    var ok: [Event]?
    var error: Failure?
    /// Nothing happens yet: bytes are missing.
    var incomplete: Bool?
    var reencode: Bool?
  }

  struct LimitOverrides: Decodable, Sendable {
    var request_body: Int?
    var raw: Int?
  }

  var id: String
  var kind: String
  var state: String?
  var hex: String
  var message: String?
  var raw_length: UInt32?
  var limits: LimitOverrides?
  var chunks: [Int]?
  var expect: Expectation

  /// The bytes the hex digits stand for.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in hex.utf8 {
      let digit = character <= 57 ? character - 48 : character - 87
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    return bytes
  }

  /// All lines of the file, in its order.
  static let all: [Vector] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appendingPathComponent("Protocol/Vectors/wire.jsonl")
    guard let text = try? Data(contentsOf: file) else { return [] }
    let decoder = JSONDecoder()
    return text.split(separator: UInt8(ascii: "\n")).map { line in
      do {
        return try decoder.decode(Vector.self, from: line)
      } catch {
        fatalError("wire.jsonl: \(String(decoding: line.prefix(80), as: UTF8.self)): \(error)")
      }
    }
  }()
}

/// Something a connection did, in the words of the vectors.
struct Event: Decodable, Equatable, Sendable {
  var type: String
  var chosen: UInt16?
  var stream: UInt32?
  var method: UInt16?
  var number: Number?
  var deadline_ms: UInt32?
  var payload: String?
  var payload_count: Int?
  var client_id: String?
  var deployment: String?
  var frame_body_max: UInt32?
  var code: UInt16?
  var effect: UInt8?
  var replayed: Bool?
  var last_stream: UInt32?
  var retry_after_ms: UInt32?
  var dictionary: String?
  var items: UInt32?
  var version: Number?

  init(_ type: String) { self.type = type }

  /// Whether this event is what `expected` says; a field it does not mention is not compared.
  func matches(_ expected: Event) -> Bool {
    func same<T: Equatable>(_ path: KeyPath<Event, T?>) -> Bool {
      expected[keyPath: path] == nil || expected[keyPath: path] == self[keyPath: path]
    }
    return type == expected.type && same(\.chosen) && same(\.stream) && same(\.method) && same(\.number)
      && same(\.deadline_ms) && same(\.payload) && same(\.payload_count) && same(\.client_id) && same(\.deployment)
      && same(\.frame_body_max) && same(\.code) && same(\.effect) && same(\.replayed) && same(\.last_stream)
      && same(\.retry_after_ms) && same(\.dictionary) && same(\.items) && same(\.version)
  }

  /// A decimal number, written as a string above 2^53.
  struct Number: Decodable, Equatable, Sendable {
    var value: UInt64
    init(_ value: UInt64) { self.value = value }
    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        guard let value = UInt64(text) else {
          throw DecodingError.dataCorruptedError(in: container, debugDescription: text)
        }
        self.value = value
      } else {
        self.value = try container.decode(UInt64.self)
      }
    }
  }
}

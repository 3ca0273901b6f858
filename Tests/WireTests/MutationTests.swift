import Foundation
import NIOCore
import Testing
import Wire

/// Bytes nobody would send on purpose. A trap would end the whole run, so arriving at the end is the result.
@Suite struct MutationTests {
  /// `THIDUA_SEED` repeats a run.
  private var seed: UInt64 { ProcessInfo.processInfo.environment["THIDUA_SEED"].flatMap(UInt64.init) ?? 20_231_201 }

  @Test func nothingAPeerSendsTraps() {
    print("mutation seed \(seed) (set THIDUA_SEED to repeat)")
    var random = SeededRandom(seed: seed)
    let vectors = Vector.all.filter { ["frame", "stream", "preface"].contains($0.kind) && $0.hex.count <= 2000 }
    let states = [
      "server.start", "server.await_hello", "server.await_auth", "server.open", "client.start", "client.await_welcome",
      "client.open",
    ]
    for _ in 0..<20_000 {
      guard let first = vectors.randomElement(using: &random), let second = vectors.randomElement(using: &random),
        let state = Bool.random(using: &random) ? first.state : states.randomElement(using: &random)
      else { return }
      let bytes = mutated(first.bytes, second.bytes, using: &random)
      var machine = VectorMachine(state: state)
      var index = 0
      while index < bytes.count {
        let end = min(bytes.count, index + Int.random(in: 1...max(1, bytes.count), using: &random))
        let wasClosed = machine.isClosed
        let before = machine.events.count
        machine.receive(bytes[index..<end])
        index = end
        #expect(!wasClosed || machine.events.count == before, "something happened after the end, seed \(seed)")
      }
    }
  }

  @Test func noPayloadTraps() {
    var random = SeededRandom(seed: seed &+ 1)
    let payloads = Vector.all.filter { $0.kind == "payload" && $0.hex.count <= 2000 }.map(\.bytes)
    for _ in 0..<20_000 {
      guard let first = payloads.randomElement(using: &random), let second = payloads.randomElement(using: &random)
      else { return }
      let bytes = mutated(first, second, using: &random, isFrame: false)
      // What is accepted must also be readable again; what is refused is refused with a problem of a request.
      do throws(WireProblem) {
        let problem = try Payload.decode(Problem.self, from: bytes)
        #expect(throws: Never.self) { try Payload.decode(Problem.self, from: Payload.encode(problem)) }
      } catch {
        #expect(!error.endsConnection)
      }
      _ = try? Payload.decode(Filing.self, from: bytes)
      _ = try? Payload.decode(RankingResponse.self, from: bytes)
    }
  }

  /// Changes a frame where it hurts: length, type, flags, code, stream, payload, order. Half the results carry a right
  /// checksum, so that the checks behind it are reached.
  private func mutated(
    _ first: [UInt8], _ second: [UInt8], using random: inout SeededRandom, isFrame: Bool = true
  ) -> [UInt8] {
    var bytes = first
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      switch Int.random(in: 0..<7, using: &random) {
      case 0 where !bytes.isEmpty:
        bytes[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1 where !bytes.isEmpty:
        let edge: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF]
        bytes[Int.random(in: bytes.indices, using: &random)] = edge.randomElement(using: &random) ?? 0
      case 2: bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
      case 3: bytes += second
      case 4:
        let cut = Int.random(in: 0...bytes.count, using: &random)
        bytes = Array(bytes[..<cut]) + second.suffix(Int.random(in: 0...second.count, using: &random))
      case 5:
        let cut = Int.random(in: 0...bytes.count, using: &random)
        bytes.insert(contentsOf: [0xFF, 0xFF, 0xFF, 0xFF].prefix(Int.random(in: 1...4, using: &random)), at: cut)
      case 6 where isFrame && bytes.count >= 12:
        bytes[Int.random(in: 0..<12, using: &random)] = UInt8.random(in: 0...255, using: &random)
      default: break
      }
    }
    return isFrame && Bool.random(using: &random) ? repaired(bytes) : bytes
  }

  /// The same bytes with a length and a checksum that are right.
  private func repaired(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= 16 else { return bytes }
    var frame = Array(bytes.dropLast(4))
    let length = UInt32(frame.count - 12)
    for shift in 0..<4 { frame[shift] = UInt8(truncatingIfNeeded: length >> (24 - 8 * UInt32(shift))) }
    let crc = CRC32C.checksum(of: frame)
    return frame + (0..<4).map { UInt8(truncatingIfNeeded: crc >> (24 - 8 * UInt32($0))) }
  }
}

import NIOCore
import SwiftProtobuf
import Testing
import Wire
import WireConversations

/// The vectors every implementation has to agree on.
@Suite struct VectorTests {
  @Test func thereAreEnoughVectorsAndMostAreNegative() {
    let negative = Vector.all.filter { $0.expect.error != nil }.count
    #expect(Vector.all.count >= 400)
    #expect(negative * 10 >= Vector.all.count * 6)
    #expect(Set(Vector.all.map(\.id)).count == Vector.all.count)
  }

  @Test(arguments: ["preface", "frame", "stream", "payload", "inflate"])
  func everyVectorOfAKindHolds(kind: String) {
    let vectors = Vector.all.filter { $0.kind == kind }
    #expect(!vectors.isEmpty)
    for vector in vectors {
      for problem in mismatches(vector) { Issue.record("\(vector.id): \(problem)") }
    }
  }

  @Test func everyConnectionProblemOfTheDecoderIsReached() {
    let reached = Set(Vector.all.compactMap(\.expect.error?.code))
    // Time, load and policy make the others; ConnectionTableTests and the server's own tests do.
    let elsewhere: Set<String> = [
      "IDLE", "SHUTDOWN", "WRONG_DEPLOYMENT", "HANDSHAKE_TIMEOUT", "FRAME_TIMEOUT", "OUTPUT_STALLED",
      "TOO_MANY_CONNECTIONS", "UNAUTHENTICATED", "DEADLINE_PASSED", "OVERLOADED", "DRAINING", "ANSWER_TOO_LARGE", "CANCELLED",
    ]
    let all = WireProblem.all.map(\.name)
    #expect(Set(all).subtracting(reached).subtracting(elsewhere).isEmpty)
  }

  /// A canary: changed vectors must be noticed, or the tests above prove nothing.
  @Test func changedVectorsAreNoticed() throws {
    var wrongCode = try #require(Vector.all.first { $0.id == "neg-001" })
    wrongCode.expect.error?.code = "BAD_STATE"
    #expect(!mismatches(wrongCode).isEmpty)
    var wrongValue = try #require(Vector.all.first { $0.id == "frm-010" })
    wrongValue.expect.ok?[0].method = 258
    #expect(!mismatches(wrongValue).isEmpty)
    var tooEarly = try #require(Vector.all.first { $0.id == "neg-002" })
    tooEarly.expect.error?.after_bytes = 11
    #expect(!mismatches(tooEarly).isEmpty)
  }

  /// What is wrong about the library's behaviour on this vector; empty if nothing.
  private func mismatches(_ vector: Vector) -> [String] {
    switch vector.kind {
    case "payload": mismatch(payload: vector).map { [$0] } ?? []
    case "inflate": mismatch(inflate: vector).map { [$0] } ?? []
    default: deliveries(vector).compactMap { mismatch(vector, pieces: $0) } + [mismatchInTime(vector)].compactMap { $0 }
    }
  }

  /// Whole, byte by byte, at the vector's own cuts, and in two pieces at every edge of the layout.
  private func deliveries(_ vector: Vector) -> [[ArraySlice<UInt8>]] {
    let bytes = vector.bytes
    var deliveries = [[bytes[...]]]
    // A longer one is nearly all payload, which the machine only waits for: its edges are enough.
    if bytes.count <= 4096 { deliveries.append(bytes.indices.map { bytes[$0...$0] }) }
    deliveries += cuts(bytes).map { [bytes[..<$0], bytes[$0...]] }
    if let chunks = vector.chunks {
      let ends = chunks + [bytes.count]
      deliveries.append(zip([0] + chunks, ends).map { bytes[$0..<$1] })
    }
    return deliveries
  }

  /// Where the layout of the first two frames and of the last has an edge, one byte before and behind it, and a few places
  /// drawn by the bytes themselves.
  private func cuts(_ bytes: [UInt8]) -> [Int] {
    var starts: [Int] = []
    var start = bytes.starts(with: Preface.magic) ? Preface.byteCount : 0
    while start + FrameHeader.byteCount <= bytes.count {
      starts.append(start)
      let length = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      start += FrameHeader.byteCount + length + FrameHeader.checksumByteCount
    }
    let edges = Set(starts.prefix(2) + starts.suffix(1)).flatMap { [$0, $0 + 4, $0 + FrameHeader.byteCount, bytes.count - 4] }
    var random = SeededRandom(seed: bytes.prefix(400).reduce(UInt64(bytes.count)) { $0 &* 31 &+ UInt64($1) })
    let drawn = (0..<4).map { _ in Int.random(in: 0...bytes.count, using: &random) }
    let near = (edges + [4, Preface.byteCount]).flatMap { [$0 - 1, $0, $0 + 1] }
    return Set(near + drawn).filter { (1..<bytes.count).contains($0) }.sorted()
  }

  /// A connection in the vector's state: a copy of one that has shaken hands once.
  private func machine(_ vector: Vector) -> VectorMachine {
    if vector.limits == nil, let made = Self.machines[vector.state ?? ""] { return made }
    var limits = Limits()
    if let bytes = vector.limits?.request_body { limits.requestBodyBytesMax = bytes }
    return VectorMachine(state: vector.state ?? "", limits: limits)
  }

  private static let machines: [String: VectorMachine] = Dictionary(
    uniqueKeysWithValues: Set(Vector.all.compactMap(\.state)).map { ($0, VectorMachine(state: $0)) })

  private func mismatch(_ vector: Vector, pieces: [ArraySlice<UInt8>]) -> String? {
    var machine = machine(vector)
    for piece in pieces { machine.receive(piece) }
    let cut = "\(pieces.count) pieces, first \(pieces.first?.count ?? 0) bytes: "
    if let expected = vector.expect.error {
      guard let failure = machine.failure else { return cut + "no failure, expected \(expected.code)" }
      guard failure.scope == expected.scope, failure.code == expected.code,
        expected.stream == nil || failure.stream == expected.stream
      else { return cut + "\(failure), expected \(expected)" }
      guard machine.isClosed == (expected.scope == "connection") else { return cut + "closed: \(machine.isClosed)" }
      return nil
    }
    if let failure = machine.failure { return cut + "failed with \(failure)" }
    if vector.expect.incomplete == true {
      guard machine.events.isEmpty, machine.unfinishedByteCount > 0 else { return cut + "did not wait" }
      return nil
    }
    let expected = vector.expect.ok ?? []
    guard machine.unfinishedByteCount == 0 else { return cut + "\(machine.unfinishedByteCount) bytes left" }
    guard machine.events.count == expected.count,
      zip(machine.events, expected).allSatisfy({ $0.matches($1) })
    else { return cut + "\(machine.events.map(\.type)) instead of \(expected.map(\.type)), or other values" }
    return nil
  }

  /// Whether a failure is raised as early as the vector demands.
  private func mismatchInTime(_ vector: Vector) -> String? {
    guard let after = vector.expect.error?.after_bytes else { return nil }
    var machine = machine(vector)
    for byte in vector.bytes.prefix(after) { machine.receive([byte]) }
    return machine.failure == nil ? "not refused after \(after) bytes" : nil
  }

  private func mismatch(inflate vector: Vector) -> String? {
    do throws(WireProblem) {
      let raw = try Inflater.inflate(
        vector.bytes[...], rawLength: vector.raw_length ?? 0, rawBytesMax: vector.limits?.raw ?? 0)
      return vector.expect.ok?.first?.payload_count == raw.count ? nil : "\(raw.count) bytes"
    } catch {
      return vector.expect.error?.code == error.name ? nil : error.name
    }
  }

  private func mismatch(payload vector: Vector) -> String? {
    switch vector.message {
    case "Decimal": mismatch(vector, Decimal.self)
    case "Quantity": mismatch(vector, Quantity.self)
    case "Filing": mismatch(vector, Filing.self)
    case "Hello": mismatch(vector, Hello.self)
    case "Outcome": mismatch(vector, Outcome.self)
    case "Problem": mismatch(vector, Problem.self)
    case "PlacesRequest": mismatch(vector, PlacesRequest.self)
    case "PlacesResponse": mismatch(vector, PlacesResponse.self)
    default: "no such message: \(vector.message ?? "")"
    }
  }

  private func mismatch<M: Message>(_ vector: Vector, _ type: M.Type) -> String? {
    do throws(WireProblem) {
      let message = try Payload.decode(type, from: vector.bytes)
      if let expected = vector.expect.error { return "accepted, expected \(expected.code)" }
      return Payload.encode(message) == vector.bytes ? nil : "encodes to \(hex(Payload.encode(message)))"
    } catch {
      return vector.expect.error?.code == error.name ? nil : "\(error.name): \(error)"
    }
  }
}

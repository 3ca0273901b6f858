import Foundation
import NIOCore
import Wire
import WireConversations

/// What is fuzzed. Each takes any bytes and traps where a promise is broken, which is what libFuzzer looks for.
enum Target: String, CaseIterable {
  case preface, server, client, payload, inflater

  /// The one that `THIDUA_FUZZ_TARGET` names.
  static let chosen: Target = {
    let name = ProcessInfo.processInfo.environment["THIDUA_FUZZ_TARGET"] ?? ""
    guard let target = Target(rawValue: name) else {
      fatalError("THIDUA_FUZZ_TARGET is one of \(Target.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return target
  }()

  func run(_ input: [UInt8]) throws {
    switch self {
    case .preface: try runPreface(input)
    case .server: try runServer(input)
    case .client: try runClient(input)
    case .payload: try runPayload(input)
    case .inflater: try runInflater(input)
    }
  }

  /// Whole and byte by byte end the same, and a wrong byte is the last one looked at.
  private func runPreface(_ input: [UInt8]) throws {
    func verdict(_ bytes: some Sequence<UInt8>) -> Result<Preface?, WireProblem> {
      var buffer = ByteBuffer(bytes: Array(bytes))
      do throws(WireProblem) { return .success(try Preface.read(from: &buffer)) } catch { return .failure(error) }
    }
    var first = verdict([])
    for count in 0...min(input.count, Preface.byteCount) {
      first = verdict(input.prefix(count))
      if case .failure = first { break }
    }
    guard first == verdict(input) else { throw BrokenPromise(description: "the preface depends on how it is cut") }
    guard case .success(let preface?) = first else { return }
    var written = ByteBuffer()
    preface.write(to: &written)
    guard written.readableBytesView.elementsEqual(input.prefix(Preface.byteCount)) else {
      throw BrokenPromise(description: "the preface is written otherwise than it was read")
    }
  }

  private static let servers = [
    (ServerReplay(answers: true), ServerReplay(answers: false)),
    (ServerReplay.opened(answers: true), ServerReplay.opened(answers: false)),
  ]

  /// Begun or open, whole and in pieces; the first byte says which, and whether the frames are signed anew.
  private func runServer(_ input: [UInt8]) throws {
    guard let first = input.first else { return }
    let bytes = Self.signed(Array(input.dropFirst()), first)
    let (answering, silent) = Self.servers[Int(first & 1)]
    var piecewise = answering
    try piecewise.receive(bytes) { _ in 1 + Int(first) }
    var whole = silent
    whole.keepsTrace = true
    var cut = whole
    try whole.receive(bytes) { $0 }
    try cut.receive(bytes) { left in 1 + left % 7 }
    guard whole.outcome == cut.outcome else { throw BrokenPromise(description: "the server depends on how its input is cut") }
  }

  private static let clients = [ClientReplay(), ClientReplay.opened()]

  private func runClient(_ input: [UInt8]) throws {
    guard let first = input.first else { return }
    let bytes = Self.signed(Array(input.dropFirst()), first)
    var whole = Self.clients[Int(first & 1)]
    whole.keepsTrace = true
    var cut = whole
    try whole.receive(bytes) { $0 }
    try cut.receive(bytes) { left in 1 + left % 7 }
    // A client that has not been greeted makes its requests in between, which is seen from outside.
    guard first & 1 == 0 || whole.outcome == cut.outcome else {
      throw BrokenPromise(description: "the client depends on how its input is cut")
    }
  }

  /// No fuzzer guesses a checksum. Three of four inputs get right ones.
  private static func signed(_ bytes: [UInt8], _ first: UInt8) -> [UInt8] {
    guard first & 6 != 0 else { return bytes }
    var conversation = Conversation(cutting: bytes)
    for index in conversation.pieces.indices { Mutation.sign(&conversation.pieces[index], rightLength: first & 4 != 0) }
    return conversation.bytes
  }

  private func runPayload(_ input: [UInt8]) throws {
    guard let first = input.first else { return }
    let bytes = Array(input.dropFirst())
    let check = Self.messages[Int(first) % Self.messages.count]
    try check(bytes)
  }

  /// Whatever is agreed to inflates to just what was declared; what we compress comes back.
  private func runInflater(_ input: [UInt8]) throws {
    guard input.count >= 4 else { return }
    let rawLength = UInt32(input[1]) << 16 | UInt32(input[2]) << 8 | UInt32(input[3])
    let dictionary = input[0] & 1 == 0 ? nil : PresetDictionary.first
    let rest = input.dropFirst(4)
    var count = Int(rawLength)
    do throws(WireProblem) {
      count = try Inflater.inflate(rest, rawLength: rawLength, rawBytesMax: 64 << 10, dictionary: dictionary).count
    } catch {
      guard ["MESSAGE_TOO_LARGE", "BAD_COMPRESSION"].contains(error.name) else { throw BrokenPromise(description: error.name) }
    }
    guard count == Int(rawLength) else { throw BrokenPromise(description: "\(count) bytes instead of \(rawLength)") }
    let raw = Array(rest)
    guard let packed = Deflater.deflate(raw, dictionary: dictionary) else { return }
    guard try Inflater.inflate(packed[...], rawLength: UInt32(raw.count), rawBytesMax: raw.count, dictionary: dictionary) == raw else {
      throw BrokenPromise(description: "compressed and inflated is something else")
    }
  }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  do {
    try Target.chosen.run(input)
  } catch {
    fatalError("\(Target.chosen.rawValue): \(error)")
  }
  return 0
}

/// libFuzzer calls this first; some modes need no fuzzer.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutablePointer<CInt>?, _ words: UnsafeMutableRawPointer?) -> CInt {
  if ProcessInfo.processInfo.environment["THIDUA_FUZZ_MODE"] != nil { exit(withoutLibFuzzer()) }
  return 0
}

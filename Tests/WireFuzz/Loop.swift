import Foundation
import NIOCore
import Wire
import WireConversations

/// What runs without libFuzzer around it, by `THIDUA_FUZZ_MODE`: `seeds` writes one input a file for each target into
/// `THIDUA_FUZZ_CORPUS`; `conversations` mutates `THIDUA_FUZZ_COUNT` conversations from `THIDUA_SEED` on.
func withoutLibFuzzer() -> CInt {
  let environment = ProcessInfo.processInfo.environment
  do {
    switch environment["THIDUA_FUZZ_MODE"] {
    case "seeds": try writeSeeds(to: URL(fileURLWithPath: environment["THIDUA_FUZZ_CORPUS"] ?? "."))
    case "conversations":
      let seed = environment["THIDUA_SEED"].flatMap(UInt64.init) ?? 20_231_201
      try mutate(environment["THIDUA_FUZZ_COUNT"].flatMap(Int.init) ?? 10_000_000, seed: seed)
    default:
      print("THIDUA_FUZZ_MODE is seeds or conversations")
      return 64
    }
    return 0
  } catch {
    print("wire-fuzz: \(error)")
    return 1
  }
}

/// The conversations of our own two sides, and every vector as what it is.
private func writeSeeds(to folder: URL) throws {
  struct Vector: Decodable {
    var id: String
    var kind: String
    var state: String?
    var hex: String
  }
  func write(_ target: Target, _ name: String, _ bytes: [UInt8]) throws {
    let place = folder.appendingPathComponent(target.rawValue)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try Data(bytes).write(to: place.appendingPathComponent("seed-" + name))
  }
  for (index, kind) in Conversation.Kind.all.enumerated() {
    let (toServer, toClient) = Conversation.exchange(kind)
    try write(.server, "exchange-\(index)", [0] + toServer.bytes)
    try write(.server, "open-\(index)", [1] + toServer.pieces.dropFirst(2).joined())
    try write(.client, "exchange-\(index)", [0] + toClient.bytes)
    try write(.client, "open-\(index)", [1] + toClient.pieces.dropFirst(2).joined())
    try write(.preface, "\(index)", toServer.pieces[0])
  }
  let form = Conversation.exchange(Conversation.Kind.all[0]).toServer.pieces[2].dropFirst(24).dropLast(4)
  for index in Target.messages.indices { try write(.payload, "form-\(index)", [UInt8(index)] + form) }
  for dictionary in [nil, PresetDictionary.first] {
    guard let packed = Deflater.deflate(Array(form), dictionary: dictionary) else { continue }
    try write(.inflater, "form-\(packed.count)", [dictionary == nil ? 0 : 1, 0, UInt8(form.count >> 8), UInt8(form.count & 255)] + packed)
  }
  let vectors = try String(contentsOf: URL(fileURLWithPath: "Protocol/Vectors/wire.jsonl"), encoding: .utf8)
  for line in vectors.split(separator: "\n") {
    let vector = try JSONDecoder().decode(Vector.self, from: Data(line.utf8))
    let digits = Array(vector.hex.utf8).map { $0 <= 57 ? $0 - 48 : $0 - 87 }
    guard digits.count <= 8192 else { continue }
    let bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    let isOpen: UInt8 = vector.state?.contains("open") == true ? 1 : 0
    switch vector.kind {
    case "payload": for first in 0..<3 as Range<UInt8> { try write(.payload, "\(vector.id)-\(first)", [first] + bytes) }
    case "inflate": try write(.inflater, vector.id, [0, 0, 1, 0] + bytes)
    case "preface": try write(.preface, vector.id, bytes)
    default: try write(vector.state?.hasPrefix("client") == true ? .client : .server, vector.id, [isOpen] + bytes)
    }
  }
}

private func mutate(_ count: Int, seed: UInt64) throws {
  print("mutation seed \(seed) (set THIDUA_SEED to repeat)")
  var mutations = MutatedConversations(seed: seed)
  let start = ContinuousClock.now
  let warm = count / 10
  for _ in 0..<warm { try mutations.runNext() }
  let before = residentBytes()
  for _ in warm..<count { try mutations.runNext() }
  let after = residentBytes()
  print("\(count) conversations, \(mutations.frames) frames in \(ContinuousClock.now - start); " +
    "resident \(before >> 10) KiB after a tenth of them, \(after >> 10) KiB at the end")
  for (name, times) in mutations.endings.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) { print("  \(times) \(name)") }
  guard after <= before + before / 10 else { throw BrokenPromise(description: "memory grew by more than a tenth") }
}

/// Memory of this process that is in use.
private func residentBytes() -> Int {
  let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
  return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
}

import Foundation
import NIOCore
import Testing
import Wire
import WireConversations

/// Bytes nobody would send on purpose. A trap would end the whole run, so arriving at the end is the result.
@Suite struct MutationTests {
  /// `THIDUA_SEED` repeats a run.
  private var seed: UInt64 { ProcessInfo.processInfo.environment["THIDUA_SEED"].flatMap(UInt64.init) ?? 20_231_201 }

  // reliability F2: conversations of our own two sides with one to three things broken; four parts, one for each thread.
  @Test(arguments: 0..<4 as Range<UInt64>) func aBrokenConversationBreaksNoPromise(part: UInt64) throws {
    print("mutation seed \(seed) (set THIDUA_SEED to repeat)")
    var mutations = MutatedConversations(seed: seed &+ part &* 1_000_003)
    for number in 0..<25_000 {
      do throws(BrokenPromise) {
        try mutations.runNext()
      } catch {
        Issue.record("seed \(seed), part \(part), conversation \(number): \(error)")
        return
      }
    }
    // Every kind of check is reached, the ones behind the checksum too.
    let expected = [
      "BAD_MAGIC", "VERSION_UNSUPPORTED", "BAD_CRC", "FRAME_TOO_LARGE", "RESERVED_BITS", "UNKNOWN_FRAME", "BAD_STATE", "STREAM_ID",
      "BAD_BODY", "open", "closed",
    ]
    for name in expected { #expect(mutations.endings[name] != nil, "\(name) in \(mutations.endings)") }
    #expect(mutations.frames > 100_000)
  }

  // A changed frame with its old checksum is refused, waited for, or, where only bytes behind the last frame are gone, not there.
  @Test func aFrameWithOneWrongBitIsNeverActedOn() throws {
    var random = SeededRandom(seed: seed &+ 2)
    let (toServer, toClient) = Conversation.exchange(Conversation.Kind(compresses: true, signsIn: false))
    for number in 0..<4_000 {
      let isServer = number % 2 == 0
      var pieces = Array((isServer ? toServer : toClient).pieces.dropFirst(2))
      let place = random.below(pieces.count)
      let before = try outcome(isServer, pieces[..<place])
      pieces[place][random.below(pieces[place].count)] ^= 1 << UInt8(random.below(8))
      let after = try outcome(isServer, pieces[...])
      let name = after.problem?.name ?? "open"
      #expect(["BAD_CRC", "FRAME_TOO_LARGE", "open"].contains(name), "\(number): \(name)")
      #expect(after.requests == before.requests, "\(number)")
    }
  }

  private let openServer = ServerReplay.opened(answers: false)
  private let openClient = ClientReplay.opened()

  private func outcome(_ isServer: Bool, _ pieces: ArraySlice<[UInt8]>) throws -> ReplayOutcome {
    func outcome(_ begun: some Replay) throws -> ReplayOutcome {
      var replay = begun
      replay.keepsTrace = true
      for piece in pieces { try replay.receive(ByteBuffer(bytes: piece)) }
      return replay.outcome
    }
    return isServer ? try outcome(openServer) : try outcome(openClient)
  }

  // Whatever is delivered, and however often it is said again: the same actions, wherever the input is cut.
  @Test func theActionsDoNotDependOnTheCuts() throws {
    var random = SeededRandom(seed: seed &+ 3)
    let exchanges = Conversation.Kind.all.map(Conversation.exchange)
    for number in 0..<2_000 {
      let isServer = number % 2 == 0
      let (exchange, other) = (exchanges[random.below(3)], exchanges[random.below(3)])
      var conversation = Conversation(Array((isServer ? exchange.toServer : exchange.toClient).pieces.dropFirst(2)))
      Mutation.mutate(&conversation, with: isServer ? other.toServer : other.toClient, using: &random)
      let bytes = conversation.bytes
      let whole = try outcome(isServer, [bytes])
      let cut = random.below(bytes.count + 1)
      #expect(try outcome(isServer, [Array(bytes[..<cut]), Array(bytes[cut...])]) == whole, "\(number) cut at \(cut)")
      #expect(try outcome(isServer, conversation.pieces[...]) == whole, "\(number)")
    }
  }

  @Test func noPayloadTraps() {
    var random = SeededRandom(seed: seed &+ 1)
    let payloads = Vector.all.filter { $0.kind == "payload" && $0.hex.count <= 2000 }.map(\.bytes)
    for _ in 0..<20_000 {
      guard let first = payloads.randomElement(using: &random), let second = payloads.randomElement(using: &random)
      else { return }
      let bytes = mutated(first, second, using: &random)
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

  /// Changes a payload where it hurts: tags, lengths, the end.
  private func mutated(_ first: [UInt8], _ second: [UInt8], using random: inout SeededRandom) -> [UInt8] {
    var bytes = first
    for _ in 0..<(1 + random.below(4)) {
      switch random.below(6) {
      case 0 where !bytes.isEmpty: bytes[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
      case 1 where !bytes.isEmpty: bytes[random.below(bytes.count)] = [0, 1, 0x7F, 0x80, 0xFF][random.below(5)]
      case 2: bytes = Array(bytes.prefix(random.below(bytes.count + 1)))
      case 3: bytes += second
      case 4: bytes = Array(bytes.prefix(random.below(bytes.count + 1))) + second.suffix(random.below(second.count + 1))
      case 5: bytes.insert(contentsOf: repeatElement(0xFF, count: 1 + random.below(4)), at: random.below(bytes.count + 1))
      default: break
      }
    }
    return bytes
  }
}

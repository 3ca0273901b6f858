import Campaign
import Crypto
import Foundation
import NIOCore
import Testing

@testable import Wire
import WireConversations

/// The preset dictionary: what it is made of, what it saves, and that it is used only where both sides agreed.
@Suite struct DictionaryTests {
  private let dictionary = PresetDictionary.first
  private let other = PresetDictionary(bytes: Array("bytes that nobody has agreed on".utf8), digest: 1)

  private var konTumForm: [UInt8] {
    get throws {
      let rulebook = try Rulebook(yaml: BundledCampaigns.yaml("kon-tum-2023") ?? [])
      var random = SeededRandom(seed: 1)
      var filing = Wire.Filing()
      filing.unit = "xa-dak-tram"
      filing.period = "2023-11"
      filing.form = "month"
      filing.figures = rulebook.counters.map(\.code).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { code in
        var figure = Figure()
        figure.counter = code
        figure.value = Int64.random(in: 0...300, using: &random)
        return figure
      }
      filing.contentKey = Data((0..<32).map { _ in UInt8.random(in: 0...255, using: &random) })
      var request = SubmitRequest()
      request.campaign = rulebook.id
      request.filings = [filing]
      return Payload.encode(request)
    }
  }

  private func inflate(_ packed: [UInt8], _ count: Int, _ dictionary: PresetDictionary?) throws(WireProblem) -> [UInt8] {
    try Inflater.inflate(packed[...], rawLength: UInt32(count), rawBytesMax: 1 << 20, dictionary: dictionary)
  }

  @Test func theBytesAreThoseOfTheSpecification() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = try Data(contentsOf: root.appendingPathComponent("Protocol/Dictionaries/1.bin"))
    #expect(Array(file) == dictionary.bytes)
    #expect((1...4096).contains(file.count))
    let digest = Array(SHA256.hash(data: file))
    #expect(digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } == dictionary.digest)
    let text = try String(contentsOf: root.appendingPathComponent("Protocol/Frame.md"), encoding: .utf8)
    #expect(text.contains(hex(digest)))
    #expect(text.contains(hex((0..<4).map { UInt8(truncatingIfNeeded: dictionary.id >> (24 - 8 * UInt32($0))) })))
  }

  @Test func itHoldsTheCodesOfTheBundledCampaigns() throws {
    let text = Data(dictionary.bytes)
    for name in BundledCampaigns.ids {
      let rulebook = try Rulebook(yaml: BundledCampaigns.yaml(name) ?? [])
      #expect(text.range(of: Data(rulebook.id.utf8)) != nil)
      for counter in rulebook.counters { #expect(text.range(of: Data(counter.code.utf8)) != nil, "\(counter.code)") }
    }
  }

  @Test func theKonTumFormShrinksToAThird() throws {
    let raw = try konTumForm
    let plain = try #require(Deflater.deflate(raw))
    let preset = try #require(Deflater.deflate(raw, dictionary: dictionary))
    print("Kon Tum form, bytes: \(raw.count) raw, \(plain.count) zlib, \(preset.count) zlib with the dictionary")
    #expect(preset.count * 3 <= raw.count)
    #expect(preset.count * 2 <= plain.count)
    #expect(try inflate(preset, raw.count, dictionary) == raw)
  }

  @Test func aStreamMayDoWithoutAndMayAskForNoOther() throws {
    let raw = Array("c_on_full c_on_part c_direct c_post c_total c_early c_ontime c_late c_resolved c_open_ok c_open_over c_on_full c_on_part".utf8)
      + [UInt8](repeating: 0, count: 40)
    let plain = try #require(Deflater.deflate(raw))
    let preset = try #require(Deflater.deflate(raw, dictionary: dictionary))
    let foreign = try #require(Deflater.deflate(raw, dictionary: other))
    #expect(try inflate(plain, raw.count, dictionary) == raw)
    #expect(try inflate(preset, raw.count, dictionary) == raw)
    for (packed, held) in [(preset, nil), (preset, other), (foreign, dictionary), (foreign, nil)] as [([UInt8], PresetDictionary?)] {
      #expect { try inflate(packed, raw.count, held) } throws: { ($0 as? WireProblem)?.name == "BAD_COMPRESSION" }
    }
  }

  // A stream is lent from message to message; what it forgets must be all.
  @Test func nothingOfOneMessageIsInTheNext() throws {
    let secret = dictionary.bytes
    let message = Array(dictionary.bytes.suffix(600))
    // The same stream as with the dictionary, but saying that it needs none: it refers to bytes before its beginning.
    let preset = try #require(Deflater.deflate(message, dictionary: dictionary))
    let borrowing = [0x78, 0x9C] + preset.dropFirst(6)
    let packedSecret = try #require(Deflater.deflate(secret))
    for _ in 0..<20 {
      #expect(try inflate(packedSecret, secret.count, nil) == secret)
      #expect(throws: WireProblem.self) { try inflate(Array(borrowing), message.count, nil) }
      #expect(try inflate(preset, message.count, dictionary) == message)
      #expect(throws: WireProblem.self) { try inflate(Array(borrowing), message.count, dictionary) }
    }
  }

  @Test func aDeflaterThatHasServedWritesWhatANewOneWrites() throws {
    var random = SeededRandom(seed: 4)
    let raw = try konTumForm
    let messages = (0..<60).map { index in Array(raw.prefix(200 + 15 * index)) + (0..<index).map { _ in UInt8.random(in: 0...9, using: &random) } }
    for message in messages.shuffled(using: &random) + messages {
      for held in [nil, dictionary] as [PresetDictionary?] {
        let fresh = try #require(ZlibStream(.deflating))
        let expected = [UInt8](unsafeUninitializedCapacity: 4096) { output, count in
          count = fresh.run(message[...], into: output, dictionary: held).produced
        }
        #expect(Deflater.deflate(message, dictionary: held) == expected)
        // Between them one that does not fit and one that is broken.
        _ = Deflater.deflate((0..<300).map { _ in UInt8.random(in: 0...255, using: &random) }, dictionary: held)
        _ = try? inflate(Array(expected.dropLast(5)), message.count, held)
        #expect(try inflate(expected, message.count, held) == message)
      }
    }
    #expect(ZlibPool.deflaters.idleCount <= 8 && ZlibPool.inflaters.idleCount <= 8)
  }

  @Test func theServerChoosesTheFirstThatItHolds() throws {
    let known = dictionary.digest
    for (held, chosen) in [([], 0), ([1, 2], 0), ([1, known], known), ([known, 1], known)] as [([UInt64], UInt64)] {
      var hello = Hello()
      hello.clientID = Data(repeating: 1, count: 16)
      hello.dictionaries = held
      var server = ServerConnection()
      var bytes = ByteBuffer()
      Preface.offering(1...1).write(to: &bytes)
      Frame(.hello, body: ByteBuffer(bytes: Payload.encode(hello))).write(to: &bytes)
      _ = server.receive(bytes, atMS: 0)
      guard case .send(let answer) = server.welcome(Welcome(), atMS: 0).first else { return #expect(Bool(false)) }
      var decoder = FrameDecoder()
      decoder.append(answer)
      guard case .frame(let frame) = try decoder.next(bodyBytesMax: 4096) else { return #expect(Bool(false)) }
      #expect(try Payload.decode(Welcome.self, from: Array(frame.body.readableBytesView)).dictionary == chosen)
    }
  }

  @Test func bothSidesUseWhatTheyAgreedOn() throws {
    for compresses in [true, false] {
      var server = ServerConnection()
      var hello = Hello()
      hello.clientID = Data(repeating: 1, count: 16)
      var client = ClientConnection(hello: hello, compresses: compresses)
      var welcome: [ServerConnection.Action] = []
      for case .send(let bytes) in client.start() { welcome += server.receive(bytes, atMS: 0) }
      for case .send(let bytes) in welcome + server.welcome(Welcome(), atMS: 0) { _ = client.receive(bytes) }
      #expect(client.phase == .open)
      let raw = try konTumForm
      let (stream, up) = try client.request(.submit, payload: raw, requestNumber: 1, deadlineMS: 0)
      let delivered = server.receive(up, atMS: 0)
      guard case .deliver(let request) = delivered.first else { return #expect(Bool(false)) }
      #expect(request.payload == raw)
      let answer = Response.success(raw, stream: stream, effect: .applied, replayed: false)
      guard case .send(let down) = server.respond(answer).first else { return #expect(Bool(false)) }
      #expect(client.receive(down) == [.answered(answer)])
      #expect((up.readableBytes * 3 <= raw.count + 90) == compresses)
      #expect((down.readableBytes * 3 <= raw.count + 90) == compresses)
    }
  }
}

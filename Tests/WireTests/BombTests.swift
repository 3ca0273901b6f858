import NIOCore
import Testing
import Wire

/// Small streams that inflate to large ones (reliability F5).
@Suite struct BombTests {
  /// 64 MiB of one byte in 64 KiB.
  private static let bomb: [UInt8] = Deflater.deflate([UInt8](repeating: 0, count: 64 << 20)) ?? []

  private func name(of packed: ArraySlice<UInt8>, declared: UInt32, limit: Int = 4 << 20) -> String? {
    do throws(WireProblem) {
      _ = try Inflater.inflate(packed, rawLength: declared, rawBytesMax: limit)
      return nil
    } catch { return error.name }
  }

  // Honest about its length it is not inflated at all; with a lie it is inflated to the lie and a byte.
  @Test func tenThousandBombsAreRefusedInLessThanAMillisecondEach() {
    let bomb = Self.bomb
    #expect((60 << 10...66 << 10).contains(bomb.count))
    var slowest = Duration.zero
    let start = ContinuousClock.now
    for number in 0..<10_000 {
      let one = ContinuousClock.now
      switch number % 5 {
      case 0: #expect(name(of: bomb[...], declared: 64 << 20) == "MESSAGE_TOO_LARGE")
      case 1: #expect(name(of: bomb[...], declared: .max) == "MESSAGE_TOO_LARGE")
      case 2: #expect(name(of: bomb[...], declared: 64 << 10, limit: 64 << 10) == "BAD_COMPRESSION")
      case 3: #expect(name(of: bomb[...], declared: 200) == "BAD_COMPRESSION")
      // Declares what so few bytes cannot hold: not inflated either.
      default: #expect(name(of: bomb.prefix(100), declared: 4 << 20) == "BAD_COMPRESSION")
      }
      slowest = max(slowest, ContinuousClock.now - one)
    }
    let all = ContinuousClock.now - start
    print("10,000 bombs: \(all), slowest \(slowest)")
    #expect(all / 10_000 < .milliseconds(1))
  }

  // The dearest lie costs what an honest message of the same declared length costs, and not a byte more.
  @Test func aBombThatDeclaresTheLimitIsInflatedToTheLimit() throws {
    let honest = try #require(Deflater.deflate([UInt8](repeating: 0, count: 4 << 20)))
    #expect(try Inflater.inflate(honest[...], rawLength: 4 << 20, rawBytesMax: 4 << 20).count == 4 << 20)
    #expect(name(of: Self.bomb[...], declared: 4 << 20) == "BAD_COMPRESSION")
    #expect(name(of: (honest + honest)[...], declared: 4 << 20) == "BAD_COMPRESSION")
    #expect(name(of: honest.dropLast(), declared: 4 << 20) == "BAD_COMPRESSION")
    #expect(name(of: honest[...], declared: 4 << 20 - 1) == "BAD_COMPRESSION")
  }

  // 32 in flight on a connection, each one declaring little: none is delivered, and the connection calms the peer down.
  @Test func aConnectionFullOfBombsDeliversNothing() {
    var connection = ServerConnection()
    var bytes = ByteBuffer()
    Preface.offering(1...1).write(to: &bytes)
    var hello = Hello()
    hello.clientID = .init(repeating: 1, count: 16)
    Frame(.hello, body: ByteBuffer(bytes: Payload.encode(hello))).write(to: &bytes)
    _ = connection.receive(bytes, atMS: 0)
    _ = connection.welcome(Welcome(), atMS: 0)
    var (refused, delivered) = (0, 0)
    for stream in 1...200 as ClosedRange<UInt32> {
      var body = ByteBuffer(repeating: 0, count: 12)
      body.writeInteger(UInt32(1000))
      body.writeBytes(Self.bomb)
      let frame = Frame(.request, flags: [.compressed, .end], code: Method.submit.rawValue, stream: stream, body: body)
      for action in connection.receive(frame.bytes, atMS: 0) {
        if case .deliver = action { delivered += 1 }
        if case .send = action { refused += 1 }
      }
    }
    #expect(delivered == 0)
    #expect(connection.phase == .closed)
    #expect(refused == Limits().nuisanceBurst + 1)  // and the GOAWAY
  }
}

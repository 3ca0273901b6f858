import NIOCore
import Testing
import Wire
import WireConversations

/// Checksum, frame and compression on their own.
@Suite struct CodecTests {
  @Test func theChecksumHasItsPublishedCheckValue() {
    #expect(CRC32C.checksum(of: Array("123456789".utf8)) == 0xE306_9283)
    #expect(CRC32C.checksum(of: []) == 0)
    #expect(CRC32C.checksum(of: [UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)  // RFC 3720, B.4
  }

  @Test func theChecksumIsTheSameInPieces() {
    let bytes = (0..<100).map { UInt8($0 &* 37 & 0xFF) }
    for cut in 0...100 {
      var crc = CRC32C()
      bytes[..<cut].withUnsafeBytes { crc.update($0) }
      bytes[cut...].withUnsafeBytes { crc.update($0) }
      #expect(crc.value == CRC32C.checksum(of: bytes))
      var byTables = CRC32C()
      bytes.withUnsafeBytes { byTables.updateByTables($0) }
      #expect(byTables.value == crc.value)
    }
  }

  @Test func framesComeBackAsTheyWent() throws {
    for type in FrameType.allCases {
      for length in [0, 1, 7, 8, 9, 4096] {
        let frame = Frame(
          type, flags: type.allowedFlags.subtracting(.ext), code: 3, stream: 9,
          body: ByteBuffer(repeating: 0x5A, count: length))
        var decoder = FrameDecoder()
        decoder.append(frame.bytes)
        #expect(try decoder.next(bodyBytesMax: 4096) == .frame(frame))
        #expect(decoder.pendingByteCount == 0)
      }
    }
  }

  @Test func writingBehindOtherBytesKeepsThem() throws {
    var buffer = ByteBuffer(string: "xyz")
    buffer.moveReaderIndex(forwardBy: 1)
    Frame(.ping, body: ByteBuffer(integer: UInt64(5))).write(to: &buffer)
    #expect(buffer.readString(length: 2) == "yz")
    var decoder = FrameDecoder()
    decoder.append(buffer)
    #expect(try decoder.next(bodyBytesMax: 8) == .frame(Frame(.ping, body: ByteBuffer(integer: UInt64(5)))))
  }

  @Test func whatIsCompressedComesBack() throws {
    for count in [128, 129, 600, 65_536] {
      let raw = (0..<count).map { UInt8($0 / 7 % 11) }
      let packed = try #require(Deflater.deflate(raw))
      #expect(packed.count <= raw.count - Deflater.savingBytesMin)
      #expect(try Inflater.inflate(packed[...], rawLength: UInt32(count), rawBytesMax: count) == raw)
    }
  }

  @Test func shortAndIncompressibleMessagesTravelAsTheyAre() {
    #expect(Deflater.deflate([UInt8](repeating: 0, count: 127)) == nil)
    #expect(Deflater.deflate([UInt8](repeating: 0, count: 128)) != nil)
    var random = SeededRandom(seed: 1)
    #expect(Deflater.deflate((0..<4096).map { _ in UInt8.random(in: 0...255, using: &random) }) == nil)
  }
}

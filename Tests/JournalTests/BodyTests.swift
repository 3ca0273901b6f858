import Testing

@testable import Journal

/// The encoding offered for bodies.
struct BodyTests {
  @Test func everythingWrittenReadsBack() throws {
    var writer = BodyWriter()
    writer.u8(0xFE)
    writer.bool(true)
    writer.u16(0x0102)
    writer.u32(0x0304_0506)
    writer.u64(.max)
    writer.i64(.min)
    writer.count(2)
    writer.bytes([9, 8])
    writer.string("Kon Rẫy")
    writer.fixed([1, 2, 3])
    var reader = BodyReader(writer.encoded)
    #expect(try reader.u8() == 0xFE)
    #expect(try reader.bool())
    #expect(try reader.u16() == 0x0102)
    #expect(try reader.u32() == 0x0304_0506)
    #expect(try reader.u64() == .max)
    #expect(try reader.i64() == .min)
    #expect(try reader.count(max: 2) == 2)
    #expect(try reader.bytes(bytesMax: 2) == [9, 8])
    #expect(try reader.string(bytesMax: 100) == "Kon Rẫy")
    #expect(try reader.fixed(3) == [1, 2, 3])
    try reader.finish()
  }

  @Test func numbersAreBigEndian() {
    var writer = BodyWriter()
    writer.u16(0x0102)
    writer.u32(0x0304_0506)
    writer.i64(-2)
    writer.string("a")
    #expect(hexadecimal(writer.encoded) == "010203040506fffffffffffffffe0000000161")
  }

  @Test func whatIsMissingTooLongOrLeftIsAnError() {
    func failure(_ bytes: [UInt8], _ read: (inout BodyReader) throws -> Void) -> JournalFailure? {
      var reader = BodyReader(bytes)
      do {
        try read(&reader)
        return nil
      } catch {
        return error as? JournalFailure
      }
    }
    #expect(failure([]) { _ = try $0.u8() } == .bodyEndedEarly)
    #expect(failure([1]) { _ = try $0.u16() } == .bodyEndedEarly)
    #expect(failure([1, 2, 3]) { _ = try $0.u32() } == .bodyEndedEarly)
    #expect(failure([1, 2, 3, 4, 5, 6, 7]) { _ = try $0.i64() } == .bodyEndedEarly)
    #expect(failure([2]) { _ = try $0.bool() } == .bodyFieldInvalid)
    #expect(failure([0, 0, 0, 2, 1]) { _ = try $0.bytes(bytesMax: 2) } == .bodyEndedEarly)
    #expect(
      failure([0xFF, 0xFF, 0xFF, 0xFF]) { _ = try $0.bytes(bytesMax: 10) }
        == .bodyFieldTooLong(announced: 0xFFFF_FFFF, max: 10))
    #expect(failure([0xFF, 0xFF, 0xFF, 0xFF]) { _ = try $0.count(max: .max) } == .bodyEndedEarly)
    #expect(failure([0, 0, 0, 3, 1, 2, 3, 4, 5]) { _ = try $0.count(max: 9, elementBytesMin: 2) } == .bodyEndedEarly)
    #expect(failure([0, 0, 0, 3]) { _ = try $0.count(max: 2) } == .bodyFieldTooLong(announced: 3, max: 2))
    #expect(failure([0, 0, 0, 1, 0xC3]) { _ = try $0.string(bytesMax: 9) } == .bodyFieldInvalid)
    #expect(failure([1, 2]) { _ = try $0.fixed(-1) } == .bodyEndedEarly)
    #expect(failure([1, 2]) { try $0.finish() } == .bodyTrailingBytes(2))
  }
}

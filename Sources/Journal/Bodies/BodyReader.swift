/// Reads what `BodyWriter` wrote, and trusts nothing: every length is checked before anything is allocated.
///
/// ```swift
/// var reader = entry.bodyReader
/// let unit = try reader.string(bytesMax: 64)
/// let points = try reader.i64()
/// try reader.finish()
/// ```
package struct BodyReader: Sendable {
  private var rest: ArraySlice<UInt8>

  package init(_ bytes: ArraySlice<UInt8>) { rest = bytes }
  package init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// The bytes not read yet.
  package var remaining: Int { rest.count }

  /// One byte.
  ///
  /// - Throws: `bodyEndedEarly`, as all the numbers below.
  package mutating func u8() throws(JournalFailure) -> UInt8 { try number() }

  /// One byte, 1 for true and 0 for false.
  ///
  /// - Throws: `bodyEndedEarly`, `bodyFieldInvalid` for any other byte.
  package mutating func bool() throws(JournalFailure) -> Bool {
    let value = try u8()
    guard value <= 1 else { throw .bodyFieldInvalid }
    return value == 1
  }

  /// Two bytes.
  package mutating func u16() throws(JournalFailure) -> UInt16 { try number() }

  /// Four bytes.
  package mutating func u32() throws(JournalFailure) -> UInt32 { try number() }

  /// Eight bytes.
  package mutating func u64() throws(JournalFailure) -> UInt64 { try number() }

  /// Eight bytes, two's complement.
  package mutating func i64() throws(JournalFailure) -> Int64 { try number() }

  /// The number of elements that follow, safe to reserve space for.
  ///
  /// - Parameter max: The most that the caller accepts.
  /// - Parameter elementBytesMin: The least bytes that one element takes, from 1.
  /// - Throws: `bodyEndedEarly` when so many elements cannot follow, `bodyFieldTooLong` above `max`.
  package mutating func count(max: Int, elementBytesMin: Int = 1) throws(JournalFailure) -> Int {
    precondition(elementBytesMin >= 1, "An element takes at least one byte.")
    let value = Int(try u32())
    guard value <= max else { throw .bodyFieldTooLong(announced: value, max: max) }
    guard value <= remaining / elementBytesMin else { throw .bodyEndedEarly }
    return value
  }

  /// Bytes behind their length.
  ///
  /// - Throws: `bodyFieldTooLong` above `bytesMax`, `bodyEndedEarly`.
  package mutating func bytes(bytesMax: Int) throws(JournalFailure) -> [UInt8] {
    let length = Int(try u32())
    guard length <= bytesMax else { throw .bodyFieldTooLong(announced: length, max: bytesMax) }
    return try fixed(length)
  }

  /// A text behind its length in bytes.
  ///
  /// - Throws: `bodyFieldTooLong` above `bytesMax`, `bodyEndedEarly`, `bodyFieldInvalid` when it is not UTF-8.
  package mutating func string(bytesMax: Int) throws(JournalFailure) -> String {
    let utf8 = try bytes(bytesMax: bytesMax)
    guard let text = String(validating: utf8, as: UTF8.self) else { throw .bodyFieldInvalid }
    return text
  }

  /// Exactly `length` bytes.
  ///
  /// - Throws: `bodyEndedEarly`.
  package mutating func fixed(_ length: Int) throws(JournalFailure) -> [UInt8] {
    guard length >= 0, length <= remaining else { throw .bodyEndedEarly }
    defer { rest = rest.dropFirst(length) }
    return Array(rest.prefix(length))
  }

  /// A reader of its own for the last `length` bytes, which this one no longer has.
  ///
  /// - Throws: `bodyEndedEarly`.
  package mutating func last(_ length: Int) throws(JournalFailure) -> BodyReader {
    guard length >= 0, length <= remaining else { throw .bodyEndedEarly }
    defer { rest = rest.dropLast(length) }
    return BodyReader(rest.suffix(length))
  }

  /// Says that everything has been read.
  ///
  /// - Throws: `bodyTrailingBytes` when bytes are left.
  package func finish() throws(JournalFailure) {
    guard rest.isEmpty else { throw .bodyTrailingBytes(remaining) }
  }

  private mutating func number<Number: FixedWidthInteger>() throws(JournalFailure) -> Number {
    let length = Number.bitWidth / 8
    guard length <= remaining else { throw .bodyEndedEarly }
    var value: Number = 0
    for byte in rest.prefix(length) { value = (length == 1 ? 0 : value << 8) | Number(truncatingIfNeeded: byte) }
    rest = rest.dropFirst(length)
    return value
  }
}

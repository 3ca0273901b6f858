public import NIOCore

/// The eight bytes each side sends first, the same in every version of the protocol.
///
/// The client offers a range of versions; the server answers with the one it chose, or 0 for none. `F5` opens
/// neither UTF-8 text, nor a TLS record, nor HTTP, so a stranger is refused on the first byte.
///
/// - Source: `Protocol/Frame.md`, Preface.
public struct Preface: Hashable, Sendable {
  /// Client: lowest version offered. Server: version chosen, 0 for none.
  public var first: UInt16
  /// Client: highest version offered. Server: 0.
  public var second: UInt16

  public static let byteCount = 8
  public static let magic: [UInt8] = [0xF5, 0x54, 0x44, 0x55]

  /// The one version this library speaks.
  public static let version: UInt16 = 1

  public init(first: UInt16, second: UInt16) {
    self.first = first
    self.second = second
  }

  public static func offering(_ versions: ClosedRange<UInt16>) -> Preface {
    Preface(first: versions.lowerBound, second: versions.upperBound)
  }

  public static func choosing(_ version: UInt16?) -> Preface { Preface(first: version ?? 0, second: 0) }

  /// The version a server chooses from this offer, or `nil` when the offer does not hold ``version``.
  public var chosenVersion: UInt16? {
    first <= Preface.version && Preface.version <= second ? Preface.version : nil
  }

  public func write(to buffer: inout ByteBuffer) {
    buffer.writeBytes(Preface.magic)
    buffer.writeInteger(first)
    buffer.writeInteger(second)
  }

  /// Takes a preface off the front of `buffer`.
  ///
  /// The magic is compared byte by byte as it arrives, so that the first wrong byte is the last one read.
  ///
  /// - Returns: `nil` while bytes are missing; nothing is consumed then.
  /// - Throws: `BAD_MAGIC`.
  public static func read(from buffer: inout ByteBuffer) throws(WireProblem) -> Preface? {
    for (offset, expected) in magic.enumerated() {
      guard let byte = buffer.getInteger(at: buffer.readerIndex + offset, as: UInt8.self) else { return nil }
      guard byte == expected else { throw .connection(.badMagic) }
    }
    guard let first = buffer.getInteger(at: buffer.readerIndex + 4, as: UInt16.self),
      let second = buffer.getInteger(at: buffer.readerIndex + 6, as: UInt16.self)
    else { return nil }
    buffer.moveReaderIndex(forwardBy: byteCount)
    return Preface(first: first, second: second)
  }
}

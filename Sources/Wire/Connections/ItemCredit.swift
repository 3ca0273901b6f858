public import NIOCore

/// How many items a stream may still send: granted by the client, spent by each item. Both sides count alike.
///
/// - Source: `Protocol/Frame.md`, Items.
public struct ItemCredit: Hashable, Sendable {
  /// The most that may be granted and not spent.
  public static let most: UInt32 = 0x7FFF_FFFF

  /// Items that may be sent now.
  public private(set) var left: UInt32 = 0

  /// Nothing was granted since the last item: another grant is of use.
  public private(set) var isGrantOfUse = true

  public init() {}

  /// Adds to what may be sent.
  ///
  /// - Returns: Whether it stays within ``most``; nothing is added otherwise.
  public mutating func grant(_ items: UInt32) -> Bool {
    guard items <= Self.most - left else { return false }
    left += items
    isGrantOfUse = false
    return true
  }

  /// Takes one item.
  ///
  /// - Returns: Whether there was one.
  public mutating func spend() -> Bool {
    guard left > 0 else { return false }
    left -= 1
    isGrantOfUse = true
    return true
  }

  /// The frame that grants `items`.
  public static func grantBytes(_ items: UInt32, stream: UInt32) -> ByteBuffer {
    Frame(.credit, stream: stream, body: ByteBuffer(integer: items)).bytes
  }

  /// The items of a CREDIT.
  ///
  /// - Throws: `BAD_BODY`.
  static func items(_ frame: Frame) throws(WireProblem) -> UInt32 {
    guard frame.body.readableBytes == 4, let items = frame.body.getInteger(at: frame.body.readerIndex, as: UInt32.self), items > 0
    else { throw .connection(.badBody, "a CREDIT grants 1 or more items in 4 bytes") }
    return items
  }
}

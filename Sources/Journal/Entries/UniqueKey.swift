/// A key of which a journal holds each only once: bytes whose meaning is the caller's.
///
/// As long as those of filings and requests it lies in the value itself: a commit of thirty filings holds, compares and hands on
/// sixty of them, and none is an object.
package struct UniqueKey: Sendable, Hashable, ExpressibleByArrayLiteral {
  private typealias Room = (UInt64, UInt64, UInt64, UInt64, UInt64)
  private static let roomBytes = MemoryLayout<Room>.size

  /// The bytes in memory order, zeros behind them; zeros where there is no room for all.
  private let room: Room
  package let count: Int
  private let longer: [UInt8]?

  /// - Parameter bytes: 1 to ``EntryDraft/uniqueKeyBytesMax``; the journal refuses others.
  package init(_ bytes: UnsafeRawBufferPointer) {
    var room: Room = (0, 0, 0, 0, 0)
    let isShort = bytes.count <= Self.roomBytes
    if isShort { withUnsafeMutableBytes(of: &room) { $0.copyMemory(from: bytes) } }
    self.room = room
    count = bytes.count
    longer = isShort ? nil : Array(bytes)
  }

  package init(_ bytes: [UInt8]) { self = bytes.withUnsafeBytes { UniqueKey($0) } }

  package init(arrayLiteral elements: UInt8...) { self.init(elements) }

  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    if let longer { return try longer.withUnsafeBytes(body) }
    return try withUnsafeBytes(of: room) { try body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
  }

  package static func == (one: UniqueKey, other: UniqueKey) -> Bool {
    one.room == other.room && one.count == other.count && one.longer == other.longer
  }

  package func hash(into hasher: inout Hasher) {
    if let longer { return hasher.combine(longer) }
    hasher.combine(room.0)
    hasher.combine(room.1)
    hasher.combine(room.2)
    hasher.combine(room.3)
    hasher.combine(room.4)
  }
}

import Synchronization

/// Memory that is only ever added to: whoever knows a prefix may read it while others add behind it.
///
/// `@unchecked Sendable`: bytes below `used` are written once, by whoever claimed them, before anybody is told of them.
package final class ByteBlock: @unchecked Sendable {
  package let capacity: Int
  private let memory: UnsafeMutableRawBufferPointer
  private let used = Atomic(0)

  package init(capacity: Int) {
    self.capacity = capacity
    memory = .allocate(byteCount: max(capacity, 1), alignment: 64)
  }

  deinit { memory.deallocate() }

  /// Adds bytes behind the first `count`.
  ///
  /// - Returns: `false` when there is no room, or when somebody else has added there: then a copy must be made.
  package func add(_ bytes: UnsafeRawBufferPointer, behind count: Int) -> Bool {
    guard count >= 0, bytes.count <= capacity - count else { return false }
    guard used.compareExchange(expected: count, desired: count + bytes.count, ordering: .relaxed).exchanged else { return false }
    UnsafeMutableRawBufferPointer(rebasing: memory[count..<count + bytes.count]).copyMemory(from: bytes)
    return true
  }

  /// Another block with the first `count` bytes.
  package func copy(prefix count: Int) -> ByteBlock {
    let copy = ByteBlock(capacity: capacity)
    _ = withBytes(0..<count) { copy.add($0, behind: 0) }
    return copy
  }

  /// - Parameter range: Bytes that the caller knows to be there.
  @inline(__always)
  package func withBytes<Result>(_ range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= capacity, "Bytes of the block.")
    return try body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(memory)[range]))
  }

  /// Fills an empty block from somewhere else.
  ///
  /// - Parameter body: Writes all `count` bytes, or returns `false`.
  func fill(_ count: Int, _ body: (UnsafeMutableRawBufferPointer) -> Bool) -> Bool {
    guard count <= capacity, used.compareExchange(expected: 0, desired: count, ordering: .relaxed).exchanged else { return false }
    return body(UnsafeMutableRawBufferPointer(rebasing: memory[0..<count]))
  }
}

/// Bytes in blocks, as a value: a copy keeps what it had while another one goes on.
package struct BlockedBytes: Sendable {
  /// Every block but the last has as many bytes as are used of it.
  package private(set) var blocks: [(block: ByteBlock, used: Int)] = []
  package let blockBytes: Int

  package init(blockBytes: Int) { self.blockBytes = blockBytes }

  /// As read back.
  package init(blockBytes: Int, blocks: [(block: ByteBlock, used: Int)]) {
    self.blockBytes = blockBytes
    self.blocks = blocks
  }

  /// Adds bytes in one piece.
  ///
  /// - Returns: Where they stand.
  package mutating func append(_ bytes: UnsafeRawBufferPointer) -> (block: Int, offset: Int) {
    if let last = blocks.last, last.used + bytes.count <= last.block.capacity {
      if !last.block.add(bytes, behind: last.used) {
        // Another value has gone on from the same bytes.
        let own = last.block.copy(prefix: last.used)
        _ = own.add(bytes, behind: last.used)
        blocks[blocks.count - 1].block = own
      }
      blocks[blocks.count - 1].used += bytes.count
      return (blocks.count - 1, last.used)
    }
    let block = ByteBlock(capacity: max(blockBytes, bytes.count))
    _ = block.add(bytes, behind: 0)
    blocks.append((block, bytes.count))
    return (blocks.count - 1, 0)
  }

  @inline(__always)
  package func withBytes<Result>(
    _ block: Int, _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    let one = blocks[block]
    precondition(range.lowerBound >= 0 && range.upperBound <= one.used, "Bytes that were added.")
    return try one.block.withBytes(range, body)
  }
}

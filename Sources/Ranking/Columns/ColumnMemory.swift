/// Memory of fixed size for columns, on a page boundary and zero at first.
///
/// The only place where the columns own bare memory. Views check their bounds when they are made, not at every access.
final class ColumnMemory: @unchecked Sendable {
  // Unchecked, since several threads write into it. Invariant: threads that run together write disjoint lines, and who reads
  // a line does so after the pass that wrote it has ended (``WorkShare``).
  private let base: UnsafeMutableRawPointer
  let byteCount: Int

  init(byteCount: Int) {
    precondition(byteCount >= 0, "Memory has no negative size.")
    // A cache line more than asked for, so that an empty one has an address as well.
    let size = byteCount + 64
    base = .allocate(byteCount: size, alignment: 4096)
    base.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    self.byteCount = byteCount
  }

  /// The same bytes in memory of their own.
  init(copying other: ColumnMemory) {
    base = .allocate(byteCount: other.byteCount + 64, alignment: 4096)
    base.copyMemory(from: other.base, byteCount: other.byteCount + 64)
    byteCount = other.byteCount
  }

  deinit { base.deallocate() }

  func hasSameBytes(as other: ColumnMemory) -> Bool {
    UnsafeRawBufferPointer(start: base, count: byteCount).elementsEqual(
      UnsafeRawBufferPointer(start: other.base, count: other.byteCount))
  }

  /// `count` elements from a byte offset on.
  func view<Element: BitwiseCopyable>(_ type: Element.Type, at offset: Int, count: Int) -> UnsafeMutableBufferPointer<Element> {
    precondition(offset >= 0 && count >= 0 && offset % MemoryLayout<Element>.alignment == 0, "A view starts at an element.")
    let (bytes, over) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    precondition(!over && bytes <= byteCount - offset, "A view lies inside its memory.")
    return UnsafeMutableBufferPointer(
      start: (base + offset).assumingMemoryBound(to: Element.self), count: count)
  }
}

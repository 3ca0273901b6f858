/// Memory for the nodes of a ``BoardTree``, all of one size, in chunks: a node never moves and growing copies nothing.
///
/// Bare memory is touched here and in the rows that ``subscript(_:)`` gives out. Invariant: a node's number comes from
/// ``make()`` and is not used after ``release(_:)``; the tree reads and writes the first `size` numbers of it.
struct BoardNodes: ~Copyable {
  private static var nodesOfAChunk: Int { 64 }

  private let size: Int
  private let blank: Int32
  private var chunks: [ColumnMemory] = []
  // Where each chunk starts, in bare memory as well: an element of an array would be copied out with a count of references.
  private var starts: UnsafeMutablePointer<UnsafeMutablePointer<Int32>>
  private var room = 16
  private var free: [Int32] = []
  private var made: Int32 = 0

  /// - Parameter size: Numbers of 32 bits a node, a multiple of 16.
  /// - Parameter blank: What a new node holds everywhere.
  init(size: Int, blank: Int32) {
    precondition(size > 0 && size % 16 == 0, "Nodes start on a cache line.")
    self.size = size
    self.blank = blank
    starts = .allocate(capacity: 16)
  }

  deinit { starts.deallocate() }

  var byteCount: Int { chunks.reduce(0) { $0 + $1.byteCount } + room * 8 + chunks.capacity * 8 + free.capacity * 4 }

  mutating func make() -> Int32 {
    let node: Int32
    if let old = free.popLast() {
      node = old
    } else {
      node = made
      made += 1
      if Int(node) / Self.nodesOfAChunk == chunks.count {
        let count = size * Self.nodesOfAChunk
        let memory = ColumnMemory(byteCount: count * 4)
        guard let start = memory.view(Int32.self, at: 0, count: count).baseAddress else {
          preconditionFailure("A chunk has memory.")
        }
        if chunks.count == room {
          let wider = UnsafeMutablePointer<UnsafeMutablePointer<Int32>>.allocate(capacity: room * 2)
          wider.update(from: starts, count: room)
          starts.deallocate()
          starts = wider
          room *= 2
        }
        starts[chunks.count] = start
        chunks.append(memory)
      }
    }
    self[node].update(repeating: blank, count: size)
    return node
  }

  mutating func release(_ node: Int32) { free.append(node) }

  /// The first number of a node.
  @inline(__always)
  subscript(_ node: Int32) -> UnsafeMutablePointer<Int32> {
    starts[Int(node) / Self.nodesOfAChunk] + Int(node) % Self.nodesOfAChunk * size
  }
}

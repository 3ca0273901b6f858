/// Keys in ascending order with their number: a tree of nodes with 64 columns, each of which knows how many keys stand
/// before it.
///
/// A key is how far a total is below the greatest one, then the display order; no two are equal. A leaf has two rows, for the two
/// parts of its keys. An inner node has four: a lower bound of a child's keys (two), how many keys of the node stand before the
/// child, and the child.
/// Empty columns hold `Int32.max`, so that a search runs over all 64 without a branch. The bound of the first column of a node is
/// the one that its parent has for it, and (−1, −1) on the left edge.
///
/// Columns are named by number below 64, by construction: from a search that counts at most the used ones, in a node that holds
/// what is looked for.
struct BoardTree: ~Copyable {
  static var width: Int { 64 }
  /// Below this a node is joined with a neighbour if both together have at most ``joined``.
  private static var sparse: Int { 16 }
  private static var joined: Int { 48 }
  // Rows of a node.
  private static var order: Int { 64 }
  private static var before: Int { 128 }
  private static var child: Int { 192 }
  private static var used: Int { 256 }

  private var leaves = BoardNodes(size: 128, blank: .max)
  private var inner = BoardNodes(size: 272, blank: .max)
  private var root: Int32
  /// How many levels of inner nodes stand above the leaves.
  private var height = 0
  private(set) var count = 0

  /// - Parameter keys: Ascending; the first part in the high half, the second in the low one, each 0 to `Int32.max`, the
  ///   second less.
  /// - Complexity: O(keys).
  init(ascending keys: [Int64]) {
    var level: [(bound: Int64, node: Int32, count: Int)] = []
    // Three quarters full, so that what comes soon splits nothing.
    for first in stride(from: 0, to: keys.count, by: Self.joined) {
      let node = leaves.make()
      let part = keys[first..<min(first + Self.joined, keys.count)]
      for (column, key) in part.enumerated() {
        leaves[node][column] = Int32(truncatingIfNeeded: key >> 32)
        leaves[node][Self.order + column] = Int32(truncatingIfNeeded: key)
      }
      level.append((keys[first], node, part.count))
    }
    if level.isEmpty { level.append((-1, leaves.make(), 0)) }
    level[0].bound = -1
    while level.count > 1 {
      var above: [(bound: Int64, node: Int32, count: Int)] = []
      for first in stride(from: 0, to: level.count, by: Self.joined) {
        let node = inner.make()
        let row = inner[node]
        var count = 0
        let part = level[first..<min(first + Self.joined, level.count)]
        for (column, child) in part.enumerated() {
          row[column] = Int32(truncatingIfNeeded: child.bound >> 32)
          row[Self.order + column] = Int32(truncatingIfNeeded: child.bound)
          row[Self.before + column] = Int32(count)
          row[Self.child + column] = child.node
          count += child.count
        }
        row[Self.used] = Int32(part.count)
        above.append((level[first].bound, node, count))
      }
      level = above
      height += 1
    }
    root = level[0].node
    count = keys.count
  }

  var byteCount: Int { leaves.byteCount + inner.byteCount }

  // MARK: searches

  /// How many of 64 numbers are below one, 16 at a time and without a branch.
  @inline(__always)
  private static func below(_ row: UnsafeMutablePointer<Int32>, _ key: Int32) -> Int {
    let (bytes, keys) = (UnsafeRawPointer(row), SIMD16<Int32>(repeating: key))
    var counts = SIMD16<Int32>.zero
    for part in 0..<4 {
      counts.replace(with: counts &+ 1, where: bytes.load(fromByteOffset: part &* 64, as: SIMD16<Int32>.self) .< keys)
    }
    return Int(counts.wrappedSum())
  }

  /// How many keys of a node stand before one.
  @inline(__always)
  private static func before(_ row: UnsafeMutablePointer<Int32>, _ key: Int32, _ order: Int32) -> Int {
    var count: Int32 = 0
    for column in 0..<64 {
      let tie: Int32 = (row[column] == key ? 1 : 0) & (row[Self.order &+ column] < order ? 1 : 0)
      count &+= (row[column] < key ? 1 : 0) | tie
    }
    return Int(count)
  }

  /// How many keys have a first part below `key`.
  /// - Complexity: O(log keys).
  func count(below key: Int32) -> Int {
    var (node, sum) = (root, 0)
    for _ in 0..<height {
      let row = inner[node]
      let column = max(Self.below(row, key), 1) &- 1
      sum &+= Int(row[Self.before &+ column])
      node = row[Self.child &+ column]
    }
    return sum &+ Self.below(leaves[node], key)
  }

  /// How many keys stand before (`key`, `order`).
  /// - Complexity: O(log keys).
  func count(before key: Int32, _ order: Int32) -> Int {
    var (node, sum) = (root, 0)
    for _ in 0..<height {
      let row = inner[node]
      let column = max(Self.before(row, key, order), 1) &- 1
      sum &+= Int(row[Self.before &+ column])
      node = row[Self.child &+ column]
    }
    return sum &+ Self.before(leaves[node], key, order)
  }

  /// Calls with the keys at `positions`, in order.
  /// - Precondition: The positions are of keys that are there.
  /// - Complexity: O(log keys + positions).
  func forEach(_ positions: Range<Int>, _ body: (_ key: Int32, _ order: Int32) -> Void) {
    precondition(positions.lowerBound >= 0 && positions.upperBound <= count, "Positions of keys that are there.")
    var position = positions.lowerBound
    while position < positions.upperBound {
      var (node, first, entries) = (root, 0, count)
      for _ in 0..<height {
        let row = inner[node]
        let column = Self.below(row + Self.before, Int32(position - first + 1)) - 1
        entries = Self.entries(row, column, entries)
        first += Int(row[Self.before + column])
        node = row[Self.child + column]
      }
      let row = leaves[node]
      for column in position - first..<min(entries, positions.upperBound - first) {
        body(row[column], row[Self.order + column])
      }
      position = first + entries
    }
  }

  /// How many keys a column has, of a node with `all`.
  private static func entries(_ row: UnsafeMutablePointer<Int32>, _ column: Int, _ all: Int) -> Int {
    let end = column + 1 < Int(row[used]) ? Int(row[before + column + 1]) : all
    return end - Int(row[before + column])
  }

  // MARK: changes

  /// - Precondition: The key is not there.
  /// - Complexity: O(log keys).
  mutating func insert(_ key: Int32, _ order: Int32) {
    if (height == 0 ? count : Int(inner[root][Self.used])) == Self.width {
      let above = inner.make()
      let row = inner[above]
      (row[0], row[Self.order], row[Self.before], row[Self.child], row[Self.used]) = (-1, -1, 0, root, 1)
      root = above
      height += 1
      split(row, 0, level: height, entries: count)
    }
    var (node, entries) = (root, count)
    for level in stride(from: height, to: 0, by: -1) {
      let row = inner[node]
      var column = max(Self.before(row, key, order + 1), 1) - 1
      let fill = level == 1 ? Self.entries(row, column, entries) : Int(inner[row[Self.child + column]][Self.used])
      if fill == Self.width {
        split(row, column, level: level, entries: Self.entries(row, column, entries))
        column = max(Self.before(row, key, order + 1), 1) - 1
      }
      entries = Self.entries(row, column, entries)
      for other in column + 1..<max(column + 1, Int(row[Self.used])) { row[Self.before + other] += 1 }
      node = row[Self.child + column]
    }
    let row = leaves[node]
    let column = Self.before(row, key, order)
    for part in [row, row + Self.order] { Self.open(part, column, used: entries) }
    row[column] = key
    row[Self.order + column] = order
    count += 1
  }

  /// - Precondition: The key is there.
  /// - Complexity: O(log keys).
  mutating func remove(_ key: Int32, _ order: Int32) {
    remove(key, order, from: root, level: height, entries: count)
    count -= 1
    while height > 0, inner[root][Self.used] == 1 {
      let old = root
      root = inner[old][Self.child]
      inner.release(old)
      height -= 1
    }
  }

  private mutating func remove(_ key: Int32, _ order: Int32, from node: Int32, level: Int, entries: Int) {
    guard level > 0 else {
      let row = leaves[node]
      let column = Self.before(row, key, order)
      precondition(column < entries && row[column] == key && row[Self.order + column] == order, "The key is there.")
      for part in [row, row + Self.order] { Self.close(part, column, used: entries) }
      return
    }
    let row = inner[node]
    let column = max(Self.before(row, key, order + 1), 1) - 1
    let inChild = Self.entries(row, column, entries)
    for other in column + 1..<max(column + 1, Int(row[Self.used])) { row[Self.before + other] -= 1 }
    remove(key, order, from: row[Self.child + column], level: level - 1, entries: inChild)
    let fill = level == 1 ? inChild - 1 : Int(inner[row[Self.child + column]][Self.used])
    guard fill < Self.sparse else { return }
    if !join(row, column, level: level, entries: entries - 1), column > 0 {
      _ = join(row, column - 1, level: level, entries: entries - 1)
    }
  }

  /// Moves the upper half of a full child into a new one beside it.
  private mutating func split(_ row: UnsafeMutablePointer<Int32>, _ column: Int, level: Int, entries: Int) {
    let half = Self.width / 2
    let made = level == 1 ? leaves.make() : inner.make()
    let (from, to) = level == 1 ? (leaves[row[Self.child + column]], leaves[made]) : (inner[row[Self.child + column]], inner[made])
    let moved = level == 1 ? entries - half : entries - Int(from[Self.before + half])
    let start = level == 1 ? 0 : from[Self.before + half]
    for part in 0..<(level == 1 ? 2 : 4) {
      for index in part * 64..<part * 64 + half {
        to[index] = from[index + half] - (part == 2 ? start : 0)
        from[index + half] = .max
      }
    }
    if level > 1 { (from[Self.used], to[Self.used]) = (Int32(half), Int32(half)) }
    for part in 0..<4 { Self.open(row + part * 64, column + 1, used: Int(row[Self.used])) }
    row[column + 1] = to[0]
    row[Self.order + column + 1] = to[Self.order]
    row[Self.before + column + 1] = row[Self.before + column] + Int32(entries - moved)
    row[Self.child + column + 1] = made
    row[Self.used] += 1
  }

  /// Puts the child after a column into that column's, if both fit one with room to spare.
  ///
  /// - Parameter entries: Keys of the node.
  private mutating func join(_ row: UnsafeMutablePointer<Int32>, _ column: Int, level: Int, entries: Int) -> Bool {
    guard column + 1 < Int(row[Self.used]) else { return false }
    let (left, right) = (row[Self.child + column], row[Self.child + column + 1])
    let (leftEntries, rightEntries) = (Self.entries(row, column, entries), Self.entries(row, column + 1, entries))
    let (to, from) = level == 1 ? (leaves[left], leaves[right]) : (inner[left], inner[right])
    let (fill, more) = level == 1 ? (leftEntries, rightEntries) : (Int(to[Self.used]), Int(from[Self.used]))
    guard fill + more <= Self.joined else { return false }
    for part in 0..<(level == 1 ? 2 : 4) {
      for index in 0..<more { to[part * 64 + fill + index] = from[part * 64 + index] + (part == 2 ? Int32(leftEntries) : 0) }
    }
    if level > 1 { to[Self.used] = Int32(fill + more) }
    for part in 0..<4 { Self.close(row + part * 64, column + 1, used: Int(row[Self.used])) }
    row[Self.used] -= 1
    if level == 1 { leaves.release(right) } else { inner.release(right) }
    return true
  }

  private static func open(_ row: UnsafeMutablePointer<Int32>, _ column: Int, used: Int) {
    precondition(used < width && column <= used, "There is room for a column.")
    for index in stride(from: used, to: column, by: -1) { row[index] = row[index - 1] }
  }

  private static func close(_ row: UnsafeMutablePointer<Int32>, _ column: Int, used: Int) {
    precondition(used <= width && column < used, "The column is there.")
    for index in column..<used - 1 { row[index] = row[index + 1] }
    row[used - 1] = .max
  }
}

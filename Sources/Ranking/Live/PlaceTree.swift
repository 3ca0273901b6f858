/// Totals of a block in one period, in the order of places, as a value: a change copies one path and nothing else.
///
/// ```swift
/// var tree = PlaceTree(sorted: keys)
/// tree.insert(key)
/// tree.count(above: key.total)   // how many are better
/// ```
package struct PlaceTree: Sendable {
  /// Greater totals stand in front, equal ones in their display order, which no two members share.
  package struct Key: Sendable, Hashable, Comparable {
    package let total: Int64
    package let order: Int32
    package let member: Int32

    package init(total: Int64, order: Int32, member: Int32) {
      self.total = total
      self.order = order
      self.member = member
    }

    package static func < (a: Key, b: Key) -> Bool { a.total != b.total ? a.total > b.total : a.order < b.order }
  }

  /// `@unchecked Sendable`, and nothing checks while it runs that accesses do not meet: a node is written only while one value alone
  /// holds it, and that value's own accesses are checked.
  private final class Node: @unchecked Sendable {
    /// Of a leaf; empty in others.
    @exclusivity(unchecked) var keys: ContiguousArray<Key>
    /// Of others; empty in a leaf. None is empty.
    @exclusivity(unchecked) var children: ContiguousArray<Node>
    /// By child: its first key, and how many it has.
    @exclusivity(unchecked) var firsts: ContiguousArray<Key>
    @exclusivity(unchecked) var counts: ContiguousArray<Int>

    init(keys: ContiguousArray<Key>) { (self.keys, children, firsts, counts) = (keys, [], [], []) }
    init(children: ContiguousArray<Node>, firsts: ContiguousArray<Key>, counts: ContiguousArray<Int>) {
      (keys, self.children, self.firsts, self.counts) = ([], children, firsts, counts)
    }

    var isLeaf: Bool { children.isEmpty }
    var fill: Int { isLeaf ? keys.count : children.count }
    var first: Key { isLeaf ? keys[0] : firsts[0] }
    var total: Int { isLeaf ? keys.count : counts.reduce(0, +) }
    var copy: Node {
      let node = Node(keys: keys)
      (node.children, node.firsts, node.counts) = (children, firsts, counts)
      return node
    }
  }

  private static let width = 32
  private var root: Node
  package private(set) var count: Int

  package init() { self.init(sorted: []) }

  /// - Parameter keys: Ascending, each once.
  package init(sorted keys: [Key]) {
    let part = Self.width * 3 / 4
    var nodes = stride(from: 0, to: keys.count, by: part).map { Node(keys: ContiguousArray(keys[$0...].prefix(part))) }
    while nodes.count > 1 {
      nodes = stride(from: 0, to: nodes.count, by: part).map { start in
        let children = ContiguousArray(nodes[start...].prefix(part))
        return Node(children: children, firsts: ContiguousArray(children.map(\.first)), counts: ContiguousArray(children.map(\.total)))
      }
    }
    root = nodes.first ?? Node(keys: [])
    count = keys.count
  }

  // MARK: asking

  /// How many keys stand in front of one, which need not be there.
  ///
  /// - Complexity: O(log count).
  package func count(before key: Key) -> Int { count { $0 < key } }

  /// How many have a greater total.
  ///
  /// - Complexity: O(log count).
  package func count(above total: Int64) -> Int { count { $0.total > total } }

  /// How many have a total or a greater one.
  package func count(from total: Int64) -> Int { count { $0.total >= total } }

  /// The place that goes with a total, counted from 1, and whether several have it.
  ///
  /// - Parameter total: Of a key that is there.
  /// - Complexity: O(log count).
  package func place(of total: Int64) -> (place: Int, tied: Bool) {
    let (above, isNextEqual) = walk({ $0.total > total }) { keys, place in
      // Where the key stands at the end of its leaf, or in front of the next one, the other end is counted as well.
      place + 1 < keys.count ? keys[place + 1].total == total : nil
    }
    return (above + 1, isNextEqual ?? (count(from: total) - above > 1))
  }

  /// - Parameter isInFront: True for a prefix of the keys.
  private func count(_ isInFront: (Key) -> Bool) -> Int { walk(isInFront) { _, _ in }.count }

  /// - Parameter look: Given the leaf in which the prefix ends, and how many of its keys are in it.
  private func walk<Found>(_ isInFront: (Key) -> Bool, _ look: (ContiguousArray<Key>, Int) -> Found) -> (count: Int, found: Found) {
    // The root holds every node below it: none has to be held by itself.
    withExtendedLifetime(root) {
      var node = Unmanaged.passUnretained(root)
      var sum = 0
      while true {
        let below: Unmanaged<Node>? = node._withUnsafeGuaranteedRef { node in
          guard !node.isLeaf else { return nil }
          let child = max(0, Self.prefix(node.firsts, isInFront) - 1)
          for other in 0..<child { sum += node.counts[other] }
          return .passUnretained(node.children[child])
        }
        guard let below else { break }
        node = below
      }
      return node._withUnsafeGuaranteedRef { leaf in
        let own = Self.prefix(leaf.keys, isInFront)
        return (sum + own, look(leaf.keys, own))
      }
    }
  }

  private static func prefix(_ keys: ContiguousArray<Key>, _ isInFront: (Key) -> Bool) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if isInFront(keys[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The keys at positions from 0 on; what lies beyond the last is left out.
  ///
  /// - Complexity: O(log count + length).
  package func keys(_ positions: Range<Int>) -> [Key] {
    let wanted = positions.clamped(to: 0..<count)
    var result: [Key] = []
    result.reserveCapacity(wanted.count)
    Self.collect(root, 0, wanted, &result)
    return result
  }

  private static func collect(_ node: Node, _ start: Int, _ wanted: Range<Int>, _ result: inout [Key]) {
    guard !node.isLeaf else {
      let (from, to) = (max(0, wanted.lowerBound - start), min(node.keys.count, wanted.upperBound - start))
      if from < to { result += node.keys[from..<to] }
      return
    }
    var at = start
    for (child, count) in zip(node.children, node.counts) {
      if at >= wanted.upperBound { return }
      if at + count > wanted.lowerBound { collect(child, at, wanted, &result) }
      at += count
    }
  }

  // MARK: changing

  /// - Parameter key: Not there yet.
  /// - Complexity: O(log count).
  package mutating func insert(_ key: Key) {
    if let right = Self.insert(&root, key) {
      root = Node(children: [root, right], firsts: [root.first, right.first], counts: [root.total, right.total])
    }
    count += 1
  }

  /// - Returns: What was split off behind the node.
  private static func insert(_ node: inout Node, _ key: Key) -> Node? {
    if !isKnownUniquelyReferenced(&node) { node = node.copy }
    if node.isLeaf {
      node.keys.insert(key, at: prefix(node.keys) { $0 < key })
    } else {
      let child = max(0, prefix(node.firsts) { $0 < key } - 1)
      let right = insert(&node.children[child], key)
      node.counts[child] += 1
      if key < node.firsts[child] { node.firsts[child] = key }
      if let right {
        node.counts[child] -= right.total
        node.children.insert(right, at: child + 1)
        node.firsts.insert(right.first, at: child + 1)
        node.counts.insert(right.total, at: child + 1)
      }
    }
    return node.fill > width ? split(node) : nil
  }

  private static func split(_ node: Node) -> Node {
    let half = node.fill / 2
    if node.isLeaf {
      let right = Node(keys: ContiguousArray(node.keys[half...]))
      node.keys.removeSubrange(half...)
      return right
    }
    let right = Node(
      children: ContiguousArray(node.children[half...]), firsts: ContiguousArray(node.firsts[half...]),
      counts: ContiguousArray(node.counts[half...]))
    node.children.removeSubrange(half...)
    node.firsts.removeSubrange(half...)
    node.counts.removeSubrange(half...)
    return right
  }

  /// - Precondition: The key is there.
  /// - Complexity: O(log count).
  package mutating func remove(_ key: Key) {
    Self.remove(&root, key)
    count -= 1
    while root.children.count == 1 { root = root.children[0] }
  }

  private static func remove(_ node: inout Node, _ key: Key) {
    if !isKnownUniquelyReferenced(&node) { node = node.copy }
    guard !node.isLeaf else {
      let place = prefix(node.keys) { $0 < key }
      precondition(place < node.keys.count && node.keys[place] == key, "The key is there.")
      node.keys.remove(at: place)
      return
    }
    let child = prefix(node.firsts) { $0 <= key } - 1
    precondition(child >= 0, "The key is there.")
    remove(&node.children[child], key)
    node.counts[child] -= 1
    if node.counts[child] == 0 {
      node.children.remove(at: child)
      node.firsts.remove(at: child)
      node.counts.remove(at: child)
      return
    }
    node.firsts[child] = node.children[child].first
    guard node.children[child].fill < width / 4 else { return }
    let left = child + 1 < node.children.count ? child : child - 1
    guard left >= 0, node.children[left].fill + node.children[left + 1].fill <= width * 3 / 4 else { return }
    join(node, left)
  }

  private static func join(_ node: Node, _ left: Int) {
    if !isKnownUniquelyReferenced(&node.children[left]) { node.children[left] = node.children[left].copy }
    let (one, other) = (node.children[left], node.children[left + 1])
    one.keys += other.keys
    one.children += other.children
    one.firsts += other.firsts
    one.counts += other.counts
    node.counts[left] += node.counts[left + 1]
    node.children.remove(at: left + 1)
    node.firsts.remove(at: left + 1)
    node.counts.remove(at: left + 1)
  }
}

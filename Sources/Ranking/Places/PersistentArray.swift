/// A list of fixed length as a value whose copies share what they have in common: a change copies one path of 32 elements a step
/// and nothing else, so that older copies stay readable at no cost.
///
/// Its steps are compiled where they are used: a start takes them millions of times.
package struct PersistentArray<Element: Sendable>: Sendable {
  /// `@unchecked Sendable`, and nothing checks while it runs that accesses do not meet: a node is written only while one value alone
  /// holds it, and that value's own accesses are checked.
  @usableFromInline
  final class Node: @unchecked Sendable {
    @exclusivity(unchecked) @usableFromInline var children: ContiguousArray<Node>
    @exclusivity(unchecked) @usableFromInline var elements: ContiguousArray<Element>

    @inlinable
    init(children: ContiguousArray<Node>, elements: ContiguousArray<Element>) {
      self.children = children
      self.elements = elements
    }
  }

  package let count: Int
  @usableFromInline var root: Node
  @usableFromInline let shift: Int

  package init(_ elements: some Collection<Element>) {
    var nodes: ContiguousArray<Node> = []
    var rest = elements[...]
    while !rest.isEmpty {
      nodes.append(Node(children: [], elements: ContiguousArray(rest.prefix(32))))
      rest = rest.dropFirst(32)
    }
    var shift = 0
    while nodes.count > 1 {
      shift += 5
      nodes = ContiguousArray(
        stride(from: 0, to: nodes.count, by: 32).map { start in
          Node(children: ContiguousArray(nodes[start...].prefix(32)), elements: [])
        })
    }
    count = elements.count
    self.shift = shift
    root = nodes.first ?? Node(children: [], elements: [])
  }

  package init(repeating element: Element, count: Int) { self.init(repeatElement(element, count: count)) }

  @inlinable
  package subscript(_ index: Int) -> Element { read(index) { $0 } }

  /// Reads one element where it lies.
  @inlinable
  package func read<Result>(_ index: Int, _ body: (borrowing Element) -> Result) -> Result {
    precondition(index >= 0 && index < count, "An element of the list.")
    // The root holds every node below it: none has to be held by itself.
    var node = Unmanaged.passUnretained(root)
    var level = shift
    while level > 0 {
      node = node._withUnsafeGuaranteedRef { .passUnretained($0.children[index >> level & 31]) }
      level -= 5
    }
    return withExtendedLifetime(root) { node._withUnsafeGuaranteedRef { body($0.elements[index & 31]) } }
  }

  /// Changes one element.
  ///
  /// - Complexity: O(log count).
  @inlinable
  package mutating func update<Result>(_ index: Int, _ body: (inout Element) throws -> Result) rethrows -> Result {
    precondition(index >= 0 && index < count, "An element of the list.")
    // A loop, not a recursion: that is what gets compiled for the element at hand.
    if !isKnownUniquelyReferenced(&root) { root = Node(children: root.children, elements: root.elements) }
    var node = root
    var level = shift
    while level > 0 {
      let place = index >> level & 31
      if !isKnownUniquelyReferenced(&node.children[place]) {
        let shared = node.children[place]
        node.children[place] = Node(children: shared.children, elements: shared.elements)
      }
      node = node.children[place]
      level -= 5
    }
    return try body(&node.elements[index & 31])
  }
}

extension PersistentArray: Sequence {
  package func makeIterator() -> some IteratorProtocol<Element> { (0..<count).lazy.map { self[$0] }.makeIterator() }
}

/// Which process keeps which blocks: the largest block first, each to the process with the fewest units so far.
///
/// Places need only their own block, so that nothing has to pass between processes. The same blocks give the same shares
/// everywhere.
package struct BlockShares: Sendable, Equatable {
  /// The units of each share, ascending.
  package let units: [[Int]]

  /// - Parameter blockOfUnit: A block's number from 0 on for each unit.
  /// - Parameter shares: 1 or more.
  /// - Complexity: O(units + blocks · (log blocks + shares)).
  package init(blockOfUnit: [Int], blocks: Int, shares: Int) {
    var members: [[Int]] = Array(repeating: [], count: blocks)
    for (unit, block) in blockOfUnit.enumerated() { members[block].append(unit) }
    let order = members.indices.sorted { (members[$1].count, $0) < (members[$0].count, $1) }
    var units: [[Int]] = Array(repeating: [], count: shares)
    for block in order {
      let lightest = units.indices.min { (units[$0].count, $0) < (units[$1].count, $1) } ?? 0
      units[lightest] += members[block]
    }
    self.units = units.map { $0.sorted() }
  }
}

package import Campaign

/// The units in the order of their blocks, so that a block's totals stand side by side.
///
/// A slot is a place in that order; units of a block keep the order of the roster.
package struct BlockRoster: Sendable {
  package let units: Int
  let slotOfUnit: [Int]
  let unitOfSlot: [Int]
  /// Slots of each block; a block without units has an empty range.
  package let blocks: [Range<Int>]

  /// 16 units each; the last may be filled up with nobody.
  var tiles: Int { (units + ScoreKernel.lanes - 1) / ScoreKernel.lanes }
  /// Slots, filled up.
  var stride: Int { tiles * ScoreKernel.lanes }

  /// - Parameter blockOfUnit: A block's number from 0 on for each unit.
  /// - Parameter blocks: How many blocks there are.
  /// - Throws: R-308 for a unit of a block that is not there, R-305 for more than 16,777,216 units or blocks.
  /// - Complexity: O(units + blocks).
  package init(blockOfUnit: [Int], blocks: Int) throws(Problem) {
    guard blockOfUnit.count <= 1 << 24, (0...1 << 24).contains(blocks) else {
      throw Problem(
        .badValue, vi: "nhiều hơn 16.777.216 đơn vị hoặc khối.", en: "more than 16,777,216 units or blocks.")
    }
    var starts: [Int] = Array(repeating: 0, count: blocks + 1)
    for (unit, block) in blockOfUnit.enumerated() {
      guard (0..<blocks).contains(block) else {
        throw Problem(
          .unknownReference, at: "units[\(unit)]", vi: "đơn vị thuộc một khối không có.", en: "a unit of a block that is not there.")
      }
      starts[block + 1] += 1
    }
    for block in 0..<blocks { starts[block + 1] += starts[block] }
    self.blocks = (0..<blocks).map { starts[$0]..<starts[$0 + 1] }
    var slotOfUnit: [Int] = Array(repeating: 0, count: blockOfUnit.count)
    var unitOfSlot = slotOfUnit
    for (unit, block) in blockOfUnit.enumerated() {
      slotOfUnit[unit] = starts[block]
      unitOfSlot[starts[block]] = unit
      starts[block] += 1
    }
    self.units = blockOfUnit.count
    self.slotOfUnit = slotOfUnit
    self.unitOfSlot = unitOfSlot
  }
}

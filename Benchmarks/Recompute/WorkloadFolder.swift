import Campaign
import Foundation
package import Ranking

/// A folder with an input of the canonical workload: num.npy, den.npy, block.npy, target.npy, points.npy.
package struct WorkloadFolder: Sendable {
  package let plan: RatioPlan
  package let columns: CounterColumns

  /// - Throws: ``NumberFile/Refused`` for a file that is not as expected, `Problem` for figures that are not allowed.
  package init(at path: String) throws {
    func file(_ name: String) throws -> NumberFile { try NumberFile(at: path + "/" + name + ".npy") }
    let (num, den, block) = try (file("num"), file("den"), file("block"))
    let (target, points) = try (file("target"), file("points"))
    guard num.shape.count == 3, den.shape == num.shape else {
      throw NumberFile.Refused(description: "num.npy, den.npy: both have the shape units, months, criteria")
    }
    let (units, months, criteria) = (num.shape[0], num.shape[1], num.shape[2])
    guard block.shape == [units], target.shape == [criteria], points.shape == [criteria] else {
      throw NumberFile.Refused(description: "block.npy has a number a unit, target.npy and points.npy one a criterion")
    }
    guard months > 0, months % RatioPlan.monthsOfAYear == 0 else {
      throw NumberFile.Refused(description: "num.npy: months are whole years")
    }
    plan = try RatioPlan(
      criteria: (0..<criteria).map { .init(points: points[$0], target: target[$0]) }, years: months / RatioPlan.monthsOfAYear)
    let blocks = (0..<units).map { Int(block[$0]) }
    let roster = try BlockRoster(blockOfUnit: blocks, blocks: (blocks.max() ?? -1) + 1)
    columns = try CounterColumns(roster: roster, criteria: criteria, years: plan.years) { unit, month, criterion in
      let at = (unit * months + month) * criteria + criterion
      let (n, d) = (num[at], den[at])
      return n == -1 && d == -1 ? nil : .init(numerator: n, denominator: d)
    }
  }
}

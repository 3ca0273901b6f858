package import Campaign

/// A rulebook of ratio criteria as numbers: every criterion gives ``Criterion/points`` × min(1, n ÷ d ÷ target).
///
/// n and d are the sums since January. A score is a whole number of ten-thousandths of a point, rounded half up; the total
/// of a unit is the sum of its scores, and places go by the exact total, inside a block.
package struct RatioPlan: Sendable, Equatable {
  package struct Criterion: Sendable, Equatable {
    /// Whole points at or above the target.
    package let points: Int64
    /// Percent.
    package let target: Int64

    package init(points: Int64, target: Int64) {
      self.points = points
      self.target = target
    }
  }

  package static let monthsOfAYear = 12
  /// Ten-thousandths in a point.
  package static let scale: Int64 = 10_000

  package let criteria: [Criterion]
  package let years: Int
  /// How many places a unit has to gain against the same month of the year before; being first is enough.
  package let placesToGain: Int32

  package var months: Int { years * Self.monthsOfAYear }
  /// The most that a unit can have, in ten-thousandths; fits `Int32`.
  package var most: Int64 { criteria.reduce(0) { $0 + $1.points * Self.scale } }

  /// - Parameter years: 1 to 100.
  /// - Throws: R-305 for no criterion, or a number of criteria, years, points or a target that is not allowed; R-311 where
  ///   the points together leave the exact range of a column (214,748 points).
  package init(criteria: [Criterion], years: Int, placesToGain: Int32 = 5) throws(Problem) {
    guard (1...10_000).contains(criteria.count), (1...100).contains(years), (0...1_000_000).contains(placesToGain) else {
      throw Problem(
        .badValue, vi: "cần 1 đến 10.000 tiêu chí và 1 đến 100 năm.", en: "1 to 10,000 criteria and 1 to 100 years are needed.")
    }
    var most: Int64 = 0
    for (index, criterion) in criteria.enumerated() {
      guard criterion.points >= 1, (1...1_000_000).contains(criterion.target) else {
        throw Problem(
          .badValue, at: "criteria[\(index)]", vi: "điểm phải từ 1 trở lên, chỉ tiêu từ 1 đến 1.000.000 phần trăm.",
          en: "points are at least 1, a target is 1 to 1,000,000 percent.")
      }
      let (product, tooMany) = criterion.points.multipliedReportingOverflow(by: Self.scale)
      let (sum, tooMuch) = most.addingReportingOverflow(product)
      guard !tooMany, !tooMuch, sum <= Int64(Int32.max) else {
        throw Problem(
          .pointsOutOfRange, at: "criteria[\(index)]",
          vi: "tổng điểm các tiêu chí vượt 214.748 nên không còn tính chính xác được; hãy giảm điểm.",
          en: "the points of the criteria exceed 214,748 together, beyond what is exact; lower them.")
      }
      most = sum
    }
    self.criteria = criteria
    self.years = years
    self.placesToGain = placesToGain
  }
}

extension RatioPlan.Criterion {
  /// The definition itself: min(points, n ÷ d ÷ (target ÷ 100) × points) in ten-thousandths, half up; 0 where d is 0.
  ///
  /// - Parameter n: 0 to 2^66.
  /// - Parameter d: 0 to 2^66.
  func score(_ n: Int128, _ d: Int128) -> Int32 {
    guard d > 0 else { return 0 }
    let cap = points * RatioPlan.scale
    if n < 1 << 23, d < 1 << 23 {
      // 2·n·points·10^6 < 2^62 and 2·d·target < 2^44, since the points together fit 31 bits in ten-thousandths.
      let whole = Int64(truncatingIfNeeded: d) &* target
      let part = 2 &* Int64(truncatingIfNeeded: n) &* points &* 1_000_000
      return Int32(min(cap, (part &+ whole) / (2 &* whole)))
    }
    let whole = d * Int128(target)
    return Int32(min(Int128(cap), (2 * n * Int128(points) * 1_000_000 + whole) / (2 * whole)))
  }
}

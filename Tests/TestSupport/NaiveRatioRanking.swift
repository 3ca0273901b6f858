package import Ranking

/// The ranking of ratio criteria as its definition reads: quotients in lowest terms, a place counts the units that are better.
package struct NaiveRatioRanking {
  package let totals: [[Int32]]
  package let places: [[Int32]]

  /// - Parameter cell: By unit, month, criterion; `nil` where missing.
  package init(
    _ plan: RatioPlan, blockOfUnit: [Int], cell: (Int, Int, Int) -> CounterColumns.Cell?
  ) {
    totals = blockOfUnit.indices.map { unit in
      (0..<plan.months).map { month in
        var total: Int64 = 0
        for (index, criterion) in plan.criteria.enumerated() {
          var (n, d): (Int128, Int128) = (0, 0)
          for at in month / 12 * 12...month {
            guard let cell = cell(unit, at, index) else { continue }
            n += Int128(cell.numerator)
            d += Int128(cell.denominator)
          }
          guard d > 0 else { continue }
          let share = (Ratio(n, d) / Ratio(Int128(criterion.target), 100)).clamped()
          total += (share * Ratio(Int128(criterion.points))).rounded(4).millionths / 100
        }
        return Int32(total)
      }
    }
    let totals = totals
    places = blockOfUnit.indices.map { unit in
      (0..<plan.months).map { month in
        Int32(1 + blockOfUnit.indices.count { blockOfUnit[$0] == blockOfUnit[unit] && totals[$0][month] > totals[unit][month] })
      }
    }
  }
}

package import Campaign
package import Ranking

extension WorkloadR {
  package func plan() throws(Problem) -> RatioPlan {
    try RatioPlan(
      criteria: (0..<Self.criteria).map { .init(points: points($0), target: target($0)) }, years: Self.months / 12)
  }

  package func columns() throws(Problem) -> CounterColumns { try columns(of: Array(0..<units)) }

  /// The columns of some of the units, in that order; places are right where whole blocks are among them.
  package func columns(of some: [Int]) throws(Problem) -> CounterColumns {
    try CounterColumns(
      roster: BlockRoster(blockOfUnit: some.map { blocks[$0] }, blocks: groups), criteria: Self.criteria, years: Self.months / 12
    ) { unit, month, criterion in
      cell(unit: some[unit], month: month, criterion: criterion).map {
        .init(numerator: $0.numerator, denominator: $0.denominator)
      }
    }
  }
}

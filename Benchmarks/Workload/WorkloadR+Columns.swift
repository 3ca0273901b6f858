package import Campaign
package import Ranking

extension WorkloadR {
  package func plan() throws(Problem) -> RatioPlan {
    try RatioPlan(
      criteria: (0..<Self.criteria).map { .init(points: points($0), target: target($0)) }, years: Self.months / 12)
  }

  package func columns() throws(Problem) -> CounterColumns {
    try CounterColumns(
      roster: BlockRoster(blockOfUnit: blocks, blocks: groups), criteria: Self.criteria, years: Self.months / 12
    ) { unit, month, criterion in
      cell(unit: unit, month: month, criterion: criterion).map { .init(numerator: $0.numerator, denominator: $0.denominator) }
    }
  }
}

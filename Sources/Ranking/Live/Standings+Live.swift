package import Campaign

/// Standings that follow single units, and what they answer in logarithmic time.
extension Standings {
  /// What bears on everybody's places.
  var compiled: CompiledCircumstances {
    if let known { return known }
    let compiled = CompiledCircumstances(source?.circumstances() ?? circumstances, plan)
    guard !plan.led.isEmpty else { return compiled }
    // The walk that made the standings has been through here without leaving the exact range.
    return CompiledCircumstances(compiled, leaders: (try? plan.leaders(figures, compiled)) ?? [])
  }

  /// What was set about criteria, without what changes from day to day.
  var settled: CompiledCircumstances { known ?? CompiledCircumstances(circumstances, plan) }

  /// What bears on one unit's.
  func compiled(for unit: Int) -> CompiledCircumstances {
    guard let live, let source else { return compiled }
    return live.compiled(unit, source)
  }

  /// The same standings, ready to follow single units.
  ///
  /// - Parameter source: Of the same moment as the standings.
  /// - Complexity: O(units × periods × log units).
  package func following(units source: any LiveSource) -> Standings {
    replaced(by: LiveRanking(plan, compiled, table: recomputedTable, form: live?.form), source, circumstances)
  }

  /// The standings after something happened to some units: what recomputing everything would give.
  ///
  /// - Parameter source: Of the new moment.
  /// - Parameter circumstances: Of the new moment: what is set, found and delivered. Lateness and more time are the source's.
  /// - Throws: ``PointsOutOfRange``.
  /// - Precondition: They follow single units, and nothing but these was touched.
  /// - Complexity: O(criteria × periods of a year × log units) a unit.
  package func following(_ touched: some Sequence<Touched>, _ source: any LiveSource, _ circumstances: Circumstances) throws -> Standings {
    guard var live else { preconditionFailure("Standings that follow single units.") }
    for one in touched { try live.follow(one, source) }
    return replaced(by: live, source, circumstances)
  }

  /// Whether single units can be followed.
  package var followsUnits: Bool { live != nil }

  // MARK: order

  /// The position from 0 on among those of the block with a place; `nil` without one.
  ///
  /// - Complexity: O(log units of the block).
  package func position(of unit: ReportingUnit.ID, in period: Period) -> Int? {
    guard let (index, offset, live) = own(unit, period) else {
      return order(of: rulebook.unit(unit)?.block ?? "", in: period).firstIndex { rulebook.units[$0].id == unit }
    }
    return live.position(index, offset)
  }

  /// How many units of a block have a place.
  package func ranked(in block: String, _ period: Period) -> Int {
    guard let (index, offset, live) = own(block: block, period) else { return order(of: block, in: period).count }
    return live.tree(index, offset).count
  }

  /// Units at positions of a block's order, those of one place by Vietnamese name; what lies beyond the last is left out.
  ///
  /// - Complexity: O(log units of the block) a unit.
  package func page(of block: String, in period: Period, _ positions: Range<Int>) -> [(unit: ReportingUnit, standing: Standing)] {
    let units: [Int]
    if let (index, offset, live) = own(block: block, period) {
      units = live.tree(index, offset).keys(positions).map { Int($0.member) }
    } else {
      let order = order(of: block, in: period)
      units = Array(order[positions.clamped(to: 0..<order.count)])
    }
    let offset = period.ordinal - scope.first.ordinal
    return units.compactMap { unit in standing(unit, offset).map { (rulebook.units[unit], $0) } }
  }

  private func own(_ unit: ReportingUnit.ID, _ period: Period) -> (Int, Int, LiveRanking)? {
    guard let index = rulebook.unitIndex[unit], let (_, offset, live) = own(block: rulebook.units[index].block, period) else { return nil }
    return (index, offset, live)
  }

  /// A block and a period whose places follow single units; `nil` where they were given or recomputed.
  func own(block: String, _ period: Period) -> (Int, Int, LiveRanking)? {
    let offset = period.ordinal - scope.first.ordinal
    guard let live, period.kind == scope.first.kind, (0..<plan.periods).contains(offset), offset >= ownOffset,
      let index = rulebook.blocks.firstIndex(where: { $0.id == block })
    else { return nil }
    return (index, offset, live)
  }

  var ownOffset: Int { ownFrom.map { $0.ordinal - scope.first.ordinal } ?? 0 }

  private func order(of block: String, in period: Period) -> [Int] {
    board(of: block, in: period).filter { $0.standing.place != nil }.compactMap { rulebook.unitIndex[$0.unit.id] }
  }

  // MARK: comparing

  /// The first unit and period in which other standings of the same rulebook say something else, in roster order.
  ///
  /// - Complexity: O(units × periods × log units).
  package func firstDifference(from other: Standings) -> (unit: ReportingUnit, period: Period, here: Standing?, there: Standing?)? {
    for (index, unit) in rulebook.units.enumerated() {
      for offset in 0..<max(plan.periods, other.plan.periods) {
        let (here, there) = (standing(index, offset), other.standing(index, offset))
        if here != there { return (unit, Period(kind: scope.first.kind, ordinal: scope.first.ordinal + offset), here, there) }
      }
    }
    return nil
  }
}

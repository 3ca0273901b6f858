public import Campaign

/// Which periods are ranked, and how far time has gone.
public struct RankingScope: Sendable, Hashable {
  /// Periods to rank, inclusive.
  public let first: Period
  public let last: Period
  /// The latest period whose due instant has passed; earlier ones are due as well. `nil`: none.
  public let dueThrough: Period?
  /// The latest period that is closed. `nil`: none.
  public let closedThrough: Period?

  public init(first: Period, last: Period, dueThrough: Period?, closedThrough: Period?) {
    self.first = first
    self.last = last
    self.dueThrough = dueThrough
    self.closedThrough = closedThrough
  }
}

/// All places of a campaign, computed from its rulebook and figures alone.
///
/// ```swift
/// let standings = try Standings(rulebook: rulebook, figures: figures, scope: scope)
/// standings.standing(of: "kon-ray", in: november)?.place   // 2
/// ```
///
/// The same rulebook, figures, circumstances and scope give the same standings on any machine.
public struct Standings: Sendable {
  public let rulebook: Rulebook
  public private(set) var figures: FigureTable
  public private(set) var circumstances: Circumstances
  public let scope: RankingScope
  let plan: RankingPlan
  /// What was given to a full recomputation; ``compiled`` asks for it anew where places follow single units.
  private(set) var known: CompiledCircumstances?
  // [period offset][unit index]
  private var table: [[Standing]]
  /// The first period with points of this rulebook; places of those before were given under another one.
  private(set) var ownFrom: Period?
  /// Where places follow single units: totals and trees in place of the table.
  private(set) var live: LiveRanking?
  private(set) var source: (any LiveSource)?
  private var given: GivenPlaces?

  /// Recomputes everything.
  ///
  /// - Parameter circumstances: What bears on places beside the figures; none where nothing was recorded.
  /// - Throws: ``PointsOutOfRange`` for the first leaf, by unit, period and criterion, whose points leave the exact range.
  /// - Complexity: O(units × periods × criteria + units × periods × log units).
  public init(
    rulebook: Rulebook, figures: FigureTable, circumstances: Circumstances = Circumstances(), scope: RankingScope
  ) throws {
    try self.init(RankingPlan(rulebook, scope), figures, circumstances)
  }

  /// The same periods on other figures: recomputes everything but what the rulebook alone decides.
  ///
  /// - Parameter figures: Of the same rulebook.
  /// - Parameter circumstances: `nil`: as they were.
  /// - Throws: As ``init(rulebook:figures:circumstances:scope:)``.
  public func recomputed(with figures: FigureTable, circumstances: Circumstances? = nil) throws -> Standings {
    try Standings(plan, figures, circumstances ?? source?.circumstances() ?? self.circumstances)
  }

  private init(_ plan: RankingPlan, _ figures: FigureTable, _ circumstances: Circumstances) throws {
    var compiled = CompiledCircumstances(circumstances, plan)
    if !plan.led.isEmpty { compiled = CompiledCircumstances(compiled, leaders: try plan.leaders(figures, compiled)) }
    let (rulebook, scope) = (plan.rulebook, plan.scope)
    self.rulebook = rulebook
    self.figures = figures
    self.circumstances = circumstances
    known = compiled
    self.scope = scope
    self.plan = plan
    let count = scope.last.ordinal - scope.first.ordinal + 1
    var table = Array(repeating: Array(repeating: Standing(), count: rulebook.units.count), count: max(0, count))
    for unit in rulebook.units.indices {
      try plan.walk(unit, figures, compiled) { offset, _, leaves, filed, due in
        table[offset][unit] = plan.summed(leaves, unit: unit, offset: offset, filed: filed, due: due, compiled)
      }
    }
    let blocks = rulebook.blocks.map { block in rulebook.units.indices.filter { rulebook.units[$0].block == block.id } }
    for offset in table.indices {
      for members in blocks { Self.place(members, in: &table[offset], by: rulebook.ranking) }
      if plan.hasBands { for members in blocks { Self.band(members, in: &table[offset], rulebook) } }
    }
    Self.compare(&table, blocks, rulebook, scope, own: 0)
    self.table = table
  }

  /// The same with the places that were given, under an earlier version of the rulebook, to the periods before one: places
  /// are compared across that border, points are not.
  ///
  /// A unit whose block has other members than before has no place there to be compared with.
  ///
  /// - Parameter earlier: Of the same campaign and the same first period.
  /// - Parameter known: The same of an earlier moment, where places follow single units: whose block is the same is known then.
  /// - Complexity: O(units × periods).
  public func following(_ earlier: Standings, from first: Period, as known: Standings? = nil) -> Standings {
    precondition(earlier.scope.first == scope.first, "Versions of a campaign are ranked from the same period on.")
    let border = min(max(0, first.ordinal - scope.first.ordinal), plan.periods)
    var copy = self
    copy.ownFrom = first
    if live != nil, let known = known?.given, known.border == border {
      copy.given = known.over(earlier)
      return copy
    }
    let same = Set(rulebook.blocks.map(\.id).filter { members(of: $0) == earlier.members(of: $0) })
    let indices = rulebook.units.map { same.contains($0.block) ? earlier.rulebook.unitIndex[$0.id] : nil }
    let sameBands = rulebook.units.map { rulebook.bands(of: $0.block) == earlier.rulebook.bands(of: $0.block) }
    guard live == nil else {
      copy.given = GivenPlaces(earlier, border: border, indices: indices, sameBands: sameBands)
      return copy
    }
    for offset in 0..<border {
      for unit in rulebook.units.indices {
        guard let index = indices[unit], let then = earlier.standing(index, offset) else {
          copy.table[offset][unit] = Standing()
          continue
        }
        copy.table[offset][unit] = then
        if !sameBands[unit] { copy.table[offset][unit].band = nil }
      }
    }
    let blocks = rulebook.blocks.map { block in rulebook.units.indices.filter { rulebook.units[$0].block == block.id } }
    Self.compare(&copy.table, blocks, rulebook, scope, own: border)
    return copy
  }

  private func members(of block: String) -> Set<ReportingUnit.ID> {
    Set(rulebook.units.lazy.filter { $0.block == block }.map(\.id))
  }

  /// The standing of a unit; `nil` for a unit or a period that is not ranked here.
  public func standing(of unit: ReportingUnit.ID, in period: Period) -> Standing? {
    let offset = period.ordinal - scope.first.ordinal
    guard period.kind == scope.first.kind, let index = rulebook.unitIndex[unit] else { return nil }
    return standing(index, offset)
  }

  /// The standing of a unit by its index, at a period's offset; `nil` outside the periods that are ranked.
  func standing(_ unit: Int, _ offset: Int) -> Standing? {
    guard (0..<plan.periods).contains(offset) else { return nil }
    return live.map { $0.standing(unit, offset, given) } ?? table[offset][unit]
  }

  /// The band of a unit's published total (xếp loại); `nil` as in ``Standing/band``.
  public func band(of unit: ReportingUnit.ID, in period: Period) -> Band? {
    guard let index = standing(of: unit, in: period)?.band, let block = rulebook.unit(unit)?.block else { return nil }
    return rulebook.bands(of: block)[index]
  }

  /// Units of a block with their standings: by place, then without rank; equal ones by Vietnamese name.
  public func board(of block: String, in period: Period) -> [(unit: ReportingUnit, standing: Standing)] {
    let offset = period.ordinal - scope.first.ordinal
    return places(of: block, in: period).map { (rulebook.units[$0.unit], standing($0.unit, offset) ?? Standing()) }
  }

  /// As a full recomputation made it; empty where places follow single units.
  var recomputedTable: [[Standing]] { table }

  func replaced(by live: LiveRanking, _ source: any LiveSource, _ circumstances: Circumstances) -> Standings {
    var copy = self
    (copy.live, copy.source, copy.figures, copy.circumstances) = (live, source, source.figures, circumstances)
    (copy.table, copy.known, copy.given, copy.ownFrom) = ([], nil, nil, nil)
    return copy
  }

  // MARK: places and comparisons

  private static func place(_ members: [Int], in row: inout [Standing], by settings: RankingSettings) {
    let totals = members.map { index -> Points? in
      guard row[index].reason == nil else { return nil }
      return settings.placesBy == .published ? row[index].published : row[index].exact
    }
    for (index, place) in zip(members, competitionPlaces(totals)) {
      row[index].place = place?.place
      row[index].tied = place?.tied ?? false
    }
  }

  /// Bands are decided on the same rounded total that is printed (domain 4.4).
  private static func band(_ members: [Int], in row: inout [Standing], _ rulebook: Rulebook) {
    guard let first = members.first else { return }
    let bounds = rulebook.bands(of: rulebook.units[first].block).map(\.atLeast)
    for index in members where row[index].place != nil {
      row[index].band = row[index].published.flatMap { total in bounds.firstIndex { $0 <= total } }
    }
  }

  /// - Parameter own: The offset of the first period with points of this rulebook; what is before stays as it was given.
  private static func compare(
    _ table: inout [[Standing]], _ blocks: [[Int]], _ rulebook: Rulebook, _ scope: RankingScope, own: Int
  ) {
    let rules = rulebook.rules.filter(\.isAboutPlacesGained)
    let published = rulebook.ranking.placesBy == .published
    for offset in table.indices.dropFirst(own) {
      let period = Period(kind: scope.first.kind, ordinal: scope.first.ordinal + offset)
      let before = offset - 1
      let lastYear = period.lastYear.ordinal - scope.first.ordinal
      let rule = rules.first { $0.window.contains(period.year) }
      let compared = rule.flatMap { $0.comparedPeriod(with: period) }.map { $0.ordinal - scope.first.ordinal }
      for members in blocks {
        let ranked = members.count { table[offset][$0].place != nil }
        let bands = members.first.map { rulebook.bands(of: rulebook.units[$0].block) } ?? []
        for unit in members {
          var standing = table[offset][unit]
          if before >= 0 { standing.movedSincePrevious = moved(from: table[before][unit].place, to: standing.place) }
          let then = lastYear >= 0 ? table[lastYear][unit] : nil
          standing.movedSinceLastYear = moved(from: then?.place, to: standing.place)
          standing.gainSinceLastYear = nil
          if lastYear >= own, let old = published ? then?.published : then?.exact, let new = published ? standing.published : standing.exact {
            standing.gainSinceLastYear = new - old
          }
          let reference = compared.flatMap { table.indices.contains($0) ? table[$0][unit] : nil }
          standing.placesGained = rule.map { rule in
            let datum = reference.map { $0.datum(of: ranked, bands: bands) } ?? .noBaseline
            return rule.verdict(standing.datum(of: ranked, bands: bands), against: datum, in: period)
          }
          table[offset][unit] = standing
        }
      }
    }
  }

  private static func moved(from old: Int?, to new: Int?) -> Int? {
    guard let old, let new else { return nil }
    return old - new
  }
}

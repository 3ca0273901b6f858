import Campaign

/// Totals and places that follow what happens to single units: the same standings as recomputing everything.
///
/// A value: an older one stays readable at no cost, and a change copies a path of each tree it touches.
///
/// A filing bears on its unit's totals from its period to the end of the year. Places are never stored: they are counted in the
/// tree of the block and period when somebody asks, so that a total that moves past a thousand others changes one tree. A
/// `LEADER` criterion is scored on closed periods only, whose figures are frozen (domain 4.2): when one of those changes the
/// best of a block, the block is scored anew.
struct LiveRanking: Sendable {
  /// What a plan alone decides.
  final class Form: Sendable {
    /// By block its units, in roster order.
    let members: [[Int]]
    /// By unit its place among the names of its block.
    let orderOf: [Int32]
    /// By block its units in that order.
    let ordered: [[Int]]
    /// By period offset: the rule on places gained that is in force, and the offset that it compares with.
    let rules: [(rule: Rule, compared: Int?)?]
    let forgetsEachYear: Bool

    init(_ plan: RankingPlan) {
      let rulebook = plan.rulebook
      var members: [[Int]] = Array(repeating: [], count: rulebook.blocks.count)
      for unit in rulebook.units.indices { members[plan.blockOf[unit]].append(unit) }
      self.members = members
      ordered = members.map { rulebook.byName($0) }
      var orderOf: [Int32] = Array(repeating: 0, count: rulebook.units.count)
      for block in ordered { for (order, unit) in block.enumerated() { orderOf[unit] = Int32(order) } }
      self.orderOf = orderOf
      let about = rulebook.rules.filter(\.isAboutPlacesGained)
      let first = plan.scope.first
      var rules: [(rule: Rule, compared: Int?)?] = []
      for offset in 0..<plan.periods {
        let period = Period(kind: first.kind, ordinal: first.ordinal + offset)
        guard let rule = about.first(where: { $0.window.contains(period.year) }) else {
          rules.append(nil)
          continue
        }
        rules.append((rule, rule.comparedPeriod(with: period).map { $0.ordinal - first.ordinal }))
      }
      self.rules = rules
      forgetsEachYear = plan.forgetsEachYear
    }
  }

  let plan: RankingPlan
  let form: Form
  /// By unit and period offset.
  private var rows: PersistentArray<ContiguousArray<LiveRow>>
  /// By block × periods + period offset.
  private var boards: PersistentArray<PlaceTree>
  /// By block; nobody leads where no criterion asks for it.
  private var leaders: PersistentArray<[Fraction?]>

  /// - Parameter table: By period offset and unit, as recomputed.
  /// - Complexity: O(units × periods × log units).
  init(_ plan: RankingPlan, _ compiled: CompiledCircumstances, table: [[Standing]], form: Form? = nil) {
    let form = form ?? Form(plan)
    self.plan = plan
    self.form = form
    rows = PersistentArray(
      plan.rulebook.units.indices.map { unit in ContiguousArray(table.map { LiveRow($0[unit]) }) })
    let settings = plan.rulebook.ranking
    let blocks = form.members
    boards = PersistentArray(
      blocks.indices.flatMap { block in
        table.map { row in
          PlaceTree(
            sorted: blocks[block].compactMap { unit in
              LiveRow(row[unit]).total(settings).map {
                PlaceTree.Key(total: $0, order: form.orderOf[unit], member: Int32(unit))
              }
            }.sorted())
        }
      })
    leaders = PersistentArray(plan.led.isEmpty ? [] : blocks.indices.map { plan.leaders(of: $0, in: compiled.leaders ?? []) })
  }

  // MARK: following

  /// Brings the ranking up to what happened to a unit.
  ///
  /// - Throws: ``PointsOutOfRange``; then nothing of this value is to be used.
  /// - Complexity: O(criteria × periods of the year × log units of the block); O(units of the block) more where a `LEADER` changes.
  mutating func follow(_ touched: Touched, _ source: any LiveSource) throws {
    guard let unit = plan.rulebook.unitIndex[touched.unit] else { return }
    let block = plan.blockOf[unit]
    if !plan.led.isEmpty, bearsOnClosedPeriods(touched) {
      let fresh = try plan.leaders(of: form.members[block], source.figures) { circumstances(of: $0, source, leaders: nil) }
      if fresh != leaders[block] {
        leaders.update(block) { $0 = fresh }
        for member in form.members[block] { try score(member, nil, source) }
        return
      }
    }
    try score(unit, touched.ordinals, source)
  }

  private func bearsOnClosedPeriods(_ touched: Touched) -> Bool {
    guard let closed = plan.scope.closedThrough else { return false }
    return touched.ordinals.map { $0.lowerBound <= closed.ordinal } ?? true
  }

  private func circumstances(of unit: Int, _ source: any LiveSource, leaders: [Fraction?]?) -> CompiledCircumstances {
    CompiledCircumstances(source.circumstances(of: plan.rulebook.units[unit].id), plan, only: unit, leaders: leaders)
  }

  /// What bears on a unit, with the best of its block.
  func compiled(_ unit: Int, _ source: any LiveSource) -> CompiledCircumstances {
    circumstances(of: unit, source, leaders: plan.led.isEmpty ? nil : leaders[plan.blockOf[unit]])
  }

  private mutating func score(_ unit: Int, _ ordinals: ClosedRange<Int>?, _ source: any LiveSource) throws {
    let own = compiled(unit, source)
    var fresh: [(offset: Int, row: LiveRow)] = []
    fresh.reserveCapacity(plan.periods)
    try plan.walk(unit, source.figures, own, ordinals: wholeYears(ordinals)) { offset, _, leaves, filed, due in
      fresh.append((offset, LiveRow(plan.summed(leaves, unit: unit, offset: offset, filed: filed, due: due, own))))
    }
    for (offset, row) in fresh { put(row, unit, offset) }
  }

  /// The periods of the years in which something was reported; `nil`: all, where a figure may bear on later years. What is
  /// reported of a period in front of those ranked may move the beginning of what is due.
  private func wholeYears(_ ordinals: ClosedRange<Int>?) -> ClosedRange<Int>? {
    guard let ordinals, form.forgetsEachYear, ordinals.lowerBound >= plan.scope.first.ordinal else { return nil }
    let year = plan.scope.first.kind.perYear
    return ordinals.lowerBound / year * year...ordinals.upperBound / year * year + year - 1
  }

  private mutating func put(_ row: LiveRow, _ unit: Int, _ offset: Int) {
    let old = rows[unit][offset]
    guard old != row else { return }
    rows.update(unit) { $0[offset] = row }
    let (before, now) = (key(old, unit), key(row, unit))
    guard before != now else { return }
    boards.update(plan.blockOf[unit] * plan.periods + offset) { tree in
      if let before { tree.remove(before) }
      if let now { tree.insert(now) }
    }
  }

  private func key(_ row: LiveRow, _ unit: Int) -> PlaceTree.Key? {
    row.total(plan.rulebook.ranking).map { PlaceTree.Key(total: $0, order: form.orderOf[unit], member: Int32(unit)) }
  }

  // MARK: reading

  func tree(_ block: Int, _ offset: Int) -> PlaceTree { boards[block * plan.periods + offset] }

  /// The place that goes with a total somebody of the block has, and whether several have it.
  func place(of total: Int64, _ block: Int, _ offset: Int) -> (place: Int, tied: Bool) {
    boards.read(block * plan.periods + offset) { $0.place(of: total) }
  }

  /// What a unit's place goes by; `nil` without place.
  func total(_ unit: Int, _ offset: Int) -> Int64? { rows.read(unit) { $0[offset].total(plan.rulebook.ranking) } }

  /// Why a unit has no place.
  func reason(_ unit: Int, _ offset: Int) -> ReasonCode? { rows.read(unit) { $0[offset].reason } }

  /// The position from 0 on among those with a place; `nil` without one.
  func position(_ unit: Int, _ offset: Int) -> Int? {
    key(rows[unit][offset], unit).map { tree(plan.blockOf[unit], offset).count(before: $0) }
  }

  func place(_ unit: Int, _ offset: Int) -> Int? {
    total(unit, offset).map { tree(plan.blockOf[unit], offset).count(above: $0) + 1 }
  }

  /// Those with a place in its order, then the others by name.
  func places(_ block: Int, _ offset: Int) -> [UnitPlace] {
    var places: [UnitPlace] = []
    places.reserveCapacity(form.ordered[block].count)
    var (place, total) = (0, Int64?.none)
    var isPlaced = Array(repeating: false, count: rows.count)
    for (position, key) in tree(block, offset).keys(0..<Int.max).enumerated() {
      if key.total != total { (place, total) = (position + 1, key.total) }
      isPlaced[Int(key.member)] = true
      places.append(UnitPlace(unit: Int(key.member), place: place, reason: nil))
    }
    guard places.count < form.ordered[block].count else { return places }
    for unit in form.ordered[block] where !isPlaced[unit] {
      places.append(UnitPlace(unit: unit, place: nil, reason: rows[unit][offset].reason))
    }
    return places
  }

  /// Each unit of a block with its place, points and band, before it is compared with other periods; that a place is shared is
  /// left out.
  ///
  /// - Complexity: O(units of the block).
  func uncompared(_ block: Int, _ offset: Int, _ visit: (_ unit: Int, _ standing: Standing) -> Void) {
    let bounds = plan.hasBands ? plan.rulebook.bands(of: plan.rulebook.blocks[block].id).map(\.atLeast) : nil
    for one in places(block, offset) {
      var standing = rows[one.unit][offset].standing
      standing.place = one.place
      if let bounds, one.place != nil { standing.band = standing.published.flatMap { total in bounds.firstIndex { $0 <= total } } }
      visit(one.unit, standing)
    }
  }

  /// A standing before it is compared with other periods.
  private func base(_ unit: Int, _ offset: Int) -> Standing {
    let row = rows[unit][offset]
    var standing = row.standing
    guard let total = row.total(plan.rulebook.ranking) else { return standing }
    let (place, tied) = place(of: total, plan.blockOf[unit], offset)
    (standing.place, standing.tied) = (place, tied)
    if plan.hasBands {
      let bounds = plan.rulebook.bands(of: plan.rulebook.units[unit].block).map(\.atLeast)
      standing.band = standing.published.flatMap { total in bounds.firstIndex { $0 <= total } }
    }
    return standing
  }

  /// - Parameter given: What earlier versions of the rulebook gave.
  /// - Complexity: O(log units of the block).
  func standing(_ unit: Int, _ offset: Int, _ given: GivenPlaces?) -> Standing {
    let own = given?.border ?? 0
    func at(_ offset: Int) -> Standing { given.flatMap { offset < $0.border ? $0.standing(unit, offset) : nil } ?? base(unit, offset) }
    guard offset >= own else { return at(offset) }
    var standing = base(unit, offset)
    let first = plan.scope.first
    let period = Period(kind: first.kind, ordinal: first.ordinal + offset)
    func moved(_ then: Standing?) -> Int? {
      guard let old = then?.place, let new = standing.place else { return nil }
      return old - new
    }
    if offset > 0 { standing.movedSincePrevious = moved(at(offset - 1)) }
    let lastYear = period.lastYear.ordinal - first.ordinal
    let then = lastYear >= 0 ? at(lastYear) : nil
    standing.movedSinceLastYear = moved(then)
    let published = plan.rulebook.ranking.placesBy == .published
    if lastYear >= own, let old = published ? then?.published : then?.exact, let new = published ? standing.published : standing.exact {
      standing.gainSinceLastYear = new - old
    }
    if let (rule, compared) = form.rules[offset] {
      let ranked = tree(plan.blockOf[unit], offset).count
      let bands = plan.rulebook.bands(of: plan.rulebook.units[unit].block)
      let reference = compared.flatMap { (0..<plan.periods).contains($0) ? ($0 == lastYear ? then : at($0)) : nil }
      let datum = reference.map { $0.datum(of: ranked, bands: bands) } ?? .noBaseline
      standing.placesGained = rule.verdict(standing.datum(of: ranked, bands: bands), against: datum, in: period)
    }
    return standing
  }
}

/// What a unit has in a period before places are counted.
struct LiveRow: Sendable, Hashable {
  private static let none = Int64.min
  private let published: Int64
  private let exact: Int64
  private let earned: Int64
  private let applicable: Int64
  private let bonus: Int64
  private let deduction: Int64
  private let filed: Int32
  private let due: Int32
  let reason: ReasonCode?

  init(_ standing: Standing) {
    published = standing.published?.millionths ?? Self.none
    exact = standing.exact?.millionths ?? Self.none
    earned = standing.earned.millionths
    applicable = standing.applicable.millionths
    bonus = standing.bonus.millionths
    deduction = standing.deduction.millionths
    filed = Int32(clamping: standing.monthsFiled)
    due = Int32(clamping: standing.monthsDue)
    reason = standing.reason
  }

  /// What its place goes by; `nil` without place.
  func total(_ settings: RankingSettings) -> Int64? {
    let total = settings.placesBy == .published ? published : exact
    return reason == nil && total != Self.none ? total : nil
  }

  var standing: Standing {
    var standing = Standing()
    standing.published = published == Self.none ? nil : Points(millionths: published)
    standing.exact = exact == Self.none ? nil : Points(millionths: exact)
    standing.earned = Points(millionths: earned)
    standing.applicable = Points(millionths: applicable)
    standing.bonus = Points(millionths: bonus)
    standing.deduction = Points(millionths: deduction)
    standing.monthsFiled = Int(filed)
    standing.monthsDue = Int(due)
    standing.reason = reason
    return standing
  }
}

/// Places that earlier versions of a rulebook gave, as a later one shows them.
final class GivenPlaces: Sendable {
  /// The first offset that the later version scores.
  let border: Int
  private let earlier: Standings
  /// By unit of the later rulebook; `nil` where its block has other members than before.
  private let indices: [Int?]
  private let sameBands: [Bool]

  init(_ earlier: Standings, border: Int, indices: [Int?], sameBands: [Bool]) {
    self.earlier = earlier
    self.border = border
    self.indices = indices
    self.sameBands = sameBands
  }

  func standing(_ unit: Int, _ offset: Int) -> Standing {
    guard let index = indices[unit], var standing = earlier.standing(index, offset) else { return Standing() }
    if !sameBands[unit] { standing.band = nil }
    return standing
  }

  /// The same border over newer places.
  func over(_ earlier: Standings) -> GivenPlaces {
    GivenPlaces(earlier, border: border, indices: indices, sameBands: sameBands)
  }
}

public import Campaign
public import Ranking

/// A second ranking, written from `Protocol/Rulebook.md` and the domain brief alone: slow, without any state carried from
/// month to month. Every number is summed anew from the raw figures.
public struct NaiveRanking {
  public struct Row: Equatable {
    public var leaves: [Leaf] = []
    public var earned: Int64 = 0
    public var applicable: Int64 = 0
    public var published: Int64?
    public var exact: Int64?
    public var place: Int?
    public var tied = false
    public var band: Int?
    public var bonus: Int64 = 0
    public var deduction: Int64 = 0
    public var reason: ReasonCode?
    public var filed = 0
    public var due = 0
    public var moved: Int?
    public var movedYear: Int?
    public var gain: Int64?
    public var outcome: Outcome?
    public var outcomeReason: ReasonCode?

    public init() {}
  }

  /// What one unit gave for one period.
  public enum Raw: Sendable {
    case counters([String: Int64])
    case given([String: GivenFigure])
  }

  let rulebook: Rulebook
  let raw: [String: [Int: Raw]]
  let scope: RankingScope
  let circumstances: Circumstances

  /// - Parameter raw: By unit and by the period's ordinal.
  public init(
    rulebook: Rulebook, raw: [String: [Int: Raw]], scope: RankingScope, circumstances: Circumstances = Circumstances()
  ) {
    self.rulebook = rulebook
    self.raw = raw
    self.scope = scope
    self.circumstances = circumstances
  }

  /// By unit in roster order, then by period of the scope.
  public func rows() -> [[Row]] {
    var table = rulebook.units.map { unit in periods.map { row(unit, $0) } }
    for unit in rulebook.units.indices {
      for offset in periods.indices { place(unit, offset, &table) }
    }
    for unit in rulebook.units.indices {
      for offset in periods.indices { compare(unit, offset, &table) }
    }
    return table
  }

  var periods: [Period] {
    var all: [Period] = []
    var period = scope.first
    while period <= scope.last {
      all.append(period)
      period = period.next
    }
    return all
  }

  private func isDue(_ period: Period, for unit: ReportingUnit) -> Bool {
    guard let through = scope.dueThrough else { return false }
    if let more = circumstances.extended[unit.id], more.contains(period.ordinal) { return false }
    return period <= through
  }

  // MARK: a unit in a period

  private func row(_ unit: ReportingUnit, _ period: Period) -> Row {
    var row = Row()
    let months = raw[unit.id.text] ?? [:]
    // Before the first ranked period, and before the unit's first filing, nothing was due.
    let earliest = min(months.keys.min() ?? scope.first.ordinal, scope.first.ordinal)
    var month = period
    while month.year == period.year, month.ordinal >= earliest {
      if months[month.ordinal] != nil { row.filed += 1 }
      if months[month.ordinal] != nil || isDue(month, for: unit) { row.due += 1 }
      month = month.previous
    }
    row.leaves = rulebook.criteria.map { leaf($0, unit, period) }
    for (criterion, leaf) in zip(rulebook.criteria, row.leaves) where criterion.scoring != nil {
      if case .scored(let points) = leaf { row.earned += points.millionths }
      switch leaf {
      case .scored, .missing, .pending: row.applicable += criterion.points.millionths
      case .notApplicable, .notConcerned, .followed: break
      }
    }
    let counting = zip(rulebook.criteria, row.leaves).filter { $0.0.scoring != nil }.map(\.1)
    total(&row, counting.filter { $0 != .notApplicable && $0 != .notConcerned }, unit, period)
    // A block without places, or a period in which nothing gives points.
    if rulebook.blocks.contains(where: { $0.id == unit.block && !$0.ranked }) { row.reason = .notRanked }
    return row
  }

  private func leaf(_ criterion: Criterion, _ unit: ReportingUnit, _ period: Period) -> Leaf {
    guard applies(criterion, unit, period) else { return .notConcerned }
    if let years = criterion.window, period.year < years.lowerBound || period.year > years.upperBound { return .notConcerned }
    if !isHere(criterion, unit, period) { return isDue(period, for: unit) ? .missing : .pending }
    let figures = NaiveFigures(rulebook: rulebook, months: raw[unit.id.text] ?? [:])
    if let least = criterion.minimumDenominator, let cases = figures.cases(criterion, period), cases < least {
      return .notApplicable
    }
    guard let value = figures.value(criterion, period) else {
      guard rulebook.ranking.zeroDenominator == .zero, let scoring = criterion.scoring else { return .notApplicable }
      if case .leader = scoring, !isClosed(period) { return .pending }
      return .scored(.zero)
    }
    guard let scoring = criterion.scoring else { return .followed }
    if case .leader(let target) = scoring {
      guard isClosed(period) else { return .pending }
      guard let t = target.value(in: period).map({ Ratio(decimal: $0.description) }) else { return .scored(.zero) }
      let most = Ratio(Int128(criterion.points.millionths), 1_000_000)
      let share = value <= t ? (value / t).clamped() : Ratio(1) + ((value - t) / (best(criterion, unit, period, value) - t)).clamped()
      return .scored(Points(millionths: (most * share / Ratio(2)).rounded(rulebook.decimals).millionths))
    }
    let points = NaiveScoring.points(criterion, value, period).rounded(rulebook.decimals)
    return .scored(Points(millionths: points.millionths))
  }

  /// The greatest value of the block among those that the criterion concerns and that are trusted, and one's own.
  private func best(_ criterion: Criterion, _ unit: ReportingUnit, _ period: Period, _ own: Ratio) -> Ratio {
    var best = own
    for other in rulebook.units where other.block == unit.block && other.id != unit.id && !isFalse(other, period) {
      let months = raw[other.id.text] ?? [:]
      let figures = NaiveFigures(rulebook: rulebook, months: months)
      guard applies(criterion, other, period), isHere(criterion, other, period), let value = figures.value(criterion, period) else { continue }
      if let least = criterion.minimumDenominator, let cases = figures.cases(criterion, period), cases < least { continue }
      if best < value { best = value }
    }
    return best
  }

  /// Filed in the period itself, where that matters.
  private func isHere(_ criterion: Criterion, _ unit: ReportingUnit, _ period: Period) -> Bool {
    if rulebook.ranking.missingMonth == .skipped { return true }
    switch raw[unit.id.text]?[period.ordinal] {
    case .counters?: return true
    case .given(let figures)?: return figures[criterion.code] != nil
    case nil: return false
    }
  }

  /// The levels, unless the rulebook or the campaign office said otherwise; whoever spoke last is right.
  private func applies(_ criterion: Criterion, _ unit: ReportingUnit, _ period: Period) -> Bool {
    var answer = true
    if let levels = criterion.levels, let level = unit.level { answer = levels.contains(level) }
    for said in rulebook.applicability + circumstances.applicability
    where said.unit == unit.id && said.criterion == criterion.code && said.from <= period {
      if let end = said.through, end < period { continue }
      answer = said.applies
    }
    return answer
  }

  private func total(_ row: inout Row, _ counting: [Leaf], _ unit: ReportingUnit, _ period: Period) {
    let settings = rulebook.ranking
    let inForce = rulebook.criteria.filter { $0.scoring != nil && ($0.window == nil || $0.window!.contains(period.year)) }
    if inForce.isEmpty {
      row.reason = .notRanked
      return
    }
    // Nothing has points yet, and something still may.
    if counting.contains(.pending), counting.allSatisfy({ $0 == .pending || $0 == .missing }) {
      row.reason = .notDue
      return
    }
    if !counting.isEmpty, counting.allSatisfy({ $0 == .missing }), settings.nothingFiled == .unranked {
      row.reason = .notSubmitted
      return
    }
    row.bonus = bonus(unit, period)
    row.deduction = deduction(unit, period)
    let change = Ratio(Int128(row.bonus - row.deduction), 1_000_000)
    let earned = Ratio(Int128(row.earned), 1_000_000)
    let applicable = Ratio(Int128(row.applicable), 1_000_000)
    switch settings.total {
    case .points:
      let most = inForce.reduce(0) { $0 + $1.points.millionths }
      let sum = kept(earned + change, under: Ratio(Int128(most), 1_000_000))
      row.exact = sum.millionths
      row.published = sum.rounded(settings.published).millionths
    case .index:
      let index = kept((row.applicable == 0 ? Ratio(0) : Ratio(100) * earned / applicable) + change, under: Ratio(100))
      row.exact = index.rounded(rulebook.decimals).millionths
      row.published = index.rounded(settings.published).millionths
    }
    if isFalse(unit, period) {
      row.reason = .rankWithheld
      return
    }
    var all = Ratio(0)
    for criterion in inForce { all = all + Ratio(Int128(criterion.points.millionths), 1_000_000) }
    if Ratio(100) * applicable < Ratio(decimal: settings.applicableFloor.description) * all { row.reason = .tooFewApplicable }
  }

  // MARK: places

  private func deciding(_ row: Row) -> Int64? {
    row.reason != nil ? nil : rulebook.ranking.placesBy == .exact ? row.exact : row.published
  }

  private func place(_ unit: Int, _ offset: Int, _ table: inout [[Row]]) {
    guard let mine = deciding(table[unit][offset]) else { return }
    var better = 0
    var equal = 0
    for other in rulebook.units.indices where rulebook.units[other].block == rulebook.units[unit].block {
      guard other != unit, let theirs = deciding(table[other][offset]) else { continue }
      if theirs > mine { better += 1 }
      if theirs == mine { equal += 1 }
    }
    table[unit][offset].place = 1 + better
    table[unit][offset].tied = equal > 0
    let block = rulebook.blocks.first { $0.id == rulebook.units[unit].block }
    let total = table[unit][offset].published ?? 0
    for (index, band) in (block?.bands ?? rulebook.bands).enumerated().reversed() where total >= band.atLeast.millionths {
      table[unit][offset].band = index
    }
  }

  private func compare(_ unit: Int, _ offset: Int, _ table: inout [[Row]]) {
    let year = 12 / scope.first.kind.months
    var row = table[unit][offset]
    let now = row.place
    if offset >= 1, let now, let then = table[unit][offset - 1].place { row.moved = then - now }
    let old = offset >= year ? table[unit][offset - year] : nil
    if let now, let then = old?.place { row.movedYear = then - now }
    let exactly = rulebook.ranking.placesBy == .exact
    if let old, let a = exactly ? row.exact : row.published, let b = exactly ? old.exact : old.published { row.gain = a - b }
    for rule in rulebook.rules where rule.subject == .unitPlace && rule.window.contains(periods[offset].year) {
      (row.outcome, row.outcomeReason) = verdict(rule, row, then: then(rule, unit, offset, table))
      break
    }
    table[unit][offset] = row
  }

  private func then(_ rule: Rule, _ unit: Int, _ offset: Int, _ table: [[Row]]) -> Row? {
    guard let gain = rule.kind as? RankGainRule else { return nil }
    let wanted: Int
    switch gain.against {
    case .year(let year): wanted = year
    default: wanted = periods[offset].year - 1
    }
    for (index, period) in periods.enumerated() where period.year == wanted && period.month == periods[offset].month {
      return table[unit][index]
    }
    return nil
  }

  private func verdict(_ rule: Rule, _ now: Row, then: Row?) -> (Outcome, ReasonCode?) {
    guard let gain = rule.kind as? RankGainRule else { return (.undetermined, .noBaseline) }
    guard let reference = then?.place else {
      return then?.reason == .notDue ? (.pending, .notDue) : (.undetermined, .noBaseline)
    }
    guard let place = now.place else {
      switch now.reason {
      case .notDue?: return (.pending, .notDue)
      case .notSubmitted?: return (.missing, .notSubmitted)
      default: return (.notApplicable, now.reason)
      }
    }
    let demanded = reference - gain.places < 1 ? 1 : reference - gain.places
    return (place <= demanded ? .met : .notMet, nil)
  }
}

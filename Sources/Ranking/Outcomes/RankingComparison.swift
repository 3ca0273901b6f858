public import Campaign

/// The same period under two rulebooks: who moves, and by which criteria.
public struct RankingComparison: Sendable {
  /// What a criterion gave a unit before and after.
  public struct CriterionShift: Sendable {
    public let code: String
    public let name: LocalizedText
    /// `nil` where the rulebook has no such criterion.
    public let before: Leaf?
    public let after: Leaf?
    /// By how much it moves the unit's total, rounded half up to a millionth. To explain, not to rank.
    public let shift: Points
  }

  public struct Row: Sendable {
    public let unit: ReportingUnit
    /// `nil` where the rulebook has no such unit, or has it in another block.
    public let before: Standing?
    public let after: Standing?
    /// Places gained; positive is better; `nil` where one of the two is missing.
    public let moved: Int?
    public let gain: Points?
    /// Those that move the total, the strongest first, equal ones in the order of the rulebooks.
    public let criteria: [CriterionShift]

    /// The place, the reason for having none, or the total changed.
    public var isChanged: Bool {
      before?.place != after?.place || before?.reason != after?.reason || before?.published != after?.published
    }
    /// The place changed, or there is one on one side only.
    public var moves: Bool { before?.place != after?.place }
  }

  public struct Members: Sendable {
    public let block: Block
    /// In the order of the second ranking; those that only the first has come last.
    public let rows: [Row]
  }

  public let period: Period
  /// Of both rulebooks, without those that have no units; the second one's first.
  public let blocks: [Members]

  /// - Parameter before: Ranked under the first rulebook.
  /// - Parameter after: The same months under the second one.
  /// - Complexity: O(units × periods × criteria).
  public init(_ before: Standings, _ after: Standings, in period: Period) {
    self.period = period
    let known = Set(after.rulebook.blocks.map(\.id))
    let all = after.rulebook.blocks + before.rulebook.blocks.filter { !known.contains($0.id) }
    blocks = all.compactMap { block in
      let old = before.board(of: block.id, in: period)
      let new = after.board(of: block.id, in: period)
      let earlier = Dictionary(uniqueKeysWithValues: old.map { ($0.unit.id, $0.standing) })
      let staying = Set(new.map(\.unit.id))
      let rows =
        new.map { Self.row($0.unit, earlier[$0.unit.id], $0.standing, before, after, period) }
        + old.filter { !staying.contains($0.unit.id) }.map { Self.row($0.unit, $0.standing, nil, before, after, period) }
      return rows.isEmpty ? nil : Members(block: block, rows: rows)
    }
  }

  private static func row(
    _ unit: ReportingUnit, _ old: Standing?, _ new: Standing?, _ before: Standings, _ after: Standings, _ period: Period
  ) -> Row {
    let moved: Int? = if let a = old?.place, let b = new?.place { a - b } else { nil }
    let gain: Points? = if let a = old?.published, let b = new?.published { b - a } else { nil }
    return Row(
      unit: unit, before: old, after: new, moved: moved, gain: gain,
      criteria: shifts(unit.id, old, new, before, after, period))
  }

  private static func shifts(
    _ unit: ReportingUnit.ID, _ old: Standing?, _ new: Standing?, _ before: Standings, _ after: Standings, _ period: Period
  ) -> [CriterionShift] {
    guard let old, let new else { return [] }
    let earlier = before.explanation(of: unit, in: period)
    let later = after.explanation(of: unit, in: period)
    let then = Dictionary(uniqueKeysWithValues: earlier.map { ($0.criterion.code, $0) })
    let codes = Set(later.map(\.criterion.code))
    let totals = (before.rulebook.ranking.total, after.rulebook.ranking.total)
    func shift(_ a: CriterionResult?, _ b: CriterionResult?) -> CriterionShift? {
      guard let criterion = (b ?? a)?.criterion else { return nil }
      let points = moved(a, b, old, new, totals)
      guard points != .zero else { return nil }
      return CriterionShift(code: criterion.code, name: criterion.name, before: a?.leaf, after: b?.leaf, shift: points)
    }
    let found =
      later.compactMap { shift(then[$0.criterion.code], $0) }
      + earlier.filter { !codes.contains($0.criterion.code) }.compactMap { shift($0, nil) }
    return found.enumerated()
      .sorted { ($1.element.shift.millionths.magnitude, $0.offset) < ($0.element.shift.millionths.magnitude, $1.offset) }
      .map(\.element)
  }

  /// By how much a criterion moves the total, before bonus and lateness.
  ///
  /// Between two indices *t* = *e* ÷ *a* and *t′*: (Δ*e* − *t* × Δ*m*) ÷ *a′* for a criterion whose points change by Δ*e* and
  /// whose applicable maximum by Δ*m*. These add up to *t′* − *t*, and a criterion that stays as it was moves nothing.
  private static func moved(
    _ a: CriterionResult?, _ b: CriterionResult?, _ old: Standing, _ new: Standing,
    _ totals: (RankingSettings.Total, RankingSettings.Total)
  ) -> Points {
    let (had, has) = (Counted(a), Counted(b))
    guard totals == (.index, .index), old.applicable > .zero, new.applicable > .zero else {
      return has.share(of: new, totals.1) - had.share(of: old, totals.0)
    }
    let (earned, most) = (has.earned - had.earned, has.most - had.most)
    let applicable = Int128(old.applicable.millionths)
    let numerator = Int128(earned.millionths) * applicable - Int128(old.earned.millionths) * Int128(most.millionths)
    let shift = Fraction(100 * numerator, applicable * Int128(new.applicable.millionths))
    return Points(millionths: Int64(clamping: shift.rounded(decimals: 6)))
  }

  /// What a leaf adds to the two sums of a total.
  private struct Counted {
    var earned = Points.zero
    var most = Points.zero

    init(_ result: CriterionResult?) {
      guard let result else { return }
      switch result.leaf {
      case .scored(let points): (earned, most) = (points, result.criterion.points)
      case .missing, .pending: most = result.criterion.points
      case .notApplicable, .notConcerned, .followed: break
      }
    }

    func share(of standing: Standing, _ total: RankingSettings.Total) -> Points {
      guard total == .index else { return earned }
      guard standing.applicable > .zero else { return .zero }
      let share = Fraction(100 * Int128(earned.millionths), Int128(standing.applicable.millionths))
      return Points(millionths: Int64(clamping: share.rounded(decimals: 6)))
    }
  }
}

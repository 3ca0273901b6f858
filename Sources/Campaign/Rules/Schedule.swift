/// `SCHEDULE`: a threshold that changes by year ("năm 2020 … 30%; giai đoạn 2021–2025 … 60%"); a step function, without
/// interpolation.
///
/// - Source: domain 2.3 "SCHEDULE"; domain 2.4 "Conflicting targets".
public struct ScheduleRule: RuleKind {
  public static let code = "SCHEDULE"
  public let comparison: Comparison
  public let targets: YearTargets

  public init(comparison: Comparison, targets: YearTargets) {
    self.comparison = comparison
    self.targets = targets
  }

  public init(reading node: RuleReader) throws {
    comparison = try node.comparison()
    targets = try node.yearTargets(comparison.rawValue)
  }

  public func verdict(_ case: RuleCase) -> Verdict {
    switch targets.target(in: `case`.year) {
    case nil: return Verdict(.pending, .noTarget)
    case .fixed(let target)?: return ThresholdRule(comparison: comparison, target: target).verdict(`case`)
    case .conflict(let all, let prevails, _)?:
      if let prevails { return ThresholdRule(comparison: comparison, target: prevails).verdict(`case`) }
      let named = demands(all)
      return Verdict(
        .undetermined, .conflictingTargets,
        text: LocalizedText(
          "văn bản vừa nêu \(named.vi), chưa có quyết định chọn",
          en: "the text says \(named.en), and nobody has decided yet"))
    }
  }

  public func contradiction(window: ClosedRange<Int>, who: Who?) -> (key: String, text: LocalizedText)? {
    guard !window.contains(where: { targets.target(in: $0) != nil }) else { return nil }
    return (
      "window",
      LocalizedText("không có chỉ tiêu cho năm nào trong \"window\".", en: "there is no target for any year of \"window\".")
    )
  }

  public func demand(year: Int) -> LocalizedText {
    switch targets.target(in: year) {
    case nil: return ReasonCode.noTarget.text
    case .fixed(let target)?: return comparison.demand(target)
    case .conflict(let all, let prevails, let decided)?:
      guard let prevails else { return demands(all) }
      let demand = comparison.demand(prevails)
      return LocalizedText("\(demand.vi) (theo \(decided ?? ""))", en: "\(demand.en) (by \(decided ?? ""))")
    }
  }

  /// "≥ 20 vừa nêu ≥ 30".
  private func demands(_ all: [ExactDecimal]) -> LocalizedText {
    let each = all.map(comparison.demand)
    return LocalizedText(each.map(\.vi).joined(separator: ", vừa nêu "), en: each.map(\.en).joined(separator: " and also "))
  }
}

/// Targets by year.
public struct YearTargets: Sendable, Hashable {
  public enum Target: Sendable, Hashable {
    case fixed(ExactDecimal)
    /// The document names several; one prevails by a decision, or nobody has decided.
    case conflict([ExactDecimal], prevails: ExactDecimal?, decided: String?)
  }
  public struct Entry: Sendable, Hashable {
    public let from: Int
    /// The last year; `nil`: it holds until the next entry.
    public let through: Int?
    public let target: Target

    public init(from: Int, through: Int?, _ target: Target) {
      self.from = from
      self.through = through
      self.target = target
    }
  }
  /// Ascending; none begins inside a range of years of another.
  public let entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }

  /// The target of a year: that of the last entry that began, unless it has ended.
  public func target(in year: Int) -> Target? {
    guard let entry = entries.last(where: { $0.from <= year }), year <= entry.through ?? year else { return nil }
    return entry.target
  }
}

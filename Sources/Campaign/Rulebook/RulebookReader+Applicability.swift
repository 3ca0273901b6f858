import Yams

struct ApplicabilityContext {
  let units: Set<String>
  let criteria: [Criterion]
  let periods: PeriodSpan

  init(units: [ReportingUnit], criteria: [Criterion], periods: PeriodSpan) {
    self.units = Set(units.map(\.id.text))
    self.criteria = criteria
    self.periods = periods
  }
}

extension RulebookReader {
  /// One entry may name several units and criteria; each pair is one ``Applicability``, in the order of the file.
  func applicability(_ node: YAMLNode?, _ context: ApplicabilityContext) throws -> [Applicability] {
    try node?.list().flatMap { node in
      let k = try node.keys(["unit", "criterion", "field", "from", "through", "applies", "reason"])
      let units = try oneOrMany(try required(k, "unit", node)).map { unit in
        let id = try unit.text()
        guard context.units.contains(id) else { throw unit.unknown("đơn vị", "unit", id, in: context.units) }
        return ReportingUnit.ID(id)
      }
      let criteria = try concerned(k, node, context)
      let (from, through) = try span(k, node, context.periods)
      let applies = try k["applies"]?.flag() ?? false
      let reasonNode = try required(k, "reason", node)
      let reason = try reasonNode.text()
      guard reason.utf8.count <= 500 else {
        throw reasonNode.expected("lý do, tối đa 500 byte", "a reason of at most 500 bytes")
      }
      return units.flatMap { unit in
        criteria.map { Applicability(unit: unit, criterion: $0, from: from, through: through, applies: applies, reason: reason) }
      }
    } ?? []
  }

  func oneOrMany(_ node: YAMLNode) throws -> [YAMLNode] { node.node.scalar != nil ? [node] : try node.list() }

  /// The codes of the criteria that are named, or those of the fields.
  private func concerned(_ k: [String: YAMLNode], _ node: YAMLNode, _ context: ApplicabilityContext) throws -> [String] {
    guard (k["criterion"] != nil) != (k["field"] != nil) else {
      throw node.expected("một trong hai: criterion, field", "one of the two: criterion, field")
    }
    if let named = k["criterion"] {
      return try oneOrMany(named).map { code in
        let wanted = try code.text()
        guard context.criteria.contains(where: { $0.code == wanted }) else {
          throw code.unknown("tiêu chí", "criterion", wanted, in: context.criteria.map(\.code))
        }
        return wanted
      }
    }
    return try oneOrMany(try required(k, "field", node)).flatMap { field in
      let wanted = try field.text()
      let codes = context.criteria.filter { $0.field == wanted }.map(\.code)
      guard !codes.isEmpty else {
        throw field.unknown("lĩnh vực có tiêu chí", "field with criteria", wanted, in: context.criteria.compactMap(\.field))
      }
      return codes
    }
  }

  private func span(_ k: [String: YAMLNode], _ node: YAMLNode, _ periods: PeriodSpan) throws -> (from: Period, through: Period?) {
    func bound(_ key: String) throws -> Period? {
      guard let value = k[key] else { return nil }
      guard let period = Period(try value.text(), kind: periods.kind) else {
        throw value.expected("một kỳ của phong trào", "a period of the campaign")
      }
      return period
    }
    let earliest = try bound("from") ?? periods.first ?? Period(kind: periods.kind, year: 1900)
    guard let from = earliest else { throw node.missing("from") }
    let through = try bound("through")
    if let through, through < from {
      throw node.problem(.contradiction, "kỳ cuối đứng trước kỳ đầu.", "the last period stands before the first.")
    }
    return (from, through)
  }

  func minimumDenominator(_ node: YAMLNode, _ metric: Metric, _ ranking: RankingSettings) throws -> Int64 {
    let minimum = try node.integer(in: 1...1_000_000_000)
    if case .count = metric {
      throw node.problem(
        .contradiction, "\"minimum-denominator\" chỉ dùng cho tỷ lệ.", "\"minimum-denominator\" is for ratios only.")
    }
    guard ranking.zeroDenominator == .notApplicable else {
      throw node.problem(
        .contradiction,
        "\"minimum-denominator\" trái với \"zero-denominator: zero\": không phát sinh thì 0 điểm, phát sinh ít thì không xét.",
        "\"minimum-denominator\" contradicts \"zero-denominator: zero\": no case would give 0 points and one case none at all.")
    }
    return Int64(minimum)
  }
}

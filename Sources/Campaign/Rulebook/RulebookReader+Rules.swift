import Yams

/// What the rules of a rulebook may name.
struct RuleContext {
  let criteria: [Criterion]
  let criterionIndex: [String: Int]
  let indices: [String: PublishedIndex]
  let documents: Set<String>
  let units: Set<String>
  let campaign: PeriodSpan
}

extension RulebookReader {
  func rule(_ node: YAMLNode, _ context: RuleContext) throws -> Rule {
    // Keys of the kind are not known here: the kind's own reader refuses what nobody asked for.
    let k = try node.anyKeys()
    let kindNode = try required(k, "kind", node)
    let kind = try kindNode.choice(RuleKinds.all.map { $0.code }) { code in RuleKinds.all.first { $0.code == code } }
    let figures = kind.decidedBy == .figures
    let foreign = figures ? ["who"] : ["of", "taken", "due"]
    try refuse(foreign, in: k, kind.code)
    let subject: Rule.Subject =
      figures ? try self.subject(required(k, "of", node), context) : kind.decidedBy == .deliveries ? .deliveries : .assessment
    let reader = RuleReader(
      node: node, keys: k, units: context.units, bands: bands(of: subject, context),
      known: RuleReader.common.filter { !foreign.contains($0) })
    let made = try kind.init(reading: reader)
    try reader.refuseUnasked()
    guard let source = try source(k["source"], context.documents) else { throw node.missing("source") }
    let id = try required(k, "id", node).text()
    let window = try k["window"].map(window) ?? years(of: context.campaign, node)
    try check(made, subject, k, context)
    let taken = try k["taken"]?.choice(Rule.Taken.self)
    switch (subject, taken) {
    case (.index, .each?), (.unitPlace, .together?):
      throw (k["taken"] ?? node).problem(
        .contradiction, "chỉ số của tỉnh chỉ có một, vị trí là của từng đơn vị: bỏ \"taken\".",
        "an index of the province is one, a place is each unit's own: leave \"taken\" out.")
    default: break
    }
    let who = try k["who"].map { try Who($0, units: context.units) }
    if kind.decidedBy == .deliveries, who == nil { throw node.missing("who") }
    if let found = made.contradiction(window: window, who: who) {
      throw (k[found.key] ?? node).problem(.contradiction, found.text.vi, found.text.en)
    }
    let quote = source.quote.isEmpty ? id : source.quote
    return Rule(
      id: id, kind: made, subject: subject, levels: try k["level"].map(levelList) ?? [],
      taken: taken ?? (subject == .unitPlace ? .each : .together), who: who, window: window, isUndated: k["window"] == nil,
      dueAtEnd: try k["due"]?.choice(["yearly", "end"]) { ["yearly": false, "end": true][$0] } ?? false, source: source,
      title: try k["title"]?.localized() ?? LocalizedText(quote), note: try k["note"]?.text())
  }

  private func refuse(_ keys: [String], in given: [String: YAMLNode], _ kind: String) throws {
    for key in keys {
      guard let value = given[key] else { continue }
      throw value.problem(.contradiction, "\(kind) không có \"\(key)\".", "\(kind) has no \"\(key)\".")
    }
  }

  private func levelList(_ node: YAMLNode) throws -> [UnitLevel] {
    let levels = try node.list().map { try $0.choice(UnitLevel.self) }
    guard !levels.isEmpty, Set(levels).count == levels.count else {
      throw node.expected("ít nhất một cấp, không lặp lại", "at least one level, none twice")
    }
    return levels
  }

  // MARK: what a rule looks at

  private func subject(_ node: YAMLNode, _ context: RuleContext) throws -> Rule.Subject {
    let k = try node.keys(["index", "criterion", "place"])
    guard k.count == 1 else { throw node.expected("một trong: index, criterion, place", "one of: index, criterion, place") }
    if let index = k["index"] {
      let code = try index.text()
      guard context.indices[code] != nil else {
        throw index.unknown("chỉ số", "index", code, in: context.indices.keys)
      }
      return .index(code)
    }
    if let criterion = k["criterion"] {
      let code = try criterion.text()
      guard let index = context.criterionIndex[code] else {
        throw criterion.unknown("tiêu chí", "criterion", code, in: context.criterionIndex.keys)
      }
      return .criterion(index)
    }
    _ = try k["place"]?.choice(["unit"]) { $0 == "unit" ? true : nil }
    return .unitPlace
  }

  /// The bands that a rule may name; empty where each block has its own, so that any name is let pass.
  private func bands(of subject: Rule.Subject, _ context: RuleContext) -> [String] {
    guard case .index(let code) = subject else { return [] }
    return context.indices[code]?.bands ?? []
  }

  /// Refuses a kind that looks at what its subject does not have.
  private func check(_ kind: any RuleKind, _ subject: Rule.Subject, _ k: [String: YAMLNode], _ context: RuleContext) throws {
    func refuse(_ vi: String, _ en: String) -> Problem { (k["of"] ?? root).problem(.contradiction, vi, en) }
    switch (subject, kind.looksAt) {
    case (.criterion, .rank), (.criterion, .band):
      throw refuse("tiêu chí không có thứ bậc hay nhóm.", "a criterion has neither places nor bands.")
    case (.index, .band) where bands(of: subject, context).isEmpty:
      throw refuse("chỉ số này không có \"bands\".", "this index has no \"bands\".")
    default: break
    }
    guard kind.reference(year: 2000, window: 2000...2000) == .norm else { return }
    guard case .criterion(let index) = subject else {
      throw refuse("\"against: norm\" chỉ dùng cho tiêu chí tỷ lệ.", "\"against: norm\" goes with a ratio criterion only.")
    }
    if case .count = context.criteria[index].metric {
      throw refuse("\"against: norm\" chỉ dùng cho tiêu chí tỷ lệ.", "\"against: norm\" goes with a ratio criterion only.")
    }
  }

  // MARK: years

  func window(_ node: YAMLNode) throws -> ClosedRange<Int> {
    guard node.node.scalar != nil else { return try node.years() }
    let year = try node.integer(in: 1900...2200)
    return year...year
  }

  /// The campaign's own years stand in where a text names none.
  private func years(of campaign: PeriodSpan, _ node: YAMLNode) throws -> ClosedRange<Int> {
    guard let first = campaign.first?.year, let last = campaign.last?.year else {
      throw node.problem(
        .missingKey, "thiếu \"window\"; chỉ được bỏ trống khi \"periods\" có \"first\" và \"last\".",
        "\"window\" is missing; it may be left out only where \"periods\" has \"first\" and \"last\".")
    }
    return first...last
  }
}

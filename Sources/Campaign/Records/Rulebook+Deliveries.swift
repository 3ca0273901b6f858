extension Rulebook {
  /// Checks a delivery against the rules: that the rule takes it, that the unit must, that the item is one of its list.
  ///
  /// - Parameter today: The day on which it is reported.
  /// - Parameter at: Where it stands, for the message.
  /// - Throws: ``Problem``: rule; unit S-205, R-340; item S-242; day S-240.
  public func check(_ delivery: Delivery, today: CivilDate, at: String) throws(Problem) {
    let rule = try rule(delivery.rule, decidedBy: .deliveries, at: at)
    try checkObliged(delivery.unit, rule, at: at)
    let list = rule.kind as? ChecklistRule
    let items = unit(delivery.unit).flatMap { unit in list?.items(for: unit.level, without: []) } ?? []
    guard delivery.item == nil ? list == nil : items.contains(where: { $0.id == delivery.item }) else {
      guard list != nil else {
        throw Problem(
          .unknownItem, at: at, vi: "quy tắc này không có danh mục nội dung; để trống nội dung.",
          en: "this rule has no list of items; leave the item out.")
      }
      let all = items.map(\.id).joined(separator: ", ")
      throw Problem(.unknownItem, at: at, vi: "cần một nội dung của danh mục: \(all).", en: "an item of the list is needed: \(all).")
    }
    guard delivery.date <= today else {
      throw Problem(
        .dateInFuture, at: at, vi: "ngày nằm sau hôm nay (\(today.vietnameseText)). Báo khi đã thực hiện.",
        en: "the day is behind today (\(today)). Report it once it is done.")
    }
  }

  /// The rule with an id, of a kind that is decided by something.
  ///
  /// - Throws: ``Problem`` R-338 with the nearest id, R-339.
  public func rule(_ id: String, decidedBy evidence: Evidence, at: String) throws(Problem) -> Rule {
    guard let rule = rules.first(where: { $0.id == id }) else {
      let near = nearest(id, in: rules.map(\.id)).map { " (\($0)?)" } ?? ""
      throw Problem(
        .unknownRule, at: at, vi: "không có quy tắc \"\(id)\"\(near) trong bộ quy tắc đang dùng.",
        en: "there is no rule \"\(id)\"\(near) in the rulebook in force.")
    }
    guard type(of: rule.kind).decidedBy == evidence else {
      let kinds = RuleKinds.all.filter { $0.decidedBy == evidence }.map { $0.code }.joined(separator: ", ")
      throw Problem(
        .ruleOfOtherKind, at: at, vi: "quy tắc loại \(rule.kindCode) không nhận nội dung này; chỉ nhận loại \(kinds).",
        en: "a rule of kind \(rule.kindCode) does not take this; kinds that do: \(kinds).")
    }
    return rule
  }

  /// Checks that a unit leads a task, must do a list, or is assessed.
  ///
  /// - Throws: ``Problem`` S-205 for a unit that is not on the roster, R-340.
  public func checkObliged(_ id: ReportingUnit.ID, _ rule: Rule, at: String) throws(Problem) {
    try checkKnown(id, at: at)
    let obliged = units(of: rule.who ?? .all)
    guard !obliged.contains(where: { $0.id == id }) else { return }
    let some = obliged.prefix(5).map(\.id.text).joined(separator: ", ") + (obliged.count > 5 ? "…" : "")
    throw Problem(
      .unitNotObliged, at: at, vi: "đơn vị không chủ trì và không thuộc diện thực hiện. Các đơn vị: \(some).",
      en: "the unit neither leads nor must do it. Those who do: \(some).")
  }

  /// - Throws: ``Problem`` S-205 with the nearest id.
  public func checkKnown(_ id: ReportingUnit.ID, at: String) throws(Problem) {
    guard unit(id) == nil else { return }
    let near = nearest(id.text, in: units.map(\.id.text)).map { " (\($0)?)" } ?? ""
    throw Problem(
      .unknownUnit, at: at, vi: "không có đơn vị \"\(id)\"\(near) trong danh sách của phong trào.",
      en: "there is no unit \"\(id)\"\(near) on the campaign's roster.")
  }
}

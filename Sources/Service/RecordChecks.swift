import Campaign

/// What must hold of a record before it is stored, under the rulebook in force at an instant.
struct RecordChecks {
  private let state: CampaignState
  private let time: Instant

  init(_ state: CampaignState, at time: Instant) {
    self.state = state
    self.time = time
  }

  /// - Parameter place: In front of what the record names, for a message; empty or with a comma at its end.
  /// - Throws: R-314 before the launch; else the first thing wrong, in the order of the record's fields; at last S-241.
  func check(_ record: CampaignRecord, _ place: String) throws(Problem) {
    guard let version = state.version(at: time) else {
      throw Problem(.noCampaign, vi: "phong trào chưa được phát động.", en: "the campaign has not been launched.")
    }
    let at = place + record.slot.place
    switch record {
    case .delivery(let value): try version.rulebook.check(value, today: time.vietnamDate, at: at)
    case .assessment(let value): try check(value, version.rulebook, at)
    case .applicability(let value): try check(value, at)
    case .periodDecision(let value): try check(value, at)
    }
    guard DeliveryFile.evidenceBytes.contains(record.text.utf8.count) else {
      throw Problem(
        .evidenceNeeded, at: at, vi: "cần minh chứng hoặc lý do, từ 1 đến 500 byte (số và ngày của văn bản).",
        en: "evidence or a reason is needed, 1 to 500 bytes (number and date of the document).")
    }
  }

  // MARK: findings

  private func check(_ assessment: Assessment, _ rulebook: Rulebook, _ at: String) throws(Problem) {
    switch assessment.finding {
    case .rule(let id, let year, _):
      let rule = try rulebook.rule(id, decidedBy: .assessment, at: at)
      guard rule.window.contains(year) else {
        let window = "\(rule.window.lowerBound)–\(rule.window.upperBound)"
        throw Problem(.unknownPeriod, at: at, vi: "quy tắc áp dụng \(window).", en: "the rule holds in \(window).")
      }
      switch (rule.who, assessment.unit) {
      case (nil, nil): return
      case (nil, _?):
        throw Problem(
          .unitNotObliged, at: at, vi: "quy tắc này đánh giá cơ quan tổ chức phong trào; bỏ --unit.",
          en: "this rule is about the organiser itself; leave --unit out.")
      case (_?, nil):
        throw Problem(.unknownUnit, at: at, vi: "cần nêu đơn vị được đánh giá (--unit).", en: "the unit that is assessed is needed (--unit).")
      case (_?, let unit?): try rulebook.checkObliged(unit, rule, at: at)
      }
    case .initiative(let period), .falseData(let period):
      guard let unit = assessment.unit else {
        throw Problem(.unknownUnit, at: at, vi: "cần nêu đơn vị (--unit).", en: "the unit is needed (--unit).")
      }
      try rulebook.checkKnown(unit, at: at)
      let governing = try version(of: period, at).rulebook
      guard state.latestPeriod(at: time, where: { $0.opens($1) <= time }).map({ period <= $0 }) ?? false else {
        throw Problem(.periodNotOpen, at: at, vi: "\(period.labelVi) chưa kết thúc.", en: "\(period) has not ended.")
      }
      if case .initiative = assessment.finding, governing.bonus == nil {
        throw Problem(
          .ruleOfOtherKind, at: at, vi: "bộ quy tắc không có điểm thưởng (bonus).", en: "the rulebook gives no bonus.")
      }
    }
  }

  private func version(of period: Period, _ at: String) throws(Problem) -> RulebookVersion {
    guard let known = state.period(period.description), known == period, let version = state.version(for: period) else {
      throw Problem(
        .unknownPeriod, at: at, vi: "không có kỳ \"\(period)\" trong phong trào.", en: "there is no period \"\(period)\" in the campaign.")
    }
    return version
  }

  // MARK: applicability

  private func check(_ value: Applicability, _ at: String) throws(Problem) {
    let rulebook = try version(of: value.from, at).rulebook
    try rulebook.checkKnown(value.unit, at: at)
    if let through = value.through {
      _ = try version(of: through, at)
      guard value.from <= through else {
        throw Problem(.badValue, at: at, vi: "kỳ cuối đứng trước kỳ đầu.", en: "the last period stands before the first.")
      }
    }
    guard isKnown(value.criterion, rulebook) else {
      let near = nearest(value.criterion, in: rulebook.criteria.map(\.code) + rulebook.rules.map(\.id)).map { " (\($0)?)" } ?? ""
      throw Problem(
        .unknownCriterion, at: at,
        vi: "không có tiêu chí hay nhiệm vụ \"\(value.criterion)\"\(near). Nội dung của danh mục viết như \"000-19/a\".",
        en: "there is no criterion or task \"\(value.criterion)\"\(near). Write an item of a list like \"000-19/a\".")
    }
    if let closed = state.latestPeriod(at: time, where: { $0.calendar.closes($1) <= time }), value.from <= closed {
      throw Problem(
        .periodSettled, at: at, vi: "\(closed.labelVi) và các kỳ trước đã đóng, không đổi phạm vi áp dụng. Đặt từ kỳ \(closed.next).",
        en: "\(closed) and the periods before are closed; whom criteria concern stays. Set it from \(closed.next) on.")
    }
  }

  /// A criterion, a rule that units report for, or `rule/item`.
  private func isKnown(_ code: String, _ rulebook: Rulebook) -> Bool {
    if rulebook.criteria.contains(where: { $0.code == code }) { return true }
    for rule in rulebook.rules where type(of: rule.kind).decidedBy == .deliveries {
      if rule.id == code { return true }
      if let list = rule.kind as? ChecklistRule, list.items.contains(where: { "\(rule.id)/\($0.id)" == code }) { return true }
    }
    return false
  }

  // MARK: deadlines

  private func check(_ decision: PeriodDecision, _ at: String) throws(Problem) {
    let version = try version(of: decision.period, at)
    if let unit = decision.unit { try version.rulebook.checkKnown(unit, at: at) }
    let calendar = version.rulebook.calendar
    let (due, closes) = (calendar.due(decision.period), calendar.closes(decision.period))
    func refuse(_ vi: String, _ en: String) -> Problem { Problem(.badPeriodDecision, at: at, vi: vi, en: en) }
    if let new = decision.due, new < due {
      throw refuse("hạn mới sớm hơn hạn của lịch (\(due.vietnameseText)).", "the new due instant is before the calendar's (\(due)).")
    }
    if let new = decision.closes, new < closes {
      throw refuse(
        "thời điểm đóng mới sớm hơn lịch (\(closes.vietnameseText)).", "the new grace end is before the calendar's (\(closes)).")
    }
    guard decision.due ?? due <= decision.closes ?? closes else {
      throw refuse(
        "hạn mới đứng sau thời điểm đóng. Nêu cả thời điểm đóng (--closes).",
        "the new due instant is behind the grace end. Name the grace end as well (--closes).")
    }
    for instant in [decision.due, decision.closes].compactMap({ $0 }) where !(1900...2200).contains(instant.vietnamDate.year) {
      throw refuse("năm không hợp lệ.", "the year is not valid.")
    }
  }
}

import Campaign

/// Rules on units' own figures, places, deliveries, and findings by hand.
extension Objectives {
  // MARK: criteria

  func criterionOutcome(_ rule: Rule, _ index: Int, _ year: Int, _ figures: CriterionFigures?) -> Objective {
    let criterion = rulebook.criteria[index]
    let prefix = criterion.code + " "
    let subject = LocalizedText(prefix + criterion.name.vi, en: prefix + criterion.name.en)
    let units = rulebook.units.indices.filter { criterion.concerns(rulebook.units[$0]) && rule.concerns(rulebook.units[$0]) }
    guard let figures else {
      let verdict = Verdict(.pending, .notDue)
      return Objective(
        rule, year, subject: subject, verdict: verdict, evidence: LocalizedText("chưa có số liệu", en: "no figures yet"))
    }
    guard rule.taken == .together else {
      return each(
        rule, year, subject: subject,
        units.map { (rulebook.units[$0], criterionVerdict(rule, criterion, index, year, figures, [$0]).verdict) })
    }
    let (verdict, sides) = criterionVerdict(rule, criterion, index, year, figures, Set(units))
    return Objective(rule, year, subject: subject, verdict: verdict, evidence: evidence(sides))
  }

  private func criterionVerdict(
    _ rule: Rule, _ criterion: Criterion, _ index: Int, _ year: Int, _ figures: CriterionFigures, _ units: Set<Int>
  ) -> (verdict: Verdict, sides: CriterionFigures.Sides) {
    let sides = figures.sides(rule, index, year, units: units)
    var one = makeCase(rule, year)
    one.direction = criterion.direction
    one.now = sides.now
    one.reference = sides.reference
    if rule.kind.everyPeriod { one.periods = figures.periods(rule, index, year, units: units) }
    return (settled(rule.kind.verdict(one), rule, year, closed: sides.end?.isLast ?? false), sides)
  }

  private func evidence(_ sides: CriterionFigures.Sides) -> LocalizedText {
    guard case .value(let now) = sides.now.value, let end = sides.end?.period else {
      return LocalizedText("chưa có số liệu", en: "no figures yet")
    }
    let unit = sides.isRatio ? "%" : ""
    // Three cases are no "3,00".
    func shown(_ value: Fraction) -> LocalizedText { value.text(decimals: !sides.isRatio && value.denominator == 1 ? 0 : 2) }
    var text = LocalizedText("\(shown(now).vi)\(unit)", en: "\(shown(now).en)\(unit)")
    if case .value(let then) = sides.reference.value {
      text = LocalizedText("\(shown(then).vi)\(unit) → \(text.vi)", en: "\(shown(then).en)\(unit) → \(text.en)")
    }
    return LocalizedText(
      "\(text.vi) (đến \(end.labelVi.lowercased()))", en: "\(text.en) (up to \(end.labelEn.lowercased()))")
  }

  // MARK: places

  func placeOutcome(_ rule: Rule, _ year: Int) -> Objective {
    let subject = LocalizedText("Vị trí của từng đơn vị trong khối", en: "Each unit's place in its block")
    let ranked = Set(rulebook.blocks.filter(\.ranked).map(\.id))
    let units = rulebook.units.indices.filter { ranked.contains(rulebook.units[$0].block) && rule.concerns(rulebook.units[$0]) }
    guard let standings, let end = CriterionFigures.end(of: year, standings.scope) else {
      return each(rule, year, subject: subject, units.map { (rulebook.units[$0], Verdict(.pending, .notDue)) })
    }
    let now = standings.data(in: end.period, judgedIn: end.period)
    let then = rule.comparedPeriod(with: end.period).map { standings.data(in: $0, judgedIn: end.period) }
    var periods: [(period: Period, data: [Datum?])] = []
    if rule.kind.everyPeriod {
      let first = max(standings.scope.first.ordinal, rule.window.lowerBound * end.period.kind.perYear)
      periods = (min(first, end.period.ordinal)...end.period.ordinal).map { ordinal in
        let period = Period(kind: end.period.kind, ordinal: ordinal)
        return (period, standings.data(in: period, judgedIn: period))
      }
    }
    return each(
      rule, year, subject: subject,
      units.map { unit in
        var one = makeCase(rule, year)
        one.now = now[unit] ?? .noBaseline
        one.reference = then?[unit] ?? .noBaseline
        one.periods = periods.map { .init($0.period, $0.data[unit] ?? .noBaseline) }
        return (rulebook.units[unit], settled(rule.kind.verdict(one), rule, year, closed: end.isLast))
      })
  }

  // MARK: deliveries and findings

  func deliveryOutcome(_ rule: Rule, _ year: Int, _ register: DeliveryRegister) -> Objective {
    let period = Period(kind: rulebook.periods.kind, year: year)
    let units = rulebook.units(of: rule.who ?? .all).map { unit -> (unit: ReportingUnit, verdict: Verdict) in
      if let exempt = circumstances.exemption(of: unit.id, from: rule.id, at: period) {
        return (unit, Verdict(.notApplicable, text: LocalizedText(exempt.reason)))
      }
      var one = makeCase(rule, year)
      one.level = unit.level
      one.deliveries = register.deliveries(of: unit.id, for: rule.id)
      one.exempt = circumstances.exemptItems(of: unit.id, from: rule.id, at: period)
      return (unit, rule.kind.verdict(one))
    }
    guard units.count == 1 else { return each(rule, year, subject: rule.title, units) }
    let shown = register.deliveries(of: units[0].unit.id, for: rule.id).suffix(3)
    let evidence =
      shown.isEmpty
      ? LocalizedText("\(units[0].unit.name): chưa có báo cáo", en: "\(units[0].unit.name): nothing reported")
      : LocalizedText(
        "\(units[0].unit.name): " + shown.map { "\($0.date.vietnameseText), \($0.evidence)" }.joined(separator: "; "),
        en: "\(units[0].unit.name): " + shown.map { "\($0.date), \($0.evidence)" }.joined(separator: "; "))
    return Objective(rule, year, subject: rule.title, verdict: units[0].verdict, evidence: evidence, units: units)
  }

  func findingOutcome(_ rule: Rule, _ year: Int, _ findings: FindingRegister) -> Objective {
    func verdict(_ unit: ReportingUnit.ID?) -> Verdict {
      var one = makeCase(rule, year)
      one.assessment = findings.finding(rule.id, year, unit)
      return rule.kind.verdict(one)
    }
    guard let who = rule.who else {
      let finding = findings.finding(rule.id, year, nil)
      let evidence = finding.map { LocalizedText($0.evidence) } ?? LocalizedText("chưa đánh giá", en: "not assessed yet")
      return Objective(rule, year, subject: rule.title, verdict: verdict(nil), evidence: evidence)
    }
    return each(rule, year, subject: rule.title, rulebook.units(of: who).map { ($0, verdict($0.id)) })
  }
}

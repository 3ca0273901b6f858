/// `MAINTAIN`: an inner rule holds in every closed period of the window ("tiếp tục giữ vững 100%").
///
/// One period in which it is not met, or for which nothing was filed, breaks it for good; periods to which the inner rule
/// does not apply are passed over.
///
/// - Source: seed documents 000 and 001; domain 2.3 "MAINTAIN".
public struct MaintainRule: RuleKind {
  public static let code = "MAINTAIN"
  /// Kinds that compare a figure with no other period.
  static let inner: [any RuleKind.Type] = [ThresholdRule.self, ScheduleRule.self, TopNRule.self, InBandRule.self]

  public let rule: any RuleKind

  public init(_ rule: any RuleKind) { self.rule = rule }

  public init(reading node: RuleReader) throws { rule = try node.rule("rule", of: Self.inner) }

  public var looksAt: Facet { rule.looksAt }
  public var everyPeriod: Bool { true }

  public func verdict(_ case: RuleCase) -> Verdict {
    var open: Verdict?
    var passedOver: Verdict?
    var held = false
    for closed in `case`.periods {
      var inner = RuleCase(year: closed.period.year, window: `case`.window)
      inner.direction = `case`.direction
      inner.asOf = `case`.asOf
      inner.now = closed.datum
      let verdict = rule.verdict(inner)
      switch verdict.outcome {
      case .met: held = true
      case .notApplicable: passedOver = verdict
      case .notMet, .missing: return broken(in: closed.period, verdict)
      case .undetermined: if open?.outcome != .undetermined { open = verdict }
      case .pending: open = open ?? verdict
      }
    }
    if let open { return open }
    if held { return Verdict(.met) }
    return passedOver ?? Verdict(.pending, .notDue)
  }

  private func broken(in period: Period, _ verdict: Verdict) -> Verdict {
    let (vi, en) = (period.labelVi.lowercased(), period.labelEn.lowercased())
    let text =
      verdict.outcome == .missing
      ? LocalizedText("không giữ được từ \(vi): \(verdict.text.vi)", en: "not kept since \(en): \(verdict.text.en)")
      : LocalizedText("không giữ được từ \(vi)", en: "not kept since \(en)")
    return Verdict(.notMet, verdict.reason, text: text, brokenIn: period)
  }

  public func demand(year: Int) -> LocalizedText {
    let demand = rule.demand(year: year)
    return LocalizedText("giữ vững \(demand.vi) trong mọi kỳ", en: "keep \(demand.en) in every period")
  }
}

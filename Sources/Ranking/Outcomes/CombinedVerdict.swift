import Campaign

extension Verdict {
  /// What several units' verdicts amount to.
  ///
  /// Met only if it is met by all whom it concerns; otherwise the first of `NOT_MET`, `MISSING`, `UNDETERMINED` and `PENDING`
  /// that occurs. Units to which it does not apply are passed over; where it applies to nobody it is `NOT_APPLICABLE`. The
  /// reason is named where all the deciding units have the same. What is known so far is combined in the same way.
  ///
  /// - Source: ours: decision 11.
  init(combining verdicts: [Verdict]) {
    guard verdicts.count != 1 else {
      self = verdicts[0]
      return
    }
    let order: [Outcome] = [.notMet, .missing, .undetermined, .pending, .met, .notApplicable]
    guard let outcome = order.first(where: { outcome in verdicts.contains { $0.outcome == outcome } }) else {
      self.init(.notApplicable, text: LocalizedText("không có đơn vị nào thuộc diện", en: "it concerns no unit"))
      return
    }
    let known = verdicts.map { $0.soFar ?? $0.outcome }
    let reasons = Set(verdicts.filter { $0.outcome == outcome }.map(\.reason))
    let counts = Outcome.allCases.map { one in (one, verdicts.count { $0.outcome == one }) }.filter { $0.1 > 0 }
    let applicable = verdicts.count { $0.outcome != .notApplicable }
    let met = verdicts.count { $0.outcome == .met }
    self.init(
      outcome, reasons.count == 1 ? reasons.first ?? nil : nil,
      text: LocalizedText(
        counts.map { "\($0.name.vi.lowercased()) \($1)" }.joined(separator: ", "),
        en: counts.map { "\($0.name.en.lowercased()) \($1)" }.joined(separator: ", ")),
      share: applicable > 0 ? Fraction(Int128(100 * met), Int128(applicable)) : nil,
      daysLate: verdicts.compactMap(\.daysLate).max(), brokenIn: verdicts.compactMap(\.brokenIn).min(),
      overfulfilled: !verdicts.isEmpty && verdicts.allSatisfy(\.overfulfilled))
    if outcome == .pending, let expected = order.first(where: known.contains), expected == .met || expected == .notMet { soFar = expected }
  }
}

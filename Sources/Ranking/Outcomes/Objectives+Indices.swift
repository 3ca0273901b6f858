import Campaign

/// Rules on published indices.
extension Objectives {
  func indexOutcome(_ rule: Rule, _ code: String, _ year: Int) -> Objective {
    guard let index = rulebook.indices.first(where: { $0.code == code }) else {
      preconditionFailure("A rule names an index that the rulebook reader let pass.")
    }
    let known = facts[code] ?? [:]
    let reference = rule.kind.reference(year: year, window: rule.window)
    var one = makeCase(rule, year)
    one.now = judged(rule.kind.now(year: year), until: year, index)
    // A year before one that is published will not be published any more.
    one.reference = compared(reference, year, index, otherwise: known[year] == nil ? .nothing : .noBaseline)
    if rule.kind.everyPeriod {
      one.periods = (rule.window.lowerBound...year).compactMap { year in
        guard let period = Period(kind: .year, year: year), known[year] != nil else { return nil }
        return RuleCase.ClosedPeriod(period, datum(index, year))
      }
    }
    let verdict = settled(rule.kind.verdict(one), rule, year, closed: known[year] != nil)
    var parts = [shown(rule, reference, year, index)]
    if case .year(let year) = reference, known[year] != nil, let needed = rule.kind.needed(one.reference) { parts.append(needed) }
    return Objective(
      rule, year, subject: index.name, verdict: verdict,
      evidence: LocalizedText(parts.map(\.vi).joined(separator: "; "), en: parts.map(\.en).joined(separator: "; ")))
  }

  private func datum(_ index: PublishedIndex, _ year: Int) -> Datum {
    let known = facts[index.code] ?? [:]
    let generation = known.values.count { $0.newDefinition && $0.year <= year }
    return known[year]?.datum(of: index, generation: generation) ?? .nothing
  }

  /// What is judged: a year, or the mean of years as far as they have come.
  private func judged(_ now: Reference, until year: Int, _ index: PublishedIndex) -> Datum {
    guard case .mean(let years, _) = now else { return datum(index, year) }
    guard years.lowerBound <= year else { return Datum(unknown: .pending, .notDue) }
    let data = (years.lowerBound...min(year, years.upperBound)).map { datum(index, $0) }
    for datum in data {
      if case .unknown = datum.value { return datum }
    }
    return mean(data)
  }

  private func compared(_ reference: Reference, _ year: Int, _ index: PublishedIndex, otherwise: Datum) -> Datum {
    let known = facts[index.code] ?? [:]
    switch reference {
    case .none, .norm: return .nothing
    case .year(let base), .background(let base): return known[base] == nil ? otherwise : datum(index, base)
    case .sameMonthLastYear: return known[year - 1] == nil ? otherwise : datum(index, year - 1)
    case .mean(let years, let enough):
      let data = years.map { datum(index, $0) }.filter { if case .value = $0.value { true } else { false } }
      return data.count >= enough ? mean(data) : otherwise
    }
  }

  /// - Parameter data: With values, at least one.
  private func mean(_ data: [Datum]) -> Datum {
    var sum: Fraction? = Fraction(0, 1)
    for datum in data {
      if case .value(let value) = datum.value { sum = sum.flatMap { $0.plus(value) } }
    }
    let generations = Set(data.map(\.generation))
    let mean = sum.flatMap { $0.divided(by: Fraction(Int128(max(1, data.count)), 1)) }
    return Datum(
      value: mean.map { .value($0) } ?? .unknown(.undetermined, .outOfRange),
      generation: generations.count == 1 ? data[0].generation : nil)
  }

  // MARK: words

  private func shown(_ rule: Rule, _ reference: Reference, _ year: Int, _ index: PublishedIndex) -> LocalizedText {
    let known = facts[index.code] ?? [:]
    func text(_ year: Int, _ vi: Bool) -> String {
      switch rule.kind.looksAt {
      case .value: score(known[year], vi)
      case .rank: rank(known[year], vi)
      case .band: known[year]?.band ?? (vi ? "chưa công bố" : "not published")
      }
    }
    func side(_ reference: Reference, _ vi: Bool) -> String? {
      switch reference {
      case .none, .norm, .background: nil
      case .year(let year): text(year, vi)
      case .sameMonthLastYear: text(year - 1, vi)
      case .mean(let years, _):
        (vi ? "bình quân \(years.lowerBound)–\(years.upperBound): " : "mean of \(years.lowerBound)–\(years.upperBound): ")
          + (meanText(years, index, vi) ?? (vi ? "chưa công bố" : "not published"))
      }
    }
    func line(_ vi: Bool) -> String {
      [side(reference, vi), side(rule.kind.now(year: year), vi)].compactMap { $0 }.joined(separator: " → ")
    }
    return rule.kind.looksAt == .rank
      ? LocalizedText("bậc \(line(true))", en: "place \(line(false))") : LocalizedText(line(true), en: line(false))
  }

  /// The mean of the years that are known.
  private func meanText(_ years: ClosedRange<Int>, _ index: PublishedIndex, _ vi: Bool) -> String? {
    let data = years.map { datum(index, $0) }.filter { if case .value = $0.value { true } else { false } }
    guard !data.isEmpty, case .value(let value) = mean(data).value else { return nil }
    let text = value.text(decimals: index.decimals)
    return vi ? text.vi : text.en
  }

  private func score(_ fact: IndexFact?, _ vi: Bool) -> String {
    guard case .value(let score, let basis)? = fact?.score else { return vi ? "chưa công bố" : "not published" }
    let text = vi ? score.vietnameseText : score.description
    return basis == .summed ? text + (vi ? " (cộng từ các trục nội dung)" : " (sum of its parts)") : text
  }

  private func rank(_ fact: IndexFact?, _ vi: Bool) -> String {
    switch fact?.rank {
    case .value(let r, .computed)?: return "\(r)" + (vi ? " (tự tính)" : " (computed)")
    case .value(let r, _)?: return "\(r)"
    case .beyond(let last)?: return "[\(last + 1), \(fact?.of.map(String.init) ?? "?")]"
    case .unknown?, nil: return vi ? "chưa công bố" : "not published"
    }
  }
}

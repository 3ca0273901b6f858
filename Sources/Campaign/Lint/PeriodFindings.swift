/// Years and periods of rules that overlap, are not said, or begin at nothing.
extension Rulebook {
  static func periodFindings(_ book: Rulebook) -> [Finding] {
    book.placedRules.flatMap { path, rule in
      [undated(rule, path), comparedWithItself(rule, path), zeroBase(rule, path, book)].compactMap(\.self)
    } + contradictingApplicability(book)
  }

  private static func undated(_ rule: Rule, _ path: String) -> Finding? {
    // What recurs (tasks, lists, events) goes on as long as the campaign; a target needs its year.
    guard rule.isUndated, type(of: rule.kind).decidedBy == .figures else { return nil }
    return Finding(
      .undatedRule, at: path, about: rule.id,
      "văn bản không nêu năm: được hiểu là \(yearList(rule.window)), chờ xác nhận.",
      en: "the text names no year: it is read as \(yearList(rule.window)) until somebody confirms.")
  }

  /// A year that stands on both sides of a comparison of means.
  private static func comparedWithItself(_ rule: Rule, _ path: String) -> Finding? {
    guard let reduction = rule.kind as? ReductionRule, case .mean(let base, _) = reduction.against else { return nil }
    let judged = reduction.years ?? rule.window
    guard base.overlaps(judged) else { return nil }
    let shared = yearList(base.clamped(to: judged))
    return Finding(
      .overlappingPeriods, at: path, about: rule.id,
      "năm \(shared) vừa thuộc giai đoạn gốc, vừa thuộc giai đoạn được đánh giá.",
      en: "\(shared) belongs both to the base and to what is judged.")
  }

  /// A relative change against zero has no value.
  private static func zeroBase(_ rule: Rule, _ path: String, _ book: Rulebook) -> Finding? {
    guard rule.kind is ReductionRule, case .index(let code) = rule.subject, let index = book.index(code) else { return nil }
    let zero = rule.window.compactMap { year -> Int? in
      guard case .year(let reference) = rule.kind.reference(year: year, window: rule.window),
        case .value(let score, _)? = index.series.first(where: { $0.year == reference })?.score, score == ExactDecimal(0)
      else { return nil }
      return reference
    }
    guard !zero.isEmpty else { return nil }
    return Finding(
      .zeroBaseline, at: path, about: rule.id,
      "số liệu gốc năm \(yearList(Set(zero))) bằng 0: mức giảm không xác định được.",
      en: "the baseline of \(yearList(Set(zero))) is 0: a reduction is not defined.")
  }

  /// Two decisions that say yes and no of the same unit and criterion in one period; the later one holds.
  private static func contradictingApplicability(_ book: Rulebook) -> [Finding] {
    struct Subject: Hashable {
      let unit: ReportingUnit.ID
      let criterion: String
    }
    var earlier: [Subject: [Applicability]] = [:]
    var found: [Finding] = []
    for one in book.applicability {
      let subject = Subject(unit: one.unit, criterion: one.criterion)
      let contradicts = (earlier[subject] ?? []).suffix(20).contains { other in
        other.applies != one.applies && other.from <= one.through ?? other.from && one.from <= other.through ?? one.from
      }
      if contradicts {
        found.append(Finding(
          .overlappingPeriods, at: "applicability", about: "\(one.unit) \(one.criterion)",
          "hai dòng cho cùng đơn vị, tiêu chí và kỳ nói ngược nhau (từ \(one.from)): dòng sau có hiệu lực.",
          en: "two entries for one unit, criterion and period contradict each other (from \(one.from)): the later one holds."))
      }
      earlier[subject, default: []].append(one)
    }
    return found
  }
}

import Campaign
import Ranking
import Service

/// The criteria of a unit, so that a person can add its points up again.
extension PageView {
  func criteriaTable(_ shown: UnitShown) -> HTML {
    let lines = criteria(shown.unit, shown.period, against: shown.against)
    let rulebook = shown.span.rulebook
    let decimals = rulebook.decimals
    var body = HTML()
    let fields: [Field?] = rulebook.fields.map(Optional.some) + [nil]
    for field in fields {
      let own = lines.filter { line in field.map { line.result.criterion.field == $0.code } ?? (line.result.criterion.field == nil) }
      guard !own.isEmpty else { continue }
      if let field {
        let most = own.filter(\.counts).map(\.result.criterion.points).reduce(.zero, +)
        body += """
          <tr class="group"><td class="code"></td><th scope="rowgroup">\(words(field.name))</th><td></td><td class="target"></td>\
          <td class="n">\(sum(own, decimals))\(ofMost(most))</td><td class="n most">\(words.points(most))</td><td class="against"></td><td></td></tr>
          """
      }
      body += own.html { line($0, decimals) }
    }
    let against = shown.against.map { words("So ", "On ") + label($0).lowercased() } ?? words("So kỳ trước", "On last period")
    return """
      <section class="card wide"><div class="title"><h2>\(words("Từng tiêu chí", "Criterion by criterion"))</h2>\(chooser(shown))</div>\
      <div class="scroll" tabindex="0" role="region" aria-label="\(words("Từng tiêu chí", "Criterion by criterion"))">\
      <table class="criteria"><thead><tr><th scope="col" class="code">\(words("Mã", "Code"))</th><th scope="col">\(words("Tiêu chí", "Criterion"))</th>\
      <th scope="col" class="n">\(words("Giá trị", "Value"))</th><th scope="col" class="n target">\(words("Chỉ tiêu", "Target"))</th>\
      <th scope="col" class="n">\(words("Điểm", "Points"))</th><th scope="col" class="n most">\(words("Tối đa", "Maximum"))</th>\
      <th scope="col" class="against">\(words("Trong khối: trung vị · cao nhất", "In the block: median · best"))</th>\
      <th scope="col" class="n">\(against)</th></tr></thead><tbody>\(body)</tbody><tfoot><tr><td class="code"></td><th scope="row">\
      \(words("Cộng (tối đa: phần được áp dụng)", "Sum (maximum: what is applicable)"))</th><td></td><td class="target"></td>\
      <td class="n">\(sum(lines, decimals))\(ofMost(shown.standing.applicable))</td>\
      <td class="n most">\(words.points(shown.standing.applicable))</td><td class="against"></td><td></td></tr></tfoot></table></div>\
      <p class="legend">\(formula(shown))\(days(shown.period))</p>\(howScored(lines, shown))</section>
      """
  }

  /// How each criterion is measured and scored, for whoever computes it again.
  private func howScored(_ lines: [CriterionLine], _ shown: UnitShown) -> HTML {
    let rows = lines.html { line -> HTML in
      let criterion = line.result.criterion
      let scored = criterion.scoringWords(in: shown.period).map { words($0) } ?? words("không chấm điểm, chỉ theo dõi", "followed without points")
      let measured: HTML = shown.span.rulebook.measureWords(criterion).map { "<small>\(words("Đo", "Measured")): \(words($0))</small>" } ?? ""
      return "<tr><td class=\"code\">\(criterion.code)</td><th scope=\"row\">\(words(criterion.name))\(measured)</th><td class=\"n\">\(words.points(criterion.points))</td><td>\(scored)</td></tr>"
    }
    return """
      <details class="twin"><summary>\(words("Cách tính điểm từng tiêu chí", "How each criterion is scored"))</summary><table><thead><tr>\
      <th scope="col">\(words("Mã", "Code"))</th><th scope="col">\(words("Tiêu chí", "Criterion"))</th><th scope="col" class="n">\(words("Tối đa", "Maximum"))</th>\
      <th scope="col">\(words("Cách tính điểm", "Points"))</th></tr></thead><tbody>\(rows)</tbody></table></details>
      """
  }

  /// A dash where none of them has points: nobody earned nothing with what was not filed.
  private func sum(_ lines: [CriterionLine], _ decimals: Int) -> HTML { lines.earned.map { "\(words.points($0, decimals: decimals))" } ?? nothing }

  /// The maximum under the points, where a narrow window has no column for it.
  private func ofMost(_ most: Points) -> HTML { "<small class=\"narrow\">/ \(words.points(most))</small>" }

  /// How the total follows from the sum, a sentence for what follows it; empty where there is no total.
  private func formula(_ shown: UnitShown) -> String {
    let (standing, rulebook) = (shown.standing, shown.span.rulebook)
    guard let total = standing.published else { return "" }
    let result = words.points(total, decimals: rulebook.ranking.published)
    var sum = words.points(standing.earned, decimals: rulebook.decimals)
    let extra = standing.bonus - standing.deduction
    switch rulebook.ranking.total {
    case .points: break
    case .index: sum = "100 × \(sum) ÷ \(words.points(standing.applicable))"
    }
    if extra.millionths != 0 { sum += " " + words.gain(extra, decimals: 2) + words(" (thưởng, trừ)", " (bonus, deductions)") }
    return words("Điểm công bố: ", "Published: ") + "\(sum) = \(result). "
  }

  private func chooser(_ shown: UnitShown) -> HTML {
    let scope = shown.span.standings.scope
    let options = (scope.first.ordinal...max(scope.first.ordinal, scope.last.ordinal)).reversed().map { Period(kind: scope.last.kind, ordinal: $0) }
      .filter { $0 != shown.period && snapshot.span(of: $0).version.number == shown.span.version.number }
    guard !options.isEmpty else { return "" }
    let list = options.html { period in
      let chosen: HTML = period == shown.against ? " selected" : ""
      return "<option value=\"\(period.description)\"\(chosen)>\(label(period))</option>"
    }
    return """
      <form class="choose"><label for="so-voi">\(words("So điểm với", "Compare with"))</label><select id="so-voi" name="so-voi">\(list)</select>\
      <button>\(words("So", "Compare"))</button></form>
      """
  }

  private func line(_ line: CriterionLine, _ decimals: Int) -> HTML {
    let result = line.result
    let value: HTML = value(result).map { "\($0.text)<small>\($0.figures)</small>" } ?? nothing
    let points: HTML = line.points.map { "<b>\(words.points($0, decimals: decimals))</b>" } ?? "<span class=\"none\">\(state(result.leaf))</span>"
    var aim: HTML = target(result).map { "<small class=\"narrow\">\(words("Chỉ tiêu", "Target")): \($0)</small>" } ?? ""
    if let (middle, top) = reached(line, decimals) {
      aim += "<small class=\"narrow\">\(words("Khối: trung vị \(middle), cao nhất \(top)", "Block: median \(middle), best \(top)"))</small>"
    }
    let why: HTML = result.applicability.map { "<small>\($0)</small>" } ?? ""
    return """
      <tr><td class="code">\(result.criterion.code)</td><th scope="row"><small class="narrow">\(result.criterion.code)</small>\(words(result.criterion.name))\(aim)\(why)</th><td class="n">\(value)</td>\
      <td class="n target">\(target(result).map { "\($0)" } ?? nothing)</td><td class="n">\(points)\(ofMost(result.criterion.points))</td>\
      <td class="n most">\(words.points(result.criterion.points))</td>\
      <td class="against">\(range(line, decimals))</td><td class="n">\(gain(line.against, decimals: decimals))</td></tr>
      """
  }

  /// The block's median and best, short enough to stand beside each other; `nil` where nobody is scored.
  private func reached(_ line: CriterionLine, _ decimals: Int) -> (median: String, best: String)? {
    line.block.map { (words.points($0.median, decimals: min(2, decimals)), words.points($0.best, decimals: min(2, decimals))) }
  }

  /// Where the unit's points lie between nothing and the most, with the block's median and best.
  private func range(_ line: CriterionLine, _ decimals: Int) -> HTML {
    let most = line.result.criterion.points.millionths
    guard let block = line.block, let (middle, top) = reached(line, decimals), most > 0 else { return nothing }
    let width: Int64 = 120
    func x(_ points: Points) -> Int { Int(min(width, max(0, Int64(clamping: Int128(points.millionths) * Int128(width) / Int128(most))))) }
    let text = words("trung vị \(middle), cao nhất \(top)", "median \(middle), best \(top)")
    let bar: HTML = line.points.map { "<rect class=\"own\" x=\"0\" y=\"4\" width=\"\(x($0))\" height=\"6\"/>" } ?? ""
    return """
      <svg class="range" width="124" height="14" viewBox="-2 0 124 14" aria-hidden="true"><title>\(text)</title>\
      <rect class="all" x="0" y="4" width="120" height="6"/>\(bar)<path class="median" d="M\(x(block.median)) 1V13"/><circle class="best" cx="\(x(block.best))" cy="7" r="2.5"/></svg>\
      <small><span aria-hidden="true">\(middle) · \(top)</span><span class="vh">\(text)</span></small>
      """
  }
}

extension CriterionLine {
  /// Its maximum stands in the denominator.
  fileprivate var counts: Bool {
    switch result.leaf {
    case .scored, .missing, .pending: true
    case .notApplicable, .notConcerned, .followed: false
    }
  }
}

import Campaign
import Wire

extension Report {
  /// A unit's points criterion by criterion, so that a person can add them up again.
  init(_ response: UnitResponse, _ words: Words) {
    let scale = RankingScale(published: min(6, Int(response.publishedDecimals)))
    let decimals = min(6, Int(response.leafDecimals))
    let standing = StandingLine(response.standing)
    let earned = Points(millionths: response.earned)
    self.init(
      csv: [[
        "unit", "period", "criterion", "state", "points", "points_max", "numerator", "denominator", "percent", "target",
        "against_month", "against_year",
      ]],
      json: .null)
    parts = response.provenance.head(words, period: response.period, provisional: response.provisional)
    parts.append(.gap)
    add("\(response.unitName) (\(response.unit)) — \(response.blockNameVi)", .strong)
    add(Self.standingText(standing, scale, ranked: Int(response.rankedInBlock), isEarly: isEarly(response.period, provisional: response.provisional), words))
    add(
      response.revision == 0
        ? words("chưa nộp báo cáo kỳ này", "nothing was submitted for this period")
        : words("báo cáo lần \(response.revision), nhận lúc", "revision \(response.revision), received") + " " + words.instant(response.filedAtMs))
    parts.append(.gap)

    var table = Table([
      Column(words("Mã", "Code")), Column(words("Tiêu chí", "Criterion"), widest: 46), Column(words("Giá trị", "Value"), .right),
      Column(words("Chỉ tiêu", "Target"), .right), Column(words("Điểm", "Points"), .right), Column(words("Tối đa", "Maximum"), .right),
      Column(words("So tháng trước", "On last month"), .right), Column(words("So cùng kỳ", "On last year"), .right),
    ])
    var concerned = 0
    // No zero where nothing has points yet.
    var sum: Points?
    for row in response.criteria {
      let points = row.hasPoints ? Points(millionths: row.points) : nil
      let most = Points(millionths: row.pointsMax)
      csv.append(Self.csvRow(row, response, decimals))
      if row.state == "not-concerned" { continue }
      concerned += 1
      if let points { sum = (sum ?? .zero) + points }
      table.rows.append([
        Cell(row.code), Cell(words(row.nameVi, row.nameEn)), row.hasValue ? Cell(row.value.text(words)) : .nothing,
        row.hasTarget ? Cell(words.decimal(shown(row.target.exact)) + (row.unitOfMeasure == "%" ? "%" : "")) : .nothing,
        points.map { Cell(words.points($0, decimals: decimals)) } ?? Cell(Self.state(row, words), .faint),
        Cell(words.points(most), row.state == "not-applicable" ? .faint : .plain),
        row.hasAgainstMonth ? Cell(words.gain(Points(millionths: row.againstMonth), decimals: decimals)) : .nothing,
        row.hasAgainstYear ? Cell(words.gain(Points(millionths: row.againstYear), decimals: decimals)) : .nothing,
      ])
    }
    table.sums = [[
      "", Cell(words("Cộng (tối đa: phần được áp dụng)", "Sum (maximum: what is applicable)"), .strong), "", "",
      sum.map { Cell(words.points($0, decimals: decimals), .strong) } ?? .nothing, Cell(words.points(standing.applicable), .strong), "", "",
    ]]
    parts.append(.table(table))
    if (sum ?? .zero) != earned {
      add(words("Tổng của máy chủ khác: ", "The server's sum differs: ") + words.points(earned, decimals: 6), .bad)
    }
    if let formula = Self.formula(earned: earned, standing, scale, decimals, words) { add(formula) }
    let others = response.criteria.count - concerned
    if others > 0 {
      add(words("\(others) tiêu chí khác không áp dụng cho cấp này.", "\(others) further criteria do not concern units of this level."), .faint)
    }
    json = .object([
      ("provenance", response.provenance.json), ("unit", .string(response.unit)), ("name", .string(response.unitName)),
      ("block", .string(response.block)), ("period", .string(response.period)), ("provisional", .bool(response.provisional)),
      ("standing", standing.json(scale)), ("ranked_in_block", .whole(response.rankedInBlock)),
      ("revision", response.revision == 0 ? .null : .whole(response.revision)),
      ("filed_at", response.revision == 0 ? .null : .string(machineInstant(response.filedAtMs))),
      ("earned", sum.map { .number($0.text(decimals: decimals)) } ?? .null), ("criteria", .list(response.criteria.map { Self.jsonRow($0, decimals) })),
    ])
  }

  private static func standingText(_ standing: StandingLine, _ scale: RankingScale, ranked: Int, isEarly: Bool, _ words: Words) -> String {
    var facts: [String] = []
    if let place = standing.place {
      facts.append(words("Hạng", "Place") + " \(standing.tied ? "=" : "")\(place)/\(ranked)")
    } else {
      facts.append(words("Chưa xếp hạng", "Without place"))
    }
    if let total = standing.total { facts.append(words.points(total, decimals: scale.published) + words(" điểm", " points")) }
    if let moved = standing.movedPrevious { facts.append(words.moved(moved).text + words(" so tháng trước", " on last month")) }
    if let moved = standing.movedLastYear { facts.append(words.moved(moved).text + words(" so cùng kỳ", " on last year")) }
    if let gain = standing.gainLastYear { facts.append(words.gain(gain, decimals: scale.gain) + words(" điểm so cùng kỳ", " points on last year")) }
    if let gained = standing.placesGained { facts.append(words("tăng bậc: ", "climb: ") + gained.cell(words, isEarly: isEarly).text.lowercased()) }
    let note = standing.note(words)
    if !note.isEmpty { facts.append(note) }
    return facts.joined(separator: " · ")
  }

  /// How the total follows from the sums, where it does.
  private static func formula(
    earned: Points, _ standing: StandingLine, _ scale: RankingScale, _ decimals: Int, _ words: Words
  ) -> String? {
    guard let total = standing.total else { return nil }
    let unit = Points(millionths: 1_000_000)
    let applicable = standing.applicable.millionths
    func rounded(_ numerator: Int128, _ denominator: Int128) -> Bool {
      let step = ExactDecimal(coefficient: total.millionths, scale: 6).fraction.rounded(decimals: scale.published)
      return Fraction(numerator, denominator).rounded(decimals: scale.published) == step
    }
    let sum = words.points(earned, decimals: decimals)
    if applicable > 0, rounded(Int128(earned.millionths) * 100, Int128(applicable)) {
      return "100 × \(sum) ÷ \(words.points(standing.applicable)) = \(words.points(total, decimals: scale.published))"
    }
    guard rounded(Int128(earned.millionths), Int128(unit.millionths)) else { return nil }
    return words("Điểm công bố: ", "Published: ") + words.points(total, decimals: scale.published)
  }

  /// Never a zero: a criterion without points says why.
  private static func state(_ row: CriterionRow, _ words: Words) -> String {
    let text: LocalizedText =
      switch row.state {
      case "missing": LocalizedText("thiếu", en: "missing")
      case "pending": LocalizedText("chưa đến hạn", en: "pending")
      case "not-applicable": LocalizedText("không áp dụng", en: "n.a.")
      case "not-concerned": LocalizedText("không thuộc diện", en: "not concerned")
      case "followed": LocalizedText("theo dõi", en: "followed")
      default: LocalizedText(row.stateVi.isEmpty ? row.state : row.stateVi, en: row.state)
      }
    return words(text)
  }

  private static func csvRow(_ row: CriterionRow, _ response: UnitResponse, _ decimals: Int) -> [String] {
    func points(_ present: Bool, _ millionths: Int64) -> String {
      present ? Points(millionths: millionths).text(decimals: decimals) : ""
    }
    return [
      response.unit, response.period, row.code, row.state, points(row.hasPoints, row.points),
      Points(millionths: row.pointsMax).description, row.hasValue ? String(row.value.numerator) : "",
      row.hasValue ? String(row.value.denominator) : "", row.hasValue ? (row.value.percent ? "true" : "false") : "",
      row.hasTarget ? row.target.exact.description : "", points(row.hasAgainstMonth, row.againstMonth),
      points(row.hasAgainstYear, row.againstYear),
    ]
  }

  private static func jsonRow(_ row: CriterionRow, _ decimals: Int) -> JSON {
    func points(_ present: Bool, _ millionths: Int64) -> JSON {
      present ? .number(Points(millionths: millionths).text(decimals: decimals)) : .null
    }
    let value: JSON =
      row.hasValue
      ? .object([
        ("numerator", .whole(row.value.numerator)), ("denominator", .whole(row.value.denominator)), ("percent", .bool(row.value.percent)),
      ]) : .null
    return .object([
      ("criterion", .string(row.code)), ("name", .string(row.nameVi)), ("field", .string(row.field)), ("state", .string(row.state)),
      ("points", points(row.hasPoints, row.points)), ("points_max", .number(Points(millionths: row.pointsMax).description)),
      ("value", value), ("target", row.hasTarget ? .number(row.target.exact.description) : .null),
      ("unit_of_measure", .string(row.unitOfMeasure)), ("against_month", points(row.hasAgainstMonth, row.againstMonth)),
      ("against_year", points(row.hasAgainstYear, row.againstYear)),
    ])
  }
}

extension Wire.Decimal {
  var exact: ExactDecimal { ExactDecimal(coefficient: coefficient, scale: min(9, Int(scale))) }
}

extension Quantity {
  /// `98,12% (624/636)`, or the number where it is one.
  func text(_ words: Words) -> String {
    guard denominator > 0 else { return "—" }
    let fraction = Fraction(Int128(numerator) * (percent ? 100 : 1), Int128(denominator))
    if percent {
      let rounded = ExactDecimal(coefficient: Int64(clamping: fraction.rounded(decimals: 2)), scale: 2)
      return "\(words.decimal(rounded))% (\(words.whole(numerator))/\(words.whole(denominator)))"
    }
    if denominator == 1 { return words.whole(numerator) }
    return words.decimal(ExactDecimal(coefficient: Int64(clamping: fraction.rounded(decimals: 6)), scale: 6).trimmed)
  }
}

/// A target as a table shows it: at most four decimals, half up; JSON and CSV have all of them.
private func shown(_ target: ExactDecimal) -> ExactDecimal {
  guard target.scale > 4 else { return target }
  return ExactDecimal(coefficient: Int64(target.fraction.rounded(decimals: 4)), scale: 4).trimmed
}

import Campaign
import Ranking
import Service

/// A unit's criteria for programs.
extension PageView {
  private static let columns: [DataTable.Column] = [
    .init("unit", "Mã đơn vị", "Unit code"), .init("period", "Kỳ", "Period"), .init("criterion", "Mã tiêu chí", "Code"),
    .init("name", "Tiêu chí", "Criterion"), .init("state", "Trạng thái", "State"), .init("points", "Điểm", "Points"),
    .init("points_max", "Điểm tối đa", "Maximum"), .init("numerator", "Tử số", "Numerator"), .init("denominator", "Mẫu số", "Denominator"),
    .init("ratio", "Là tỷ lệ", "Is a ratio"), .init("target", "Chỉ tiêu", "Target"), .init("block_median", "Trung vị của khối", "Block median"),
    .init("block_best", "Cao nhất của khối", "Block best"), .init("against", "So với kỳ", "Against"), .init("gain", "Tăng giảm điểm", "Gain"),
  ]

  func unitTable(_ id: String, period text: String?) throws(PageProblem) -> DataTable {
    let shown = try unitShown(id, text)
    let decimals = shown.span.rulebook.decimals
    let rows = criteria(shown.unit, shown.period, against: shown.against).map { line -> [DataCell] in
      let result = line.result
      return [
        .text(shown.unit.id.text), .code(shown.period.description, label(shown.period)), .text(result.criterion.code),
        .text(words(result.criterion.name)), .code(result.leaf.code, stateName(result.leaf)), .number(line.points?.text(decimals: decimals)),
        .number(result.criterion.points.description), .number(result.value.map { String($0.numerator) }),
        .number(result.value.map { String($0.denominator) }), result.value == nil ? .text("") : .flag(result.isRatio),
        .number(result.target?.description), .number(line.block?.median.description), .number(line.block?.best.description),
        .code(shown.against?.description, shown.against.map(label) ?? ""), .number(line.against?.text(decimals: decimals)),
      ]
    }
    return DataTable(name: shown.unit.name, columns: Self.columns, rows: rows, period: shown.period)
  }

  func unitJSON(_ id: String, period text: String?) throws(PageProblem) -> JSON {
    let shown = try unitShown(id, text)
    let rulebook = shown.span.rulebook
    let decimals = rulebook.decimals
    let lines = criteria(shown.unit, shown.period, against: shown.against)
    let filing = snapshot.state.inForce(shown.unit.id, shown.period)
    let figures = filing?.filing.figures.map { counter, value in (counter, JSON.whole(value)) } ?? []
    return .object([
      ("provenance", provenanceJSON(shown.period)), ("unit", .string(shown.unit.id.text)), ("name", .string(shown.unit.name)),
      ("block", .string(shown.unit.block)), ("period", .string(shown.period.description)),
      ("provisional", .bool(snapshot.isProvisional(shown.period))), ("place", .whole(shown.standing.place)), ("tied", .bool(shown.standing.tied)),
      ("points", .decimal(shown.standing.published?.text(decimals: rulebook.ranking.published))),
      ("reason", .text(shown.standing.reason?.rawValue)), ("earned", .decimal(lines.earned?.text(decimals: decimals))),
      ("applicable", .number(shown.standing.applicable.description)), ("revision", .whole(filing?.receipt.revision)),
      ("filed_at", .text(filing.map { machineInstant($0.receipt.recordedAt.milliseconds) })), ("journal_entry", .whole(filing?.receipt.position)),
      ("against", .text(shown.against?.description)),
      ("criteria", .list(lines.map { json($0, decimals) })), ("figures", .object(figures)),
    ])
  }

  private func json(_ line: CriterionLine, _ decimals: Int) -> JSON {
    let value = line.result.value.map { value in
      JSON.object([("numerator", .whole(value.numerator)), ("denominator", .whole(value.denominator)), ("ratio", .bool(line.result.isRatio))])
    }
    return .object([
      ("criterion", .string(line.result.criterion.code)), ("name", .string(words(line.result.criterion.name))),
      ("state", .string(line.result.leaf.code)), ("points", .decimal(line.points?.text(decimals: decimals))),
      ("points_max", .number(line.result.criterion.points.description)), ("value", value ?? .null),
      ("target", .decimal(line.result.target?.description)), ("block_median", .decimal(line.block?.median.description)),
      ("block_best", .decimal(line.block?.best.description)), ("gain", .decimal(line.against?.text(decimals: decimals))),
    ])
  }

  func stateName(_ leaf: Leaf) -> String { if case .scored = leaf { words("đã chấm", "scored") } else { state(leaf) } }
}

extension Leaf {
  /// As `thidua show` names it.
  var code: String {
    switch self {
    case .scored: "scored"
    case .missing: "missing"
    case .pending: "pending"
    case .notApplicable: "not-applicable"
    case .notConcerned: "not-concerned"
    case .followed: "followed"
    }
  }
}

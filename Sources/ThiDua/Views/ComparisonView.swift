import Campaign
import Ranking

extension Report {
  /// In what two rulebooks differ, and who moves by it.
  ///
  /// - Parameter comparisons: One a period, ascending.
  /// - Parameter books: The two, each with the name it was asked for by.
  /// - Parameter differences: Between them, as far as they are to be told.
  init(
    _ comparisons: [RankingComparison], of books: [(name: String, book: Rulebook)], differences: [RulebookDifference], _ words: Words
  ) {
    self.init(
      csv: [[
        "period", "block", "unit", "place_a", "place_b", "moved", "points_a", "points_b", "gain", "reason_a", "reason_b", "criteria",
      ]],
      json: .null)
    let scales = books.map { RankingScale($0.book) }
    for (letter, book) in zip(["A", "B"], books) { add("\(letter): \(book.name) — \(words(book.book.name))", .strong) }
    parts.append(.gap)
    add(differences.isEmpty
      ? words("Hai bộ quy tắc như nhau.", "The two rulebooks are the same.")
      : words("Khác nhau: \(differences.count)", "Differences: \(differences.count)"))
    for difference in differences { add("  \(difference.line(words))") }
    var periods: [JSON] = []
    for comparison in comparisons {
      var blocks: [JSON] = []
      for members in comparison.blocks {
        parts.append(.gap)
        add("\(words.period(comparison.period)) — \(words(members.block.name))", .strong)
        addTable(members, scales, words)
        let lines = members.rows.map { ComparisonLine($0, scales) }
        csv += lines.map { $0.csv(period: comparison.period.description, block: members.block.id) }
        blocks.append(.object([("block", .string(members.block.id)), ("rows", .list(lines.map(\.json)))]))
      }
      periods.append(.object([("period", .string(comparison.period.description)), ("blocks", .list(blocks))]))
    }
    json = .object([
      ("a", .string(books[0].name)), ("b", .string(books[1].name)), ("differences", .list(differences.map { $0.json(words) })),
      ("periods", .list(periods)),
    ])
  }

  /// Who moves; how many stay is one line.
  private mutating func addTable(_ members: RankingComparison.Members, _ scales: [RankingScale], _ words: Words) {
    var table = Table([
      Column(words("Hạng A", "Place A"), .right), Column(words("Hạng B", "Place B"), .right), Column(words("Đổi", "Moves"), .right),
      Column(words("Đơn vị", "Unit"), widest: 36), Column(words("Điểm A", "Points A"), .right), Column(words("Điểm B", "Points B"), .right),
      Column(words("Vì", "Why"), widest: 56),
    ])
    let moving = members.rows.filter(\.moves)
    for row in moving {
      table.rows.append([
        place(row.before), place(row.after), row.moved.map(words.moved) ?? .nothing, Cell(row.unit.name),
        row.before?.published.map { Cell(words.points($0, decimals: scales[0].published)) } ?? .nothing,
        row.after?.published.map { Cell(words.points($0, decimals: scales[1].published)) } ?? .nothing, Cell(row.why(words), .faint),
      ])
    }
    if !moving.isEmpty { parts.append(.table(table)) }
    let staying = members.rows.count - moving.count
    let changed = members.rows.count { !$0.moves && $0.isChanged }
    add(
      words(
        "Đổi hạng: \(moving.count) đơn vị. Giữ hạng: \(staying), trong đó đổi điểm: \(changed).",
        "Moved: \(moving.count) units. Stayed: \(staying), of which with other points: \(changed)."), .faint)
  }

  private func place(_ standing: Standing?) -> Cell {
    standing?.place.map { Cell((standing?.tied == true ? "=" : "") + "\($0)") } ?? .nothing
  }
}

extension RankingComparison.Row {
  /// The three criteria that move the total most, or why there is no place, or that it is the others who changed.
  fileprivate func why(_ words: Words) -> String {
    guard before != nil else { return words("chỉ có trong B", "in B only") }
    guard let after else { return words("chỉ có trong A", "in A only") }
    if let reason = after.reason { return words(reason.text) }
    if let reason = before?.reason { return words("trước: ", "before: ") + words(reason.text) }
    guard !criteria.isEmpty else { return words("điểm của đơn vị khác thay đổi", "the points of others change") }
    let strongest = criteria.prefix(3).map { "\($0.code) \(words.gain($0.shift, decimals: 2))" }
    let rest = criteria.count - strongest.count
    return strongest.joined(separator: "; ") + (rest > 0 ? words("; và \(rest) tiêu chí khác", "; and \(rest) more") : "")
  }
}

extension RulebookDifference {
  fileprivate func line(_ words: Words) -> String {
    let (part, sign) = (words(self.part.name), change == .added ? "+" : change == .removed ? "−" : "≠")
    return "\(sign) \(part) \(subject)" + (words(text).isEmpty || words(text) == subject ? "" : ": \(words(text))")
  }

  fileprivate func json(_ words: Words) -> JSON {
    .object([
      ("part", .string(part.rawValue)), ("subject", .string(subject)), ("change", .string(change.rawValue)), ("text", .string(words(text))),
    ])
  }
}

extension RulebookDifference.Part {
  fileprivate var name: LocalizedText {
    switch self {
    case .settings: LocalizedText("thiết lập", en: "setting")
    case .blocks: LocalizedText("khối", en: "block")
    case .units: LocalizedText("đơn vị", en: "unit")
    case .counters: LocalizedText("số liệu", en: "counter")
    case .identities: LocalizedText("ràng buộc", en: "identity")
    case .criteria: LocalizedText("tiêu chí", en: "criterion")
    case .applicability: LocalizedText("phạm vi áp dụng", en: "applicability")
    case .scoreboards: LocalizedText("bảng điểm", en: "scoreboard")
    case .indices: LocalizedText("chỉ số", en: "index")
    case .rules: LocalizedText("quy tắc", en: "rule")
    }
  }
}

/// A unit under both rulebooks, for programs.
private struct ComparisonLine {
  let row: RankingComparison.Row
  let scales: [RankingScale]

  init(_ row: RankingComparison.Row, _ scales: [RankingScale]) {
    self.row = row
    self.scales = scales
  }

  private func total(_ standing: Standing?, _ side: Int) -> String? { standing?.published?.text(decimals: scales[side].published) }
  private var gain: String? { row.gain?.text(decimals: max(scales[0].published, scales[1].published)) }

  func csv(period: String, block: String) -> [String] {
    [
      period, block, row.unit.id.text, row.before?.place.map(String.init) ?? "", row.after?.place.map(String.init) ?? "",
      row.moved.map(String.init) ?? "", total(row.before, 0) ?? "", total(row.after, 1) ?? "", gain ?? "",
      row.before?.reason?.rawValue ?? "", row.after?.reason?.rawValue ?? "",
      row.criteria.map { "\($0.code) \($0.shift)" }.joined(separator: "; "),
    ]
  }

  var json: JSON {
    func side(_ standing: Standing?, _ index: Int) -> JSON {
      guard let standing else { return .null }
      return .object([
        ("place", .whole(standing.place)), ("tied", .bool(standing.tied)), ("points", .decimal(total(standing, index))),
        ("reason", .text(standing.reason?.rawValue)),
      ])
    }
    return .object([
      ("unit", .string(row.unit.id.text)), ("name", .string(row.unit.name)), ("a", side(row.before, 0)), ("b", side(row.after, 1)),
      ("moved", .whole(row.moved)), ("gain", .decimal(gain)),
      (
        "criteria",
        .list(
          row.criteria.map {
            .object([
              ("criterion", .string($0.code)), ("a", points($0.before)), ("b", points($0.after)), ("shift", .number($0.shift.description)),
            ])
          })
      ),
    ])
  }

  private func points(_ leaf: Leaf?) -> JSON {
    guard case .scored(let points)? = leaf else { return .null }
    return .number(points.description)
  }
}

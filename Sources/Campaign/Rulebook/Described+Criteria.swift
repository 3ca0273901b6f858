/// Criteria and scoreboards in words.
extension Rulebook {
  var describedCriteria: [Described] { criteria.map { described($0) } }

  /// A scoreboard's criteria stand in its own words, so that one that changed is told as one change.
  var describedScoreboards: [Described] {
    scoreboards.flatMap { board in
      [
        Described(
          subject: board.id, name: board.name,
          traits: [.init("", "", board.ranking.words), .init("xếp loại", "bands", board.bands.words)])
      ] + board.criteria.map { described($0, on: board.id) }
    }
  }

  private func described(_ criterion: Criterion, on board: String? = nil) -> Described {
    Described(
      subject: (board.map { "\($0)/" } ?? "") + criterion.code, name: criterion.name,
      traits: [
        .init("điểm tối đa", "points", criterion.points == .zero ? "" : criterion.points.description),
        .init("cách tính", "scoring", criterion.scoring?.words ?? ""),
        .init("đo", "measures", words(criterion.metric)), .init("chiều", "direction", criterion.direction.rawValue),
        .init("cấp", "levels", levelWords(criterion.levels)),
        .init("năm", "years", criterion.window.map { yearList($0) } ?? ""),
        .init("mẫu số tối thiểu", "minimum denominator", criterion.minimumDenominator.map { "\($0)" } ?? ""),
        .init("vượt mẫu số", "may exceed", criterion.mayExceed ? "true" : ""),
        .init("định nghĩa mới từ", "new definition from", criterion.newDefinitions.map { "\($0)" }.joined(separator: ", ")),
        .init("lĩnh vực", "field", criterion.field ?? ""), .init("nguồn", "source", criterion.source?.words ?? ""),
      ])
  }

  private func words(_ metric: Metric) -> String {
    switch metric {
    case .ratio(let numerator, let denominator): "(\(words(numerator))) ÷ (\(words(denominator)))"
    case .count(let sum): words(sum)
    case .given(let combination): combination?.rawValue ?? ""
    }
  }

  private func words(_ sum: CounterSum) -> String {
    let text = sum.terms.map { ($0.negative ? "- " : "+ ") + counters[$0.counter].code }.joined(separator: " ")
    return text.hasPrefix("+ ") ? String(text.dropFirst(2)) : text
  }
}

extension Scoring {
  /// "FLOOR, target 99, floor 90": kinds and keys as the file writes them.
  fileprivate var words: String {
    switch self {
    case .bin(let target): "BIN, target \(target.words)"
    case .prop(let target): "PROP, target \(target.words)"
    case .floor(let target, let floor): "FLOOR, target \(target.words), floor \(floor.words)"
    case .step(let steps): "STEP, " + steps.map { "\($0.at.trimmed): \($0.share.trimmed)" }.joined(separator: ", ")
    case .deduction(let each, let cap): "DED, each \(each.trimmed)" + (cap.map { ", cap \($0)" } ?? "")
    case .count(let each, let cap): "COUNT, each \(each.trimmed)" + (cap.map { ", cap \($0)" } ?? "")
    case .leader(let target): "LEADER, target \(target.words)"
    case .weight(let weight): "weight \(weight.words)"
    }
  }
}

extension ValueByTime {
  /// "90", "{2022: 90, 2026: 100}", "[5, 10, …]".
  fileprivate var words: String {
    switch shape {
    case .byMonth(let twelve): return "[" + twelve.map(\.trimmed.description).joined(separator: ", ") + "]"
    case .steps(let steps):
      if steps.count == 1, let only = steps.first, only.fromYear == 0 { return only.value.trimmed.description }
      let entries = steps.map { step in
        let month = step.fromMonth == 1 ? "" : step.fromMonth < 10 ? "-0\(step.fromMonth)" : "-\(step.fromMonth)"
        return "\(step.fromYear)\(month): \(step.value.trimmed)"
      }
      return "{" + entries.joined(separator: ", ") + "}"
    }
  }
}

extension RuleSource {
  /// The document with the sentence.
  var words: String { quote.isEmpty ? description : "\(description) “\(quote)”" }
}

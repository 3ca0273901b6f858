import Yams

/// What is done with totals beside adding them: bands, bonus and lateness.
extension RulebookReader {
  func bands(_ node: YAMLNode) throws -> [Band] {
    let bands = try unique(node, \.name.vi) { node in
      let k = try node.keys(["name", "at-least"])
      return Band(
        name: try required(k, "name", node).localized(),
        atLeast: try points(try required(k, "at-least", node), above: -1_000_000, through: 1_000_000))
    }
    guard !bands.isEmpty, zip(bands, bands.dropFirst()).allSatisfy({ $0.atLeast > $1.atLeast }) else {
      throw node.expected(
        "các loại từ tốt nhất xuống, mức điểm giảm dần", "bands from the best down, each with a lower bound than the one before")
    }
    return bands
  }

  func bonus(_ node: YAMLNode, _ criteria: [Criterion]) throws -> Bonus {
    try refuseWeights(node, criteria)
    let k = try node.keys(["each", "most-per-year"])
    return Bonus(
      each: try points(try required(k, "each", node), above: 0, through: 100),
      mostPerYear: try points(try required(k, "most-per-year", node), above: 0, through: 100))
  }

  func lateness(_ node: YAMLNode, _ criteria: [Criterion]) throws -> Lateness {
    try refuseWeights(node, criteria)
    let k = try node.keys(["steps", "most"])
    let list = try required(k, "steps", node)
    let steps = try list.list().map { step in
      let s = try step.keys(["days", "points"])
      return Lateness.Step(
        days: try required(s, "days", step).integer(in: 1...1000),
        points: try points(try required(s, "points", step), above: 0, through: 100))
    }
    let ascending = zip(steps, steps.dropFirst()).allSatisfy { $0.days < $1.days && $0.points < $1.points }
    guard let last = steps.last, ascending else {
      throw list.expected("các mức có số ngày và số điểm tăng dần", "steps with ascending days and points")
    }
    return Lateness(steps: steps, most: try k["most"].map { try points($0, above: 0, through: 100) } ?? last.points)
  }

  /// A total of weighted values has no maximum that a bonus could be kept under.
  private func refuseWeights(_ node: YAMLNode, _ criteria: [Criterion]) throws {
    let weighted = criteria.contains { if case .weight = $0.scoring { true } else { false } }
    guard !weighted else {
      throw node.problem(
        .contradiction, "điểm thưởng và điểm trừ không dùng cùng \"weight\": tổng không có mức tối đa.",
        "bonus and lateness do not go with \"weight\": such a total has no maximum.")
    }
  }

  /// Points with at most 6 decimals, greater than `above` and at most `through`.
  func points(_ node: YAMLNode, above: Int, through: Int) throws -> Points {
    let value = try node.decimal()
    guard value > ExactDecimal(above), value <= ExactDecimal(through), value.trimmed.scale <= 6 else {
      throw node.expected(
        "số điểm lớn hơn \(above), không quá \(through), tối đa 6 chữ số thập phân",
        "points above \(above), at most \(through), with at most 6 decimals")
    }
    return Points(millionths: Int64(value.fraction.rounded(decimals: 6)))
  }
}

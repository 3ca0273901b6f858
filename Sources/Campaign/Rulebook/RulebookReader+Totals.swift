import Yams

/// What is done with totals beside adding them: bands.
extension RulebookReader {
  func bands(_ node: YAMLNode) throws -> [Band] {
    let bands = try unique(node, \.name.vi) { node in
      let k = try node.keys(["name", "at-least"])
      let bound = try required(k, "at-least", node)
      let atLeast = try bound.decimal()
      guard atLeast.trimmed.scale <= 6 else {
        throw bound.expected("tối đa 6 chữ số thập phân", "at most 6 decimals")
      }
      return Band(
        name: try required(k, "name", node).localized(), atLeast: Points(millionths: Int64(atLeast.fraction.rounded(decimals: 6))))
    }
    guard !bands.isEmpty, zip(bands, bands.dropFirst()).allSatisfy({ $0.atLeast > $1.atLeast }) else {
      throw node.expected("các loại từ tốt nhất xuống, mức điểm giảm dần", "bands from the best down, each with a lower bound than the one before")
    }
    return bands
  }
}

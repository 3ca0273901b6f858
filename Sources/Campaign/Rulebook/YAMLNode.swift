import Yams

/// A place in a rulebook file with typed reading; every mistake names line, column and key.
struct YAMLNode {
  let node: Node
  /// "criteria[3].scoring".
  let path: String

  var place: String {
    let at = node.mark.map { "line \($0.line), column \($0.column)" } ?? ""
    return [at, path].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  func problem(_ code: ProblemCode, _ vi: String, _ en: String) -> Problem { Problem(code, at: place, vi: vi, en: en) }

  func expected(_ vi: String, _ en: String) -> Problem {
    problem(.badValue, "cần \(vi). Sửa giá trị ở chỗ này.", "expected \(en). Correct the value here.")
  }

  /// A name that the rulebook does not define.
  ///
  /// - Parameter vi: What is named: "khối".
  /// - Parameter known: The names that it does define.
  func unknown(_ vi: String, _ en: String, _ name: String, in known: some Sequence<String>) -> Problem {
    let near = nearest(name, in: known.sorted())
    return problem(
      .unknownReference, "không có \(vi) \"\(name)\"\(near.map { "; có phải \"\($0)\"?" } ?? ".")",
      "there is no \(en) \"\(name)\"\(near.map { "; did you mean \"\($0)\"?" } ?? ".")")
  }

  // MARK: mappings

  /// The keys of a mapping, all of them known.
  ///
  /// - Throws: ``Problem`` `R-305` when this is no mapping, `R-307` for a key that stands twice, `R-304` for an unknown key.
  func keys(_ known: [String]) throws -> [String: YAMLNode] {
    guard let mapping = node.mapping else { throw expected("một ánh xạ (khóa: giá trị)", "a mapping (key: value)") }
    ReadKeys.heard?(path, nil, known)
    var result: [String: YAMLNode] = [:]
    for (key, value) in mapping {
      let name = key.string ?? ""
      let child = YAMLNode(node: value, path: path.isEmpty ? name : "\(path).\(name)")
      guard known.contains(name) else {
        let near = nearest(name, in: known).map { ("; có phải \"\($0)\"?", "; did you mean \"\($0)\"?") } ?? ("", "")
        let at = YAMLNode(node: key, path: child.path)
        throw at.problem(
          .unknownKey, "khóa \"\(name)\" không có trong mẫu\(near.0) Các khóa: \(known.joined(separator: ", ")).",
          "there is no key \"\(name)\"\(near.1) Known keys: \(known.joined(separator: ", ")).")
      }
      guard result.updateValue(child, forKey: name) == nil else {
        throw child.problem(.duplicateID, "khóa \"\(name)\" xuất hiện hai lần.", "the key \"\(name)\" stands twice.")
      }
    }
    return result
  }

  /// All keys and values of a mapping whose keys are free.
  func entries() throws -> [(key: String, value: YAMLNode)] {
    guard let mapping = node.mapping else { throw expected("một ánh xạ (khóa: giá trị)", "a mapping (key: value)") }
    var seen: Set<String> = []
    return try mapping.map { key, value in
      let name = key.string ?? ""
      let child = YAMLNode(node: value, path: "\(path).\(name)")
      guard seen.insert(name).inserted else {
        throw child.problem(.duplicateID, "khóa \"\(name)\" xuất hiện hai lần.", "the key \"\(name)\" stands twice.")
      }
      return (name, child)
    }
  }

  func missing(_ key: String) -> Problem {
    problem(.missingKey, "thiếu khóa \"\(key)\".", "the key \"\(key)\" is missing.")
  }

  // MARK: sequences and scalars

  func list() throws -> [YAMLNode] {
    guard let sequence = node.sequence else { throw expected("một danh sách", "a list") }
    return sequence.enumerated().map { YAMLNode(node: $1, path: "\(path)[\($0)]") }
  }

  /// The text of a scalar, exactly as written, so that `2022-01` stays a period and `010` a code.
  func text() throws -> String {
    guard let scalar = node.scalar, !scalar.string.isEmpty else { throw expected("một chuỗi ký tự", "a text") }
    return scalar.string
  }

  func localized() throws -> LocalizedText {
    if node.scalar != nil { return LocalizedText(try text()) }
    let k = try keys(["vi", "en"])
    guard let vi = k["vi"] else { throw missing("vi") }
    return LocalizedText(try vi.text(), en: try k["en"]?.text())
  }

  func decimal() throws -> ExactDecimal {
    guard let value = ExactDecimal(try text()) else {
      throw expected("một số viết với dấu chấm, tối đa 9 chữ số thập phân", "a number with a dot and at most 9 decimals")
    }
    return value
  }

  func integer(in range: ClosedRange<Int>) throws -> Int {
    let text = try text()
    guard let value = digits(text), range.contains(value) else {
      throw expected(
        "một số nguyên từ \(range.lowerBound) đến \(range.upperBound)",
        "an integer from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  func flag() throws -> Bool {
    switch try text() {
    case "true": true
    case "false": false
    default: throw expected("true hoặc false", "true or false")
    }
  }

  func date() throws -> CivilDate {
    guard let date = CivilDate(try text()) else { throw expected("một ngày như 2023-12-15", "a date such as 2023-12-15") }
    return date
  }

  func choice<C: RawRepresentable<String> & CaseIterable>(_ type: C.Type) throws -> C {
    try choice(C.allCases.map(\.rawValue), C.init(rawValue:))
  }

  func choice<C>(_ names: [String], _ make: (String) -> C?) throws -> C {
    let text = try text()
    guard let value = make(text) else {
      let near = nearest(text, in: names).map { " (\($0)?)" } ?? ""
      let all = names.joined(separator: ", ")
      throw expected("một trong: \(all)\(near)", "one of: \(all)\(near)")
    }
    return value
  }
}

/// The known word that differs least from `word`, if it is near enough to be a slip; none among more than 10,000 words,
/// where the search would take longer than a person waits.
package func nearest(_ word: String, in known: [String]) -> String? {
  guard known.count <= 10_000 else { return nil }
  // By letters, so that a missing accent is one slip.
  let letters = Array(word.unicodeScalars)
  let scored = known.map { (distance(letters, Array($0.unicodeScalars)), $0) }
  guard let best = scored.min(by: { $0.0 < $1.0 }), best.0 <= max(1, letters.count / 3) else { return nil }
  return best.1
}

private func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  guard a.count <= 64, b.count <= 64 else { return 64 }
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let replaced = diagonal + (x == y ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[b.count]
}

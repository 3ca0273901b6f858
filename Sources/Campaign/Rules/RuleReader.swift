/// Gives a rule kind the keys of its own.
///
/// The rulebook reads `id`, `kind`, `of`, `window`, `due`, `source` and `note`; every other key must be asked for by the kind,
/// or it is refused as unknown.
public final class RuleReader {
  static let common = ["id", "kind", "of", "window", "due", "source", "note"]

  private let node: YAMLNode
  private let keys: [String: YAMLNode]
  private var asked: Set<String> = []

  init(node: YAMLNode, keys: [String: YAMLNode]) {
    self.node = node
    self.keys = keys
  }

  private func find(_ key: String) -> YAMLNode? {
    asked.insert(key)
    return keys[key]
  }

  private func require(_ key: String) throws -> YAMLNode {
    guard let found = find(key) else { throw node.missing(key) }
    return found
  }

  /// The one comparison key that stands there.
  public func comparison() throws -> Comparison {
    let given = Comparison.allCases.filter { keys[$0.rawValue] != nil }
    guard given.count == 1 else {
      let all = Comparison.allCases.map(\.rawValue).joined(separator: ", ")
      throw node.expected("đúng một trong các khóa: \(all)", "exactly one of the keys: \(all)")
    }
    return given[0]
  }

  public func decimal(_ key: String) throws -> ExactDecimal { try require(key).decimal() }
  public func optionalDecimal(_ key: String) throws -> ExactDecimal? { try find(key)?.decimal() }
  public func valueByTime(_ key: String) throws -> ValueByTime { try require(key).valueByTime() }
  public func integer(_ key: String, in range: ClosedRange<Int>) throws -> Int { try require(key).integer(in: range) }

  /// A year, or `same-month-last-year`.
  public func reference(_ key: String) throws -> Reference {
    let value = try require(key)
    if try value.text() == "same-month-last-year" { return .sameMonthLastYear }
    return .year(try value.integer(in: 1900...2200))
  }

  func refuseUnasked() throws {
    for (key, value) in keys.sorted(by: { $0.key < $1.key }) where !Self.common.contains(key) && !asked.contains(key) {
      throw value.problem(
        .unknownKey, "loại quy tắc này không có khóa \"\(key)\".", "this kind of rule has no key \"\(key)\".")
    }
  }
}

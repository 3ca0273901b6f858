import Yams

/// Gives a rule kind the keys of its own.
///
/// The rulebook reads the common keys; every other key must be asked for by the kind, or it is refused as unknown.
public final class RuleReader {
  static let common = [
    "id", "kind", "of", "level", "taken", "who", "window", "due", "source", "title", "note",
  ]

  private let node: YAMLNode
  private let keys: [String: YAMLNode]
  private let units: Set<String>
  /// Bands of the subject, the best first; empty where it has none, or each block its own.
  private let bands: [String]
  private let known: [String]
  private var asked: Set<String> = []

  /// - Parameter known: Keys that somebody else reads.
  init(node: YAMLNode, keys: [String: YAMLNode], units: Set<String>, bands: [String], known: [String] = common) {
    self.node = node
    self.keys = keys
    self.units = units
    self.bands = bands
    self.known = known
  }

  func find(_ key: String) -> YAMLNode? {
    asked.insert(key)
    return keys[key]
  }

  func require(_ key: String) throws -> YAMLNode {
    if let found = find(key) { return found }
    // A slip of the pen is told apart from a key that was left out.
    let strangers = keys.keys.filter { !known.contains($0) && !asked.contains($0) }.sorted()
    for stranger in strangers where nearest(stranger, in: [key]) != nil { throw unknown(stranger) }
    throw node.missing(key)
  }

  // MARK: numbers

  public func decimal(_ key: String) throws -> ExactDecimal { try require(key).decimal() }

  public func optionalDecimal(_ key: String, from least: ExactDecimal) throws -> ExactDecimal? {
    guard let value = find(key) else { return nil }
    let decimal = try value.decimal()
    guard decimal >= least else {
      throw value.expected("một số từ \(least.vietnameseText) trở lên", "a number of at least \(least)")
    }
    return decimal
  }

  /// Above 0 and at most 100.
  public func percent(_ key: String) throws -> ExactDecimal { try percent(try require(key)) }
  public func optionalPercent(_ key: String) throws -> ExactDecimal? { try find(key).map(percent) }

  private func percent(_ value: YAMLNode) throws -> ExactDecimal {
    let decimal = try value.decimal()
    guard decimal > ExactDecimal(0), decimal <= ExactDecimal(100) else {
      throw value.expected("tỷ lệ lớn hơn 0, không quá 100", "a percentage above 0 and at most 100")
    }
    return decimal
  }

  public func integer(_ key: String, in range: ClosedRange<Int>) throws -> Int { try require(key).integer(in: range) }
  public func optionalInteger(_ key: String, in range: ClosedRange<Int>) throws -> Int? { try find(key)?.integer(in: range) }

  /// `true`, `false`, or left out for `false`.
  public func flag(_ key: String) throws -> Bool { try find(key)?.flag() ?? false }

  // MARK: one of several

  /// The one comparison key that stands there.
  public func comparison() throws -> Comparison {
    let name = try onlyKey(of: Comparison.allCases.map(\.rawValue))
    return Comparison.allCases.first { $0.rawValue == name } ?? .atLeast
  }

  /// The one of the keys that stands there.
  public func onlyKey(of names: [String]) throws -> String {
    let given = names.filter { keys[$0] != nil }
    asked.formUnion(names)
    guard given.count == 1 else {
      let strangers = keys.keys.filter { !known.contains($0) && !names.contains($0) && nearest($0, in: names) != nil }
      if given.isEmpty, let stranger = strangers.min() { throw unknown(stranger) }
      let all = names.joined(separator: ", ")
      throw node.expected("đúng một trong các khóa: \(all)", "exactly one of the keys: \(all)")
    }
    return given[0]
  }

  public func choice<C: RawRepresentable<String> & CaseIterable>(_ key: String, _ type: C.Type) throws -> C {
    try require(key).choice(type)
  }
  public func optionalChoice<C: RawRepresentable<String> & CaseIterable>(_ key: String, _ type: C.Type) throws -> C? {
    try find(key)?.choice(type)
  }
  public func optionalChoice(_ key: String, _ names: [String]) throws -> String? {
    try find(key)?.choice(names) { names.contains($0) ? $0 : nil }
  }

  // MARK: texts, bands, units, items

  public func localized(_ key: String) throws -> LocalizedText { try require(key).localized() }
  public func optionalLocalized(_ key: String) throws -> LocalizedText? { try find(key)?.localized() }

  /// A band that the subject has.
  public func band(_ key: String) throws -> String { try band(try require(key)) }

  /// Bands that the subject has, at least one, none twice.
  public func bands(_ key: String) throws -> [String] {
    let list = try require(key)
    let names = try list.list().map(band)
    guard !names.isEmpty, Set(names).count == names.count else {
      throw list.expected("ít nhất một nhóm, không lặp lại", "at least one band, none twice")
    }
    return names
  }

  private func band(_ value: YAMLNode) throws -> String {
    let name = try value.text()
    guard bands.isEmpty || bands.contains(name) else { throw value.unknown("nhóm", "band", name, in: bands) }
    return name
  }

  public func optionalWho(_ key: String) throws -> Who? { try find(key).map { try Who($0, units: units) } }

  /// The items of a checklist, at least one, no id twice.
  public func items(_ key: String) throws -> [ChecklistRule.Item] {
    let list = try require(key)
    var seen: Set<String> = []
    let items = try list.list().map { node in
      let k = try node.keys(["id", "name", "levels"])
      guard let id = k["id"] else { throw node.missing("id") }
      guard seen.insert(try id.text()).inserted else {
        throw id.problem(.duplicateID, "mã nội dung đã dùng ở trên.", "this item's id stands above already.")
      }
      return ChecklistRule.Item(
        id: try id.text(), name: try k["name"]?.localized() ?? LocalizedText(try id.text()),
        levels: try k["levels"].map { Set(try $0.list().map { try $0.choice(UnitLevel.self) }) })
    }
    guard !items.isEmpty else { throw list.expected("ít nhất một nội dung", "at least one item") }
    return items
  }

  // MARK: a rule inside the rule

  /// A rule of one of the kinds, with the keys of its own alone.
  public func rule(_ key: String, of kinds: [any RuleKind.Type]) throws -> any RuleKind {
    let inner = try require(key)
    let keys = try inner.anyKeys()
    guard let name = keys["kind"] else { throw inner.missing("kind") }
    let kind = try name.choice(kinds.map { $0.code }) { code in kinds.first { $0.code == code } }
    let reader = RuleReader(node: inner, keys: keys, units: units, bands: bands, known: ["kind"])
    let rule = try kind.init(reading: reader)
    try reader.refuseUnasked()
    return rule
  }

  // MARK: what does not go together

  /// Refuses keys that another one excludes.
  public func refuse(_ excluded: String..., because other: String) throws {
    for key in excluded {
      guard let value = find(key) else { continue }
      throw value.problem(
        .contradiction, "\"\(key)\" không dùng cùng \"\(other)\" như vậy.", "\"\(key)\" does not go with this \"\(other)\".")
    }
  }

  public func contradiction(_ key: String, _ vi: String, _ en: String) -> Problem {
    (keys[key] ?? node).problem(.contradiction, vi, en)
  }

  func refuseUnasked() throws {
    ReadKeys.heard?(node.path, keys["kind"]?.node.string, known + asked)
    for key in keys.keys.sorted() where !known.contains(key) && !asked.contains(key) { throw unknown(key) }
  }

  private func unknown(_ key: String) -> Problem {
    let near = nearest(key, in: (known + asked).filter { keys[$0] == nil }.sorted())
    return (keys[key] ?? node).problem(
      .unknownKey, "loại quy tắc này không có khóa \"\(key)\"\(near.map { "; có phải \"\($0)\"?" } ?? ".")",
      "this kind of rule has no key \"\(key)\"\(near.map { "; did you mean \"\($0)\"?" } ?? ".")")
  }
}

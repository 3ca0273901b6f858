/// Finds units by the names that people and systems write.
struct UnitNames {
  enum Match {
    case unit(ReportingUnit.ID)
    /// Several units bear the name.
    case several
    case none
  }

  private var exact: [String: Set<ReportingUnit.ID>] = [:]
  private var plain: [String: Set<ReportingUnit.ID>] = [:]
  private var codes: [String: ReportingUnit.ID] = [:]

  init(_ rulebook: Rulebook, aliases: [OfficialForm.Alias]) {
    let names = Dictionary(uniqueKeysWithValues: rulebook.units.map { ($0.id, $0.name) })
    for unit in rulebook.units {
      if let code = unit.code { codes[code] = unit.id }
      add(unit.name, unit.id)
      if let parent = unit.parent.flatMap({ names[$0] }) { add("\(unit.name), \(parent)", unit.id) }
    }
    // What the form says of a name goes before what the roster says.
    for alias in aliases {
      exact[Self.written(alias.name)] = [alias.unit]
    }
  }

  private mutating func add(_ name: String, _ unit: ReportingUnit.ID) {
    exact[Self.written(name), default: []].insert(unit)
    plain[Self.bare(name), default: []].insert(unit)
  }

  func unit(code: String) -> ReportingUnit.ID? { codes[code] }

  /// A name as it is written; where no unit bears it, the one unit whose name differs by marks and punctuation only.
  func unit(named name: String) -> Match {
    if let found = exact[Self.written(name)] { return Self.match(found) }
    return Self.match(plain[Self.bare(name)] ?? [])
  }

  private static func match(_ found: Set<ReportingUnit.ID>) -> Match {
    found.count > 1 ? .several : found.first.map { .unit($0) } ?? .none
  }

  /// Capitals, blanks and the words "UBND" and "TP." in front do not count.
  static func written(_ name: String) -> String {
    var words = name.lowercased().replacing("’", with: "'").replacing("ʼ", with: "'").replacing("–", with: "-")
      .split(whereSeparator: \.isWhitespace).map(String.init)
    let offices = [["ubnd"], ["ủy", "ban", "nhân", "dân"], ["uỷ", "ban", "nhân", "dân"]]
    if let office = offices.first(where: { words.starts(with: $0) }), words.count > office.count {
      words.removeFirst(office.count)
    }
    let short = ["tp": "thành phố", "tp.": "thành phố", "tx": "thị xã", "tx.": "thị xã", "tt": "thị trấn", "tt.": "thị trấn"]
    if let first = words.first, let long = short[first] { words[0] = long }
    return words.joined(separator: " ")
  }

  private static func bare(_ name: String) -> String { VietnameseKey.plain(written(name)).filter { $0.isLetter || $0.isNumber } }
}

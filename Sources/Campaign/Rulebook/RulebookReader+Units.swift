/// The roster of a campaign.
extension RulebookReader {
  func units(_ list: YAMLNode, blocks: [Block]) throws -> [ReportingUnit] {
    let known = Set(blocks.map(\.id))
    var parents: [YAMLNode?] = []
    var bearers: [String: String] = [:]
    let units = try unique(list, \.id.text) { node in
      let k = try node.keys(["id", "name", "block", "level", "code", "parent", "source", "unverified"])
      let id = try required(k, "id", node).text()
      let block: String
      if let given = k["block"] {
        block = try given.text()
        guard known.contains(block) else { throw given.unknown("khối", "block", block, in: known) }
      } else {
        guard blocks.count == 1 else { throw node.missing("block") }
        block = blocks[0].id
      }
      if let code = k["code"], let bearer = bearers.updateValue(id, forKey: try code.text()) {
        throw code.problem(
          .duplicateID, "mã \"\(try code.text())\" đã thuộc đơn vị \"\(bearer)\". Hai đơn vị không mang một mã cùng lúc.",
          "the code \"\(try code.text())\" belongs to unit \"\(bearer)\". Two units never bear one code at a time.")
      }
      parents.append(k["parent"])
      return ReportingUnit(
        id: .init(id), name: try k["name"]?.text() ?? id, block: block, level: try k["level"]?.choice(UnitLevel.self),
        code: try k["code"]?.text(), parent: try k["parent"].map { .init(try $0.text()) }, source: try k["source"]?.text(),
        unverified: try k["unverified"]?.flag() ?? false)
    }
    try check(parents, of: units)
    return units
  }

  /// Every parent is a unit of the roster, and nobody is above himself.
  private func check(_ nodes: [YAMLNode?], of units: [ReportingUnit]) throws {
    let parents = Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0.parent) })
    // Units from which the top is known to be reached, so that every unit is climbed once.
    var cleared: Set<ReportingUnit.ID> = []
    for (unit, node) in zip(units, nodes) {
      guard let node, let parent = unit.parent else { continue }
      guard parents[parent] != nil else {
        throw node.unknown("đơn vị", "unit", parent.text, in: units.map(\.id.text))
      }
      var climbed: Set<ReportingUnit.ID> = [unit.id]
      var above: ReportingUnit.ID? = parent
      while let next = above, !cleared.contains(next) {
        guard climbed.insert(next).inserted else {
          throw node.problem(
            .contradiction, "đơn vị \"\(unit.id)\" là cấp trên của chính mình.", "the unit \"\(unit.id)\" stands above itself.")
        }
        above = parents[next] ?? nil
      }
      cleared.formUnion(climbed)
    }
  }
}

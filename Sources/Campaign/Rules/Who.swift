import Yams

/// A group of units that a rule names.
public enum Who: Sendable, Hashable {
  /// Units of all blocks that are ranked.
  case all
  /// Units of these levels in blocks that are ranked.
  case levels([UnitLevel])
  /// Exactly these, at least one.
  case units([ReportingUnit.ID])
}

extension Who {
  /// `all`, `{levels: […]}`, or a list of unit ids.
  init(_ node: YAMLNode, units: Set<String>) throws {
    if node.node.scalar != nil {
      self = try node.choice(["all"]) { $0 == "all" ? Who.all : nil }
    } else if node.node.mapping != nil {
      let k = try node.keys(["levels"])
      guard let levels = k["levels"] else { throw node.missing("levels") }
      let named = try levels.list().map { try $0.choice(UnitLevel.self) }
      guard !named.isEmpty else { throw levels.expected("ít nhất một cấp", "at least one level") }
      self = .levels(named)
    } else {
      var ids: [ReportingUnit.ID] = []
      var seen: Set<String> = []
      for unit in try node.list() {
        let id = try unit.text()
        guard units.contains(id) else { throw unit.unknown("đơn vị", "unit", id, in: units) }
        guard seen.insert(id).inserted else {
          throw unit.problem(.duplicateID, "đơn vị \"\(id)\" đã nêu ở trên.", "the unit \"\(id)\" is named above already.")
        }
        ids.append(.init(id))
      }
      guard !ids.isEmpty else { throw node.expected("ít nhất một đơn vị", "at least one unit") }
      self = .units(ids)
    }
  }
}

extension Rulebook {
  /// The units of a group, in roster order; those that are named, in the order of their names in the rule.
  ///
  /// - Complexity: O(units).
  public func units(of who: Who) -> [ReportingUnit] {
    let ranked = Set(blocks.filter(\.ranked).map(\.id))
    switch who {
    case .all: return units.filter { ranked.contains($0.block) }
    case .levels(let levels):
      return units.filter { unit in ranked.contains(unit.block) && unit.level.map(levels.contains) ?? false }
    case .units(let ids): return ids.compactMap(unit)
    }
  }
}

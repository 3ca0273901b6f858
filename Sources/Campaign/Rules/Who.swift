import Yams

/// A group of units that a rule names.
public enum Who: Sendable, Hashable {
  /// Units of all blocks that are ranked.
  case all
  /// Units of these levels in blocks that are ranked.
  case levels([UnitLevel])
  /// Exactly these, at least one.
  case units([ReportingUnit.ID])
  /// Named units and whole levels together, as annexes write it: "Đoàn TNCS tỉnh, các sở, UBND cấp huyện".
  case together([Who])
}

extension Who {
  /// `all`, `{levels: […]}`, or a list of unit ids and of `{levels: […]}`.
  init(_ node: YAMLNode, units: Set<String>) throws {
    if node.node.scalar != nil {
      self = try node.choice(["all"]) { $0 == "all" ? Who.all : nil }
    } else if node.node.mapping != nil {
      self = try Self.levels(of: node)
    } else {
      var ids: [ReportingUnit.ID] = []
      var groups: [Who] = []
      var seen: Set<String> = []
      for entry in try node.list() {
        guard entry.node.scalar != nil else {
          groups.append(try Self.levels(of: entry))
          continue
        }
        let id = try entry.text()
        guard units.contains(id) else { throw entry.unknown("đơn vị", "unit", id, in: units) }
        guard seen.insert(id).inserted else {
          throw entry.problem(.duplicateID, "đơn vị \"\(id)\" đã nêu ở trên.", "the unit \"\(id)\" is named above already.")
        }
        ids.append(.init(id))
      }
      guard !ids.isEmpty || !groups.isEmpty else { throw node.expected("ít nhất một đơn vị", "at least one unit") }
      self = groups.isEmpty ? .units(ids) : .together((ids.isEmpty ? [] : [.units(ids)]) + groups)
    }
  }

  private static func levels(of node: YAMLNode) throws -> Who {
    let k = try node.keys(["levels"])
    guard let levels = k["levels"] else { throw node.missing("levels") }
    let named = try levels.list().map { try $0.choice(UnitLevel.self) }
    guard !named.isEmpty else { throw levels.expected("ít nhất một cấp", "at least one level") }
    return .levels(named)
  }

  /// The units that are named one by one.
  var named: [ReportingUnit.ID] {
    switch self {
    case .units(let ids): ids
    case .together(let parts): parts.flatMap(\.named)
    case .all, .levels: []
    }
  }
}

extension Rulebook {
  /// The units of a group, each once: those that are named, in the order of their names in the rule, then the others in
  /// roster order.
  ///
  /// - Complexity: O(units).
  public func units(of who: Who) -> [ReportingUnit] {
    let ranked = Set(blocks.filter(\.ranked).map(\.id))
    switch who {
    case .all: return units.filter { ranked.contains($0.block) }
    case .levels(let levels):
      return units.filter { unit in ranked.contains(unit.block) && unit.level.map(levels.contains) ?? false }
    case .units(let ids): return ids.compactMap(unit)
    case .together(let parts):
      var seen: Set<ReportingUnit.ID> = []
      return parts.flatMap { units(of: $0) }.filter { seen.insert($0.id).inserted }
    }
  }
}

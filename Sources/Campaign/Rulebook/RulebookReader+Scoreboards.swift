import Yams

/// Further scoring schemes over the same counters.
extension RulebookReader {
  /// - Parameter campaign: What the campaign's own criteria were read with.
  /// - Parameter criteria: The campaign's own.
  func scoreboards(_ node: YAMLNode?, _ campaign: CriterionContext, _ criteria: [Criterion]) throws -> [Scoreboard] {
    let own = Dictionary(uniqueKeysWithValues: criteria.map { ($0.code, $0.metric) })
    return try unique(node, \.id) { node in
      let k = try node.keys(["id", "name", "ranking", "fields", "criteria", "bands"])
      let id = try slug(try required(k, "id", node))
      let fields = try self.fields(k["fields"])
      let context = CriterionContext(
        counters: campaign.counters, fields: Set(fields.map(\.code)), documents: campaign.documents,
        ranking: try k["ranking"].map { try ranking($0) } ?? campaign.ranking, periods: campaign.periods)
      let list = try required(k, "criteria", node)
      let criteria = try unique(list, \.code) { node in
        let criterion = try self.criterion(node, context)
        if case .given = criterion.metric { throw node.missing("metric") }
        guard own[criterion.code].map({ $0 == criterion.metric }) ?? true else {
          throw node.problem(
            .contradiction,
            "tiêu chí \"\(criterion.code)\" của phong trào đo điều khác. Dùng mã khác, hoặc cùng \"metric\".",
            "the campaign's criterion \"\(criterion.code)\" measures something else. Use another code, or the same \"metric\".")
        }
        return criterion
      }
      guard !criteria.isEmpty else { throw list.expected("ít nhất một tiêu chí", "at least one criterion") }
      return Scoreboard(
        id: id, name: try k["name"]?.localized() ?? LocalizedText(id), ranking: context.ranking, fields: fields,
        criteria: criteria, bands: try k["bands"].map(bands) ?? [])
    }
  }

  func fields(_ node: YAMLNode?) throws -> [Field] {
    try unique(node, \.code) { node in
      let k = try node.keys(["code", "name"])
      let code = try required(k, "code", node).text()
      return Field(code: code, name: try k["name"]?.localized() ?? LocalizedText(code))
    }
  }
}

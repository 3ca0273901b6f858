import Yams

/// Turns the nodes of a rulebook file into a ``Rulebook``; the keys stand in `Protocol/Rulebook.md`.
struct RulebookReader {
  let root: YAMLNode

  func read() throws -> Rulebook {
    let k = try root.keys([
      "thidua", "campaign", "name", "documents", "decimals", "ranking", "bands", "bonus", "lateness", "periods", "calendar",
      "blocks", "units", "counters", "identities", "fields", "criteria", "applicability", "scoreboards", "indices", "rules",
      "forms",
    ])
    guard let version = k["thidua"] else { throw root.missing("thidua") }
    _ = try version.integer(in: 1...1)
    guard let idNode = k["campaign"] else { throw root.missing("campaign") }
    let id = try slug(idNode)
    let documents = try k["documents"]?.entries().map(document) ?? []
    let documentIDs = Set(documents.map(\.id))
    let ranking = try self.ranking(k["ranking"])
    let bands = try k["bands"].map(self.bands) ?? []
    let periods = try self.periods(k["periods"])
    let blocks = try self.blocks(k["blocks"])
    guard let unitsNode = k["units"] else { throw root.missing("units") }
    let units = try self.units(unitsNode, blocks: blocks)
    let counters = try unique(k["counters"], \.code, counter)
    let counterIndex = Dictionary(uniqueKeysWithValues: counters.enumerated().map { ($1.code, $0) })
    let identities = try k["identities"]?.list().map { try identity($0, counterIndex) } ?? []
    let fields = try self.fields(k["fields"])
    let context = CriterionContext(
      counters: counterIndex, fields: Set(fields.map(\.code)), documents: documentIDs, ranking: ranking, periods: periods.kind)
    guard k["criteria"] != nil || k["rules"] != nil else { throw root.missing("criteria") }
    let criteria = try unique(k["criteria"], \.code) { try criterion($0, context) }
    if let node = k["criteria"], criteria.isEmpty { throw node.expected("ít nhất một tiêu chí", "at least one criterion") }
    let applicability = try self.applicability(
      k["applicability"], ApplicabilityContext(units: units, criteria: criteria, periods: periods))
    let scoreboards = try self.scoreboards(k["scoreboards"], context, criteria)
    let indices = try unique(k["indices"], \.code, publishedIndex)
    let criterionIndex = Dictionary(uniqueKeysWithValues: criteria.enumerated().map { ($1.code, $0) })
    let ruleContext = RuleContext(
      criteria: criteria, criterionIndex: criterionIndex,
      indices: Dictionary(uniqueKeysWithValues: indices.map { ($0.code, $0) }), documents: documentIDs,
      units: Set(units.map(\.id.text)), campaign: periods)
    let rules = try unique(k["rules"], \.id) { try rule($0, ruleContext) }
    return Rulebook(
      id: id, name: try k["name"]?.localized() ?? LocalizedText(id), documents: documents,
      decimals: try k["decimals"]?.integer(in: 0...6) ?? 4, ranking: ranking, periods: periods,
      calendar: try calendar(k["calendar"]), blocks: blocks, units: units, counters: counters, identities: identities,
      fields: fields, criteria: criteria, indices: indices, rules: rules, applicability: applicability, bands: bands,
      bonus: try k["bonus"].map { try bonus($0, criteria) }, lateness: try k["lateness"].map { try lateness($0, criteria) },
      scoreboards: scoreboards,
      forms: try forms(k["forms"], counters: counterIndex, units: Set(units.map(\.id.text)), periods: periods))
  }

  // MARK: small parts

  func required(_ keys: [String: YAMLNode], _ key: String, _ node: YAMLNode) throws -> YAMLNode {
    guard let found = keys[key] else { throw node.missing(key) }
    return found
  }

  func slug(_ node: YAMLNode) throws -> String {
    let text = try node.text()
    let allowed = text.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || $0 == UInt8(ascii: "-")
    }
    guard allowed, text.utf8.count <= 64 else {
      throw node.expected("mã gồm a–z, 0–9 và dấu -, tối đa 64 ký tự", "an id of a–z, 0–9 and -, at most 64 characters")
    }
    return text
  }

  /// The elements of a list, none with an id that stood before.
  func unique<Element>(
    _ list: YAMLNode?, _ id: (Element) -> String, _ read: (YAMLNode) throws -> Element
  ) throws -> [Element] {
    guard let list else { return [] }
    var seen: Set<String> = []
    return try list.list().map { node in
      let element = try read(node)
      guard seen.insert(id(element)).inserted else {
        throw node.problem(
          .duplicateID, "mã \"\(id(element))\" đã dùng ở trên. Mỗi mã chỉ dùng một lần.",
          "the id \"\(id(element))\" stands above already. Use each id once.")
      }
      return element
    }
  }

  private func document(_ entry: (key: String, value: YAMLNode)) throws -> PlanDocument {
    let k = try entry.value.keys(["title", "number", "issued", "file"])
    return PlanDocument(
      id: entry.key, title: try required(k, "title", entry.value).text(), number: try k["number"]?.text(),
      issued: try k["issued"]?.date(), file: try k["file"]?.text())
  }

  func ranking(_ node: YAMLNode?) throws -> RankingSettings {
    var settings = RankingSettings()
    guard let node else { return settings }
    let k = try node.keys([
      "total", "published", "places-by", "missing-month", "zero-denominator", "applicable-floor", "nothing-filed",
    ])
    settings.total = try k["total"]?.choice(["index", "points"], RankingSettings.Total.init) ?? .index
    settings.published = try k["published"]?.integer(in: 0...6) ?? 2
    settings.placesBy = try k["places-by"]?.choice(["published", "exact"], RankingSettings.PlacesBy.init) ?? .published
    settings.missingMonth =
      try k["missing-month"]?.choice(["missing", "skipped"], RankingSettings.MissingMonth.init) ?? .missing
    settings.zeroDenominator =
      try k["zero-denominator"]?.choice(["not-applicable", "zero"], RankingSettings.ZeroDenominator.init) ?? .notApplicable
    settings.applicableFloor =
      try k["applicable-floor"]?.decimal() ?? ExactDecimal(settings.total == .index ? 50 : 0)
    settings.nothingFiled =
      try k["nothing-filed"]?.choice(["unranked", "last"], RankingSettings.NothingFiled.init) ?? .unranked
    if let floor = k["applicable-floor"], settings.applicableFloor < ExactDecimal(0) || settings.applicableFloor > ExactDecimal(100) {
      throw floor.expected("tỷ lệ từ 0 đến 100", "a percentage from 0 to 100")
    }
    return settings
  }

  private func blocks(_ node: YAMLNode?) throws -> [Block] {
    guard let node else { return [Block(id: "all", name: LocalizedText("Tất cả đơn vị", en: "All units"), ranked: true, bands: nil)] }
    return try unique(node, \.id) { node in
      let k = try node.keys(["id", "name", "ranked", "bands"])
      let id = try required(k, "id", node).text()
      let ranked = try k["ranked"]?.flag() ?? true
      if let bands = k["bands"], !ranked {
        throw bands.problem(
          .contradiction, "khối không xếp hạng thì không xếp loại.", "a block that is not ranked has no bands.")
      }
      return Block(
        id: id, name: try k["name"]?.localized() ?? LocalizedText(id), ranked: ranked, bands: try k["bands"].map(self.bands))
    }
  }

  func levels(_ node: YAMLNode?) throws -> Set<UnitLevel>? {
    guard let node else { return nil }
    return Set(try node.list().map { try $0.choice(UnitLevel.self) })
  }

  func source(_ node: YAMLNode?, _ documents: Set<String>) throws -> RuleSource? {
    guard let node else { return nil }
    if node.node.scalar != nil { return .ours(try node.text()) }
    let k = try node.keys(["document", "quote"])
    let id = try required(k, "document", node)
    guard documents.contains(try id.text()) else {
      throw id.unknown("văn bản", "document", try id.text(), in: documents)
    }
    return .document(try id.text(), quote: try k["quote"]?.text() ?? "")
  }
}

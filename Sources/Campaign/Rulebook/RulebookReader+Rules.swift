import Yams

extension RulebookReader {
  func publishedIndex(_ node: YAMLNode) throws -> PublishedIndex {
    let k = try node.keys(["code", "name", "decimals", "ranks", "series"])
    let code = try required(k, "code", node).text()
    let ranks: PublishedIndex.Ranks
    if let r = k["ranks"], r.node.scalar == nil {
      let f = try r.keys(["first", "from"])
      ranks = .first(places: try required(f, "first", r).integer(in: 1...1000), from: try required(f, "from", r).integer(in: 1900...2200))
    } else {
      ranks = try k["ranks"]?.choice(["all", "none"]) { ["all": .all, "none": PublishedIndex.Ranks.none][$0] } ?? .all
    }
    let series = try unique(k["series"], { String($0.year) }) { try fact($0, ranks) }.sorted { $0.year < $1.year }
    return PublishedIndex(
      code: code, name: try k["name"]?.localized() ?? LocalizedText(code), decimals: try k["decimals"]?.integer(in: 0...9) ?? 2,
      ranks: ranks, series: series)
  }

  private func fact(_ node: YAMLNode, _ ranks: PublishedIndex.Ranks) throws -> IndexFact {
    let k = try node.keys(["year", "score", "score-basis", "rank", "rank-basis", "of", "published-on", "source"])
    func basis(_ key: String, _ allowed: [String]) throws -> IndexFact.Basis {
      try k[key]?.choice(allowed) { allowed.contains($0) ? IndexFact.Basis(rawValue: $0) : nil } ?? .published
    }
    let score: IndexFact.Score
    switch try k["score"]?.text() {
    case nil: score = .unknown
    case "withheld": score = .withheld
    default: score = .value(try required(k, "score", node).decimal(), try basis("score-basis", ["published", "derived", "summed"]))
    }
    let rank: IndexFact.Rank
    switch try k["rank"]?.text() {
    case nil: rank = .unknown
    case "beyond":
      guard case .first(let places, _) = ranks else {
        throw try required(k, "rank", node).expected("một số, vì chỉ số này công bố mọi bậc", "a number, as this index publishes every place")
      }
      rank = .beyond(places)
    default:
      rank = .value(
        try required(k, "rank", node).integer(in: 1...100_000), try basis("rank-basis", ["published", "derived", "computed"]))
    }
    return IndexFact(
      year: try required(k, "year", node).integer(in: 1900...2200), score: score, rank: rank,
      of: try k["of"]?.integer(in: 1...100_000), publishedOn: try k["published-on"]?.date(), source: try k["source"]?.text() ?? "")
  }

  func rule(_ node: YAMLNode, criteria: [String: Int], indices: Set<String>, documents: Set<String>) throws -> Rule {
    guard let mapping = node.node.mapping else { throw node.expected("một quy tắc", "a rule") }
    // Keys of the kind are not known here: the kind's own reader refuses what nobody asked for.
    let k = try node.keys(mapping.keys.map { $0.string ?? "" })
    let kindNode = try required(k, "kind", node)
    let kind = try kindNode.choice(RuleKinds.all.map { $0.code }) { code in RuleKinds.all.first { $0.code == code } }
    let reader = RuleReader(node: node, keys: k)
    let made = try kind.init(reading: reader)
    try reader.refuseUnasked()
    guard let source = try source(k["source"], documents) else { throw node.missing("source") }
    return Rule(
      id: try required(k, "id", node).text(), kind: made,
      subject: try subject(try required(k, "of", node), criteria: criteria, indices: indices),
      window: try window(try required(k, "window", node)),
      dueAtEnd: try k["due"]?.choice(["yearly", "end"]) { ["yearly": false, "end": true][$0] } ?? false, source: source, note: try k["note"]?.text())
  }

  private func subject(_ node: YAMLNode, criteria: [String: Int], indices: Set<String>) throws -> Rule.Subject {
    let k = try node.keys(["index", "criterion", "place"])
    guard k.count == 1 else { throw node.expected("một trong: index, criterion, place", "one of: index, criterion, place") }
    if let index = k["index"] {
      guard indices.contains(try index.text()) else {
        throw index.unknown("chỉ số", "index", try index.text(), in: indices)
      }
      return .index(try index.text())
    }
    if let code = k["criterion"] {
      guard let index = criteria[try code.text()] else {
        throw code.unknown("tiêu chí", "criterion", try code.text(), in: criteria.keys)
      }
      return .criterion(index)
    }
    _ = try k["place"]?.choice(["unit"]) { $0 == "unit" ? true : nil }
    return .unitPlace
  }

  func window(_ node: YAMLNode) throws -> ClosedRange<Int> {
    if node.node.scalar != nil {
      let year = try node.integer(in: 1900...2200)
      return year...year
    }
    let years = try node.list().map { try $0.integer(in: 1900...2200) }
    guard years.count == 2, years[0] <= years[1] else { throw node.expected("[năm đầu, năm cuối]", "[first year, last year]") }
    return years[0]...years[1]
  }
}

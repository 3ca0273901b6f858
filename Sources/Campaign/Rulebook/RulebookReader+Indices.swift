import Yams

extension RulebookReader {
  func publishedIndex(_ node: YAMLNode) throws -> PublishedIndex {
    let k = try node.keys(["code", "name", "decimals", "ranks", "bands", "series"])
    let code = try required(k, "code", node).text()
    let ranks: PublishedIndex.Ranks
    if let r = k["ranks"], r.node.scalar == nil {
      let f = try r.keys(["first", "from"])
      ranks = .first(places: try required(f, "first", r).integer(in: 1...1000), from: try required(f, "from", r).integer(in: 1900...2200))
    } else {
      ranks = try k["ranks"]?.choice(["all", "none"]) { ["all": .all, "none": PublishedIndex.Ranks.none][$0] } ?? .all
    }
    let bands = try k["bands"]?.list().map { try $0.text() } ?? []
    if let list = k["bands"], bands.isEmpty || Set(bands).count != bands.count {
      throw list.expected("các nhóm từ tốt nhất xuống, không lặp lại", "bands from the best down, none twice")
    }
    let series = try unique(k["series"], { String($0.year) }) { try fact($0, ranks, bands) }.sorted { $0.year < $1.year }
    return PublishedIndex(
      code: code, name: try k["name"]?.localized() ?? LocalizedText(code), decimals: try k["decimals"]?.integer(in: 0...9) ?? 2,
      ranks: ranks, bands: bands, series: series)
  }

  private func fact(_ node: YAMLNode, _ ranks: PublishedIndex.Ranks, _ bands: [String]) throws -> IndexFact {
    let k = try node.keys([
      "year", "score", "score-basis", "rank", "rank-basis", "of", "band", "new-definition", "published-on", "source",
    ])
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
    if let band = k["band"], !bands.contains(try band.text()) {
      throw band.unknown("nhóm trong \"bands\"", "band under \"bands\"", try band.text(), in: bands)
    }
    return IndexFact(
      year: try required(k, "year", node).integer(in: 1900...2200), score: score, rank: rank,
      of: try k["of"]?.integer(in: 1...100_000), band: try k["band"]?.text(), newDefinition: try k["new-definition"]?.flag() ?? false,
      publishedOn: try k["published-on"]?.date(), source: try k["source"]?.text() ?? "")
  }
}

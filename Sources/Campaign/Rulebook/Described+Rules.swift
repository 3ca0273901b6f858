/// Published indices and rules in words.
extension Rulebook {
  /// Each index, and each of its years.
  var describedIndices: [Described] {
    indices.flatMap { index in
      [
        Described(
          subject: index.code, name: index.name,
          traits: [.init("thứ bậc", "ranks", index.ranks.words), .init("nhóm", "bands", index.bands.joined(separator: ", "))])
      ]
        + index.series.map { fact in
          Described(
            subject: "\(index.code) \(fact.year)", name: LocalizedText("\(index.code) \(fact.year)"),
            traits: [
              .init("điểm", "score", fact.score.words), .init("bậc", "rank", fact.rank.words),
              .init("trong số", "of", fact.of.map { "\($0)" } ?? ""), .init("nhóm", "band", fact.band ?? ""),
              .init("định nghĩa mới", "new definition", fact.newDefinition ? "true" : ""),
            ])
        }
    }
  }

  var describedRules: [Described] {
    rules.map { rule in
      Described(
        subject: rule.id, name: rule.title,
        traits: [
          .init("loại", "kind", rule.kindCode), .init("yêu cầu", "demands", rule.demands),
          .init("chi tiết", "details", rule.kind.details), .init("xét", "of", words(rule.subject)),
          .init("cấp", "level", rule.levels.map(\.rawValue).joined(separator: ", ")), .init("gộp", "taken", rule.taken.rawValue),
          .init("ai", "who", rule.who?.words ?? ""), .init("năm", "years", yearList(rule.window)),
          .init("hạn", "due", rule.dueAtEnd ? "end" : "yearly"), .init("nguồn", "source", rule.source.words),
        ])
    }
  }

  private func words(_ subject: Rule.Subject) -> String {
    switch subject {
    case .index(let code): code
    case .criterion(let index): criteria[index].code
    case .unitPlace: "place"
    case .deliveries, .assessment: ""
    }
  }
}

extension Rule {
  /// `≥ 80 (2020); ≥ 90 (2021–2025)`; without years where one text holds for all.
  public var demands: LocalizedText {
    func text(_ language: KeyPath<LocalizedText, String>) -> String {
      var spans: [(text: String, years: ClosedRange<Int>)] = []
      for year in window {
        let text = kind.demand(year: year)[keyPath: language]
        if let last = spans.last, last.text == text {
          spans[spans.count - 1].years = last.years.lowerBound...year
        } else {
          spans.append((text, year...year))
        }
      }
      return spans.count == 1 ? spans[0].text : spans.map { "\($0.text) (\(yearList($0.years)))" }.joined(separator: "; ")
    }
    return LocalizedText(text(\.vi), en: text(\.en))
  }
}

extension RuleKind {
  /// The keys of its own that its demand does not tell, as the file writes them.
  fileprivate var details: String {
    switch self {
    case let task as PlanTaskRule:
      return [
        task.start.map { "start \($0)" }, task.cooperating.map { "with \($0.words)" }, task.others.map { "with \($0.vi)" },
      ].compactMap(\.self).joined(separator: ", ")
    case let list as ChecklistRule:
      return list.items.map { item in item.levels.map { "\(item.id) (\(levelWords($0)))" } ?? item.id }.joined(separator: ", ")
    case let gain as RankGainRule: return gain.percentile ? "percentile" : ""
    case let cut as ReductionRule:
      let enough: String? = if case .mean(_, let years) = cut.against { "enough-years \(years)" } else { nil }
      return [
        cut.years.map { "now \(yearList($0))" },
        enough,
      ].compactMap(\.self).joined(separator: ", ")
    default: return ""
    }
  }
}

extension Who {
  fileprivate var words: String {
    switch self {
    case .all: "all"
    case .levels(let levels): levels.map(\.rawValue).joined(separator: ", ")
    case .units(let ids): ids.map(\.text).joined(separator: ", ")
    case .together(let parts): parts.map(\.words).joined(separator: ", ")
    }
  }
}

extension PublishedIndex.Ranks {
  fileprivate var words: String {
    switch self {
    case .all: "all"
    case .none: "none"
    case .first(let places, let from): "first \(places) from \(from)"
    }
  }
}

extension IndexFact.Score {
  fileprivate var words: String {
    switch self {
    case .value(let value, let basis): "\(value) (\(basis.rawValue))"
    case .withheld: "withheld"
    case .unknown: ""
    }
  }
}

extension IndexFact.Rank {
  fileprivate var words: String {
    switch self {
    case .value(let rank, let basis): "\(rank) (\(basis.rawValue))"
    case .beyond(let last): "beyond \(last)"
    case .unknown: ""
    }
  }
}

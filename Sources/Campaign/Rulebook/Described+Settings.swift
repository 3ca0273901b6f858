/// What holds for a whole campaign, and who takes part, in words.
extension Rulebook {
  var describedSettings: [Described] {
    func setting(_ key: String, _ value: String) -> Described {
      Described(subject: key, name: LocalizedText(key), traits: [.init("", "", value)])
    }
    let steps = lateness?.steps.map { "\($0.days): \($0.points)" }.joined(separator: ", ")
    return [setting("decimals", "\(decimals)")] + ranking.described.map { setting("ranking.\($0.key)", $0.value) } + [
      setting("bands", bands.words), setting("bonus", bonus.map { "\($0.each), ≤ \($0.mostPerYear)" } ?? ""),
      setting("lateness", lateness.map { "\(steps ?? ""); ≤ \($0.most)" } ?? ""),
      setting("periods.kind", periods.kind.rawValue), setting("periods.first", periods.first?.description ?? ""),
      setting("periods.last", periods.last?.description ?? ""),
      setting("calendar.due-working-days", "\(calendar.dueWorkingDays)"),
      setting("calendar.grace-working-days", "\(calendar.graceWorkingDays)"),
      setting("calendar.holidays", calendar.holidays.sorted().map(\.description).joined(separator: ", ")),
      setting("calendar.working-saturdays", calendar.workingSaturdays.sorted().map(\.description).joined(separator: ", ")),
    ]
  }

  var describedBlocks: [Described] {
    blocks.map {
      Described(
        subject: $0.id, name: $0.name,
        traits: [
          .init("xếp hạng", "ranked", LocalizedText($0.ranked ? "có" : "không", en: $0.ranked ? "yes" : "no")),
          .init("xếp loại", "bands", $0.bands?.words ?? ""),
        ])
    }
  }

  var describedUnits: [Described] {
    units.map {
      Described(
        subject: $0.id.text, name: LocalizedText($0.name),
        traits: [
          .init("khối", "block", $0.block), .init("cấp", "level", $0.level?.rawValue ?? ""), .init("mã", "code", $0.code ?? ""),
          .init("thuộc", "parent", $0.parent?.text ?? ""),
        ])
    }
  }

  var describedCounters: [Described] {
    counters.map {
      Described(
        subject: $0.code, name: $0.name,
        traits: [.init("cộng dồn", "combine", $0.combination.rawValue), .init("cấp", "levels", levelWords($0.levels))])
    }
  }

  var describedIdentities: [Described] {
    identities.map { identity in
      func sum(_ indices: [Int]) -> String { indices.map { counters[$0].code }.joined(separator: " + ") }
      let text =
        switch identity {
        case .sum(let total, let parts): "\(counters[total].code) = \(sum(parts))"
        case .part(let part, let whole): "\(counters[part].code) ≤ \(sum(whole))"
        }
      return Described(subject: text, name: LocalizedText(text), traits: [])
    }
  }

  /// As one, because later entries prevail over earlier ones.
  var describedApplicability: [Described] {
    Dictionary(grouping: applicability) { "\($0.unit) × \($0.criterion)" }.sorted { $0.key < $1.key }.map { pair, entries in
      let words = entries.map { entry in
        let through = entry.through.map { "\($0)" } ?? "…"
        return (entry.applies ? "+" : "−") + " \(entry.from)–\(through) (\(entry.reason))"
      }
      return Described(subject: pair, name: LocalizedText(pair), traits: [.init("", "", words.joined(separator: ", "))])
    }
  }
}

extension RankingSettings {
  fileprivate var described: [(key: String, value: String)] {
    [
      ("total", total.rawValue), ("published", "\(published)"), ("places-by", placesBy.rawValue),
      ("missing-month", missingMonth.rawValue), ("zero-denominator", zeroDenominator.rawValue),
      ("applicable-floor", applicableFloor.trimmed.description), ("nothing-filed", nothingFiled.rawValue),
    ]
  }

  var words: String { described.map { "\($0.key) \($0.value)" }.joined(separator: ", ") }
}

extension [Band] {
  /// "Xuất sắc ≥ 90, Tốt ≥ 80".
  var words: String { map { "\($0.name.vi) ≥ \($0.atLeast)" }.joined(separator: ", ") }
}

/// Levels in the order of their rank; empty for everybody.
func levelWords(_ levels: Set<UnitLevel>?) -> String {
  guard let levels else { return "" }
  return UnitLevel.allCases.filter(levels.contains).map(\.rawValue).joined(separator: ", ")
}

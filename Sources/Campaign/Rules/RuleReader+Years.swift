import Yams

/// Years and days.
extension RuleReader {
  /// A year, or `same-month-last-year`.
  public func reference(_ key: String) throws -> Reference {
    let value = try require(key)
    if try value.text() == "same-month-last-year" { return .sameMonthLastYear }
    return .year(try value.integer(in: 1900...2200))
  }

  /// A year, `[first, last]` for the mean of these years, or `norm`.
  ///
  /// - Parameter enough: The key that says how many years of a mean have to be known; left out, all.
  public func base(_ key: String, enough: String) throws -> Reference {
    let value = try require(key)
    if value.node.scalar == nil {
      let years = try value.years()
      return .mean(years, enough: try optionalInteger(enough, in: 1...years.count) ?? years.count)
    }
    try refuse(enough, because: key)
    return try value.text() == "norm" ? .norm : .year(try value.integer(in: 1900...2200))
  }

  /// `[first, last]`.
  public func optionalYears(_ key: String) throws -> ClosedRange<Int>? { try find(key)?.years() }

  /// A day, or a year for its first or last day.
  public func optionalDay(_ key: String, endOfYear: Bool) throws -> CivilDate? { try find(key)?.day(endOfYear: endOfYear) }

  /// A day, a year for its last day, or `none`.
  public func dayOrNone(_ key: String) throws -> CivilDate? {
    let value = try require(key)
    return try value.text() == "none" ? nil : try value.day(endOfYear: true)
  }

  /// Targets by year: a key `2020` holds until the next one, `2021..2025` in these years alone.
  public func yearTargets(_ key: String) throws -> YearTargets {
    let map = try require(key)
    let entries = try map.entries().map { entry in
      let years = entry.key.split(separator: ".", omittingEmptySubsequences: false)
      let bounds = years.compactMap(digits).filter { (1900...2200).contains($0) }
      let isRange = years.count == 3 && years[1].isEmpty && bounds.count == 2 && bounds[0] <= bounds[1]
      guard isRange || (years.count == 1 && bounds.count == 1) else {
        throw entry.value.expected("khóa là năm (2020) hoặc các năm (2021..2025)", "a year (2020) or years (2021..2025) as key")
      }
      let through = isRange ? bounds[1] : nil
      return (node: entry.value, entry: YearTargets.Entry(from: bounds[0], through: through, try target(entry.value)))
    }.sorted { $0.entry.from < $1.entry.from }
    guard !entries.isEmpty else { throw map.expected("ít nhất một năm", "at least one year") }
    for (before, after) in zip(entries, entries.dropFirst()) where after.entry.from <= before.entry.through ?? before.entry.from {
      throw after.node.problem(
        .contradiction,
        "năm \(after.entry.from) có hai chỉ tiêu. Nếu văn bản mâu thuẫn, ghi {conflict: [số thứ nhất, số thứ hai]}.",
        "\(after.entry.from) has two targets. If the text contradicts itself, write {conflict: [first number, second number]}.")
    }
    return YearTargets(entries.map(\.entry))
  }

  private func target(_ value: YAMLNode) throws -> YearTargets.Target {
    guard value.node.scalar == nil else { return .fixed(try value.decimal()) }
    let k = try value.keys(["conflict", "prevails", "decided"])
    guard let conflict = k["conflict"] else { throw value.missing("conflict") }
    let all = try conflict.list().map { try $0.decimal() }
    guard all.count > 1, Set(all).count == all.count else {
      throw conflict.expected("ít nhất hai số khác nhau", "at least two different numbers")
    }
    let prevails = try k["prevails"]?.decimal()
    if let prevails, !all.contains(prevails) {
      throw (k["prevails"] ?? value).problem(
        .contradiction, "số được chọn không nằm trong \"conflict\".", "the number that prevails does not stand under \"conflict\".")
    }
    if prevails != nil, k["decided"] == nil { throw value.missing("decided") }
    if prevails == nil, let decided = k["decided"] {
      throw decided.problem(.contradiction, "có quyết định mà không có \"prevails\".", "a decision without \"prevails\".")
    }
    return .conflict(all, prevails: prevails, decided: try k["decided"]?.text())
  }
}

extension YAMLNode {
  /// All keys of a mapping with text keys, known or not.
  func anyKeys() throws -> [String: YAMLNode] {
    Dictionary(uniqueKeysWithValues: try entries().map { ($0.key, $0.value) })
  }

  /// `[2021, 2025]`, 1900–2200.
  func years() throws -> ClosedRange<Int> {
    let years = try list().map { try $0.integer(in: 1900...2200) }
    guard years.count == 2 else { throw expected("[năm đầu, năm cuối]", "[first year, last year]") }
    guard years[0] <= years[1] else {
      throw problem(.contradiction, "năm cuối đứng trước năm đầu.", "the last year stands before the first.")
    }
    return years[0]...years[1]
  }

  /// A day, or a year for its first or last day.
  func day(endOfYear: Bool) throws -> CivilDate {
    let text = try text()
    guard let year = digits(text), text.utf8.count == 4, (1900...2200).contains(year),
      let day = CivilDate(year: year, month: endOfYear ? 12 : 1, day: endOfYear ? 31 : 1)
    else {
      guard let date = CivilDate(text), (1900...2200).contains(date.year) else {
        throw expected("một năm (2020) hoặc một ngày (2020-12-31)", "a year (2020) or a day (2020-12-31)")
      }
      return date
    }
    return day
  }
}

import Yams

/// Official layouts and what their columns mean.
extension RulebookReader {
  func forms(_ list: YAMLNode?, counters: [String: Int], units: Set<String>, periods: PeriodSpan) throws -> [OfficialForm] {
    guard let list else { return [] }
    var forms: [OfficialForm] = []
    for node in try list.list() {
      let form = try form(node, counters, units, periods)
      for before in forms where before.id == form.id {
        guard before.version != form.version else {
          throw node.problem(
            .duplicateID, "biểu \(form.title) đã có ở trên.", "the form \(form.title) stands above already.")
        }
        guard !Self.overlap(before, form) else {
          throw node.problem(
            .contradiction, "hai phiên bản \(before.title) và \(form.title) cùng dùng cho một kỳ. Ghi \"from\", \"through\".",
            "the versions \(before.title) and \(form.title) hold in the same period. Write \"from\" and \"through\".")
        }
      }
      forms.append(form)
    }
    return forms
  }

  private static func overlap(_ a: OfficialForm, _ b: OfficialForm) -> Bool {
    func ends(_ first: OfficialForm, before second: OfficialForm) -> Bool {
      if let through = first.through, let from = second.from { through < from } else { false }
    }
    return !ends(a, before: b) && !ends(b, before: a)
  }

  private func form(
    _ node: YAMLNode, _ counters: [String: Int], _ units: Set<String>, _ periods: PeriodSpan
  ) throws -> OfficialForm {
    let k = try node.keys([
      "id", "version", "name", "from", "through", "source", "title", "unit", "code", "columns", "unused", "inside", "subtotals",
      "outside", "names", "thousands",
    ])
    let id = try required(k, "id", node).text()
    func bound(_ key: String) throws -> Period? {
      try k[key].map { value in
        guard let period = Period(try value.text(), kind: periods.kind) else {
          throw value.expected("kỳ viết như \(periods.kind.example)", "a period such as \(periods.kind.example)")
        }
        return period
      }
    }
    let (from, through) = (try bound("from"), try bound("through"))
    if let from, let through, through < from {
      throw node.problem(.contradiction, "kỳ cuối đứng trước kỳ đầu.", "the last period stands before the first.")
    }
    let columnsNode = try required(k, "columns", node)
    let columns = try columnsNode.list().map { try column($0, counters) }
    guard !columns.isEmpty else { throw columnsNode.expected("ít nhất một cột", "at least one column") }
    return OfficialForm(
      id: id, version: try k["version"]?.integer(in: 1...1000) ?? 1, name: try k["name"]?.localized() ?? LocalizedText(id),
      from: from, through: through, source: try k["source"]?.text() ?? "", titles: try texts(required(k, "title", node)),
      unit: try pattern(required(k, "unit", node)), code: try k["code"].map(pattern), columns: columns,
      unused: try k["unused"]?.list().map(pattern) ?? [], inside: try inside(k["inside"], columns, counters),
      subtotals: try k["subtotals"].map(texts) ?? [], outside: try k["outside"].map(texts) ?? [],
      names: try k["names"]?.entries().map { name, value in
        guard units.contains(try value.text()) else { throw value.unknown("đơn vị", "unit", try value.text(), in: units) }
        return OfficialForm.Alias(name: name, unit: .init(try value.text()))
      } ?? [], thousands: try k["thousands"]?.choice(OfficialForm.Thousands.self) ?? .dot)
  }

  private func column(_ node: YAMLNode, _ counters: [String: Int]) throws -> OfficialForm.Column {
    let k = try node.keys(["header", "counter", "sum"])
    let header = try pattern(try required(k, "header", node))
    guard (k["counter"] != nil) != (k["sum"] != nil) else {
      throw node.expected("một trong hai: counter, sum", "one of the two: counter, sum")
    }
    if let sum = k["sum"] { return .init(header: header, meaning: .sum(try counterSum(sum, counters))) }
    let named = try oneOrMany(try required(k, "counter", node)).map { try counterIndex(try $0.text(), $0, counters) }
    guard !named.isEmpty, Set(named).count == named.count else {
      throw node.expected("ít nhất một số liệu, không lặp lại", "at least one counter, none twice")
    }
    return .init(header: header, meaning: .counters(named.sorted()))
  }

  private func inside(
    _ node: YAMLNode?, _ columns: [OfficialForm.Column], _ counters: [String: Int]
  ) throws -> [OfficialForm.Inside] {
    let given = Set(columns.flatMap { column -> [Int] in if case .counters(let all) = column.meaning { all } else { [] } })
    return try node?.entries().map { key, value in
      guard let counter = counters[key] else { throw value.unknown("số liệu", "counter", key, in: counters.keys) }
      let whole = try counterIndex(try value.text(), value, counters)
      guard !given.contains(counter), given.contains(whole) else {
        throw value.problem(
          .contradiction, "\"\(key)\" phải không có cột, và \"\(try value.text())\" phải có cột trong biểu này.",
          "\"\(key)\" must have no column of its own in this form, and \"\(try value.text())\" must have one.")
      }
      return .init(counter: counter, whole: whole)
    } ?? []
  }

  private func pattern(_ node: YAMLNode) throws -> HeaderPattern {
    let spellings = try texts(node)
    let levels = spellings.flatMap { $0.split(separator: ">", omittingEmptySubsequences: false) }
    guard levels.allSatisfy({ !headingWords(String($0)).isEmpty }) else {
      throw node.expected("tiêu đề cột, các tầng cách nhau bằng \">\"", "a heading, its levels separated by \">\"")
    }
    return HeaderPattern(spellings)
  }

  private func texts(_ node: YAMLNode) throws -> [String] {
    let all = try oneOrMany(node).map { try $0.text() }
    guard !all.isEmpty else { throw node.expected("ít nhất một chuỗi", "at least one text") }
    return all
  }
}

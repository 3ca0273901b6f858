import Yams

/// Values that change with time.
extension YAMLNode {
  /// A number, a map from years or periods, or `{by-month: […]}`.
  ///
  /// - Parameter kind: The kind of the campaign's periods; `nil` where only years and months are asked for.
  /// - Throws: ``Problem`` `R-305` for a key that is no year and no period of the kind, `R-309` where a series mixes years
  ///   with periods, so that nobody knows which of `2023` and `2023-01` holds in January.
  func valueByTime(in kind: PeriodKind? = nil) throws -> ValueByTime {
    if node.scalar != nil { return ValueByTime(try decimal()) }
    let all = try entries()
    if all.count == 1, all[0].key == "by-month" { return try byMonth(all[0].value, in: kind) }
    var shape: Int?
    let steps = try all.map { key, value in
      let example = kind.flatMap { $0.months < 12 ? $0.example : nil } ?? "2023-05"
      guard let start = Period(key, kind: .year) ?? Period(key, kind: kind ?? .calendarMonth) else {
        throw value.expected("năm (2023) hoặc kỳ (\(example)) làm khóa", "a year (2023) or a period (\(example)) as key")
      }
      guard shape == nil || shape == start.kind.months else {
        throw value.problem(
          .contradiction, "dãy này vừa theo năm vừa theo kỳ. Viết mọi khóa theo năm, hoặc mọi khóa theo kỳ.",
          "this series mixes years with periods. Write all keys as years, or all as periods.")
      }
      shape = start.kind.months
      return ValueByTime.Step(
        fromYear: start.year, fromMonth: start.month - start.kind.months + 1, value: try value.decimal())
    }.sorted { ($0.fromYear, $0.fromMonth) < ($1.fromYear, $1.fromMonth) }
    guard !steps.isEmpty else { throw expected("ít nhất một giá trị", "at least one value") }
    return ValueByTime(.steps(steps))
  }

  private func byMonth(_ list: YAMLNode, in kind: PeriodKind?) throws -> ValueByTime {
    let twelve = try list.list().map { try $0.decimal() }
    guard twelve.count == 12 else { throw list.expected("12 giá trị, từng tháng một", "twelve values, one a month") }
    guard kind.map({ $0.perYear > 1 }) ?? true else {
      throw list.problem(
        .contradiction, "phong trào này mỗi năm một kỳ, không có giá trị theo tháng.",
        "this campaign has one period a year; it has no values by month.")
    }
    return ValueByTime(.byMonth(twelve))
  }
}

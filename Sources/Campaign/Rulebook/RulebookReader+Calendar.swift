import Yams

/// The periods of a campaign and its deadlines.
extension RulebookReader {
  func periods(_ node: YAMLNode?) throws -> PeriodSpan {
    guard let node else { return PeriodSpan(kind: .legalMonth, first: nil, last: nil) }
    let k = try node.keys(["kind", "first", "last"])
    let kind = try k["kind"]?.choice(PeriodKind.self) ?? .legalMonth
    func bound(_ key: String) throws -> Period? {
      guard let value = k[key] else { return nil }
      guard let period = Period(try value.text(), kind: kind) else {
        throw value.expected("kỳ viết như \(kind.example)", "a period such as \(kind.example)")
      }
      return period
    }
    let span = PeriodSpan(kind: kind, first: try bound("first"), last: try bound("last"))
    if let first = span.first, let last = span.last, last < first {
      throw node.problem(.contradiction, "kỳ cuối đứng trước kỳ đầu.", "the last period stands before the first.")
    }
    return span
  }

  func calendar(_ node: YAMLNode?) throws -> ReportingCalendar {
    guard let node else { return ReportingCalendar() }
    let k = try node.keys(["due-working-days", "grace-working-days", "holidays", "working-saturdays"])
    let days = try daysOff(k["holidays"])
    var worked = days.worked
    for date in try k["working-saturdays"]?.list() ?? [] {
      let day = try date.date()
      guard day.weekday >= 5 else { throw date.expected("một thứ Bảy hoặc Chủ nhật", "a Saturday or Sunday") }
      guard !days.off.contains(day) else {
        throw date.problem(.contradiction, "ngày này vừa nghỉ vừa làm việc.", "this day is both a holiday and worked.")
      }
      worked.insert(day)
    }
    return ReportingCalendar(
      dueWorkingDays: try k["due-working-days"]?.integer(in: 0...60) ?? 2,
      graceWorkingDays: try k["grace-working-days"]?.integer(in: 0...120) ?? 5, holidays: days.off, workingSaturdays: worked,
      decidedThrough: days.decidedThrough)
  }

  /// A list of dates, the id of a table, or `{use: table, and: [dates], except: [dates]}`.
  private func daysOff(
    _ node: YAMLNode?
  ) throws -> (off: Set<CivilDate>, worked: Set<CivilDate>, decidedThrough: Int?) {
    guard let node else { return ([], [], nil) }
    if node.node.sequence != nil {
      let dates = try node.list().map { try $0.date() }
      return (Set(dates), [], dates.max()?.year)
    }
    var keys: [String: YAMLNode] = [:]
    var name = node
    if node.node.mapping != nil {
      keys = try node.keys(["use", "and", "except"])
      name = try required(keys, "use", node)
    }
    guard let table = HolidayTable.named(try name.text()) else {
      throw name.unknown("bảng ngày nghỉ", "table of holidays", try name.text(), in: HolidayTable.all.map(\.id))
    }
    let later = table.lastYear + 1...table.lastYear + HolidayTable.provisionalYears
    var off = table.daysOff.union(later.flatMap(HolidayTable.provisional))
    var worked = table.worked
    let more = try keys["and"]?.list().map { try $0.date() } ?? []
    off.formUnion(more)
    for date in try keys["except"]?.list() ?? [] {
      let day = try date.date()
      guard off.remove(day) != nil || worked.remove(day) != nil else {
        throw date.expected("một ngày có trong bảng \(table.id)", "a day that the table \(table.id) has")
      }
    }
    return (off, worked, max(table.lastYear, more.map(\.year).max() ?? 0))
  }
}

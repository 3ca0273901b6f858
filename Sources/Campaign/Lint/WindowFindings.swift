/// Years that a rule or a calendar speaks of and the campaign does not have, or the other way round.
extension Rulebook {
  static func windowFindings(_ book: Rulebook) -> [Finding] {
    var found: [Finding] = []
    if let years = book.campaignYears {
      for (path, rule) in book.placedRules {
        let outside = rule.window.filter { !years.contains($0) }
        guard !outside.isEmpty else { continue }
        found.append(Finding(
          .outsideCampaign, at: path, about: rule.id,
          "năm \(yearList(outside)) nằm ngoài thời gian của phong trào (\(yearList(years))).",
          en: "\(yearList(outside)) lies outside the campaign (\(yearList(years)))."))
      }
      for (path, criterion) in book.placedCriteria {
        guard let window = criterion.window, !window.overlaps(years) else { continue }
        found.append(Finding(
          .outsideCampaign, at: path, about: criterion.code,
          "năm \(yearList(window)) nằm ngoài thời gian của phong trào (\(yearList(years))).",
          en: "\(yearList(window)) lies outside the campaign (\(yearList(years)))."))
      }
    }
    return found + holidayFindings(book)
  }

  private static func holidayFindings(_ book: Rulebook) -> [Finding] {
    guard !book.counters.isEmpty, book.calendar.dueWorkingDays > 0 else { return [] }
    guard let decided = book.calendar.decidedThrough else {
      return [Finding(
        .provisionalHolidays, at: "calendar", "không nêu ngày nghỉ nào: Tết và Quốc khánh được tính là ngày làm việc.",
        en: "no day off is named: Tết and National Day count as working days.")]
    }
    guard let last = book.periods.last?.year, last > decided else { return [] }
    let years = yearList(decided + 1...last)
    return [Finding(
      .provisionalHolidays, at: "calendar",
      "ngày nghỉ năm \(years) chưa có quyết định: hạn nộp của các kỳ ấy là tạm tính.",
      en: "the days off of \(years) are not decided yet: the deadlines of those periods are provisional.")]
  }
}

import Campaign
import Testing

/// Quarters, half-years, nine months and years of both families: the rows of domain 5.4.
@Suite struct PeriodKindTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let kind: PeriodKind
    let text: String
    let first: String
    /// The first day behind it.
    let end: String
    let vi: String
    var testDescription: String { "\(kind.rawValue) \(text)" }

    init(_ kind: PeriodKind, _ text: String, _ first: String, _ end: String, _ vi: String) {
      (self.kind, self.text, self.first, self.end, self.vi) = (kind, text, first, end, vi)
    }
  }

  // "15th of previous month – 14th of the month; quarter: from the 15th before the quarter to the 14th of its last month;
  // half-year 15 Dec – 14 Jun; nine months 15 Dec – 14 Sep; year 15 Dec – 14 Dec", and "National service index: calendar
  // month".
  static let rows = [
    Row(.legalMonth, "2023-03", "2023-02-15", "2023-03-15", "Tháng 3/2023"),
    Row(.legalMonth, "2023-01", "2022-12-15", "2023-01-15", "Tháng 1/2023"),
    Row(.calendarMonth, "2025-03", "2025-03-01", "2025-04-01", "Tháng 3/2025"),
    Row(.legalQuarter, "2023-Q1", "2022-12-15", "2023-03-15", "Quý 1/2023"),
    Row(.legalQuarter, "2023-Q3", "2023-06-15", "2023-09-15", "Quý 3/2023"),
    Row(.legalQuarter, "2023-Q4", "2023-09-15", "2023-12-15", "Quý 4/2023"),
    Row(.legalHalf, "2023-H1", "2022-12-15", "2023-06-15", "6 tháng đầu năm 2023"),
    Row(.legalHalf, "2023-H2", "2023-06-15", "2023-12-15", "6 tháng cuối năm 2023"),
    Row(.legalNineMonths, "2023-9M", "2022-12-15", "2023-09-15", "9 tháng năm 2023"),
    Row(.legalYear, "2023", "2022-12-15", "2023-12-15", "Năm 2023"),
    Row(.calendarQuarter, "2023-Q3", "2023-07-01", "2023-10-01", "Quý 3/2023"),
    Row(.calendarQuarter, "2023-Q4", "2023-10-01", "2024-01-01", "Quý 4/2023"),
    Row(.calendarHalf, "2023-H1", "2023-01-01", "2023-07-01", "6 tháng đầu năm 2023"),
    Row(.calendarHalf, "2023-H2", "2023-07-01", "2024-01-01", "6 tháng cuối năm 2023"),
    Row(.calendarNineMonths, "2023-9M", "2023-01-01", "2023-10-01", "9 tháng năm 2023"),
    Row(.year, "2023", "2023-01-01", "2024-01-01", "Năm 2023"),
  ]

  @Test("interval and label", arguments: rows)
  func intervalAndLabel(row: Row) throws {
    let period = try #require(Period(row.text, kind: row.kind))
    #expect(period.firstDay.description == row.first && period.endDay.description == row.end)
    #expect(period.labelVi == row.vi && period.description == row.text)
    // Half-open and in UTC+7: the cut-off is 17:00 UTC of the day before.
    #expect(period.endDay.start.description == "\(row.end)T00:00:00+07:00")
    #expect((period.endDay.start.milliseconds + 7 * 3_600_000) % 86_400_000 == 0)
  }

  @Test("no other kind reads a period's text", arguments: rows)
  func oneShape(row: Row) {
    for kind in PeriodKind.allCases where kind.months != row.kind.months { #expect(Period(row.text, kind: kind) == nil, "\(kind)") }
  }

  @Test(arguments: [
    "2023-Q0", "2023-Q5", "2023-Q33", "2023-q3", "2023-Q", "2023-H0", "2023-H3", "2023-h1", "2023-9", "2023-9m", "2023-6M", "2023-",
    "Quý 3/2023", "1899-Q1", "2201-Q1", "2023-Q3-1",
  ])
  func whatIsNoPeriodIsRefused(text: String) { #expect(Period.named(text) == nil) }

  @Test func everyPeriodIsAsLongAsItsKindAndAYearHasAsMany() throws {
    for kind in PeriodKind.allCases {
      let all = (1...12).compactMap { Period(kind: kind, year: 2023, month: $0) }
      #expect(all.count == kind.perYear, "\(kind)")
      #expect(all.map(\.number) == Array(1...kind.perYear) && all.last == Period(kind: kind, year: 2023))
      for period in all {
        let months = (period.endDay.year - period.firstDay.year) * 12 + period.endDay.month - period.firstDay.month
        #expect(months == kind.months)
        #expect(period.lastYear.year == 2022 && period.lastYear.month == period.month)
      }
    }
  }

  static let closing: [(String, [String])] = [
    ("2023-02", []), ("2023-03", ["2023-Q1"]), ("2023-06", ["2023-Q2", "2023-H1"]), ("2023-09", ["2023-Q3", "2023-9M"]),
    ("2023-12", ["2023-Q4", "2023-H2", "2023"]),
  ]

  @Test("a month knows which longer periods it closes", arguments: closing)
  func closes(month: String, longer: [String]) throws {
    for kind in [PeriodKind.legalMonth, .calendarMonth] {
      let period = try #require(Period(month, kind: kind))
      #expect(period.closes.map(\.description) == longer)
      for closed in period.closes { #expect(closed.endDay == period.endDay && closed.kind.isLegal == kind.isLegal) }
    }
  }

  @Test func aLongerPeriodIsMadeUpOfShorterOnesOfItsFamily() throws {
    for kind in PeriodKind.allCases {
      let whole = try #require(Period(kind: kind, year: 2023))
      for shorter in kind.family where kind.months % shorter.months == 0 {
        let parts = whole.parts(shorter)
        #expect(parts.count == kind.months / shorter.months)
        #expect(parts.first?.firstDay == whole.firstDay && parts.last?.endDay == whole.endDay)
        for (part, next) in zip(parts, parts.dropFirst()) { #expect(part.next == next && part.endDay == next.firstDay) }
        #expect(shorter == kind || parts.last?.closes.contains(whole) == true)
      }
      for other in PeriodKind.allCases where other.isLegal != kind.isLegal { #expect(whole.parts(other).isEmpty) }
    }
  }

  // A target by month holds at the end of the period, a target of a year throughout it.
  @Test func aValueByTimeHasItsAnswerAtThePeriodsEnd() throws {
    let months = ValueByTime((1...12).map { ExactDecimal($0) })
    let quarter = try #require(Period("2023-Q2", kind: .legalQuarter))
    #expect(months.value(in: quarter) == ExactDecimal(6))
  }

  @Test(arguments: [
    ("2023-12", true), ("2023-11", false), ("2023-Q4", true), ("2023-Q3", false), ("2023-H2", true), ("2023-H1", false), ("2023", true),
  ])
  func aYearEndsWithItsLastPeriod(text: String, ends: Bool) throws {
    #expect(try #require(Period.named(text)).endsItsYear == ends)
  }
}

extension ValueByTime {
  /// Twelve values by month of the year.
  fileprivate init(_ twelve: [ExactDecimal]) { self.init(.byMonth(twelve)) }
}

import Campaign
import Testing

/// Periods and deadlines: domain 5.4.
@Suite struct CalendarTests {
  static func konTum() throws -> Rulebook { try BundledCampaigns.rulebook("kon-tum-2023") }

  @Test("domain 5.4: the legal month runs from the 15th to the 14th", arguments: [
    ("2023-03", "2023-02-15", "2023-03-15"), ("2023-01", "2022-12-15", "2023-01-15"), ("2024-03", "2024-02-15", "2024-03-15"),
  ])
  func legalMonth(text: String, first: String, end: String) throws {
    let period = try #require(Period(text, kind: .legalMonth))
    #expect(period.firstDay.description == first && period.endDay.description == end)
  }

  @Test func periodsOfAKindFollowEachOtherWithoutGapOrOverlap() throws {
    for kind in PeriodKind.allCases {
      var period = try #require(Period(kind: kind, year: 2019))
      for _ in 0..<72 {
        // One span of nine months a year: the next begins three months behind its end.
        let gap = kind.months == 9 ? period.next.firstDay.day - period.endDay.day : 0
        #expect(period.endDay + gap == period.next.firstDay && (gap == 0 || (90...92).contains(gap)))
        #expect(period.next.previous == period && period < period.next)
        #expect(Period(period.description, kind: kind) == period)
        period = period.next
      }
    }
  }

  @Test func theLeapDayBelongsToCalendarFebruaryAndLegalMarch() throws {
    let leap = try #require(CivilDate("2024-02-29"))
    let february = try #require(Period("2024-02", kind: .calendarMonth))
    let march = try #require(Period("2024-03", kind: .legalMonth))
    for period in [february, march] { #expect(period.firstDay <= leap && leap < period.endDay) }
    #expect(february.endDay.day - february.firstDay.day == 29)
  }

  @Test(arguments: ["2023-3", "2023-13", "2023-00", "2023", "2023-03-01", "1899-12", "2201-01", "", "-", "tháng 3"])
  func whatIsNoMonthIsRefused(text: String) { #expect(Period(text, kind: .legalMonth) == nil) }

  // The 15th is a Friday: Friday and Monday are the two working days, then five more, with a weekend between.
  @Test func december2023OpensOnThe15thIsDueOnThe19thAndClosesOnThe26th() throws {
    let calendar = try Self.konTum().calendar
    let period = try #require(Period("2023-12", kind: .legalMonth))
    #expect(calendar.opens(period).description == "2023-12-15T00:00:00+07:00")
    #expect(calendar.due(period).description == "2023-12-19T00:00:00+07:00")
    #expect(calendar.closes(period).description == "2023-12-26T00:00:00+07:00")
  }

  @Test func anInstantBelongsToWhatFollowsIt() throws {
    let calendar = try Self.konTum().calendar
    let period = try #require(Period("2023-12", kind: .legalMonth))
    func state(_ instant: Instant, _ offset: Int64) -> PeriodState {
      calendar.state(of: period, at: Instant(milliseconds: instant.milliseconds + offset))
    }
    #expect(state(calendar.opens(period), -1) == .notOpen && state(calendar.opens(period), 0) == .open)
    #expect(state(calendar.due(period), -1) == .open && state(calendar.due(period), 0) == .overdue)
    #expect(state(calendar.closes(period), -1) == .overdue && state(calendar.closes(period), 0) == .closed)
  }

  // Tết Quý Mão: 20 to 26 January 2023 are days off; two working days from Sunday the 15th end on Tuesday the 17th, five
  // more are 18, 19, 27, 30 and 31 January.
  @Test func tetIsNotCounted() throws {
    let calendar = try Self.konTum().calendar
    let period = try #require(Period("2023-01", kind: .legalMonth))
    #expect(calendar.due(period).description == "2023-01-18T00:00:00+07:00")
    #expect(calendar.closes(period).description == "2023-02-01T00:00:00+07:00")
  }

  // 29 April 2024 was exchanged for Saturday 4 May.
  @Test func aWorkedSaturdayCountsAndItsMondayDoesNot() throws {
    let calendar = try Self.konTum().calendar
    let worked = try #require(CivilDate("2024-05-04"))
    let off = try #require(CivilDate("2024-04-29"))
    #expect(calendar.isWorkingDay(worked) && !calendar.isWorkingDay(off))
    #expect(!calendar.isWorkingDay(worked + 1) && !calendar.isWorkingDay(worked + 7))
  }

  @Test func everyHolidayOfTheBundledCalendarIsAWeekday() throws {
    for holiday in try Self.konTum().calendar.holidays { #expect(holiday.weekday < 5, "\(holiday)") }
  }

  @Test func aPeriodOutsideTheCampaignIsUnknownToIt() throws {
    let rulebook = try Self.konTum()
    #expect(rulebook.period("2022-01") != nil && rulebook.period("2030-12") != nil)
    #expect(rulebook.period("2021-12") == nil && rulebook.period("2031-01") == nil && rulebook.period("2023") == nil)
  }
}

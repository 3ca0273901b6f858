import Campaign
import Testing

/// The table of days off 2022–2026, and how a rulebook uses and amends it.
@Suite struct HolidayTableTests {
  static func table() throws -> HolidayTable { try #require(HolidayTable.named("vietnam-2022-2026")) }

  static func calendar(_ keys: String) throws -> ReportingCalendar {
    try Rulebook(yaml: Array((ReaderTests.head + ReaderTests.tail + "calendar: {\(keys)}\n").utf8)).calendar
  }

  @Test func theTableHasTheYearsOfItsNameEachWithItsSource() throws {
    let table = try Self.table()
    #expect(table.years.map(\.year) == Array(2022...2026) && table.lastYear == 2026)
    for year in table.years {
      #expect(year.source.contains("VPCP-KGVX"), "\(year.year)")
      #expect(year.daysOff.map(\.date) == year.daysOff.map(\.date).sorted())
      for day in year.daysOff { #expect(day.date.year == year.year && day.date.weekday < 5 && !day.reason.isEmpty, "\(day.date)") }
      for swap in year.worked {
        #expect(swap.date.weekday == 5 && year.daysOff.contains { $0.date == swap.for && $0.reason.contains("hoán đổi") })
      }
    }
  }

  // Labour Code, article 112: 1 + 5 + 1 + 1 + 1 + 2 days a year, on weekdays by article 111(3); exchanges are worked off.
  // From 2026 the Day of Vietnamese Culture is one more.
  @Test func everyYearHasTheDaysOfTheLaw() throws {
    for year in try Self.table().years {
      #expect(year.daysOff.count - year.worked.count == (year.year < 2026 ? 11 : 12), "\(year.year)")
    }
  }

  // What the law fixes without a decision must be what the decisions say too.
  @Test func theProvisionalDaysOfADecidedYearAreAmongItsDays() throws {
    for year in try Self.table().years {
      let days = Set(year.daysOff.map(\.date))
      for day in HolidayTable.provisional(year.year) { #expect(days.contains(day), "\(day)") }
    }
  }

  @Test func aDayInLieuIsTheNextWorkingDayThatIsFree() {
    #expect(HolidayTable.provisional(2027).map(\.description) == ["2027-01-01", "2027-04-30", "2027-05-03", "2027-09-02"])
    // 30 April 2028 is a Sunday and 1 May a Monday that is a holiday itself.
    #expect(HolidayTable.provisional(2028).map(\.description) == ["2028-01-03", "2028-05-01", "2028-05-02", "2028-09-04"])
  }

  @Test func aRulebookUsesTheTableWithItsWorkedSaturdays() throws {
    let calendar = try Self.calendar("holidays: vietnam-2022-2026")
    for (text, works) in [("2024-04-29", false), ("2024-05-04", true), ("2025-04-26", true), ("2025-05-02", false), ("2026-01-10", true)] {
      #expect(calendar.isWorkingDay(try #require(CivilDate(text))) == works, "\(text)")
    }
    #expect(calendar.decidedThrough == 2026)
    // Provisional, so that a later year is not wholly without holidays.
    #expect(!calendar.isWorkingDay(try #require(CivilDate("2030-09-02"))))
  }

  @Test func aRulebookAddsToTheTableAndTakesAway() throws {
    let calendar = try Self.calendar(
      "holidays: {use: vietnam-2022-2026, and: [2027-02-05], except: [2026-11-24, 2026-08-22]}, working-saturdays: [2027-02-13]")
    for (text, works) in [("2027-02-05", false), ("2026-11-24", true), ("2026-08-22", false), ("2027-02-13", true), ("2026-11-25", true)] {
      #expect(calendar.isWorkingDay(try #require(CivilDate(text))) == works, "\(text)")
    }
    #expect(calendar.decidedThrough == 2027)
  }

  @Test func aListOfDatesIsReadAsBefore() throws {
    let calendar = try Self.calendar("holidays: [2024-01-01], working-saturdays: [2024-05-04]")
    #expect(calendar.holidays.map(\.description) == ["2024-01-01"] && calendar.decidedThrough == 2024)
  }

  @Test("refusals", arguments: [
    ("holidays: vietnam-2022-2027", ProblemCode.unknownReference, "did you mean \"vietnam-2022-2026\"?"),
    ("holidays: {and: [2027-02-05]}", .missingKey, "\"use\""),
    ("holidays: {use: vietnam-2022-2026, except: [2026-03-03]}", .badValue, "that the table"),
    ("working-saturdays: [2024-04-29]", .badValue, "a Saturday or Sunday"),
    ("holidays: [2024-05-04], working-saturdays: [2024-05-04]", .contradiction, "both a holiday and worked"),
  ])
  func refusals(keys: String, code: ProblemCode, words: String) {
    let problem = #expect(throws: Problem.self) { try Self.calendar(keys) }
    #expect(problem?.code == code && problem?.en.contains(words) == true && problem?.place.contains("calendar") == true)
  }
}

import Campaign
import Testing

/// Days and instants against a walk that knows nothing but the lengths of months.
@Suite struct CivilDateTests {
  @Test func everyDayFrom1900To2200FollowsTheOneBefore() throws {
    // 1 January 1900 was a Monday, 25,567 days before 1 January 1970.
    var number = -25_567
    var weekday = 0
    for year in 1900...2200 {
      let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for month in 1...12 {
        for day in 1...lengths[month - 1] {
          let date = try #require(CivilDate(year: year, month: month, day: day))
          guard date.day == number, date.weekday == weekday, date.year == year, date.month == month, date.dayOfMonth == day
          else {
            Issue.record("\(year)-\(month)-\(day) is \(date), day \(date.day), weekday \(date.weekday)")
            return
          }
          number += 1
          weekday = (weekday + 1) % 7
        }
        guard CivilDate(year: year, month: month, day: lengths[month - 1] + 1) == nil else {
          Issue.record("\(year)-\(month) is too long")
          return
        }
      }
    }
  }

  @Test(arguments: ["2023-2-01", "2023-02-29", "2023/02/01", "2023-00-10", "2023-13-01", "23-01-01", "2023-01-+1", "", "2023-01-01 ", "０２２３-01-01"])
  func whatIsNoDateIsRefused(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func aDayBeginsSevenHoursBeforeGreenwich() throws {
    let date = try #require(CivilDate("2023-12-15"))
    #expect(date.start.milliseconds == 1_702_573_200_000)  // 2023-12-14T17:00:00Z
    #expect(date.start.description == "2023-12-15T00:00:00+07:00")
    #expect(date.start.vietnameseText == "00:00 15/12/2023")
    #expect(Instant(vietnam: "2023-12-15T08:05")?.vietnameseText == "08:05 15/12/2023")
    #expect(Instant(milliseconds: date.start.milliseconds - 1).vietnamDate.description == "2023-12-14")
    #expect(Instant(milliseconds: -1).description == "1970-01-01T06:59:59+07:00")
  }

  @Test(arguments: ["2023-12-15", "2023-12-15T24:00", "2023-12-15T08:60", "2023-12-15T8:00", "2023-12-15T08:00:00"])
  func whatIsNoInstantIsRefused(text: String) {
    #expect(Instant(vietnam: text) == nil)
  }
}
